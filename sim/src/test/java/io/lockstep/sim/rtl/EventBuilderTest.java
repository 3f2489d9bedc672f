package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.AuditPositionDecoder;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.FaultCode;
import io.lockstep.schema.card.FaultDecoder;
import io.lockstep.schema.card.KeptPlace;
import io.lockstep.schema.card.OrderPlace;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What the generated decoders find in the events that the builder lays out. */
class EventBuilderTest {
  private static final PackedStruct ANSWER = PackedStruct.of("answer_t");
  private static final int NO_PRICE = Integer.MIN_VALUE;

  @Rtl(module = "event_builder")
  RtlModule dut;

  private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);

  @Test
  void answersToOrders() {
    event("account", 1);
    event("order_id", -2);
    event("maker_id", 3);
    event("slot", 4);
    event("price", -5);
    event("quantity", 6);
    event("instrument", 7);
    event("side", 1);
    event("command_template", 8);

    build(AcceptedDecoder.TEMPLATE_ID);
    AcceptedDecoder accepted = new AcceptedDecoder();
    accepted.wrap(bytes, 0, 64, 1);
    assertEquals(1, accepted.account());
    assertEquals(-2, accepted.orderId());
    assertEquals(0, accepted.reserve());
    assertEquals(7, accepted.instrument());
    assertEquals(6, accepted.quantity());

    event("kept", 1);
    build(ReplacedDecoder.TEMPLATE_ID);
    ReplacedDecoder replaced = new ReplacedDecoder();
    replaced.wrap(bytes, 0, 64, 1);
    assertEquals(1, replaced.account());
    assertEquals(-2, replaced.orderId());
    assertEquals(0, replaced.reserve());
    assertEquals(-5, replaced.price());
    assertEquals(6, replaced.total());
    assertEquals(7, replaced.instrument());
    assertEquals(KeptPlace.KEPT, replaced.place());

    build(TradeDecoder.TEMPLATE_ID);
    TradeDecoder trade = new TradeDecoder();
    trade.wrap(bytes, 0, 64, 1);
    assertEquals(4, trade.makerSlot());
    assertEquals(-2, trade.takerId());
    assertEquals(3, trade.makerId());
    assertEquals(0, trade.takerFee());
    assertEquals(-5, trade.price());
    assertEquals(6, trade.quantity());
    assertEquals(7, trade.instrument());
    assertEquals(Side.SELL, trade.takerSide());

    event("cancel_reason", CancelReason.BAND.value());
    build(CancelledDecoder.TEMPLATE_ID);
    CancelledDecoder cancelled = new CancelledDecoder();
    cancelled.wrap(bytes, 0, 64, 1);
    assertEquals(1, cancelled.account());
    assertEquals(-2, cancelled.orderId());
    assertEquals(6, cancelled.quantity());
    assertEquals(7, cancelled.instrument());
    assertEquals(CancelReason.BAND, cancelled.reason());

    assertEquals(0, dut.get("reject_o"));
    answer(
        "refusals",
        1L << RejectReason.POOL_FULL.value() | 1L << RejectReason.BOOK_NOT_EMPTY.value());
    build(RejectedDecoder.TEMPLATE_ID);
    RejectedDecoder rejected = new RejectedDecoder();
    rejected.wrap(bytes, 0, 64, 1);
    assertEquals(1, rejected.account());
    assertEquals(-2, rejected.orderId());
    assertEquals(RejectReason.POOL_FULL, rejected.reason(), "the lowest of those that apply");
    assertEquals(RejectReason.POOL_FULL.value(), dut.get("reason_o"));
    assertEquals(1, dut.get("reject_o"));
    assertEquals(8, rejected.commandTemplate());
  }

  @Test
  void aMissingSideOfTheTopHasNoPriceAndNoQuantity() {
    answer("book.bid.price", 10);
    answer("book.bid.total", 1L << 47);
    answer("book.ask.price", 11);
    answer("book.ask.total", 12);
    answer("book.bid.valid", 1);
    event("instrument", 7);
    build(TopOfBookDecoder.TEMPLATE_ID);
    TopOfBookDecoder top = new TopOfBookDecoder();
    top.wrap(bytes, 0, 64, 1);
    assertEquals(7, top.instrument());
    assertEquals(10, top.bidPrice());
    assertEquals(1L << 47, top.bidQuantity());
    assertEquals(NO_PRICE, top.askPrice());
    assertEquals(0, top.askQuantity());
    answer("book.bid.valid", 0);
    answer("book.ask.valid", 1);
    build(TopOfBookDecoder.TEMPLATE_ID);
    assertEquals(NO_PRICE, top.bidPrice());
    assertEquals(0, top.bidQuantity());
    assertEquals(11, top.askPrice());
    assertEquals(12, top.askQuantity());
  }

  @Test
  void auditLines() {
    answer("configuration.window_base", -1);
    answer("configuration.band_low", 2);
    answer("configuration.band_high", 3);
    answer("configuration.max_price", 4);
    answer("configuration.max_quantity", 5);
    answer("book.orders", 6);
    event("instrument", 7);
    build(AuditInstrumentDecoder.TEMPLATE_ID);
    AuditInstrumentDecoder instrument = new AuditInstrumentDecoder();
    instrument.wrap(bytes, 0, 64, 1);
    assertEquals(7, instrument.instrument());
    assertEquals(-1, instrument.windowBase());
    assertEquals(2, instrument.bandLow());
    assertEquals(3, instrument.bandHigh());
    assertEquals(4, instrument.maxPrice());
    assertEquals(5, instrument.maxQuantity());
    assertEquals(6, instrument.orders());

    answer("entry.state.open", 30);
    answer("entry.state.filled", 70);
    answer("entry.state.parked", 1);
    answer("entry.order.group", 27);
    answer("entry.order.id", 21);
    answer("entry.order.account", 22);
    answer("entry.order.session", 23);
    answer("entry.order.price", -24);
    answer("entry.order.side", 1);
    event("slot", 25);
    event("number", 26);
    build(AuditOrderDecoder.TEMPLATE_ID);
    AuditOrderDecoder order = new AuditOrderDecoder();
    order.wrap(bytes, 0, 64, 1);
    assertEquals(21, order.orderId());
    assertEquals(22, order.account());
    assertEquals(23, order.session());
    assertEquals(-24, order.price());
    assertEquals(100, order.total());
    assertEquals(70, order.filled());
    assertEquals(26, order.rank());
    assertEquals(7, order.instrument());
    assertEquals(27, order.selfTradeGroup());
    assertEquals(OrderPlace.PARKED, order.place());
    assertEquals(Side.SELL, order.side());

    answer("position.account", 31);
    answer("position.instrument", 32);
    answer("position.is_short", 1);
    answer("position.size", (1 << 28) - 1);
    answer("position.bids", 33);
    answer("position.asks", 34);
    build(AuditPositionDecoder.TEMPLATE_ID);
    AuditPositionDecoder position = new AuditPositionDecoder();
    position.wrap(bytes, 0, 64, 1);
    assertEquals(31, position.account());
    assertEquals(32, position.instrument());
    assertEquals(1 - (1 << 28), position.position());
    assertEquals(33, position.openBids());
    assertEquals(34, position.openAsks());

    event("account", 41);
    answer("group", 0xFFFF_FFFFL);
    build(AuditAccountDecoder.TEMPLATE_ID);
    AuditAccountDecoder account = new AuditAccountDecoder();
    account.wrap(bytes, 0, 64, 1);
    assertEquals(41, account.account());
    assertEquals(0xFFFF_FFFFL, account.selfTradeGroup());
  }

  @Test
  void doneAndFault() {
    event("number", 5);
    event("command_template", 30);
    event("last", 1);
    build(DoneDecoder.TEMPLATE_ID);
    DoneDecoder done = new DoneDecoder();
    done.wrap(bytes, 0, 64, 1);
    assertEquals(5, done.lines());
    assertEquals(30, done.commandTemplate().value());
    assertTrue(new EventHeaderDecoder().wrap(bytes, 0).flags().last());
    build(FaultDecoder.TEMPLATE_ID);
    FaultDecoder fault = new FaultDecoder();
    fault.wrap(bytes, 0, 64, 1);
    assertEquals(FaultCode.INVARIANT, fault.code());
  }

  private void event(String field, long value) {
    answer("told." + field, value);
  }

  private void answer(String field, long value) {
    ANSWER.set(dut.port("event_i"), field, value);
  }

  private void build(int template) {
    event("template_id", template);
    dut.eval();
    dut.port("event_o").get(bytes, 0);
    assertEquals(template, new EventHeaderDecoder().wrap(bytes, 0).templateId());
  }
}
