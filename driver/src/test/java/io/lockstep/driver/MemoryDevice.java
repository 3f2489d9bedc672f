package io.lockstep.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.BarrierDecoder;
import io.lockstep.schema.card.BlockHeaderDecoder;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.DoneEncoder;
import io.lockstep.schema.card.EventHeaderEncoder;
import io.lockstep.schema.card.EventRingBlockEncoder;
import io.lockstep.schema.card.TemplateId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A bus with memory on both ends, and a card that answers each barrier with as many `done` as its
 * log sequence says (modulo 4, plus one). It keeps to the contract of docs/card.md: takes a slot
 * only when its sequence is the next, never overwrites an event that the host has not taken, and
 * writes the sequence of an event last.
 */
final class MemoryDevice implements Device {
  static final long RING_BUS_ADDRESS = 0x1_2345_6000L;

  private static final int RESET_READS = 3;

  final UnsafeBuffer registers;
  final UnsafeBuffer window;
  final UnsafeBuffer ring;
  final int ringSlots;
  private final int windowSlots;
  private final EventHeaderEncoder eventHeader = new EventHeaderEncoder();
  private final DoneEncoder done = new DoneEncoder();
  private final UnsafeBuffer event = new UnsafeBuffer(new byte[64]);

  boolean ownThread;
  boolean lost;
  boolean closed;
  boolean resetNeverEnds;
  long headWrites;
  private boolean enabled;
  private int resetReadsLeft;
  private int eventsOfCommandLeft;
  private volatile int head;
  private volatile int written;
  private int consumed;

  MemoryDevice(int windowSlots, int ringSlots) {
    this.windowSlots = windowSlots;
    this.ringSlots = ringSlots;
    this.registers = RegisterImage.create(windowSlots);
    this.window = new UnsafeBuffer(ByteBuffer.allocateDirect(windowSlots * 64));
    this.ring = new UnsafeBuffer(ByteBuffer.allocateDirect(ringSlots * 64));
    forget();
    ring.setMemory(0, ring.capacity(), (byte) 0x55);
  }

  @Override
  public int registerBytes() {
    return RegisterImage.BYTES;
  }

  @Override
  public int readRegister(int byteOffset) {
    if (byteOffset == RegisterImage.RING + EventRingBlockEncoder.statusEncodingOffset()) {
      return resetNeverEnds || resetReadsLeft-- > 0 ? 1 : 0;
    }
    return registers.getInt(byteOffset, BlockHeaderDecoder.BYTE_ORDER);
  }

  @Override
  public void writeRegister(int byteOffset, int value) {
    registers.putInt(byteOffset, value, BlockHeaderDecoder.BYTE_ORDER);
    int field = byteOffset - RegisterImage.RING;
    if (field == EventRingBlockEncoder.headEncodingOffset()) {
      if (value - head < 0 || written - value < 0) {
        throw new AssertionError("head " + value + " after " + head);
      }
      head = value;
      headWrites++;
    } else if (field == EventRingBlockEncoder.controlEncodingOffset()) {
      registers.putInt(byteOffset, value & 1, BlockHeaderDecoder.BYTE_ORDER);
      if (value == 2) {
        resetReadsLeft = RESET_READS;
        enabled = false;
        forget();
      } else {
        start();
      }
    }
  }

  private void forget() {
    head = 0;
    written = 0;
    consumed = 0;
    eventsOfCommandLeft = 0;
    for (int slot = 0; slot < windowSlots; slot++) {
      window.putInt(slot * 64 + 4, ~slot, ByteOrder.LITTLE_ENDIAN);
    }
  }

  private void start() {
    assertTrue(resetReadsLeft < 0, "enabled before the reset ended");
    long base =
        registers.getLong(
            RegisterImage.RING + EventRingBlockEncoder.ringBaseEncodingOffset(),
            ByteOrder.LITTLE_ENDIAN);
    assertEquals(RING_BUS_ADDRESS, base);
    assertEquals(
        ringSlots,
        registers.getInt(
            RegisterImage.RING + EventRingBlockEncoder.slotsEncodingOffset(),
            ByteOrder.LITTLE_ENDIAN));
    for (int i = 0; i < ring.capacity(); i++) {
      assertEquals(0, ring.getByte(i), "the ring was not cleared before the start");
    }
    enabled = true;
  }

  @Override
  public AtomicBuffer commandWindow() {
    return window;
  }

  @Override
  public AtomicBuffer eventRing() {
    return ring;
  }

  @Override
  public long eventRingBusAddress() {
    return RING_BUS_ADDRESS;
  }

  @Override
  public int advance() {
    if (lost) {
      return LOST;
    }
    while (!ownThread && work()) {}
    return 0;
  }

  @Override
  public String failure() {
    return lost ? "it was unplugged" : "";
  }

  /** Writes one event, if there is a command to answer and room. */
  boolean work() {
    if (!enabled) {
      return false;
    }
    if (eventsOfCommandLeft == 0) {
      int slot = (consumed & windowSlots - 1) * 64;
      if (window.getIntVolatile(slot + 4) != consumed) {
        return false;
      }
      assertEquals(BarrierDecoder.TEMPLATE_ID, window.getShort(slot, ByteOrder.LITTLE_ENDIAN));
      long logSequence =
          window.getLong(
              slot + CommandHeaderDecoder.logSequenceEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
      done.wrap(event, 0).lines(window.getInt(slot + 60, ByteOrder.LITTLE_ENDIAN));
      eventsOfCommandLeft = eventsFor(logSequence);
      consumed++;
    }
    if (written - head == ringSlots) {
      return false;
    }
    eventsOfCommandLeft--;
    writeEvent(TemplateId.DONE.value(), written + 1, consumed);
    return true;
  }

  static int eventsFor(long logSequence) {
    return 1 + (int) (logSequence & 3);
  }

  /** Writes an event as it is told to, right or wrong. */
  void writeEvent(int template, int sequence, int consumedNow) {
    int slot = (written & ringSlots - 1) * 64;
    eventHeader.wrap(event, 0).templateId(template).consumed(consumedNow & 0xFFFF_FFFFL);
    eventHeader.flags().clear().last(eventsOfCommandLeft == 0);
    ring.putBytes(slot, event, 0, 60);
    // Counted first: the host may answer with its head as soon as the sequence is there.
    written = written + 1;
    ring.putIntRelease(slot + 60, sequence);
  }

  int consumed() {
    return consumed;
  }

  int written() {
    return written;
  }

  @Override
  public void close() {
    closed = true;
  }
}
