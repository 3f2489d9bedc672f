package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each operation writes to book, level, pool and positions, and how orders are counted. */
class BookKeeperTest {
  private static final PackedStruct OPERATION = PackedStruct.of("operation_t");
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct ORDER = PackedStruct.of("order_t");
  private static final PackedStruct VETTED = PackedStruct.of("vetted_t");
  private static final PackedStruct OUTCOME = PackedStruct.of("outcome_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct LEVEL = PackedStruct.of("level_t");
  private static final PackedStruct LADDER = PackedStruct.of("ladder_write_t");
  private static final PackedStruct POOL = PackedStruct.of("pool_write_t");
  private static final PackedStruct STATE = PackedStruct.of("state_t");
  private static final PackedStruct UPDATE = PackedStruct.of("position_update_t");
  private static final long LESS = 1L << 29;

  @Rtl(module = "book_keeper", parameters = "LIVE_ORDERS=3")
  RtlModule dut;

  private final Random random = new Random(1);

  @BeforeEach
  void aBookOfOneBidAndOneAsk() {
    BOOK.set(dut.port("book_i"), "orders", 2);
    for (String side : new String[] {"bid", "ask"}) {
      BOOK.set(dut.port("book_i"), side + ".valid", 1);
      BOOK.set(dut.port("book_i"), side + ".price", side.equals("bid") ? 10 : 20);
      BOOK.set(dut.port("book_i"), side + ".head", side.equals("bid") ? 1 : 2);
      BOOK.set(dut.port("book_i"), side + ".total", 100);
    }
    dut.set("book_read_i", 1);
    dut.clock();
    dut.set("book_read_i", 0);
    ORDER.set(dut.port("order_i"), "position_slot", 7);
    dut.set("slot_i", 5);
  }

  @Test
  void anOrderThatEntersJoinsItsLevelAndIsTheBestWhereItImproves() {
    for (int i = 0; i < 400; i++) {
      final boolean sells = random.nextBoolean();
      final boolean occupied = random.nextBoolean();
      final boolean improves = random.nextBoolean();
      final long lots = 1 + random.nextInt((1 << 28) - 1);
      final long there = random.nextLong(1L << 47);
      final int price = random.nextInt();
      order(sells, price);
      level(3, 4, there);
      dut.set("lots_i", lots);
      dut.set("filled_i", 9);
      dut.set("occupied_i", occupied ? 1 : 0);
      dut.set("improves_i", improves ? 1 : 0);
      reread();
      act("measure");
      operation("enter", 1);
      operation("link", 1);
      dut.eval();
      assertEquals(occupied ? there + lots : lots, ladder("level.total"));
      assertEquals(occupied ? 3 : 5, ladder("level.head"));
      assertEquals(5, ladder("level.tail"));
      assertEquals(1, ladder("level_write") & ladder("occupy"));
      assertEquals(3, book("orders"));
      String side = sells ? "ask" : "bid";
      assertEquals(improves ? price & 0xFFFF_FFFFL : sells ? 20 : 10, book(side + ".price"));
      assertEquals(improves ? ladder("level.total") : 100, book(side + ".total"));
      assertEquals(sells ? 10 : 20, book(sells ? "bid.price" : "ask.price"));
      assertEquals(1, pool("insert") & pool("change") & pool("state.live"));
      assertEquals(0, pool("state.parked"));
      assertEquals(lots, pool("state.open"));
      assertEquals(9, pool("state.filled"));
      dut.clock();
      clear();
      expectUpdate(7, sells, 0, lots);
      act("remove");
    }
  }

  @Test
  void anOrderThatLeavesTakesItsLotsFromItsLevelAndFromTheBestIfItWasThere() {
    for (int i = 0; i < 400; i++) {
      final boolean lowers = random.nextBoolean();
      final boolean best = random.nextBoolean();
      final boolean only = random.nextBoolean();
      final long removed = 1 + random.nextInt((1 << 28) - 1);
      final long left = random.nextLong(1L << 47);
      order(false, 10);
      level(5, 6, removed + left);
      VETTED.set(dut.port("vetted_i"), "named.next", 8);
      dut.set("removed_i", removed);
      dut.set("at_best_i", best ? 1 : 0);
      dut.set("only_i", only ? 1 : 0);
      reread();
      operation(lowers ? "lower" : "remove", 1);
      dut.eval();
      assertEquals(1, ladder("level_write"));
      assertEquals(left, ladder("level.total"));
      assertEquals(lowers ? 5 : 8, ladder("level.head"));
      assertEquals(!lowers && only ? 1 : 0, ladder("vacate"));
      assertEquals(lowers ? 2 : 1, book("orders"));
      assertEquals(best ? left : 100, book("bid.total"));
      assertEquals(lowers ? 1 : 0, pool("state.live"));
      assertEquals(0, pool("state.parked"));
      dut.clock();
      clear();
      expectUpdate(7, false, 0, LESS - removed);
    }
  }

  @Test
  void aParkedOrderIsCountedApartAndTouchesNoLevel() {
    order(true, 30);
    dut.set("improves_i", 1);
    operation("enter", 1);
    dut.eval();
    assertEquals(1, pool("state.parked"));
    expectNoLevel();
    assertEquals(20, book("ask.price"));
    assertEquals(100, book("ask.total"));
    dut.clock();
    clear();
    assertEquals(1, dut.get("parked_o"));
    assertEquals(1, dut.get("live_o"));
    VETTED.set(dut.port("vetted_i"), "named.state.parked", 1);
    dut.set("only_i", 1);
    operation("lower", 1);
    dut.eval();
    assertEquals(1, pool("state.parked"));
    expectNoLevel();
    clear();
    operation("remove", 1);
    dut.eval();
    expectNoLevel();
    dut.clock();
    clear();
    assertEquals(0, dut.get("parked_o") + dut.get("live_o"));
  }

  private void expectNoLevel() {
    assertEquals(0, ladder("level_write") + ladder("vacate") + ladder("occupy"));
  }

  @Test
  void whatMatchingLeftIsTheOtherSidesBestAndTheTakersTradeFollowsACycleLater() {
    for (int i = 0; i < 4; i++) {
      final long gone = i & 1;
      final boolean sells = i > 1;
      order(sells, sells ? 5 : 25);
      OUTCOME.set(dut.port("outcome_i"), "gone", gone);
      OUTCOME.set(dut.port("outcome_i"), "cursor.valid", 1);
      OUTCOME.set(dut.port("outcome_i"), "cursor.price", sells ? 8 : 22);
      OUTCOME.set(dut.port("outcome_i"), "cursor.head", 11);
      OUTCOME.set(dut.port("outcome_i"), "cursor.total", 33);
      reread();
      operation("settle", 1);
      dut.eval();
      assertEquals(1 - gone, ladder("level_write"));
      assertEquals(11, ladder("level.head"));
      assertEquals(33, ladder("level.total"));
      assertEquals(1, dut.get("book_write_o"));
      assertEquals(sells ? 20 : 22, book("ask.price"));
      assertEquals(sells ? 100 : 33, book("ask.total"));
      assertEquals(sells ? 8 : 10, book("bid.price"));
      assertEquals(sells ? 33 : 100, book("bid.total"));
      dut.clock();
      clear();
      dut.set("traded_i", 67);
      dut.clock();
      expectUpdate(7, sells, 67, 0);
    }
  }

  @Test
  void aMakerIsWrittenAsMatchingLeftItAndLeavesTheCountsWhereItEnds() {
    act("enter");
    act("enter");
    reread();
    dut.set("matching_i", 1);
    dut.set("maker_slot_i", 9);
    STATE.set(dut.port("maker_state_i"), "open", 11);
    for (int i = 0; i < 4; i++) {
      final int change = i & 1;
      final int ends = i >> 1;
      dut.set("maker_change_i", change);
      dut.set("maker_ends_i", ends);
      UPDATE.set(dut.port("maker_update_i"), "valid", change);
      UPDATE.set(dut.port("maker_update_i"), "slot", 18);
      UPDATE.set(dut.port("maker_update_i"), "traded", 23);
      dut.set("vacate_i", change);
      dut.eval();
      assertEquals(change, pool("change"));
      assertEquals(change, ladder("vacate"));
      assertEquals(change & ends, dut.get("book_write_o"));
      assertEquals(2 - (change & ends), book("orders"));
      if (change == 1) {
        assertEquals(9, pool("slot"));
        assertEquals(11, pool("state.open"));
      }
      dut.clock();
      assertEquals(2 - (change & ends), dut.get("live_o"));
      assertEquals(change, UPDATE.get(dut.port("position_update_o"), "valid"));
      if (change == 1) {
        expectUpdate(18, false, 23, 0);
      }
    }
  }

  @Test
  void aResetForgetsAllOrdersAndWhatWasTraded() {
    for (int i = 0; i < 3; i++) {
      act("enter");
    }
    assertEquals(1, dut.get("pool_full_o"));
    operation("settle", 1);
    dut.set("rst_i", 1);
    dut.clock();
    dut.set("rst_i", 0);
    clear();
    assertEquals(0, dut.get("live_o") + dut.get("parked_o") + dut.get("pool_full_o"));
    dut.clock();
    assertEquals(0, UPDATE.get(dut.port("position_update_o"), "valid"));
  }

  @Test
  void aCrossLowersBothOrdersAndEndsTheOneThatIsUsedUp() {
    order(true, 1);
    act("enter");
    act("enter");
    COMMAND.set(dut.port("command_i"), "quantity", 40);
    COMMAND.set(dut.port("command_i"), "other_slot", 6);
    cross("named", 40, 1, 17);
    cross("other", 100, 2, 18);
    VETTED.set(dut.port("vetted_i"), "buys_all", 1);
    dut.clock();
    operation("buy", 1);
    expectCross(5, 0, 41, 0);
    clear();
    operation("sell", 1);
    expectUpdate(17, false, 40, LESS - 40);
    expectCross(6, 60, 42, 1);
    clear();
    expectUpdate(18, true, 40, LESS - 40);
    assertEquals(1, dut.get("live_o"));
    assertEquals(1, dut.get("parked_o"));
  }

  @Test
  void thePoolIsFullWithTheLastOrderThatMayLive() {
    for (int live = 1; live <= 3; live++) {
      assertEquals(0, dut.get("pool_full_o"));
      act("enter");
      assertEquals(live, dut.get("live_o"));
    }
    assertEquals(1, dut.get("pool_full_o"));
    act("remove");
    assertEquals(0, dut.get("pool_full_o"));
  }

  @Test
  void theNextBestIsWhatASearchFound() {
    order(true, 20);
    level(12, 13, 77);
    dut.set("search_found_i", 1);
    dut.set("search_price_i", 23);
    reread();
    operation("found", 1);
    dut.eval();
    assertEquals(23, book("ask.price"));
    assertEquals(12, book("ask.head"));
    assertEquals(77, book("ask.total"));
    assertEquals(1, book("ask.valid") & dut.get("book_write_o"));
    dut.set("search_found_i", 0);
    dut.eval();
    assertEquals(0, book("ask.valid"));
  }

  private void cross(String which, long open, long filled, long position) {
    VETTED.set(dut.port("vetted_i"), which + ".state.parked", 1);
    VETTED.set(dut.port("vetted_i"), which + ".state.open", open);
    VETTED.set(dut.port("vetted_i"), which + ".state.filled", filled);
    VETTED.set(dut.port("vetted_i"), which + ".order.position_slot", position);
  }

  private void expectCross(int slot, long open, long filled, int live) {
    dut.eval();
    assertEquals(slot, pool("slot"));
    assertEquals(open, pool("state.open"));
    assertEquals(filled, pool("state.filled"));
    assertEquals(live, pool("state.live"));
    dut.clock();
  }

  private void expectUpdate(long slot, boolean sell, long traded, long opened) {
    dut.eval();
    RtlPort update = dut.port("position_update_o");
    assertEquals(1, UPDATE.get(update, "valid"));
    assertEquals(slot, UPDATE.get(update, "slot"));
    assertEquals(sell ? 1 : 0, UPDATE.get(update, "sell"));
    assertEquals(traded, UPDATE.get(update, "traded"));
    assertEquals(opened, UPDATE.get(update, "opened"));
  }

  /** The book is read anew, and the level is at hand a cycle before it changes. */
  private void reread() {
    dut.set("book_read_i", 1);
    dut.clock();
    dut.set("book_read_i", 0);
  }

  private void act(String name) {
    operation(name, 1);
    dut.clock();
    clear();
  }

  private void clear() {
    for (String name : new String[] {"remove", "lower", "found", "settle", "measure"}) {
      operation(name, 0);
    }
    for (String name : new String[] {"enter", "link", "buy", "sell"}) {
      operation(name, 0);
    }
    dut.eval();
  }

  private void operation(String name, long value) {
    OPERATION.set(dut.port("operation_i"), name, value);
  }

  private void order(boolean sells, int price) {
    ORDER.set(dut.port("order_i"), "side", sells ? 1 : 0);
    ORDER.set(dut.port("order_i"), "price", price);
  }

  private void level(long head, long tail, long total) {
    LEVEL.set(dut.port("level_i"), "head", head);
    LEVEL.set(dut.port("level_i"), "tail", tail);
    LEVEL.set(dut.port("level_i"), "total", total);
  }

  private long book(String field) {
    return BOOK.get(dut.port("book_changed_o"), field);
  }

  private long ladder(String field) {
    return LADDER.get(dut.port("ladder_write_o"), field);
  }

  private long pool(String field) {
    return POOL.get(dut.port("pool_write_o"), field);
  }
}
