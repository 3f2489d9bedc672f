package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BAND_HIGH;
import static io.lockstep.host.TestVenue.BAND_LOW;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.relog.Relog;
import io.lockstep.host.settings.RestartSettings;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.Side;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An appliance that ends between a trade and the reaction to it, and is started again. */
class PendingAtRestartTest {
  private static final int HALT_MESSAGES = 50;

  @TempDir private Path archive;

  private TestAppliance start() {
    Settings settings =
        TestAppliance.settings()
            .archiveDirectory(archive)
            .restart(RestartSettings.STRICT.withSnapshotEvery(0))
            .conclude();
    return new TestAppliance(
        settings, TestVenue.withBreaker(HALT_MESSAGES * 1_000, 1_000), Cards.open(Cards.MODEL));
  }

  /** A trade at the edge is in the log, and the reaction to it not yet. */
  private void endInBetween() {
    try (TestAppliance appliance = start()) {
      TestClient bob = appliance.bob();
      bob.limit(BOB_ACCOUNT, Side.SELL, BAND_HIGH, 2);
      TestClient alice = appliance.alice();
      long before = appliance.appliance.logSequence();
      alice.settles = false;
      alice.limit(ALICE_ACCOUNT, Side.BUY, BAND_HIGH, 1);
      while (appliance.appliance.logSequence() == before) {
        appliance.appliance.step();
      }
    }
    assertEquals(0, new Relog(archive).reactions());
  }

  @Test
  void theReactionIsOfferedAgainAndTakenOnce() {
    endInBetween();
    try (TestAppliance appliance = start()) {
      appliance.settle();
      assertHalted(appliance);
    }
    assertEquals(1, new Relog(archive).reactions());

    try (TestAppliance appliance = start()) {
      appliance.settle();
      assertHalted(appliance);
    }
    assertEquals(1, new Relog(archive).reactions());
  }

  @Test
  void theScheduleGoesOnAfterARestart() {
    endInBetween();
    start().close();
    try (TestAppliance appliance = start()) {
      TestClient carol = appliance.carol().withAuctions();
      appliance.tick(HALT_MESSAGES + 1);
      assertEquals(
          List.of(
              "STATUS CALL 5500..9500",
              "AUCTION 0 at no price, imbalance 0",
              "STATUS CONTINUOUS 5500..9500"),
          carol.heard());
    }
  }

  private static void assertHalted(TestAppliance appliance) {
    TestClient alice = appliance.alice();
    alice.limit(ALICE_ACCOUNT, Side.BUY, BAND_LOW, 1);
    assertEquals(List.of("REJECTED 1 INSTRUMENT_HALTED"), alice.heard());
    alice.close();
  }
}
