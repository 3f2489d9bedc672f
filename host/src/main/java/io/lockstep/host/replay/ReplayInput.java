package io.lockstep.host.replay;

/**
 * One request of a replay.
 *
 * @param inboundIndex place in the recorded day; of a change of phase, of the command before which
 *     it comes.
 * @param orderId of the exchange; of a cancel, the order's.
 * @param price in ticks.
 * @param quantity lots; of a cancel 0.
 * @param target of a cancel: place of the order's own request in the plan; else −1.
 */
record ReplayInput(
    int inboundIndex, Kind kind, long orderId, boolean buy, int price, int quantity, int target) {
  /** What to send. */
  enum Kind {
    /** Limit order; what is left rests. */
    LIMIT,
    /** Limit order, immediate or cancel. */
    IMMEDIATE,
    /** Cancel of an earlier order of the plan. */
    CANCEL,
    /** From now on, orders are collected for an auction. */
    CALL,
    /** Continuous trading begins; a call before it ends with its auction. */
    CONTINUOUS,
    /** Trading ends; a call before it ends with its auction. */
    CLOSED
  }

  /** A change of phase. */
  static ReplayInput phase(int inboundIndex, Kind kind) {
    return new ReplayInput(inboundIndex, kind, 0, false, 0, 0, -1);
  }
}
