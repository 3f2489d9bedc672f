package io.lockstep.host.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.host.Cards;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/kernel-csv.md shows the example as it is, and what every card makes of it. */
class KernelPageTest {
  private static final Path DOCS = Path.of(System.getProperty("lockstep.root"), "docs");
  private static final Path COMMANDS = DOCS.resolve("examples/kernel-commands.csv");
  private static final Path INSTRUMENTS = DOCS.resolve("examples/kernel-instruments.csv");

  @Test
  void showsTheExamplesFiles() throws IOException {
    String page = Files.readString(DOCS.resolve("kernel-csv.md"));

    assertTrue(page.contains("```text\n" + Files.readString(COMMANDS) + "```"));
    assertTrue(page.contains("```text\n" + Files.readString(INSTRUMENTS) + "```"));
  }

  @ParameterizedTest
  @ValueSource(strings = {Cards.MODEL, Cards.VERILATED})
  void showsTheEventsOfEachCard(String name) throws IOException {
    String page = Files.readString(DOCS.resolve("kernel-csv.md"));
    ByteArrayOutputStream events = new ByteArrayOutputStream();
    try (Card card = Cards.open(name);
        InputStream commands = Files.newInputStream(COMMANDS)) {
      int levels = card.description().levels();
      List<InstrumentDefinition> instruments = InstrumentDefinition.read(INSTRUMENTS, levels);
      new KernelSession(card, instruments, commands, events).run();
    }

    String shown = page.substring(page.indexOf("$ ./lockstep kernel"));
    shown = shown.substring(shown.indexOf('\n') + 1, shown.indexOf("```"));
    assertEquals(shown, events.toString(StandardCharsets.US_ASCII));
  }

  /** The page's table names every column, in any of its rows. */
  @Test
  void namesEveryColumn() throws IOException {
    String page = Files.readString(DOCS.resolve("kernel-csv.md"));

    CommandLine.COLUMNS.forEach(column -> assertTrue(page.contains("`" + column + "`"), column));
    InstrumentDefinition.COLUMNS.forEach(
        column -> assertTrue(page.contains("`" + column + "`"), column));
    EventLines.COLUMNS.forEach(
        column -> assertTrue(page.matches("(?s).*\\b" + column + "\\b.*"), column));
  }
}
