package io.lockstep.host;

import io.lockstep.sim.model.Capacities;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which card to open, and how.
 *
 * @param name that {@link Cards#isCard}.
 * @param size of a card that this machine simulates.
 * @param rtl folder of RTL to build the card from, in place of this checkout's.
 * @param waves to be written; only for a card that clocks RTL.
 * @param evidence folder for what two cards that differ leave; empty: the usual one.
 * @param pcieRoot folder below which the kernel shows its devices, in sys, proc and dev.
 * @param repeat the command line that repeats the run, for the report of two cards that differ; ""
 *     if there is none.
 */
public record CardSetup(
    String name,
    Capacities size,
    Optional<Path> rtl,
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
        name, Capacities.SIM, Optional.empty(), Optional.empty(), Optional.empty(), LINUX, "");
  }

  /** The same of another card. */
  public CardSetup withName(String card) {
    return new CardSetup(card, size, rtl, waves, evidence, pcieRoot, repeat);
  }

  /** The same in another size. */
  public CardSetup withSize(Capacities capacities) {
    return new CardSetup(name, capacities, rtl, waves, evidence, pcieRoot, repeat);
  }

  /** The same with margin, or without, in the preset {@code sim}. */
  public CardSetup withMargin(boolean margins) {
    return withSize(margins ? Capacities.SIM_MARGIN : Capacities.SIM);
  }

  /** The same from other RTL, or from this checkout's. */
  public CardSetup withRtl(Optional<Path> folder) {
    return new CardSetup(name, size, folder, waves, evidence, pcieRoot, repeat);
  }

  /** The same with a waveform, or without. */
  public CardSetup withWaves(Optional<Waves> written) {
    return new CardSetup(name, size, rtl, written, evidence, pcieRoot, repeat);
  }

  /** The same with a folder of its own for what two cards that differ leave. */
  public CardSetup withEvidence(Optional<Path> folder) {
    return new CardSetup(name, size, rtl, waves, folder, pcieRoot, repeat);
  }

  /** The same with devices shown below another folder. */
  public CardSetup withPcieRoot(Path folder) {
    return new CardSetup(name, size, rtl, waves, evidence, folder, repeat);
  }

  /** The same with the command line that repeats the run. */
  public CardSetup withRepeat(String commandLine) {
    return new CardSetup(name, size, rtl, waves, evidence, pcieRoot, commandLine);
  }
}
