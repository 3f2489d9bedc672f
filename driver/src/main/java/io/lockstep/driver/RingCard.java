package io.lockstep.driver;

import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.EventRingBlockEncoder;
import io.lockstep.schema.card.FaultDecoder;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AtomicBuffer;

/**
 * A card behind a {@link Device}: commands go into its window, events come out of the ring in host
 * memory. {@link #offer} and {@link #poll} touch memory only, apart from a posted register write
 * each quarter of a ring.
 *
 * <p>One thread. The card is lost ({@link Card#FAULTED}, with {@link #failure}) when an event is
 * missing or out of sequence, its credit is impossible, it reports a fault itself, or the device
 * fails.
 */
public final class RingCard implements Card {
  /** {@link #failure} of a card that was closed while it was well. */
  public static final String CLOSED = "closed";

  private static final ByteOrder ORDER = EventHeaderDecoder.BYTE_ORDER;
  private static final int SEQUENCE_OFFSET = DoneDecoder.sequenceEncodingOffset();
  private static final int CONSUMED_OFFSET = EventHeaderDecoder.consumedEncodingOffset();
  private static final long RESET_NS_MAX = TimeUnit.SECONDS.toNanos(10);
  private static final int ENABLE = 1;
  private static final int RESET = 2;
  private static final int RESETTING = 1;

  static {
    // offer() writes template, flags and sequence, the first eight bytes, by one store.
    if (CommandHeaderEncoder.windowSequenceEncodingOffset() != Integer.BYTES) {
      throw new ExceptionInInitializerError("windowSequence has moved");
    }
  }

  private final Device device;
  private final CardRegisters registers;
  private final Optional<CardRegisters> ownCounters;
  private final AtomicBuffer window;
  private final AtomicBuffer ring;
  private final int windowSlots;
  private final int windowMask;
  private final int ringSlots;
  private final int ringMask;
  private final int headRegister;
  private final int headReturnEvents;

  private long offered;
  private long received;
  private long headReturned;
  private int consumed;
  private String failure = "";

  private RingCard(Device device, CardRegisters registers) {
    this.device = device;
    this.registers = registers;
    this.ownCounters = Optional.of(registers);
    this.window = device.commandWindow();
    this.ring = device.eventRing();
    this.windowSlots = registers.description().windowSlots();
    this.windowMask = windowSlots - 1;
    this.ringSlots = ring.capacity() / MESSAGE_BYTES;
    this.ringMask = ringSlots - 1;
    this.headRegister = registers.eventRingField(EventRingBlockEncoder.headEncodingOffset());
    this.headReturnEvents = Math.max(1, ringSlots / 4);
  }

  /**
   * Finds the card's registers, resets it and starts it.
   *
   * @param device belongs to the card from here on, and is closed if the card is refused.
   * @throws CardRefusedException if it is no card that this driver can use, or lacks something.
   */
  public static RingCard open(Device device, CardRequirements requirements) {
    try {
      CardRegisters registers = CardRegisters.discover(device);
      requirements.requireMetBy(registers.description());
      requireMemory(device, registers.description());
      RingCard card = new RingCard(device, registers);
      card.start();
      return card;
    } catch (RuntimeException e) {
      device.close();
      throw e;
    }
  }

  private static void requireMemory(Device device, CardDescription card) {
    int ringBytes = device.eventRing().capacity();
    if (ringBytes < MESSAGE_BYTES || Integer.bitCount(ringBytes) != 1) {
      throw new CardRefusedException(
          "the event ring has " + ringBytes + " bytes, not a power of two of events");
    }
    int windowBytes = device.commandWindow().capacity();
    if (windowBytes < (long) card.windowSlots() * MESSAGE_BYTES) {
      throw new CardRefusedException(
          String.format(
              "the card names %d window slots, but BAR 2 has %d bytes",
              card.windowSlots(), windowBytes));
    }
  }

  private void start() {
    int control = registers.eventRingField(EventRingBlockEncoder.controlEncodingOffset());
    int status = registers.eventRingField(EventRingBlockEncoder.statusEncodingOffset());
    int base = registers.eventRingField(EventRingBlockEncoder.ringBaseEncodingOffset());
    int slots = registers.eventRingField(EventRingBlockEncoder.slotsEncodingOffset());
    device.writeRegister(control, RESET);
    long deadlineNs = System.nanoTime() + RESET_NS_MAX;
    // Control reads the enable bit alone: 0 once the reset has been taken.
    while ((device.readRegister(status) & RESETTING) != 0 || device.readRegister(control) != 0) {
      if (System.nanoTime() - deadlineNs > 0) {
        throw new CardRefusedException("the card's reset did not end within ten seconds");
      }
    }
    // Only now: until the reset a running card may still have written events.
    ring.setMemory(0, ring.capacity(), (byte) 0);
    VarHandle.fullFence();
    device.writeRegister(base, (int) device.eventRingBusAddress());
    device.writeRegister(base + Integer.BYTES, (int) (device.eventRingBusAddress() >>> 32));
    device.writeRegister(slots, ringSlots);
    device.writeRegister(headRegister, 0);
    device.writeRegister(control, ENABLE);
  }

