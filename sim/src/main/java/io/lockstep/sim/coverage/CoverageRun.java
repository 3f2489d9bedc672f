package io.lockstep.sim.coverage;

import io.lockstep.driver.CardRegisters;
import io.lockstep.sim.fuzz.FuzzProgress;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.fuzz.FuzzRunner;
import io.lockstep.sim.fuzz.FuzzSettings;
import io.lockstep.sim.rtl.Checkout;
import io.lockstep.sim.verilated.VerilatedCard;
import io.lockstep.sim.verilated.VerilatedCardBuild;
import io.lockstep.sim.verilated.VerilatedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the Verilated card, built with line coverage, through streams of the fuzz and through
 * accesses of the bus that no stream makes.
 */
public final class CoverageRun {
  /** Waivers of this checkout. */
  public static final Path WAIVERS = Path.of("fpga/coverage-waivers.txt");

  private static final int REGISTERS_READ_BYTES = 0x1000;
  private static final int ROOMY_RING = 32_768;
  private static final int TIGHT_RING = 4;
  private static final int FULL_WINDOW = 256;
  private static final int SHARE_OF_OTHERS = 5;

  private final LineCounts counts = new LineCounts();
  private final Path library = VerilatedCardBuild.coverageLibrary();

  /**
   * Runs all streams.
   *
   * @param commands of the longest one; the others are shorter.
   * @param seed of the first; the others take those that follow.
   * @return the report for this checkout's RTL and waivers.
   * @throws IOException where a file cannot be read or written.
   * @throws IllegalStateException where a card is lost or hangs on the way.
   */
  public CoverageReport run(long commands, long seed) throws IOException {
    FuzzSettings longest = FuzzSettings.of(seed, commands);
    FuzzSettings shorter = FuzzSettings.of(seed + 1, Math.max(1, commands / SHARE_OF_OTHERS));
    stream(longest, ROOMY_RING);
    stream(shorter.withInFlight(1), ROOMY_RING);
    stream(shorter.withInFlight(FULL_WINDOW), TIGHT_RING);
    Path root = Checkout.root();
    return CoverageReport.of(counts, root.resolve("fpga/rtl"), Waivers.read(root.resolve(WAIVERS)));
  }

  private void stream(FuzzSettings settings, int ringSlots) throws IOException {
    try (VerilatedCard card =
        VerilatedCard.builder().library(library).ringSlots(ringSlots).open()) {
      Outcome outcome = new FuzzRunner(card, settings, FuzzProgress.NONE).run().outcome();
      if (outcome != Outcome.COMPLETED) {
        throw new IllegalStateException(
            settings.commandLine("verilated") + ": " + outcome + " " + card.failure());
      }
      touchRegisters(card);
      collect(card.device());
    }
  }

  /** Reads every register, and some addresses that are none; writes one that is read only. */
  private static void touchRegisters(VerilatedCard card) {
    CardRegisters registers = card.registers();
    registers.commands();
    for (int at = 0; at < REGISTERS_READ_BYTES; at += Integer.BYTES) {
      card.device().readRegister(at);
    }
    card.device().writeRegister(0, 1);
    card.device().writeRegister(REGISTERS_READ_BYTES, 1);
  }

  private void collect(VerilatedDevice device) throws IOException {
    Path file = Files.createTempFile("lockstep-coverage-", ".dat");
    try {
      device.coverage(file);
      counts.add(file);
    } finally {
      Files.delete(file);
    }
  }
}
