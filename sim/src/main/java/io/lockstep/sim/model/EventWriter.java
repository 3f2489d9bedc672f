package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
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
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The events of the command being executed, in order, until they are handed over. Bytes that no
 * field covers are zero. Has room for the longest answer that there is, an audit of all.
 */
final class EventWriter {
  private static final int EVENTS_BEYOND_LINES = 4;
  private static final int SEQUENCE_OFFSET = AcceptedEncoder.sequenceEncodingOffset();

  private final UnsafeBuffer events;
  private final EventHeaderEncoder header = new EventHeaderEncoder();
  private final AcceptedEncoder accepted = new AcceptedEncoder();
  private final RejectedEncoder rejected = new RejectedEncoder();
  private final TradeEncoder trade = new TradeEncoder();
  private final CancelledEncoder cancelled = new CancelledEncoder();
  private final ReplacedEncoder replaced = new ReplacedEncoder();
  private final TopOfBookEncoder topOfBook = new TopOfBookEncoder();
  private final AuditInstrumentEncoder auditInstrument = new AuditInstrumentEncoder();
  private final AuditOrderEncoder auditOrder = new AuditOrderEncoder();
  private final AuditPositionEncoder auditPosition = new AuditPositionEncoder();
  private final AuditAccountEncoder auditAccount = new AuditAccountEncoder();
  private final DoneEncoder done = new DoneEncoder();

  private int written;
  private int handedOver;
  private int consumed;
  private int sequence;

  EventWriter(Capacities capacities) {
    int longest =
        capacities.instruments()
            + capacities.liveOrders()
            + capacities.positions()
            + capacities.accounts()
            + EVENTS_BEYOND_LINES;
    events = new UnsafeBuffer(new byte[Math.multiplyExact(longest, Card.MESSAGE_BYTES)]);
  }

  /** Forgets all events and counts from the first. */
  void restart() {
    written = 0;
    handedOver = 0;
    sequence = 0;
  }

  /** Begins the answer to a command; the one before must be handed over. */
  void begin(int commandsConsumed) {
    written = 0;
    handedOver = 0;
    consumed = commandsConsumed;
  }

  /** Ends the answer: its final event is flagged. */
  void end() {
    header.wrap(events, (written - 1) * Card.MESSAGE_BYTES).flags().last(true);
  }

  boolean isHandedOver() {
    return handedOver == written;
  }

  /** Hands over the oldest event. */
  void handOver(EventHandler handler) {
    handler.onEvent(events, handedOver++ * Card.MESSAGE_BYTES);
  }

  void accepted(Order order) {
    accepted.wrap(events, next(TemplateId.ACCEPTED));
    accepted
        .account(Integer.toUnsignedLong(order.account))
        .orderId(order.id)
        .instrument(order.instrument.number)
        .quantity(order.total);
  }

  void rejected(int commandTemplate, long orderId, int account, RejectReason reason) {
    rejected.wrap(events, next(TemplateId.REJECTED));
    rejected
        .account(Integer.toUnsignedLong(account))
        .orderId(orderId)
        .reason(reason)
        .commandTemplate(commandTemplate);
  }

  /** An incoming order met a maker, at the maker's price. */
  void trade(Order taker, OrderPool pool, int maker, int lots) {
    trade(pool, maker, taker.id, taker.side, pool.price(maker), lots);
  }

  void trade(OrderPool pool, int maker, long takerId, byte takerSide, int price, int lots) {
    trade.wrap(events, next(TemplateId.TRADE));
    trade
        .makerSlot(maker)
        .takerId(takerId)
        .makerId(pool.id(maker))
        .price(price)
        .quantity(lots)
        .instrument(pool.instrument(maker))
        .takerSide(takerSide == Sides.BUY ? Side.BUY : Side.SELL);
  }

  /** What is left of an incoming order ended. */
  void cancelled(Order order, CancelReason reason) {
    cancelled(order.id, order.account, order.instrument.number, order.left, reason);
  }

