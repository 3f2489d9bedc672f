package io.lockstep.host.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.margin.ContingencyRule;
import io.lockstep.schema.client.ContractKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a venue file says of margin, and what is wrong with one: the example of docs/margin.md. */
class MarginSectionTest {
  private static final Path PAGE =
      Path.of(System.getProperty("lockstep.root"), "docs", "margin.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private String example;

  @BeforeEach
  void read() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    assertTrue(block.find());
    example = block.group(1);
  }

  private static Venue venue(String text) {
    return VenueFile.read(new StringReader(text), "venue.yaml");
  }

  @Test
  void theExampleIsAVenueWithMargin() {
    MarginTerms margin = venue(example).margin();
    assertTrue(margin.isMargined());
    assertEquals(320, margin.groups().get(0).initialFactor());
    assertEquals(2, margin.contracts().size());
    assertEquals(ContractKind.CALL, margin.contracts().get(1).kind());
    assertEquals(62_000, margin.contracts().get(1).strike());
    assertEquals(1_798_185_600_000_000_000L, margin.contracts().get(0).expiryNs());
    assertEquals(2, margin.feeRows().size());
    assertEquals(384, margin.rules().scanRanges().get(0).memoryHours());
    assertEquals(100_000, margin.rules().scanRanges().get(0).rangeMin());
    assertEquals(
        List.of(-300_000, -100_000, 0, 100_000, 300_000),
        margin.rules().surfaces().get(0).logMoneyness());
    assertEquals(30_000_000_000L, margin.rules().surfaces().get(0).staleNs());
    assertEquals(
        new ContingencyRule(0, 5_000, 30_000, 50_000), margin.rules().contingencies().get(0));
    assertEquals(1, venue(example).accounts().get(1).feeTier());
  }

  @Test
  void aVenueWithoutRiskGroupsHasNone() {
    assertEquals(MarginTerms.NONE, Venue.sample().margin());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "span16 | span17 | scenarios must be one of [grid31, span16, tims10], not span17",
        "maintenanceFactor: 256 | maintenanceFactor: 321 |"
            + " maintenanceFactor must not be above initialFactor",
        "initialFactor: 320 | initialFactor: 513 | initialFactor must be an integer from 1 to 512",
        "kind: future | kind: swap | kind must be one of",
        "kind: future | kind: perpetual | this kind of contract has no key 'expiry'",
        "strike: 62000 | haircut: 0 | this kind of contract lacks key 'strike'",
        "underlying: 0           # an | underlying: 1 # an |"
            + " underlying must be a future or perpetual of its group",
        "group: 0 | group: 1 | group 1 is not a risk group",
        "sizeBounds: [1000, 5000, 20000] | sizeBounds: [1000, 500, 20000] | sizeBounds must rise",
        "sizeBounds: [1000, 5000, 20000] | sizeBounds: [1, 2] | must be a list of 3 integers",
        "worstFee: 12000 | worstFee: 10000 | at maxPrice a rate of this tier is above worstFee",
        "positionLimit: 100000 | positionLimit: 100000000 |"
            + " positionLimit times (multiplier * maxPrice + worstFee) must be below 2^49",
        "tier: 1 | tier: 0 | tier is used above",
        "tier: 1 | tier: 8 | tier must be an integer from 0 to 7",
        "2026-12-25T08:00:00Z | Christmas | expiry must be a time such as 2026-12-25T08:00:00Z",
        "underlying: 0 | underlying: 1 |"
            + " risk group 0: underlying must be an instrument with marks",
        "sample: 1min | sample: 0s | sample must be more than 0",
        "floorMemoryDays: 365 | floorMemoryDays: 15 | must be an integer from 16 to 10000",
        "rangeMax: 500_000 | rangeMax: 99_999 | must be an integer from 100000 to 1000000",
        "stepDown: 20_000 | stepUp: 20_000 | realised has key 'stepUp' twice",
        "[-300_000, -100_000, 0 | [-300_000, -300_000, 0 | logMoneyness must rise",
        "[-300_000, -100_000, 0 | [1, 2, 3, 4, 5, 6, 7 | must be a list of 1 to 8 integers",
        "volatilityMax: 4_000_000 | volatilityMax: 1 | must be an integer from 50000 to 10000000",
        "widenMax: 500_000 | widenMax: 99_999 | must be an integer from 100000 to 10000000",
        "tilt: 50_000 | skew: 50_000 | contingencies has unknown key 'skew'",
        "feeTier: 1 | feeTier: 8 | feeTier must be an integer from 0 to 7"
      })
  void aMistakeIsNamedWithItsLine(String right, String wrong, String reason) {
    String text = example.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
    String message = assertThrows(VenueException.class, () -> venue(text)).getMessage();
    assertTrue(message.contains(reason), message);
    assertTrue(message.matches("(?s)venue.yaml:[0-9]+: .*"), message);
  }

  @Test
  void everyInstrumentOfAVenueWithMarginHasIt() {
    String text = example.replaceFirst("(?s)    margin:.*?(?=  - id: 1\\n)", "");
    String message = assertThrows(VenueException.class, () -> venue(text)).getMessage();
    assertTrue(message.contains("instrument 0 lacks margin"), message);
  }
}
