package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An appliance's life as a process: what it tells, who may not join it, how it ends. */
class RunCommandTest {
  @TempDir Path folder;

  @Test
  void tellsItsSettingsAndLeavesNothingBehindButTheRecordings() throws Exception {
    try (ApplianceProcess appliance = new ApplianceProcess(folder)) {
      String out = appliance.printed();
      assertTrue(out.contains("client schema        id 100, version 1"), out);
      assertTrue(out.contains("[aeron:ipc] stream 1001"), out);
      assertTrue(out.contains("embedded, in " + appliance.aeronDirectory()), out);
      assertTrue(out.contains("1 alice, 2 bob"), out);
      assertTrue(Files.exists(appliance.aeronDirectory()));

      CommandRun second = CommandRun.of("run", "--aeron-dir=" + appliance.aeronDirectory());
      assertEquals(2, second.status());
      assertTrue(second.err().contains("another appliance"), second.err());

      assertEquals(130, appliance.interrupt());
      assertFalse(Files.exists(appliance.aeronDirectory()), "the driver's directory is there");
      try (Stream<Path> recordings = Files.list(appliance.archiveDirectory())) {
        assertTrue(recordings.findAny().isPresent(), "the recordings are gone");
      }
      CommandRun late = appliance.client("buy,1,1,250000\n");
      assertEquals(1, late.status());
      assertTrue(late.err().contains("no appliance runs in " + folder), late.err());
    }
  }

  @Test
  void startsAgainInTheDirectoriesOfOneThatWasKilled() throws Exception {
    try (ApplianceProcess killed = new ApplianceProcess(folder)) {
      CommandRun run = killed.client("buy,1,1,250000\n");
      assertTrue(run.out().contains("accepted"), run.out() + run.err());
      killed.kill();
    }
    try (ApplianceProcess again = new ApplianceProcess(folder)) {
      CommandRun run = again.client("buy,1,1,250000\n");
      assertTrue(run.out().contains("accepted"), run.out() + run.err());
    }
  }

  @Test
  void aClientThatWaitsHearsOfTheEnd() throws Exception {
    try (ApplianceProcess appliance = new ApplianceProcess(folder);
        PipedOutputStream typed = new PipedOutputStream();
        PipedInputStream nothingYet = new PipedInputStream(typed)) {
      CompletableFuture<CommandRun> client =
          CompletableFuture.supplyAsync(() -> appliance.client(nothingYet));
      appliance.awaitOutput("session 1 opened");

      appliance.interrupt();

      CommandRun run = client.get(30, TimeUnit.SECONDS);
      assertEquals(1, run.status());
      assertTrue(run.err().contains("closed the session, or is gone"), run.err());
    }
  }

  @Test
  void theLogGoesIntoTheFileThatIsGivenAndGoesOnThereAtTheNextStart() throws Exception {
    Path log = folder.resolve("lockstep.jsonl");
    try (ApplianceProcess appliance = new ApplianceProcess(folder, "--log=" + log)) {
      appliance.client("buy,1,1,250000\n");
      assertEquals(130, appliance.interrupt());
      assertFalse(appliance.printed().contains("{"), appliance.printed());
    }
    try (ApplianceProcess appliance = new ApplianceProcess(folder, "--log=" + log)) {
      appliance.interrupt();
    }

    List<String> events =
        Files.readAllLines(log).stream()
            .map(line -> line.replaceFirst("^\\{\"time\":\"[-0-9]+T[:.0-9]+Z\",", ""))
            .toList();
    assertEquals("\"level\":\"INFO\",\"event\":\"card_runs\",\"card\":\"model\"}", events.get(0));
    assertTrue(events.get(1).contains("\"started\",\"from\":\"nothing\",\"log_sequence\":"));
    assertEquals(
        "\"level\":\"INFO\",\"event\":\"session_opened\",\"session\":1,\"participant\":1}",
        events.get(2));
    assertTrue(events.get(3).contains("\"session_closed\",\"session\":1,"), events.get(3));
    assertEquals("\"level\":\"INFO\",\"event\":\"stopped\"}", events.get(4));
    assertTrue(events.get(6).contains("\"started\",\"from\":\"journal\""), events.get(6));
    assertEquals(8, events.size(), events.toString());
  }

  @Test
  void aLogThatCannotBeWrittenIsRefused() {
    CommandRun run = CommandRun.of("run", "--log", folder + "/none/log.jsonl");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("--log: cannot write"), run.err());
  }

  @Test
  void aVenueFileThatIsMissingIsNamed() {
    CommandRun run = CommandRun.of("run", "--venue", folder + "/none.yaml");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("none.yaml"), run.err());
  }

  @Test
  void aChannelThatIsNoneIsRefused() {
    CommandRun run =
        CommandRun.of("run", "--aeron-dir=" + folder + "/aeron", "--channel=carrier-pigeon");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("carrier-pigeon"), run.err());
  }
}
