package io.lockstep.host.cli;

import io.lockstep.sim.synthesis.MemoryBudget;
import io.lockstep.sim.synthesis.Preset;
import io.lockstep.sim.synthesis.Synthesis;
import io.lockstep.sim.synthesis.SynthesisReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the card takes of an FPGA. */
@Command(
    name = "synth",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Estimates, before placement and routing, what the card takes of an UltraScale+ FPGA: Yosys"
          + " maps the logic and finds its longest path; the blocks of the memories are computed"
          + " from their widths and depths. Takes minutes.",
      "Leaves scripts and logs in fpga/target/synth. docs/synthesis.md says what the figures mean."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 the RTL cannot be synthesised; 2 wrong use.",
      "",
      "Example: ./lockstep synth --preset card"
    })
final class SynthCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Option(
      names = "--preset",
      paramLabel = "sim|card|largest",
      defaultValue = "sim",
      description = {
        "The card's size (default: sim): sim as simulated; card for one named device, with the"
            + " share of it that is taken; largest as large as the RTL allows for."
      })
  private Preset preset;

  @Option(
      names = "--margin",
      description =
          "The card with margin; of card's size, what its memories take leaves fewer orders,"
              + " accounts and positions.")
  private boolean margin;

  @Option(
      names = "--memories",
      description = "Only elaborate the card and show its memories; takes seconds.")
  private boolean onlyMemories;

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    PrintWriter out = spec.commandLine().getOut();
    out.println(SynthesisReport.title(preset, margin));
    out.flush();
    Synthesis synthesis = new Synthesis(preset, margin);
    MemoryBudget memories = synthesis.memories();
    show(out, memories.table());
    if (!onlyMemories) {
      Synthesis.Logic logic =
          synthesis.logic(
              stage -> {
                out.printf(Locale.ROOT, "%4d s  %s%n", seconds(start), stage);
                out.flush();
              });
      show(out, SynthesisReport.text(preset, memories, logic));
    }
    out.printf(Locale.ROOT, "%d s%n", seconds(start));
    out.flush();
    return ExitCode.OK;
  }

  private static void show(PrintWriter out, List<String> lines) {
    out.println();
    lines.forEach(out::println);
    out.println();
    out.flush();
  }

  private static long seconds(long start) {
    return (System.nanoTime() - start) / 1_000_000_000;
  }
}
