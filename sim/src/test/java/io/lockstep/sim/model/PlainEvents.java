package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AcceptedEncoder;
import io.lockstep.schema.card.AuditAccountEncoder;
import io.lockstep.schema.card.AuditInstrumentEncoder;
import io.lockstep.schema.card.AuditOrderEncoder;
import io.lockstep.schema.card.AuditPositionEncoder;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledEncoder;
import io.lockstep.schema.card.DoneEncoder;
import io.lockstep.schema.card.EventHeaderEncoder;
import io.lockstep.schema.card.KeptPlace;
import io.lockstep.schema.card.OrderPlace;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedEncoder;
import io.lockstep.schema.card.ReplacedEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.schema.card.TopOfBookEncoder;
import io.lockstep.schema.card.TradeEncoder;
import io.lockstep.sim.model.PlainMargin.Figures;
import io.lockstep.sim.model.PlainState.PlainAccount;
import io.lockstep.sim.model.PlainState.PlainInstrument;
import io.lockstep.sim.model.PlainState.PlainPosition;
import io.lockstep.sim.model.PlainState.Top;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** The events that {@link PlainCard} expects, without the ring's own fields. */
final class PlainEvents {
  private final List<UnsafeBuffer> all = new ArrayList<>();
  final PlainMarginEvents ofMargin = new PlainMarginEvents(this);

  UnsafeBuffer next(int template) {
    UnsafeBuffer event = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    new EventHeaderEncoder().wrap(event, 0).templateId(template);
    all.add(event);
    return event;
  }

  /** The events of the command, the final one flagged; the next command starts without any. */
  List<UnsafeBuffer> take() {
    new EventHeaderEncoder().wrap(all.get(all.size() - 1), 0).flags().last(true);
    List<UnsafeBuffer> taken = List.copyOf(all);
    all.clear();
    return taken;
  }

  int count() {
    return all.size();
  }

  void rejected(int template, long id, long account, RejectReason reason) {
    new RejectedEncoder()
        .wrap(next(RejectedEncoder.TEMPLATE_ID), 0)
        .commandTemplate(template)
        .orderId(id)
        .account(account)
        .reason(reason);
  }

  void accepted(PlainOrder order) {
    new AcceptedEncoder()
        .wrap(next(AcceptedEncoder.TEMPLATE_ID), 0)
        .account(order.account)
        .orderId(order.id)
        .reserve(order.reserve)
        .instrument(order.instrument)
        .quantity(order.total);
  }

  void trade(
      PlainOrder taker, PlainOrder maker, long price, long lots, long takerFee, long makerFee) {
    new TradeEncoder()
        .wrap(next(TradeEncoder.TEMPLATE_ID), 0)
        .takerId(taker.id)
        .takerSide(taker.isBid ? Side.BUY : Side.SELL)
        .makerId(maker.id)
        .makerSlot(maker.slot)
        .takerFee(takerFee)
        .makerFee(makerFee)
        .instrument(maker.instrument)
        .price((int) price)
        .quantity(lots);
  }

  void cancelled(PlainOrder order, CancelReason reason) {
    new CancelledEncoder()
        .wrap(next(CancelledEncoder.TEMPLATE_ID), 0)
        .account(order.account)
        .orderId(order.id)
        .quantity(order.open())
        .instrument(order.instrument)
        .reason(reason);
  }

  void replaced(PlainOrder order, KeptPlace place) {
    new ReplacedEncoder()
        .wrap(next(ReplacedEncoder.TEMPLATE_ID), 0)
        .account(order.account)
        .orderId(order.id)
        .reserve(order.reserve)
        .price((int) order.price)
        .total(order.total)
        .instrument(order.instrument)
        .place(place);
  }

  void top(int instrument, Top top) {
    new TopOfBookEncoder()
        .wrap(next(TopOfBookEncoder.TEMPLATE_ID), 0)
        .instrument(instrument)
        .bidPrice(top.bid() == null ? Integer.MIN_VALUE : top.bid().intValue())
        .bidQuantity(top.bidLots())
        .askPrice(top.ask() == null ? Integer.MIN_VALUE : top.ask().intValue())
        .askQuantity(top.askLots());
  }

  void done(int template, long lines) {
    new DoneEncoder()
        .wrap(next(DoneEncoder.TEMPLATE_ID), 0)
        .commandTemplate(TemplateId.get(template))
        .lines(lines);
  }

  void instrument(int number, PlainInstrument instrument, long live) {
    new AuditInstrumentEncoder()
        .wrap(next(AuditInstrumentEncoder.TEMPLATE_ID), 0)
        .instrument(number)
        .windowBase((int) instrument.base)
        .bandLow((int) instrument.low)
        .bandHigh((int) instrument.high)
        .maxPrice(instrument.maxPrice)
        .maxQuantity(instrument.maxQuantity)
        .orders(live);
  }

  void order(PlainOrder order, long rank) {
    new AuditOrderEncoder()
        .wrap(next(AuditOrderEncoder.TEMPLATE_ID), 0)
        .account(order.account)
        .orderId(order.id)
        .reserve(order.reserve)
        .session(order.session)
        .price((int) order.price)
        .total(order.total)
        .filled(order.filled)
        .rank(rank)
        .selfTradeGroup(order.group)
        .instrument(order.instrument)
        .place(order.parked ? OrderPlace.PARKED : OrderPlace.RESTING)
        .side(order.side());
  }

  void position(PlainPosition position, long openBids, long openAsks) {
    new AuditPositionEncoder()
        .wrap(next(AuditPositionEncoder.TEMPLATE_ID), 0)
        .account(position.account)
        .position((int) position.lots)
        .openBids(openBids)
        .openAsks(openAsks)
        .instrument(position.instrument);
  }

  void account(long number, PlainAccount account, Figures figures) {
    new AuditAccountEncoder()
        .wrap(next(AuditAccountEncoder.TEMPLATE_ID), 0)
        .account(number)
        .selfTradeGroup(account.group)
        .feeTier((short) account.tier)
        .status(account.status)
        .cash(figures.cash())
        .reserve(figures.reserve())
        .initialMargin(figures.initial())
        .maintenanceMargin(figures.maintenance());
  }
}
