package io.lockstep.sim.model;

import static io.lockstep.schema.card.RejectReason.BAND_OUTSIDE_WINDOW;
import static io.lockstep.schema.card.RejectReason.BOOK_NOT_EMPTY;
import static io.lockstep.schema.card.RejectReason.LIMITS_INVALID;
import static io.lockstep.schema.card.RejectReason.NOT_LOADING;
import static io.lockstep.schema.card.RejectReason.NOT_VALUED;
import static io.lockstep.schema.card.RejectReason.ORDERS_OUTSIDE_BAND;
import static io.lockstep.schema.card.RejectReason.ORDERS_OUTSIDE_WINDOW;
import static io.lockstep.schema.card.RejectReason.PORTFOLIO_FULL;
import static io.lockstep.schema.card.RejectReason.POSITION_BOUND;
import static io.lockstep.schema.card.RejectReason.POSITION_NOT_EMPTY;
import static io.lockstep.schema.card.RejectReason.POSITION_OCCUPIED;
import static io.lockstep.schema.card.RejectReason.POSITION_OUT_OF_RANGE;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_ACCOUNT;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_INSTRUMENT;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_PORTFOLIO;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_POSITION;
import static io.lockstep.schema.card.RejectReason.UNSUPPORTED_FIELD;
import static io.lockstep.schema.card.RejectReason.WINDOW_INVALID;

import io.lockstep.schema.card.ClosePositionDecoder;
import io.lockstep.schema.card.LoadPositionDecoder;
import io.lockstep.schema.card.SetAccountDecoder;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.SetWindowDecoder;
import io.lockstep.sim.model.PlainState.PlainAccount;
import io.lockstep.sim.model.PlainState.PlainInstrument;
import io.lockstep.sim.model.PlainState.PlainPosition;

/** Definitions as {@link PlainCard} has them. */
final class PlainDefinitions extends PlainRules {
  private static final int NO_FLAGS = 0;
  private static final int MOST_OF_PORTFOLIO = 128;
  private static final int MOST_OF_ACCOUNT = 1_024;

  private final PlainTermsCommands terms;

  PlainDefinitions(PlainContext context, PlainTermsCommands terms) {
    super(context);
    this.terms = terms;
  }

  Runnable setInstrument(SetInstrumentDecoder command) {
    named(NO_FLAGS);
    int number = command.instrument();
    PlainInstrument instrument = new PlainInstrument();
    instrument.base = command.windowBase();
    instrument.low = command.bandLow();
    instrument.high = command.bandHigh();
    instrument.maxPrice = command.maxPrice();
    instrument.maxQuantity = command.maxQuantity();
    refuse(UNKNOWN_INSTRUMENT, number >= state.capacities.instruments());
    refuse(LIMITS_INVALID, instrument.maxPrice == 0 || instrument.maxPrice > Integer.MAX_VALUE);
    refuse(
        LIMITS_INVALID,
        instrument.maxQuantity == 0 || instrument.maxQuantity > PlainState.MOST_LOTS);
    checkWindow(instrument);
    refuse(BOOK_NOT_EMPTY, state.orders.stream().anyMatch(order -> order.instrument == number));
    if (state.hasMargin()) {
      terms.set(instrument, command);
    } else {
      instrument.terms = new PlainTerms(0);
    }
    return () -> {
      instrument.terms.closeBand = instrument.closeBandWanted;
      state.instruments.put(number, instrument);
      events.done(SetInstrumentDecoder.TEMPLATE_ID, 0);
    };
  }

  private void checkWindow(PlainInstrument instrument) {
    long top = instrument.base + state.capacities.levels() - 1;
    refuse(WINDOW_INVALID, top > Integer.MAX_VALUE || instrument.base == Integer.MIN_VALUE);
    refuse(
        BAND_OUTSIDE_WINDOW,
        instrument.low > instrument.high
            || instrument.low < instrument.base
            || instrument.high > top);
  }

  Runnable setBand(SetBandDecoder command) {
    named(NO_FLAGS);
    int number = command.instrument();
    PlainInstrument old = state.instruments.get(number);
    refuse(UNKNOWN_INSTRUMENT, old == null);
    if (old != null) {
      PlainInstrument wanted = new PlainInstrument();
      wanted.base = old.base;
      wanted.low = command.low();
      wanted.high = command.high();
      checkWindow(wanted);
      refuse(
          ORDERS_OUTSIDE_BAND,
          state.orders.stream()
              .filter(order -> order.instrument == number && !order.parked)
              .anyMatch(o -> o.isBid ? o.price > wanted.high : o.price < wanted.low));
    }
    return () -> {
      old.low = command.low();
      old.high = command.high();
      events.done(SetBandDecoder.TEMPLATE_ID, 0);
    };
  }

