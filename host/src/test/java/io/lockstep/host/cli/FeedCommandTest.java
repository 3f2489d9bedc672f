package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed command against an appliance in another process, as docs/market-data.md shows it. */
class FeedCommandTest {
  private static final Path PAGE =
      Path.of(System.getProperty("lockstep.root"), "docs", "market-data.md");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "\\$ printf '(.*)' \\| ./lockstep client\\n(?s:.*?)\\$ ./lockstep (feed [^\\n]*)\\n"
              + "((?:.+\\n)*?)```");

  @Test
  void showsAndComparesTheBooksAsThePageTells(@TempDir Path folder)
      throws IOException, InterruptedException {
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    assertTrue(example.find(), "the page has an example");
    try (ApplianceProcess appliance = new ApplianceProcess(folder)) {
      assertEquals(0, appliance.client(example.group(1).replace("\\n", "\n")).status());
      CommandRun run = feed(example.group(2) + " --aeron-dir=" + appliance.aeronDirectory());

      assertEquals(0, run.status(), run.err());
      assertEquals(plain(example.group(3)), plain(run.out()));
      assertEquals("", run.err());
    }
  }

  @Test
  void aCheckThatComparedNothingFails(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (ApplianceProcess appliance = new ApplianceProcess(folder)) {
      String here = " --aeron-dir=" + appliance.aeronDirectory();
      assertEquals(0, feed("feed --seconds 0" + here).status());
      assertEquals(1, feed("feed --seconds 0 --check" + here).status());
    }
  }

  @Test
  void withoutAnApplianceItSaysSo(@TempDir Path folder) {
    CommandRun run = feed("feed --aeron-dir=" + folder.resolve("none"));

    assertEquals(1, run.status());
    assertTrue(run.err().contains("no appliance runs in"), run.err());
  }

  private static CommandRun feed(String line) {
    return CommandRun.of(line.split(" +"));
  }

  /** Without what depends on time. */
  private static List<String> plain(String text) {
    return text.lines().map(line -> line.replaceAll("^[0-9,…]+ messages.*", "summary")).toList();
  }
}
