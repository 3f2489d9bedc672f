package io.lockstep.sim.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.sim.fuzz.FuzzProgress;
import io.lockstep.sim.fuzz.FuzzResult;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.fuzz.FuzzRunner;
import io.lockstep.sim.fuzz.FuzzSettings;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two model cards in lockstep, the second one with a fault or none. */
class LockstepCardTest {
  private static final Capacities SMALL = new Capacities(4, 128, 512, 64, 16, 64, 8);
  private static final FuzzSettings SETTINGS = FuzzSettings.of(1, 2_000).withInFlight(8);
  private static final long EVENT = 500;

  @TempDir private Path folder;

  private final FaultyCard second = new FaultyCard(new ModelCard(SMALL));
  private final UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);

  private LockstepCard open() {
    LockstepSettings settings =
        LockstepSettings.defaults()
            .withFolder(folder.resolve("difference"))
            .withRepeat("./lockstep fuzz --card lockstep --commands 2000 --seed 1");
    return new LockstepCard(new ModelCard(SMALL), "model", second, "other", settings);
  }

  private static FuzzResult fuzz(Card card) {
    return new FuzzRunner(card, SETTINGS, FuzzProgress.NONE).run();
  }

  @Test
  void twoEqualCardsAreLikeOneOfThem() {
    try (LockstepCard card = open();
        ModelCard alone = new ModelCard(SMALL)) {
      FuzzResult together = fuzz(card);
      FuzzResult one = fuzz(alone);
      assertEquals(Outcome.COMPLETED, together.outcome());
      assertTrue(card.difference().isEmpty());
      assertEquals(one.eventHash(), together.eventHash());
      assertEquals(one.stateHash(), together.stateHash());
    }
    assertFalse(Files.exists(folder.resolve("difference")), "no folder without a difference");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 12, 15, 16, 23, 24, 31, 39, 40, 47, 48, 55, 56, 59})
  void aWrongBitInAnyByteOfAnEventIsFound(int byteNumber) {
    second.breaking(EVENT, byteNumber);
    try (LockstepCard card = open()) {
      FuzzResult result = fuzz(card);
      assertEquals(Outcome.DIFFERENCE, result.outcome());
      assertEquals(CardDifference.Kind.EVENT, result.difference().orElseThrow().kind());
      assertEquals(byteNumber, result.difference().orElseThrow().byteNumber());
      assertEquals(result.answered(), result.difference().orElseThrow().commandNumber());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 7, 8, 11, 60, 63})
  void theRingsOwnFieldsAreNotCompared(int byteNumber) {
    second.breaking(EVENT, byteNumber);
    try (LockstepCard card = open()) {
      assertEquals(Outcome.COMPLETED, fuzz(card).outcome());
    }
  }

  @Test
  void afterAResetCommandsAndTheirFileBeginAnew() throws IOException {
    second.breaking(2_000, 16);
    FuzzSettings shortRounds = new FuzzSettings(1, 3_000, 8, 10_000, 300);
    try (LockstepCard card = open()) {
      FuzzResult result = new FuzzRunner(card, shortRounds, FuzzProgress.NONE).run();
      CardDifference difference = result.difference().orElseThrow();
      assertTrue(result.counts().rounds() > 1, "resets");
      assertTrue(difference.commandNumber() < result.answered(), difference.summary());
      Path commands = difference.folder().resolve("commands.bin");
      try (CommandFile file = CommandFile.open(commands)) {
        long behind = file.commands() - difference.commandNumber();
        assertTrue(behind > 0 && behind <= shortRounds.inFlight(), behind + " behind it");
      }
    }
  }

  @Test
  void theFolderHoldsReportAndCommandsThatRepeatTheRun() throws IOException {
    second.breaking(EVENT, 16);
    CardDifference difference;
    try (LockstepCard card = open()) {
      difference = fuzz(card).difference().orElseThrow();
    }
    String report = Files.readString(difference.folder().resolve("report.txt"));
    assertTrue(report.startsWith("Command " + difference.commandNumber() + ", event "), report);
    assertTrue(report.contains("model and other differ at byte 16"), report);
    assertTrue(report.contains("To repeat: ./lockstep fuzz --card lockstep"), report);
    assertTrue(report.contains("No waveform: no card here writes one."), report);
    assertRepeats(difference);
  }

  private void assertRepeats(CardDifference difference) throws IOException {
    FaultyCard again = new FaultyCard(new ModelCard(SMALL)).breaking(EVENT, 16);
    LockstepSettings settings = LockstepSettings.defaults().withFolder(folder.resolve("again"));
    try (CommandFile file = CommandFile.open(difference.folder().resolve("commands.bin"));
        LockstepCard card =
            new LockstepCard(new ModelCard(SMALL), "model", again, "other", settings)) {
      long answered = new CommandReplay(card, (event, offset) -> {}).run(file, Long.MAX_VALUE - 1);
      assertEquals(difference.commandNumber(), answered);
      assertEquals(difference.commandNumber(), card.difference().orElseThrow().commandNumber());
      assertEquals(difference.eventNumber(), card.difference().orElseThrow().eventNumber());
    }
  }

  @Test
  void theWaveRecorderIsAskedForTheCommandsRoundTheDifference() {
    second.breaking(EVENT, 16);
    long[] range = new long[2];
    WaveRecorder recorder =
        (file, from, to, waveform) -> {
          range[0] = from;
          range[1] = to;
          Files.writeString(waveform, "waves of " + file.getFileName());
        };
    LockstepSettings settings = LockstepSettings.defaults().withFolder(folder).withWaves(recorder);
    try (LockstepCard card =
        new LockstepCard(new ModelCard(SMALL), "model", second, "other", settings)) {
      long number = fuzz(card).difference().orElseThrow().commandNumber();
      assertTrue(number > 50);
      assertEquals(number - 50, range[0]);
      assertEquals(number + 2, range[1]);
      assertTrue(Files.exists(folder.resolve("wave.fst")));
    }
  }

  @Test
  void aFailingWaveRecorderLeavesTheReport() throws IOException {
    second.breaking(EVENT, 16);
    WaveRecorder recorder =
        (file, from, to, waveform) -> {
          throw new IOException("no room");
        };
    LockstepSettings settings = LockstepSettings.defaults().withFolder(folder).withWaves(recorder);
    try (LockstepCard card =
        new LockstepCard(new ModelCard(SMALL), "model", second, "other", settings)) {
      assertEquals(Outcome.DIFFERENCE, fuzz(card).outcome());
    }
    assertTrue(Files.readString(folder.resolve("report.txt")).contains("no room"));
  }

  @Test
  void aCardThatFallsSilentIsFound() {
    second.silentFrom(EVENT);
    assertEnds(CardDifference.Kind.SILENCE, "other gives no event");
  }

  @Test
  void aCardThatIsLostIsFound() {
    second.lostFrom(EVENT);
    assertEnds(CardDifference.Kind.FAULT, "other was lost");
  }

  @Test
  void aCardThatRefusesACommandThoughItHasCreditIsFound() {
    second.refusingFrom(100);
    assertEnds(CardDifference.Kind.CREDIT, "other took no command");
  }

  private void assertEnds(CardDifference.Kind kind, String what) {
    try (LockstepCard card = open()) {
      CardDifference difference = fuzz(card).difference().orElseThrow();
      assertEquals(kind, difference.kind());
      assertTrue(difference.summary().contains(what), difference.summary());
    }
  }

  @Test
  void isLostAfterTheFirstDifferenceAndClosesBoth() {
    second.breaking(0, 16);
    LockstepCard card = open();
    fuzz(card);
    assertEquals(Card.FAULTED, card.offer(command, 0));
    assertEquals(Card.FAULTED, card.poll((event, offset) -> {}, 1));
    card.close();
    card.close();
    assertTrue(second.isClosed());
  }

  @Test
  void givesTheCreditOfTheWindow() {
    try (LockstepCard card = open()) {
      for (int i = 0; i < 8; i++) {
        assertEquals(i, card.offer(command, 0));
      }
      assertEquals(Card.NO_CREDIT, card.offer(command, 0));
      assertEquals(1, card.poll((event, offset) -> {}, 1));
      assertEquals(8, card.offer(command, 0));
    }
  }

  @Test
  void refusesCardsThatCannotAgree() {
    Card larger = new ModelCard(new Capacities(4, 256, 512, 64, 16, 64, 8));
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new LockstepCard(second, "a", larger, "b", LockstepSettings.defaults()));
    assertTrue(refusal.getMessage().contains("levels: 128 and 256"), refusal.getMessage());
  }
}
