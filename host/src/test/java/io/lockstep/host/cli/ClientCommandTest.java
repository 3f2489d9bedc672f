package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client command against an appliance in another process. Each test trades in an instrument of
 * its own, or leaves the book as it was.
 */
class ClientCommandTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("\\$ printf '(.*)' \\| ./lockstep client --top\\n((?:.+\\n)*?)```");

  private static ApplianceProcess appliance;

  @BeforeAll
  static void startTheAppliance(@TempDir Path folder) throws Exception {
    appliance = new ApplianceProcess(folder);
  }

  @AfterAll
  static void endTheAppliance() {
    appliance.close();
  }

  @Test
  void answersACsvOfEveryKindOfRequestAndEndsByItself() throws Exception {
    CommandRun run =
        appliance.client(
            """
            action,instrument,quantity,price,time_in_force,account,order,flags,self_trade,to_price
            # two meet, the rest of one is cancelled
            buy,1,10,250000
            sell,1,4,249975,ioc,3
            sell,1,1,,,3
            buy,1,1,250001
            replace,1,9,250025,,,1,post-only
            replace,1,5,250025,,,1
            cancel-all,1,,,,,,session
            cancel,,,,,,1
            cancel,,,,,,#12345
            """,
            "--top");

    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().map(ClientCommandTest::plain).toList();
    assertTrue(lines.get(0).startsWith("logged on as participant 1, session "), run.out());
    assertEquals(
        List.of(
            "accepted 1 buy 10 of 1 at 250000",
            "top of 1 bid 250000 x 10, ask none",
            "accepted 2 sell 4 of 1 at 249975",
            "trade 2 sell 4 of 1 at 250000, 0 open, taker",
            "trade 1 buy 4 of 1 at 250000, 6 open, maker",
            "top of 1 bid 250000 x 6, ask none",
            "accepted 3 sell 1 of 1 at market",
            "trade 3 sell 1 of 1 at 250000, 0 open, taker",
            "trade 1 buy 1 of 1 at 250000, 5 open, maker",
            "top of 1 bid 250000 x 5, ask none",
            "rejected 4 PRICE_OFF_TICK",
            "replaced 5 buy 9 of 1 at 250025, 4 open, place lost",
            "top of 1 bid 250025 x 4, ask none",
            "cancelled 6 buy 4 of 1 at 250025",
            "top of 1 bid none, ask none",
            "done 7 0 cancelled",
            "cancel rejected 8 UNKNOWN_ORDER",
            "cancel rejected 9 UNKNOWN_ORDER"),
        lines.subList(1, lines.size()));
    assertTrue(run.out().contains("cancel rejected  9 (#12345)"), run.out());
    String session = lines.get(0).replaceAll(".* ", "");
    appliance.awaitOutput("session " + session + " opened: participant 1, alice");
    appliance.awaitOutput("session " + session + " closed: participant 1, alice, LOGGED_OUT");
  }

  @Test
  void printsWhatThePageShows() throws IOException {
    Path page = Path.of(System.getProperty("lockstep.root"), "docs", "commands.md");
    Matcher example = EXAMPLE.matcher(Files.readString(page));
    assertTrue(example.find(), "no example in " + page);

    appliance.client("cancel-all\n"); // whatever other tests left
    CommandRun run = appliance.client(example.group(1).replace("\\n", "\n"), "--top");

    assertEquals(0, run.status(), run.err());
    assertEquals(withoutNumbers(example.group(2)), withoutNumbers(run.out()));
  }

  /** Without what the sessions before decide: the number of this one, and the order ids. */
  private static String withoutNumbers(String output) {
    return output.replaceAll("session [0-9]+", "session").replaceAll("\\(#[0-9]+\\) *", "(#) ");
  }

  @Test
  void anOperatorHaltsAndResumesAndCancelsForEverybody() {
    CommandRun run =
        appliance.client(
            """
            halt,0
            resume,0
            band,0,,60200,,,,,,63800
            window,0,,60050
            cancel-all,0,,,,,,everything
            """,
            "--participant",
            "9");

    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().map(ClientCommandTest::plain).skip(1).toList();
    assertEquals(
        List.of(
            "status of 0 halted, trades from 60100 to 63900",
            "done 1",
            "status of 0 continuous, trades from 60100 to 63900",
            "done 2",
            "status of 0 continuous, trades from 60200 to 63800",
            "done 3",
            "status of 0 continuous, trades from 60200 to 63800",
            "done 4",
            "done 5 0 cancelled"),
        lines);
  }

  @Test
  void nobodyElseMayHalt() {
    CommandRun run = appliance.client("halt,0\n");

    assertTrue(plain(run.out()).contains("refused 1 OPERATORS_ONLY"), run.out());
  }

  @Test
  void cancelsByTheVenuesOrderId() {
    CommandRun entered = appliance.client("buy,0,3,61000\n");
    String order = entered.out().replaceAll("(?s).*\\((#[0-9]+)\\).*", "$1");

    CommandRun run = appliance.client("cancel,,,,,," + order + "\n");

    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("(" + order + ")"), run.out());
    assertTrue(run.out().contains("buy 3 of 0 at 61000"), run.out());
  }

  @Test
  void answersMoreRequestsThanMayWaitForAnAnswer() {
    int orders = 1_000;

    CommandRun run = appliance.client("buy,2,1,0\n".repeat(orders), "--participant", "2");

    assertEquals(0, run.status(), run.err());
    assertEquals(orders, run.out().lines().filter(line -> line.startsWith("accepted")).count());
  }

  @Test
  void goesOnWithASessionAndHearsWhatItMissed() {
    CommandRun first = appliance.client("buy,1,7,240000\n");
    String session = plain(first.out().lines().findFirst().orElseThrow()).replaceAll(".* ", "");

    CommandRun second =
        appliance.client(
            "cancel,,,,,,1\n", "--resume", session, "--first-id", "100", "--after", "0");

    assertEquals(0, second.status(), second.err());
    List<String> lines = second.out().lines().map(ClientCommandTest::plain).toList();
    assertEquals("logged on as participant 1, session " + session, lines.get(0));
    assertEquals("accepted 1 buy 7 of 1 at 240000", lines.get(1), "is told again");
    assertEquals("cancelled 100 buy 7 of 1 at 240000", lines.get(lines.size() - 1));
  }

  @Test
  void ordersEndWithTheSessionIfItAsks() {
    CommandRun first = appliance.client("buy,1,7,240000\n", "--cancel-on-disconnect");
    String session = plain(first.out().lines().findFirst().orElseThrow()).replaceAll(".* ", "");

    CommandRun second = appliance.client("", "--resume", session, "--first-id", "100");

    assertTrue(
        plain(second.out()).contains("cancelled 1 buy 7 of 1 at 240000, disconnect"), second.out());
  }

  @Test
  void aSessionThatNeverWasIsNotResumed() {
    CommandRun run = appliance.client("", "--resume", "1000000");

    assertEquals(1, run.status());
    assertTrue(run.err().contains("SESSION_UNKNOWN"), run.err());
  }

  @Test
  void aRefusedLogonEndsWithOne() {
    CommandRun run = appliance.client("buy,1,1,250000\n", "--key", "not-the-key");

    assertEquals(1, run.status());
    assertTrue(run.err().contains("logon refused: WRONG_KEY"), run.err());
  }

  @Test
  void aParticipantOfAnotherVenueNeedsAKey() {
    CommandRun run = appliance.client("", "--participant", "77");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("no participant 77: give --key"), run.err());
  }

  @Test
  void aLineThatIsWrongIsNamedAndEndsWithTwo() {
    CommandRun run = appliance.client("sell,2,1,500\nsell,two,1,500\nsell,2,1,500\n");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("line 2: instrument: 'two' is no whole number"), run.err());
    assertEquals(1, run.out().lines().filter(line -> line.startsWith("accepted")).count());
  }

  /** Single blanks, and no order ids of the venue, which depend on what came before. */
  private static String plain(String line) {
    return line.replaceAll(" \\(#[0-9]+\\)", "").replaceAll(" +", " ");
  }
}
