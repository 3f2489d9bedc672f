package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.lockstep.driver.Card;
import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.engine.CardLostException;
import io.lockstep.host.settings.LostCardSettings;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsBuilder;
import io.lockstep.host.settings.SettingsException;
import io.lockstep.host.venue.Venue;
import io.lockstep.host.venue.VenueException;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.OrderStatus;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.concurrent.SystemEpochClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Start and end: on a thread of its own, by IPC and UDP, and what stands in the way of a start. */
@Timeout(60)
class ApplianceTest {
  @TempDir private Path directory;

  @Test
  void takesOrdersFromAClientOfAnotherThreadByIpc() {
    Settings settings = TestAppliance.settings().conclude();
    try (Appliance appliance = Appliance.start(settings, TestVenue.VENUE)) {
      Path driver = appliance.settings().aeronDirectory();
      trade(ClientOptions.ipc(driver, ALICE, "alice-key"));
    }
    assertNothingIsLeft(settings);
  }

  @Test
  void takesOrdersByUdp() throws Exception {
    String ingress = "aeron:udp?endpoint=localhost:" + freePort();
    Settings settings = TestAppliance.settings().ingressChannels(ingress).conclude();
    try (Appliance appliance = Appliance.start(settings, TestVenue.VENUE)) {
      Path driver = appliance.settings().aeronDirectory();
      trade(
          ClientOptions.ipc(driver, ALICE, "alice-key")
              .channels(ingress, "aeron:udp?endpoint=localhost:" + freePort()));
    }
    assertNothingIsLeft(settings);
  }

