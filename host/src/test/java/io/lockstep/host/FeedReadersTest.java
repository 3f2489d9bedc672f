package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.Subscription;
import io.lockstep.host.settings.FeedSettings;
import io.lockstep.host.settings.SettingsBuilder;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Readers of the feed, good and bad, hurt neither the appliance nor each other. */
class FeedReadersTest {
  private static final int REQUESTS = 3_000;
  private static final int BURST = 100;

  /** So short that a reader that does not read has it full soon. */
  private static final FeedSettings SHORT = FeedSettings.USUAL.withTermBytes(64 * 1024);

  private static final String BY_UDP = "aeron:udp?control=localhost:24325|control-mode=dynamic";

  @Test
  void aReaderThatDoesNotReadHoldsNothing() {
    try (TestAppliance appliance = new TestAppliance(settings())) {
      try (Subscription stuck = subscribe(appliance, "aeron:ipc")) {
        flow(appliance, 61).run(REQUESTS);
        appliance.settle();
        assertTrue(appliance.appliance.feedLost() > 0, "the stuck reader had it full");
        assertTrue(stuck.isConnected(), "it was there all the time");
      }
      assertEquals(undisturbed(), appliance.appliance.outputHash().toString());
    }
  }

  @Test
  void anUntetheredReaderThatDoesNotReadIsLeftBehindAndTheOthersAreRightAgain()
      throws InterruptedException {
    try (TestAppliance appliance = new TestAppliance(settings());
        TestFeed good = new TestFeed(appliance);
        Subscription stuck = subscribe(appliance, "aeron:ipc?tether=false")) {
      RandomFlow flow = flow(appliance, 61);
      long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      long lostBefore = -1;
      while ((stuck.isConnected() || appliance.appliance.feedLost() > lostBefore)
          && System.nanoTime() < deadlineNs) {
        lostBefore = appliance.appliance.feedLost();
        flow.run(8);
        good.read();
        Thread.sleep(20); // the driver gives a reader up by the machine's clock
      }
      assertFalse(stuck.isConnected(), "it was left behind");
      long lost = appliance.appliance.feedLost();
      for (int burst = 0; burst < 30; burst++) {
        flow.run(8);
        good.read();
      }
      good.readSnapshots();
      assertEquals(lost, appliance.appliance.feedLost(), "nothing is lost any more");
      assertEquals(TestFeed.audited(appliance), good.book());
    }
  }

  @Test
  void aReaderThatLostMessagesSinceItWasSlowIsRightAfterTheNextSnapshot() {
    try (TestAppliance appliance = new TestAppliance(settings());
        TestFeed slow = new TestFeed(appliance)) {
      slow.readSnapshots();
      flow(appliance, 62).run(REQUESTS);
      slow.read();
      slow.readSnapshots();
      assertTrue(slow.data.gaps() > 0, "it lost messages");
      assertEquals(TestFeed.audited(appliance), slow.book());
    }
  }

  @Test
  void theFeedGoesByUdpToo() {
    FeedSettings udp = FeedSettings.USUAL.withChannel(BY_UDP);
    try (TestAppliance appliance = new TestAppliance(settings().feed(udp));
        TestFeed feed = new TestFeed(appliance, BY_UDP + "|endpoint=localhost:0")) {
      flow(appliance, 63).run(BURST);
      feed.awaitBook();
      assertEquals(TestFeed.audited(appliance), feed.book());
    }
  }

  private static String undisturbed() {
    try (TestAppliance appliance = new TestAppliance(settings())) {
      flow(appliance, 61).run(REQUESTS);
      return appliance.appliance.outputHash().toString();
    }
  }

  private static SettingsBuilder settings() {
    return TestAppliance.settings().heartbeatIntervalMs(600_000).feed(SHORT);
  }

  private static Subscription subscribe(TestAppliance appliance, String channel) {
    int stream = appliance.appliance.settings().feed().streamId();
    Subscription subscription = appliance.appliance.aeron().addSubscription(channel, stream);
    while (!subscription.isConnected()) {
      appliance.appliance.step();
    }
    return subscription;
  }

  private static RandomFlow flow(TestAppliance appliance, long seed) {
    return new RandomFlow(seed, appliance, appliance.alice(), appliance.bob(), appliance.carol());
  }
}
