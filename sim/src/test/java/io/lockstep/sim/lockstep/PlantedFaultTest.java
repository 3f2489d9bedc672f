package io.lockstep.sim.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.sim.fuzz.FuzzProgress;
import io.lockstep.sim.fuzz.FuzzResult;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.fuzz.FuzzRunner;
import io.lockstep.sim.fuzz.FuzzSettings;
import io.lockstep.sim.verilated.VerilatedCard;
import io.lockstep.sim.verilated.VerilatedCardBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The fuzz finds faults in the RTL: each is planted in a copy, built, and run in lockstep with the
 * model by the seed that finds nothing in the honest card; the folder then holds all that it
 * should.
 */
class PlantedFaultTest {
  private static final FuzzSettings SETTINGS = FuzzSettings.of(1, 100_000);

  @TempDir private Path temporary;

  @ParameterizedTest
  @EnumSource
  @Timeout(300)
  void isFoundByTheFuzzAndLeavesAFolder(PlantedFault fault) throws IOException {
    Path library = VerilatedCardBuild.libraryOf(fault.plant(), true);
    LockstepSettings settings =
        LockstepSettings.defaults()
            .withFolder(temporary.resolve("difference"))
            .withRepeat(SETTINGS.commandLine("lockstep"))
            .withWaves(VerilatedWaves.of(library));
    VerilatedCard verilated = VerilatedCard.builder().library(library).open();
    try (LockstepCard card = LockstepCards.open(verilated, settings)) {
      FuzzResult result = new FuzzRunner(card, SETTINGS, FuzzProgress.NONE).run();
      assertEquals(Outcome.DIFFERENCE, result.outcome());
      assertFolderIsComplete(result.difference().orElseThrow());
      assertTheFileRepeatsIt(library, result.difference().orElseThrow());
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
    VerilatedCard verilated = VerilatedCard.builder().library(library).open();
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
