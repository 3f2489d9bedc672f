package io.lockstep.host;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which card to open, and how.
 *
 * @param name that {@link Cards#isCard}.
 * @param rtl folder of RTL to build the card from, in place of this checkout's.
 * @param margin whether it is to margin orders.
 * @param waves to be written; only for a card that clocks RTL.
 * @param evidence folder for what two cards that differ leave; empty: the usual one.
 * @param pcieRoot folder below which the kernel shows its devices, in sys, proc and dev.
 * @param repeat the command line that repeats the run, for the report of two cards that differ; ""
 *     if there is none.
 */
public record CardSetup(
    String name,
    Optional<Path> rtl,
    boolean margin,
    Optional<Waves> waves,
    Optional<Path> evidence,
    Path pcieRoot,
    String repeat) {
  /** Where Linux shows its devices. */
  public static final Path LINUX = Path.of("/");

  /**
   * Commands of which a waveform (FST) is written.
   *
   * @param from first command of the card, counted from 0.
   * @param to last command.
   */
  public record Waves(Path file, long from, long to) {}

  /** A card of this name, and nothing more. */
  public static CardSetup of(String name) {
    return new CardSetup(
        name, Optional.empty(), false, Optional.empty(), Optional.empty(), LINUX, "");
  }

  /** The same of another card. */
  public CardSetup withName(String card) {
    return new CardSetup(card, rtl, margin, waves, evidence, pcieRoot, repeat);
  }

  /** The same from other RTL, or from this checkout's. */
  public CardSetup withRtl(Optional<Path> folder) {
    return new CardSetup(name, folder, margin, waves, evidence, pcieRoot, repeat);
  }

  /** The same with margin, or without. */
  public CardSetup withMargin(boolean margins) {
    return new CardSetup(name, rtl, margins, waves, evidence, pcieRoot, repeat);
  }

  /** The same with a waveform, or without. */
  public CardSetup withWaves(Optional<Waves> written) {
    return new CardSetup(name, rtl, margin, written, evidence, pcieRoot, repeat);
  }

  /** The same with a folder of its own for what two cards that differ leave. */
  public CardSetup withEvidence(Optional<Path> folder) {
    return new CardSetup(name, rtl, margin, waves, folder, pcieRoot, repeat);
  }

  /** The same with devices shown below another folder. */
  public CardSetup withPcieRoot(Path folder) {
    return new CardSetup(name, rtl, margin, waves, evidence, folder, repeat);
  }

  /** The same with the command line that repeats the run. */
  public CardSetup withRepeat(String commandLine) {
    return new CardSetup(name, rtl, margin, waves, evidence, pcieRoot, commandLine);
  }
}
