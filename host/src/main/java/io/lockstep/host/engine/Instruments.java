package io.lockstep.host.engine;

import io.lockstep.driver.CardDescription;
import io.lockstep.schema.client.InstrumentDefinedDecoder;
import io.lockstep.schema.client.Phase;

/** The instruments that are defined, by id. Changed only while nothing else is in flight. */
final class Instruments {
  private final Instrument[] defined;
  private final int levels;

  Instruments(CardDescription card) {
    defined = new Instrument[card.instruments()];
    levels = card.levels();
  }

  /** The instrument, or null. */
  Instrument get(int id) {
    return Integer.compareUnsigned(id, defined.length) < 0 ? defined[id] : null;
  }

  boolean fits(int id) {
    return Integer.compareUnsigned(id, defined.length) < 0;
  }

  void put(Instrument instrument) {
    defined[instrument.id()] = instrument;
  }

  Instrument read(InstrumentDefinedDecoder message) {
    return new Instrument(
        (int) message.instrument(),
        message.tickSize(),
        message.referencePrice(),
        message.windowBase(),
        levels,
        message.bandLow(),
        message.bandHigh(),
        message.maxPrice(),
        message.maxQuantity(),
        message.collar(),
        Phase.CONTINUOUS,
        false);
  }
}
