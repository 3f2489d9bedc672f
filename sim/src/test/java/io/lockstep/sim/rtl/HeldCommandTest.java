package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is held of a command from its start, and what each step changes of it. */
class HeldCommandTest {
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct FACTS = PackedStruct.of("facts_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct STEP = PackedStruct.of("step_t");
  private static final PackedStruct VETTED = PackedStruct.of("vetted_t");
  private static final PackedStruct VERDICT = PackedStruct.of("verdict_t");
  private static final PackedStruct OUTCOME = PackedStruct.of("outcome_t");
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct LEVEL = PackedStruct.of("level_t");
  private static final PackedStruct STANDING = PackedStruct.of("standing_t");
  private static final PackedStruct HELD = PackedStruct.of("held_t");

  @Rtl(module = "held_command")
  RtlModule dut;

  private final Random random = new Random(1);

  @Test
  void howItStandsAgainstTheBestPricesIsThatOfItsStart() {
    for (int i = 0; i < 5_000; i++) {
      final Integer bid = best("book_i", "bid");
      final Integer ask = best("book_i", "ask");
      int price = price();
      int limitBuy = price();
      int limitSell = price();
      COMMAND.set(dut.port("command_i"), "price", price);
      FACTS.set(dut.port("facts_i"), "limit_buy", limitBuy);
      FACTS.set(dut.port("facts_i"), "limit_sell", limitSell);
      final int side = random.nextInt(2);
      final boolean[] beyond = {random.nextBoolean(), random.nextBoolean()};
      COMMAND.set(dut.port("command_i"), "side", side);
      FACTS.set(dut.port("facts_i"), "beyond_bids", beyond[0] ? 1 : 0);
      FACTS.set(dut.port("facts_i"), "beyond_asks", beyond[1] ? 1 : 0);
      start();
      best("book_i", "bid");
      best("book_i", "ask");
      dut.clock();
      assertEquals(ask != null && ask <= limitBuy, standing("ask_meets"));
      assertEquals(bid != null && bid >= limitSell, standing("bid_meets"));
      assertEquals(bid == null || price >= bid, standing("bid_improves"));
      assertEquals(ask == null || price <= ask, standing("ask_improves"));
      expectOfItsSide(side, beyond);
      final int named = random.nextInt(2);
      ENTRY.set(dut.port("entry_i"), "order.side", named);
      dut.clock();
      expectOfItsSide(side, beyond);
      STEP.set(dut.port("step_i"), "fetch", 1);
      dut.clock();
      STEP.set(dut.port("step_i"), "fetch", 0);
      expectOfItsSide(named, beyond);
    }
  }

  @Test
  void whereItEntersItImprovesOnTheBookAsItIsThen() {
    for (int i = 0; i < 5_000; i++) {
      final boolean sells = random.nextBoolean();
      int price = price();
      COMMAND.set(dut.port("command_i"), "side", sells ? 1 : 0);
      COMMAND.set(dut.port("command_i"), "price", price);
      start();
      dut.clock();
      final Integer bid = best("kept_i", "bid");
      final Integer ask = best("kept_i", "ask");
      step("prepare");
      boolean improves = sells ? ask == null || price <= ask : bid == null || price >= bid;
      assertEquals(improves ? 1 : 0, held("improves"), "order " + i);
    }
  }

  @Test
  void afterMatchingItHoldsWhatIsLeftAndWhatItTraded() {
    FACTS.set(dut.port("facts_i"), "lots", 100);
    for (int spent = 0; spent < 2; spent++) {
      start();
      OUTCOME.set(dut.port("outcome_i"), "left", 30);
      OUTCOME.set(dut.port("outcome_i"), "spent", spent);
      OUTCOME.set(dut.port("outcome_i"), "changed", spent);
      step("settle");
      assertEquals(30, held("lots"));
      assertEquals(spent == 1 ? 100 : 70, held("traded"));
      assertEquals(spent, held("top"));
      step("prepare");
      assertEquals(spent == 1 ? 100 : 70, held("filled"));
    }
  }

  @Test
  void theTopChangesIfTheOrderLeftTheBestPriceUnlessAllStaysAsItWas() {
    for (int i = 0; i < 8; i++) {
      start();
      VERDICT.set(dut.port("verdict_i"), "at_best", i & 1);
      VERDICT.set(dut.port("verdict_i"), "keeps", i >> 1 & 1);
      VETTED.set(dut.port("vetted_i"), "same_lots", i >> 2);
      VETTED.set(dut.port("vetted_i"), "lots", 50);
      VETTED.set(dut.port("vetted_i"), "named.state.open", 20);
      step("tell");
      assertEquals((i & 1) == 1 && i < 6 ? 1 : 0, held("top"), "case " + i);
      assertEquals(30, held("growth"));
      assertEquals(i >> 1 & 1, held("keeps"));
    }
  }

  @Test
  void anOrderIsAloneOnItsLevelIfItIsHeadAndTail() {
    COMMAND.set(dut.port("command_i"), "slot", 5);
    start();
    for (int i = 0; i < 4; i++) {
      LEVEL.set(dut.port("level_i"), "head", 5 - (i & 1));
      LEVEL.set(dut.port("level_i"), "tail", 5 + (i >> 1));
      step("tell");
      assertEquals(i == 0 ? 1 : 0, held("only"));
    }
  }

  @Test
  void aReasonUpToUnknownOrderIsLowAnyOtherHigh() {
    for (int reason = 1; reason < 35; reason++) {
      FACTS.set(dut.port("facts_i"), "refusals", 1L << reason);
      start();
      assertEquals(reason <= 8 ? 1 : 0, held("refused_low"));
      assertEquals(reason <= 8 ? 0 : 1, held("refused_high"));
    }
  }

  @Test
  void aStartForgetsAllThatTheCommandBeforeFoundOut() {
    dut.set("match_i", 1);
    dut.set("position_fresh_i", 1);
    dut.set("end_i", 1);
    FACTS.set(dut.port("facts_i"), "lots", 9);
    VERDICT.set(dut.port("verdict_i"), "at_best", 1);
    OUTCOME.set(dut.port("outcome_i"), "changed", 1);
    OUTCOME.set(dut.port("outcome_i"), "spent", 1);
    String[] found = {"matched", "roomed", "ending", "at_best", "top", "traded"};
    start();
    for (String step : new String[] {"room", "walk", "tell", "settle"}) {
      step(step);
    }
    VETTED.set(dut.port("vetted_i"), "lots", 9);
    step("tell");
    step("settle");
    dut.set("match_i", 0);
    for (String field : found) {
      assertEquals(field.equals("traded") ? 9 : 1, held(field), field);
    }
    start();
    for (String field : found) {
      assertEquals(0, held(field), field);
    }
  }

  @Test
  void aPositionCountsAsLookedAtOnlyIfItIsFresh() {
    start();
    step("room");
    assertEquals(0, held("roomed"));
    dut.set("position_fresh_i", 1);
    step("room");
    assertEquals(1, held("roomed"));
  }

  @Test
  void itIsMatchedToTheLimitOfItsSideAndAsItsGroupAsks() {
    for (int i = 0; i < 16; i++) {
      COMMAND.set(dut.port("command_i"), "side", i & 1);
      FACTS.set(dut.port("facts_i"), "limit_buy", 40);
      FACTS.set(dut.port("facts_i"), "limit_sell", 30);
      FACTS.set(dut.port("facts_i"), "group", (i >> 1 & 1) << 31);
      FACTS.set(dut.port("facts_i"), "cancels_resting", i >> 2 & 1);
      FACTS.set(dut.port("facts_i"), "cancels_both", i >> 3);
      start();
      dut.clock();
      assertEquals((i & 1) == 1 ? 30 : 40, held("limit"));
      assertEquals(i >> 1 & i >> 2 & 1, held("cancels_resting"), "case " + i);
      assertEquals(i >> 1 & i >> 3 & 1, held("cancels_both"), "case " + i);
    }
  }

  @Test
  void whatIsParkedOrUnparkedEntersAtItsOwnPriceAllElseAtTheCommands() {
    ENTRY.set(dut.port("entry_i"), "order.price", 11);
    ENTRY.set(dut.port("entry_i"), "order.id", 71);
    ENTRY.set(dut.port("entry_i"), "state.filled", 6);
    COMMAND.set(dut.port("command_i"), "price", 12);
    COMMAND.set(dut.port("command_i"), "filled", 5);
    for (String kind : new String[] {"park", "unpark", "replace", "load_order"}) {
      COMMAND.set(dut.port("command_i"), "kind." + kind, 1);
      start();
      assertEquals(kind.equals("load_order") ? 5 : 0, held("filled"), kind);
      assertEquals(12, held("order.price"));
      step("fetch");
      assertEquals(6, held("filled"));
      assertEquals(71, held("order.id"));
      dut.clock();
      assertEquals(kind.endsWith("park") ? 11 : 12, held("enter_price"), kind);
      COMMAND.set(dut.port("command_i"), "kind." + kind, 0);
    }
  }

  @Test
  void theWalkersOrderTakesThePlaceOfTheCommands() {
    COMMAND.set(dut.port("command_i"), "slot", 5);
    start();
    dut.set("end_slot_i", 7);
    step("walk");
    assertEquals(7, held("slot"));
    assertEquals(0, held("ending"));
    dut.set("end_i", 1);
    step("walk");
    assertEquals(1, held("ending"));
  }

  @Test
  void theAnswerSaysWhetherItImprovesAndTheTellingWhichLotsLeave() {
    start();
    for (int improves = 1; improves >= 0; improves--) {
      VERDICT.set(dut.port("verdict_i"), "improves", improves);
      VERDICT.set(dut.port("verdict_i"), "removed", 20 + improves);
      step("answer");
      step("tell");
      assertEquals(improves, held("improves"));
      assertEquals(20 + improves, held("removed"));
    }
  }

  private void start() {
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
    dut.eval();
  }

  private void step(String name) {
    STEP.set(dut.port("step_i"), name, 1);
    dut.clock();
    STEP.set(dut.port("step_i"), name, 0);
    dut.eval();
  }

  /** Around zero, now and then at an end of 32 bits. */
  private int price() {
    return switch (random.nextInt(10)) {
      case 0 -> Integer.MAX_VALUE;
      case 1 -> Integer.MIN_VALUE + 1;
      default -> random.nextInt(5) - 2;
    };
  }

  private Integer best(String port, String side) {
    int price = price();
    boolean valid = random.nextInt(3) != 0;
    BOOK.set(dut.port(port), side + ".valid", valid ? 1 : 0);
    BOOK.set(dut.port(port), side + ".price", price);
    return valid ? price : null;
  }

  /** What is said of the order's side is what is said of that side. */
  private void expectOfItsSide(int side, boolean[] beyond) {
    assertEquals(standing(side == 0 ? "ask_meets" : "bid_meets"), standing("crosses"));
    assertEquals(standing(side == 0 ? "bid_improves" : "ask_improves"), standing("improves"));
    assertEquals(beyond[side], standing("beyond_band"));
  }

  private boolean standing(String field) {
    return STANDING.get(dut.port("standing_o"), field) == 1;
  }

  private long held(String field) {
    return HELD.get(dut.port("held_o"), field);
  }
}
