package io.lockstep.host.replay.lobster;

/**
 * One line of the message file.
 *
 * @param index place in the file, from 0.
 * @param orderId of the exchange.
 * @param lots of the event.
 * @param price in ticks; of a kind that changes nothing 0.
 * @param buy side of the order that rests or rested.
 */
record LobsterMessage(int index, Kind kind, long orderId, int lots, int price, boolean buy) {
  /** What happened. */
  enum Kind {
    /** A limit order came to rest. */
    NEW,
    /** A part of an order was cancelled. */
    REDUCE,
    /** An order was cancelled. */
    DELETE,
    /** A visible order was executed. */
    EXECUTE,
    /** A hidden order was executed, or trading was halted. */
    NOTHING;

    /**
     * @throws IllegalArgumentException for a code that is none.
     */
    static Kind of(int code) {
      return switch (code) {
        case 1 -> NEW;
        case 2 -> REDUCE;
        case 3 -> DELETE;
        case 4 -> EXECUTE;
        case 5, 7 -> NOTHING;
        default -> throw new IllegalArgumentException("type " + code + " is none of 1 to 5 and 7");
      };
    }
  }

  /** Whether it concerns this level. */
  boolean concerns(boolean ofBuy, int atPrice) {
    return kind != Kind.NOTHING && buy == ofBuy && price == atPrice;
  }
}
