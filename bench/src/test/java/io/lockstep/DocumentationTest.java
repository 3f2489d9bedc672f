package io.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the documentation says is so: each {@code ./lockstep} command in a block of a README.md or
 * of docs is run and must exit with 0, and where the block shows output ({@code console}), each
 * line of it must come in that order. An ellipsis (…) in a line stands for anything, a line of its
 * own for any lines. Links between pages must lead somewhere.
 */
class DocumentationTest {
  private static final Path ROOT = Path.of(System.getProperty("lockstep.root"));
  private static final Pattern BLOCK =
      Pattern.compile("^( *)```(sh|console)\\n(.*?)^\\1```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");

  /** Commands that this test cannot run, and who does. */
  private static final Map<Pattern, String> RUN_ELSEWHERE =
      Map.of(
          Pattern.compile("\\./lockstep (test|generate|format)\\b.*"), "the build that runs this",
          Pattern.compile(
                  "\\./lockstep (run|client|feed|stat|halt|resume|kill|snapshot|card)\\b.*"),
              "the tests of these commands",
          Pattern.compile("\\./lockstep .*pcie.*"), "the test of a card in another process");

  @TempDir Path output;

  @TestFactory
  Stream<DynamicTest> everyCommandDoesWhatThePageShows() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path page : pages()) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      while (block.find()) {
        String text = block.group(3).replaceAll("(?m)^" + block.group(1), "");
        examples.addAll(Example.read(ROOT.relativize(page).toString(), text));
      }
    }
    assertTrue(examples.size() > 3, "the pages should show some commands");
    return examples.stream()
        .filter(example -> example.command().startsWith("./lockstep"))
        .filter(
            example ->
                RUN_ELSEWHERE.keySet().stream()
                    .noneMatch(pattern -> pattern.matcher(example.command()).matches()))
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.page() + ": " + example.command(), () -> run(example)));
  }

  @TestFactory
  Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        Path target = page.resolveSibling(link.group(1)).normalize();
        tests.add(
            DynamicTest.dynamicTest(
                ROOT.relativize(page) + " to " + ROOT.relativize(target),
                () -> assertTrue(Files.exists(target), target + " does not exist")));
      }
    }
    return tests.stream();
  }

  private void run(Example example) throws IOException, InterruptedException {
    assumeTrue(
        !example.command().contains(" replay ") || System.getenv("LOCKSTEP_DATA") != null,
        "skipped: LOCKSTEP_DATA does not name the folder of market data");
    Path log = Files.createTempFile(output, "command", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", example.command())
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().put("LOCKSTEP_BUILT", "1");
    Process process = builder.start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    String printed = Files.readString(log, StandardCharsets.UTF_8);
    assertTrue(ended, "still running after five minutes:\n" + printed);
    assertEquals(0, process.exitValue(), printed);
    assertTrue(
        Pattern.compile(example.outputPattern(), Pattern.DOTALL).matcher(printed).find(),
        "the page shows:\n" + String.join("\n", example.output()) + "\n\nprinted:\n" + printed);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "fpga/README.md").map(ROOT::resolve),
              docs.filter(path -> path.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  /** A command of a page, and the output that the page shows for it; none: any output will do. */
  private record Example(String page, String command, List<String> output) {
    static List<Example> read(String page, String block) {
      List<Example> examples = new ArrayList<>();
      boolean withOutput = block.startsWith("$ ");
      for (String line : block.split("\n")) {
        String command = withOutput ? line.replaceFirst("^\\$ ", "") : line;
        if (!withOutput || line.startsWith("$ ")) {
          examples.add(new Example(page, command.strip(), new ArrayList<>()));
        } else {
          examples.get(examples.size() - 1).output().add(line.stripTrailing());
        }
      }
      return examples;
    }

    /** Matches a printed text in which the shown lines stand one after another. */
    String outputPattern() {
      StringBuilder pattern = new StringBuilder();
      for (String line : output) {
        if (line.strip().equals("…")) {
          pattern.append("(?:.*\\n)??");
        } else {
          for (String part : line.split("(?<=…)|(?=…)")) {
            pattern.append(part.equals("…") ? "[^\\n]*" : Pattern.quote(part));
          }
          pattern.append("[ \\t]*\\n");
        }
      }
      return pattern.toString();
    }
  }
}
