package io.lockstep.sim.model;

import static io.lockstep.schema.card.RejectReason.BEYOND_BAND;
import static io.lockstep.schema.card.RejectReason.LOADING;
import static io.lockstep.schema.card.RejectReason.NOT_PARKED;
import static io.lockstep.schema.card.RejectReason.NOT_RESTING;
import static io.lockstep.schema.card.RejectReason.POSITION_BOUND;
import static io.lockstep.schema.card.RejectReason.PRICE_BEYOND_ORDER;
import static io.lockstep.schema.card.RejectReason.PRICE_OUTSIDE_WINDOW;
import static io.lockstep.schema.card.RejectReason.QUANTITY_BEYOND_OPEN;
import static io.lockstep.schema.card.RejectReason.QUANTITY_ZERO;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_ACCOUNT;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_INSTRUMENT;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_ORDER;
import static io.lockstep.schema.card.RejectReason.UNSUPPORTED_FIELD;
import static io.lockstep.schema.card.RejectReason.WOULD_CROSS;

import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CrossDecoder;
import io.lockstep.schema.card.KeptPlace;
import io.lockstep.schema.card.MassCancelDecoder;
import io.lockstep.schema.card.ParkDecoder;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.UnparkDecoder;
import io.lockstep.sim.model.PlainState.Top;
import java.util.List;
import java.util.Map;

/** The commands on live orders as {@link PlainCard} has them. */
final class PlainOrders extends PlainRules {
  private static final int NO_FLAGS = 0;
  private static final int POST_ONLY = 4;
  private static final int PARKED = 16;

  private final PlainEntry entry;

  PlainOrders(PlainContext context, PlainEntry entry) {
    super(context);
    this.entry = entry;
  }

  private PlainOrder live(long slot, long orderId, long ofAccount) {
    context.id = orderId;
    context.account = ofAccount;
    refuse(LOADING, state.loading);
    PlainOrder order = state.named(slot, orderId, ofAccount);
    refuse(UNKNOWN_ORDER, order == null);
    return order;
  }

  Runnable cancel(CancelDecoder command) {
    named(NO_FLAGS);
    PlainOrder order = live(command.slot(), command.orderId(), command.account());
    return () -> entry.end(order, CancelReason.REQUESTED);
  }

  Runnable replace(ReplaceDecoder command) {
    named(POST_ONLY | PARKED);
    refuse(UNSUPPORTED_FIELD, has(POST_ONLY) && has(PARKED));
    refuse(UNSUPPORTED_FIELD, command.selfTradePreventionRaw() > 2);
    refuse(UNKNOWN_INSTRUMENT, !state.instruments.containsKey(command.instrument()));
    PlainOrder order = live(command.slot(), command.orderId(), command.account());
    refuse(UNKNOWN_ORDER, order != null && order.instrument != command.instrument());
    refuse(UNKNOWN_ORDER, order != null && state.hasMargin() && !isNamedInFull(order, command));
    if (!reasons.isEmpty()) {
      return null;
    }
    if (command.total() <= order.filled) {
      return () -> entry.end(order, CancelReason.REQUESTED);
    }
    PlainOrder wanted = order.copy();
    wanted.price = command.price();
    wanted.total = command.total();
    wanted.parked = has(PARKED);
    entry.checkTerms(wanted);
    refuse(
        PRICE_OUTSIDE_WINDOW,
        !wanted.parked
            && !state.isBeyondBand(wanted)
            && !state.hasLevel(wanted.instrument, wanted.price));
    refuse(POSITION_BOUND, state.wouldPassBound(order.position, wanted.total - order.total));
    refuse(WOULD_CROSS, has(POST_ONLY) && !state.inReach(wanted).isEmpty());
    boolean keeps = wanted.keepsPlaceOf(order);
    if (reasons.isEmpty() && state.hasMargin()) {
      entry.checkMargin(wanted, order, false);
    }
    return () -> {
      events.replaced(wanted, keeps ? KeptPlace.KEPT : KeptPlace.LOST);
      if (keeps) {
        order.total = wanted.total;
        context.compareStatus(order.account);
      } else {
        state.orders.remove(order);
        entry.enter(wanted, command.selfTradePreventionRaw(), true);
      }
    };
  }

