package io.lockstep.sim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.ForwardingCard;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.LoadPortfolioEncoder;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.lockstep.LockstepCard;
import io.lockstep.sim.lockstep.LockstepSettings;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import io.lockstep.sim.model.PlainDevice;
import java.nio.file.Path;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fuzz of a card with margin: it reaches every rule of margin often, and finds what is wrong.
 */
class MarginFuzzTest {
  private static final Capacities SMALL = Capacities.FUZZ_MARGIN;
  private static final long COMMANDS = 400_000;

  @TempDir Path folder;

  private static FuzzResult run(Card card, FuzzSettings settings) {
    try (card) {
      return new FuzzRunner(card, settings, FuzzProgress.NONE).run();
    }
  }

  @Test
  void theSameSeedGivesTheSameRunAndAnotherSeedAnother() {
    FuzzResult one = run(new ModelCard(SMALL), FuzzSettings.of(7, 20_000));
    FuzzResult same = run(new ModelCard(SMALL), FuzzSettings.of(7, 20_000));
    FuzzResult other = run(new ModelCard(SMALL), FuzzSettings.of(8, 20_000));
    assertEquals(Outcome.COMPLETED, one.outcome());
    assertEquals(one.eventHash(), same.eventHash());
    assertEquals(one.stateHash(), same.stateHash());
    assertNotEquals(one.eventHash(), other.eventHash());
  }

  @Test
  void everyWayInWhichACommandCanEndOccursOftenAndNoOther() {
    FuzzResult result = run(new ModelCard(SMALL), FuzzSettings.of(1, COMMANDS));
    assertEquals(Outcome.COMPLETED, result.outcome());
    assertEquals(List.of(), result.counts().unruled());
    List<FuzzCounts.Pair> unseen =
        result.counts().pairs().stream().filter(pair -> pair.count() < 10).toList();
    assertEquals(List.of(), unseen);
    assertTrue(result.counts().restored() > 20, "states loaded again");
  }

  @Test
  void accountsComeToStandInEveryWayAndOrdersAreRefusedAboutAsOftenAsTaken() {
    FuzzCounts counts = run(new ModelCard(SMALL), FuzzSettings.of(2, COMMANDS)).counts();
    for (MarginStatus status : MarginStatus.values()) {
      boolean isOne = status != MarginStatus.NULL_VAL;
      assertTrue(!isOne || counts.statuses(status) > COMMANDS / 500, status.name());
    }
    long refused = counts.rejects(TemplateId.NEW, RejectReason.MARGIN_INSUFFICIENT);
    long taken = counts.events(TemplateId.ACCEPTED);
    assertTrue(refused > taken / 8 && refused < taken, refused + " and " + taken);
    assertTrue(counts.events(TemplateId.TRADE) > COMMANDS / 25, "trades");
  }

  /** The strongest check of the model: a second card, written as plainly as can be. */
  @ParameterizedTest
  @CsvSource({"1, 32", "2, 16", "3, 32"})
  void theModelAnswersAsThePlainCardDoes(long seed, int scenarios) {
    Capacities size = new Capacities(160, 128, 556, 300, 64, 64, 1_200, scenarios, 12, 64);
    LockstepSettings settings = LockstepSettings.defaults().withFolder(folder);
    Card pair =
        new LockstepCard(
            new ModelCard(size), "model", new PlainDevice(size), "plain card", settings);
    FuzzResult result = run(pair, FuzzSettings.of(seed, 7_000));
    assertEquals(Outcome.COMPLETED, result.outcome(), () -> result.difference().toString());
    assertTrue(result.counts().events(TemplateId.TRADE) > 20, "trades");
  }

  @Test
  void aPortfolioThatIsLoadedWronglyEndsTheRun() {
    FuzzResult result = run(new ForgetsAddOns(new ModelCard(SMALL)), FuzzSettings.of(1, 100_000));
    assertEquals(Outcome.RESTORED_WRONGLY, result.outcome());
  }

  @Test
  void theResultTellsHowToRepeatIt() {
    FuzzResult result = run(new ModelCard(SMALL), FuzzSettings.of(5, 100));
    List<String> text = FuzzText.of(result, "model");
    assertEquals(
        "repeat with: ./lockstep fuzz --margin --card model --commands 100 --seed 5",
        text.get(text.size() - 1));
  }

  /** A card that loads each portfolio without its add-on. */
  private static final class ForgetsAddOns extends ForwardingCard {
    ForgetsAddOns(Card card) {
      super(card);
    }

    @Override
    public long offer(DirectBuffer command, int offset) {
      UnsafeBuffer copy = new UnsafeBuffer(new byte[MESSAGE_BYTES]);
      copy.putBytes(0, command, offset, MESSAGE_BYTES);
      int template = new CommandHeaderDecoder().wrap(copy, 0).templateId();
      if (template == LoadPortfolioEncoder.TEMPLATE_ID) {
        LoadPortfolioEncoder load = new LoadPortfolioEncoder().wrap(copy, 0);
        long addOn = copy.getLong(LoadPortfolioEncoder.addOnEncodingOffset());
        load.addOn(addOn > 0 ? 0 : addOn);
      }
      return card.offer(copy, 0);
    }
  }
}
