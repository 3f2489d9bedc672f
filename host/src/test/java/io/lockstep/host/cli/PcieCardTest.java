package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.sim.pcie.FakePciMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.IoUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The appliance on a card that it finds on a bus of files; another process is that card. */
class PcieCardTest {
  @TempDir private Path folder;
  private Path tree;

  @BeforeEach
  void inMemory() throws IOException {
    tree = Files.createTempDirectory(Path.of("/dev/shm"), "lockstep-test");
  }

  @AfterEach
  void remove() throws IOException {
    IoUtil.delete(tree.toFile(), false);
  }

  @Test
  void aRecordedDayGivesTheOutputOfTheVerilatedCard() throws Exception {
    MarketData.sseFolder();
    CommandRun verilated = CommandRun.of("replay", "--day", "601825", "--card", "verilated");
    try (MainProcess card = startCard()) {
      CommandRun pcie =
          CommandRun.of("replay", "--day", "601825", "--card", "pcie", "--pcie-root", "" + tree);
      assertEquals(0, pcie.status(), pcie.out() + pcie.err() + card.printed());
      assertTrue(pcie.out().contains("5,340 compared, 5,340 equal, 0 differ"), pcie.out());
      assertEquals(hash(verilated), hash(pcie));
    }
  }

  @Test
  void theDemoGivesTheOutputOfTheVerilatedCardThoughTheWindowsWritesAreScattered()
      throws Exception {
    CommandRun verilated = CommandRun.of("demo", "--orders", "3000");
    try (MainProcess card = startCard("--seed", "5", "--address", "0000:00:02.1")) {
      CommandRun pcie =
          CommandRun.of(
              "demo", "--orders=3000", "--card=pcie:0000:00:02.1", "--pcie-root", "" + tree);
      assertEquals(0, pcie.status(), pcie.out() + pcie.err() + card.printed());
      assertEquals(hash(verilated), hash(pcie));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pcie, PCIe card: there is no PCI bus in",
    "pcie:0000:01:00.0, PCIe card 0000:01:00.0: there is no function at this address;"
  })
  void aRefusalIsOneLineThatTellsTheRemedy(String card, String start) {
    CommandRun run = CommandRun.of("demo", "--card", card, "--pcie-root", "" + tree);
    assertEquals(1, run.status());
    assertTrue(run.err().startsWith("./lockstep demo: " + start), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @ParameterizedTest
  @CsvSource({"--rtl, fpga/rtl, has no RTL", "--waves, a.fst, has no waveform"})
  void aCardOnTheBusHasNeitherRtlNorWaveform(String option, String value, String message) {
    Path root = Path.of(System.getProperty("lockstep.root"));
    CommandRun run =
        CommandRun.of("demo", "--card=pcie:0000:01:00.0", option, "" + root.resolve(value));
    assertEquals(2, run.status());
    assertTrue(run.err().contains("pcie:0000:01:00.0 " + message), run.err());
  }

  private MainProcess startCard(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of("--while", Long.toString(ProcessHandle.current().pid()), tree.toString()));
    MainProcess card = new MainProcess(folder.resolve("card.txt"), FakePciMain.class, arguments);
    card.awaitOutput("is on the bus");
    return card;
  }

  private static String hash(CommandRun run) {
    return run.out()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("output hash"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(run.out() + run.err()));
  }
}
