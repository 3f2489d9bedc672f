package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The walk over memories that the test plays: instruments 1 and 2 of 3 are known, and each has two
 * bids on one level, one bid behind it, and an ask. Random books are {@link WalkerTest}'s.
 */
class BookWalkTest {
  private static final PackedStruct ACCESS = PackedStruct.of("access_t");
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct LEVEL = PackedStruct.of("level_t");

  @Rtl(module = "book_walk", parameters = "INSTRUMENTS=3")
  RtlModule dut;

  private final List<String> items = new ArrayList<>();
  private int path;

  @Test
  void visitsKnownInstrumentsBidsThenAsksHeadToTail() {
    dut.set("orders_i", 1);
    walk();
    List<String> expected = new ArrayList<>();
    for (int instrument = 1; instrument < 3; instrument++) {
      expected.add("instrument " + instrument);
      expected.add("order 10 rank 0");
      expected.add("order 11 rank 1");
      expected.add("order 20 rank 0");
      expected.add("order 30 rank 0");
    }
    assertEquals(expected, items);
  }

  @Test
  void visitsOnlyTheInstrumentAskedForAndClosesIt() {
    dut.set("only_i", 1);
    dut.set("first_i", 2);
    dut.set("orders_i", 1);
    dut.set("closing_i", 1);
    walk();
    assertEquals("instrument 2", items.get(0));
    assertEquals("order 30 rank 0", items.get(4));
    assertEquals(List.of("closed 2"), items.subList(5, items.size()));
  }

  @Test
  void leavesOrdersOutWhereNoneAreAskedFor() {
    walk();
    assertEquals(List.of("instrument 1", "instrument 2"), items);
  }

  @Test
  void goesOnFromItsOwnCopiesWhenTheMemoriesWereUsed() {
    dut.set("orders_i", 1);
    dut.set("used_i", 1);
    walk();
    assertEquals(10, items.size());
    assertEquals("order 11 rank 1", items.get(2));
    assertEquals("order 20 rank 0", items.get(8));
  }

  private void walk() {
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
    for (int cycle = 0; dut.get("done_o") == 0; cycle++) {
      // Each item is visited for three cycles.
      boolean advance = !item().isEmpty() && cycle % 3 == 2;
      if (advance) {
        items.add(item());
      }
      dut.set("advance_i", advance ? 1 : 0);
      dut.eval();
      serve();
      if (advance && dut.get("used_i") == 1) {
        ENTRY.set(dut.port("entry_i"), "next", 63);
        LEVEL.set(dut.port("level_i"), "tail", 63);
        path = 0;
      }
      dut.eval();
    }
  }

  private String item() {
    if (dut.get("instrument_o") == 1) {
      return "instrument " + dut.get("index_o");
    } else if (dut.get("order_o") == 1) {
      return "order " + dut.get("slot_o") + " rank " + dut.get("rank_o");
    }
    return dut.get("closed_o") == 1 ? "closed " + dut.get("index_o") : "";
  }

  /** Answers this cycle's reads in the next one, as the memories do. */
  private void serve() {
    RtlPort access = dut.port("access_o");
    boolean table = ACCESS.get(access, "table_read") == 1;
    long instrument = ACCESS.get(access, "instrument");
    boolean pool = ACCESS.get(access, "pool_read") == 1;
    long slot = ACCESS.get(access, "slot");
    boolean ladder = ACCESS.get(access, "ladder_read") == 1;
    long index = ACCESS.get(access, "index");
    boolean search = ACCESS.get(access, "search") == 1;
    dut.clock();
    dut.set("search_done_i", 0);
    if (table) {
      CONFIG.set(dut.port("config_i"), "known", instrument == 0 ? 0 : 1);
      RtlPort book = dut.port("book_i");
      BOOK.set(book, "bid.valid", 1);
      BOOK.set(book, "bid.head", 10);
      BOOK.set(book, "bid.price", 500);
      BOOK.set(book, "ask.valid", 1);
      BOOK.set(book, "ask.head", 30);
      BOOK.set(book, "ask.price", 600);
    }
    if (pool) {
      RtlPort entry = dut.port("entry_i");
      ENTRY.set(entry, "state.live", 1);
      ENTRY.set(entry, "next", slot + 1);
      ENTRY.set(entry, "order.side", slot == 30 ? 1 : 0);
      ENTRY.set(entry, "order.instrument", dut.get("index_o"));
      ENTRY.set(entry, "order.price", slot == 30 ? 600 : slot == 20 ? 400 : 500);
    }
    if (ladder) {
      level((int) index);
    }
    if (search) {
      // Behind the best bid lies one more level; behind that, and behind the ask, nothing.
      dut.set("search_done_i", 1);
      dut.set("search_found_i", path == 500 ? 1 : 0);
      level(400);
    }
  }

  private void level(int index) {
    path = index;
    LEVEL.set(dut.port("level_i"), "head", index == 600 ? 30 : index == 500 ? 10 : 20);
    LEVEL.set(dut.port("level_i"), "tail", index == 600 ? 30 : index == 500 ? 11 : 20);
  }
}
