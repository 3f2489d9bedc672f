package io.lockstep.host.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.csv.LineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sets that come with the appliance, and what is refused of a file. */
class ScenarioSetTest {
  private static final String TENOR = "tenor,,,,,30,1,0.30,0.13\n";

  @Test
  void span16HasSevenMovesWithVolatilityUpAndDownAndTwoExtremes() {
    List<Scenario> all = scenarios("span16");

    assertEquals(16, all.size());
    double[] moves = {0, 1 / 3.0, -1 / 3.0, 2 / 3.0, -2 / 3.0, 1, -1};
    for (int i = 0; i < 14; i++) {
      assertEquals(new Scenario(moves[i / 2], true, i % 2 == 0 ? 0.25 : -0.25, 1), all.get(i));
    }
    assertEquals(new Scenario(2, true, 0, 0.35), all.get(14));
    assertEquals(new Scenario(-2, true, 0, 0.35), all.get(15));
  }

  @Test
  void grid31HasARegularGridAndDampenedTails() {
    List<Scenario> all = scenarios("grid31");

    assertEquals(31, all.size());
    List<Scenario> regular = all.subList(0, 23);
    assertTrue(regular.stream().allMatch(one -> one.fraction() == 1 && !one.inRanges()));
    assertEquals(0.18, regular.stream().mapToDouble(Scenario::spotMove).max().orElseThrow());
    assertEquals(-0.18, regular.stream().mapToDouble(Scenario::spotMove).min().orElseThrow());
    for (double volatility : new double[] {0.4, 0, -0.22}) {
      double[] moves =
          regular.stream()
              .filter(one -> one.volatilityMove() == volatility)
              .mapToDouble(Scenario::spotMove)
              .filter(move -> StrictMath.abs(move) < 0.18)
              .toArray();
      assertEquals(List.of(0.0, 0.05, -0.05, 0.1, -0.1, 0.15, -0.15), boxed(moves));
    }
    List<Scenario> tails = all.subList(23, 31);
    assertEquals(
        List.of(-0.66, -0.33, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0),
        boxed(tails.stream().mapToDouble(Scenario::spotMove).toArray()));
    for (Scenario tail : tails) {
      assertEquals(0.18, StrictMath.abs(tail.spotMove()) * tail.fraction(), 1e-15);
      assertEquals(0.4, tail.volatilityMove());
    }
  }

  @Test
  void tims10HasTenEquidistantMovesAndNoneOfVolatility() {
    List<Scenario> all = scenarios("tims10");

    assertEquals(10, all.size());
    double[] moves = all.stream().mapToDouble(Scenario::spotMove).toArray();
    assertEquals(List.of(-1.0, -0.8, -0.6, -0.4, -0.2, 0.2, 0.4, 0.6, 0.8, 1.0), boxed(moves));
    assertTrue(all.stream().allMatch(one -> one.inRanges() && one.volatilityMove() == 0));
  }

  @Test
  void shortTenorsMoveFurtherAndLongOnesLessFar() {
    ScenarioSet set = ScenarioSet.named("grid31");

    assertEquals(1, set.volatilityScale(30 / 365.0), 1e-12);
    assertEquals(StrictMath.pow(2, 0.3), set.volatilityScale(15 / 365.0), 1e-12);
    assertEquals(StrictMath.pow(0.5, 0.13), set.volatilityScale(60 / 365.0), 1e-12);
    assertEquals(StrictMath.pow(30, 0.3), set.volatilityScale(1 / 365.0), 1e-12);
    assertEquals(StrictMath.pow(30, 0.3), set.volatilityScale(0), 1e-12);
    assertEquals(1, ScenarioSet.named("tims10").volatilityScale(3));
  }

  @Test
  void isReadWithCommentsHeaderAndQuotients() throws IOException {
    ScenarioSet set =
        read(
            String.join(",", ScenarioFile.COLUMNS)
                + "\n# a comment\n\n"
                + TENOR
                + "scenario,-2/3,,40,18/66\r\n"
                + "scenario,,-1e1,+.5,1");

    assertEquals(2, set.size());
    assertEquals(new Scenario(-2 / 3.0, true, 0.4, 18 / 66.0), set.scenario(0));
    assertEquals(new Scenario(-0.1, false, 0.005, 1), set.scenario(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shock,1,,0,1              | line 2, column 1 (kind): unknown word 'shock'",
        "scenario,,,0,1            | line 2, column 2 (spot_ranges): either",
        "scenario,1,5,0,1          | line 2, column 2 (spot_ranges): either",
        "scenario,one,,0,1         | line 2, column 2 (spot_ranges): 'one' is not a number",
        "scenario,1/0,,0,1         | '1/0' is divided by 0",
        "scenario,1/,,0,1          | '1/' is not a number",
        "scenario,11,,0,1          | '11' is not from -10 to 10",
        "scenario,,-101,0,1        | column 3 (spot_percent): '-101' is not from -100 to 10000",
        "scenario,1,,,1            | column 4 (volatility_percent): is missing",
        "scenario,1,,-37,1         | column 4 (volatility_percent): leaves no volatility",
        "scenario,1,,0,0           | column 5 (fraction): '0' is not more than 0, up to 1",
        "scenario,1,,0,1.01        | column 5 (fraction): '1.01' is not more",
        "scenario,1,,0,1,30        | column 6 (reference_days): is of a line tenor",
        "scenario,1,,0,1,,,,,      | more than 9 columns",
        "tenor,,,,,30,1,0.30,0.13  | line 2, column 1 (kind): one line tenor",
        "tenor,1,,,,30,1,0.30,0.13 | column 2 (spot_ranges): is of a line scenario",
        "scenario,1,,NaN,1         | 'NaN' is not a number",
        "scenario,1,,1e999,1       | '1e999' is too large",
        "# nothing                 | the set has no scenario"
      })
  void aWrongLineIsRefusedWithColumnAndReason(String line, String told) {
    String said = assertThrows(LineException.class, () -> read(TENOR + line + "\n")).getMessage();
    assertTrue(said.contains(told), said);
  }

  @Test
  void aWrongTenorAndTooManyScenariosAreRefused() {
    assertRefused("column 7 (floor_days): '31' is not", "tenor,,,,,30,31,0.3,0.1\n");
    assertRefused("column 8 (power_below): '1.5' is not", "tenor,,,,,30,1,1.5,0.1\n");
    assertRefused("column 9 (power_above): is missing", "tenor,,,,,30,1,0.3\n");
    assertRefused("one line tenor may stand, before", "scenario,1,,0,1\n" + TENOR);
    assertRefused("line 33, column 1 (kind): more than 32", "scenario,1,,0,1\n".repeat(33));
  }

  @Test
  void anUnknownNameIsToldTheNamesThatThereAre() {
    String said =
        assertThrows(IllegalArgumentException.class, () -> ScenarioSet.named("span")).getMessage();
    assertEquals("no scenario set 'span'; there are span16, grid31, tims10", said);
  }

  private static void assertRefused(String told, String text) {
    String said = assertThrows(LineException.class, () -> read(text)).getMessage();
    assertTrue(said.contains(told), said);
  }

  private static ScenarioSet read(String text) throws IOException {
    return ScenarioSet.read(
        "test", new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static List<Scenario> scenarios(String name) {
    ScenarioSet set = ScenarioSet.named(name);
    assertEquals(name, set.name());
    return IntStream.range(0, set.size()).mapToObj(set::scenario).toList();
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
