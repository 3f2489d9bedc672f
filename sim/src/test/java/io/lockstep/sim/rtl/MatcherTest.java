package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The parts together, on memories that answer by hand: one order, and one that it meets or names.
 */
class MatcherTest {
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct FACTS = PackedStruct.of("facts_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct LEVEL = PackedStruct.of("level_t");
  private static final PackedStruct EVENT = PackedStruct.of("event_t");
  private static final PackedStruct POOL = PackedStruct.of("pool_write_t");
  private static final PackedStruct ACCESS = PackedStruct.of("access_t");
  private static final PackedStruct POSITION = PackedStruct.of("position_t");
  private static final PackedStruct LADDER = PackedStruct.of("ladder_write_t");
  private static final PackedStruct UPDATE = PackedStruct.of("position_update_t");
  private static final PackedStruct TABLE = PackedStruct.of("table_write_t");

  @Rtl(
      module = "matcher",
      parameters = {"LEVELS=128", "LIVE_ORDERS=64"})
  RtlModule dut;

  private final List<String> changes = new ArrayList<>();

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
    assertEquals(1, POOL.get(dut.port("pool_write_o"), "insert"));
    assertEquals(5, POOL.get(dut.port("pool_write_o"), "slot"));
    assertEquals(71, POOL.get(dut.port("pool_write_o"), "order.id"));
    assertEquals(30, POOL.get(dut.port("pool_write_o"), "state.open"));
    assertEquals(10, TABLE.get(dut.port("table_write_o"), "book.bid.price"));
    dut.clock();
    expectEvent(TopOfBookDecoder.TEMPLATE_ID, 1);
    assertEquals(1, dut.get("finish_o"));
    assertEquals(1, dut.get("live_o"));
  }

  @Test
  void aBidMeetsAnAskInItsThirdCycleAndRestsWithWhatIsLeft() {
    rests("ask", 20);
    start();
    expectEvent(AcceptedDecoder.TEMPLATE_ID, 0);
    dut.clock(2);
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
    assertEquals("rejected.", events());
    assertEquals(List.of(), changes);
    assertEquals(0, dut.get("live_o") + dut.get("alone_o"));
  }

