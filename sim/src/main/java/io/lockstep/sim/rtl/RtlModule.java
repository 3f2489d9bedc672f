package io.lockstep.sim.rtl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An instance of a Verilated RTL module, its assertions on. Ports are looked up once and then read
 * and written as memory; {@link #clock} and {@link #eval} are one native call each and allocate
 * nothing. Instances are independent; each belongs to one thread.
 *
 * <pre>{@code
 * try (RtlModule dut = RtlModule.of("counter").parameter("WIDTH", 8).open()) {
 *   RtlPort count = dut.port("count_o");
 *   dut.reset();
 *   dut.clock(5);
 *   assertEquals(5, count.get());
 * }
 * }</pre>
 */
public final class RtlModule implements AutoCloseable {
  /** Folder for waveforms: every module opened while it is set leaves one there. */
  public static final String WAVES_PROPERTY = "lockstep.rtl.waves";

  private static final List<String> CLOCKS = List.of("clk_i", "clk", "aclk");
  private static final List<String> RESETS = List.of("rst_i", "rst");
  private static final List<String> RESETS_ACTIVE_LOW = List.of("rst_ni", "rst_n", "aresetn");
  private static final int RESET_CYCLES = 2;
  private static final AtomicInteger WAVES = new AtomicInteger();

  private final String name;
  private final Map<String, RtlPort> ports = new LinkedHashMap<>();
  private final long clockAddress;
  private long handle;
  private long cycles;

  private RtlModule(String name, Path library, Path wave) {
    this.name = name;
    this.handle = RtlNative.open(library.toString());
    RtlNative.ports(handle).lines().forEach(this::addPort);
    RtlPort clock = firstPort(CLOCKS);
    this.clockAddress = clock == null ? 0 : clock.address();
    if (wave != null && RtlNative.waveOpen(handle, wave.toString()) != 0) {
      throw failure();
    }
  }

  /** Names the module to open: that of its file, in fpga/rtl unless told otherwise. */
  public static Builder of(String module) {
    return new Builder(module);
  }

  private void addPort(String line) {
    String[] words = line.split(" ");
    boolean input = words[0].equals("IN");
    int bits = Integer.parseInt(words[2]);
    ports.put(words[1], new RtlPort(words[1], input, bits, Long.parseLong(words[3])));
  }

  /**
   * A port by its name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are.
   */
  public RtlPort port(String portName) {
    RtlPort port = ports.get(portName);
    if (port == null) {
      throw new IllegalArgumentException(
          name + " has no port " + portName + "; it has " + ports.values());
    }
    return port;
  }

  /** All ports, in the order in which Verilator lists them. */
  public List<RtlPort> ports() {
    return new ArrayList<>(ports.values());
  }

  /** Sets a port by its name; in loops hold the {@link RtlPort} instead. */
  public void set(String portName, long value) {
    port(portName).set(value);
  }

  /** Reads a port by its name; in loops hold the {@link RtlPort} instead. */
  public long get(String portName) {
    return port(portName).get();
  }

  /**
   * Settles the outputs to the inputs, without a clock edge.
   *
   * @throws RtlException after a failed assertion, with its text.
   */
  public void eval() {
    if (RtlNative.eval(requireOpen()) != 0) {
      throw failure();
    }
  }

  /** One cycle: the inputs as they are now are those that the rising edge sees. */
  public void clock() {
    clock(1);
  }

  /**
   * As many cycles, the inputs unchanged. Afterwards the outputs are those after the last edge.
   *
   * @throws RtlException after a failed assertion, with its text and the cycle.
   */
  public void clock(long count) {
    if (clockAddress == 0) {
      throw new IllegalStateException(name + " has no clock; one of " + CLOCKS + " is looked for");
    }
    long run = RtlNative.clock(requireOpen(), clockAddress, count);
    cycles += run;
    if (run != count) {
      throw failure();
    }
  }

  /**
   * Clocks until an output has a value; not at all if it has it already.
   *
   * @return cycles that it took.
   * @throws IllegalStateException if it has not after {@code cyclesMax}.
   */
  public int clockUntil(RtlPort output, long value, int cyclesMax) {
    eval();
    for (int taken = 0; taken <= cyclesMax; taken++) {
      if (output.get() == value) {
        return taken;
      }
      if (taken < cyclesMax) {
        clock();
      }
    }
    throw new IllegalStateException(
        name + ": " + output.name() + " is not " + value + " after " + cyclesMax + " cycles");
  }

  /** Whether {@link #reset} finds a reset port. */
  public boolean hasReset() {
    return firstPort(RESETS) != null || firstPort(RESETS_ACTIVE_LOW) != null;
  }

  /** Holds the reset for two cycles and releases it. The other inputs keep their values. */
  public void reset() {
    RtlPort high = firstPort(RESETS);
    RtlPort port = high == null ? firstPort(RESETS_ACTIVE_LOW) : high;
    if (port == null) {
      throw new IllegalStateException(name + " has no reset port; it has " + ports.values());
    }
    port.set(port == high ? 1 : 0);
    clock(RESET_CYCLES);
    port.set(port == high ? 0 : 1);
    eval();
  }

  /** Cycles run since it was opened. */
  public long cycles() {
    return cycles;
  }

  /** Ends the waveform, if any, and frees the model. A second call does nothing. */
  @Override
  public void close() {
    if (handle != 0) {
      ports.values().forEach(RtlPort::release);
      RtlNative.waveClose(handle);
      RtlNative.close(handle);
      handle = 0;
    }
  }

  private RtlPort firstPort(List<String> names) {
    return names.stream().map(ports::get).filter(port -> port != null).findFirst().orElse(null);
  }

  private long requireOpen() {
    if (handle == 0) {
      throw new IllegalStateException(name + " is closed");
    }
    return handle;
  }

  private RtlException failure() {
    return new RtlException(name + ", cycle " + cycles + ": " + RtlNative.error(handle));
  }

  /** What to build and open. */
  public static final class Builder {
    private final String module;
    private final Map<String, Object> parameters = new TreeMap<>();
    private final List<Path> folders = new ArrayList<>();
    private Path wave;

    private Builder(String module) {
      this.module = module;
    }

    /** A parameter of the module: a number, a SystemVerilog literal (16'hBEEF), or a string. */
    public Builder parameter(String parameter, Object value) {
      parameters.put(parameter, value);
      return this;
    }

    /** Looks for modules here too; without any call, in the product's own RTL. */
    public Builder folder(Path folder) {
      folders.add(folder.toAbsolutePath());
      return this;
    }

    /**
     * Writes a waveform (FST); needs a build of its own. By default on if {@link #WAVES_PROPERTY}
     * is set.
     */
    public Builder wave(Path file) {
      this.wave = file;
      return this;
    }

    /**
     * Builds the module unless that was done before, and opens an instance, inputs 0, outputs
     * settled.
     *
     * @throws RtlException if it cannot be built, with the tool's message.
     */
    public RtlModule open() {
      Path file = wave == null ? defaultWave(module) : wave;
      List<Path> searched = folders.isEmpty() ? Checkout.rtlFolders() : folders;
      Path library = RtlBuild.library(module, parameters, searched, file != null);
      RtlModule opened = new RtlModule(module, library, file);
      opened.eval();
      return opened;
    }

    private static Path defaultWave(String module) {
      String folder = System.getProperty(WAVES_PROPERTY);
      if (folder == null) {
        return null;
      }
      return inFolder(Path.of(folder), module + "-" + WAVES.incrementAndGet());
    }

    private static Path inFolder(Path folder, String file) {
      try {
        return Files.createDirectories(folder).resolve(file + ".fst");
      } catch (IOException e) {
        throw new RtlException("cannot write waveforms to " + folder, e);
      }
    }
  }
}
