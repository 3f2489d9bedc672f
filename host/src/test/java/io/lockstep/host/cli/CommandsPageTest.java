package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** docs/commands.md tells the options that there are, with their defaults, and no others. */
class CommandsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("lockstep.root"), "docs", "commands.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| (`--[^|]*(?:\\\\\\|[^|]*)*) \\|", Pattern.MULTILINE);
  private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)");

  static Set<String> commands() {
    return HelpTest.commands();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tellsTheOptionsThatThereAre(String command) throws IOException {
    Set<String> there = new TreeSet<>();
    for (OptionSpec option : HelpTest.options(command)) {
      there.add(option.longestName());
    }
    there.remove("--help");

    assertEquals(there, told(section(command)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tellsTheDefaults(String command) throws IOException {
    String page = section(command);
    for (OptionSpec option : HelpTest.options(command)) {
      String usual = option.defaultValue();
      if (usual != null && !option.longestName().equals("--format")) {
        Pattern row = Pattern.compile("`" + option.longestName() + "[ `][^\\n]*" + usual);
        assertTrue(row.matcher(page).find(), option.longestName() + " with default " + usual);
      }
    }
  }

  private static Set<String> told(String section) {
    Set<String> options = new TreeSet<>();
    Matcher row = ROW.matcher(section);
    while (row.find()) {
      Matcher option = OPTION.matcher(row.group(1));
      while (option.find()) {
        options.add(option.group(1));
      }
    }
    return options;
  }

  private static String section(String command) throws IOException {
    String page = Files.readString(PAGE);
    Matcher section =
        Pattern.compile(
                "^## " + command + "\\n(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(page);
    assertTrue(section.find(), "docs/commands.md has no section " + command);
    return section.group(1);
  }
}
