package io.lockstep.bench.margin;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The plain loop in C++, compiled for this machine when it is first wanted, over copies. */
final class NativeRevaluation implements Revaluation {
  /** The compiler and its flags. */
  static final List<String> COMPILER = List.of("g++", "-O3", "-march=native");

  /** The function of plain_loop.cpp. */
  public interface PlainLoop extends Library {
    void revalue(
        Pointer arrays,
        int stride,
        int scenarios,
        Pointer instruments,
        Pointer lots,
        int accounts,
        int positions,
        Pointer worst);
  }

  private final PlainLoop loop;
  private final PositionSet set;
  private final Memory arrays;
  private final Memory instruments;
  private final Memory lots;
  private final Memory worst;

  NativeRevaluation(PlainLoop loop, PositionSet set) {
    this.loop = loop;
    this.set = set;
    arrays = copy(set.arrays());
    instruments = copy(set.instruments());
    lots = copy(set.lots());
    worst = new Memory((long) set.accounts() * Long.BYTES);
  }

  private static Memory copy(int[] values) {
    Memory memory = new Memory((long) values.length * Integer.BYTES);
    memory.write(0, values, 0, values.length);
    return memory;
  }

  /**
   * Compiles the loop and loads it.
   *
   * @throws IllegalStateException with what the compiler says.
   */
  static PlainLoop compile() {
    try {
      Path folder = Files.createTempDirectory("lockstep-plain-loop");
      Path source = folder.resolve("plain_loop.cpp");
      Path library = folder.resolve("plain_loop.so");
      try (InputStream in = NativeRevaluation.class.getResourceAsStream("plain_loop.cpp")) {
        Files.copy(in, source, StandardCopyOption.REPLACE_EXISTING);
        compile(source, library);
        return Native.load(library.toString(), PlainLoop.class);
      } finally {
        Files.deleteIfExists(library);
        Files.deleteIfExists(source);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compile(Path source, Path library) throws IOException {
    List<String> command = new ArrayList<>(COMPILER);
    command.addAll(List.of("-shared", "-fPIC", "-o", library.toString(), source.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while compiling", e);
    }
  }

  @Override
  public String name() {
    return "plain C++ loop, " + String.join(" ", COMPILER);
  }

  @Override
  public void run() {
    loop.revalue(
        arrays,
        PositionSet.STRIDE,
        set.scenarios(),
        instruments,
        lots,
        set.accounts(),
        set.positions(),
        worst);
  }

  @Override
  public long[] worst() {
    return worst.getLongArray(0, set.accounts());
  }
}
