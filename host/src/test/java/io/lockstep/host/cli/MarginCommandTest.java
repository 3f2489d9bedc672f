package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.Cards;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command margin prints, and how it refuses a wrong file: with line and reason. */
class MarginCommandTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("lockstep.root"), "docs/examples/margin-hedge.json");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"cash\": 60000 | \"cash\": \"x\" | line 3: /cash: string found, number expected",
        "\"cash\": 60000 | \"cash\": 1e999999999 | line 3: /cash: must have a maximum value",
        "\"cash\": 60000 | \"cash\": 1e-999999999 | line 3: more than 30 decimals",
        "\"cash\": 60000 | \"cash\": 1, \"cash\": 2 | line 3: Duplicate Object property",
        "\"cash\": 60000, | \"cash\": 60000 | line 4: Unexpected character",
        "\"cash\": 60000, | `` | line 1: required property 'cash' not found",
        "\"scanRange\" | \"scanRnage\" | line 10: /underlyings/0: property 'scanRnage'",
        "\"span16\" | \"span17\" | line 4: no scenario set 'span17'",
        "\"maintenanceFactor\": 192 | \"maintenanceFactor\": 300 | line 6: maintenanceFactor is above",
        "\"logMoneyness\": 0, | \"logMoneyness\": -0.4, | line 22: logMoneyness does not rise",
        "\"strike\": 60000, | `` | line 41: a call needs strike",
        "\"perpetual\", | \"perpetual\", \"years\": 1, | line 31: a perpetual has no years",
        "\"strike\": 60000,%      \"years\": 0.125, | \"strike\": 60000, \"years\": 0.25, | line 41: no volatilities",
        "\"upTo\": 100, | `` | line 39: upTo is missing",
        "\"name\": \"BTC-P50000\" | \"name\": \"BTC-PERP\" | line 52: a second instrument 'BTC-PERP'",
        "\"name\": \"bitcoin\" | \"name\": \"BTC-PERP\" | line 28: a second instrument 'BTC-PERP'",
        "\"mark\": 1200 | \"mark\": 1201 | line 59: 1201 is not a whole number of ticks of 5",
        "\"lots\": 120, \"price\" | \"lots\": 1.5, \"price\" | line 64: /positions/0/lots: number found",
        "\"BTC-PERP\", \"lots\": 120 | \"bitcoin\", \"lots\": 120 | line 64: no instrument 'bitcoin'",
        "\"BTC-C60000\", \"lots\": -150 | \"BTC-PERP\", \"lots\": -150 | line 65: a second position",
        "\"lots\": 2000 | \"lots\": 268435400 | line 70: position and orders in 'BTC-C60000' pass",
        "\"side\": \"buy\" | \"side\": \"bid\" | line 68: /orders/0/side: does not have a value",
        "\"scanRange\": 0.12 | \"scanRange\": 9, \"rates\": 1 | /underlyings/0: property 'rates'",
        "\"lotSize\": 0.01, \"haircut\" | \"lotSize\": 1000000, \"haircut\" | line 28: bitcoin is too large"
      })
  void aWrongFileIsRefusedWithLineAndReason(String right, String wrong, String told)
      throws IOException {
    String text = Files.readString(EXAMPLE);
    right = right.replace('%', '\n');
    assertTrue(text.contains(right), right);
    Path file = folder.resolve("wrong.json");
    Files.writeString(file, text.replace(right, wrong));

    assertEquals(2, run(file.toString()), out.toString());

    assertTrue(err.toString().contains(told), err.toString());
  }

  @Test
  void whatTheCardRefusesIsToldWithItsLine() throws IOException {
    Path file = folder.resolve("wrong.json");
    String text = Files.readString(EXAMPLE);
    Files.writeString(
        file, text.replaceFirst("\"shortOptionMinimum\": 30", "\"shortOptionMinimum\": 1000000"));

    assertEquals(2, run(file.toString()));

    assertTrue(
        err.toString().contains("wrong.json, line 41: the card refuses it: MARGIN_BOUND"),
        err.toString());
  }

  @Test
  void textAndJsonTellTheSame() {
    assertEquals(0, run(EXAMPLE.toString(), "--greeks"), err.toString());
    String text = out.toString();
    out.getBuffer().setLength(0);
    assertEquals(0, run(EXAMPLE.toString(), "--greeks", "--json"));
    JsonNode json = JsonMapper.shared().readTree(out.toString());

    for (String name : List.of("cash", "equity", "reserve", "initial", "maintenance", "free")) {
      assertTrue(text.contains(" " + plain(json.at("/account/" + name))), name);
    }
    for (String name : List.of("delta", "gamma", "vega", "thetaPerDay", "rho")) {
      JsonNode greek = json.at("/instruments/1/greeks/" + name);
      assertTrue(text.contains(" " + plain(greek)), name + " " + greek);
    }
    json.at("/underlyings/0/worstProfits")
        .forEach(profit -> assertTrue(text.contains(" " + plain(profit) + "\n"), text));
    assertTrue(text.contains("gate\n"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {Cards.VERILATED, Cards.LOCKSTEP})
  void everyCardAnswersTheSame(String card) {
    assertEquals(0, run(EXAMPLE.toString(), "--json"), err.toString());
    String model = out.toString();
    out.getBuffer().setLength(0);
    assertEquals(0, run(EXAMPLE.toString(), "--json", "--card", card), err.toString());
    assertEquals(model.replace("\"model\"", '"' + card + '"'), out.toString());
  }

  @Test
  void theSchemaIsPrinted() {
    assertEquals(0, run("--schema"));
    assertEquals(
        "https://json-schema.org/draft/2020-12/schema",
        JsonMapper.shared().readTree(out.toString()).get("$schema").stringValue());
  }

  @Test
  void wrongUseIsTold() {
    assertEquals(2, run());
    assertTrue(err.toString().contains("which file?"), err.toString());
    assertEquals(2, run(folder.resolve("none.json").toString()));
    assertTrue(err.toString().contains("cannot read"), err.toString());
    assertEquals(0, run("--help"));
    assertTrue(out.toString().contains("--greeks"), out.toString());
  }

  @Test
  void thePageShowsTheExampleAsItIs() throws IOException {
    Path docs = EXAMPLE.resolveSibling("..");
    String example = Files.readString(docs.resolve("examples/margin-quotes.json"));
    String page = Files.readString(docs.resolve("margin-file.md"));
    assertTrue(page.contains("```json\n" + example + "```\n"), "docs/margin-file.md");
  }

  private static String plain(JsonNode number) {
    return new BigDecimal(number.asString()).toPlainString();
  }

  private int run(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    String[] words = new String[arguments.length + 1];
    words[0] = "margin";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return commandLine.execute(words);
  }
}
