package io.lockstep.sim.model;

import static io.lockstep.schema.card.RejectReason.BEYOND_BAND;
import static io.lockstep.schema.card.RejectReason.LOADING;
import static io.lockstep.schema.card.RejectReason.MARGIN_BOUND;
import static io.lockstep.schema.card.RejectReason.NOTHING_TO_REDUCE;
import static io.lockstep.schema.card.RejectReason.NOT_LOADING;
import static io.lockstep.schema.card.RejectReason.NOT_VALUED;
import static io.lockstep.schema.card.RejectReason.POOL_FULL;
import static io.lockstep.schema.card.RejectReason.POSITION_BOUND;
import static io.lockstep.schema.card.RejectReason.PRICE_BEYOND_LIMIT;
import static io.lockstep.schema.card.RejectReason.PRICE_OUTSIDE_WINDOW;
import static io.lockstep.schema.card.RejectReason.QUANTITY_TOO_LARGE;
import static io.lockstep.schema.card.RejectReason.QUANTITY_ZERO;
import static io.lockstep.schema.card.RejectReason.SLOT_OCCUPIED;
import static io.lockstep.schema.card.RejectReason.SLOT_OUT_OF_RANGE;
import static io.lockstep.schema.card.RejectReason.UNFILLABLE;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_ACCOUNT;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_INSTRUMENT;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_POSITION;
import static io.lockstep.schema.card.RejectReason.UNSUPPORTED_FIELD;
import static io.lockstep.schema.card.RejectReason.WOULD_CROSS;
import static io.lockstep.schema.card.RejectReason.WOULD_SELF_TRADE;

import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.LoadOrderDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.sim.model.PlainState.PlainInstrument;
import io.lockstep.sim.model.PlainTerms.Fees;
import java.math.BigInteger;

/** New and load order as {@link PlainCard} has them, and how an order comes in. */
final class PlainEntry extends PlainRules {
  private static final int DRY_RUN = 1;
  private static final int SYSTEM = 2;
  private static final int POST_ONLY = 4;
  private static final int REDUCE_ONLY = 8;
  private static final int PARKED = 16;
  private static final int GTC = 0;
  private static final int IOC = 1;
  private static final int FOK = 2;
  private static final int CANCEL_INCOMING = 0;
  private static final int CANCEL_RESTING = 1;

  private final PlainGate gate;

  PlainEntry(PlainContext context) {
    super(context);
    this.gate = new PlainGate(context);
  }

  Runnable newOrder(NewDecoder command) {
    PlainOrder order = new PlainOrder();
    context.id = order.id = command.header().logSequence();
    context.account = order.account = command.account();
    order.session = command.session();
    order.slot = command.slot();
    order.position = command.positionSlot();
    order.instrument = command.instrument();
    order.isBid = command.sideRaw() == 0;
    order.price = command.price();
    order.total = command.quantity();
    order.parked = has(PARKED);
    int tif = command.timeInForceRaw();
    int mode = command.selfTradePreventionRaw();

    named(POST_ONLY | REDUCE_ONLY | PARKED | (state.hasMargin() ? SYSTEM | DRY_RUN : 0));
    refuse(UNSUPPORTED_FIELD, command.sideRaw() > 1 || command.orderTypeRaw() > 1);
    refuse(UNSUPPORTED_FIELD, tif > FOK || mode > 2);
    refuse(UNSUPPORTED_FIELD, command.orderTypeRaw() == 1 && tif != IOC);
    refuse(UNSUPPORTED_FIELD, has(REDUCE_ONLY) && tif != IOC);
    refuse(UNSUPPORTED_FIELD, (has(POST_ONLY) || has(PARKED)) && tif != GTC);
    refuse(UNSUPPORTED_FIELD, has(POST_ONLY) && has(PARKED));
    refuse(LOADING, state.loading);
    checkOwner(order);
    refuse(QUANTITY_ZERO, order.total == 0);
    checkTerms(order);
    if (tif == GTC) {
      checkPool();
    }
    if (tif == GTC && !has(DRY_RUN)) {
      checkSlot(order.slot);
    }
    boolean knownInstrument = state.instruments.containsKey(order.instrument);
    if (knownInstrument) {
      refuse(
          PRICE_OUTSIDE_WINDOW,
          tif == GTC
              && !order.parked
              && !state.isBeyondBand(order)
              && !state.hasLevel(order.instrument, order.price));
      refuse(WOULD_CROSS, has(POST_ONLY) && !state.inReach(order).isEmpty());
    }
    if (state.isPositionOf(order.position, order.account, order.instrument)) {
      long lots = state.positions.get(order.position).lots;
      boolean reduces = order.isBid ? lots < 0 : lots > 0;
      refuse(NOTHING_TO_REDUCE, has(REDUCE_ONLY) && !reduces);
      refuse(
          POSITION_BOUND, !has(REDUCE_ONLY) && state.wouldPassBound(order.position, order.total));
    }
    if (reasons.isEmpty()) {
      order.group = state.accounts.get(order.account).group;
      order.tier = state.accounts.get(order.account).tier;
      if (tif == FOK) {
        checkFillOrKill(order, mode);
      }
      if (has(REDUCE_ONLY)) {
        order.total = Math.min(order.total, Math.abs(state.positions.get(order.position).lots));
      }
      if (state.hasMargin()) {
        checkMargin(order, null, has(SYSTEM));
      }
    }
    return () -> {
      events.accepted(order);
      if (!has(DRY_RUN)) {
        enter(order, mode, tif == GTC);
      }
    };
  }

