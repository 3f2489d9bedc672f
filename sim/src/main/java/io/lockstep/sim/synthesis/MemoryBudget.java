package io.lockstep.sim.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memories of a card, the largest first.
 *
 * @param memories each of them.
 */
public record MemoryBudget(List<Memory> memories) {
  /** How Yosys dumps a memory of the flattened design. */
  private static final Pattern DUMPED =
      Pattern.compile("^ *memory width (\\d+) size (\\d+) \\\\(\\S+)\\.memory$", Pattern.MULTILINE);

  private static final Pattern NUMBER = Pattern.compile("\\[\\d+]");
  private static final Pattern PREFIX = Pattern.compile("(^|\\.)(u|gen|g)_");

  /** Reads what Yosys' {@code dump m:*} has written. */
  static MemoryBudget read(String dump) {
    List<Memory> memories = new ArrayList<>();
    Matcher dumped = DUMPED.matcher(dump);
    while (dumped.find()) {
      memories.add(
          new Memory(
              instance(dumped.group(3)),
              Integer.parseInt(dumped.group(1)),
              Integer.parseInt(dumped.group(2))));
    }
    memories.sort(Comparator.comparingLong(Memory::bits).reversed().thenComparing(Memory::name));
    return new MemoryBudget(memories);
  }

  /** An instance's name without the prefixes that tell instances and generated blocks. */
  static String instance(String name) {
    return PREFIX.matcher(name).replaceAll("$1");
  }

  /** Bits of all. */
  public long bits() {
    return memories.stream().mapToLong(Memory::bits).sum();
  }

  /** What all take. */
  public Resources resources() {
    return memories.stream().map(Memory::resources).reduce(Resources.NONE, Resources::plus);
  }

  /**
   * A table for people; Markdown, so that the documentation can show it as it is. Memories of one
   * shape that differ only by numbers in their names share a row, with what all of them take.
   */
  public List<String> table() {
    Map<String, List<Memory>> alike = new LinkedHashMap<>();
    for (Memory memory : memories) {
      String shape = numberless(memory) + ' ' + memory.width() + ' ' + memory.depth();
      alike.computeIfAbsent(shape, key -> new ArrayList<>()).add(memory);
    }
    List<String> lines = new ArrayList<>();
    lines.add(row("memory", "width", "depth", "bits", "LUT", "BRAM", "URAM"));
    lines.add("|---|---:|---:|---:|---:|---:|---:|");
    for (List<Memory> same : alike.values()) {
      Memory first = same.get(0);
      MemoryBudget all = new MemoryBudget(same);
      lines.add(
          row(
              same.size() == 1
                  ? '`' + first.name() + '`'
                  : same.size() + " × `" + numberless(first) + '`',
              count(first.width()),
              count(first.depth()),
              all.bits(),
              all.resources()));
    }
    lines.add(row("all", "", "", bits(), resources()));
    return lines;
  }

  private static String numberless(Memory memory) {
    return NUMBER.matcher(memory.name()).replaceAll("[*]");
  }

  private static String row(
      String name, String width, String depth, long bits, Resources resources) {
    return row(
        name,
        width,
        depth,
        count(bits),
        count(resources.luts()),
        count(resources.blockRams()),
        count(resources.ultraRams()));
  }

  private static String row(Object... cells) {
    return String.format("| %-58s | %5s | %9s | %13s | %4s | %5s | %5s |", cells);
  }

  private static String count(long figure) {
    return figure == 0 ? "" : String.format(Locale.ROOT, "%,d", figure);
  }
}
