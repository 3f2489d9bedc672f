package io.lockstep.sim.rtl;

import io.lockstep.driver.Card;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Both handshakes of the kernel's port, a cycle at a time; events are laid out as on the card. */
final class KernelPort {
  private static final PackedStruct ANSWER = PackedStruct.of("answer_t");

  private final RtlModule dut;
  private final RtlModule builder;
  private final RtlPort command;
  private final RtlPort commandValid;
  private final RtlPort commandReady;
  private final RtlPort event;
  private final RtlPort eventValid;
  private final RtlPort eventReady;
  private final RtlPort record;
  private final RtlPort laidOut;
  private final UnsafeBuffer recordBytes;
  private final UnsafeBuffer taken = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private boolean tookCommand;
  private boolean began;
  private boolean wasReady;
  private boolean tookEvent;
  private boolean tookLast;
  private int firstEventCycles;
  private int readyCycles;

  /**
   * Waits until a kernel that was just reset has cleared its memories.
   *
   * @param builder an event_builder, to lay out what the kernel answers
   */
  KernelPort(RtlModule dut, RtlModule builder) {
    this.dut = dut;
    this.builder = builder;
    command = dut.port("command_i");
    commandValid = dut.port("command_valid_i");
    commandReady = dut.port("command_ready_o");
    event = dut.port("event_o");
    eventValid = dut.port("event_valid_o");
    eventReady = dut.port("event_ready_i");
    record = builder.port("event_i");
    laidOut = builder.port("event_o");
    recordBytes = new UnsafeBuffer(new byte[(event.bits() + 31) / 32 * 4]);
    dut.clockUntil(dut.port("clearing_o"), 0, 1 << 21);
  }

  /** Puts a command on the port, to stay until it is taken. */
  void offer(DirectBuffer bytes) {
    command.set(bytes, 0);
    commandValid.set(1);
  }

  /** One cycle; whether an event may be taken in it. */
  void clock(boolean ready) {
    eventReady.set(ready ? 1 : 0);
    dut.eval();
    tookCommand = commandValid.isSet() && commandReady.isSet();
    began = dut.port("taken_o").isSet();
    wasReady = dut.port("ready_o").isSet();
    tookEvent = ready && eventValid.isSet();
    tookLast = tookEvent && ANSWER.get(event, "told.last") == 1;
    if (tookEvent) {
      event.get(recordBytes, 0);
      record.set(recordBytes, 0);
      builder.eval();
      laidOut.get(taken, 0);
    }
    dut.clock();
    if (tookCommand) {
      commandValid.set(0);
    }
  }

  /** Whether the offered command was taken in the last cycle. */
  boolean tookCommand() {
    return tookCommand;
  }

  /** Whether an event was taken in the last cycle. */
  boolean tookEvent() {
    return tookEvent;
  }

  /** Whether that event was its command's last. */
  boolean tookLast() {
    return tookLast;
  }

  /** The event taken last; the buffer is used again. */
  UnsafeBuffer event() {
    return taken;
  }

  /** Sends one command to an idle kernel and takes its events as they come. */
  void send(DirectBuffer bytes) {
    offer(bytes);
    do {
      clock(true);
    } while (!began);
    firstEventCycles = 0;
    readyCycles = 0;
    boolean ended = false;
    for (int cycle = 1; !ended || readyCycles == 0; cycle++) {
      clock(true);
      readyCycles = readyCycles == 0 && wasReady ? cycle : readyCycles;
      firstEventCycles = firstEventCycles == 0 && tookEvent ? cycle : firstEventCycles;
      ended |= tookLast;
    }
  }

  /** From the cycle in which the command of {@link #send} began to that of its first event. */
  int firstEventCycles() {
    return firstEventCycles;
  }

  /** From that cycle to the one in which the next command could have been taken. */
  int readyCycles() {
    return readyCycles;
  }

  /** Draws whether something happens in {@code percent} of the cases. */
  static boolean chance(Random random, int percent) {
    return random.nextInt(100) < percent;
  }
}
