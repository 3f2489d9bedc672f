package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, as a person would start it. */
public final class MainProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Path output;
  private final Process process;

  /**
   * Starts it.
   *
   * @param output file for what it prints.
   */
  public MainProcess(Path output, List<String> arguments) throws IOException {
    this(output, Main.class, arguments);
  }

  /**
   * Starts another main.
   *
   * @param output file for what it prints.
   */
  public MainProcess(Path output, Class<?> main, List<String> arguments) throws IOException {
    this.output = output;
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens",
            "java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.util.zip=ALL-UNNAMED",
            "-Dlockstep.root=" + System.getProperty("lockstep.root"),
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    builder.command().addAll(arguments);
    // Where the tests run in the background, the shell has told all of them to ignore Ctrl-C.
    builder.command().addAll(0, List.of("env", "--default-signal=INT"));
    process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  public long pid() {
    return process.pid();
  }

  /** What it printed so far. */
  public String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Waits until it has printed the text. */
  public void awaitOutput(String text) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!printed().contains(text)) {
      boolean mayCome = process.isAlive() && System.nanoTime() < deadline;
      assertTrue(mayCome, () -> "'" + text + "' never came:\n" + printed());
      Thread.sleep(20);
    }
  }

  /** Ctrl-C. Answers its exit status. */
  int interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "still running");
    return process.exitValue();
  }

  /** Kills it with -9. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Ends it by force, if it has not ended. */
  @Override
  public void close() {
    kill();
  }
}
