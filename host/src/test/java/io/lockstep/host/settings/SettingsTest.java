package io.lockstep.host.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings are checked once, and each mistake names its setting and what would do. */
class SettingsTest {
  private static final long MIB = 1024 * 1024;

  @TempDir private Path directory;

  @Test
  void theDefaultsAreGoodAndTemporary() {
    Settings settings = Settings.builder().conclude();
    assertTrue(settings.aeronDirectoryIsOurs() && settings.archiveDirectoryIsOurs());
    assertFalse(Files.exists(settings.aeronDirectory()));
    assertFalse(Files.exists(settings.archiveDirectory()));
  }

  @Test
  void namesTheSettingThatIsWrong() {
    refuses("logTermBytes", with -> with.logTermBytes(100_000));
    refuses("outputTermBytes", with -> with.outputTermBytes(32 * 1024));
    refuses("sessionTermBytes", with -> with.sessionTermBytes(1 << 30));
    refuses("fileSyncLevel", with -> with.fileSyncLevel(3));
    refuses(
        "snapshotEvery",
        settings -> settings.restart(RestartSettings.STRICT.withSnapshotEvery(-1)));
    refuses("card", with -> with.card("none"));
    refuses("commandsInFlight", with -> with.commandsInFlight(0));
    refuses("commandsInFlight", with -> with.commandsInFlight(257));
    refuses("cardSilenceMs", with -> with.cardSilenceMs(0));
    refuses("heartbeatIntervalMs", with -> with.heartbeatIntervalMs(0));
    refuses("tickIntervalMs", with -> with.tickIntervalMs(0));
    refuses("maxSessions", with -> with.maxSessions(0));
    refuses("maxSessions", with -> with.maxSessions(1_025));
    refuses("sessionBacklogBytes", with -> with.sessionBacklogBytes(4_095));
    refuses("messagesPerSecond", with -> with.messagesPerSecond(-1));
    refuses("burst", with -> with.burst(0));
    refuses("responseHosts", with -> with.responseHosts("10.0.0.7:4001"));
    refuses("ingressChannels", with -> with.ingressChannels());
    refuses("ingressChannels", with -> with.ingressChannels("http://example.org"));
    refuses("ingressChannels", with -> with.ingressChannels("aeron:udp"));
    refuses("externalDriver", with -> with.externalDriver(true));
  }

  @Test
  void reportsMayGoToThisMachineAndToTheHostsThatClientsSendTo() {
    Settings settings =
        Settings.builder()
            .ingressChannels("aeron:ipc", "aeron:udp?endpoint=10.0.0.7:4001")
            .responseHosts("client-a")
            .conclude();
    assertEquals(
        Set.of("localhost", "127.0.0.1", "[::1]", "10.0.0.7", "client-a"),
        settings.responseHosts());
  }

  @Test
  void refusesADirectoryThatCannotBe() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");
    refuses("aeronDirectory", with -> with.aeronDirectory(file.resolve("below")));
    refuses("archiveDirectory", with -> with.archiveDirectory(file));
  }

  @Test
  void refusesToGiveTheMediaDriverADirectoryWithOtherFiles() throws IOException {
    Files.writeString(directory.resolve("letter.txt"), "dear");
    refuses("aeronDirectory", with -> with.aeronDirectory(directory));
    assertTrue(Files.exists(directory.resolve("letter.txt")));
  }

  @Test
  void saysHowMuchMemoryIsMissing() {
    Path memory = Path.of("/dev/shm/lockstep");
    SettingsException refused =
        assertThrows(SettingsException.class, () -> Space.check(memory, 20 * MIB, 20 * MIB - 1));
    assertTrue(refused.getMessage().contains("needs 20.0 MiB"), refused.getMessage());
    assertTrue(refused.getMessage().contains("/dev/shm/lockstep"), refused.getMessage());
    Space.check(memory, 20 * MIB, 20 * MIB);
  }

  @Test
  void theDefaultsFitAContainersSharedMemory() {
    Settings settings = Settings.builder().conclude();
    long needed =
        Space.aeronBytes(
            settings.logTermBytes(),
            settings.outputTermBytes(),
            settings.feed().termBytes(),
            settings.sessionTermBytes());
    assertTrue(needed < 32 * MIB, needed + " bytes");
  }

  @Test
  void printsOneLineASetting() {
    String text = Settings.builder().agentOrderSeed(5).conclude().toString();
    assertEquals(19, text.lines().count());
    assertTrue(text.contains("drawn from seed 5"), text);
  }

  private static void refuses(String setting, UnaryOperator<SettingsBuilder> with) {
    SettingsBuilder builder = with.apply(Settings.builder());
    String message = assertThrows(SettingsException.class, builder::conclude).getMessage();
    assertTrue(message.startsWith("setting " + setting + ": "), message);
  }
}