  @Test
  void aCancelNamesItsOrderAndTakesItOut() {
    named("cancel");
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

  @Test
  void whatTradesIsToldToTheBooksAndToBothPositionsAndWhatIsLeftEndsLast() {
    for (int sells = 0; sells < 2; sells++) {
      command("side", sells);
      command("instrument", 3);
      command("position_slot", 7);
      facts("limit_sell", 8);
      facts("may_rest", 0);
      rests(sells == 0 ? "ask" : "bid", 20);
      assertEquals("accepted trade cancelled top.", events());
      String own = sells == 0 ? "buys " : "sells ";
      String other = sells == 0 ? "sells " : "buys ";
      assertEquals(
          List.of(
              "order 6 ends",
              "vacates",
              "book 3",
              "17 " + other + "20 less 20",
              "book 3",
              "7 " + own + "20 less 0"),
          changes);
    }
  }

  @Test
  void anOrderThatMeetsNobodyAndDoesNotRestEndsAtOnce() {
    facts("may_rest", 0);
    assertEquals("accepted cancelled.", events());
  }

  @Test
  void aFillOrKillChangesNothingUnlessAllOfItTrades() {
    facts("fill_or_kill", 1);
    facts("may_rest", 0);
    rests("ask", 20);
    assertEquals("rejected.", events());
    assertEquals(List.of(), changes);
    facts("lots", 20);
    assertEquals("accepted trade top.", events());
    assertEquals("order 6 ends", changes.get(0));
  }

  @Test
  void matchingEndsAtTheLimitThoughThePriceIsBetter() {
    facts("limit_buy", 9);
    facts("may_rest", 0);
    rests("ask", 20);
    dut.set("search_found_i", 1);
    dut.set("search_price_i", 10);
    assertEquals("accepted trade cancelled top.", events());
  }

  @Test
  void anOrderOfTheSameGroupIsTakenOutInsteadOfTraded() {
    facts("group", 4);
    facts("cancels_resting", 1);
    facts("may_rest", 0);
    rests("ask", 20);
    ENTRY.set(dut.port("entry_i"), "order.group", 4);
    assertEquals("accepted cancelled cancelled top.", events());
  }

  @Test
  void aReplacedOrderLeavesItsPlaceAndEntersAtItsNewPrice() {
    POSITION.set(dut.port("position_i"), "room", (1 << 28) - 1);
    named("replace");
    command("price", 12);
    command("quantity", 25);
    assertEquals("replaced top.", events());
    assertTrue(changes.containsAll(List.of("17 sells 0 less 20", "order 6 at 12")), "" + changes);
  }

  @Test
  void aReplaceThatGrowsBeyondItsPositionsRoomIsRefused() {
    named("replace");
    command("quantity", 25);
    facts("alone", 1);
    dut.set("position_fresh_i", 1);
    for (int room = 4; room < 6; room++) {
      POSITION.set(dut.port("position_i"), "room", room);
      assertEquals(room < 5 ? "rejected." : "replaced top.", events());
      assertEquals(1, dut.get("alone_o"));
    }
  }

  @Test
  void onlyARestingOrderIsParked() {
    named("park");
    ENTRY.set(dut.port("entry_i"), "state.parked", 1);
    assertEquals("rejected.", events());
    assertEquals(List.of(), changes);
  }

  @Test
  void theWalkerEndsAnothersOrderAndLearnsWhetherItWasAtTheBest() {
    for (int best = 0; best < 2; best++) {
      named("mass_cancel");
      command("account", 8);
      dut.set("end_slot_i", 6);
      dut.set("end_i", 1);
      start();
      assertEquals(1, dut.get("walk_start_o"));
      cycle();
      BOOK.set(dut.port("book_i"), "ask.price", best == 1 ? 9 : 8);
      for (int cycles = 0; dut.get("ended_o") == 0; cycles++) {
        assertTrue(cycles < 10);
        cycle();
      }
      assertEquals(best, dut.get("ended_at_best_o"));
      dut.set("end_i", 0);
      dut.set("walk_done_i", 1);
      dut.clock(2);
      dut.set("walk_done_i", 0);
      dut.eval();
      assertEquals(1, dut.get("idle_o"));
    }
  }

  @Test
  void aPoolThatIsFullRefuses() {
    for (int i = 0; i < 64; i++) {
      assertEquals("accepted top.", events());
    }
    assertEquals("rejected.", events());
    assertEquals(64, dut.get("live_o"));
  }

  @Test
  void itIsLoadingUntilTheEndOfTheLoad() {
    command("kind.is_new", 0);
    for (String kind : new String[] {"barrier", "end_of_load"}) {
      assertEquals(1, dut.get("loading_o"));
      command("kind." + kind, 1);
      facts("takes_slot", 0);
      events();
      command("kind." + kind, 0);
    }
    assertEquals(0, dut.get("loading_o"));
  }

  @Test
  void aCrossTakesItsSecondOrderACycleAfterItsFirst() {
    named("is_cross");
    command("price", 9);
    command("quantity", 20);
    command("other_id", 72);
    ENTRY.set(dut.port("entry_i"), "order.side", 0);
    ENTRY.set(dut.port("entry_i"), "state.parked", 1);
    start();
    dut.clock();
    ENTRY.set(dut.port("entry_i"), "order.side", 1);
    ENTRY.set(dut.port("entry_i"), "order.id", 72);
    dut.clockUntil(dut.port("valid_o"), 1, 10);
    expectEvent(TradeDecoder.TEMPLATE_ID, 1);
  }

  /** Order 71 of account 1 rests as the only ask, and a command of that kind names it. */
  private void named(String kind) {
    command("kind.is_new", 0);
    command("kind." + kind, 1);
    command("slot", 6);
    facts("takes_slot", 0);
    rests("ask", 20);
    ENTRY.set(dut.port("entry_i"), "order.account", 1);
    ENTRY.set(dut.port("entry_i"), "order.id", 71);
  }

  private void rests(String side, long lots) {
    facts("takes_slot", 0);
    for (String each : new String[] {"bid", "ask"}) {
      BOOK.set(dut.port("book_i"), each + ".valid", each.equals(side) ? 1 : 0);
      BOOK.set(dut.port("book_i"), each + ".price", each.equals(side) ? 9 : 40);
      BOOK.set(dut.port("book_i"), each + ".head", each.equals(side) ? 6 : 41);
      BOOK.set(dut.port("book_i"), each + ".total", lots);
    }
    RtlPort entry = dut.port("entry_i");
    ENTRY.set(entry, "state.live", 1);
    ENTRY.set(entry, "state.open", lots);
    ENTRY.set(entry, "order.id", 72);
    ENTRY.set(entry, "order.account", 2);
    ENTRY.set(entry, "order.price", 9);
    ENTRY.set(entry, "order.position_slot", 17);
    ENTRY.set(entry, "order.side", side.equals("ask") ? 1 : 0);
    LEVEL.set(dut.port("level_i"), "head", 6);
    LEVEL.set(dut.port("level_i"), "tail", 6);
    LEVEL.set(dut.port("level_i"), "total", lots);
  }

  /** Runs the command to its end: its events, the last with a dot; {@link #changes}: its writes. */
  private String events() {
    changes.clear();
    StringBuilder told = new StringBuilder();
    start();
    for (int cycles = 0; dut.get("idle_o") == 0; cycles++) {
      assertTrue(cycles < 50);
      if (dut.get("valid_o") == 1) {
        told.append(told.isEmpty() ? "" : " ").append(name(event("template_id")));
        told.append(event("last") == 1 ? "." : "");
      }
      cycle();
    }
    cycle();
    return told.toString();
  }

  /** A search is done in the cycle after it was asked for. */
  private void cycle() {
    note();
    final long searches = ACCESS.get(dut.port("access_o"), "search");
    dut.clock();
    dut.set("search_done_i", searches);
    dut.eval();
  }

  private void note() {
    RtlPort pool = dut.port("pool_write_o");
    if (POOL.get(pool, "change") == 1) {
      String became =
          POOL.get(pool, "state.live") == 0 ? " ends" : " at " + POOL.get(pool, "order.price");
      changes.add("order " + POOL.get(pool, "slot") + became);
    }
    if (LADDER.get(dut.port("ladder_write_o"), "vacate") == 1) {
      changes.add("vacates");
    }
    if (TABLE.get(dut.port("table_write_o"), "book_write") == 1) {
      changes.add("book " + TABLE.get(dut.port("table_write_o"), "instrument"));
    }
    RtlPort update = dut.port("position_update_o");
    if (UPDATE.get(update, "valid") == 1) {
      String side = UPDATE.get(update, "sell") == 1 ? " sells " : " buys ";
      changes.add(
          UPDATE.get(update, "slot")
              + side
              + UPDATE.get(update, "traded")
              + " less "
              + (-UPDATE.get(update, "opened") & (1 << 29) - 1));
    }
  }

  private static String name(long template) {
    return switch ((int) template) {
      case AcceptedDecoder.TEMPLATE_ID -> "accepted";
      case RejectedDecoder.TEMPLATE_ID -> "rejected";
      case TradeDecoder.TEMPLATE_ID -> "trade";
      case CancelledDecoder.TEMPLATE_ID -> "cancelled";
      case ReplacedDecoder.TEMPLATE_ID -> "replaced";
      case TopOfBookDecoder.TEMPLATE_ID -> "top";
      default -> String.valueOf(template);
    };
  }

  private void start() {
    if (dut.get("addressed_o") == 1) {
      dut.clock();
    }
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
