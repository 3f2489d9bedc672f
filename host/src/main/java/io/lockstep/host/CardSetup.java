package io.lockstep.host;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which card to open, and how.
 *
 * @param name one of {@link Cards#names}.
 * @param waves to be written; only for a card that clocks RTL.
 * @param repeat the command line that repeats the run, for the report of two cards that differ; ""
 *     if there is none.
 */
public record CardSetup(String name, Optional<Waves> waves, String repeat) {
  /**
   * Commands of which a waveform (FST) is written.
   *
   * @param from first command of the card, counted from 0.
   * @param to last command.
   */
  public record Waves(Path file, long from, long to) {}

  /** A card of this name, and nothing more. */
  public static CardSetup of(String name) {
    return new CardSetup(name, Optional.empty(), "");
  }

  /** The same with a waveform, or without. */
  public CardSetup withWaves(Optional<Waves> written) {
    return new CardSetup(name, written, repeat);
  }

  /** The same with the command line that repeats the run. */
  public CardSetup withRepeat(String commandLine) {
    return new CardSetup(name, waves, commandLine);
  }
}
