package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Each command tells what it is for, its options, its exit status, and an example that parses. */
class HelpTest {
  private static final int COLUMNS_MAX = 100;

  static Set<String> commands() {
    return Main.commandLine().getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tellsPurposeOptionsExitStatusAndAnExample(String command) {
    CommandRun run = CommandRun.of(command, "--help");

    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("Usage: ./lockstep " + command + " [OPTIONS]"), run.out());
    assertTrue(run.out().contains("Exit status: "), run.out());
    assertTrue(run.out().contains("Example: "), run.out());
    for (OptionSpec option : options(command)) {
      assertTrue(run.out().contains(option.longestName()), option.longestName());
      assertTrue(option.description().length > 0, option.longestName() + " says nothing");
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fitsAnyTerminalInWidthAndLetters(String command) {
    String out = CommandRun.of(command, "--help").out();

    out.lines().forEach(line -> assertTrue(line.length() <= COLUMNS_MAX, line));
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(out), "more than ASCII:\n" + out);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void itsExampleIsRightUse(String command) {
    String out = CommandRun.of(command, "--help").out();
    String example = out.substring(out.indexOf("Example: ") + "Example: ".length());
    String words = example.substring(example.indexOf("./lockstep ") + "./lockstep ".length());

    CommandLine.ParseResult parsed = Main.commandLine().parseArgs(words.strip().split("\\s+"));

    assertEquals(command, parsed.subcommand().commandSpec().name());
  }

  @Test
  void theWholeNamesEveryCommand() {
    CommandRun run = CommandRun.of("--help");

    assertEquals(0, run.status());
    commands().forEach(command -> assertTrue(run.out().contains("  " + command), run.out()));
  }

  @Test
  void refusesAnUnknownCommandAndNoCommand() {
    assertEquals(2, CommandRun.of("dance").status());
    CommandRun none = CommandRun.of();
    assertEquals(2, none.status());
    assertTrue(none.err().contains("which command?"), none.err());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void refusesAnUnknownOptionInTwoLines(String command) {
    List<String> words = new ArrayList<>(List.of(command, "--no-such-option"));
    words.addAll(Collections.nCopies(parameters(command), "1"));
    CommandRun run = CommandRun.of(words.toArray(new String[0]));

    assertEquals(2, run.status());
    assertTrue(run.err().contains("--no-such-option"), run.err());
    assertTrue(run.err().contains("Try: ./lockstep " + command + " --help"), run.err());
    assertEquals(2, run.err().lines().count(), run.err());
  }

  private static int parameters(String command) {
    CommandLine all = Main.commandLine().getSubcommands().get(command);
    return all.getCommandSpec().positionalParameters().size();
  }

  /** The options that a command shows. */
  static Iterable<OptionSpec> options(String command) {
    Stream<OptionSpec> all =
        Main.commandLine().getSubcommands().get(command).getCommandSpec().options().stream();
    return all.filter(option -> !option.hidden()).toList();
  }
}
