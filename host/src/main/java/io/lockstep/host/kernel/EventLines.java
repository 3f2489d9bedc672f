package io.lockstep.host.kernel;

import io.lockstep.host.csv.CsvOutput;
import io.lockstep.host.csv.Words;
import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.AuditPositionDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.DirectBuffer;

/** Writes each event as a line. One thread; allocates nothing. */
final class EventLines {
  static final List<String> COLUMNS =
      List.of(
          "line",
          "event",
          "id",
          "maker",
          "instrument",
          "account",
          "side",
          "price",
          "quantity",
          "reason",
          "bid_price",
          "bid_quantity",
          "ask_price",
          "ask_quantity",
          "filled",
          "rank",
          "session",
          "group",
          "low",
          "high",
          "base");

  private static final Words EVENTS =
      new Words(
          "accepted",
          "rejected",
          "trade",
          "cancelled",
          "replaced",
          "top",
          "done",
          "instrument",
          "order",
          "position",
          "account");
  private static final int ACCEPTED = 0;
  private static final int REJECTED = 1;
  private static final int TRADE = 2;
  private static final int CANCELLED = 3;
  private static final int REPLACED = 4;
  private static final int TOP = 5;
  private static final int DONE = 6;
  private static final int INSTRUMENT = 7;
  private static final int ORDER = 8;
  private static final int POSITION = 9;
  private static final int ACCOUNT = 10;

  private final CsvOutput out;
  private final CodeWords words = new CodeWords();
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final AcceptedDecoder accepted = new AcceptedDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private final ReplacedDecoder replaced = new ReplacedDecoder();
  private final TopOfBookDecoder top = new TopOfBookDecoder();
  private final DoneDecoder done = new DoneDecoder();
  private final AuditInstrumentDecoder instrument = new AuditInstrumentDecoder();
  private final AuditOrderDecoder order = new AuditOrderDecoder();
  private final AuditPositionDecoder position = new AuditPositionDecoder();
  private final AuditAccountDecoder account = new AuditAccountDecoder();
  private long events;

  EventLines(CsvOutput out) {
    this.out = out;
  }

  /** Writes the names of the columns. */
  void header() {
    for (String column : COLUMNS) {
      out.text(column.getBytes(StandardCharsets.US_ASCII));
    }
    out.endLine();
  }

  /** Events written so far. */
  long events() {
    return events;
  }

  /**
   * Writes an event.
   *
   * @param line of the command that it answers.
   */
  void write(long line, DirectBuffer event, int at) {
    events++;
    out.number(line);
    switch (header.wrap(event, at).templateId()) {
      case AcceptedDecoder.TEMPLATE_ID -> accepted(event, at);
      case RejectedDecoder.TEMPLATE_ID -> rejected(event, at);
      case TradeDecoder.TEMPLATE_ID -> trade(event, at);
      case CancelledDecoder.TEMPLATE_ID -> cancelled(event, at);
      case ReplacedDecoder.TEMPLATE_ID -> replaced(event, at);
      case TopOfBookDecoder.TEMPLATE_ID -> top(event, at);
      case DoneDecoder.TEMPLATE_ID -> done(event, at);
      case AuditInstrumentDecoder.TEMPLATE_ID -> instrument(event, at);
      case AuditOrderDecoder.TEMPLATE_ID -> order(event, at);
      case AuditPositionDecoder.TEMPLATE_ID -> position(event, at);
      case AuditAccountDecoder.TEMPLATE_ID -> account(event, at);
      default -> throw new IllegalStateException("an event of kind " + header.templateId());
    }
    out.endLine();
  }

  private CsvOutput begin(int event) {
    return out.text(EVENTS.word(event));
  }

  private void accepted(DirectBuffer event, int at) {
    accepted.wrap(event, at, AcceptedDecoder.BLOCK_LENGTH, AcceptedDecoder.SCHEMA_VERSION);
    begin(ACCEPTED).unsigned(accepted.orderId()).skip(1).number(accepted.instrument());
    out.number(accepted.account()).skip(2).number(accepted.quantity());
  }

