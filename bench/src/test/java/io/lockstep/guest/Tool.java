package io.lockstep.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a program to its end. */
final class Tool {
  private Tool() {}

  /**
   * What it printed.
   *
   * @throws MissingException where it is not there or fails, with the last line it printed.
   */
  static String run(Path folder, String... line) {
    try {
      Process process =
          new ProcessBuilder(List.of(line))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        String last = output.lines().reduce("", (before, next) -> next);
        throw new MissingException(String.join(" ", line) + ": " + last);
      }
      return output;
    } catch (IOException e) {
      throw new MissingException(line[0] + " is not installed, or cannot be run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Something that the guest needs cannot be had on this machine: the reason to skip. */
  static final class MissingException extends RuntimeException {
    MissingException(String reason) {
      super(reason);
    }
  }
}
