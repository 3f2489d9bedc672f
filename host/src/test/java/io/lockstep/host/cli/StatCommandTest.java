package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stat tells of an appliance in another process, as CSV and as a view. */
class StatCommandTest {
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

  @TempDir Path folder;

  @Test
  void countsWhatTheApplianceDid() throws Exception {
    try (ApplianceProcess appliance = new ApplianceProcess(folder)) {
      Map<String, String> before = await(appliance, all -> all.get("host.sessions").equals("0"));
      assertEquals("model", before.get("card.name"));
      assertEquals("0", before.get("card.has_counters"), "the model has none");
      assertEquals("0", before.get("host.refused.PRICE_OFF_TICK"));
      assertEquals("0", before.get("aeron.errors"));

      appliance.client("buy,1,1,250000\nbuy,1,1,250001\n");
      CommandRun.of("snapshot", "--aeron-dir=" + appliance.aeronDirectory());

      Map<String, String> after = await(appliance, all -> all.get("host.snapshots").equals("1"));
      assertEquals("1", after.get("host.refused.PRICE_OFF_TICK"));
      assertEquals("1", after.get("host.live_orders"));
      assertEquals("0", after.get("host.commands_in_flight"));
      assertEquals("0", after.get("host.reactions_pending"));
      assertEquals("0", after.get("host.cards_lost"));
      for (String grown : List.of("host.log_sequence", "aeron.log_bytes", "aeron.output_bytes")) {
        assertTrue(
            Long.parseLong(after.get(grown)) > Long.parseLong(before.get(grown)), grown + after);
      }
    }
  }

  @Test
  void theViewIsPrintedAgainAndAgainUntilTheApplianceEnds() throws Exception {
    try (ApplianceProcess appliance = new ApplianceProcess(folder);
        MainProcess view =
            new MainProcess(
                folder.resolve("stat.txt"),
                List.of("stat", "--interval=100", "--aeron-dir=" + appliance.aeronDirectory()))) {
      view.awaitOutput("has no counters of its own\n\nHost");
      assertFalse(view.printed().contains("\u001b"), "control sequences, but no terminal");
      assertTrue(view.printed().contains("live_orders"), view.printed());

      appliance.interrupt();

      view.awaitOutput("has ended");
    }
  }

  @Test
  void withoutAnApplianceItEndsWithOne() {
    CommandRun run = CommandRun.of("stat", "--once", "--aeron-dir=" + folder.resolve("none"));

    assertEquals(1, run.status());
    assertTrue(run.err().contains("no appliance runs in "), run.err());
  }

  /** The counters once they are so; the appliance writes them a moment later. */
  private static Map<String, String> await(
      ApplianceProcess appliance, Predicate<Map<String, String>> wanted)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NS;
    Map<String, String> all = read(appliance);
    while (!wanted.test(all)) {
      assertTrue(System.nanoTime() < deadline, all.toString());
      Thread.sleep(20);
      all = read(appliance);
    }
    return all;
  }

  private static Map<String, String> read(ApplianceProcess appliance) {
    CommandRun run = CommandRun.of("stat", "--once", "--aeron-dir=" + appliance.aeronDirectory());
    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals("part,name,value", lines.get(0));
    Map<String, String> all = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split(",", -1);
      assertEquals(3, columns.length, line);
      String twice = all.put(columns[0] + "." + columns[1], columns[2]);
      assertEquals(null, twice, line);
    }
    return all;
  }
}
