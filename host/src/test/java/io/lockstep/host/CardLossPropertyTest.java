package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.host.FailingCard.Way;
import io.lockstep.host.engine.CardLostException;
import io.lockstep.host.engine.Spares;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wherever cards are lost, the output and what the last card holds are those of a run that nobody
 * disturbed. A log with every kind of request is run again and again; the cards are lost at drawn
 * commands and events, in every way, and their answers come late.
 */
class CardLossPropertyTest {
  private static final int REQUESTS = 1_200;
  private static final int TRIES = 150;
  private static final int[] IN_FLIGHT = {1, 7, 256};
  private static final Way[] WAYS = {Way.REFUSES_COMMANDS, Way.REFUSES_EVENTS, Way.TELLS_FAULT};

  @TempDir private static Path directory;
  private static RecordedRun recorded;
  private static String undisturbed;
  private static int commands;

  @BeforeAll
  static void record() {
    recorded = RecordedRun.ofFlow(directory, 11, REQUESTS);
    FailingCard lasting = new FailingCard(RecordedRun.card(), Way.REFUSES_EVENTS, Long.MAX_VALUE);
    undisturbed = recorded.run(lasting, Spares.NONE, 1, 0);
    commands = (int) lasting.commands();
  }

  @Test
  void oneLostCardLeavesNoTraceInTheOutput() {
    for (int seed = 0; seed < TRIES; seed++) {
      check(seed, 1, commands);
    }
  }

  @Test
  void cardsLostOneAfterTheOtherLeaveNoTraceInTheOutput() {
    for (int seed = 1_000; seed < 1_000 + TRIES / 3; seed++) {
      check(seed, 6, commands / 4);
    }
  }

  @Test
  void cardsLostWhileTheyAreLoadedLeaveNoTraceInTheOutput() {
    for (int seed = 2_000; seed < 2_000 + TRIES / 3; seed++) {
      check(seed, 3, 40);
    }
  }

  /**
   * Runs with cards that are lost.
   *
   * @param losses so many of them.
   * @param lifeMax of each card: commands, or events.
   */
  private static void check(int seed, int losses, int lifeMax) {
    SplittableRandom random = new SplittableRandom(seed);
    List<FailingCard> failed = new ArrayList<>();
    int inFlight = IN_FLIGHT[seed % IN_FLIGHT.length];
    Spares spares =
        (lost, sequence) -> {
          lost.close();
          return failed.size() < losses ? failing(random, failed, lifeMax) : model(random);
        };
    String run = recorded.run(failing(random, failed, lifeMax), spares, inFlight, seed);

    assertEquals(undisturbed, run, () -> "seed " + seed + ", in flight " + inFlight);
    assertTrue(
        failed.stream().anyMatch(FailingCard::hasFailed), () -> "no card was lost: seed " + seed);
  }

  private static Card failing(SplittableRandom random, List<FailingCard> failed, int lifeMax) {
    Way way = WAYS[random.nextInt(WAYS.length)];
    FailingCard card = new FailingCard(model(random), way, random.nextInt(lifeMax));
    failed.add(card);
    return card;
  }

  private static Card model(SplittableRandom random) {
    return new LateCard(RecordedRun.card(), random.nextLong());
  }

  @Test
  void withoutASpareTheEngineStopsAndNamesTheMessage() {
    FailingCard card = new FailingCard(RecordedRun.card(), Way.REFUSES_EVENTS, 100);
    CardLostException lost =
        assertThrows(CardLostException.class, () -> recorded.run(card, Spares.NONE, 7, 0));
    assertTrue(lost.logSequence() > 1, lost::getMessage);
  }

  @Test
  void threeSparesThatCannotBeLoadedStopTheEngine() {
    List<Card> given = new ArrayList<>();
    Spares dead =
        (lost, sequence) -> {
          given.add(new FailingCard(RecordedRun.card(), Way.REFUSES_COMMANDS, 0));
          return given.get(given.size() - 1);
        };
    FailingCard card = new FailingCard(RecordedRun.card(), Way.REFUSES_EVENTS, 500);
    assertThrows(CardLostException.class, () -> recorded.run(card, dead, 7, 0));
    assertEquals(3, given.size());
  }
}
