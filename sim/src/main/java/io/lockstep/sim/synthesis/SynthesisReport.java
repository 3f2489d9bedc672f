package io.lockstep.sim.synthesis;

import io.lockstep.sim.model.Capacities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** An estimate as lines for people, in Markdown, so that the documentation can show them. */
public final class SynthesisReport {
  private SynthesisReport() {}

  /** What the preset holds. */
  public static String title(Preset preset, boolean margin) {
    Capacities holds = preset.capacities(margin);
    String title =
        String.format(
            Locale.ROOT,
            "Preset %s: %,d instruments of %,d levels, %,d orders, %,d accounts, %,d positions",
            preset.label(margin),
            holds.instruments(),
            holds.levels(),
            holds.orderSlots(),
            holds.accounts(),
            holds.positions());
    return margin
        ? title
            + String.format(
                Locale.ROOT,
                ", %,d portfolios, %d scenarios, %d groups",
                holds.portfolios(),
                holds.scenarios(),
                holds.groups())
        : title;
  }

  /** What logic and memories take, and of which device, and the longest path. */
  public static List<String> text(Preset preset, MemoryBudget memories, Synthesis.Logic logic) {
    String device = preset.device().map(Device::label).orElse("");
    Resources[] parts = {logic.resources(), memories.resources()};
    List<String> lines = new ArrayList<>();
    lines.add(
        "Estimate, before routing: logic mapped by Yosys, memories computed from their shapes.");
    lines.add("");
    lines.add(row("", "mapped", "computed", "all", device.isEmpty() ? "" : "of " + device));
    lines.add("|---|---:|---:|---:|---:|");
    lines.add(row(preset, "LUT", parts, Resources::luts));
    lines.add(row(preset, "FF", parts, Resources::flipFlops));
    lines.add(row(preset, "BRAM (36 kbit)", parts, Resources::blockRams));
    lines.add(row(preset, "URAM (288 kbit)", parts, Resources::ultraRams));
    lines.add(row(preset, "DSP", parts, Resources::dsps));
    lines.add("");
    LongestPath path = logic.longestPath();
    lines.add(
        String.format(
            Locale.ROOT,
            "Longest logic path: %.1f ns, %d LUTs (7-series cell delays; none of memories)",
            path.picoseconds() / 1e3,
            path.lookUpTables()));
    lines.add("  from " + path.from());
    lines.add("  to   " + path.to());
    return lines;
  }

  private static String row(
      Preset preset, String name, Resources[] parts, ToIntFunction<Resources> of) {
    int mapped = of.applyAsInt(parts[0]);
    int computed = of.applyAsInt(parts[1]);
    int all = mapped + computed;
    String share =
        preset
            .device()
            .map(device -> 100.0 * all / of.applyAsInt(device.resources()))
            .map(percent -> String.format(Locale.ROOT, "%.1f %%", percent))
            .orElse("");
    return row(name, count(mapped), count(computed), count(all), share);
  }

  private static String row(Object... cells) {
    return String.format("| %-15s | %9s | %9s | %9s | %s |", cells);
  }

  private static String count(int figure) {
    return String.format(Locale.ROOT, "%,d", figure);
  }
}
