package io.lockstep.host.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./lockstep run} in a process of its own, and clients of it. */
final class ApplianceProcess implements AutoCloseable {
  private final Path folder;
  private final MainProcess process;

  /** Starts it with its directories in {@code folder}, and waits until it is ready. */
  ApplianceProcess(Path folder, String... options) throws IOException, InterruptedException {
    this.folder = folder;
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--card=model",
                "--aeron-dir=" + aeronDirectory(),
                "--archive-dir=" + archiveDirectory()));
    arguments.addAll(List.of(options));
    process = new MainProcess(folder.resolve("run.txt"), arguments);
    awaitOutput("Ready");
  }

  Path aeronDirectory() {
    return folder.resolve("aeron");
  }

  Path archiveDirectory() {
    return folder.resolve("archive");
  }

  /** What it printed so far. */
  String printed() {
    return process.printed();
  }

  /** Waits until it has printed the text. */
  void awaitOutput(String text) throws InterruptedException {
    process.awaitOutput(text);
  }

  /** Runs the client command on it, the CSV as standard input. */
  CommandRun client(String csv, String... options) {
    return client(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), options);
  }

  /** The same with a stream that may still be open. */
  CommandRun client(InputStream csv, String... options) {
    List<String> arguments = new ArrayList<>(List.of("client", "--aeron-dir=" + aeronDirectory()));
    arguments.addAll(List.of(options));
    InputStream before = System.in;
    System.setIn(csv);
    try {
      return CommandRun.of(arguments.toArray(new String[0]));
    } finally {
      System.setIn(before);
    }
  }

  /** Ctrl-C. Answers its exit status. */
  int interrupt() throws IOException, InterruptedException {
    return process.interrupt();
  }

  /** Kills it with -9. */
  void kill() {
    process.kill();
  }

  /** Ends it by force, if it has not ended. */
  @Override
  public void close() {
    process.close();
  }
}
