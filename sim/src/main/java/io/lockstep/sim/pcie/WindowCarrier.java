package io.lockstep.sim.pcie;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CommandHeaderEncoder;
import org.agrona.concurrent.AtomicBuffer;

/**
 * Finds the commands that a driver has put into memory that stands for the window. A slot holds the
 * next command once its sequence is there, which the driver stores last; so this sees what was
 * stored, and not the stores. One thread, apart from the driver's.
 */
public final class WindowCarrier {
  private static final int SEQUENCE = CommandHeaderEncoder.windowSequenceEncodingOffset();

  private final AtomicBuffer window;
  private final int slots;
  private int next;

  /**
   * @param window memory shared with the driver; made ready for command 0.
   */
  public WindowCarrier(AtomicBuffer window) {
    this.window = window;
    this.slots = window.capacity() / Card.MESSAGE_BYTES;
    restart();
  }

  /** The card was reset: the next command is number 0, and no slot looks like a new one. */
  public void restart() {
    next = 0;
    for (int slot = 0; slot < slots; slot++) {
      window.putIntVolatile(slot * Card.MESSAGE_BYTES + SEQUENCE, ~slot);
    }
  }

  /**
   * Passes on the commands that have come.
   *
   * @return how many.
   */
  public int carry(WindowWrites to) {
    int carried = 0;
    for (int offset = offsetOfNext(); hasNext(offset); offset = offsetOfNext()) {
      to.add(offset, window, offset, Card.MESSAGE_BYTES);
      next++;
      carried++;
    }
    return carried;
  }

  private int offsetOfNext() {
    return (next & slots - 1) * Card.MESSAGE_BYTES;
  }

  private boolean hasNext(int offset) {
    return window.getIntVolatile(offset + SEQUENCE) == next;
  }
}
