package io.lockstep.sim.pcie;

import io.lockstep.driver.CardRegisters;
import io.lockstep.driver.Device;
import io.lockstep.schema.card.EventRingBlockDecoder;
import io.lockstep.sim.verilated.VerilatedDevice;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The Verilated card behind the files of a {@link FakePciTree}, for a driver in another process.
 *
 * <p>Memory does not tell that it was read or written, so this looks. It takes commands as their
 * sequence comes up in the window, and registers as their value changes. What a driver reads is
 * there beforehand: the constant registers, and the counters as they were when the card last came
 * to rest. A reset that the driver has written to {@code control} stays to be read until it is
 * over; then 0 is, as on a card, and the driver waits for that.
 *
 * <p>One thread, which calls {@link #work} again and again.
 */
public final class FakePciCard implements AutoCloseable {
  private static final int ENABLE = 1;
  private static final int RESET = 2;
  private static final int RESETTING = 1;
  private static final int ALL_ONES = -1;
  private static final int COMMAND = 4;
  private static final int BUS_MASTER = 4;

  /** All register blocks of this release lie below. */
  private static final int MIRRORED_BYTES = 1024;

  private static final long REST_NS = TimeUnit.MILLISECONDS.toNanos(5);

  private final FakePciTree tree;
  private final VerilatedDevice device;
  private final WindowWrites writes;
  private final UnsafeBuffer configuration;
  private final UnsafeBuffer registers;
  private final WindowCarrier carrier;
  private final int base;
  private final int slots;
  private final int head;
  private final int control;
  private final int status;

  private boolean enabled;
  private int headSeen;
  private boolean mirrored;
  private long restingSinceNs;

  /**
   * @param device after power-on; closed with this.
   * @param writes how the window's commands come to it.
   */
  public FakePciCard(FakePciTree tree, VerilatedDevice device, WindowWrites writes)
      throws IOException {
    this.tree = tree;
    this.device = device;
    this.writes = writes;
    configuration = map(tree.function().resolve("config"));
    registers = map(tree.registers());
    carrier = new WindowCarrier(map(tree.window()));
    CardRegisters found = CardRegisters.discover(device);
    base = found.eventRingField(EventRingBlockDecoder.ringBaseEncodingOffset());
    slots = found.eventRingField(EventRingBlockDecoder.slotsEncodingOffset());
    head = found.eventRingField(EventRingBlockDecoder.headEncodingOffset());
    control = found.eventRingField(EventRingBlockDecoder.controlEncodingOffset());
    status = found.eventRingField(EventRingBlockDecoder.statusEncodingOffset());
    registers.setMemory(0, registers.capacity(), (byte) 0);
    mirror();
  }

  private static UnsafeBuffer map(Path path) throws IOException {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new UnsafeBuffer(file.map(MapMode.READ_WRITE, 0, file.size()));
    }
  }

  /**
   * Looks what the driver has done, and lets the card work on it.
   *
   * @return what was done; 0: nothing; {@link Device#LOST} once the card is lost.
   * @throws IOException if the driver says that the event ring is where it is not.
   */
  public int work() throws IOException {
    int work = control();
    if (work == Device.LOST) {
      return Device.LOST;
    }
    if (enabled && isBusMaster()) {
      int newHead = registers.getIntVolatile(head);
      if (newHead != headSeen) {
        headSeen = newHead;
        device.writeRegister(head, newHead);
        work++;
      }
      work += carrier.carry(writes);
      long cycles = device.cycles();
      if (writes.deliverSome() == Device.LOST || device.advance() == Device.LOST) {
        return Device.LOST;
      }
      work += device.cycles() == cycles ? 0 : 1;
    }
    rest(work);
    return work;
  }

  private int control() throws IOException {
    int value = registers.getIntVolatile(control);
    if ((value & RESET) != 0) {
      return reset();
    }
    if (value == ENABLE && !enabled) {
      enable();
      return 1;
    }
    return 0;
  }

  /** The driver waits for the end, and touches neither window nor ring until then. */
  private int reset() {
    enabled = false;
    writes.clear();
    carrier.restart();
    device.writeRegister(control, RESET);
    int found;
    do {
      found = device.readRegister(status); // which clocks the card
      if (found == ALL_ONES) {
        return Device.LOST;
      }
    } while ((found & RESETTING) != 0);
    mirror();
    registers.putIntVolatile(control, 0);
    return 1;
  }

  private void enable() throws IOException {
    int ringSlots = registers.getInt(slots);
    long address = registers.getLong(base);
    UnsafeBuffer ring = map(tree.ring());
    if (address != FakePciTree.RING_ADDRESS || ringSlots * 64L != ring.capacity()) {
      throw new IOException(
          String.format("the driver says that %d events are at 0x%x", ringSlots, address));
    }
    device.placeEventRing(address, ring);
    device.writeRegister(base, (int) address);
    device.writeRegister(base + Integer.BYTES, (int) (address >>> 32));
    device.writeRegister(slots, ringSlots);
    device.writeRegister(head, 0);
    device.writeRegister(control, ENABLE);
    headSeen = 0;
    enabled = true;
  }

  private boolean isBusMaster() {
    return (configuration.getShortVolatile(COMMAND) & BUS_MASTER) != 0;
  }

  /** Once nothing has happened for a while, the counters are shown as they are. */
  private void rest(int work) {
    if (work > 0) {
      mirrored = false;
      restingSinceNs = System.nanoTime();
    } else if (!mirrored && System.nanoTime() - restingSinceNs > REST_NS) {
      mirror();
    }
  }

  /** Copies what the driver may only read. */
  private void mirror() {
    for (int offset = 0; offset < MIRRORED_BYTES; offset += Integer.BYTES) {
      boolean isRing = offset >= base && offset <= status;
      if (!isRing) {
        registers.putInt(offset, device.readRegister(offset));
      }
    }
    mirrored = true;
  }

  /** Why the card is lost; empty while it is not. */
  public String failure() {
    return device.failure();
  }

  /** Takes the card off the bus: its registers read as all ones. */
  @Override
  public void close() {
    registers.setMemory(0, registers.capacity(), (byte) 0xFF);
    device.close();
  }
}
