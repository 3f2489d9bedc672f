package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.settings.RestartSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a snapshot keeps is enough: from it or from zero, an appliance goes on the same way. */
class SnapshotTest {
  private static final int REQUESTS = 1_500;
  private static final int STARTS = 12;
  private static final RestartSettings ASKED_ONLY = RestartSettings.STRICT.withSnapshotEvery(0);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aRestartFromItOrFromZeroHasTheOutputOfARunWithoutOne(long seed) throws IOException {
    Path recorded = folder.resolve("recorded");
    String undisturbed;
    try (TestAppliance appliance = new TestAppliance(RestartTest.settings(recorded))) {
      RestartTest.flow(appliance, seed, REQUESTS);
      undisturbed = whole(appliance);
    }
    LogFeed feed = new LogFeed(recorded);
    Random random = new Random(seed);
    Path directory = folder.resolve("restarted");
    String last = "";
    byte[] lastSnapshot = {};
    for (int start = 0; start <= STARTS; start++) {
      RestartSettings how = ASKED_ONLY.withIgnoreSnapshots(start % 4 == 3);
      try (TestAppliance appliance =
          new TestAppliance(RestartTest.settings(directory).restart(how))) {
        if (start > 0) {
          String what = "after start " + start + ", seed " + seed;
          assertEquals(last, whole(appliance), what);
          assertArrayEquals(lastSnapshot, snapshot(appliance, random.nextBoolean()), what);
        }
        long next = appliance.appliance.logSequence() + random.nextLong(feed.size() / STARTS);
        feed.feed(appliance.appliance, start == STARTS ? feed.size() : next);
        last = whole(appliance);
        lastSnapshot = snapshot(appliance, random.nextInt(3) == 0);
      }
    }
    assertEquals(undisturbed, last, "seed " + seed);
  }

  /** Takes a snapshot; its file is kept, or what follows begins from an older one. */
  private static byte[] snapshot(TestAppliance appliance, boolean kept) throws IOException {
    Path file = appliance.appliance.takeSnapshot();
    byte[] bytes = Files.readAllBytes(file);
    if (!kept) {
      Files.delete(file);
    }
    return bytes;
  }

  @Test
  void itIsTakenEverySoManyMessagesAndTheNewestThreeAreKept() throws Exception {
    Path recorded = folder.resolve("recorded");
    RestartTest.randomFlow(recorded, REQUESTS);
    LogFeed feed = new LogFeed(recorded);
    Path directory = folder.resolve("snapshots");
    RestartSettings every = RestartSettings.STRICT.withSnapshotEvery(100);
    try (TestAppliance appliance =
        new TestAppliance(RestartTest.settings(directory).restart(every))) {
      feed.feed(appliance.appliance, feed.size());
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("snapshot-"))
              .sorted()
              .toList();
      assertEquals(3, names.size(), names.toString());
      long newest = Long.parseLong(names.get(2).replaceAll("\\D", ""));
      assertTrue(feed.size() - newest < 200, newest + " of " + feed.size());
    }
  }

  /** The output's hash and the card's state. */
  private static String whole(TestAppliance appliance) {
    return RestartTest.line(appliance.appliance) + " card " + appliance.stateHash();
  }
}
