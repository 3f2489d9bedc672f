package io.lockstep.sim.synthesis;

import io.lockstep.sim.rtl.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Yosys over {@code lockstep_card} of one preset. Its memories are listed as the RTL elaborates to
 * them, and their blocks computed ({@link Memory}); the logic is mapped round memories without an
 * inside ({@code fpga/synthesis}). Mapped block by block, deep memories would be joined by
 * multiplexers of logic, where a device's blocks have cascades, and Yosys would keep a byte or more
 * for each bit stored.
 */
public final class Synthesis {
  private static final Pattern CELLS = Pattern.compile("^ +(\\w+) +(\\d+)$", Pattern.MULTILINE);

  private final String top;
  private final String parameters;
  private final Yosys yosys;

  /** The logic of a card. */
  public record Logic(Resources resources, LongestPath longestPath) {}

  /** Of the card; leaves scripts, logs and results in {@code fpga/target/synth}. */
  public Synthesis(Preset preset, boolean margin) throws IOException {
    this(
        "lockstep_card",
        preset.parameters(margin),
        Checkout.root()
            .resolve("fpga/target/synth")
            .resolve(preset.label(margin).replace(" --", "-")));
  }

  /**
   * Of any module.
   *
   * @param parameters as {@code chparam} takes them.
   * @param folder for scripts, logs and results.
   */
  Synthesis(String top, String parameters, Path folder) throws IOException {
    this.top = top;
    this.parameters = parameters;
    yosys = new Yosys(folder);
  }

  /** Elaborates the card and lists its memories; takes seconds. */
  public MemoryBudget memories() throws IOException {
    yosys.run(
        "memories",
        String.join(
            "\n",
            read(Yosys.sources()),
            "hierarchy -check -top " + top,
            "flatten",
            "tee -q -o memories.il dump m:*",
            ""),
        stage -> {});
    return MemoryBudget.read(yosys.result("memories.il"));
  }

  /**
   * Maps everything but the memories; takes minutes.
   *
   * @param progress is told of each stage as it begins.
   */
  public Logic logic(Consumer<String> progress) throws IOException {
    yosys.run(
        "logic",
        String.join(
            "\n",
            Yosys.stage("elaborate and optimise"),
            read(Yosys.sourcesWithoutMemories()),
            map("begin:map_memory"),
            Yosys.stage("map to look-up tables"),
            map("fine:check"),
            Yosys.stage("longest path"),
            "tee -q -o cells.txt stat",
            "tee -q -o flip-flops.il dump t:FD*",
            "read_verilog -lib -specify +/xilinx/cells_sim.v",
            "tee -q -o timing.txt sta",
            ""),
        progress);
    return new Logic(
        cells(yosys.result("cells.txt")),
        LongestPath.read(yosys.result("timing.txt"), yosys.result("flip-flops.il")));
  }

  private String read(List<Path> sources) {
    StringBuilder script = new StringBuilder("read_verilog -sv -noassert");
    sources.forEach(source -> script.append(' ').append(source));
    return script.append("\nchparam ").append(parameters).append(' ').append(top).toString();
  }

  private String map(String steps) {
    return "synth_xilinx -family xcup -uram -abc9 -noiopad -flatten -top " + top + " -run " + steps;
  }

  /** Sums the cells that {@code stat} counts. */
  static Resources cells(String statistics) {
    Resources sum = Resources.NONE;
    Matcher cells = CELLS.matcher(statistics);
    while (cells.find()) {
      int count = Integer.parseInt(cells.group(2));
      String kind = cells.group(1);
      if (kind.startsWith("LUT") || kind.startsWith("SRL")) {
        sum = sum.plus(new Resources(count, 0, 0, 0, 0));
      } else if (kind.startsWith("FD")) {
        sum = sum.plus(new Resources(0, count, 0, 0, 0));
      } else if (kind.startsWith("DSP")) {
        sum = sum.plus(new Resources(0, 0, 0, 0, count));
      }
    }
    return sum;
  }
}