  /** An order that takes the place of another keeps its reserve if it keeps its place. */
  void checkMargin(PlainOrder wanted, PlainOrder old, boolean passes) {
    boolean keepsPlace = old != null && wanted.keepsPlaceOf(old);
    if (!keepsPlace) {
      wanted.reserve =
          context.formulas.reserve(wanted, state.instruments.get(wanted.instrument).terms);
    }
    gate.check(wanted, old, passes);
    if (has(DRY_RUN)) {
      context.supposed = gate.with(wanted, old);
    }
  }

  private void checkOwner(PlainOrder order) {
    refuse(UNKNOWN_INSTRUMENT, !state.instruments.containsKey(order.instrument));
    refuse(UNKNOWN_ACCOUNT, !state.accounts.containsKey(order.account));
    refuse(UNKNOWN_POSITION, !state.isPositionOf(order.position, order.account, order.instrument));
  }

  void checkTerms(PlainOrder order) {
    PlainInstrument instrument = state.instruments.get(order.instrument);
    if (instrument != null) {
      refuse(QUANTITY_TOO_LARGE, order.total > instrument.maxQuantity);
      refuse(PRICE_BEYOND_LIMIT, Math.abs(order.price) > instrument.maxPrice);
    }
  }

  private void checkSlot(long slot) {
    refuse(SLOT_OUT_OF_RANGE, slot >= state.capacities.orderSlots());
    refuse(SLOT_OCCUPIED, state.inSlot(slot).isPresent());
  }

  private void checkPool() {
    refuse(POOL_FULL, state.orders.size() >= state.capacities.liveOrders());
  }

  private void checkFillOrKill(PlainOrder order, int mode) {
    long found = 0;
    for (PlainOrder maker : state.inReach(order)) {
      if (found < order.total && maker.isOfOwner(order)) {
        refuse(WOULD_SELF_TRADE, order.group == 0 || mode != CANCEL_RESTING);
      } else {
        found += maker.open();
      }
    }
    refuse(UNFILLABLE, found < order.total);
  }

  /** The order is in: it counts with all its open lots, then it matches, rests or ends. */
  void enter(PlainOrder order, int mode, boolean mayRest) {
    state.incoming = order;
    context.compareStatus(order.account);
    if (!order.parked) {
      for (PlainOrder maker : state.inReach(order)) {
        if (order.open() == 0) {
          break;
        }
        if (!maker.isOfOwner(order)) {
          trade(order, maker, maker.price, Math.min(order.open(), maker.open()));
          continue;
        }
        boolean makerEnds = order.group != 0 && mode != CANCEL_INCOMING;
        boolean orderEnds = order.group == 0 || mode != CANCEL_RESTING;
        if (makerEnds) {
          end(maker, CancelReason.SELF_TRADE);
        }
        if (orderEnds) {
          end(order, CancelReason.SELF_TRADE);
          return;
        }
      }
      if (order.open() > 0 && state.isBeyondBand(order)) {
        end(order, CancelReason.BAND);
        return;
      }
      if (order.open() > 0 && !mayRest) {
        end(order, CancelReason.IMMEDIATE_OR_CANCEL);
        return;
      }
    }
    state.incoming = null;
    if (order.open() > 0) {
      state.orders.add(order);
    }
  }

