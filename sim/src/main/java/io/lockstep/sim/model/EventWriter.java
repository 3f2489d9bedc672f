package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.AcceptedEncoder;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledEncoder;
import io.lockstep.schema.card.DoneEncoder;
import io.lockstep.schema.card.EventFlagsEncoder;
import io.lockstep.schema.card.EventHeaderEncoder;
import io.lockstep.schema.card.GroupCommittedEncoder;
import io.lockstep.schema.card.KeptPlace;
import io.lockstep.schema.card.MarginStatusEncoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedEncoder;
import io.lockstep.schema.card.ReplacedEncoder;
import io.lockstep.schema.card.ReservedEncoder;
import io.lockstep.schema.card.SweepDoneEncoder;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.schema.card.TopOfBookEncoder;
import io.lockstep.schema.card.TradeEncoder;
import io.lockstep.sim.model.margin.AccountMargin;
import io.lockstep.sim.model.margin.RiskGroup;

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
    events = new Messages(longestAnswer(capacities));
  }

  /** An audit of all, or orders that all end or trade, each with the status of two accounts. */
  private static int longestAnswer(Capacities capacities) {
    int linesOfPortfolio = 1 + capacities.scenarios() / 2;
    int audit =
        2 * capacities.instruments()
            + capacities.liveOrders()
            + capacities.positions()
            + capacities.portfolios() * linesOfPortfolio
            + capacities.accounts()
            + capacities.groups();
    int trades = capacities.hasMargin() ? 3 * capacities.liveOrders() : capacities.liveOrders();
    return Math.max(audit, trades + capacities.instruments()) + EVENTS_BEYOND_LINES;
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
    events.putLong(at + AcceptedEncoder.reserveEncodingOffset(), order.reserve);
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

  /** Two orders met; the fees are what each side pays. */
  void trade(
      OrderPool pool,
      int maker,
      long takerId,
      int takerSide,
      int price,
      int lots,
      long takerFee,
      long makerFee) {
    int at = next(TradeEncoder.TEMPLATE_ID);
    events.putInt(at + TradeEncoder.makerSlotEncodingOffset(), maker);
    events.putLong(at + TradeEncoder.takerIdEncodingOffset(), takerId);
    events.putLong(at + TradeEncoder.makerIdEncodingOffset(), pool.id(maker));
    events.putLong(at + TradeEncoder.takerFeeEncodingOffset(), takerFee);
    events.putLong(at + TradeEncoder.makerFeeEncodingOffset(), makerFee);
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
    events.putLong(at + ReplacedEncoder.reserveEncodingOffset(), order.reserve);
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

  /** How an account stands now. */
  void marginStatus(int account, AccountMargin margin) {
    int at = next(MarginStatusEncoder.TEMPLATE_ID);
    events.putInt(at + MarginStatusEncoder.accountEncodingOffset(), account);
    events.putLong(at + MarginStatusEncoder.cashEncodingOffset(), margin.cash());
    events.putLong(at + MarginStatusEncoder.equityEncodingOffset(), margin.equity());
    events.putLong(at + MarginStatusEncoder.reserveEncodingOffset(), margin.reserve());
    events.putLong(at + MarginStatusEncoder.initialMarginEncodingOffset(), margin.initialMargin());
    events.putLong(
        at + MarginStatusEncoder.maintenanceMarginEncodingOffset(), margin.maintenanceMargin());
    events.putByte(at + MarginStatusEncoder.statusEncodingOffset(), margin.status().value());
  }

  void reserved(OrderPool pool, int slot) {
    int at = next(ReservedEncoder.TEMPLATE_ID);
    events.putInt(at + ReservedEncoder.accountEncodingOffset(), pool.account(slot));
    events.putLong(at + ReservedEncoder.orderIdEncodingOffset(), pool.id(slot));
    events.putLong(at + ReservedEncoder.reserveEncodingOffset(), pool.reserve(slot));
  }

  void groupCommitted(int number, RiskGroup group) {
    int at = next(GroupCommittedEncoder.TEMPLATE_ID);
    events.putInt(at + GroupCommittedEncoder.epochEncodingOffset(), group.epoch());
    events.putShort(at + GroupCommittedEncoder.groupEncodingOffset(), number);
    events.putInt(at + GroupCommittedEncoder.staleEncodingOffset(), group.stalePortfolios());
  }

  /**
   * @param revalued portfolios that the command re-valued.
   */
  void sweepDone(int revalued) {
    int at = next(SweepDoneEncoder.TEMPLATE_ID);
    events.putInt(at + SweepDoneEncoder.revaluedEncodingOffset(), revalued);
  }

  /**
   * @param lines streamed by an audit, orders cancelled by a mass cancel; else 0.
   */
  void done(TemplateId command, int lines) {
    int at = next(DoneEncoder.TEMPLATE_ID);
    events.putInt(at + DoneEncoder.linesEncodingOffset(), lines);
    events.putShort(at + DoneEncoder.commandTemplateEncodingOffset(), command.value());
  }

  /** The bytes of the events, to write a field of the one begun last. */
  Messages messages() {
    return events;
  }

  /** Clears the next event's bytes and writes its header and sequence; returns where it is. */
  int next(int template) {
    int at = written++ * Card.MESSAGE_BYTES;
    events.clear(at);
    events.putShort(at + EventHeaderEncoder.templateIdEncodingOffset(), template);
    events.putInt(at + EventHeaderEncoder.consumedEncodingOffset(), consumed);
    events.putInt(at + AcceptedEncoder.sequenceEncodingOffset(), ++sequence);
    return at;
  }
}
