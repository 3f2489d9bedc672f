package io.lockstep.sim.pcie;

import io.lockstep.driver.CardRegisters;
import io.lockstep.driver.Device;
import io.lockstep.schema.card.EventRingBlockDecoder;
import io.lockstep.sim.verilated.VerilatedDevice;
import java.nio.ByteBuffer;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A Verilated card behind a bus that cuts and mixes the writes to its window. */
final class ScatteringDevice implements Device {
  private static final int RESET = 2;

  private final VerilatedDevice device;
  private final UnsafeBuffer window;
  private final WindowCarrier carrier;
  private final WindowWrites writes;
  private final int control;

  ScatteringDevice(VerilatedDevice device, long seed) {
    this.device = device;
    window = new UnsafeBuffer(ByteBuffer.allocateDirect(device.commandWindow().capacity()));
    carrier = new WindowCarrier(window);
    writes = WindowWrites.scattered(device, seed);
    control =
        CardRegisters.discover(device)
            .eventRingField(EventRingBlockDecoder.controlEncodingOffset());
  }

  @Override
  public int registerBytes() {
    return device.registerBytes();
  }

  @Override
  public int readRegister(int byteOffset) {
    return device.readRegister(byteOffset);
  }

  @Override
  public void writeRegister(int byteOffset, int value) {
    if (byteOffset == control && value == RESET) {
      writes.clear();
      carrier.restart();
    }
    device.writeRegister(byteOffset, value);
  }

  @Override
  public AtomicBuffer commandWindow() {
    return window;
  }

  @Override
  public AtomicBuffer eventRing() {
    return device.eventRing();
  }

  @Override
  public long eventRingBusAddress() {
    return device.eventRingBusAddress();
  }

  /** Some pieces arrive, then the card works. */
  @Override
  public int advance() {
    carrier.carry(writes);
    return writes.deliverSome() == LOST ? LOST : device.advance();
  }

  @Override
  public String failure() {
    return device.failure();
  }

  @Override
  public void close() {
    device.close();
  }
}
