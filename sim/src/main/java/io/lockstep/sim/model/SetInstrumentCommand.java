package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.TemplateId;
import org.agrona.DirectBuffer;

/** Set instrument: defines an instrument, or defines it anew while its book is empty. */
final class SetInstrumentCommand {
  private static final long MAX_PRICE = Integer.MAX_VALUE;
  private static final long MAX_QUANTITY = (1L << 28) - 1;

  private final CardState state;
  private final EventWriter events;
  private final SetInstrumentDecoder set = new SetInstrumentDecoder();

  SetInstrumentCommand(CardState state, EventWriter events) {
    this.state = state;
    this.events = events;
  }

  /** Executes the command at {@code offset}; returns why it was refused, NULL_VAL if it was not. */
  RejectReason execute(DirectBuffer command, int offset) {
    set.wrap(
        command, offset, SetInstrumentDecoder.BLOCK_LENGTH, SetInstrumentDecoder.SCHEMA_VERSION);
    RejectReason reason = refusal();
    if (reason == RejectReason.NULL_VAL) {
      state
          .instrument(set.instrument())
          .define(
              set.windowBase(),
              set.bandLow(),
              set.bandHigh(),
              (int) set.maxPrice(),
              (int) set.maxQuantity());
      events.done(TemplateId.SET_INSTRUMENT, 0);
    } else {
      events.rejected(SetInstrumentDecoder.TEMPLATE_ID, 0, 0, reason);
    }
    return reason;
  }

  private RejectReason refusal() {
    if (set.header().flags().getRaw() != 0) {
      return RejectReason.UNSUPPORTED_FIELD;
    }
    if (!state.hasInstrument(set.instrument())) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    if (isOutside(set.maxPrice(), MAX_PRICE) || isOutside(set.maxQuantity(), MAX_QUANTITY)) {
      return RejectReason.LIMITS_INVALID;
    }
    int base = set.windowBase();
    int levels = state.capacities.levels();
    if (base == Integer.MIN_VALUE || (long) base + levels - 1 > Integer.MAX_VALUE) {
      return RejectReason.WINDOW_INVALID;
    }
    if (Bands.isOutsideWindow(set.bandLow(), set.bandHigh(), base, levels)) {
      return RejectReason.BAND_OUTSIDE_WINDOW;
    }
    if (state.instrument(set.instrument()).book.orders() > 0) {
      return RejectReason.BOOK_NOT_EMPTY;
    }
    return RejectReason.NULL_VAL;
  }

  private static boolean isOutside(long value, long largest) {
    return value == 0 || value > largest;
  }
}