  @Test
  void aClientThatGoesWithoutALogoutHasLostItsConnectionAndMayComeBack() throws Exception {
    BlockingQueue<EndReason> ends = new LinkedBlockingQueue<>();
    ApplianceListener listener =
        new ApplianceListener() {
          @Override
          public void onOpened(int session, int participant) {}

          @Override
          public void onClosed(int session, int participant, EndReason reason) {
            ends.add(reason);
          }
        };
    Settings settings = TestAppliance.settings().heartbeatIntervalMs(10_000).conclude();
    try (Appliance appliance =
        Appliance.start(
            settings,
            TestVenue.VENUE,
            () -> Cards.open(settings.card()),
            Cards.source(CardSetup.of(settings.card())),
            listener)) {
      Path driver = appliance.settings().aeronDirectory();
      int session;
      try (Aeron aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(driver.toString()))) {
        session =
            LockstepClient.connect(ClientOptions.ipc(aeron, ALICE, "alice-key", Thread::yield))
                .session();
      }
      assertEquals(EndReason.CONNECTION_LOST, ends.poll(20, TimeUnit.SECONDS));
      ClientOptions again = ClientOptions.ipc(driver, ALICE, "alice-key").resume(session, 0);
      try (LockstepClient client = LockstepClient.connect(again)) {
        assertEquals(session, client.session());
      }
    }
  }

  @Test
  void worksWithAMediaDriverOfItsOwnProcess() {
    Path driverDirectory = directory.resolve("driver");
    try (MediaDriver driver = driver(driverDirectory)) {
      Settings settings =
          TestAppliance.settings()
              .aeronDirectory(Path.of(driver.aeronDirectoryName()))
              .externalDriver(true)
              .conclude();
      try (Appliance appliance = Appliance.start(settings, TestVenue.VENUE)) {
        assertTrue(appliance.settings().externalDriver());
        trade(ClientOptions.ipc(driverDirectory, ALICE, "alice-key"));
      }
      assertTrue(Files.exists(driverDirectory), "the driver goes on");
    }
  }

  @Test
  void stopsWhenItsMediaDriverEnds() {
    MediaDriver driver = driver(directory.resolve("driver"));
    SettingsBuilder settings =
        TestAppliance.settings()
            .aeronDirectory(Path.of(driver.aeronDirectoryName()))
            .externalDriver(true);
    try (Appliance appliance = Appliance.start(settings.conclude(), TestVenue.VENUE)) {
      driver.close();
      IllegalStateException stopped =
          assertThrows(IllegalStateException.class, appliance::awaitEnd);
      assertTrue(stopped.getMessage().contains("is gone"), stopped.getMessage());
      assertNothingIsLeftOfTheArchive(appliance.settings());
    }
  }

  @Test
  void saysThatNoExternalMediaDriverRuns() {
    SettingsBuilder settings =
        TestAppliance.settings().aeronDirectory(directory.resolve("none")).externalDriver(true);
    refuses("no media driver runs in", settings);
  }

  @Test
  void saysThatAPortIsTaken() throws Exception {
    try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getByName("localhost"))) {
      String channel = "aeron:udp?endpoint=localhost:" + taken.getLocalPort();
      refuses(
          "cannot listen on " + channel + " (is the port taken by another program?)",
          TestAppliance.settings().ingressChannels(channel));
    }
  }

  @Test
  void saysThatAnotherApplianceUsesTheAeronDirectory() {
    Path driver = directory.resolve("aeron");
    try (SteppedAppliance first = open(TestAppliance.settings().aeronDirectory(driver))) {
      refuses(
          "another appliance or media driver uses " + driver,
          TestAppliance.settings().aeronDirectory(driver));
      first.settle();
      assertTrue(Files.exists(driver));
    }
    assertFalse(Files.exists(driver), "the media driver deletes its directory");
  }

  @Test
  void saysThatAnotherApplianceRecordsIntoTheArchiveDirectory() {
    Path archive = directory.resolve("archive");
    try (SteppedAppliance first = open(TestAppliance.settings().archiveDirectory(archive))) {
      refuses(
          "another appliance records into " + archive,
          TestAppliance.settings().archiveDirectory(archive));
      first.settle();
    }
    assertTrue(Files.exists(archive), "a directory that was given stays");
    open(TestAppliance.settings().archiveDirectory(archive)).close();
  }

  @Test
  void aVenueThatTheCardCannotHoldIsToldAndLeavesNothing() {
    Venue.Instrument outside =
        new Venue.Instrument(
            64, "OUTSIDE", 0, 1, 0, 1, 2, 10, 10, 1, 1, 1, Phase.CONTINUOUS, Venue.Breaker.NONE);
    Venue venue = new Venue(List.of(outside), List.of(), List.of());
    Settings settings = TestAppliance.settings().conclude();
    assertThrows(VenueException.class, () -> Appliance.start(settings, venue));
    assertNothingIsLeft(settings);
  }

  @Test
  void stopsWhenItsCardIsLostAndIsNotToBeReplaced() {
    Card card = Cards.open(Cards.MODEL);
    Settings settings = TestAppliance.settings().lostCard(LostCardSettings.STOPS).conclude();
    try (SteppedAppliance appliance =
        new SteppedAppliance(settings, TestVenue.VENUE, card, SystemEpochClock.INSTANCE)) {
      LockstepClient client =
          LockstepClient.connect(
              ClientOptions.ipc(appliance.aeron(), ALICE, "alice-key", appliance::step));
      card.close();
      client.sendLimit(1, ALICE_ACCOUNT, INSTRUMENT, Side.BUY, MIDDLE, 1, TimeInForce.GTC);
      assertThrows(CardLostException.class, appliance::settle);
    }
    assertNothingIsLeft(settings);
  }

  @Test
  void stopsWhenTheArchiveRecordsNoMore() {
    try (Transport transport = new Transport(TestAppliance.settings().conclude())) {
      ExclusivePublication log = transport.recorded(1010, 64 * 1024);
      transport.checkHealth();
      transport.archive().stopRecording(log);
      IllegalStateException stopped =
          assertThrows(
              IllegalStateException.class,
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  transport.invokeArchive();
                  transport.invokeDriver();
                  transport.invokeClient();
                  transport.checkHealth();
                }
              });
      assertTrue(stopped.getMessage().contains("stopped recording stream 1010"));
    }
  }

  @Test
  void tellsItsClientsWhenItEnds() {
    Appliance appliance = Appliance.start(TestAppliance.settings().conclude(), TestVenue.VENUE);
    Path driver = appliance.settings().aeronDirectory();
    try (LockstepClient client =
        LockstepClient.connect(ClientOptions.ipc(driver, ALICE, "alice-key"))) {
      assertTrue(client.isConnected());
      appliance.close();
      client.poll(new ClientListener() {}, 10);
      assertFalse(client.isConnected());
      assertEquals(LockstepClient.CLOSED, client.heartbeat());
    }
  }

  @Test
  void closingTwiceDoesNothingMore() {
    Appliance appliance = Appliance.start(TestAppliance.settings().conclude(), TestVenue.VENUE);
    appliance.close();
    appliance.close();
  }

  private static void trade(ClientOptions options) {
    AtomicInteger accepted = new AtomicInteger();
    ClientListener listener =
        new ClientListener() {
          @Override
          public void onExecutionReport(ExecutionReportDecoder report) {
            assertEquals(OrderStatus.ACCEPTED, report.status());
            accepted.incrementAndGet();
          }
        };
    try (LockstepClient client = LockstepClient.connect(options)) {
      for (int i = 1; i <= 100; i++) {
        client.sendLimit(i, ALICE_ACCOUNT, INSTRUMENT, Side.BUY, MIDDLE, 1, TimeInForce.GTC);
        while (accepted.get() < i) {
          client.poll(listener, 10);
        }
      }
    }
  }

  private static void refuses(String reason, SettingsBuilder builder) {
    Settings settings = builder.conclude();
    SettingsException refused =
        assertThrows(SettingsException.class, () -> Appliance.start(settings, TestVenue.VENUE));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    assertFalse(settings.aeronDirectoryIsOurs() && Files.exists(settings.aeronDirectory()));
    assertFalse(settings.archiveDirectoryIsOurs() && Files.exists(settings.archiveDirectory()));
  }

  private static void assertNothingIsLeft(Settings settings) {
    assertFalse(Files.exists(settings.aeronDirectory()), settings.aeronDirectory().toString());
    assertNothingIsLeftOfTheArchive(settings);
  }

  private static void assertNothingIsLeftOfTheArchive(Settings settings) {
    assertFalse(Files.exists(settings.archiveDirectory()), settings.archiveDirectory().toString());
  }

  private static SteppedAppliance open(SettingsBuilder settings) {
    return new SteppedAppliance(settings.conclude(), TestVenue.VENUE);
  }

  private static MediaDriver driver(Path directory) {
    return MediaDriver.launch(
        new MediaDriver.Context()
            .aeronDirectoryName(directory.toString())
            .threadingMode(ThreadingMode.SHARED)
            .ipcTermBufferLength(64 * 1024)
            .publicationTermBufferLength(64 * 1024));
  }

  private static int freePort() throws Exception {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("localhost"))) {
      return socket.getLocalPort();
    }
  }
}
