package io.lockstep.host;

import static io.lockstep.host.TestVenue.BAND_HIGH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.settings.RestartSettings;
import io.lockstep.host.settings.SettingsBuilder;
import io.lockstep.schema.client.Side;
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

  /** Of the halt and of the call; the log's clock goes a microsecond a message. */
  private static final int MESSAGES = 20;

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

  /** The card is loaded by commands; here model and RTL side by side. */
  @Test
  void theRtlIsLoadedAsTheModelIs() {
    Path directory = folder.resolve("lockstep");
    SettingsBuilder settings = RestartTest.settings(directory).card(Cards.LOCKSTEP);
    String last;
    try (TestAppliance appliance = new TestAppliance(settings)) {
      RestartTest.flow(appliance, 1, REQUESTS / 3);
      appliance.appliance.takeSnapshot();
      last = whole(appliance);
    }
    try (TestAppliance appliance = new TestAppliance(settings)) {
      assertEquals(last, whole(appliance));
      RestartTest.flow(appliance, 2, REQUESTS / 3);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBreakersScheduleGoesOn(boolean fromSnapshots) {
    SettingsBuilder settings =
        RestartTest.settings(folder).restart(ASKED_ONLY.withIgnoreSnapshots(!fromSnapshots));
    try (TestAppliance appliance = withBreaker(settings)) {
      appliance.bob().limit(TestVenue.BOB_ACCOUNT, Side.SELL, BAND_HIGH, 1);
      appliance.alice().limit(TestVenue.ALICE_ACCOUNT, Side.BUY, BAND_HIGH, 1);
      appliance.appliance.takeSnapshot(); // in the halt
    }
    try (TestAppliance appliance = withBreaker(settings)) {
      TestClient carol = appliance.carol().withAuctions();
      appliance.tick(MESSAGES);
      assertEquals(List.of("STATUS CALL 5500..9500"), carol.heard());
      appliance.appliance.takeSnapshot(); // in the call
    }
    try (TestAppliance appliance = withBreaker(settings)) {
      TestClient carol = appliance.carol().withAuctions();
      appliance.tick(MESSAGES);
      assertEquals(
          List.of("AUCTION 0 at no price, imbalance 0", "STATUS CONTINUOUS 5500..9500"),
          carol.heard());
    }
  }

  private static TestAppliance withBreaker(SettingsBuilder settings) {
    return new TestAppliance(
        settings.conclude(),
        TestVenue.withBreaker(MESSAGES * 1_000, MESSAGES * 1_000),
        Cards.open(Cards.MODEL));
  }

  @Test
  void oneThatCannotBeWrittenIsToldAndStopsNothing() throws IOException {
    try (TestAppliance appliance =
        new TestAppliance(RestartTest.settings(folder).restart(ASKED_ONLY))) {
      TestClient alice = appliance.alice();
      String name = String.format("snapshot-%020d.sbe", appliance.appliance.logSequence());
      Files.createDirectory(folder.resolve(name + ".writing"));

      String message =
          assertThrows(IllegalStateException.class, appliance.appliance::takeSnapshot).getMessage();
      assertTrue(message.contains(name + " cannot be written"), message);

      alice.limit(TestVenue.ALICE_ACCOUNT, Side.BUY, TestVenue.MIDDLE, 1);
      assertEquals(1, alice.heard().size());
      appliance.appliance.takeSnapshot(); // of another message: another file
    }
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
