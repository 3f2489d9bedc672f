package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of recorded days; tests that need it are skipped without it. */
public final class MarketData {
  private MarketData() {}

  /** The folder of the Shanghai days; skips the test where it is missing. */
  public static Path sseFolder() {
    Path sse = folder().resolve("sse_l3");
    assumeTrue(Files.isDirectory(sse), "skipped: there is no folder " + sse);
    return sse;
  }

  /** A file of the NASDAQ days; skips the test where it is missing. */
  static Path lobsterFile(String name) {
    return file("lobster", name);
  }

  /** A file of one of the folders; skips the test where it is missing. */
  public static Path file(String folder, String name) {
    Path file = folder().resolve(folder).resolve(name);
    assumeTrue(Files.isRegularFile(file), "skipped: there is no file " + file);
    return file;
  }

  private static Path folder() {
    String folder = System.getenv("LOCKSTEP_DATA");
    assumeTrue(folder != null, "skipped: LOCKSTEP_DATA does not name the folder of market data");
    return Path.of(folder);
  }
}
