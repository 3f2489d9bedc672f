package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.TemplateId;

/** Set instrument: defines an instrument, or defines it anew while none of its orders is live. */
final class SetInstrumentCommand extends Command {
  private static final long MAX_PRICE = Integer.MAX_VALUE;
  private static final long MAX_QUANTITY = (1L << 28) - 1;

  private final Checks checks;
  private final SetInstrumentDecoder command = new SetInstrumentDecoder();

  SetInstrumentCommand(CardState state, EventWriter events, Checks checks) {
    super(state, events, SetInstrumentDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
    this.checks = checks;
  }

  @Override
  void decode(Messages window, int at) {
    command.wrap(
        window.buffer(),
        at,
        SetInstrumentDecoder.BLOCK_LENGTH,
        SetInstrumentDecoder.SCHEMA_VERSION);
  }

  @Override
  RejectReason refusal() {
    if (!state.hasInstrument(command.instrument())) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    if (isOutside(command.maxPrice(), MAX_PRICE)
        || isOutside(command.maxQuantity(), MAX_QUANTITY)) {
      return RejectReason.LIMITS_INVALID;
    }
    if (!checks.isWindow(command.windowBase())) {
      return RejectReason.WINDOW_INVALID;
    }
    if (!checks.isBand(command.bandLow(), command.bandHigh(), command.windowBase())) {
      return RejectReason.BAND_OUTSIDE_WINDOW;
    }
    if (state.instrument(command.instrument()).liveOrders() > 0) {
      return RejectReason.BOOK_NOT_EMPTY;
    }
    return NOT_REFUSED;
  }

  private static boolean isOutside(long value, long largest) {
    return value == 0 || value > largest;
  }

  @Override
  void carryOut() {
    state
        .instrument(command.instrument())
        .define(
            command.windowBase(),
            command.bandLow(),
            command.bandHigh(),
            (int) command.maxPrice(),
            (int) command.maxQuantity());
    events.done(TemplateId.SET_INSTRUMENT, 0);
  }
}
