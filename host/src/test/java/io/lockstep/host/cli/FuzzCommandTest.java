package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.sim.verilated.ChangedRtl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fuzz as a command, and the waveform that every command with RTL can write. */
class FuzzCommandTest {
  /** First byte of an FST file: its header block. */
  private static final int FST_HEADER = 0;

  @TempDir Path folder;

  @Test
  void endsWithCountsNoDifferenceAndTheCommandThatRepeatsIt() {
    CommandRun run = CommandRun.of("fuzz", "--commands", "5000", "--seed", "3");

    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().toList();
    assertTrue(run.out().contains("UNKNOWN_ORDER"), run.out());
    assertTrue(lines.contains("0 differences"), run.out());
    assertTrue(run.out().contains("100 %  5,000 of 5,000 commands"), run.out());
    assertEquals(
        "repeat with: ./lockstep fuzz --card lockstep --commands 5000 --seed 3",
        lines.get(lines.size() - 1));
  }

  @Test
  void sendsTheStreamOfMarginToACardThatHasIt() {
    CommandRun run =
        CommandRun.of(
            "fuzz", "--margin", "--card", "lockstep", "--commands", "2000", "--seed", "3");

    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().toList();
    assertTrue(run.out().contains("MARGIN_INSUFFICIENT"), run.out());
    assertTrue(lines.contains("0 differences"), run.out());
    assertEquals(
        "repeat with: ./lockstep fuzz --margin --card lockstep --commands 2000 --seed 3",
        lines.get(lines.size() - 1));
  }

  @Test
  void findsAFaultPlantedInTheRtlAndLeavesTheEvidence() throws IOException {
    Path evidence = folder.resolve("evidence");
    Path rtl =
        ChangedRtl.write(
            folder.resolve("rtl"),
            "command_checker.sv",
            "measures_i.beyond_asks && !kind.load_order",
            "1'b0 && !kind.load_order");

    CommandRun run =
        CommandRun.of(
            "fuzz",
            "--card=lockstep",
            "--commands=1000000",
            "--seed=1",
            "--rtl=" + rtl,
            "--evidence=" + evidence);

    assertEquals(1, run.status(), run.out());
    assertTrue(run.out().contains("1 difference"), run.out());
    String report = Files.readString(evidence.resolve("report.txt"));
    assertTrue(report.contains("--commands=1000000 --seed=1"), report);
    assertTrue(Files.size(evidence.resolve("commands.bin")) > 0);
    assertTrue(Files.size(evidence.resolve("wave.fst")) > 0);
  }

  @Test
  void givesTheSameHashesOnEveryCard() {
    assertEquals(hashes("model"), hashes("verilated"));
  }

  @Test
  void refusesMoreInFlightThanTheCardHasRoomFor() {
    CommandRun run = CommandRun.of("fuzz", "--card", "model", "--in-flight", "10000");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("in flight: at most 256"), run.err());
  }

  @Test
  void writesAWaveformOfTheCommandsAskedFor() throws IOException {
    Path file = folder.resolve("fuzz.fst");

    CommandRun run =
        CommandRun.of(
            "fuzz",
            "--card=verilated",
            "--commands=200",
            "--waves=" + file,
            "--from=100",
            "--to=110");

    assertEquals(0, run.status(), run.err());
    assertTrue(run.err().contains("commands 100 to 110 into " + file), run.err());
    byte[] bytes = Files.readAllBytes(file);
    assertTrue(bytes.length > 1_000, bytes.length + " bytes");
    assertEquals(FST_HEADER, bytes[0]);
  }

  @Test
  void refusesAWaveformWhereThereIsNoRtl() {
    assertRefused("model has no waveform", "--card", "model", "--waves", folder + "/a.fst");
    assertRefused("there is no folder", "--waves", folder + "/none/a.fst");
    assertRefused("belong to --waves", "--from", "1");
    assertRefused(
        "model has no RTL",
        "--card",
        "model",
        "--rtl",
        System.getProperty("lockstep.root") + "/fpga/rtl");
    assertRefused("drop --card", "--coverage", "--card", "model");
    assertRefused("drop --margin", "--coverage", "--margin");
    assertRefused("no lockstep_card.sv", "--rtl", folder + "/none");
    assertRefused("no smaller", "--waves", folder + "/a.fst", "--from", "9", "--to", "8");
  }

  private static void assertRefused(String words, String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "fuzz";
    System.arraycopy(options, 0, arguments, 1, options.length);
    CommandRun run = CommandRun.of(arguments);
    assertEquals(2, run.status());
    assertTrue(run.err().contains(words), run.err());
  }

  private static List<String> hashes(String card) {
    CommandRun run = CommandRun.of("fuzz", "--card", card, "--commands", "3000");
    assertEquals(0, run.status(), run.err());
    List<String> hashes = run.out().lines().filter(line -> line.contains(" hash ")).toList();
    assertEquals(2, hashes.size(), run.out());
    return hashes;
  }
}
