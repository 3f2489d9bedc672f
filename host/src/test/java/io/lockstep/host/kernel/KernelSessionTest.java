package io.lockstep.host.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.host.Cards;
import io.lockstep.host.csv.LineException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines of commands give, and what is said of wrong ones. */
class KernelSessionTest {
  private static final List<InstrumentDefinition> INSTRUMENTS =
      List.of(
          new InstrumentDefinition(0, 0, 50, 150, 4000, 1000),
          new InstrumentDefinition(3, -2048, -100, 100, 2048, 1000));

  @Test
  void tellsTakerMakerPriceAndQuantityOfATradeAndTheTopOfBook() {
    assertEvents(
        "1,accepted,1,,0,7,,,5",
        "1,top,,,0,,,,,,,0,101,5",
        "2,accepted,18446744073709551615,,0,9,,,7",
        "2,trade,18446744073709551615,1,0,,buy,101,5",
        "2,top,,,0,,,,,,102,2,,0",
        run("new,1,0,7,sell,101,5", "new,18446744073709551615,0,9,buy,102,7"));
  }

  @Test
  void anOrderThatEndedGivesItsIdBack() {
    assertEvents(
        "1,accepted,1,,0,7,,,5",
        "1,top,,,0,,,,,,,0,101,5",
        "2,cancelled,1,,0,7,,,5,requested",
        "2,top,,,0,,,,,,,0,,0",
        "3,rejected,1,,,0,,,,unknown_order",
        "4,accepted,1,,0,7,,,6",
        "4,top,,,0,,,,,,,0,102,6",
        run("new,1,0,7,sell,101,5", "cancel,1", "cancel,1", "new,1,0,7,sell,102,6"));
  }

  @Test
  void aReplaceTellsWhetherTheOrderKeptItsPlace() {
    List<String> events =
        run(
            "new,1,0,7,sell,101,5",
            "replace,1,,,,101,3",
            "replace,1,,,,101,4",
            "replace,1,,,,99,0");

    assertTrue(events.contains("2,replaced,1,,0,7,,101,3,kept"), events.toString());
    assertTrue(events.contains("3,replaced,1,,0,7,,101,4,lost"), events.toString());
    assertTrue(events.contains("4,cancelled,1,,0,7,,,4,requested"), events.toString());
  }

  @Test
  void aMarketOrderWithoutPriceReachesToTheEndOfTheBandAsItIsNow() {
    List<String> events =
        run(
            "new,1,0,7,sell,140,5",
            "set_band,,0,,,,,,,,,,,,50,130",
            "new,2,0,9,buy,,5,market",
            "set_band,,0,,,,,,,,,,,,50,145",
            "new,3,0,9,buy,,5,market");

    assertTrue(events.contains("3,cancelled,2,,0,9,,,5,immediate_or_cancel"), events.toString());
    assertTrue(events.contains("5,trade,3,1,0,,buy,140,5"), events.toString());
  }

  @Test
  void typesFlagsAndSelfTradeModesReachTheCard() {
    List<String> events =
        run(
            "set_account,,,7,,,,,,,,,,5",
            "set_account,,,8,,,,,,,,,,5",
            "new,1,0,7,sell,101,5,limit,gtc,both",
            "new,2,0,8,buy,101,5,limit,gtc,resting,post_only",
            "new,3,0,8,buy,101,5,limit,fok,resting",
            "new,4,0,8,buy,101,5,limit,ioc,resting",
            "new,5,0,8,buy,101,5,limit,ioc,,reduce_only",
            "new,6,0,8,buy,9000,5,,,,parked");

    assertTrue(events.contains("1,done,,,,,,,0"), events.toString());
    assertTrue(events.contains("4,rejected,2,,,8,,,,would_cross"), events.toString());
    assertTrue(events.contains("5,rejected,3,,,8,,,,unfillable"), events.toString());
    assertTrue(events.contains("6,cancelled,1,,0,7,,,5,self_trade"), events.toString());
    assertTrue(events.contains("7,rejected,5,,,8,,,,nothing_to_reduce"), events.toString());
    assertTrue(events.contains("8,rejected,6,,,8,,,,price_beyond_limit"), events.toString());
  }

