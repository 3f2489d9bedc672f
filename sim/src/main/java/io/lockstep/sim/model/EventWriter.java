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
import io.lockstep.schema.card.EventFlagsEncoder;
import io.lockstep.schema.card.EventHeaderEncoder;
import io.lockstep.schema.card.KeptPlace;
import io.lockstep.schema.card.OrderPlace;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedEncoder;
import io.lockstep.schema.card.ReplacedEncoder;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.schema.card.TopOfBookEncoder;
import io.lockstep.schema.card.TradeEncoder;

/**
 * The events of the command being executed, in order, until they are handed over. Bytes that no
 * field covers are zero. Has room for the longest answer that there is, an audit of all.
 */
final class EventWriter {
  private static final int EVENTS_BEYOND_LINES = 4;
  private static final int LAST = EventFlagsEncoder.last((short) 0, true);

  private final Messages events;
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
    events = new Messages(longest);
  }

  /** As after a reset. */
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
    int at = (written - 1) * Card.MESSAGE_BYTES;
    events.putShort(at + EventHeaderEncoder.flagsEncodingOffset(), LAST);
  }

  boolean isHandedOver() {
    return handedOver == written;
  }

  /** Hands over the oldest event. */
  void handOver(EventHandler handler) {
    handler.onEvent(events.buffer(), handedOver++ * Card.MESSAGE_BYTES);
  }

  void accepted(Order order) {
    int at = next(AcceptedEncoder.TEMPLATE_ID);
    events.putInt(at + AcceptedEncoder.accountEncodingOffset(), order.account);
    events.putLong(at + AcceptedEncoder.orderIdEncodingOffset(), order.id);
    events.putShort(at + AcceptedEncoder.instrumentEncodingOffset(), order.instrument.number);
    events.putInt(at + AcceptedEncoder.quantityEncodingOffset(), order.total);
  }

  void rejected(int commandTemplate, long orderId, int account, RejectReason reason) {
    int at = next(RejectedEncoder.TEMPLATE_ID);
    events.putInt(at + RejectedEncoder.accountEncodingOffset(), account);
    events.putLong(at + RejectedEncoder.orderIdEncodingOffset(), orderId);
    events.putShort(at + RejectedEncoder.reasonEncodingOffset(), reason.value());
    events.putShort(at + RejectedEncoder.commandTemplateEncodingOffset(), commandTemplate);
  }

  /** An incoming order met a maker, at the maker's price. */
  void trade(Order taker, OrderPool pool, int maker, int lots) {
    trade(pool, maker, taker.id, taker.side, pool.price(maker), lots);
  }

  void trade(OrderPool pool, int maker, long takerId, int takerSide, int price, int lots) {
    int at = next(TradeEncoder.TEMPLATE_ID);
    events.putInt(at + TradeEncoder.makerSlotEncodingOffset(), maker);
    events.putLong(at + TradeEncoder.takerIdEncodingOffset(), takerId);
    events.putLong(at + TradeEncoder.makerIdEncodingOffset(), pool.id(maker));
    events.putInt(at + TradeEncoder.priceEncodingOffset(), price);
    events.putInt(at + TradeEncoder.quantityEncodingOffset(), lots);
    events.putShort(at + TradeEncoder.instrumentEncodingOffset(), pool.instrument(maker));
    events.putByte(at + TradeEncoder.takerSideEncodingOffset(), takerSide);
  }

  /** What is left of an incoming order ended. */
  void cancelled(Order order, CancelReason reason) {
    cancelled(order.id, order.account, order.instrument.number, order.left, reason);
  }

  void cancelled(long orderId, int account, int instrument, int openLots, CancelReason reason) {
    int at = next(CancelledEncoder.TEMPLATE_ID);
    events.putInt(at + CancelledEncoder.accountEncodingOffset(), account);
    events.putLong(at + CancelledEncoder.orderIdEncodingOffset(), orderId);
    events.putInt(at + CancelledEncoder.quantityEncodingOffset(), openLots);
    events.putShort(at + CancelledEncoder.instrumentEncodingOffset(), instrument);
    events.putByte(at + CancelledEncoder.reasonEncodingOffset(), reason.value());
  }

  void replaced(Order order, KeptPlace place) {
    int at = next(ReplacedEncoder.TEMPLATE_ID);
    events.putInt(at + ReplacedEncoder.accountEncodingOffset(), order.account);
    events.putLong(at + ReplacedEncoder.orderIdEncodingOffset(), order.id);
    events.putInt(at + ReplacedEncoder.priceEncodingOffset(), order.limit);
    events.putInt(at + ReplacedEncoder.totalEncodingOffset(), order.total);
    events.putShort(at + ReplacedEncoder.instrumentEncodingOffset(), order.instrument.number);
    events.putByte(at + ReplacedEncoder.placeEncodingOffset(), place.value());
  }

  /** Writes the top of book if the command changed it. */
  void topOfBookIfChanged(Instrument instrument) {
    OrderBook book = instrument.book;
    if (book.topOfBookChanged()) {
      topOfBook(instrument.number, book.bids, book.asks);
    }
  }

  private void topOfBook(int instrument, BookSide bids, BookSide asks) {
    int at = next(TopOfBookEncoder.TEMPLATE_ID);
    events.putShort(at + TopOfBookEncoder.instrumentEncodingOffset(), instrument);
    events.putInt(at + TopOfBookEncoder.bidPriceEncodingOffset(), bids.bestPrice());
    events.putLong(at + TopOfBookEncoder.bidQuantityEncodingOffset(), bids.bestLots());
    events.putInt(at + TopOfBookEncoder.askPriceEncodingOffset(), asks.bestPrice());
    events.putLong(at + TopOfBookEncoder.askQuantityEncodingOffset(), asks.bestLots());
  }

  void auditInstrument(Instrument instrument) {
    int at = next(AuditInstrumentEncoder.TEMPLATE_ID);
    events.putShort(at + AuditInstrumentEncoder.instrumentEncodingOffset(), instrument.number);
    events.putInt(at + AuditInstrumentEncoder.windowBaseEncodingOffset(), instrument.windowBase());
    events.putInt(at + AuditInstrumentEncoder.bandLowEncodingOffset(), instrument.bandLow());
    events.putInt(at + AuditInstrumentEncoder.bandHighEncodingOffset(), instrument.bandHigh());
    events.putInt(at + AuditInstrumentEncoder.maxPriceEncodingOffset(), instrument.maxPrice());
    events.putInt(
        at + AuditInstrumentEncoder.maxQuantityEncodingOffset(), instrument.maxQuantity());
    events.putInt(at + AuditInstrumentEncoder.ordersEncodingOffset(), instrument.liveOrders());
  }

  /**
   * @param rank of the order in its level, from 0; 0 of a parked one.
   */
  void auditOrder(OrderPool pool, int slot, int rank) {
    OrderPlace place = pool.isParked(slot) ? OrderPlace.PARKED : OrderPlace.RESTING;
    int at = next(AuditOrderEncoder.TEMPLATE_ID);
    events.putInt(at + AuditOrderEncoder.accountEncodingOffset(), pool.account(slot));
    events.putLong(at + AuditOrderEncoder.orderIdEncodingOffset(), pool.id(slot));
    events.putInt(at + AuditOrderEncoder.sessionEncodingOffset(), pool.session(slot));
    events.putInt(at + AuditOrderEncoder.priceEncodingOffset(), pool.price(slot));
    events.putInt(at + AuditOrderEncoder.totalEncodingOffset(), pool.total(slot));
    events.putInt(at + AuditOrderEncoder.filledEncodingOffset(), pool.filled(slot));
    events.putInt(at + AuditOrderEncoder.rankEncodingOffset(), rank);
    events.putInt(at + AuditOrderEncoder.selfTradeGroupEncodingOffset(), pool.group(slot));
    events.putShort(at + AuditOrderEncoder.instrumentEncodingOffset(), pool.instrument(slot));
    events.putByte(at + AuditOrderEncoder.placeEncodingOffset(), place.value());
    events.putByte(at + AuditOrderEncoder.sideEncodingOffset(), pool.side(slot));
  }

  void auditPosition(Positions positions, int slot) {
    int at = next(AuditPositionEncoder.TEMPLATE_ID);
    events.putInt(at + AuditPositionEncoder.accountEncodingOffset(), positions.account(slot));
    events.putInt(at + AuditPositionEncoder.positionEncodingOffset(), positions.lots(slot));
    events.putInt(at + AuditPositionEncoder.openBidsEncodingOffset(), positions.openBids(slot));
    events.putInt(at + AuditPositionEncoder.openAsksEncodingOffset(), positions.openAsks(slot));
    events.putShort(
        at + AuditPositionEncoder.instrumentEncodingOffset(), positions.instrument(slot));
  }

  void auditAccount(int account, int selfTradeGroup) {
    int at = next(AuditAccountEncoder.TEMPLATE_ID);
    events.putInt(at + AuditAccountEncoder.accountEncodingOffset(), account);
    events.putInt(at + AuditAccountEncoder.selfTradeGroupEncodingOffset(), selfTradeGroup);
  }

  /**
   * @param lines streamed by an audit, orders cancelled by a mass cancel; else 0.
   */
  void done(TemplateId command, int lines) {
    int at = next(DoneEncoder.TEMPLATE_ID);
    events.putInt(at + DoneEncoder.linesEncodingOffset(), lines);
    events.putShort(at + DoneEncoder.commandTemplateEncodingOffset(), command.value());
  }

  /** Clears the next event's bytes and writes its header and sequence; returns where it is. */
  private int next(int template) {
    int at = written++ * Card.MESSAGE_BYTES;
    events.clear(at);
    events.putShort(at + EventHeaderEncoder.templateIdEncodingOffset(), template);
    events.putInt(at + EventHeaderEncoder.consumedEncodingOffset(), consumed);
    events.putInt(at + AcceptedEncoder.sequenceEncodingOffset(), ++sequence);
    return at;
  }
}
