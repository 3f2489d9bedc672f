package io.lockstep.sim.lockstep;

import io.lockstep.driver.Card;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The folder that two cards in lockstep leave when they differ: {@code report.txt}, {@code
 * commands.bin} (a {@link CommandFile}) and {@code wave.fst}. Control path; allocates as it likes.
 */
final class DifferenceReport {
  static final String REPORT = "report.txt";
  static final String COMMANDS = "commands.bin";
  static final String WAVEFORM = "wave.fst";
  private static final int WAVE_COMMANDS_BEFORE = 50;
  private static final int WAVE_COMMANDS_AFTER = 2;
  private static final int COMMANDS_SHOWN_BEFORE = 10;

  private final CardDifference difference;
  private final LockstepSettings settings;
  private final List<String> lines = new ArrayList<>();

  DifferenceReport(CardDifference difference, LockstepSettings settings) {
    this.difference = difference;
    this.settings = settings;
  }

  /** Adds an event under a title. */
  void add(String title, DirectBuffer event, int at) {
    lines.add(title);
    lines.add("  " + MessageText.decoded(event, at));
    lines.add("  " + MessageText.hex(event, at));
  }

  void add(String line) {
    lines.add(line);
  }

  /** Writes the folder; what cannot be written is told in its stead. */
  void write(CommandRecorder recorder) {
    Path folder = settings.folder();
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(WAVEFORM));
      recorder.save(folder.resolve(COMMANDS));
      addCommands(folder.resolve(COMMANDS));
      recordWaves(folder);
      addRepeat();
      List<String> text = new ArrayList<>();
      text.add(difference.summary());
      text.add("");
      text.addAll(lines);
      Files.write(folder.resolve(REPORT), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      System.err.println("lockstep: " + difference.summary());
      System.err.println("lockstep: cannot write " + folder + ": " + e);
    }
  }

  private void addCommands(Path file) throws IOException {
    DirectBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    try (CommandFile commands = CommandFile.open(file)) {
      lines.add("");
      lines.add("The command, and those before it (" + commands.commands() + " were offered):");
      long last = Math.min(difference.commandNumber(), commands.commands() - 1);
      long first = Math.max(0, last - COMMANDS_SHOWN_BEFORE);
      for (long number = last; number >= first; number--) {
        commands.command(number, command);
        lines.add(
            "%d, offered after %d answers"
                .formatted(number, CommandFile.answeredBefore(number, command)));
        lines.add("  " + MessageText.decoded(command, 0));
        lines.add("  " + MessageText.hex(command, 0));
      }
    }
  }

  private void recordWaves(Path folder) {
    long number = difference.commandNumber();
    long from = Math.max(0, number - WAVE_COMMANDS_BEFORE);
    long to = number + WAVE_COMMANDS_AFTER;
    Path waveform = folder.resolve(WAVEFORM);
    lines.add("");
    try {
      settings.waves().record(folder.resolve(COMMANDS), from, to, waveform);
      lines.add(
          Files.exists(waveform)
              ? "Waveform of commands %d to %d: %s".formatted(from, to, WAVEFORM)
              : "No waveform: no card here writes one.");
    } catch (IOException | RuntimeException e) {
      lines.add("No waveform: " + e);
    }
  }

  private void addRepeat() {
    if (!settings.repeat().isEmpty()) {
      lines.add("");
      lines.add("To repeat: " + settings.repeat());
    }
  }
}
