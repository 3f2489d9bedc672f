package io.lockstep.host.engine;

import io.lockstep.driver.CardDescription;
import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.client.InstrumentDefinedDecoder;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.snapshot.InstrumentStateDecoder;
import io.lockstep.schema.snapshot.InstrumentStateEncoder;

/**
 * The instruments that are defined, by id: as log messages have them, and as the card has taken
 * them. Changed only while nothing else is in flight.
 */
final class Instruments implements SnapshotPart {
  private final Instrument[] defined;
  private final Instrument[] onCard;
  private final int levels;

  Instruments(CardDescription card) {
    defined = new Instrument[card.instruments()];
    onCard = new Instrument[card.instruments()];
    levels = card.levels();
  }

  /** Ids are below. */
  int capacity() {
    return defined.length;
  }

  /** The instrument, or null. */
  Instrument get(int id) {
    return fits(id) ? defined[id] : null;
  }

  boolean fits(int id) {
    return Integer.compareUnsigned(id, defined.length) < 0;
  }

  /** Of the instruments whose schedules have something due, that with the lowest id, or null. */
  Instrument firstDue(long timeNs) {
    for (Instrument instrument : defined) {
      if (instrument != null && instrument.dueNs() <= timeNs) {
        return instrument;
      }
    }
    return null;
  }

  void put(Instrument instrument) {
    defined[instrument.id()] = instrument;
  }

  /** The card has taken what log messages made of the instrument. */
  void settle(int id) {
    onCard[id] = defined[id];
  }

  /** The instrument with the window and the band that the card has, or null. */
  Instrument onCard(int id) {
    return onCard[id];
  }

  /** The instrument that a definition tells of, in its first phase. */
  Instrument read(InstrumentDefinedDecoder message) {
    InstrumentTerms terms =
        new InstrumentTerms(
            (int) message.instrument(),
            message.tickSize(),
            message.referencePrice(),
            message.maxPrice(),
            message.maxQuantity(),
            message.collar(),
            message.multiplier(),
            message.haltNs(),
            message.callNs());
    Phase phase = message.phase();
    return new Instrument(
        terms,
        message.windowBase(),
        levels,
        message.bandLow(),
        message.bandHigh(),
        phase,
        phase == Phase.CALL,
        Instrument.NEVER);
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    InstrumentStateEncoder record = new InstrumentStateEncoder();
    for (Instrument instrument : defined) {
      if (instrument != null) {
        instrument.write(to.next(record));
      }
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != InstrumentStateDecoder.TEMPLATE_ID) {
      return false;
    }
    InstrumentStateDecoder record = from.as(new InstrumentStateDecoder());
    Invariant.check(fits(record.instrument()), "the card has room for the snapshot's instruments");
    put(Instrument.read(record, levels));
    settle(record.instrument());
    return true;
  }
}
