package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The steps of each kind of command, cycle by cycle, and what it waits for. */
class SequencerTest {
  private static final PackedStruct KIND = PackedStruct.of("kind_t");
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct FACTS = PackedStruct.of("facts_t");
  private static final PackedStruct HELD = PackedStruct.of("held_t");
  private static final PackedStruct VERDICT = PackedStruct.of("verdict_t");
  private static final PackedStruct OUTCOME = PackedStruct.of("outcome_t");
  private static final PackedStruct VETTED = PackedStruct.of("vetted_t");
  private static final PackedStruct STEP = PackedStruct.of("step_t");
  private static final PackedStruct ACCESS = PackedStruct.of("access_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct BEST = PackedStruct.of("best_t");
  private static final PackedStruct OPERATION = PackedStruct.of("operation_t");
  private static final String[] STEPS =
      ("answer fetch other vet conclude room tell match settle prepare leave top edge_known"
              + " scan_known walk")
          .split(" ");
  private static final String[] OPERATIONS = {
    "remove", "lower", "found", "settle", "enter", "buy", "sell"
  };

  @Rtl(module = "sequencer")
  RtlModule dut;

  private String kind = "is_new";

  @BeforeEach
  void eventsAreTakenAtOnce() {
    dut.set("ready_i", 1);
    VERDICT.set(dut.port("verdict_i"), "sound", 1);
  }

  @Test
  void aNewOrderAnswersAndEntersAndTheTopFollowsWhereItImproves() {
    start("is_new");
    expect("answer!", "enter.");
    HELD.set(dut.port("held_i"), "improves", 1);
    start("is_new");
    expect("answer!", "enter", "top!.");
  }

  @Test
  void whatDefinesIsVettedAndARefusalEndsWithItsAnswer() {
    start("set_band");
    expect("other", "vet", "conclude", "answer!");
    VERDICT.set(dut.port("verdict_i"), "refused", 1);
    start("is_new");
    expect("answer!");
    start("cancel");
    expect("fetch", "tell!");
  }

  @Test
  void aCancelTakesItsOrderOutAndSeeksTheNextBestWhereItWasTheLast() {
    start("cancel");
    expect("fetch", "tell!", "remove.");
    HELD.set(dut.port("held_i"), "only", 1);
    start("cancel");
    expect("fetch", "tell!", "remove", ".");
    held("at_best", 1);
    start("cancel");
    expect("fetch", "tell!");
    assertEquals(1, access("search"));
    expect("remove", "", "");
    dut.set("search_done_i", 1);
    expect("found", "top!.");
    held("only", 0);
    start("cancel");
    expect("fetch", "tell!");
    assertEquals(0, access("search"));
    expect("remove", "top!.");
  }

  @Test
  void aReplaceInPlaceLowersAndAnotherOneLeavesAndEnters() {
    HELD.set(dut.port("held_i"), "keeps", 1);
    start("replace");
    expect("fetch", "tell!", "lower");
    held("top", 1);
    start("replace");
    expect("fetch", "tell!", "lower", "top!.");
    held("top", 0);
    HELD.set(dut.port("held_i"), "keeps", 0);
    start("replace");
    expect("fetch", "tell!", "remove", "prepare", "enter.");
    VETTED.set(dut.port("vetted_i"), "ends", 1);
    start("replace");
    expect("fetch", "tell!", "remove.");
  }

  @Test
  void aReplaceWaitsForItsPositionWhereThatMustBeLookedAt() {
    VERDICT.set(dut.port("verdict_i"), "asks_room", 1);
    start("replace");
    verdict("refused", 1);
    expect("fetch", "tell", "room");
    assertEquals(1, dut.get("position_taken_o"));
    expect("room");
    verdict("refused", 0);
    dut.set("position_fresh_i", 1);
    expect("room");
    VERDICT.set(dut.port("verdict_i"), "asks_room", 0);
    expect("tell!");
  }

  @Test
  void aCrossTradesBothOrders() {
    start("is_cross");
    expect("fetch", "other", "vet", "conclude", "tell!", "buy", "sell");
  }

  @Test
  void matchingIsSettledAndWhatIsLeftRestsOrLeaves() {
    VERDICT.set(dut.port("verdict_i"), "crosses", 1);
    start("is_new");
    expect("answer!", "match", "match");
    dut.set("match_valid_i", 1);
    expect("match!");
    dut.set("match_valid_i", 0);
    dut.set("match_done_i", 1);
    expect("match", "settle", "prepare", "enter.");
    VERDICT.set(dut.port("verdict_i"), "leaves", 1);
    start("is_new");
    expect("answer!", "match", "settle", "leave!.");
    OUTCOME.set(dut.port("outcome_i"), "spent", 1);
    start("is_new");
    expect("answer!", "match", "settle", "top!.");
  }

  @Test
  void aFillOrKillIsWalkedBeforeItIsAnswered() {
    FACTS.set(dut.port("facts_i"), "fill_or_kill", 1);
    VERDICT.set(dut.port("verdict_i"), "crosses", 1);
    OUTCOME.set(dut.port("outcome_i"), "spent", 1);
    dut.set("match_done_i", 1);
    for (int i = 0; i < 2; i++) {
      dut.set("ready_i", 0);
      start("is_new");
      expect("answer", "answer");
      assertEquals(0, access("pool_read") | access("ladder_read"));
      dut.set("ready_i", 1);
      expect("answer", "match", "answer!", "match", "settle", "top!.");
    }
  }

  @Test
  void anEventStaysUntilItIsTakenOrAReset() {
    dut.set("ready_i", 0);
    HELD.set(dut.port("held_i"), "improves", 1);
    start("is_new");
    expect("answer!", "answer!", "answer!");
    dut.set("ready_i", 1);
    expect("answer!", "enter");
    dut.set("ready_i", 0);
    expect("top!", "top!");
    dut.reset();
    assertEquals(1, dut.get("idle_o"));
  }

  @Test
  void aMassCancelEndsTheOrdersThatTheWalkerNamesAndEndsWithIt() {
    start("mass_cancel");
    expect("answer", "walk", "walk");
    dut.set("end_i", 1);
    expect("walk");
    held("ending", 1);
    held("at_best", 1);
    expect("fetch", "tell!");
    assertEquals(1, dut.get("ended_o"));
    expect("remove");
    assertEquals(0, dut.get("ended_o"));
    assertEquals(1, dut.get("walking_o"));
    dut.set("end_i", 0);
    dut.eval();
    dut.set("walk_done_i", 1);
    expect("walk.");
    assertEquals(1, dut.get("idle_o"));
  }

  @Test
  void aMakerOrAnOrderThatTheBookDoesNotKnowIsAFault() {
    VERDICT.set(dut.port("verdict_i"), "sound", 0);
    start("cancel");
    expect("fetch", "tell", "!.");
    VERDICT.set(dut.port("verdict_i"), "crosses", 1);
    dut.set("match_done_i", 1);
    dut.set("match_fault_i", 1);
    start("is_new");
    expect("answer!", "match", "!.");
  }

  @Test
  void whatIsParkedLeavesNoLevelBehindAndWhatIsUnparkedRestsWithoutMatching() {
    verdict("crosses", 1);
    start("park");
    expect("fetch", "tell!", "remove");
    assertEquals(0, OPERATION.get(dut.port("operation_o"), "link"));
    expect("enter.");
    VETTED.set(dut.port("vetted_i"), "named.state.parked", 1);
    held("only", 1);
    held("enter_price", 12);
    BEST.set(dut.port("meets_i"), "price", 13);
    start("unpark");
    expect("fetch", "other", "vet", "conclude", "tell!");
    assertEquals(1, access("ladder_read"));
    assertEquals(12, access("index"));
    assertEquals(0, dut.get("match_o"));
    expect("remove", "prepare");
    assertEquals(1, OPERATION.get(dut.port("operation_o"), "link"));
    expect("enter.");
    start("cancel");
    expect("fetch", "tell!", "remove.");
  }

  @Test
  void whatIsLoadedOrParkedDoesNotMatchAndWhatIsParkedJoinsNoLevel() {
    verdict("crosses", 1);
    for (int i = 1; i < 4; i++) {
      FACTS.set(dut.port("facts_i"), "parked", i & 1);
      start(i < 2 ? "is_new" : "load_order");
      assertEquals(0, dut.get("match_o"));
      expect("answer!");
      assertEquals(1 - (i & 1), OPERATION.get(dut.port("operation_o"), "link"));
      expect("enter.");
    }
  }

  @Test
  void aTopThatMatchingChangedIsToldOnceTheRestRestsOrLeaves() {
    verdict("crosses", 1);
    dut.set("match_done_i", 1);
    held("top", 1);
    start("is_new");
    expect("answer!", "match", "settle", "prepare", "enter", "top!.");
    OUTCOME.set(dut.port("outcome_i"), "met_own", 1);
    start("is_new");
    expect("answer!", "match", "settle", "leave!", "top!.");
  }

  @Test
  void aWindowIsSetOnceItsOldEdgeAndTheRestBeyondItAreSearched() {
    BOOK.set(dut.port("book_i"), "ask.valid", 1);
    for (int up = 0; up < 2; up++) {
      VETTED.set(dut.port("vetted_i"), "window_up", up);
      dut.set("search_done_i", 0);
      start("set_window");
      expect("other", "vet", "conclude", "");
      assertEquals(1, access("search"));
      assertEquals(up, access("up"));
      expect("edge_known", "", "");
      dut.set("search_done_i", 1);
      expect("", "scan_known", "answer!");
    }
    dut.set("occupied_i", 1);
    start("set_window");
    expect("other", "vet", "conclude", "", "edge_known", "answer!");
  }

  @Test
  void aWindowThatIsTheSameOrRefusedOrOfAnEmptyBookIsNotSearched() {
    start("set_window");
    expect("other", "vet", "conclude", "answer!");
    BOOK.set(dut.port("book_i"), "bid.valid", 1);
    for (String refused : new String[] {"refused_low", "refused_high"}) {
      held(refused, 1);
      start("set_window");
      expect("other", "vet", "conclude", "answer!");
      held(refused, 0);
    }
    VETTED.set(dut.port("vetted_i"), "window_same", 1);
    start("set_window");
    expect("other", "vet", "conclude", "answer!");
  }

  @Test
  void aDefinitionAppliesOnceWithTheAnswerThatIsTaken() {
    dut.set("ready_i", 0);
    start("set_instrument");
    expect("other", "vet", "conclude", "answer!");
    assertEquals(0, dut.get("apply_o"));
    dut.set("ready_i", 1);
    dut.eval();
    assertEquals(1, dut.get("apply_o"));
    verdict("refused", 1);
    assertEquals(0, dut.get("apply_o"));
    expect("answer!");
    assertEquals(1, dut.get("idle_o"));
  }

  @Test
  void aStepReadsWhatTheNextOneNeeds() {
    BEST.set(dut.port("meets_i"), "head", 8);
    start("is_cross");
    assertEquals(1, access("table_read") & access("pool_read") & dut.get("book_read_o"));
    assertEquals(1, dut.get("position_read_o"));
    expect("fetch");
    assertEquals(1, dut.get("book_read_o"));
    assertEquals(8, dut.get("entry_slot_o"));
    expect("other");
    assertEquals(0, dut.get("book_read_o"));
    expect("vet", "conclude", "tell!", "buy", "sell");

    BEST.set(dut.port("meets_i"), "head", 6);
    verdict("crosses", 1);
    dut.set("match_done_i", 1);
    start("is_new");
    assertEquals(1, access("ladder_read") & access("pool_read") & dut.get("match_o"));
    assertEquals(1, OPERATION.get(dut.port("operation_o"), "measure"));
    expect("answer!");
    assertEquals(6, dut.get("entry_slot_o"));
    expect("match");
    assertEquals(1, access("ladder_read"));
    expect("settle");
    assertEquals(1, OPERATION.get(dut.port("operation_o"), "measure"));
    expect("prepare", "enter.");
  }

  @Test
  void anAuditStartsTheWalkerAndKeepsTheMemories() {
    start("audit");
    assertEquals(1, dut.get("walk_start_o"));
    expect("answer");
    assertEquals(1, dut.get("addressed_o"));
    assertEquals(0, dut.get("walk_start_o"));
    dut.set("walk_done_i", 1);
    expect("walk.");
    assertEquals(1, dut.get("idle_o"));
  }

  private void start(String next) {
    if (dut.get("addressed_o") == 1) {
      dut.clock();
      dut.eval();
    }
    assertEquals(1, dut.get("idle_o"), "the command before has ended");
    KIND.set(dut.port("start_kind_i"), next, 1);
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
    KIND.set(dut.port("start_kind_i"), next, 0);
    COMMAND.set(dut.port("command_i"), "kind." + kind, 0);
    COMMAND.set(dut.port("command_i"), "kind." + next, 1);
    kind = next;
    dut.eval();
  }

  private void held(String field, long value) {
    HELD.set(dut.port("held_i"), field, value);
    dut.eval();
  }

  private void verdict(String field, long value) {
    VERDICT.set(dut.port("verdict_i"), field, value);
    dut.eval();
  }

  private long access(String field) {
    return ACCESS.get(dut.port("access_o"), field);
  }

  /** A cycle each: its step or what it does to the books, `!` an event, `.` it finishes. */
  private void expect(String... cycles) {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < cycles.length; i++) {
      dut.eval();
      seen.add(cycle());
      dut.clock();
      dut.eval();
    }
    assertEquals(List.of(cycles), seen);
  }

  private String cycle() {
    String step = active(STEP, "step_o", STEPS);
    String what = step.isEmpty() ? active(OPERATION, "operation_o", OPERATIONS) : step;
    return what + (dut.get("valid_o") == 1 ? "!" : "") + (dut.get("finish_o") == 1 ? "." : "");
  }

  private String active(PackedStruct struct, String port, String[] names) {
    return Stream.of(names)
        .filter(name -> struct.get(dut.port(port), name) == 1)
        .collect(Collectors.joining());
  }
}
