package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestCommand.replace;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.barrier;
import static io.lockstep.sim.model.TestDefinitions.setBand;
import static io.lockstep.sim.model.TestDefinitions.setInstrument;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What an audit tells, what settings and barriers answer, and which bytes of events are zero. */
abstract class AuditRules extends CardRules {
  private static final String LIMITS = " max 268435455@2147483647";

  @Override
  void prepare() {
    card.loaded();
  }

  @Test
  void aCardAfterAResetHasNoLines() {
    try (CardUnderTest fresh = new CardUnderTest(open())) {
      assertEquals(List.of("done AUDIT"), fresh.send(audit()));
      assertEquals(0, fresh.stateHash());
    }
  }

  @Test
  void settingsAndBarriersAnswerDoneAndNothingElse() {
    assertEquals(List.of("done SET_INSTRUMENT"), card.send(setInstrument(0, 50, 90, 110)));
    assertEquals(List.of("done SET_BAND"), card.send(setBand(0, 91, 111)));
    assertEquals(List.of("done BARRIER"), card.send(barrier()));
  }

  @Test
  void linesGoByInstrumentThenBidsDownThenAsksUpThenPriority() {
    card.list(setInstrument(3, -5, 10, 20)).list(setInstrument(0, 50, 90, 110));
    card.after(bid(1, 100, 5), bid(2, 101, 5), bid(3, 100, 5).account(2));
    card.after(ask(4, 103, 5), ask(5, 102, 5), ask(6, 102, 5), ask(7, 101, 2));
    card.after(bid(8, 15, 1).instrument(3));
    assertEquals(
        List.of(
            "instrument 0 base 50 band 90..110" + LIMITS + " orders 6",
            "order 2 of 1 instrument 0 BUY 5@101 filled 2 rank 0",
            "order 1 of 1 instrument 0 BUY 5@100 filled 0 rank 0",
            "order 3 of 2 instrument 0 BUY 5@100 filled 0 rank 1",
            "order 5 of 2 instrument 0 SELL 5@102 filled 0 rank 0",
            "order 6 of 2 instrument 0 SELL 5@102 filled 0 rank 1",
            "order 4 of 2 instrument 0 SELL 5@103 filled 0 rank 0",
            "instrument 3 base -5 band 10..20" + LIMITS + " orders 1",
            "order 8 of 1 instrument 3 BUY 1@15 filled 0 rank 0",
            "done AUDIT 9"),
        card.send(audit(3)));
  }

  @Test
  void onlyTheLinesAskedForCome() {
    card.list(setInstrument(1, 50, 90, 110)).after(bid(1, 100, 5).instrument(1));
    String instrument = "instrument 1 base 50 band 90..110" + LIMITS + " orders 1";
    String order = "order 1 of 1 instrument 1 BUY 5@100 filled 0 rank 0";
    assertEquals(List.of("done AUDIT"), card.send(audit(0)));
    assertEquals(List.of(instrument, "done AUDIT 1"), card.send(audit(1)));
    assertEquals(List.of(order, "done AUDIT 1"), card.send(audit(2)));
    assertEquals(List.of(instrument, order, "done AUDIT 2"), card.send(audit(3)));
  }

  @Test
  void parkedOrdersThenPositionsThenAccountsFollow() {
    card.list(setInstrument(1, 50, 90, 110));
    card.after(ask(9, 100, 5).instrument(1).parked(), bid(1, 100, 5).instrument(1));
    card.after(bid(8, 99, 4).instrument(1).parked().session(3));
    assertEquals(
        List.of(
            "instrument 1 base 50 band 90..110" + LIMITS + " orders 3",
            "order 1 of 1 instrument 1 BUY 5@100 filled 0 rank 0",
            "order 8 of 1 instrument 1 BUY 4@99 filled 0 parked",
            "order 9 of 2 instrument 1 SELL 5@100 filled 0 parked",
            "position of 1 in 1: 0, bids 9, asks 0",
            "position of 2 in 1: 0, bids 0, asks 5",
            "position of 3 in 1: 0, bids 0, asks 0",
            "position of 4 in 1: 0, bids 0, asks 0",
            "account 0 group 0",
            "account 1 group 0",
            "account 2 group 0",
            "account 3 group 0",
            "account 4 group 0",
            "done AUDIT 13"),
        card.send(audit()));
  }

