package io.lockstep.host.replay;

/**
 * One line of an inbound file: what a member sent to the exchange.
 *
 * @param index place in the day, from 0.
 * @param line in the file.
 * @param orderId given by the exchange; of a cancel, the order's.
 * @param priceMilliCny limit in thousandths of a yuan.
 * @param quantity shares.
 */
record SseCommand(
    int index,
    int line,
    SsePhase phase,
    Kind kind,
    long orderId,
    boolean buy,
    long priceMilliCny,
    long quantity) {
  /** What a line asks for. */
  enum Kind {
    /** New limit order. */
    NEW,
    /** New order that is executed in full on arrival. */
    MARKETABLE,
    /** Cancel of what is left of an order. */
    CANCEL
  }

  static final String HEADER = "idx,time,phase,cmd,order_id,side,price_milli_cny,qty";

  static SseCommand read(int line, String[] fields) {
    return new SseCommand(
        Integer.parseInt(fields[0]),
        line,
        SsePhase.of(fields[2]),
        kind(fields[3]),
        Long.parseLong(fields[4]),
        isBuy(fields[5]),
        Long.parseLong(fields[6]),
        Long.parseLong(fields[7]));
  }

  private static Kind kind(String code) {
    return switch (code) {
      case "N" -> Kind.NEW;
      case "M" -> Kind.MARKETABLE;
      case "X" -> Kind.CANCEL;
      default -> throw new IllegalArgumentException("unknown command '" + code + "'");
    };
  }

  private static boolean isBuy(String code) {
    return switch (code) {
      case "B" -> true;
      case "S" -> false;
      default -> throw new IllegalArgumentException("unknown side '" + code + "'");
    };
  }
}
