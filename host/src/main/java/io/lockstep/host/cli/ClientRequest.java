package io.lockstep.host.cli;

import java.util.OptionalLong;

/**
 * What the client command was told to send.
 *
 * @param price limit in the instrument's price unit; empty for a market order.
 * @param quantity lots.
 * @param immediate what is left is cancelled and does not rest.
 * @param account to trade for; empty: the command's default.
 * @param order of a cancel: the order to cancel; else 0.
 * @param byVenueId whether {@code order} is the venue's id and not the client order id.
 */
record ClientRequest(
    Action action,
    long instrument,
    long quantity,
    OptionalLong price,
    boolean immediate,
    OptionalLong account,
    long order,
    boolean byVenueId) {
  /** What to do. */
  enum Action {
    BUY,
    SELL,
    CANCEL
  }

  /**
   * A new order.
   *
   * @param timeInForce {@code gtc}, {@code ioc}, or empty for the usual: gtc with a price, else
   *     ioc.
   * @throws IllegalArgumentException if time in force and price do not go together.
   */
  static ClientRequest order(
      Action action,
      long instrument,
      long quantity,
      OptionalLong price,
      String timeInForce,
      OptionalLong account) {
    boolean immediate =
        switch (timeInForce) {
          case "" -> price.isEmpty();
          case "ioc" -> true;
          case "gtc" -> false;
          default -> throw new IllegalArgumentException("time in force is gtc or ioc");
        };
    if (price.isEmpty() && !immediate) {
      throw new IllegalArgumentException("a market order cannot rest: give a price, or ioc");
    }
    return new ClientRequest(action, instrument, quantity, price, immediate, account, 0, false);
  }

  /**
   * A cancel.
   *
   * @param order a client order id, or {@code #} and the venue's order id.
   */
  static ClientRequest cancel(String order, OptionalLong account) {
    boolean byVenueId = order.startsWith("#");
    return new ClientRequest(
        Action.CANCEL,
        0,
        0,
        OptionalLong.empty(),
        false,
        account,
        number("order", byVenueId ? order.substring(1) : order),
        byVenueId);
  }

  /** Reads a whole number; the error names what it was to be. */
  static long number(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + (text.isEmpty() ? " is missing" : ": '" + text + "' is no whole number"));
    }
  }
}
