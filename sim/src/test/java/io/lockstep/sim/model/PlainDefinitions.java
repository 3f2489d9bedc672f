package io.lockstep.sim.model;

import static io.lockstep.schema.card.RejectReason.BAND_OUTSIDE_WINDOW;
import static io.lockstep.schema.card.RejectReason.BOOK_NOT_EMPTY;
import static io.lockstep.schema.card.RejectReason.LIMITS_INVALID;
import static io.lockstep.schema.card.RejectReason.ORDERS_OUTSIDE_BAND;
import static io.lockstep.schema.card.RejectReason.ORDERS_OUTSIDE_WINDOW;
import static io.lockstep.schema.card.RejectReason.POSITION_NOT_EMPTY;
import static io.lockstep.schema.card.RejectReason.POSITION_OCCUPIED;
import static io.lockstep.schema.card.RejectReason.POSITION_OUT_OF_RANGE;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_ACCOUNT;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_INSTRUMENT;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_POSITION;
import static io.lockstep.schema.card.RejectReason.UNSUPPORTED_FIELD;
import static io.lockstep.schema.card.RejectReason.WINDOW_INVALID;

import io.lockstep.schema.card.AuditDecoder;
import io.lockstep.schema.card.ClosePositionDecoder;
import io.lockstep.schema.card.SetAccountDecoder;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.SetWindowDecoder;
import io.lockstep.sim.model.PlainState.PlainInstrument;
import io.lockstep.sim.model.PlainState.PlainPosition;
import java.util.List;

/** Definitions and the audit as {@link PlainCard} has them. */
final class PlainDefinitions extends PlainRules {
  private static final int NO_FLAGS = 0;

  PlainDefinitions(PlainContext context) {
    super(context);
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
    return () -> {
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
    refuse(UNKNOWN_ACCOUNT, command.account() >= state.capacities.accounts());
    return () -> {
      state.groups.put(command.account(), command.selfTradeGroup());
      events.done(SetAccountDecoder.TEMPLATE_ID, 0);
    };
  }

  Runnable openPosition(int template, long slot, long ofAccount, int number, long lots) {
    named(NO_FLAGS);
    refuse(UNKNOWN_INSTRUMENT, !state.instruments.containsKey(number));
    refuse(UNKNOWN_ACCOUNT, !state.groups.containsKey(ofAccount));
    refuse(POSITION_OUT_OF_RANGE, slot >= state.capacities.positions());
    refuse(POSITION_OCCUPIED, state.positions.containsKey(slot));
    return () -> {
      PlainPosition position = new PlainPosition();
      position.account = ofAccount;
      position.instrument = number;
      position.lots = lots;
      state.positions.put(slot, position);
      events.done(template, 0);
    };
  }

  Runnable closePosition(ClosePositionDecoder command) {
    named(NO_FLAGS);
    long slot = command.positionSlot();
    boolean theirs = state.isPositionOf(slot, command.account(), command.instrument());
    refuse(UNKNOWN_POSITION, !theirs);
    if (theirs) {
      boolean used = state.orders.stream().anyMatch(order -> order.position == slot);
      refuse(POSITION_NOT_EMPTY, used || state.positions.get(slot).lots != 0);
    }
    return () -> {
      state.positions.remove(slot);
      events.done(ClosePositionDecoder.TEMPLATE_ID, 0);
    };
  }

  Runnable audit(AuditDecoder command) {
    named(NO_FLAGS);
    int lines = command.lines().getRaw();
    refuse(UNSUPPORTED_FIELD, (lines & ~0b10111) != 0);
    return () -> {
      for (int number : state.instruments.keySet()) {
        if ((lines & 1) != 0) {
          long live = state.orders.stream().filter(order -> order.instrument == number).count();
          events.instrument(number, state.instruments.get(number), live);
        }
        if ((lines & 2) != 0) {
          auditResting(state.bookOrder(number, true));
          auditResting(state.bookOrder(number, false));
        }
      }
      if ((lines & 2) != 0) {
        state.parkedOrders().forEach(order -> events.order(order, 0));
      }
      if ((lines & 4) != 0) {
        state.positions.forEach(
            (slot, position) ->
                events.position(position, state.openLots(slot, true), state.openLots(slot, false)));
      }
      if ((lines & 16) != 0) {
        state.groups.forEach(events::account);
      }
      events.done(AuditDecoder.TEMPLATE_ID, events.count());
    };
  }

  private void auditResting(List<PlainOrder> side) {
    for (int index = 0; index < side.size(); index++) {
      long price = side.get(index).price;
      long rank = side.subList(0, index).stream().filter(other -> other.price == price).count();
      events.order(side.get(index), rank);
    }
  }
}
