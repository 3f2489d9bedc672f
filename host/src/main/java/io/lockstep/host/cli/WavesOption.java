package io.lockstep.host.cli;

import io.lockstep.host.CardSetup.Waves;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code --waves}, {@code --from} and {@code --to}, on every command that clocks RTL. */
public final class WavesOption {
  private static final long COMMANDS_SEEN = 100;

  @Option(
      names = "--waves",
      paramLabel = "FILE",
      description = {
        "Write a waveform (FST) of some of the card's commands. The first use builds a traced"
            + " simulator, which takes a minute."
      })
  private Path waves;

  @Option(
      names = "--from",
      paramLabel = "N",
      description = "First command in the waveform, counted from 0 (default: 0).")
  private Long from;

  @Option(
      names = "--to",
      paramLabel = "M",
      description = "Last command in the waveform (default: the hundredth from the first).")
  private Long to;

  /**
   * What the options ask for.
   *
   * @param command whose options they are.
   * @throws ParameterException where they do not go together.
   */
  public Optional<Waves> waves(CommandLine command) {
    if (waves == null) {
      if (from != null || to != null) {
        throw new ParameterException(command, "--from and --to belong to --waves");
      }
      return Optional.empty();
    }
    long first = from == null ? 0 : from;
    long last = to == null ? first + COMMANDS_SEEN - 1 : to;
    if (first < 0 || last < first) {
      throw new ParameterException(command, "--from must be 0 or more, and --to no smaller");
    }
    Path folder = waves.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(command, "--waves: there is no folder " + folder);
    }
    return Optional.of(new Waves(waves, first, last));
  }
}
