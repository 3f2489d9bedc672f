package io.lockstep.sim.lockstep;

import java.nio.file.Path;

/**
 * Where two cards in lockstep parted.
 *
 * @param kind in what they differ.
 * @param commandNumber of the command whose answers differ, from 0.
 * @param eventNumber of the event among that command's, from 0.
 * @param byteNumber first byte of the event that differs; -1 where it is not the bytes.
 * @param summary one line for people.
 * @param folder holds report, command file and waveform.
 */
public record CardDifference(
    Kind kind, long commandNumber, long eventNumber, int byteNumber, String summary, Path folder) {
  /** In what two cards may differ. */
  public enum Kind {
    /** Bytes of an event. */
    EVENT,
    /** One card answered, the other did not, for longer than patience lasts. */
    SILENCE,
    /** One card took a command, the other did not. */
    CREDIT,
    /** One card was lost. */
    FAULT
  }
}