  void cancelled(long orderId, int account, int instrument, int openLots, CancelReason reason) {
    cancelled.wrap(events, next(TemplateId.CANCELLED));
    cancelled
        .account(Integer.toUnsignedLong(account))
        .orderId(orderId)
        .quantity(openLots)
        .instrument(instrument)
        .reason(reason);
  }

  void replaced(Order order, KeptPlace place) {
    replaced.wrap(events, next(TemplateId.REPLACED));
    replaced
        .account(Integer.toUnsignedLong(order.account))
        .orderId(order.id)
        .price(order.limit)
        .total(order.total)
        .instrument(order.instrument.number)
        .place(place);
  }

  /** Writes the top of book if the command changed it. */
  void topOfBookIfChanged(Instrument instrument) {
    OrderBook book = instrument.book;
    if (!book.topOfBookChanged()) {
      return;
    }
    topOfBook.wrap(events, next(TemplateId.TOP_OF_BOOK));
    topOfBook
        .instrument(instrument.number)
        .bidPrice(book.bids.bestPrice())
        .bidQuantity(book.bids.bestLots())
        .askPrice(book.asks.bestPrice())
        .askQuantity(book.asks.bestLots());
  }

  void auditInstrument(Instrument instrument) {
    auditInstrument.wrap(events, next(TemplateId.AUDIT_INSTRUMENT));
    auditInstrument
        .instrument(instrument.number)
        .windowBase(instrument.windowBase())
        .bandLow(instrument.bandLow())
        .bandHigh(instrument.bandHigh())
        .maxPrice(instrument.maxPrice())
        .maxQuantity(instrument.maxQuantity())
        .orders(instrument.liveOrders());
  }

  /**
   * @param rank of the order in its level, from 0; 0 of a parked one.
   */
  void auditOrder(OrderPool pool, int slot, int rank) {
    auditOrder.wrap(events, next(TemplateId.AUDIT_ORDER));
    auditOrder
        .account(Integer.toUnsignedLong(pool.account(slot)))
        .orderId(pool.id(slot))
        .session(Integer.toUnsignedLong(pool.session(slot)))
        .price(pool.price(slot))
        .total(pool.total(slot))
        .filled(pool.filled(slot))
        .rank(rank)
        .selfTradeGroup(Integer.toUnsignedLong(pool.group(slot)))
        .instrument(pool.instrument(slot))
        .place(pool.isParked(slot) ? OrderPlace.PARKED : OrderPlace.RESTING)
        .side(Side.get(pool.side(slot)));
  }

  void auditPosition(Positions positions, int slot) {
    auditPosition.wrap(events, next(TemplateId.AUDIT_POSITION));
    auditPosition
        .account(Integer.toUnsignedLong(positions.account(slot)))
        .position(positions.lots(slot))
        .openBids(positions.openBids(slot))
        .openAsks(positions.openAsks(slot))
        .instrument(positions.instrument(slot));
  }

  void auditAccount(int account, int selfTradeGroup) {
    auditAccount.wrap(events, next(TemplateId.AUDIT_ACCOUNT));
    auditAccount
        .account(Integer.toUnsignedLong(account))
        .selfTradeGroup(Integer.toUnsignedLong(selfTradeGroup));
  }

  /**
   * @param lines streamed by an audit, orders cancelled by a mass cancel; else 0.
   */
  void done(TemplateId command, int lines) {
    done.wrap(events, next(TemplateId.DONE));
    done.lines(lines).commandTemplate(command);
  }

  /** Clears the next event's bytes and writes its header and sequence; returns its offset. */
  private int next(TemplateId template) {
    int offset = written++ * Card.MESSAGE_BYTES;
    events.setMemory(offset, Card.MESSAGE_BYTES, (byte) 0);
    header.wrap(events, offset);
    header.templateId(template.value()).consumed(Integer.toUnsignedLong(consumed));
    sequence++;
    events.putInt(offset + SEQUENCE_OFFSET, sequence, AcceptedEncoder.BYTE_ORDER);
    return offset;
  }
}
