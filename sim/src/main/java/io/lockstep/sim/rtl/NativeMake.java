package io.lockstep.sim.rtl;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Runs the Makefile of the native parts, for what Maven does not build ahead. */
public final class NativeMake {
  private static final List<String> TOOLS = List.of("make", "verilator", "g++");
  private static final int MESSAGE_LINES_MAX = 30;

  private NativeMake() {}

  /**
   * Builds a target and waits for it, and for builds of other processes in the same checkout.
   *
   * @param target of sim/src/main/native/Makefile.
   * @param variables each {@code NAME=VALUE}.
   * @throws RtlException with the end of the build's output, or naming the tools that are missing.
   */
  public static synchronized void run(String target, String... variables) {
    requireTools();
    List<String> command = new ArrayList<>(List.of("make", "-s", "-j2"));
    command.addAll(List.of("-f", Checkout.nativeSources().resolve("Makefile").toString()));
    command.add("OUT=" + Checkout.nativeFolder());
    command.addAll(List.of(variables));
    command.add(target);
    try (FileChannel lock = openLock()) {
      lock.lock();
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new RtlException(String.join(" ", command) + " failed:\n" + end(output));
      }
    } catch (IOException e) {
      throw new RtlException("cannot run make", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RtlException("interrupted while building " + target, e);
    }
  }

  private static FileChannel openLock() throws IOException {
    Path folder = Files.createDirectories(Checkout.nativeFolder());
    return FileChannel.open(
        folder.resolve("make.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void requireTools() {
    List<String> missing = missingTools(System.getenv().getOrDefault("PATH", ""));
    if (!missing.isEmpty()) {
      throw new RtlException(
          "not installed: "
              + String.join(", ", missing)
              + "; on Debian: apt-get install verilator g++ make zlib1g-dev");
    }
  }

  /** Those of the tools that no folder of a search path holds. */
  static List<String> missingTools(String path) {
    return TOOLS.stream().filter(tool -> !isOn(path, tool)).toList();
  }

  private static boolean isOn(String path, String tool) {
    for (String folder : path.split(":")) {
      if (Files.isExecutable(Path.of(folder, tool))) {
        return true;
      }
    }
    return false;
  }

  private static String end(String output) {
    List<String> lines = output.lines().toList();
    int from = Math.max(0, lines.size() - MESSAGE_LINES_MAX);
    return String.join("\n", lines.subList(from, lines.size()));
  }
}
