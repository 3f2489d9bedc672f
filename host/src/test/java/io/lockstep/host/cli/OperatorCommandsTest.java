package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator can do to an appliance in another process, and what it says of it. */
class OperatorCommandsTest {
  private static final Path DOCS = Path.of(System.getProperty("lockstep.root"), "docs");
  private static final Pattern BLOCK =
      Pattern.compile("^```console\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("\\$ \\./lockstep ((?:halt|resume|kill|snapshot|card|stat)\\b.*)");

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
  void aHaltedInstrumentTakesNoOrdersUntilItIsResumed() {
    assertDone("instrument 0 is halted", "halt", "0");
    assertTrue(appliance.client("buy,0,1,61000\n").out().contains("INSTRUMENT_HALTED"));

    assertDone("instrument 0 collects orders", "resume", "0", "--call");
    assertTrue(appliance.client("buy,0,1\n").out().contains("MARKET_IN_CALL"));

    assertDone("instrument 0 trades", "resume", "0");
    assertTrue(appliance.client("buy,0,1,61000\ncancel-all\n").out().contains("1 cancelled"));
  }

  @Test
  void aStoppedParticipantLosesItsOrdersAndEntersNoneUntilTheSwitchIsLifted() {
    appliance.client("sell,2,1,500\nsell,2,1,505\n", "--participant", "2");

    assertDone("participant 2 is stopped; orders cancelled: 2", "kill", "--participant", "2");
    CommandRun stopped = appliance.client("sell,2,1,500\n", "--participant", "2");
    assertTrue(stopped.out().contains("PARTICIPANT_STOPPED"), stopped.out());

    assertDone("participant 2 may trade", "kill", "--participant", "2", "--lift");
    CommandRun free = appliance.client("sell,2,1,500\ncancel-all\n", "--participant", "2");
    assertTrue(free.out().contains("accepted"), free.out());
  }

  @Test
  void everybodyIsStoppedAndLetTradeAgain() {
    assertDone("everybody is stopped; orders cancelled: 0", "kill", "--all");
    assertTrue(appliance.client("buy,1,1,250000\n").out().contains("VENUE_STOPPED"));

    assertDone("everybody may trade", "kill", "--all", "--lift");
    assertTrue(appliance.client("buy,1,1,250000\ncancel-all\n").out().contains("accepted"));
  }

  @Test
  void aSnapshotIsWrittenIntoTheArchiveDirectory() {
    CommandRun run = operate("snapshot");

    assertEquals(0, run.status(), run.err());
    String name = run.out().strip().replaceFirst("^snapshot ", "");
    assertTrue(Files.exists(appliance.archiveDirectory().resolve(name)), run.out());
  }

  @Test
  void theCardIsLoadedAnewAndHoldsWhatItHeld() {
    CommandRun run = operate("card", "model");

    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().startsWith("model was loaded anew; state hash "), run.out());
  }

  @Test
  void aCardThatCannotBeHadLeavesTheOneThatRuns() {
    CommandRun run = operate("card", "pcie:0000:ff:1f.7");

    assertEquals(1, run.status(), run.out());
    assertTrue(run.err().startsWith("./lockstep card: card pcie:0000:ff:1f.7: "), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(operate("stat", "--once").out().contains("card,name,model\n"));
  }

  @Test
  void whatIsRefusedSaysWhyAndEndsWithOne() {
    CommandRun run = operate("halt", "63");

    assertEquals(1, run.status());
    assertEquals("./lockstep halt: refused: INSTRUMENT_NOT_DEFINED\n", run.err());
  }

  @Test
  void onlyAnOperatorMay() {
    CommandRun run = operate("snapshot", "--operator", "1");

    assertEquals(1, run.status());
    assertEquals("./lockstep snapshot: refused: OPERATORS_ONLY\n", run.err());
  }

  @Test
  void wrongUseEndsWithTwo() {
    assertEquals(2, operate("halt").status());
    assertEquals(2, operate("halt", "gold").status());
    assertEquals(2, operate("kill").status());
    assertEquals(2, operate("kill", "--all", "--session", "1").status());
    CommandRun card = operate("card", "ace-of-spades");
    assertEquals(2, card.status());
    assertTrue(card.err().contains("no card 'ace-of-spades'"), card.err());
  }

  @Test
  void withoutAnApplianceThereIsNothingToDo(@TempDir Path nowhere) {
    CommandRun run = CommandRun.of("halt", "1", "--aeron-dir=" + nowhere.resolve("none"));

    assertEquals(1, run.status());
    assertTrue(run.err().contains("no appliance runs in "), run.err());
  }

  @Test
  void theLogSaysWhatOperatorsDid() throws Exception {
    operate("halt", "1");
    operate("resume", "1");
    operate("snapshot", "--key", "not-the-key");

    appliance.awaitOutput("\"request\":\"set_phase\",\"what\":\"instrument 1 HALTED\"}");
    appliance.awaitOutput("\"request\":\"set_phase\",\"what\":\"instrument 1 CONTINUOUS\"}");
    appliance.awaitOutput(
        "\"event\":\"logon_refused\",\"participant\":9,\"reason\":\"WRONG_KEY\"}");
  }

  @Test
  void thePagesShowWhatIsPrinted() throws IOException {
    int commands = 0;
    for (String page : List.of("operator.md", "commands.md")) {
      Matcher block = BLOCK.matcher(Files.readString(DOCS.resolve(page)));
      while (block.find()) {
        commands += run(block.group(1));
      }
    }
    assertTrue(commands >= 8, "the pages should show each command");
  }

  /** Runs the operators' commands of a block; what is shown below each must be printed. */
  private static int run(String block) {
    Matcher command = COMMAND.matcher(block);
    int commands = 0;
    while (command.find()) {
      int next = block.indexOf("\n$ ", command.end());
      String shown = block.substring(command.end() + 1, next < 0 ? block.length() : next + 1);
      CommandRun run = operate(command.group(1).split(" "));
      assertEquals(0, run.status(), command.group() + run.err());
      assertTrue(pattern(shown).matcher(run.out()).find(), command.group() + "\n" + run.out());
      commands++;
    }
    return commands;
  }

  /** An ellipsis in a line stands for anything, a line of its own for any lines. */
  private static Pattern pattern(String shown) {
    StringBuilder pattern = new StringBuilder("\\A");
    for (String line : shown.split("\n")) {
      if (line.equals("…")) {
        pattern.append("(?s:.*?)");
      } else {
        pattern.append("\\Q").append(line.replace("…", "\\E.*\\Q")).append("\\E\n");
      }
    }
    return Pattern.compile(pattern.toString());
  }

  private static void assertDone(String said, String... arguments) {
    CommandRun run = operate(arguments);
    assertEquals(0, run.status(), run.err());
    assertEquals(said + "\n", run.out());
  }

  private static CommandRun operate(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--aeron-dir=" + appliance.aeronDirectory());
    return CommandRun.of(all.toArray(new String[0]));
  }
}
