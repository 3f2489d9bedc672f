package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recorded NASDAQ day against its own book, and the errors of the format. */
class LobsterReplayCommandTest {
  private static final String GOOG = "LOBSTER_SampleFile_GOOG_2012-06-21_10.zip";

  @ParameterizedTest
  @ValueSource(strings = {"model", "verilated"})
  void theCardsBookIsTheRecordedOneButForAnOrderThatTheExchangeFilledOutOfTurn(String card) {
    MarketData.lobsterFile(GOOG);

    CommandRun run = CommandRun.of("replay", "--format=lobster", "--zip=" + GOOG, "--card=" + card);

    assertEquals(1, run.status(), run.err() + run.out());
    assertShows(run, "rows           147,916 compared");
    assertShows(run, "with loads     44,451\n");
    assertShows(run, "equal          147,703\n");
    assertShows(run, "differ         213\n");
    assertShows(run, "audits         15, all as the events told\n");
    assertShows(
        run,
        "  69773 to 69985, 213 rows\n"
            + "    ask 571.12: card 100, row 0\n"
            + "    because message 69772 executes order 149725949 (100);");
  }

  @Test
  void asManyRowsAsMayDifferAreNoFailure() {
    MarketData.lobsterFile(GOOG);

    CommandRun run =
        CommandRun.of(
            "replay", "--format=lobster", "--zip=" + GOOG, "--card=model", "--differ-max=213");

    assertEquals(0, run.status(), run.err());
  }

  @Test
  void refusesOptionsOfTheOtherFormat() {
    assertWrongUse("not --inbound", CommandRun.of("replay", "--format=lobster", "--day=601825"));
    assertWrongUse("Give --zip", CommandRun.of("replay", "--format=lobster"));
    assertWrongUse("--zip is for", CommandRun.of("replay", "--zip=x.zip"));
    assertWrongUse(
        "no such file", CommandRun.of("replay", "--format=lobster", "--zip=/nowhere/x.zip"));
  }

  private static void assertShows(CommandRun run, String text) {
    assertTrue(run.out().contains(text), run.out());
  }

  private static void assertWrongUse(String told, CommandRun run) {
    assertEquals(2, run.status(), run.out());
    assertTrue(run.err().contains(told), run.err());
  }
}
