package io.lockstep.sim.synthesis;

import io.lockstep.sim.rtl.RtlException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The longest path from register to register, by cell delays only.
 *
 * @param picoseconds from clock to data.
 * @param lookUpTables on the way.
 * @param from the register where it begins, with the instances on the way to it; or a port.
 * @param to where it ends: a register too, or logic whose line is named.
 */
public record LongestPath(int picoseconds, int lookUpTables, String from, String to) {
  private static final Pattern LATEST =
      Pattern.compile(
          "^Latest arrival time in '\\S+' is (\\d+):\\n((?: .*\\n)+)", Pattern.MULTILINE);

  private static final Pattern WARNING = Pattern.compile("^Warning.*\\n", Pattern.MULTILINE);

  /** A cell of the path, the latest first. */
  private static final Pattern CELL =
      Pattern.compile("^ *\\d+ (\\S+) \\((\\w+)\\.", Pattern.MULTILINE);

  private static final Pattern SOURCE = Pattern.compile("([^/|]+\\.sv:\\d+)");
  private static final Pattern OUTPUT = Pattern.compile("connect \\\\Q \\\\?(\\S+)( \\[\\d+])?");

  /**
   * Reads what Yosys has written.
   *
   * @param timing by {@code sta}.
   * @param flipFlops by {@code dump t:FD*}.
   */
  static LongestPath read(String timing, String flipFlops) {
    Matcher latest = LATEST.matcher(WARNING.matcher(timing).replaceAll(""));
    if (!latest.find()) {
      throw new RtlException("Yosys tells no longest path:\n" + timing);
    }
    String first = null;
    String last = null;
    int lookUpTables = 0;
    Matcher cell = CELL.matcher(latest.group(2));
    while (cell.find()) {
      last = last == null ? cell.group(1) : last;
      if (cell.group(2).startsWith("FD")) {
        first = cell.group(1);
      } else if (cell.group(2).startsWith("LUT")) {
        lookUpTables++;
      }
    }
    return new LongestPath(
        Integer.parseInt(latest.group(1)),
        lookUpTables,
        end(first, flipFlops),
        end(last, flipFlops));
  }

  /** The register that a flip-flop is of, with the instances on the way to it. */
  private static String end(String cell, String flipFlops) {
    if (cell == null) {
      return "a port";
    }
    int at = flipFlops.indexOf(' ' + cell + '\n');
    if (at < 0) {
      // A path that Yosys cannot follow to a register, as through a carry chain's last cell.
      return "logic at " + find(SOURCE, cell).orElse(cell);
    }
    return find(OUTPUT, flipFlops.substring(at, flipFlops.indexOf("\n  end", at)))
        .map(MemoryBudget::instance)
        .orElse(cell);
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
