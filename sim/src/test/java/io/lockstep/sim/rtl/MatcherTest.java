package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The parts together, on memories that answer by hand: one order, and one that it meets. */
class MatcherTest {
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct FACTS = PackedStruct.of("facts_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct LEVEL = PackedStruct.of("level_t");
  private static final PackedStruct EVENT = PackedStruct.of("event_t");
  private static final PackedStruct POOL = PackedStruct.of("pool_write_t");
  private static final PackedStruct TABLE = PackedStruct.of("table_write_t");

  @Rtl(
      module = "matcher",
      parameters = {"LEVELS=128", "LIVE_ORDERS=64"})
  RtlModule dut;

  @BeforeEach
  void aNewBid() {
    dut.set("ready_i", 1);
    command("kind.is_new", 1);
    command("order_id", 71);
    command("account", 1);
    command("slot", 5);
    command("price", 10);
    facts("limit_buy", 10);
    facts("lots", 30);
    facts("may_rest", 1);
    facts("takes_slot", 1);
  }

  @Test
  void aBidThatIsTheFirstRestsAndIsTheTopOfTheBook() {
    start();
    expectEvent(AcceptedDecoder.TEMPLATE_ID, 0);
    dut.clock();
    dut.eval();
    assertEquals(1, POOL.get(dut.port("pool_write_o"), "insert"));
    assertEquals(5, POOL.get(dut.port("pool_write_o"), "slot"));
    assertEquals(71, POOL.get(dut.port("pool_write_o"), "order.id"));
    assertEquals(30, POOL.get(dut.port("pool_write_o"), "state.open"));
    assertEquals(10, TABLE.get(dut.port("table_write_o"), "book.bid.price"));
    dut.clock();
    dut.eval();
    expectEvent(TopOfBookDecoder.TEMPLATE_ID, 1);
    assertEquals(1, dut.get("finish_o"));
    assertEquals(1, dut.get("live_o"));
  }

  @Test
  void aBidMeetsAnAskInItsThirdCycleAndRestsWithWhatIsLeft() {
    BOOK.set(dut.port("book_i"), "orders", 1);
    ask(20);
    start();
    expectEvent(AcceptedDecoder.TEMPLATE_ID, 0);
    dut.clock();
    maker(20);
    dut.clock();
    dut.eval();
    expectEvent(TradeDecoder.TEMPLATE_ID, 0);
    assertEquals(20, event("quantity"));
    assertEquals(72, event("maker_id"));
    dut.set("ready_i", 0);
    dut.clock();
    dut.eval();
    expectEvent(TradeDecoder.TEMPLATE_ID, 0);
    dut.set("ready_i", 1);
    dut.clock();
    dut.set("search_done_i", 1);
    for (int cycles = 0; POOL.get(dut.port("pool_write_o"), "insert") == 0; cycles++) {
      assertTrue(cycles < 10);
      dut.clock();
      dut.set("search_done_i", 0);
      dut.eval();
    }
    assertEquals(10, POOL.get(dut.port("pool_write_o"), "state.open"));
    assertEquals(20, POOL.get(dut.port("pool_write_o"), "state.filled"));
    assertEquals(0, TABLE.get(dut.port("table_write_o"), "book.ask.valid"));
    dut.clock();
    dut.eval();
    expectEvent(TopOfBookDecoder.TEMPLATE_ID, 1);
  }

  @Test
  void aRefusalChangesNothing() {
    ENTRY.set(dut.port("entry_i"), "state.live", 1);
    start();
    expectEvent(RejectedDecoder.TEMPLATE_ID, 1);
    assertEquals(0, POOL.get(dut.port("pool_write_o"), "insert"));
    dut.clock();
    dut.eval();
    assertEquals(1, dut.get("idle_o"));
    assertEquals(0, dut.get("live_o"));
  }

  @Test
  void aCancelNamesItsOrderAndTakesItOut() {
    command("kind.is_new", 0);
    command("kind.cancel", 1);
    facts("takes_slot", 0);
    ask(20);
    maker(20);
    ENTRY.set(dut.port("entry_i"), "order.account", 1);
    ENTRY.set(dut.port("entry_i"), "order.id", 71);
    start();
    assertEquals(0, dut.get("valid_o"));
    dut.clock();
    dut.eval();
    expectEvent(CancelledDecoder.TEMPLATE_ID, 0);
    assertEquals(20, event("quantity"));
    dut.clock();
    dut.eval();
    assertEquals(1, POOL.get(dut.port("pool_write_o"), "change"));
    assertEquals(0, POOL.get(dut.port("pool_write_o"), "state.live"));
  }

  private void ask(long lots) {
    BOOK.set(dut.port("book_i"), "ask.valid", 1);
    BOOK.set(dut.port("book_i"), "ask.price", 9);
    BOOK.set(dut.port("book_i"), "ask.head", 6);
    BOOK.set(dut.port("book_i"), "ask.total", lots);
  }

  private void maker(long lots) {
    RtlPort entry = dut.port("entry_i");
    ENTRY.set(entry, "state.live", 1);
    ENTRY.set(entry, "state.open", lots);
    ENTRY.set(entry, "order.id", 72);
    ENTRY.set(entry, "order.account", 2);
    ENTRY.set(entry, "order.price", 9);
    ENTRY.set(entry, "order.side", 1);
    LEVEL.set(dut.port("level_i"), "head", 6);
    LEVEL.set(dut.port("level_i"), "tail", 6);
    LEVEL.set(dut.port("level_i"), "total", lots);
  }

  private void start() {
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
    dut.eval();
  }

  private void expectEvent(int template, int last) {
    assertEquals(1, dut.get("valid_o"));
    assertEquals(template, event("template_id"));
    assertEquals(last, event("last"));
  }

  private long event(String field) {
    return EVENT.get(dut.port("event_o"), field);
  }

  private void command(String field, long value) {
    COMMAND.set(dut.port("command_i"), field, value);
  }

  private void facts(String field, long value) {
    FACTS.set(dut.port("facts_i"), field, value);
  }
}