  @Test
  void anAuctionsOrdersAreParkedCrossedAndUnparked() {
    assertEvents(
        "1,accepted,8,,3,7,,,2",
        "2,accepted,9,,3,8,,,3",
        "3,trade,8,9,3,,buy,-4,2",
        "4,done,,,,,,,0",
        "4,top,,,3,,,,,,,0,-5,1",
        "5,done,,,,,,,0",
        "5,top,,,3,,,,,,,0,,0",
        run(
            "new,8,3,7,buy,-3,2,,,,parked",
            "new,9,3,8,sell,-5,3,,,,parked",
            "cross,8,,,,-4,2,,,,,,9",
            "unpark,9",
            "park,9"));
  }

  @Test
  void aMassCancelFitsWhatIsGiven() {
    List<String> events =
        run(
            "new,1,0,7,sell,101,5,,,,,4",
            "new,2,3,7,sell,10,6,,,,,4",
            "new,3,3,7,sell,11,7,,,,,9",
            "mass_cancel,,3,7,,,,,,,,4",
            "mass_cancel");

    assertTrue(events.contains("4,cancelled,2,,3,7,,,6,mass_cancel"), events.toString());
    assertTrue(events.contains("4,done,,,,,,,1"), events.toString());
    assertTrue(events.contains("5,done,,,,,,,2"), events.toString());
  }

  @Test
  void anAuditTellsInstrumentsOrdersPositionsAndAccounts() {
    assertEvents(
        "1,accepted,1,,3,7,,,5",
        "1,top,,,3,,,,,,-9,5,,0",
        "2,instrument,,,0,,,4000,1000,,,,,,,0,,,50,150,0",
        "2,instrument,,,3,,,2048,1000,,,,,,,1,,,-100,100,-2048",
        "2,order,1,,3,7,buy,-9,5,resting,,,,,0,0,6,0",
        "2,position,,,3,7,,,0,,,5,,0",
        "2,account,,,,7,,,,,,,,,,,,0",
        "2,done,,,,,,,5",
        "3,account,,,,7,,,,,,,,,,,,0",
        "3,done,,,,,,,1",
        "4,done,,,,,,,0",
        run("new,1,3,7,buy,-9,5,,,,,6", "audit", "audit,,,,,,,,,,accounts", "barrier"));
  }

  @Test
  void whatTheCardDoesNotKnowIsItsAnswerAndNoFault() {
    List<String> events =
        run(
            "new,1,1,7,sell,101,5",
            "new,2,0,99999999,sell,101,5",
            "new,3,0,7,sell,101,0",
            "cancel,1,,7",
            "set_window,,1,,,,,,,,,,,,0");

    assertEvents(
        "1,rejected,1,,,7,,,,unknown_instrument",
        "2,rejected,2,,,99999999,,,,unknown_account",
        "3,rejected,3,,,7,,,,quantity_zero",
        "4,rejected,1,,,7,,,,unknown_order",
        "5,rejected,,,,,,,,unknown_instrument",
        events);
  }