  private static boolean isNamedInFull(PlainOrder order, ReplaceDecoder command) {
    return command.sideRaw() == (order.isBid ? 0 : 1) && command.positionSlot() == order.position;
  }

  Runnable massCancel(MassCancelDecoder command) {
    named(NO_FLAGS);
    refuse(LOADING, state.loading);
    boolean anyInstrument = command.instrument() == 0xFFFF;
    boolean anyAccount = command.account() == 0xFFFF_FFFFL;
    boolean anySession = command.session() == 0xFFFF_FFFFL;
    refuse(
        UNKNOWN_INSTRUMENT, !anyInstrument && !state.instruments.containsKey(command.instrument()));
    refuse(UNKNOWN_ACCOUNT, !anyAccount && !state.accounts.containsKey(command.account()));
    return () -> {
      List<PlainOrder> fitting =
          state.orders.stream()
              .filter(order -> anyInstrument || order.instrument == command.instrument())
              .filter(order -> anyAccount || order.account == command.account())
              .filter(order -> anySession || order.session == command.session())
              .toList();
      Map<Integer, Top> before = context.tops();
      for (int number : state.instruments.keySet()) {
        for (boolean bids : new boolean[] {true, false}) {
          for (PlainOrder order : state.bookOrder(number, bids)) {
            if (fitting.contains(order)) {
              entry.end(order, CancelReason.MASS_CANCEL);
            }
          }
        }
        context.tellTop(number, before.get(number));
      }
      for (PlainOrder order : state.parkedOrders()) {
        if (fitting.contains(order)) {
          entry.end(order, CancelReason.MASS_CANCEL);
        }
      }
      events.done(MassCancelDecoder.TEMPLATE_ID, fitting.size());
    };
  }

  Runnable park(ParkDecoder command) {
    named(NO_FLAGS);
    PlainOrder order = live(command.slot(), command.orderId(), command.account());
    refuse(NOT_RESTING, order != null && order.parked);
    return () -> {
      order.parked = true;
      events.done(ParkDecoder.TEMPLATE_ID, 0);
    };
  }

  Runnable unpark(UnparkDecoder command) {
    named(NO_FLAGS);
    PlainOrder order = live(command.slot(), command.orderId(), command.account());
    refuse(NOT_PARKED, order != null && !order.parked);
    if (order != null && order.parked) {
      refuse(PRICE_OUTSIDE_WINDOW, !state.hasLevel(order.instrument, order.price));
      refuse(WOULD_CROSS, state.wouldCross(order));
      refuse(BEYOND_BAND, state.isBeyondBand(order));
    }
    return () -> {
      order.parked = false;
      state.orders.remove(order);
      state.orders.add(order);
      events.done(UnparkDecoder.TEMPLATE_ID, 0);
    };
  }

  Runnable cross(CrossDecoder command) {
    named(NO_FLAGS);
    refuse(LOADING, state.loading);
    int number = command.instrument();
    refuse(UNKNOWN_INSTRUMENT, !state.instruments.containsKey(number));
    PlainOrder bid = state.inSlot(command.buySlot()).orElse(null);
    PlainOrder ask = state.inSlot(command.sellSlot()).orElse(null);
    boolean bidFits =
        bid != null && bid.id == command.buyId() && bid.instrument == number && bid.isBid;
    boolean askFits =
        ask != null && ask.id == command.sellId() && ask.instrument == number && !ask.isBid;
    refuse(UNKNOWN_ORDER, !bidFits || !askFits);
    refuse(QUANTITY_ZERO, command.quantity() == 0);
    if (state.instruments.containsKey(number)) {
      refuse(BEYOND_BAND, !state.isInBand(number, command.price()));
    }
    if (bidFits && askFits) {
      refuse(NOT_PARKED, !bid.parked || !ask.parked);
      refuse(QUANTITY_BEYOND_OPEN, command.quantity() > Math.min(bid.open(), ask.open()));
      refuse(PRICE_BEYOND_ORDER, !bid.accepts(command.price()) || !ask.accepts(command.price()));
    }
    return () -> entry.cross(bid, ask, command.price(), command.quantity());
  }
}
