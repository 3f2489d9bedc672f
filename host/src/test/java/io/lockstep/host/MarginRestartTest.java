package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.settings.RestartSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot keeps all of margin: from it or from zero, an appliance goes on the same way. */
class MarginRestartTest {
  private static final int REQUESTS = 900;
  private static final int STARTS = 10;
  private static final RestartSettings ASKED_ONLY = RestartSettings.STRICT.withSnapshotEvery(0);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aRestartFromItOrFromZeroGoesOnWhereItEnded(long seed) throws IOException {
    String last = "";
    byte[] lastSnapshot = {};
    for (int start = 0; start < STARTS; start++) {
      RestartSettings how = ASKED_ONLY.withIgnoreSnapshots(start % 3 == 2);
      try (TestAppliance appliance = appliance(folder, how)) {
        if (start > 0) {
          String what = "after start " + start + ", seed " + seed;
          assertEquals(last, whole(appliance), what);
          assertArrayEquals(lastSnapshot, snapshot(appliance), what);
        }
        new MarginFlow(seed + start * 1_000, appliance).run(REQUESTS / STARTS);
        last = whole(appliance);
        lastSnapshot = snapshot(appliance);
      }
    }
  }

  private static TestAppliance appliance(Path directory, RestartSettings how) {
    return new TestAppliance(
        RestartTest.settings(directory).restart(how).conclude(),
        MarginVenue.RULED,
        Cards.open(CardSetup.of(Cards.MODEL).withMargin(true)).card());
  }

  private static byte[] snapshot(TestAppliance appliance) throws IOException {
    return Files.readAllBytes(appliance.appliance.takeSnapshot());
  }

  /** The output's hash and the card's state. */
  private static String whole(TestAppliance appliance) {
    return RestartTest.line(appliance.appliance) + " card " + appliance.stateHash();
  }
}
