package io.lockstep.sim.coverage;

import io.lockstep.sim.coverage.Waivers.Waiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Line coverage module by module, the lines that were not reached, and what is wrong with waivers.
 */
public final class CoverageReport {
  private final List<Module> modules = new ArrayList<>();
  private final List<String> unreached = new ArrayList<>();
  private final List<String> wrongWaivers = new ArrayList<>();

  /**
   * One source.
   *
   * @param lines that count.
   * @param reached of them.
   * @param waived of those not reached.
   */
  public record Module(String file, int lines, int reached, int waived) {}

  /**
   * Puts the counts beside the sources.
   *
   * @param rtl folder of the sources.
   * @throws IOException where a source cannot be read.
   */
  public static CoverageReport of(LineCounts counts, Path rtl, Waivers waivers) throws IOException {
    CoverageReport report = new CoverageReport();
    for (String file : counts.files()) {
      List<String> source = Files.readAllLines(rtl.resolve(file), StandardCharsets.UTF_8);
      report.add(file, source, counts.lines(file), waivers.of(file));
    }
    for (Waiver waiver : waivers.all()) {
      if (report.modules.stream().noneMatch(module -> module.file().equals(waiver.file()))) {
        report.wrongWaivers.add("stale, no such module: " + text(waiver));
      }
    }
    return report;
  }

  private CoverageReport() {}

  private void add(
      String file, List<String> source, Map<Integer, Long> counts, List<Waiver> waivers) {
    int reached = 0;
    int waived = 0;
    for (Map.Entry<Integer, Long> line : counts.entrySet()) {
      String text = source.get(line.getKey() - 1).strip();
      if (line.getValue() > 0) {
        reached++;
      } else if (waivers.stream().anyMatch(waiver -> waiver.text().equals(text))) {
        waived++;
      } else {
        unreached.add("%s:%d: %s".formatted(file, line.getKey(), text));
      }
    }
    modules.add(new Module(file, counts.size(), reached, waived));
    waivers.forEach(waiver -> check(waiver, source, counts));
  }

  /** A waiver must name lines that are there, and none that is reached. */
  private void check(Waiver waiver, List<String> source, Map<Integer, Long> counts) {
    boolean isThere = source.stream().anyMatch(line -> line.strip().equals(waiver.text()));
    if (!isThere) {
      wrongWaivers.add("stale, no such line: " + text(waiver));
      return;
    }
    boolean isNeeded = false;
    boolean isReached = false;
    for (Map.Entry<Integer, Long> line : counts.entrySet()) {
      if (source.get(line.getKey() - 1).strip().equals(waiver.text())) {
        isNeeded |= line.getValue() == 0;
        isReached |= line.getValue() > 0;
      }
    }
    if (!isNeeded || isReached) {
      wrongWaivers.add("superfluous, the line is reached: " + text(waiver));
    }
  }

  private static String text(Waiver waiver) {
    return waiver.file() + " | " + waiver.text();
  }

  /** Whether every line is reached or waived, and every waiver needed. */
  public boolean isComplete() {
    return unreached.isEmpty() && wrongWaivers.isEmpty();
  }

  /** Each source, by name. */
  public List<Module> modules() {
    return modules;
  }

  /** Lines neither reached nor waived. */
  public List<String> unreached() {
    return unreached;
  }

  /** Waivers that are stale or superfluous. */
  public List<String> wrongWaivers() {
    return wrongWaivers;
  }

  /** The whole report as lines for people. */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add("%-28s %7s %7s %7s %8s".formatted("module", "lines", "reached", "waived", ""));
    int all = 0;
    int reached = 0;
    int waived = 0;
    for (Module module : modules) {
      lines.add(row(module.file(), module.lines(), module.reached(), module.waived()));
      all += module.lines();
      reached += module.reached();
      waived += module.waived();
    }
    lines.add(row("all", all, reached, waived));
    unreached.forEach(line -> lines.add("not reached: " + line));
    wrongWaivers.forEach(waiver -> lines.add("waiver " + waiver));
    return lines;
  }

  private static String row(String name, int lines, int reached, int waived) {
    double percent = lines == 0 ? 100 : 100.0 * reached / lines;
    return String.format(
        Locale.ROOT, "%-28s %7d %7d %7d %7.1f%%", name, lines, reached, waived, percent);
  }
}
