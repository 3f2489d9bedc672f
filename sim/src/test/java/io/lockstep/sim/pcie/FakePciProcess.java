package io.lockstep.sim.pcie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.pcie.PcieHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A fake PCI tree that another process serves. */
final class FakePciProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Path root;
  private final Path printed;
  private final Process process;

  /**
   * Waits until the card is there.
   *
   * @param folder for the tree; must be there.
   * @param options of the process.
   */
  FakePciProcess(Path folder, String... options) {
    root = folder.resolve("tree");
    printed = folder.resolve("printed");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--add-opens",
            "java.base/jdk.internal.misc=ALL-UNNAMED",
            "-Dlockstep.root=" + System.getProperty("lockstep.root"),
            "-cp",
            System.getProperty("java.class.path"),
            FakePciMain.class.getName(),
            root.toString(),
            "--while",
            Long.toString(ProcessHandle.current().pid()));
    builder.command().addAll(List.of(options));
    try {
      process = builder.redirectErrorStream(true).redirectOutput(printed.toFile()).start();
      awaitTree();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitTree() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!printed().contains("is on the bus")) {
      boolean mayCome = process.isAlive() && System.nanoTime() < deadline;
      assertTrue(mayCome, this::printed);
      Thread.onSpinWait();
    }
  }

  PcieHost host() {
    return PcieHost.under(root);
  }

  String printed() {
    try {
      return Files.readString(printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has ended by itself, with a failure. */
  void awaitEnd() throws InterruptedException {
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "still running");
    assertEquals(1, process.exitValue());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
