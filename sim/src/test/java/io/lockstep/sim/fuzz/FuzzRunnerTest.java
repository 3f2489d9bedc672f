package io.lockstep.sim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

/** The fuzz is the same for the same seed, and reaches every rule often. */
class FuzzRunnerTest {
  private static final Capacities SMALL = new Capacities(8, 512, 4_096, 2_000, 64, 512, 128);
  private static final long COMMANDS = 100_000;

  /** Every reason that docs/card.md names, by the command that it is named for. */
  private static final Map<TemplateId, Set<RejectReason>> IMPLEMENTED =
      Map.of(
          TemplateId.NEW,
          EnumSet.of(
              RejectReason.UNSUPPORTED_FIELD,
              RejectReason.UNKNOWN_INSTRUMENT,
              RejectReason.UNKNOWN_ACCOUNT,
              RejectReason.QUANTITY_ZERO,
              RejectReason.QUANTITY_TOO_LARGE,
              RejectReason.PRICE_BEYOND_LIMIT,
              RejectReason.PRICE_OUTSIDE_WINDOW,
              RejectReason.SLOT_OUT_OF_RANGE,
              RejectReason.SLOT_OCCUPIED,
              RejectReason.POOL_FULL),
          TemplateId.CANCEL,
          EnumSet.of(RejectReason.UNSUPPORTED_FIELD, RejectReason.UNKNOWN_ORDER),
          TemplateId.SET_INSTRUMENT,
          EnumSet.of(
              RejectReason.UNSUPPORTED_FIELD,
              RejectReason.UNKNOWN_INSTRUMENT,
              RejectReason.LIMITS_INVALID,
              RejectReason.WINDOW_INVALID,
              RejectReason.BAND_OUTSIDE_WINDOW,
              RejectReason.BOOK_NOT_EMPTY),
          TemplateId.SET_BAND,
          EnumSet.of(
              RejectReason.UNSUPPORTED_FIELD,
              RejectReason.UNKNOWN_INSTRUMENT,
              RejectReason.BAND_OUTSIDE_WINDOW,
              RejectReason.ORDERS_OUTSIDE_BAND),
          TemplateId.AUDIT,
          EnumSet.of(RejectReason.UNSUPPORTED_FIELD),
          TemplateId.BARRIER,
          EnumSet.of(RejectReason.UNSUPPORTED_FIELD));

  private static FuzzResult run(Card card, FuzzSettings settings) {
    try (card) {
      return new FuzzRunner(card, settings, FuzzProgress.NONE).run();
    }
  }

  @Test
  void theSameSeedGivesTheSameRunHoweverEventsAreHandedOver() {
    FuzzSettings settings = FuzzSettings.of(7, 20_000);
    FuzzResult one = run(new ModelCard(SMALL), settings);
    FuzzResult other = run(new OneEventAPoll(new ModelCard(SMALL)), settings);
    assertEquals(Outcome.COMPLETED, one.outcome());
    assertEquals(one.eventHash(), other.eventHash());
    assertEquals(one.stateHash(), other.stateHash());
    assertNotEquals(0, one.stateHash());
  }

  @Test
  void anotherSeedGivesAnotherRun() {
    FuzzResult one = run(new ModelCard(SMALL), FuzzSettings.of(1, 2_000));
    FuzzResult other = run(new ModelCard(SMALL), FuzzSettings.of(2, 2_000));
    assertNotEquals(one.eventHash(), other.eventHash());
    assertNotEquals(one.stateHash(), other.stateHash());
  }

  @Test
  void everyReasonOccursOftenAndNoOther() {
    FuzzCounts counts = run(new ModelCard(SMALL), FuzzSettings.of(1, COMMANDS)).counts();
    for (TemplateId kind : IMPLEMENTED.keySet()) {
      for (RejectReason reason : RejectReason.values()) {
        long count = counts.rejects(kind, reason);
        boolean named = IMPLEMENTED.get(kind).contains(reason);
        // 1,000 in a million commands.
        assertTrue(
            named ? count >= COMMANDS / 1_000 : count == 0, kind + " " + reason + " " + count);
      }
      assertTrue(counts.commands(kind) - counts.rejects(kind) > COMMANDS / 500, kind.toString());
    }
    assertTrue(counts.unknownTemplates() > COMMANDS / 1_000);
    for (CancelReason reason : EnumSet.complementOf(EnumSet.of(CancelReason.NULL_VAL))) {
      assertTrue(counts.cancels(reason) > COMMANDS / 1_000, reason.toString());
    }
    assertTrue(counts.events(TemplateId.TRADE) > COMMANDS / 10);
  }

  @Test
  void thePresetsPoolIsFilledInAMillionCommands() {
    FuzzResult result = run(new ModelCard(Capacities.SIM), FuzzSettings.of(1, 1_000_000));
    assertEquals(Outcome.COMPLETED, result.outcome());
    IMPLEMENTED.forEach(
        (kind, reasons) ->
            reasons.forEach(
                reason ->
                    assertTrue(
                        result.counts().rejects(kind, reason) >= 1_000, kind + " " + reason)));
  }

  @Test
  void theResultTellsHowToRepeatIt() {
    FuzzResult result = run(new ModelCard(SMALL), FuzzSettings.of(5, 100).withInFlight(3));
    List<String> text = FuzzText.of(result, "model");
    assertTrue(text.contains("0 differences"), text.toString());
    assertEquals(
        "repeat with: ./lockstep fuzz --card model --commands 100 --seed 5 --in-flight 3",
        text.get(text.size() - 1));
  }

  @Test
  void progressIsToldAboutAHundredTimes() {
    List<Long> answered = new ArrayList<>();
    FuzzProgress progress = (done, commands, trades) -> answered.add(done);
    new FuzzRunner(new ModelCard(SMALL), FuzzSettings.of(1, 50_000), progress).run();
    assertTrue(answered.size() > 80 && answered.size() <= 100, answered.toString());
  }

  @Test
  void aLostCardEndsTheRun() {
    ModelCard card = new ModelCard(SMALL);
    card.close();
    FuzzResult result = run(card, FuzzSettings.of(1, 100));
    assertEquals(Outcome.FAULTED, result.outcome());
    assertEquals(0, result.answered());
  }

  @Test
  void refusesMoreInFlightThanTheWindowHolds() {
    FuzzSettings settings = FuzzSettings.of(1, 100).withInFlight(129);
    assertThrows(
        IllegalArgumentException.class,
        () -> new FuzzRunner(new ModelCard(SMALL), settings, FuzzProgress.NONE));
  }

  /** The slowest way to hand over events that the contract allows. */
  private record OneEventAPoll(Card card) implements Card {
    @Override
    public long offer(DirectBuffer command, int offset) {
      return card.offer(command, offset);
    }

    @Override
    public int poll(EventHandler handler, int limit) {
      return card.poll(handler, 1);
    }

    @Override
    public CardDescription description() {
      return card.description();
    }

    @Override
    public void reset() {
      card.reset();
    }

    @Override
    public void close() {
      card.close();
    }
  }
}