  private void trade(PlainOrder taker, PlainOrder maker, long price, long lots) {
    Fees takers = fees(taker);
    Fees makers = fees(maker);
    trade(taker, maker, price, lots, takers.taker(), makers.maker());
  }

  void cross(PlainOrder bid, PlainOrder ask, long price, long lots) {
    trade(bid, ask, price, lots, fees(bid).auction(), fees(ask).auction());
  }

  private Fees fees(PlainOrder order) {
    return state.instruments.get(order.instrument).terms.fees[order.tier];
  }

  private void trade(
      PlainOrder taker, PlainOrder maker, long price, long lots, long takerRate, long makerRate) {
    long multiplier = state.instruments.get(maker.instrument).terms.multiplier;
    long takerFee = context.formulas.fee(takerRate, lots, price, multiplier);
    long makerFee = context.formulas.fee(makerRate, lots, price, multiplier);
    events.trade(taker, maker, price, lots, takerFee, makerFee);
    state.fill(taker, lots);
    state.fill(maker, lots);
    PlainOrder buyer = taker.isBid ? taker : maker;
    settle(buyer == taker ? maker : taker, buyer, price, lots);
    state.accounts.get(taker.account).cash -= takerFee;
    state.accounts.get(maker.account).cash -= makerFee;
    context.compareStatus(maker.account);
    context.compareStatus(taker.account);
  }

  private void settle(PlainOrder seller, PlainOrder buyer, long price, long lots) {
    context.move(seller.position, -lots, price);
    context.move(buyer.position, lots, price);
  }

  void end(PlainOrder order, CancelReason reason) {
    events.cancelled(order, reason);
    state.orders.remove(order);
    if (state.incoming == order) {
      state.incoming = null;
    }
    context.compareStatus(order.account);
  }

  Runnable loadOrder(LoadOrderDecoder command) {
    PlainOrder order = new PlainOrder();
    context.id = order.id = command.header().logSequence();
    context.account = order.account = command.account();
    order.session = command.session();
    order.slot = command.slot();
    order.position = command.positionSlot();
    order.group = command.selfTradeGroup();
    order.instrument = command.instrument();
    order.isBid = command.sideRaw() == 0;
    order.price = command.price();
    order.total = command.total();
    order.filled = command.filled();
    order.parked = has(PARKED);

    named(PARKED);
    refuse(UNSUPPORTED_FIELD, command.sideRaw() > 1);
    if (state.hasMargin()) {
      order.tier = command.feeTier();
      order.reserve = command.reserve();
      refuse(UNSUPPORTED_FIELD, order.tier >= PlainTerms.TIERS);
    }
    refuse(NOT_LOADING, !state.loading);
    checkOwner(order);
    refuse(QUANTITY_ZERO, order.filled >= order.total);
    checkTerms(order);
    checkPool();
    checkSlot(order.slot);
    if (state.hasMargin() && state.instruments.containsKey(order.instrument)) {
      PlainTerms terms = state.instruments.get(order.instrument).terms;
      BigInteger most = PlainMoney.exact(2, terms.multiplier, terms.maxPrice).add(terms.worstFee);
      boolean isTooMuch = PlainMoney.exact(order.reserve).compareTo(most) > 0;
      refuse(MARGIN_BOUND, order.reserve < 0 || isTooMuch);
      refuse(NOT_VALUED, !terms.valued);
    }
    if (state.isPositionOf(order.position, order.account, order.instrument)) {
      refuse(POSITION_BOUND, state.wouldPassBound(order.position, order.open()));
    }
    if (state.instruments.containsKey(order.instrument) && !order.parked) {
      refuse(PRICE_OUTSIDE_WINDOW, !state.hasLevel(order.instrument, order.price));
      refuse(WOULD_CROSS, state.wouldCross(order));
      refuse(BEYOND_BAND, state.isBeyondBand(order));
    }
    return () -> {
      state.orders.add(order);
      events.done(LoadOrderDecoder.TEMPLATE_ID, 0);
    };
  }
}
