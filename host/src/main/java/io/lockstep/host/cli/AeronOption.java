package io.lockstep.host.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --aeron-dir}: where appliance and clients on one machine meet. */
final class AeronOption {
  @Option(
      names = "--aeron-dir",
      paramLabel = "DIR",
      description = "Directory of the media driver (default: ${DEFAULT-VALUE}).")
  private Path directory = usual();

  Path directory() {
    return directory;
  }

  /** What a command says that finds no appliance there. */
  IllegalStateException noAppliance(Exception cause) {
    return new IllegalStateException(
        "no appliance runs in " + directory + "; start one with ./lockstep run", cause);
  }

  /** In memory where the machine has such a place; each user has one. */
  private static Path usual() {
    Path memory = Path.of("/dev/shm");
    Path base = Files.isDirectory(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    return base.resolve("lockstep-" + System.getProperty("user.name"));
  }
}
