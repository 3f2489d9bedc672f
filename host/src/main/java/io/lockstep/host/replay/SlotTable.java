package io.lockstep.host.replay;

import io.lockstep.host.slots.FreeSlots;
import java.util.Arrays;

/** Names a slot of the card's pool for each order, and knows what each order has open. */
final class SlotTable {
  /** No slot: the order never rests, or has ended. */
  static final int NONE = -1;

  private final FreeSlots free;
  private final int[] slotOfOrder;
  private final int[] openOfOrder;

  /**
   * @param orders how many orders there may be.
   * @param slots of the card's pool.
   */
  SlotTable(int orders, int slots) {
    free = new FreeSlots(slots);
    slotOfOrder = new int[orders];
    openOfOrder = new int[orders];
    Arrays.fill(slotOfOrder, NONE);
  }

  /**
   * Gives an order a slot.
   *
   * @throws IllegalStateException if none is free.
   */
  int take(int order, int quantity) {
    slotOfOrder[order] = free.take();
    openOfOrder[order] = quantity;
    return slotOfOrder[order];
  }

  /** Notes an order that never rests. */
  void withoutSlot(int order, int quantity) {
    openOfOrder[order] = quantity;
  }

  /** An order traded: its slot is free when nothing is left. */
  void fill(int order, int quantity) {
    openOfOrder[order] -= quantity;
    if (openOfOrder[order] == 0) {
      end(order);
    }
  }

  /** An order ended; its slot is free. */
  void end(int order) {
    openOfOrder[order] = 0;
    if (slotOfOrder[order] != NONE) {
      free.give(slotOfOrder[order]);
      slotOfOrder[order] = NONE;
    }
  }

  /** Lots that the order has open. */
  int openOf(int order) {
    return openOfOrder[order];
  }

  /** The order's slot, or {@link #NONE}. */
  int slotOf(int order) {
    return slotOfOrder[order];
  }
}
