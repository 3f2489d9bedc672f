package io.lockstep.host;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which card to open, and how.
 *
 * @param name one of {@link Cards#names}.
 * @param rtl folder of RTL to build the card from, in place of this checkout's.
 * @param waves to be written; only for a card that clocks RTL.
 * @param evidence folder for what two cards that differ leave; empty: the usual one.
 * @param repeat the command line that repeats the run, for the report of two cards that differ; ""
 *     if there is none.
 */
public record CardSetup(
    String name,
    Optional<Path> rtl,
    Optional<Waves> waves,
    Optional<Path> evidence,
    String repeat) {
  /**
   * Commands of which a waveform (FST) is written.
   *
   * @param from first command of the card, counted from 0.
   * @param to last command.
   */
  public record Waves(Path file, long from, long to) {}

  /** A card of this name, and nothing more. */
  public static CardSetup of(String name) {
    return new CardSetup(name, Optional.empty(), Optional.empty(), Optional.empty(), "");
  }

  /** The same from other RTL, or from this checkout's. */
  public CardSetup withRtl(Optional<Path> folder) {
    return new CardSetup(name, folder, waves, evidence, repeat);
  }

  /** The same with a waveform, or without. */
  public CardSetup withWaves(Optional<Waves> written) {
    return new CardSetup(name, rtl, written, evidence, repeat);
  }

  /** The same with a folder of its own for what two cards that differ leave. */
  public CardSetup withEvidence(Optional<Path> folder) {
    return new CardSetup(name, rtl, waves, folder, repeat);
  }

  /** The same with the command line that repeats the run. */
  public CardSetup withRepeat(String commandLine) {
    return new CardSetup(name, rtl, waves, evidence, commandLine);
  }
}
