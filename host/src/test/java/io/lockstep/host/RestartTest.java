package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.settings.SettingsBuilder;
import io.lockstep.host.settings.SettingsException;
import io.lockstep.host.venue.Venue;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An appliance that is started again where it stopped goes on as if it had never stopped. */
class RestartTest {
  private static final int SEED = 5;
  private static final int REQUESTS = 1_500;
  private static final int RESTARTS = 6;

  @TempDir Path folder;

  @Test
  void theOutputIsThatOfARunWithoutRestarts() {
    Path recorded = folder.resolve("recorded");
    String undisturbed = randomFlow(recorded, REQUESTS);
    LogFeed feed = new LogFeed(recorded);
    Random random = new Random(SEED);
    Path directory = folder.resolve("restarted");
    String last = "";
    for (int start = 0; start <= RESTARTS; start++) {
      try (TestAppliance appliance = new TestAppliance(settings(directory))) {
        if (start > 0) {
          assertEquals(last, line(appliance.appliance), "what was recorded is what is regenerated");
        }
        long known = appliance.appliance.logSequence();
        long end =
            start == RESTARTS ? feed.size() : known + random.nextLong(feed.size() / RESTARTS);
        feed.feed(appliance.appliance, end);
        last = line(appliance.appliance);
      }
    }
    assertEquals(undisturbed, last);
  }

  @Test
  void anotherVenueIsRefused() {
    new TestAppliance(settings(folder)).close();

    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () -> new SteppedAppliance(settings(folder).conclude(), Venue.sample()));
    assertTrue(refused.getMessage().contains("another venue"), refused.getMessage());
  }

  @Test
  void anotherTermLengthIsRefused() {
    new TestAppliance(settings(folder)).close();

    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () -> new TestAppliance(settings(folder).logTermBytes(128 * 1024)));
    assertTrue(refused.getMessage().contains("terms of 65536 bytes"), refused.getMessage());
  }

  @Test
  void aDirectoryInUseIsRefused() {
    try (TestAppliance first = new TestAppliance(settings(folder))) {
      SettingsException refused =
          assertThrows(SettingsException.class, () -> new TestAppliance(settings(folder)));
      assertTrue(refused.getMessage().contains("another appliance"), refused.getMessage());
      first.settle();
    }
  }

  /** Runs a flow that nothing disturbs; answers {@link #line}. */
  static String randomFlow(Path directory, int requests) {
    try (TestAppliance appliance = new TestAppliance(settings(directory))) {
      flow(appliance, SEED, requests);
      return line(appliance.appliance);
    }
  }

  /** Runs a random flow of three clients. */
  static void flow(TestAppliance appliance, long seed, int requests) {
    new RandomFlow(seed, appliance, appliance.alice(), appliance.bob(), appliance.carol())
        .run(requests);
  }

  /** Hash and size of the output. */
  static String line(SteppedAppliance appliance) {
    var hash = appliance.outputHash();
    return hash + " " + hash.messages() + " " + hash.bytes();
  }

  /** Of a recorded appliance whose clients are never silent for too long. */
  static SettingsBuilder settings(Path directory) {
    return TestAppliance.settings().heartbeatIntervalMs(600_000).archiveDirectory(directory);
  }
}
