package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.Bounds;
import io.lockstep.sim.model.margin.RiskGroup;

/** Set instrument: defines an instrument, or defines it anew while none of its orders is live. */
final class SetInstrumentCommand extends Command {
  private static final long MAX_PRICE = Integer.MAX_VALUE;
  private static final long MAX_QUANTITY = Bounds.LOTS;

  private final Checks checks;
  private final SetInstrumentDecoder command = new SetInstrumentDecoder();

  SetInstrumentCommand(CardState state, EventWriter events, Checks checks) {
    super(state, events, SetInstrumentDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
    this.checks = checks;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
  }

  @Override
  RejectReason refusal() {
    if (!state.hasInstrument(command.instrument())) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    if (isOutside(command.maxPrice(), MAX_PRICE)
        || isOutside(command.maxQuantity(), MAX_QUANTITY)
        || (state.hasMargin() && hasInvalidTerms())) {
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
    return state.hasMargin() ? refusalOfTerms() : NOT_REFUSED;
  }

  private boolean hasInvalidTerms() {
    return command.multiplier() == 0 || isOutside(command.positionLimit(), Bounds.LOTS);
  }

  private RejectReason refusalOfTerms() {
    Instrument instrument = state.instrument(command.instrument());
    if (!state.hasGroup(command.group())) {
      return RejectReason.GROUP_OUT_OF_RANGE;
    }
    RiskGroup group = state.group(command.group());
    boolean isMember = instrument.terms.group() == group;
    if (!isMember && group.instruments() >= Bounds.INSTRUMENTS_OF_GROUP) {
      return RejectReason.GROUP_FULL;
    }
    if (instrument.terms.openPositions() > 0 && changesTerms(instrument)) {
      return RejectReason.INSTRUMENT_IN_USE;
    }
    boolean allowed =
        Bounds.allowsTerms(
            command.positionLimit(), command.multiplier(), command.maxPrice(), command.worstFee());
    return allowed ? NOT_REFUSED : RejectReason.MARGIN_BOUND;
  }

  private boolean changesTerms(Instrument instrument) {
    return instrument.maxPrice() != command.maxPrice()
        || !instrument.terms.isDefinedAs(
            command.group(),
            command.multiplier(),
            command.worstFee(),
            (int) command.positionLimit());
  }

  private void setTerms(Instrument instrument) {
    if (changesTerms(instrument)) {
      instrument.terms.define(
          state.group(command.group()),
          command.group(),
          command.multiplier(),
          command.worstFee(),
          (int) command.positionLimit());
    }
    instrument.terms.setCloseBand(command.closeBand());
  }

  private static boolean isOutside(long value, long largest) {
    return value == 0 || value > largest;
  }

  @Override
  void carryOut() {
    Instrument instrument = state.instrument(command.instrument());
    if (state.hasMargin()) {
      setTerms(instrument);
    }
    instrument.define(
        command.windowBase(),
        command.bandLow(),
        command.bandHigh(),
        (int) command.maxPrice(),
        (int) command.maxQuantity());
    events.done(TemplateId.SET_INSTRUMENT, 0);
  }
}
