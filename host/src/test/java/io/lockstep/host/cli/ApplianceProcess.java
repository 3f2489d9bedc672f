package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./lockstep run} in a process of its own, as a person would start it. */
final class ApplianceProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Path folder;
  private final Process process;

  /** Starts it with its directories in {@code folder}, and waits until it is ready. */
  ApplianceProcess(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens",
            "java.base/jdk.internal.misc=ALL-UNNAMED",
            "-Dlockstep.root=" + System.getProperty("lockstep.root"),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "--card=model",
            "--aeron-dir=" + aeronDirectory(),
            "--archive-dir=" + archiveDirectory());
    process = builder.redirectErrorStream(true).redirectOutput(output().toFile()).start();
    awaitOutput("Ready");
  }

  Path aeronDirectory() {
    return folder.resolve("aeron");
  }

  Path archiveDirectory() {
    return folder.resolve("archive");
  }

  private Path output() {
    return folder.resolve("run.txt");
  }

  /** What it printed so far. */
  String printed() {
    try {
      return Files.readString(output());
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Waits until it has printed the text. */
  void awaitOutput(String text) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!printed().contains(text)) {
      boolean mayCome = process.isAlive() && System.nanoTime() < deadline;
      assertTrue(mayCome, () -> "'" + text + "' never came:\n" + printed());
      Thread.sleep(20);
    }
  }

  /** Runs the client command on it, the CSV as standard input. */
  CommandRun client(String csv, String... options) {
    List<String> arguments = new ArrayList<>(List.of("client", "--aeron-dir=" + aeronDirectory()));
    arguments.addAll(List.of(options));
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    try {
      return CommandRun.of(arguments.toArray(new String[0]));
    } finally {
      System.setIn(before);
    }
  }

  /** Ctrl-C. Answers its exit status. */
  int interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "still running");
    return process.exitValue();
  }

  /** Ends it by force, if it has not ended. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
