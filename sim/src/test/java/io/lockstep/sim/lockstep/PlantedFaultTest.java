package io.lockstep.sim.lockstep;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.sim.fuzz.FuzzProgress;
import io.lockstep.sim.fuzz.FuzzResult;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.fuzz.FuzzRunner;
import io.lockstep.sim.fuzz.FuzzSettings;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.verilated.VerilatedCard;
import io.lockstep.sim.verilated.VerilatedCardBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fuzz finds faults in the RTL: each is planted in a copy, built, and run in lockstep with the
 * model by the seed that finds nothing in the honest card. Three of them, and three with margin, in
 * every run of the tests, all with {@code -Dlockstep.long=true}; docs/verification.md tells what
 * that showed.
 */
@Timeout(900)
class PlantedFaultTest {
  private static final FuzzSettings SETTINGS = FuzzSettings.of(1, 100_000);

  /** So few events that the card waits for the host now and then. */
  private static final int RING_SLOTS = 64;

  @TempDir private Path temporary;

  static Stream<PlantedFault> faults() {
    boolean all = Boolean.getBoolean("lockstep.long");
    return all
        ? Stream.of(PlantedFault.values())
        : Stream.of(
            PlantedFault.SELF_TRADE,
            PlantedFault.POSITION,
            PlantedFault.RING,
            PlantedFault.FEE,
            PlantedFault.HEDGE,
            PlantedFault.POSITION_LIST);
  }

  /** So that the long form does not fall behind the RTL unnoticed. */
  @ParameterizedTest
  @EnumSource
  void hasItsPlaceInTheRtl(PlantedFault fault) {
    assertDoesNotThrow(fault::plant);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isFoundByTheFuzz(PlantedFault fault) throws IOException {
    LockstepSettings settings =
        LockstepSettings.defaults().withFolder(temporary.resolve("difference"));
    Path library = library(fault, false);
    FuzzResult result = fuzz(library, settings);
    assertEquals(Outcome.DIFFERENCE, result.outcome());
  }

  @Test
  void aDifferenceLeavesAFolderThatRepeatsIt() throws IOException {
    Path library = library(PlantedFault.BAND, true);
    LockstepSettings settings =
        LockstepSettings.defaults()
            .withFolder(temporary.resolve("difference"))
            .withRepeat(SETTINGS.commandLine("lockstep"))
            .withWaves(VerilatedWaves.of(library));
    FuzzResult result = fuzz(library, settings);
    assertEquals(Outcome.DIFFERENCE, result.outcome());
    assertFolderIsComplete(result.difference().orElseThrow());
    assertTheFileRepeatsIt(library, result.difference().orElseThrow());
  }

  private static Path library(PlantedFault fault, boolean traced) throws IOException {
    return VerilatedCardBuild.libraryWith(
        Optional.of(fault.plant()), fault.size().rtlParameters(), traced);
  }

  private static FuzzResult fuzz(Path library, LockstepSettings settings) {
    VerilatedCard verilated = VerilatedCard.builder().library(library).ringSlots(RING_SLOTS).open();
    Capacities size = Capacities.of(verilated.description());
    try (LockstepCard card = LockstepCards.open(verilated, size, settings)) {
      return new FuzzRunner(card, SETTINGS, FuzzProgress.NONE).run();
    }
  }

  private void assertFolderIsComplete(CardDifference difference) throws IOException {
    Path folder = difference.folder();
    String report = Files.readString(folder.resolve("report.txt"));
    assertTrue(report.contains(difference.summary()), report);
    assertTrue(report.contains("model:"), report);
    assertTrue(report.contains("verilated:"), report);
    assertTrue(report.contains("Waveform of commands"), report);
    assertTrue(report.contains(SETTINGS.commandLine("lockstep")), report);
    // The head of an FST file says how long it is; one without a change of value has no more.
    assertTrue(Files.size(folder.resolve("wave.fst")) > 4_096, "waveform");
    try (CommandFile commands = CommandFile.open(folder.resolve("commands.bin"))) {
      assertTrue(commands.commands() > difference.commandNumber());
    }
  }

  private void assertTheFileRepeatsIt(Path library, CardDifference difference) throws IOException {
    LockstepSettings settings = LockstepSettings.defaults().withFolder(temporary.resolve("again"));
    VerilatedCard verilated = VerilatedCard.builder().library(library).ringSlots(RING_SLOTS).open();
    try (CommandFile commands = CommandFile.open(difference.folder().resolve("commands.bin"));
        LockstepCard card = LockstepCards.open(verilated, settings)) {
      new CommandReplay(card, (event, offset) -> {}).run(commands, difference.commandNumber());
      CardDifference again = card.difference().orElseThrow();
      assertEquals(difference.commandNumber(), again.commandNumber());
      assertEquals(difference.eventNumber(), again.eventNumber());
      assertEquals(difference.byteNumber(), again.byteNumber());
    }
  }
}
