package io.lockstep.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the bench command says, and how it ends. */
class BenchCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void cyclesPrintsEveryTable() {
    assertEquals(0, run("cycles", "--commands", "3000", "--live-max=1000"));
    assertTrue(out.toString().contains("Kernel, command taken to first event"), out.toString());
    assertTrue(out.toString().contains("Kernel, command taken to ready"), out.toString());
    assertTrue(out.toString().contains("Card, last byte in the window"), out.toString());
    assertTrue(out.toString().contains("Card, commands waiting in the window"), out.toString());
    assertTrue(out.toString().contains("Kernel, by live orders"), out.toString());
  }

  /** On the card that the fuzz builds too. */
  @Test
  void cyclesWithMarginPrintsEveryTable() {
    assertEquals(0, run("cycles", "--margin", "--commands=500", "--accounts=100"));
    assertTrue(out.toString().contains("Gate, current epoch"), out.toString());
    assertTrue(out.toString().contains("Gate, epoch before"), out.toString());
    assertTrue(out.toString().contains("Card, last byte in the window"), out.toString());
    assertTrue(out.toString().contains("At 2.50 ns a cycle"), out.toString());
    assertTrue(out.toString().contains("  100 accounts at random  "), out.toString());
    assertTrue(out.toString().contains("  bursts of 20 from one account  "), out.toString());
  }

  @Test
  void cyclesWritesAWaveform(@TempDir Path folder) {
    Path wave = folder.resolve("cycles.fst");
    assertEquals(
        0,
        run(
            "cycles",
            "--commands=100",
            "--live-max=10",
            "--waves=" + wave,
            "--from=10",
            "--to=20"));
    assertTrue(Files.exists(wave));
  }

  @Test
  void kernelPrintsATableForEachNumberOfOrders() {
    assertEquals(
        0, run("kernel", "--commands=5000", "--runs=1", "--warm-up=0", "--orders=100,300"));
    assertTrue(out.toString().contains("\n100 orders rest; "), out.toString());
    assertTrue(out.toString().contains("\n300 orders rest; "), out.toString());
    assertTrue(out.toString().contains("exchange-core 0.5.3, direct book"), out.toString());
    assertTrue(out.toString().contains("TreeMap book"), out.toString());
  }

  @Test
  void marginPrintsATableForEachScenarioSet() {
    assertEquals(0, run("margin", "--accounts=100", "--runs=3", "--scenarios=tims10,grid31"));
    assertTrue(out.toString().contains("\ntims10, 10 scenarios; checksum "), out.toString());
    assertTrue(out.toString().contains("\ngrid31, 31 scenarios; checksum "), out.toString());
    assertTrue(out.toString().contains("Lockstep, host"), out.toString());
    assertTrue(out.toString().contains("plain C++ loop, g++ -O3 -march=native"), out.toString());
    assertTrue(out.toString().contains("Lockstep, card, RTL under Verilator"), out.toString());
    assertTrue(out.toString().contains("  10 scenarios  "), out.toString());
    assertTrue(err.toString().contains("100 of 100 accounts loaded"), err.toString());
  }

  /** A short form; the long one has a million orders. */
  @Test
  void allocationEndsWithNoBytesAnOrder() {
    assertEquals(0, run("allocation", "--orders", "100000"), out.toString());
    assertTrue(out.toString().contains("100,000 orders, "), out.toString());
    assertTrue(out.toString().endsWith("0 bytes an order\n"), out.toString());
  }

  @Test
  void wrongUseIsToldInOneLineAndWithStatus2() {
    assertEquals(2, run("cycles", "--commands", "0"));
    assertTrue(err.toString().contains("--commands must be at least 1"), err.toString());
    assertEquals(2, run("cycles", "--live-max", "2000000"));
    assertTrue(err.toString().contains("--live-max must be from 10 to 1048320"), err.toString());
    assertEquals(2, run("cycles", "--margin", "--accounts", "49"));
    assertTrue(err.toString().contains("--accounts must be from 50 to 8192"), err.toString());
    assertEquals(2, run("cycles", "--margin", "--waves=margin.fst"));
    assertTrue(err.toString().contains("--waves does not go with --margin"), err.toString());
    assertEquals(2, run("kernel", "--orders", "0"));
    assertTrue(err.toString().contains("--orders must be at least 1"), err.toString());
    assertEquals(2, run("allocation", "--orders", "0"));
    assertEquals(2, run("margin", "--positions", "65"));
    assertTrue(err.toString().contains("--positions must be from 1 to 64"), err.toString());
    assertEquals(2, run("margin", "--scenarios", "span17"));
    assertTrue(err.toString().contains("one of span16, grid31, tims10"), err.toString());
    assertEquals(2, run());
    assertTrue(err.toString().contains("which benchmark?"), err.toString());
  }

  @Test
  void helpTellsTheOptions() {
    assertEquals(0, run("cycles", "--help"));
    assertTrue(out.toString().contains("--seed"), out.toString());
  }

  private int run(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
