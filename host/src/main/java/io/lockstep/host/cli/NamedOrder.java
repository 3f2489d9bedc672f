package io.lockstep.host.cli;

/**
 * The order that a line names: a client order id, or {@code #} and the venue's order id.
 *
 * @param byVenueId whether it is the venue's id.
 */
record NamedOrder(long id, boolean byVenueId) {
  /**
   * Reads the field {@code order}.
   *
   * @throws IllegalArgumentException with what is wrong.
   */
  static NamedOrder of(RequestFields fields) {
    String text = fields.text("order");
    boolean byVenueId = text.startsWith("#");
    return new NamedOrder(
        RequestFields.parse("order", byVenueId ? text.substring(1) : text), byVenueId);
  }
}
