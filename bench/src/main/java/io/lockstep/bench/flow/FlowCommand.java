package io.lockstep.bench.flow;

/**
 * One command of a flow.
 *
 * @param orderId of the order that is entered, cancelled or moved.
 * @param slot of the order in the card's pool; {@link #NO_SLOT} for one that does not rest.
 * @param account of the order.
 * @param price its limit in ticks; of a cancel the limit that it had.
 * @param lots of a new order; of a cancel or move those still open.
 * @param total lots that the order entered with.
 */
public record FlowCommand(
    Kind kind, long orderId, int slot, int account, boolean buy, int price, int lots, int total) {
  /** An order that does not rest has no slot. */
  public static final int NO_SLOT = -1;

  /** What it does. */
  public enum Kind {
    /** Enters an order that rests, since it does not reach the other side. */
    REST,
    /** Cancels a resting order. */
    CANCEL,
    /** Moves a resting order to another price on its side. */
    MOVE,
    /** Immediate or cancel. */
    IOC,
    /** Enters an order that reaches the other side; what is left rests. */
    CROSS
  }
}
