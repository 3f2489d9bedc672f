package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.AcceptedEncoder;
import io.lockstep.schema.card.AuditInstrumentEncoder;
import io.lockstep.schema.card.AuditOrderEncoder;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledEncoder;
import io.lockstep.schema.card.DoneEncoder;
import io.lockstep.schema.card.EventHeaderEncoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.schema.card.TopOfBookEncoder;
import io.lockstep.schema.card.TradeEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The events of the command being executed, in order, until they are handed over. Bytes that no
 * field covers are zero. Has room for the longest answer that there is, an audit of a full pool.
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
  private final TopOfBookEncoder topOfBook = new TopOfBookEncoder();
  private final AuditInstrumentEncoder auditInstrument = new AuditInstrumentEncoder();
  private final AuditOrderEncoder auditOrder = new AuditOrderEncoder();
  private final DoneEncoder done = new DoneEncoder();

  private int written;
  private int handedOver;
  private int consumed;
  private int sequence;

  EventWriter(Capacities capacities) {
    int longest = capacities.instruments() + capacities.liveOrders() + EVENTS_BEYOND_LINES;
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

  void accepted(long orderId, int account, int instrument) {
    accepted.wrap(events, next(TemplateId.ACCEPTED));
    accepted.account(Integer.toUnsignedLong(account)).orderId(orderId).instrument(instrument);
  }

  void rejected(int commandTemplate, long orderId, int account, RejectReason reason) {
    rejected.wrap(events, next(TemplateId.REJECTED));
    rejected
        .account(Integer.toUnsignedLong(account))
        .orderId(orderId)
        .reason(reason)
        .commandTemplate(commandTemplate);
  }

  void trade(OrderPool pool, int maker, long takerId, int takerSide, int lots) {
    trade.wrap(events, next(TemplateId.TRADE));
    trade
        .makerSlot(maker)
        .takerId(takerId)
        .makerId(pool.id(maker))
        .price(pool.price(maker))
        .quantity(lots)
        .instrument(pool.instrument(maker))
        .takerSide(Side.get((short) takerSide));
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
        .orders(instrument.book.orders());
  }

  /**
   * @param rank of the order in its level, from 0.
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
        .instrument(pool.instrument(slot))
        .side(Side.get(pool.side(slot)));
  }

  /**
   * @param lines streamed by an audit; else 0.
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
