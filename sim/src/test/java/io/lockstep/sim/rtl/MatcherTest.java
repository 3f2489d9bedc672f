package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.FaultDecoder;
import io.lockstep.schema.card.TradeDecoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the matcher does that a sound kernel never shows: memories that contradict each other, and
 * what it writes while nobody takes its events. What it answers is the kernel's test.
 */
class MatcherTest {
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct EVENT = PackedStruct.of("event_t");
  private static final PackedStruct TABLE = PackedStruct.of("table_write_t");
  private static final PackedStruct LADDER = PackedStruct.of("ladder_write_t");
  private static final PackedStruct WRITE = PackedStruct.of("pool_write_t");

  @Rtl(module = "matcher", parameters = "LIVE_ORDERS=64")
  RtlModule dut;

  @BeforeEach
  void aBidThatMeetsAnAsk() {
    CONFIG.set(dut.port("config_i"), "known", 1);
    CONFIG.set(dut.port("config_i"), "band_high", 100);
    CONFIG.set(dut.port("config_i"), "max_price", 100);
    CONFIG.set(dut.port("config_i"), "max_quantity", 100);
    RtlPort command = dut.port("command_i");
    COMMAND.set(command, "kind", 1);
    COMMAND.set(command, "price", 50);
    COMMAND.set(command, "quantity", 5);
    RtlPort book = dut.port("book_i");
    BOOK.set(book, "orders", 1);
    BOOK.set(book, "ask.valid", 1);
    BOOK.set(book, "ask.price", 50);
    BOOK.set(book, "ask.total", 5);
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
    dut.eval();
    assertEquals(AcceptedDecoder.TEMPLATE_ID, template());
  }

  @Test
  void aMakerThatIsNotLiveEndsTheCommandWithAFault() {
    expectFaultInsteadOfATrade();
  }

  @Test
  void changesNothingBeforeItsEventIsTaken() {
    dut.clock(5);
    assertNothingWritten();
    dut.set("ready_i", 1);
    dut.clock();
    dut.set("ready_i", 0);
    maker(1);
    assertEquals(TradeDecoder.TEMPLATE_ID, template());
    assertNothingWritten();
    dut.clock(5);
    assertNothingWritten();
    dut.set("ready_i", 1);
    dut.eval();
    assertEquals(1, TABLE.get(dut.port("table_write_o"), "book_write"));
    assertEquals(1, WRITE.get(dut.port("pool_write_o"), "state"));
  }

  private void expectFaultInsteadOfATrade() {
    dut.set("ready_i", 1);
    dut.clock();
    maker(0);
    assertEquals(0, dut.get("valid_o"));
    assertNothingWritten();
    dut.clock();
    assertEquals(1, dut.get("valid_o"));
    assertEquals(FaultDecoder.TEMPLATE_ID, template());
    assertEquals(1, EVENT.get(dut.port("event_o"), "last"));
    dut.clock();
    assertEquals(1, dut.get("idle_o"));
  }

  private void maker(int live) {
    ENTRY.set(dut.port("entry_i"), "live", live);
    ENTRY.set(dut.port("entry_i"), "open", 5);
    dut.eval();
  }

  private void assertNothingWritten() {
    RtlPort table = dut.port("table_write_o");
    assertEquals(0, TABLE.get(table, "config_write"));
    assertEquals(0, TABLE.get(table, "book_write"));
    RtlPort ladder = dut.port("ladder_write_o");
    for (String strobe : new String[] {"level_write", "occupy", "vacate"}) {
      assertEquals(0, LADDER.get(ladder, strobe), strobe);
    }
    RtlPort write = dut.port("pool_write_o");
    for (String strobe : new String[] {"insert", "state", "next_write", "prev_write"}) {
      assertEquals(0, WRITE.get(write, strobe), strobe);
    }
  }

  private int template() {
    return (int) EVENT.get(dut.port("event_o"), "template_id");
  }
}
