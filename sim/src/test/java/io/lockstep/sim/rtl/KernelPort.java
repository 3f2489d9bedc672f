package io.lockstep.sim.rtl;

import io.lockstep.driver.Card;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Both handshakes of the kernel's port, a cycle at a time. */
final class KernelPort {
  private final RtlModule dut;
  private final RtlPort command;
  private final RtlPort commandValid;
  private final RtlPort commandReady;
  private final RtlPort event;
  private final RtlPort eventValid;
  private final RtlPort eventReady;
  private final RtlPort last;
  private final UnsafeBuffer taken = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private boolean tookCommand;
  private boolean tookEvent;
  private boolean tookLast;

  /** Waits until a kernel that was just reset has cleared its memories. */
  KernelPort(RtlModule dut) {
    this.dut = dut;
    command = dut.port("command_i");
    commandValid = dut.port("command_valid_i");
    commandReady = dut.port("command_ready_o");
    event = dut.port("event_o");
    eventValid = dut.port("event_valid_o");
    eventReady = dut.port("event_ready_i");
    last = dut.port("event_last_o");
    dut.clockUntil(dut.port("clearing_o"), 0, 1 << 21);
  }

  /** Puts a command on the port, to stay until it is taken. */
  void offer(DirectBuffer bytes) {
    command.set(bytes, 0);
    commandValid.set(1);
  }

  /** Takes the command off the port. */
  void withdraw() {
    commandValid.set(0);
  }

  /** Whether the kernel would take a command in this cycle. */
  boolean isReady() {
    dut.eval();
    return commandReady.isSet();
  }

  /** One cycle; whether an event may be taken in it. */
  void clock(boolean ready) {
    eventReady.set(ready ? 1 : 0);
    dut.eval();
    tookCommand = commandValid.isSet() && commandReady.isSet();
    tookEvent = ready && eventValid.isSet();
    tookLast = tookEvent && last.isSet();
    if (tookEvent) {
      event.get(taken, 0);
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

  /** Sends one command to an idle kernel, takes its events at once; cycles to the first of them. */
  int firstEventCycles(DirectBuffer bytes) {
    return cycles(bytes, true);
  }

  /** Sends one command to an idle kernel, takes its events at once; cycles until it is ready. */
  int readyCycles(DirectBuffer bytes) {
    return cycles(bytes, false);
  }

  private int cycles(DirectBuffer bytes, boolean toFirstEvent) {
    while (!isReady()) {
      clock(true);
    }
    offer(bytes);
    clock(true);
    int firstEvent = 0;
    int cycle = 1;
    for (; !isReady(); cycle++) {
      clock(true);
      firstEvent = firstEvent == 0 && tookEvent ? cycle : firstEvent;
    }
    clock(true);
    firstEvent = firstEvent == 0 && tookEvent ? cycle : firstEvent;
    return toFirstEvent ? firstEvent : cycle;
  }

  /** Draws whether something happens in {@code percent} of the cases. */
  static boolean chance(Random random, int percent) {
    return random.nextInt(100) < percent;
  }
}