  Runnable setWindow(SetWindowDecoder command) {
    named(NO_FLAGS);
    int number = command.instrument();
    PlainInstrument old = state.instruments.get(number);
    refuse(UNKNOWN_INSTRUMENT, old == null);
    if (old != null) {
      PlainInstrument wanted = new PlainInstrument();
      wanted.base = command.windowBase();
      wanted.low = old.low;
      wanted.high = old.high;
      checkWindow(wanted);
      long end = wanted.base + state.capacities.levels();
      refuse(
          ORDERS_OUTSIDE_WINDOW,
          state.orders.stream()
              .filter(order -> order.instrument == number && !order.parked)
              .anyMatch(order -> order.price < wanted.base || order.price >= end));
    }
    return () -> {
      old.base = command.windowBase();
      events.done(SetWindowDecoder.TEMPLATE_ID, 0);
    };
  }

  Runnable setAccount(SetAccountDecoder command) {
    named(NO_FLAGS);
    int tier = state.hasMargin() ? command.feeTier() : 0;
    refuse(UNSUPPORTED_FIELD, tier >= PlainTerms.TIERS);
    refuse(UNKNOWN_ACCOUNT, command.account() >= state.capacities.accounts());
    return () -> {
      PlainAccount account =
          state.accounts.computeIfAbsent(command.account(), number -> new PlainAccount());
      account.group = command.selfTradeGroup();
      account.tier = tier;
      events.done(SetAccountDecoder.TEMPLATE_ID, 0);
    };
  }

  Runnable openPosition(
      int template, long slot, long ofAccount, long portfolio, int number, long lots) {
    named(NO_FLAGS);
    refuse(UNKNOWN_INSTRUMENT, !state.instruments.containsKey(number));
    refuse(UNKNOWN_ACCOUNT, !state.accounts.containsKey(ofAccount));
    refuse(POSITION_OUT_OF_RANGE, slot >= state.capacities.positions());
    refuse(POSITION_OCCUPIED, state.positions.containsKey(slot));
    if (state.hasMargin()) {
      checkPortfolio(portfolio, ofAccount, number);
      refuse(PORTFOLIO_FULL, isFull(portfolio, ofAccount));
    }
    return () -> {
      PlainPosition position = new PlainPosition();
      position.account = ofAccount;
      position.instrument = number;
      position.lots = lots;
      position.portfolio = portfolio;
      state.positions.put(slot, position);
      events.done(template, 0);
    };
  }

  Runnable loadPosition(LoadPositionDecoder load) {
    refuse(NOT_LOADING, !state.loading);
    PlainInstrument instrument = state.instruments.get(load.instrument());
    if (instrument != null) {
      long limit = state.limitOf(load.instrument());
      refuse(POSITION_BOUND, Math.abs((long) load.position()) > limit);
      refuse(NOT_VALUED, state.hasMargin() && !instrument.terms.valued);
    }
    return openPosition(
        LoadPositionDecoder.TEMPLATE_ID,
        load.positionSlot(),
        load.account(),
        load.portfolio(),
        load.instrument(),
        load.position());
  }

  private void checkPortfolio(long slot, long account, int number) {
    PlainInstrument instrument = state.instruments.get(number);
    refuse(
        UNKNOWN_PORTFOLIO,
        instrument != null && !state.isPortfolioOf(slot, account, instrument.terms.group));
  }

  private boolean isFull(long portfolio, long account) {
    long ofAccount = state.positions.values().stream().filter(p -> p.account == account).count();
    return state.positionsOf(portfolio).size() >= MOST_OF_PORTFOLIO || ofAccount >= MOST_OF_ACCOUNT;
  }

  Runnable closePosition(ClosePositionDecoder command) {
    named(NO_FLAGS);
    long slot = command.positionSlot();
    boolean theirs = state.isPositionOf(slot, command.account(), command.instrument());
    PlainPosition position = state.positions.get(slot);
    refuse(UNKNOWN_POSITION, !theirs);
    if (state.hasMargin()) {
      checkPortfolio(command.portfolio(), command.account(), command.instrument());
      refuse(UNKNOWN_PORTFOLIO, theirs && position.portfolio != command.portfolio());
    }
    if (theirs) {
      boolean used = state.orders.stream().anyMatch(order -> order.position == slot);
      refuse(POSITION_NOT_EMPTY, used || position.lots != 0);
    }
    return () -> {
      state.positions.remove(slot);
      events.done(ClosePositionDecoder.TEMPLATE_ID, 0);
    };
  }
}
