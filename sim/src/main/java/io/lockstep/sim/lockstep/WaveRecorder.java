package io.lockstep.sim.lockstep;

import java.io.IOException;
import java.nio.file.Path;

/** Runs a file of commands again on a card that can write a waveform. */
@FunctionalInterface
public interface WaveRecorder {
  /** For cards that have no waveform. */
  WaveRecorder NONE = (commandFile, from, to, waveform) -> {};

  /**
   * Writes the waveform of some of the file's commands.
   *
   * @param commandFile as {@link CommandFile} reads it.
   * @param from first command to be seen.
   * @param to last command to be seen.
   * @param waveform file to write.
   * @throws IOException where a file fails.
   */
  void record(Path commandFile, long from, long to, Path waveform) throws IOException;
}
