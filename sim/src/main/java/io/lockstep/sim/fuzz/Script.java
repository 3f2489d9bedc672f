package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/** Commands prepared to be sent one after the other, others perhaps between them. */
final class Script {
  private final ExpandableArrayBuffer commands = new ExpandableArrayBuffer();
  private int prepared;
  private int taken;

  /** Appends a copy. */
  void add(DirectBuffer command) {
    commands.putBytes(prepared++ * Card.MESSAGE_BYTES, command, 0, Card.MESSAGE_BYTES);
  }

  boolean isEmpty() {
    return taken == prepared;
  }

  /** Commands yet to be taken. */
  int size() {
    return prepared - taken;
  }

  /** Takes the oldest. */
  void take(MutableDirectBuffer command) {
    command.putBytes(0, commands, taken++ * Card.MESSAGE_BYTES, Card.MESSAGE_BYTES);
    if (taken == prepared) {
      clear();
    }
  }

  void clear() {
    taken = 0;
    prepared = 0;
  }
}