  @Override
  public void reset() {
    if (failure.isEmpty()) {
      offered = 0;
      received = 0;
      headReturned = 0;
      consumed = 0;
      start();
    }
  }

  @Override
  public long offer(DirectBuffer command, int offset) {
    if (!failure.isEmpty()) {
      return FAULTED;
    }
    if ((int) offered - consumed == windowSlots) {
      return NO_CREDIT;
    }
    int slot = ((int) offered & windowMask) * MESSAGE_BYTES;
    window.putBytes(slot + Long.BYTES, command, offset + Long.BYTES, MESSAGE_BYTES - Long.BYTES);
    long first = command.getLong(offset, ORDER) & 0xFFFF_FFFFL | offered << 32;
    window.putLongRelease(slot, littleEndian(first));
    // Drains the write-combining buffers: the slot leaves now, not when the next one is written.
    VarHandle.fullFence();
    return offered++;
  }

  @Override
  public int poll(EventHandler handler, int limit) {
    if (!failure.isEmpty()) {
      return FAULTED;
    }
    int taken = take(handler, limit);
    if (taken == 0 && limit > 0) {
      int advanced = device.advance();
      taken = take(handler, limit);
      // What came before the loss is handed over first: it may tell how the loss came about.
      if (taken == 0 && advanced == Device.LOST) {
        return fault(device.failure());
      }
    }
    return taken;
  }

  private int take(EventHandler handler, int limit) {
    int taken = 0;
    while (taken < limit && failure.isEmpty()) {
      int slot = ((int) received & ringMask) * MESSAGE_BYTES;
      int sequence = littleEndian(ring.getIntVolatile(slot + SEQUENCE_OFFSET));
      if (sequence != (int) (received + 1)) {
        return sequence == previousLap() ? taken : orFault(taken, gap(sequence));
      }
      String wrong = takeCredit(slot);
      if (!wrong.isEmpty()) {
        return orFault(taken, wrong);
      }
      received++;
      taken++;
      handler.onEvent(ring, slot);
      if (received - headReturned >= headReturnEvents) {
        returnHead();
      }
    }
    return taken;
  }

  /** What the slot of the next event holds until that comes. */
  private int previousLap() {
    return received < ringSlots ? 0 : (int) (received + 1 - ringSlots);
  }

  /** Reads an event's credit; answers what is wrong with the event, or nothing. */
  private String takeCredit(int slot) {
    int now = ring.getInt(slot + CONSUMED_OFFSET, ORDER);
    if (now - consumed < 0 || (int) offered - now < 0) {
      return credit(now);
    }
    consumed = now;
    if (ring.getShort(slot, ORDER) == FaultDecoder.TEMPLATE_ID) {
      // The event itself is still handed over.
      int code = ring.getShort(slot + FaultDecoder.codeEncodingOffset(), ORDER) & 0xFFFF;
      failure = "the card reports fault " + code;
    }
    return "";
  }

  private void returnHead() {
    headReturned = received;
    // The card may overwrite these events once it has the head: they must have been read before.
    VarHandle.releaseFence();
    device.writeRegister(headRegister, (int) received);
  }

  private String gap(int sequence) {
    return String.format(
        "event %d is missing: its slot holds number %d",
        received + 1 & 0xFFFF_FFFFL, Integer.toUnsignedLong(sequence));
  }

  private String credit(int now) {
    return String.format(
        "event %d reports %d commands consumed, after %d, of %d offered",
        received + 1 & 0xFFFF_FFFFL,
        Integer.toUnsignedLong(now),
        Integer.toUnsignedLong(consumed),
        offered);
  }

  /** Events already handed over are reported first; the next call answers that the card is lost. */
  private int orFault(int taken, String why) {
    int fault = fault(why);
    return taken > 0 ? taken : fault;
  }

  private int fault(String why) {
    failure = why.isEmpty() ? "the device failed" : why;
    return FAULTED;
  }

  private static long littleEndian(long value) {
    return ByteOrder.nativeOrder() == ORDER ? value : Long.reverseBytes(value);
  }

  private static int littleEndian(int value) {
    return ByteOrder.nativeOrder() == ORDER ? value : Integer.reverseBytes(value);
  }

  /** Why the card is lost; empty while it is not. */
  @Override
  public String failure() {
    return failure;
  }

  @Override
  public Optional<CardRegisters> ownCounters() {
    return ownCounters;
  }

  /** The card's registers: counters, latencies. Each read goes over the bus. */
  public CardRegisters registers() {
    return registers;
  }

  @Override
  public CardDescription description() {
    return registers.description();
  }

  /** Closes the device. Afterwards the card answers that it is lost. */
  @Override
  public void close() {
    if (failure.isEmpty()) {
      failure = CLOSED;
    }
    device.close();
  }
}
