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
  private static final String FILLS_601825 = "601825_SH_20230711_fills.csv.xz";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "600536, '33,105', '51210, volume 61,090', '50730, volume 175,007'",
    "601825, '5,340', '5480, volume 2,800', '5480, volume 25,000'",
    "605580, '16,393', '14560, volume 197,700', '14500, volume 327,500'"
  })
  void givesARecordedDayStraightFromTheCard(
      String stock, String fills, String opening, String closing) {
    MarketData.sseFolder();

    CommandRun run = CommandRun.of("replay", "--day", stock, "--direct", "--card", "model");

    assertAllAgree(fills, opening, closing, run);
  }

  @ParameterizedTest
  @CsvSource({
    "600536, '33,105', '51210, volume 61,090', '50730, volume 175,007'",
    "601825, '5,340', '5480, volume 2,800', '5480, volume 25,000'",
    "605580, '16,393', '14560, volume 197,700', '14500, volume 327,500'"
  })
  void givesARecordedDayThroughTheWholeAppliance(
      String stock, String fills, String opening, String closing) {
    MarketData.sseFolder();

    CommandRun run = CommandRun.of("replay", "--day", stock, "--card", "model");

    assertAllAgree(fills, opening, closing, run);
    assertTrue(run.out().contains("through Aeron"), run.out());
  }

  @Test
  void modelAndRtlGiveEveryFillSideBySide() {
    MarketData.sseFolder();

    CommandRun run = CommandRun.of("replay", "--day", "601825", "--card", "lockstep");

    assertAllAgree("5,340", "5480, volume 2,800", "5480, volume 25,000", run);
    assertTrue(run.out().contains("lockstep, through Aeron"), run.out());
    assertTrue(run.out().contains(" cycles, "), run.out());
  }

  private static void assertAllAgree(String fills, String opening, String closing, CommandRun run) {
    assertEquals(0, run.status(), run.err() + run.out());
    assertTrue(run.out().contains(fills + " compared, " + fills + " equal, 0 differ"), run.out());
    assertTrue(run.out().contains("opening        auction: price " + opening), run.out());
    assertTrue(run.out().contains("closing        auction: price " + closing), run.out());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesAFillThatWasAltered(boolean direct) throws IOException {
    Path data = MarketData.sseFolder();
    List<String> lines = unpack(data.resolve(FILLS_601825));
    String[] fields = fields(lines, 2_000);
    assertEquals("C", fields[1]);
    long openingFills = lines.stream().filter(text -> text.contains(",OAX,")).count();

    CommandRun run = withOneShareMore(lines, 2_000, direct);

    assertEquals(1, run.status(), run.out());
    assertTrue(run.out().contains("5,339 equal, 1 differ"), run.out());
    long number = 2_000 - 1 - openingFills;
    assertTrue(run.out().contains("fill " + number + ", line 2000 of the fills file"), run.out());
    long altered = Long.parseLong(fields[5]) + 1;
    assertTrue(run.out().contains("quantity " + altered + ","), run.out());
  }

  /** A fill of an auction that was altered changes its volume and what two orders were filled. */
  @ParameterizedTest
  @CsvSource({
    "OAX, true, 'volume: expected 2801, got 2800'",
    "CAX, true, 'volume: expected 25001, got 25000'",
    "OAX, false, 'volume: expected 2801, got 2800'",
    "CAX, false, 'volume: expected 25001, got 25000'"
  })
  void namesAnAuctionThatWasAltered(String phase, boolean direct, String first) throws IOException {
    Path data = MarketData.sseFolder();
    List<String> lines = unpack(data.resolve(FILLS_601825));
    int line = 1;
    while (!phase.equals(fields(lines, line)[1])) {
      line++;
    }

    CommandRun run = withOneShareMore(lines, line, direct);

    assertEquals(1, run.status(), run.out());
    assertTrue(run.out().contains(" orders equal, 3 differ"), run.out());
    assertTrue(run.out().contains(first), run.out());
    assertTrue(run.out().contains("5,340 equal, 0 differ"), run.out());
  }

  private CommandRun withOneShareMore(List<String> lines, int line, boolean direct)
      throws IOException {
    String[] fields = fields(lines, line);
    fields[5] = Long.toString(Long.parseLong(fields[5]) + 1);
    lines.set(line - 1, String.join(",", fields));
    Path altered = Files.write(folder.resolve("altered.csv"), lines);
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
    return CommandRun.of(arguments.toArray(new String[0]));
  }

  private static String[] fields(List<String> lines, int line) {
    return lines.get(line - 1).split(",");
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
