package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.XZInputStream;

/** The recorded days against the exchange's own fills, and the command's errors. */
class ReplayCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"600536, '33,105'", "601825, '5,340'", "605580, '16,393'"})
  void givesEveryFillOfARecordedDayStraightFromTheCard(String stock, String fills) {
    MarketData.sseFolder();

    assertAllAgree(fills, CommandRun.of("replay", "--day", stock, "--direct", "--card", "model"));
  }

  @ParameterizedTest
  @CsvSource({"600536, '33,105'", "601825, '5,340'", "605580, '16,393'"})
  void givesEveryFillOfARecordedDayThroughTheWholeAppliance(String stock, String fills) {
    MarketData.sseFolder();

    CommandRun run = CommandRun.of("replay", "--day", stock, "--card", "model");

    assertAllAgree(fills, run);
    assertTrue(run.out().contains("through Aeron"), run.out());
  }

  @Test
  void modelAndRtlGiveEveryFillSideBySide() {
    MarketData.sseFolder();

    CommandRun run = CommandRun.of("replay", "--day", "601825", "--card", "lockstep");

    assertAllAgree("5,340", run);
    assertTrue(run.out().contains("lockstep, through Aeron"), run.out());
    assertTrue(run.out().contains(" cycles, "), run.out());
  }

  private static void assertAllAgree(String fills, CommandRun run) {
    assertEquals(0, run.status(), run.err() + run.out());
    assertTrue(run.out().contains(fills + " compared, " + fills + " equal, 0 differ"), run.out());
    assertTrue(run.out().contains("are taken from the fills file"), run.out());
    assertTrue(run.out().contains("auction not replayed"), run.out());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesAFillThatWasAltered(boolean direct) throws IOException {
    Path data = MarketData.sseFolder();
    List<String> lines = unpack(data.resolve("601825_SH_20230711_fills.csv.xz"));
    int line = 2_000;
    String[] fields = lines.get(line - 1).split(",");
    assertEquals("C", fields[1]);
    fields[5] = Long.toString(Long.parseLong(fields[5]) + 1);
    lines.set(line - 1, String.join(",", fields));
    Path altered = Files.write(folder.resolve("altered.csv"), lines);
    long openingFills = lines.stream().filter(text -> text.contains(",OAX,")).count();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                "--format=sse",
                "--inbound=601825_SH_20230711_inbound.csv.xz",
                "--fills=" + altered,
                "--card=model"));
    if (direct) {
      arguments.add("--direct");
    }

    CommandRun run = CommandRun.of(arguments.toArray(new String[0]));

    assertEquals(1, run.status(), run.out());
    assertTrue(run.out().contains("5,339 equal, 1 differ"), run.out());
    long number = line - 1 - openingFills;
    assertTrue(
        run.out().contains("fill " + number + ", line " + line + " of the fills file"), run.out());
    assertTrue(run.out().contains("quantity " + fields[5] + ","), run.out());
  }

  @Test
  void refusesAMissingFile() {
    CommandRun run =
        CommandRun.of("replay", "--inbound", "/nowhere/in.csv", "--fills", "/nowhere/fills.csv");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("no such file: /nowhere/in.csv"), run.err());
  }

  @Test
  void refusesToGuessTheDay() {
    CommandRun run = CommandRun.of("replay", "--direct");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("which day?"), run.err());
    assertTrue(run.err().contains("--help"), run.err());
  }

  @Test
  void refusesACardThatIsNotThere() {
    CommandRun run = CommandRun.of("replay", "--day", "601825", "--card", "joker");

    assertEquals(2, run.status());
    assertTrue(
        run.err().contains("no card 'joker'; there are: model, verilated, lockstep"), run.err());
  }

  @Test
  void refusesAFormatThatItDoesNotKnow() {
    CommandRun run = CommandRun.of("replay", "--format", "itch", "--day", "601825");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("--format"), run.err());
  }

  private static List<String> unpack(Path file) throws IOException {
    try (InputStream packed = Files.newInputStream(file);
        InputStream text = new XZInputStream(packed)) {
      return new ArrayList<>(
          new String(text.readAllBytes(), StandardCharsets.US_ASCII).lines().toList());
    }
  }
}
