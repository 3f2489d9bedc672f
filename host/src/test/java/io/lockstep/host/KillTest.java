package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
  private static final int KILLS_MIN = 2;
  private static final int STARTS_MAX = 60;
  private static final int MILLISECONDS_MAX = 200;
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void theOutputIsThatOfARunThatNobodyKilled() throws Exception {
    Path recorded = folder.resolve("recorded");
    String undisturbed = RestartTest.randomFlow(recorded, REQUESTS);
    Random random = new Random(SEED);
    int kills = 0;
    for (int start = 0; start < STARTS_MAX; start++) {
      Path printed = folder.resolve("start-" + start + ".txt");
      Process process = start(recorded, printed);
      try {
        if (random.nextInt(4) > 0) { // else it may be killed while it starts
          awaitStart(process, printed);
        }
        if (!process.waitFor(random.nextInt(MILLISECONDS_MAX), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly(); // kill -9
          process.waitFor();
          kills++;
          continue;
        }
        assertEquals(0, process.exitValue(), () -> read(printed));
        assertTrue(read(printed).contains("ended with " + undisturbed), () -> read(printed));
        assertTrue(kills >= KILLS_MIN, "killed " + kills + " times, seed " + SEED);
        return;
      } finally {
        process.destroyForcibly();
      }
    }
    throw new AssertionError("after " + STARTS_MAX + " starts it is not at the end");
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
