package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.client.LogonRefusedException;
import io.lockstep.host.recording.Recording;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session missed cannot be read: that session hears so, and nobody else notices. */
class DamagedReportsTest {
  private static final int ORDERS = 600; // more than a term of reports

  @TempDir Path directory;

  private TestAppliance appliance;
  private TestClient alice;
  private TestClient bob;

  @BeforeEach
  void start() {
    appliance =
        new TestAppliance(
            TestAppliance.settings().archiveDirectory(directory).heartbeatIntervalMs(600_000));
    alice = appliance.alice();
    bob = appliance.bob();
    for (int i = 0; i < ORDERS; i++) {
      alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
    }
    alice.close();
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void aReportThatIsDamagedIsNotSent() throws IOException {
    long position = 50_000;
    try (RandomAccessFile file = new RandomAccessFile(recording().toFile(), "rw")) {
      file.seek(position);
      int wrong = file.read() ^ 1;
      file.seek(position);
      file.write(wrong);
    }
    TestClient again =
        appliance.connect(appliance.aliceOptions().resume(alice.client.session(), 0));
    for (int i = 0; i < 100; i++) {
      appliance.settle();
    }
    appliance.pass(150_000);
    assertEquals(EndReason.CONNECTION_LOST, appliance.endOf(again));
    List<String> heard = again.heard();
    assertTrue(heard.size() > 100 && heard.size() < ORDERS, "those before: " + heard.size());
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 1);
    assertEquals(2, bob.heard().size());
    assertNull(appliance.endOf(bob));
  }

  @Test
  void reportsWhoseFileIsGoneAreNotKept() throws IOException {
    Files.move(recording(), directory.resolve("elsewhere"));
    LogonRefusedException refused =
        assertThrows(
            LogonRefusedException.class,
            () -> appliance.connect(appliance.aliceOptions().resume(alice.client.session(), 0)));
    assertEquals(RejectReason.REPORTS_NOT_KEPT, refused.reason());
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 1);
    assertEquals(2, bob.heard().size());
  }

  private Path recording() {
    Recording output = Recording.find(directory, SteppedAppliance.OUTPUT_STREAM_ID);
    return directory.resolve(output.id() + "-0.rec");
  }
}