  @Test
  void emptyLinesCommentsHeaderCarriageReturnsAndAMissingLastEndDoNoHarm() throws IOException {
    String text =
        String.join(",", CommandLine.COLUMNS) + "\r\n\n# new\nnew,1,0,7,sell,101,5\r\ncancel,1";

    assertEquals(
        "4,accepted,1,,0,7,,,5\n4,top,,,0,,,,,,,0,101,5\n"
            + "5,cancelled,1,,0,7,,,5,requested\n5,top,,,0,,,,,,,0,,0\n",
        body(events(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))));
  }

  /** Chunks end anywhere, and a run is longer than the buffers. */
  @Test
  void theResultDoesNotDependOnHowTheInputComes() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 4_000; i++) {
      text.append("new,").append(i).append(",0,7,sell,").append(100 + i % 40).append(",5\n");
      text.append("cancel,").append(i).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    InputStream drops =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] to, int at, int length) {
            return super.read(to, at, Math.min(length, 7));
          }
        };

    String expected = events(new ByteArrayInputStream(bytes));

    assertEquals(expected, events(drops));
    assertEquals(1 + 4 * 4_000, expected.lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dance                    | line 2, column 1 (command): unknown word 'dance'; there are new,",
        "new,1,0,7,bid,3,3        | line 2, column 5 (side): unknown word 'bid'; there are buy, sell",
        "new,1,0,7,buy,x,3        | line 2, column 6 (price): 'x' is not a number",
        "new,1,0,7,buy,-,3        | line 2, column 6 (price): '-' is not a number",
        "new,1,0,7,buy,-2147483648,3 | line 2, column 6 (price): '-2147483648' is not from",
        "new,1,0,7,buy,3,4294967295  | column 7 (quantity): '4294967295' is not from 0 to",
        "new,18446744073709551616,0 | column 2 (id): '18446744073709551616' is too large",
        "new,1,0                  | line 2, column 4 (account): is missing",
        "new,100,0,7,buy,3,3      | line 2, column 2 (id): order 100 is live already",
        "new,1,0,7,buy,3,3,,,,a   | column 11 (flags): unknown word 'a'; there are post_only,",
        "cancel,1,,,buy           | line 2, column 5 (side): not a column of cancel",
        "barrier,,,,,,,,,,,,,,,,, | line 2, column 16 (high): more than 16 columns"
      })
  void aWrongLineIsToldWithItsPlaceAfterTheEventsBeforeIt(String wrong, String told) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String text = "new,100,0,7,sell,101,5\n" + wrong + "\n";
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));

    String said = assertThrows(LineException.class, () -> run(in, out, INSTRUMENTS)).getMessage();

    assertTrue(said.contains(told), said);
    assertTrue(out.toString(StandardCharsets.US_ASCII).contains("1,accepted,100,"), out.toString());
  }

  @Test
  void aLineWithoutEndIsRefused() {
    InputStream in = new ByteArrayInputStream(new byte[100_000]);

    String said =
        assertThrows(LineException.class, () -> run(in, new ByteArrayOutputStream(), INSTRUMENTS))
            .getMessage();

    assertTrue(said.contains("longer than 65536 bytes"), said);
  }

  @Test
  void anInstrumentThatTheCardRefusesIsNamed() {
    List<InstrumentDefinition> wrong = List.of(new InstrumentDefinition(2, 0, 50, 40, 4000, 1000));

    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> run(InputStream.nullInputStream(), new ByteArrayOutputStream(), wrong))
            .getMessage();

    assertEquals("instrument 2: the card refuses it: BAND_OUTSIDE_WINDOW", said);
  }

  private static void assertEvents(Object... linesThenEvents) {
    int last = linesThenEvents.length - 1;
    assertEquals(List.of(linesThenEvents).subList(0, last), linesThenEvents[last]);
  }

  private static List<String> run(String... lines) {
    try {
      byte[] text = String.join("\n", lines).getBytes(StandardCharsets.US_ASCII);
      return new ArrayList<>(body(events(new ByteArrayInputStream(text))).lines().toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All but the header. */
  private static String body(String events) {
    return events.substring(events.indexOf('\n') + 1);
  }

  private static String events(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(in, out, INSTRUMENTS);
    return out.toString(StandardCharsets.US_ASCII);
  }

  private static void run(
      InputStream in, ByteArrayOutputStream out, List<InstrumentDefinition> instruments)
      throws IOException {
    try (Card card = Cards.open(Cards.MODEL)) {
      new KernelSession(card, instruments, in, out).run();
    }
  }
}
