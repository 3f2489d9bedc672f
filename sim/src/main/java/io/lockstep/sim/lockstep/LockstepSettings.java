package io.lockstep.sim.lockstep;

import java.nio.file.Path;

/**
 * What two cards in lockstep leave behind when they differ.
 *
 * @param folder for report, command file and waveform; made when it is needed.
 * @param repeat the command line that repeats the run, "" if there is none.
 * @param waves writes the waveform.
 */
public record LockstepSettings(Path folder, String repeat, WaveRecorder waves) {
  /** Where differences are left unless told otherwise. */
  public static final Path DEFAULT_FOLDER = Path.of("lockstep-difference");

  /** The default folder, no repeating command, no waveform. */
  public static LockstepSettings defaults() {
    return new LockstepSettings(DEFAULT_FOLDER, "", WaveRecorder.NONE);
  }

  /** The same with another folder. */
  public LockstepSettings withFolder(Path other) {
    return new LockstepSettings(other, repeat, waves);
  }

  /** The same with a command line that repeats the run. */
  public LockstepSettings withRepeat(String commandLine) {
    return new LockstepSettings(folder, commandLine, waves);
  }

  /** The same with someone who writes the waveform. */
  public LockstepSettings withWaves(WaveRecorder recorder) {
    return new LockstepSettings(folder, repeat, recorder);
  }
}
