package io.lockstep.host.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns with fractions, read and written. */
class DecimalColumnsTest {
  @ParameterizedTest
  @CsvSource({"0,0", "-1.5,-1.5", "+2.,2", ".25,0.25", "1e3,1000", "1.5E-2,0.015"})
  void decimalsAreReadAsTheNearestDouble(String text, double value) throws IOException {
    assertEquals(value, line(text).decimal(0));
    assertEquals(value, line(text).quotient(0));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "0x10", "1f", "1d", "1_000", "1e", "--1", ".", "one", "1/2"})
  void whatIsNoDecimalIsRefused(String text) throws IOException {
    CsvLines line = line(text);
    String said = assertThrows(LineException.class, () -> line.decimal(0)).getMessage();
    assertEquals("line 1, column 1 (first): '" + text + "' is not a number", said);
  }

  @Test
  void quotientsAreReadAndThoseByNothingRefused() throws IOException {
    assertEquals(-1 / 3.0, line("-1/3").quotient(0));
    assertEquals(18 / 66.0, line("18/66").quotient(0));
    CsvLines line = line("1/0");
    assertThrows(LineException.class, () -> line.quotient(0));
    CsvLines twice = line("1/2/3");
    assertThrows(LineException.class, () -> twice.quotient(0));
  }

  @Test
  void boundsAreToldAsTheyAre() throws IOException {
    CsvLines line = line("7");
    assertEquals(7, line.between(0, 7, 0, 7));
    assertTold("'7' is not from -0.5 to 1000000", line, -0.5, 1e6, -1);
    assertTold("'7' is not more than 0, up to 1", line, Double.MIN_VALUE, 1, 0);
    assertTold("'7' is not from 0 to 1", line, 0, 1, Double.NaN);
  }

  private static void assertTold(String told, CsvLines line, double min, double max, double value) {
    String said =
        assertThrows(LineException.class, () -> line.between(0, value, min, max)).getMessage();
    assertEquals("line 1, column 1 (first): " + told, said);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-0.0,0",
    "1200,1200",
    "1e17,100000000000000000",
    "1e18,1E+18",
    "0.1,0.1",
    "123456.7890125,123456.789012",
    "123456.7890135,123456.789014",
    "2.5e-7,2.5E-7",
    "-1e300,-1E+300",
    "NaN,",
    "Infinity,"
  })
  void decimalsAreWrittenWithTwelveDigits(double value, String text) {
    assertEquals(text == null ? "" : text, written(value));
  }

  @Property
  void whatIsWrittenIsWhatItWasToTwelveDigits(@ForAll double value) {
    double read = Double.parseDouble(written(value));
    assertTrue(StrictMath.abs(read - value) <= 5.001e-12 * StrictMath.abs(value));
  }

  private static String written(double value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CsvOutput out = new CsvOutput(bytes);
    out.decimal(value).endLine();
    out.flush();
    return bytes.toString(StandardCharsets.US_ASCII).strip();
  }

  private static CsvLines line(String text) throws IOException {
    CsvLines lines =
        new CsvLines(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)),
            List.of("first", "second"),
            () -> {});
    assertTrue(lines.next());
    return lines;
  }
}
