package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.Cards;
import io.lockstep.host.OpenCard;
import io.lockstep.host.SteppedAppliance;
import io.lockstep.host.demo.DemoObserver;
import io.lockstep.host.demo.DemoRun;
import io.lockstep.host.demo.DemoSettings;
import io.lockstep.host.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded log with reactions has one output, whatever runs it; what has another is told. */
class RelogCommandTest {
  private static final Pattern REACTIONS =
      Pattern.compile("Log: [0-9,]+ messages, .* [3-9] reactions");

  @TempDir private Path folder;

  @Test
  void modelAndRtlGiveOneOutputForAnyNumberOfCommandsInFlight() {
    CommandRun run = CommandRun.of("relog", "--orders", "4000", "--seed", "8");

    assertEquals(0, run.status(), run.out() + run.err());
    assertTrue(REACTIONS.matcher(run.out()).find(), run.out());
    for (String card : new String[] {"model", "verilated"}) {
      for (int inFlight : new int[] {1, 7, 256}) {
        Pattern row = Pattern.compile(card + " +" + inFlight + " +[0-9a-f]{16} ");
        assertTrue(row.matcher(run.out()).find(), run.out());
      }
    }
    assertTrue(run.out().endsWith("6 runs: one output\n"), run.out());
  }

  @Test
  void aLogWithAnotherOutputThanWasRecordedIsTold() throws IOException {
    Path archive = record("one", 0);
    Path other = record("other", 250);
    assertEquals(0, relog(archive).status());
    assertEquals(0, relog(other).status());

    Files.copy(outputOf(other), outputOf(archive), StandardCopyOption.REPLACE_EXISTING);
    CommandRun mixed = relog(archive);
    assertEquals(1, mixed.status());
    assertTrue(mixed.out().endsWith("1 runs: the outputs differ\n"), mixed.out());
  }

  @Test
  void aDirectoryWithoutRecordingsIsRefused() {
    CommandRun run = relog(folder);
    assertEquals(1, run.status());
    assertTrue(run.err().contains("holds 0 recordings of stream 1010"), run.err());
  }

  @Test
  void whatIsNoNumberOrCardIsWrongUse() {
    assertEquals(2, CommandRun.of("relog", "--in-flight", "0").status());
    assertEquals(2, CommandRun.of("relog", "--in-flight", "1,257").status());
    assertEquals(2, CommandRun.of("relog", "--cards", "model,none").status());
    assertEquals(2, CommandRun.of("relog", "--orders", "0").status());
  }

  private static CommandRun relog(Path archive) {
    return CommandRun.of(
        "relog", "--archive-dir", archive.toString(), "--cards", "model", "--in-flight", "7");
  }

  private Path record(String name, long changedOrder) {
    Path archive = folder.resolve(name);
    OpenCard card = new OpenCard(Cards.open(Cards.MODEL), Optional.empty());
    new DemoRun(new DemoSettings(300, 1, changedOrder, true), DemoObserver.NONE)
        .recordedIn(archive)
        .run(card, Cards.MODEL);
    return archive;
  }

  private static Path outputOf(Path archive) {
    long id = Recording.find(archive, SteppedAppliance.OUTPUT_STREAM_ID).id();
    return archive.resolve(id + "-0.rec");
  }
}
