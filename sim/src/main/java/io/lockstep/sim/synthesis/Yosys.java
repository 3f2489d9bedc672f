package io.lockstep.sim.synthesis;

import io.lockstep.sim.rtl.Checkout;
import io.lockstep.sim.rtl.RtlException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs of Yosys over the card's RTL, with scripts and results in one folder. */
final class Yosys {
  private static final String STAGE = "stage: ";
  private static final int LINES_OF_A_FAILURE = 5;

  private final Path folder;

  /**
   * Creates the folder if it is not there.
   *
   * @param folder where scripts, logs and results are left.
   */
  Yosys(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** The line of a script that makes {@link #run} tell of a stage as it begins. */
  static String stage(String name) {
    return "log -stderr " + STAGE + name;
  }

  /** All RTL, packages first. */
  static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path folder : Checkout.rtlFolders()) {
      sources.addAll(modules(folder));
    }
    sources.sort(Comparator.comparing(source -> !source.toString().endsWith("_pkg.sv")));
    return sources;
  }

  /** The same, with memories that have no inside. */
  static List<Path> sourcesWithoutMemories() throws IOException {
    List<Path> cut = modules(Checkout.root().resolve("fpga/synthesis"));
    List<Path> sources = sources();
    sources.removeIf(
        source -> cut.stream().anyMatch(file -> file.getFileName().equals(source.getFileName())));
    sources.addAll(cut);
    return sources;
  }

  private static List<Path> modules(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sv")).sorted().toList();
    }
  }

  /**
   * Runs a script to its end; this takes from seconds to minutes.
   *
   * @param name of the script and of its log.
   * @param progress is told of each stage as it begins.
   * @throws RtlException where Yosys is not there or gives up; with the last lines it wrote.
   */
  void run(String name, String script, Consumer<String> progress) throws IOException {
    Path file = folder.resolve(name + ".ys");
    Files.writeString(file, script, StandardCharsets.UTF_8);
    Process process = start(name, file);
    Deque<String> last = new ArrayDeque<>();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(STAGE)) {
          progress.accept(line.substring(STAGE.length()));
        } else {
          last.add(line);
          if (last.size() > LINES_OF_A_FAILURE) {
            last.remove();
          }
        }
      }
      if (process.waitFor() != 0) {
        throw new RtlException(
            last.stream()
                .collect(
                    Collectors.joining(
                        "\n",
                        "Yosys gave up; its log is " + folder.resolve(name + ".log") + "\n",
                        "")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RtlException("interrupted while Yosys ran", e);
    } finally {
      process.destroy();
    }
  }

  /** What a script has left in the folder. */
  String result(String file) throws IOException {
    return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
  }

  private Process start(String name, Path script) {
    try {
      return new ProcessBuilder("yosys", "-q", "-l", name + ".log", script.toString())
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new RtlException("Yosys does not start; is it installed? " + e.getMessage(), e);
    }
  }
}
