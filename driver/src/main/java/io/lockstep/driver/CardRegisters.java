package io.lockstep.driver;

import io.lockstep.schema.card.CapacityBlockDecoder;
import io.lockstep.schema.card.CardSchemaHash;
import io.lockstep.schema.card.CounterBlockDecoder;
import io.lockstep.schema.card.EventRingBlockDecoder;
import io.lockstep.schema.card.IdentityBlockDecoder;
import io.lockstep.schema.card.LatencyBlockDecoder;
import io.lockstep.schema.card.RejectReason;

/**
 * A card's registers, found by walking the chain of blocks. Each read goes over the bus: for start,
 * display and tests, never on the path of an order.
 */
public final class CardRegisters {
  /** The pool has at least this many more slots than live orders: slots the host has not freed. */
  static final int SPARE_SLOTS_MIN = 256;

  private final Device device;
  private final CardDescription description;
  private final int eventRing;
  private final int counters;
  private final int latency;

  private CardRegisters(Device device, RegisterChain chain) {
    this.device = device;
    this.description = describe(chain);
    this.eventRing = chain.offset(EventRingBlockDecoder.TEMPLATE_ID);
    this.counters = chain.offset(CounterBlockDecoder.TEMPLATE_ID);
    this.latency = chain.offset(LatencyBlockDecoder.TEMPLATE_ID);
    requireConsistent(description);
  }

  /**
   * Reads what the card says of itself.
   *
   * @throws CardRefusedException if it is no card of this schema, or contradicts itself.
   */
  public static CardRegisters discover(Device device) {
    return new CardRegisters(device, new RegisterChain(device));
  }

  private static CardDescription describe(RegisterChain chain) {
    IdentityBlockDecoder identity = new IdentityBlockDecoder();
    identity.wrap(
        chain.copy(IdentityBlockDecoder.TEMPLATE_ID),
        0,
        IdentityBlockDecoder.BLOCK_LENGTH,
        IdentityBlockDecoder.SCHEMA_VERSION);
    if (identity.schemaHash() != CardSchemaHash.VALUE) {
      throw new CardRefusedException(
          String.format(
              "the card was built from schema %016x, this driver from %016x; program the card with"
                  + " a design of this release",
              identity.schemaHash(), CardSchemaHash.VALUE));
    }
    CapacityBlockDecoder capacity = new CapacityBlockDecoder();
    capacity.wrap(
        chain.copy(CapacityBlockDecoder.TEMPLATE_ID),
        0,
        CapacityBlockDecoder.BLOCK_LENGTH,
        CapacityBlockDecoder.SCHEMA_VERSION);
    return new CardDescription(
        (int) identity.revision(),
        identity.schemaHash(),
        (int) identity.rulesVersionMin(),
        (int) identity.rulesVersionMax(),
        (int) identity.clockKilohertz(),
        positive("instruments", capacity.instruments()),
        positive("levels", capacity.levels()),
        positive("order slots", capacity.orderSlots()),
        positive("live orders", capacity.liveOrders()),
        positive("accounts", capacity.accounts()),
        (int) capacity.portfolios(),
        (int) capacity.positions(),
        (int) capacity.scenarios(),
        (int) capacity.groups(),
        positive("window slots", capacity.windowSlots()));
  }

  private static int positive(String what, long value) {
    if (value < 1 || value > Integer.MAX_VALUE) {
      throw new CardRefusedException("the card reports " + value + " " + what);
    }
    return (int) value;
  }

  private static void requireConsistent(CardDescription card) {
    if (card.orderSlots() - card.liveOrders() < SPARE_SLOTS_MIN) {
      throw new CardRefusedException(
          String.format(
              "the card allows %d live orders in %d slots; at least %d slots must be spare",
              card.liveOrders(), card.orderSlots(), SPARE_SLOTS_MIN));
    }
    if (Integer.bitCount(card.windowSlots()) != 1) {
      throw new CardRefusedException(
          "the card's window has " + card.windowSlots() + " slots, not a power of two");
    }
    if (card.rulesVersionMin() > card.rulesVersionMax()) {
      throw new CardRefusedException(
          String.format(
              "the card reports rules from version %d to %d",
              card.rulesVersionMin(), card.rulesVersionMax()));
    }
  }

  /** What the card can hold, and by which schema and rules. */
  public CardDescription description() {
    return description;
  }

  /**
   * Where a register of the event ring block is.
   *
   * @param fieldOffset in the block.
   * @return the offset in BAR 0.
   */
  public int eventRingField(int fieldOffset) {
    return eventRing + fieldOffset;
  }

  /** Commands taken from the window since reset, modulo 2^32. */
  public long commands() {
    return counter(CounterBlockDecoder.commandsEncodingOffset());
  }

  /** Events written since reset, modulo 2^32. */
  public long events() {
    return counter(CounterBlockDecoder.eventsEncodingOffset());
  }

  /** Whole slots that the card dropped because their sequence was not the next. */
  public long windowOutOfSequence() {
    return counter(CounterBlockDecoder.windowOutOfSequenceEncodingOffset());
  }

  /** Writes to the window that the card refused. */
  public long windowBadWrites() {
    return counter(CounterBlockDecoder.windowBadWriteEncodingOffset());
  }

  /** Cycles in which an event waited for room in the ring. */
  public long stallCycles() {
    return counter(CounterBlockDecoder.stallCyclesEncodingOffset());
  }

  /** Event writes that the bus answered with an error. */
  public long busErrors() {
    return counter(CounterBlockDecoder.busErrorsEncodingOffset());
  }

  /** Commands refused for a reason. */
  public long rejects(RejectReason reason) {
    int offset = CounterBlockDecoder.rejectsEncodingOffset() + reason.value() * Integer.BYTES;
    return counter(offset);
  }

  /**
   * Commands by cycles from kernel port to last event.
   *
   * @param cycles 0 to 63; the last counts those that took longer, too.
   */
  public long latencyCount(int cycles) {
    if (cycles < 0 || cycles >= LatencyBlockDecoder.bucketsLength()) {
      throw new IndexOutOfBoundsException("cycles " + cycles);
    }
    int offset = LatencyBlockDecoder.bucketsEncodingOffset() + cycles * Integer.BYTES;
    return Integer.toUnsignedLong(device.readRegister(latency + offset));
  }

  private long counter(int fieldOffset) {
    return Integer.toUnsignedLong(device.readRegister(counters + fieldOffset));
  }
}
