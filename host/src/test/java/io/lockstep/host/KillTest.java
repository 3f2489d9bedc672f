package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An appliance in a process of its own, killed at random moments and started again on what it left,
 * writes the output of one that nobody killed.
 */
class KillTest {
  private static final long SEED = 1;
  private static final int REQUESTS = 3_000;
  private static final int KILLS = 6;
  private static final int MILLISECONDS_MAX = 400;
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void theOutputIsThatOfARunThatNobodyKilled() throws Exception {
    Path recorded = folder.resolve("recorded");
    String undisturbed = RestartTest.randomFlow(recorded, REQUESTS);
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      Path printed = folder.resolve("killed-" + kill + ".txt");
      Process process = start(recorded, printed);
      try {
        if (kill % 3 > 0) { // else it may be killed while it starts
          awaitStart(process, printed);
        }
        process.waitFor(random.nextInt(MILLISECONDS_MAX), TimeUnit.MILLISECONDS);
      } finally {
        process.destroyForcibly().waitFor(); // kill -9
      }
    }
    Path printed = folder.resolve("last.txt");
    Process process = start(recorded, printed);
    try {
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> read(printed));
      assertTrue(read(printed).contains("ended with " + undisturbed), () -> read(printed));
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(Path recorded, Path printed) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens",
            "java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.util.zip=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            FedAppliance.class.getName(),
            recorded.toString(),
            folder.resolve("killed").toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(printed.toFile())
        .start();
  }

  private static void awaitStart(Process process, Path printed) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!read(printed).contains("started at")) {
      boolean mayCome = process.isAlive() && System.nanoTime() < deadline;
      assertTrue(mayCome, () -> "it did not start:\n" + read(printed));
      Thread.sleep(5);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
