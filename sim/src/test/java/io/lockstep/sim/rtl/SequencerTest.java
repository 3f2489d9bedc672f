package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
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
  private static final PackedStruct OPERATION = PackedStruct.of("operation_t");
  private static final String[] STEPS = {
    "answer",
    "fetch",
    "other",
    "vet",
    "conclude",
    "room",
    "tell",
    "match",
    "settle",
    "prepare",
    "leave",
    "top",
    "edge_known",
    "scan_known",
    "walk"
  };
  private static final String[] OPERATIONS = {
    "remove", "lower", "found", "settle", "enter", "buy", "sell"
  };

  @Rtl(module = "sequencer")
  RtlModule dut;

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
    HELD.set(dut.port("held_i"), "at_best", 1);
    start("cancel");
    expect("fetch", "tell!", "remove", "", "");
    dut.set("search_done_i", 1);
    expect("found", "top!.");
  }

  @Test
  void aReplaceInPlaceLowersAndAnotherOneLeavesAndEnters() {
    HELD.set(dut.port("held_i"), "keeps", 1);
    start("replace");
    expect("fetch", "tell!", "lower");
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
    expect("fetch", "tell", "room", "room");
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
    start("is_new");
    expect("answer", "match", "answer!", "match", "settle", "top!.");
  }

  @Test
  void anEventStaysUntilItIsTaken() {
    dut.set("ready_i", 0);
    HELD.set(dut.port("held_i"), "improves", 1);
    start("is_new");
    expect("answer!", "answer!", "answer!");
    dut.set("ready_i", 1);
    expect("answer!", "enter");
    dut.set("ready_i", 0);
    expect("top!", "top!");
  }

  @Test
  void aMassCancelEndsTheOrdersThatTheWalkerNamesAndEndsWithIt() {
    start("mass_cancel");
    expect("answer", "walk", "walk");
    dut.set("end_i", 1);
    expect("walk");
    HELD.set(dut.port("held_i"), "ending", 1);
    expect("fetch", "tell!", "remove");
    dut.set("end_i", 0);
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

  private void start(String kind) {
    if (dut.get("addressed_o") == 1) {
      dut.clock();
      dut.eval();
    }
    assertEquals(1, dut.get("idle_o"), "the command before has ended");
    KIND.set(dut.port("start_kind_i"), kind, 1);
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
    KIND.set(dut.port("start_kind_i"), kind, 0);
    for (String each : new String[] {"is_new", "set_band", "cancel", "replace", "is_cross"}) {
      COMMAND.set(dut.port("command_i"), "kind." + each, each.equals(kind) ? 1 : 0);
    }
    COMMAND.set(dut.port("command_i"), "kind.mass_cancel", kind.equals("mass_cancel") ? 1 : 0);
    dut.eval();
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
    String what = "";
    for (String operation : OPERATIONS) {
      if (OPERATION.get(dut.port("operation_o"), operation) == 1) {
        what = operation;
      }
    }
    for (String step : STEPS) {
      if (STEP.get(dut.port("step_o"), step) == 1) {
        what = step;
      }
    }
    return what + (dut.get("valid_o") == 1 ? "!" : "") + (dut.get("finish_o") == 1 ? "." : "");
  }
}
