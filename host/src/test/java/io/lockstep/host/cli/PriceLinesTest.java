package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.csv.LineException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contracts in, prices out, as docs/pricing.md tells it, and what is refused. */
class PriceLinesTest {
  private static final Path DOCS = Path.of(System.getProperty("lockstep.root"), "docs");
  private static final Path EXAMPLE = DOCS.resolve("examples/options.csv");

  @Test
  void thePageShowsTheExampleAndEveryColumn() throws IOException {
    String page = Files.readString(DOCS.resolve("pricing.md"));

    assertTrue(page.contains("```text\n" + Files.readString(EXAMPLE) + "```"));
    String shown = page.substring(page.indexOf("$ ./lockstep price <"));
    shown = shown.substring(shown.indexOf('\n') + 1, shown.indexOf("```"));
    assertEquals(shown, priced(Files.readString(EXAMPLE)));
    PriceLines.COLUMNS.forEach(column -> assertTrue(page.contains("| `" + column + "` |"), column));
    PriceLines.RESULTS.forEach(column -> assertTrue(page.contains("`" + column + "`"), column));
  }

  @Test
  void aLineIsPricedAsItsColumnsSay() throws IOException {
    List<String> lines =
        priced("call,,100,100,,,1,0.2\n\n# none\nput,100,,100,0,0,1,0.2,\n").lines().toList();

    assertEquals(String.join(",", PriceLines.RESULTS), lines.get(0));
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).startsWith("1,call,7.96556745541,0.539827837277,"), lines.get(1));
    assertTrue(lines.get(2).startsWith("4,put,7.96556745541,-0.460172162723,"), lines.get(2));
  }

  @Test
  void aDigitalPaysOneUnlessItSaysMore() throws IOException {
    assertEquals(
        priced("digital-call,,100,90,,,1,0.2\n"), priced("digital-call,,100,90,,,1,0.2,1\n"));
  }

  @Test
  void whatIsWorthNothingHasNoElasticity() throws IOException {
    assertTrue(priced("call,,0,100,,,1,0.2\n").endsWith("\n1,call,0,0,0,0,0,0,0,0\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "swap,1                    | column 1 (type): unknown word 'swap'; there are future,",
        "call,,,100,,,1,0.2        | column 2 (spot): either spot or forward is filled",
        "call,100,100,100,,,1,0.2  | column 2 (spot): either spot or forward is filled",
        "call,-1,,100,,,1,0.2      | column 2 (spot): '-1' is not from 0 to",
        "call,100,,,,,1,0.2        | column 4 (strike): is missing",
        "call,100,,0,,,1,0.2       | column 4 (strike): '0' is not more than 0, up to",
        "call,100,,100,8%,,1,0.2   | column 5 (rate): '8%' is not a number",
        "call,100,,100,11,,1,0.2   | column 5 (rate): '11' is not from -10 to 10",
        "call,,100,100,,0.05,1,0.2 | column 6 (dividend): a forward price holds the dividends",
        "call,100,,100,,,,0.2      | column 7 (years): is missing",
        "call,100,,100,,,-1,0.2    | column 7 (years): '-1' is not from 0 to 1000",
        "call,100,,100,,,1,        | column 8 (volatility): is missing",
        "call,100,,100,,,1,80      | column 8 (volatility): '80' is not from 0 to 20",
        "call,100,,100,,,1,0.2,5   | column 9 (payout): not a column of call",
        "digital-put,1,,1,,,1,1,0  | column 9 (payout): '0' is not more than 0",
        "future,100,,100,,,1       | column 4 (strike): not a column of future",
        "future,100,,,,,           | column 7 (years): is missing",
        "perpetual,100,,,0.05      | column 5 (rate): not a column of perpetual",
        "perpetual,100,,,,,1       | column 7 (years): not a column of perpetual",
        "perpetual,1,,,,,,,,       | column 9 (payout): more than 9 columns"
      })
  void aWrongLineIsRefusedWithColumnAndReason(String line, String told) {
    String said =
        assertThrows(LineException.class, () -> priced("perpetual,7\n" + line + "\n")).getMessage();
    assertTrue(said.startsWith("line 2, " + told), said);
  }

  @Test
  void aWrongLineEndsTheCommandAfterTheLinesBeforeIt(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("in.csv"), "perpetual,7\nperpetual,x\n");
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "price")
            .redirectInput(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();

    assertEquals(2, process.waitFor());
    List<String> lines = Files.readAllLines(out);
    assertEquals("1,perpetual,7,1,0,0,0,0,0,0,1", lines.get(1));
    assertEquals("./lockstep price: line 2, column 2 (spot): 'x' is not a number", lines.get(2));
    assertEquals(3, lines.size());
  }

  private static String priced(String lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PriceLines(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out).run();
    return out.toString(StandardCharsets.US_ASCII);
  }
}