  @Test
  void anAuditChangesNothing() {
    card.list(setInstrument(0, 50, 90, 110)).after(bid(1, 100, 5));
    long hash = card.stateHash();
    assertEquals(hash, card.stateHash());
    assertEquals(List.of("accepted 2", "trade 2x1 5@100", "top - | -"), card.send(ask(2, 100, 5)));
  }

  @Test
  void theStateHashKnowsPriorityButNotSlots() {
    long inOrder = hashOfBidsInSlots(bid(1, 100, 5).slot(1), bid(2, 100, 5).slot(2));
    long otherSlots = hashOfBidsInSlots(bid(1, 100, 5).slot(9), bid(2, 100, 5).slot(4));
    long otherPriority = hashOfBidsInSlots(bid(2, 100, 5).slot(2), bid(1, 100, 5).slot(1));
    assertEquals(inOrder, otherSlots);
    assertNotEquals(inOrder, otherPriority);
  }

  private long hashOfBidsInSlots(TestCommand first, TestCommand second) {
    try (CardUnderTest fresh = new CardUnderTest(open()).loaded()) {
      return fresh.list(setInstrument(0, 50, 90, 110)).after(first, second).stateHash();
    }
  }

  @Test
  void bytesThatNoFieldCoversAreZero() {
    card.list(setInstrument(0, 50, 90, 110)).after(ask(1, 100, 5));
    TestCommand noisy = bid(2, 101, 8);
    for (int unused : new int[] {40, 41, 42, 43, 46, 47, 52, 59, 63}) {
      noisy.withByte(unused, 0xA5);
    }
    List<UnsafeBuffer> answer = card.send(noisy.bytes);
    assertEquals(3, answer.size(), "accepted, trade, top of book");
    assertZero(answer.get(0), 24, 32, "the reserve");
    assertZero(answer.get(0), 34, 36, "accepted");
    assertZero(answer.get(0), 40, 60, "accepted");
    assertZero(answer.get(1), 32, 48, "the fees");
    assertZero(answer.get(1), 59, 60, "trade");
    assertZero(answer.get(2), 14, 16, "top of book");
    assertZero(answer.get(2), 40, 60, "top of book");
    UnsafeBuffer replaced = card.send(replace(2, 101, 7).bytes).get(0);
    assertZero(replaced, 24, 32, "the reserve of a replaced");
    assertZero(replaced, 43, 60, "replaced");
    assertZero(card.send(cancel(2).bytes).get(0), 31, 60, "cancelled");
    assertZero(card.send(cancel(2).bytes).get(0), 28, 60, "rejected");
    assertZero(card.send(barrier().bytes).get(0), 12, 16, "the lines of a done");
    assertZero(card.send(barrier().bytes).get(0), 18, 60, "done");
    assertZero(card.send(audit(1).bytes).get(0), 14, 16, "audit instrument");
    assertZero(card.send(audit(1).bytes).get(0), 40, 60, "audit instrument");
    card.after(bid(3, 100, 1));
    assertZero(card.send(audit(2).bytes).get(0), 24, 32, "the reserve of an audit order");
    assertZero(card.send(audit(4).bytes).get(0), 16, 20, "the portfolio of an audit position");
    assertZero(card.send(audit(4).bytes).get(0), 34, 60, "audit position");
    assertZero(card.send(audit(16).bytes).get(0), 20, 60, "audit account");
  }

  private static void assertZero(UnsafeBuffer event, int from, int to, String what) {
    for (int at = from; at < to; at++) {
      assertEquals(0, event.getByte(at), what + ", byte " + at);
    }
  }
}
