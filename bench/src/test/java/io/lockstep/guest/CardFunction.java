package io.lockstep.guest;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardRegisters;
import io.lockstep.driver.pcie.PcieIds;
import io.lockstep.schema.card.EventRingBlockDecoder;
import io.lockstep.sim.pcie.WindowWrites;
import io.lockstep.sim.verilated.VerilatedCardBuild;
import io.lockstep.sim.verilated.VerilatedDevice;
import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The Verilated card as a PCI function: what comes from the bus goes to its registers and its
 * window, and its events go to the address in its own ringBase register. It works between two
 * accesses of the bus, until every command is answered. One thread.
 */
final class CardFunction implements AutoCloseable {
  private static final int RING_SLOTS_AT_OPEN = 64;
  private static final int ENABLE = 1;
  private static final long ALL_ONES = -1;

  private final GuestMemory memory = new GuestMemory();
  private final VerilatedDevice device =
      new VerilatedDevice(VerilatedCardBuild.library(), RING_SLOTS_AT_OPEN);
  private final CardRegisters registers = CardRegisters.discover(device);
  private final UnsafeBuffer stored = new UnsafeBuffer(new byte[Long.BYTES]);
  private final ConfigurationSpace configuration;
  private final WindowWrites window;
  private boolean enabled;
  private int bytesOnTheirWay;
  private long commands;

  /**
   * A card after power-on.
   *
   * @param seed by which the window's stores are split and permuted.
   */
  CardFunction(long seed) {
    configuration =
        new ConfigurationSpace(
            PcieIds.VENDOR, PcieIds.DEVICE, PcieIds.CLASS, registerBytes(), windowBytes());
    window = WindowWrites.scattered(device, seed);
  }

  /** Size of BAR 0. */
  int registerBytes() {
    return device.registerBytes();
  }

  /** Size of BAR 2. */
  int windowBytes() {
    return device.commandWindow().capacity();
  }

  ConfigurationSpace configuration() {
    return configuration;
  }

  GuestMemory memory() {
    return memory;
  }

  /** A load by the driver, of up to eight bytes; nobody answers outside the BARs. */
  long read(long busAddress, int bytes) {
    long offset = busAddress - configuration.registers();
    if (offset < 0 || offset >= registerBytes() || bytes != Integer.BYTES) {
      return ALL_ONES;
    }
    deliver();
    long value = Integer.toUnsignedLong(device.readRegister((int) offset));
    work();
    return value;
  }

  /** A store by the driver, of up to eight bytes. */
  void write(long busAddress, int bytes, long value) {
    long inWindow = busAddress - configuration.window();
    if (inWindow >= 0 && inWindow < windowBytes()) {
      store((int) inWindow, bytes, value);
      return;
    }
    long offset = busAddress - configuration.registers();
    if (offset >= 0 && offset < registerBytes() && bytes == Integer.BYTES) {
      deliver();
      writeRegister((int) offset, (int) value);
      work();
    }
  }

  /** The driver fences after each command: until then its stores may arrive in any order. */
  private void store(int offset, int bytes, long value) {
    stored.putLong(0, value, ByteOrder.LITTLE_ENDIAN);
    window.add(offset, stored, 0, bytes);
    bytesOnTheirWay += bytes;
    if (bytesOnTheirWay == Card.MESSAGE_BYTES) {
      commands++;
      deliver();
      work();
    }
  }

  private void deliver() {
    window.deliverAll();
    bytesOnTheirWay = 0;
  }

  private void writeRegister(int offset, int value) {
    if (offset == registers.eventRingField(EventRingBlockDecoder.controlEncodingOffset())) {
      enabled = (value & ENABLE) != 0;
      // Without bus mastering the ring stays out of reach, and the card's first event is its last.
      if (enabled && configuration.isBusMaster()) {
        placeRing();
      }
    }
    device.writeRegister(offset, value);
  }

  private void placeRing() {
    int base = registers.eventRingField(EventRingBlockDecoder.ringBaseEncodingOffset());
    int slots = registers.eventRingField(EventRingBlockDecoder.slotsEncodingOffset());
    long address = Integer.toUnsignedLong(device.readRegister(base));
    address |= (long) device.readRegister(base + Integer.BYTES) << Integer.SIZE;
    int bytes = Math.multiplyExact(device.readRegister(slots), Card.MESSAGE_BYTES);
    device.placeEventRing(address, memory.map(address, bytes));
  }

  /** Lets an enabled card answer what it has, as far as the ring has room. */
  private void work() {
    long ran = enabled ? 1 : 0;
    while (ran > 0 && ran < VerilatedDevice.STEP_CYCLES_MAX) {
      long before = device.cycles();
      device.advance();
      ran = device.cycles() - before;
    }
  }

  /** Commands that came whole through the window. */
  long commands() {
    return commands;
  }

  /** Why the card is lost; empty while it is not. */
  String failure() {
    return device.failure();
  }

  @Override
  public void close() {
    device.close();
    memory.close();
  }
}
