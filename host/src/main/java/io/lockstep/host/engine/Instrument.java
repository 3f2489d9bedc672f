package io.lockstep.host.engine;

import io.lockstep.driver.CommandWriter;
import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.snapshot.InstrumentStateDecoder;
import io.lockstep.schema.snapshot.InstrumentStateEncoder;
import io.lockstep.schema.snapshot.Truth;

/**
 * An instrument as it is now. Changed by log messages, once the card took the change.
 *
 * @param terms what never changes.
 * @param windowBase lowest price of the book, ticks.
 * @param levels ticks that the book has.
 * @param bandLow no trade below, ticks.
 * @param bandHigh no trade above, ticks.
 * @param phase that it is in.
 * @param collects its orders are parked for an auction: in a call, and in a halt of one.
 * @param dueNs time of the log at which its breaker's schedule moves it on, or {@link #NEVER}.
 */
record Instrument(
    InstrumentTerms terms,
    int windowBase,
    int levels,
    int bandLow,
    int bandHigh,
    Phase phase,
    boolean collects,
    long dueNs) {
  /** No schedule runs. */
  static final long NEVER = Long.MAX_VALUE;

  /** As clients and the card name it. */
  int id() {
    return terms.id();
  }

  /** Price units a tick. */
  long tickSize() {
    return terms.tickSize();
  }

  /** True for a price that has a level. */
  boolean windowHolds(long ticks) {
    return ticks >= windowBase && ticks < (long) windowBase + levels;
  }

  /** The limit of a market order: the mark moved by the collar, cut at the band. */
  int marketLimitTicks(boolean buy, long markTicks) {
    long collar = buy ? terms.collarTicks() : -terms.collarTicks();
    return (int) Math.max(bandLow, Math.min(bandHigh, markTicks + collar));
  }

  /**
   * True for a resting order's price on the far side of the book, where it has no level and waits
   * outside the book until the window comes.
   */
  boolean isBehindWindow(int priceTicks, boolean buy) {
    return buy ? priceTicks < windowBase : priceTicks >= (long) windowBase + levels;
  }

  /** True for an order's price outside the band on the near side of the book: it must not rest. */
  boolean isBeyondBand(int priceTicks, boolean buy) {
    return buy ? priceTicks > bandHigh : priceTicks < bandLow;
  }

  /** What the phase has against a replace, or {@link RejectReason#NONE}. */
  RejectReason phaseFault() {
    return switch (phase) {
      case HALTED -> RejectReason.INSTRUMENT_HALTED;
      case CLOSED -> RejectReason.INSTRUMENT_CLOSED;
      default -> RejectReason.NONE;
    };
  }

  /**
   * What the phase has against a new order, or {@link RejectReason#NONE}: a call takes only limits
   * that stay.
   */
  RejectReason phaseFault(int orderType, int timeInForce) {
    if (phase != Phase.CALL) {
      return phaseFault();
    }
    if (orderType == OrderCodes.MARKET) {
      return RejectReason.MARKET_IN_CALL;
    }
    if (timeInForce == OrderCodes.IOC) {
      return RejectReason.IOC_IN_CALL;
    }
    return timeInForce == OrderCodes.FOK ? RejectReason.FOK_IN_CALL : RejectReason.NONE;
  }

  /**
   * Writes the card command that defines it.
   *
   * @param margin what it is for margin, or null.
   */
  void write(CommandWriter writer, MarginContract margin) {
    writer
        .setInstrument(
            id(), windowBase, bandLow, bandHigh, terms.maxPriceTicks(), terms.maxQuantityLots())
        .multiplier(terms.multiplier());
    if (margin != null) {
      writer.margin(margin.group(), margin.closeBand(), margin.worstFee(), margin.positionLimit());
    }
  }

  /** True when a trade at the price, in continuous trading, is for the breaker. */
  boolean breaksAt(int priceTicks) {
    return terms.hasBreaker() && (priceTicks == bandLow || priceTicks == bandHigh);
  }

  /** As an operator wants it; a schedule ends. */
  Instrument inPhase(Phase next) {
    return inPhase(next, NEVER);
  }

  /** Halted by its breaker, whose schedule begins. */
  Instrument haltedByBreaker(long nowNs) {
    return inPhase(Phase.HALTED, nowNs + terms.haltNs());
  }

  /** The next phase of its breaker's schedule: after the halt a call, then continuous trading. */
  Instrument movedOn(long nowNs) {
    return phase == Phase.HALTED
        ? inPhase(Phase.CALL, nowNs + terms.callNs())
        : inPhase(Phase.CONTINUOUS, NEVER);
  }

  private Instrument inPhase(Phase next, long nextDueNs) {
    boolean stillCollects = next == Phase.CALL || next == Phase.HALTED && collects;
    return new Instrument(
        terms, windowBase, levels, bandLow, bandHigh, next, stillCollects, nextDueNs);
  }

  Instrument withBand(int low, int high) {
    return new Instrument(terms, windowBase, levels, low, high, phase, collects, dueNs);
  }

  Instrument withWindow(int base) {
    return new Instrument(terms, base, levels, bandLow, bandHigh, phase, collects, dueNs);
  }

  // ------------------------------------------------------------------ snapshot

  void write(InstrumentStateEncoder record) {
    terms.write(record);
    record
        .windowBase(windowBase)
        .bandLow(bandLow)
        .bandHigh(bandHigh)
        .phase(phase.value())
        .collects(SnapshotWriter.truth(collects))
        .dueNs(dueNs);
  }

  static Instrument read(InstrumentStateDecoder record, int levels) {
    long dueNs = record.dueNs(); // null in snapshots of version 0, which know no breakers
    return new Instrument(
        InstrumentTerms.read(record),
        record.windowBase(),
        levels,
        record.bandLow(),
        record.bandHigh(),
        Phase.get(record.phase()),
        record.collects() == Truth.YES,
        dueNs == InstrumentStateDecoder.dueNsNullValue() ? NEVER : dueNs);
  }
}
