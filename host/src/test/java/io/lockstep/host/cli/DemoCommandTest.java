package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's promise: equal orders and seed, equal output; whatever the card and the time. */
class DemoCommandTest {
  private static final Pattern HASH =
      Pattern.compile("output hash ([0-9a-f]{16}) \\([0-9,]+ messages, [0-9,]+ bytes\\)\\R$");

  @Test
  void showsBooksTradesLatenciesAndTheHashLast() {
    String out = demo("--orders", "4000").out();

    assertTrue(out.contains("First trade after "), out);
    assertTrue(out.contains("Books at the end"), out);
    assertTrue(Pattern.compile("Trades +[0-9,]+, [0-9,]+ lots").matcher(out).find(), out);
    assertTrue(out.contains("order sent to last report, us"), out);
    assertTrue(HASH.matcher(out).find(), out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"verilated", "lockstep"})
  void givesTheHashOfTheModelOnEveryCard(String card) {
    assertEquals(hash("--orders", "2000"), hash("--orders", "2000", "--card", card));
  }

  @Test
  void tellsTheCyclesOfACardThatHasAClock() {
    String out = demo("--orders", "500", "--card", "verilated").out();

    assertTrue(
        Pattern.compile("card, window to first event, cycles( +[0-9]+){4}").matcher(out).find(),
        out);
    assertTrue(Pattern.compile("Card clock +[0-9,]+ cycles").matcher(out).find(), out);
  }

  @Test
  void givesTheSameHashEachTime() {
    assertEquals(hash("--orders", "3000", "--seed", "7"), hash("--orders", "3000", "--seed", "7"));
  }

  @Test
  void givesAnotherHashForAnotherSeed() {
    assertNotEquals(hash("--orders", "500", "--seed", "7"), hash("--orders", "500", "--seed", "8"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 250, 500})
  void oneChangedOrderChangesTheHash(int order) {
    assertNotEquals(hash("--orders", "500"), hash("--orders", "500", "--change-order", "" + order));
  }

  @Test
  void controlCLeavesNothingBehind(@TempDir Path folder) throws Exception {
    List<String> arguments = List.of("demo", "--card=model", "--orders=100000000");
    try (MainProcess demo = new MainProcess(folder.resolve("demo.txt"), arguments)) {
      demo.awaitOutput("First trade after");
      List<Path> mapped = mappedFilesOfLockstep(demo.pid());
      assertTrue(mapped.size() > 1, "no files of media driver and archive: " + mapped);

      assertEquals(130, demo.interrupt());

      mapped.forEach(file -> assertFalse(Files.exists(file.getParent()), file + " is left"));
    }
  }

  /** Files in directories of the appliance that a process has in its memory. */
  private static List<Path> mappedFilesOfLockstep(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/maps")).stream()
        .map(line -> line.replaceFirst("^[^/]*", ""))
        .filter(file -> file.matches("(/dev/shm|/tmp)/lockstep-.*"))
        .map(Path::of)
        .distinct()
        .toList();
  }

  @Test
  void refusesToSendNothing() {
    CommandRun run = CommandRun.of("demo", "--orders", "0");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("orders: at least 1"), run.err());
  }

  private static String hash(String... options) {
    String out = demo(options).out();
    Matcher hash = HASH.matcher(out);
    assertTrue(hash.find(), out);
    return hash.group(1);
  }

  private static CommandRun demo(String... options) {
    List<String> arguments = new ArrayList<>(List.of("demo"));
    arguments.addAll(List.of(options));
    if (!arguments.contains("--card")) {
      arguments.addAll(List.of("--card", "model"));
    }
    CommandRun run = CommandRun.of(arguments.toArray(new String[0]));
    assertEquals(0, run.status(), run.err());
    return run;
  }
}