  private void rejected(DirectBuffer event, int at) {
    rejected.wrap(event, at, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
    begin(REJECTED);
    if (rejected.orderId() == 0 && rejected.account() == 0) {
      out.skip(7);
    } else {
      out.unsigned(rejected.orderId()).skip(2).number(rejected.account()).skip(3);
    }
    out.text(words.reason(rejected.reason()));
  }

  private void trade(DirectBuffer event, int at) {
    trade.wrap(event, at, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
    begin(TRADE).unsigned(trade.takerId()).unsigned(trade.makerId()).number(trade.instrument());
    out.skip(1).text(words.side(trade.takerSide())).number(trade.price()).number(trade.quantity());
  }

  private void cancelled(DirectBuffer event, int at) {
    cancelled.wrap(event, at, CancelledDecoder.BLOCK_LENGTH, CancelledDecoder.SCHEMA_VERSION);
    begin(CANCELLED).unsigned(cancelled.orderId()).skip(1).number(cancelled.instrument());
    out.number(cancelled.account()).skip(2).number(cancelled.quantity());
    out.text(words.reason(cancelled.reason()));
  }

  private void replaced(DirectBuffer event, int at) {
    replaced.wrap(event, at, ReplacedDecoder.BLOCK_LENGTH, ReplacedDecoder.SCHEMA_VERSION);
    begin(REPLACED).unsigned(replaced.orderId()).skip(1).number(replaced.instrument());
    out.number(replaced.account()).skip(1).number(replaced.price()).number(replaced.total());
    out.text(words.place(replaced.place()));
  }

  private void top(DirectBuffer event, int at) {
    top.wrap(event, at, TopOfBookDecoder.BLOCK_LENGTH, TopOfBookDecoder.SCHEMA_VERSION);
    begin(TOP).skip(2).number(top.instrument()).skip(5);
    best(top.bidPrice(), top.bidQuantity());
    best(top.askPrice(), top.askQuantity());
  }

  private void best(int price, long quantity) {
    if (quantity == 0) {
      out.skip(1);
    } else {
      out.number(price);
    }
    out.number(quantity);
  }

  private void done(DirectBuffer event, int at) {
    done.wrap(event, at, DoneDecoder.BLOCK_LENGTH, DoneDecoder.SCHEMA_VERSION);
    begin(DONE).skip(6).number(done.lines());
  }

  private void instrument(DirectBuffer event, int at) {
    instrument.wrap(
        event, at, AuditInstrumentDecoder.BLOCK_LENGTH, AuditInstrumentDecoder.SCHEMA_VERSION);
    begin(INSTRUMENT).skip(2).number(instrument.instrument()).skip(2).number(instrument.maxPrice());
    out.number(instrument.maxQuantity()).skip(6).number(instrument.orders()).skip(2);
    out.number(instrument.bandLow()).number(instrument.bandHigh()).number(instrument.windowBase());
  }

  private void order(DirectBuffer event, int at) {
    order.wrap(event, at, AuditOrderDecoder.BLOCK_LENGTH, AuditOrderDecoder.SCHEMA_VERSION);
    begin(ORDER).unsigned(order.orderId()).skip(1).number(order.instrument());
    out.number(order.account()).text(words.side(order.side()));
    out.number(order.price()).number(order.total()).text(words.place(order.place())).skip(4);
    out.number(order.filled()).number(order.rank()).number(order.session());
    out.number(order.selfTradeGroup());
  }

  private void position(DirectBuffer event, int at) {
    position.wrap(
        event, at, AuditPositionDecoder.BLOCK_LENGTH, AuditPositionDecoder.SCHEMA_VERSION);
    begin(POSITION).skip(2).number(position.instrument()).number(position.account()).skip(2);
    out.number(position.position()).skip(2).number(position.openBids()).skip(1);
    out.number(position.openAsks());
  }

  private void account(DirectBuffer event, int at) {
    account.wrap(event, at, AuditAccountDecoder.BLOCK_LENGTH, AuditAccountDecoder.SCHEMA_VERSION);
    begin(ACCOUNT).skip(3).number(account.account()).skip(11).number(account.selfTradeGroup());
  }
}
