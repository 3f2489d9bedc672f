package io.lockstep.sim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.ForwardingCard;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The fuzz is the same for the same seed, and reaches every rule often. */
class FuzzRunnerTest {
  private static final Capacities SMALL = new Capacities(8, 512, 4_096, 2_000, 64, 512, 128);
  private static final long COMMANDS = 300_000;

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
  void everyWayInWhichACommandCanEndOccursOftenAndNoOther() {
    FuzzResult result = run(new ModelCard(SMALL), FuzzSettings.of(1, COMMANDS));
    assertEquals(List.of(), result.rare());
    assertEquals(List.of(), result.counts().unruled());
    assertTrue(result.counts().events(TemplateId.TRADE) > COMMANDS / 20);
  }

  @Test
  void thePresetsPoolIsFilledInAMillionCommands() {
    FuzzResult result = run(new ModelCard(Capacities.SIM), FuzzSettings.of(1, 1_000_000));
    assertEquals(Outcome.COMPLETED, result.outcome());
    assertEquals(List.of(), result.rare());
    assertTrue(result.counts().rounds() > 90, "resets");
    assertTrue(result.counts().restored() > 30, "states loaded again");
  }

  @Test
  void inOneRoundTheCardIsResetOnceOnly() {
    FuzzResult result = run(new ModelCard(SMALL), FuzzSettings.of(1, 20_000).inOneRound());
    assertEquals(Outcome.COMPLETED, result.outcome());
    assertEquals(1, result.counts().rounds());
  }

  @Test
  void aStateThatIsLoadedWronglyEndsTheRun() {
    FuzzResult result = run(new ForgetsGroups(new ModelCard(SMALL)), FuzzSettings.of(1, 50_000));
    assertEquals(Outcome.RESTORED_WRONGLY, result.outcome());
    assertFalse(result.isClean());
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
  private static final class OneEventAPoll extends ForwardingCard {
    OneEventAPoll(Card card) {
      super(card);
    }

    @Override
    public int poll(EventHandler handler, int limit) {
      return card.poll(handler, 1);
    }
  }

  /** A card that loads each order without the self-trade group that it had. */
  private static final class ForgetsGroups extends ForwardingCard {
    ForgetsGroups(Card card) {
      super(card);
    }

    @Override
    public long offer(DirectBuffer command, int offset) {
      UnsafeBuffer copy = new UnsafeBuffer(new byte[MESSAGE_BYTES]);
      copy.putBytes(0, command, offset, MESSAGE_BYTES);
      if (new CommandHeaderDecoder().wrap(copy, 0).templateId() == LoadOrderEncoder.TEMPLATE_ID) {
        new LoadOrderEncoder().wrap(copy, 0).selfTradeGroup(0);
      }
      return card.offer(copy, 0);
    }
  }
}
