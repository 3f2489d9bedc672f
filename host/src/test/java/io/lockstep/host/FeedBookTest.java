package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.settings.SettingsBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Books rebuilt from the feed, after random requests with calls, halts, moves of band and window,
 * replaces and mass cancels, are those that the card tells of in an audit: each order, in its
 * place.
 */
class FeedBookTest {
  private static final int REQUESTS = 1_200;
  private static final int PARTS = 6;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44})
  void aReaderFromTheStartHasTheCardsBook(long seed) {
    try (TestAppliance appliance = new TestAppliance(settings());
        TestFeed feed = new TestFeed(appliance)) {
      feed.readSnapshots();
      RandomFlow flow = flow(appliance, seed);
      for (int part = 0; part < PARTS; part++) {
        flow.run(REQUESTS / PARTS);
        feed.read();
        assertEquals(TestFeed.audited(appliance), feed.book(), "seed " + seed);
      }
      assertTrue(feed.data.compared() > 50, feed.data.compared() + " comparisons on the way");
      assertEquals(List.of(), feed.differences);
      assertEquals(0, feed.data.gaps());
    }
  }

  @Test
  void aLateJoinerHasTheBookAfterTheNextSnapshotAndNotBefore() {
    try (TestAppliance appliance = new TestAppliance(settings())) {
      RandomFlow flow = flow(appliance, 45);
      do {
        flow.run(REQUESTS / PARTS);
      } while (TestFeed.audited(appliance).size() < 20);
      try (TestFeed feed = new TestFeed(appliance)) {
        flow.run(8);
        feed.read();
        assertFalse(feed.knows(), "it heard changes, but no whole book");
        feed.readSnapshots();
        assertEquals(TestFeed.audited(appliance), feed.book());
        assertTrue(feed.instrument().book().size() > 10, feed.book().toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {46, 47, 48})
  void aSnapshotAmongChangesIsRightToo(long seed) {
    try (TestAppliance appliance = new TestAppliance(settings());
        TestFeed feed = new TestFeed(appliance)) {
      RandomFlow flow = flow(appliance, seed);
      flow.run(REQUESTS);
      for (int part = 0; part < 30; part++) {
        appliance.clock.advance(part % 10 == 0 ? 1_000 : 1); // some orders of the snapshot
        flow.run(8);
        feed.read();
        if (feed.knows()) {
          assertEquals(TestFeed.audited(appliance), feed.book(), "seed " + seed);
        }
      }
      feed.readSnapshots();
      assertEquals(TestFeed.audited(appliance), feed.book(), "seed " + seed);
      assertEquals(List.of(), feed.differences);
    }
  }

  @Test
  void afterARestartTheFeedBeginsAnewWithSnapshotsOfAllBooks() {
    List<String> before;
    try (TestAppliance appliance = new TestAppliance(settings().archiveDirectory(directory))) {
      flow(appliance, 49).run(REQUESTS);
      before = TestFeed.audited(appliance);
      appliance.appliance.takeSnapshot();
    }
    try (TestAppliance appliance = new TestAppliance(settings().archiveDirectory(directory));
        TestFeed feed = new TestFeed(appliance)) {
      assertNull(feed.instrument());
      feed.readSnapshots();
      assertEquals(before, feed.book());
      assertTrue(feed.data.lastSequence() < 200, "numbers begin at 1 again");
    }
  }

  private static SettingsBuilder settings() {
    return TestAppliance.settings().heartbeatIntervalMs(600_000);
  }

  private static RandomFlow flow(TestAppliance appliance, long seed) {
    return new RandomFlow(seed, appliance, appliance.alice(), appliance.bob(), appliance.carol());
  }
}
