package io.lockstep.sim.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts of Verilator's format beside a source and its waivers. */
class CoverageReportTest {
  private static final String SOURCE =
      """
      module gate;
        always_comb begin
          if (a_i) begin
            b_o = 1'b1;
          end else begin
            b_o = 1'b0;
          end
        end
      """;

  @TempDir private Path folder;

  private final LineCounts counts = new LineCounts();

  @BeforeEach
  void writeSource() throws IOException {
    Files.writeString(folder.resolve("gate.sv"), SOURCE);
  }

  private static String point(int line, String branch, String lines, int count) {
    return "C '<f=/x/gate.sv<l=%d<n=5<o=%s<S=%s<h=TOP.u_gate' %d\n"
        .formatted(line, branch, lines, count)
        .replace('<', (char) 1)
        .replace('=', (char) 2);
  }

  private void add(String... points) throws IOException {
    Path file = folder.resolve("coverage.dat");
    Files.writeString(file, "# SystemC::Coverage-3\n" + String.join("", points));
    counts.add(file);
  }

  private CoverageReport report(String waivers) throws IOException {
    Path file = Files.writeString(folder.resolve("waivers.txt"), "# some words\n\n" + waivers);
    return CoverageReport.of(counts, folder, Waivers.read(file));
  }

  @Test
  void sumsOverInstancesAndFiles() throws IOException {
    add(point(3, "if", "3-4", 2), point(3, "if", "3-4", 5));
    add(point(3, "if", "3-4", 1));
    assertEquals(Map.of(3, 8L, 4, 8L), counts.lines("gate.sv"));
  }

  @Test
  void aLineCountsAsItsBranchThatWasReachedLeast() throws IOException {
    add(point(3, "if", "3,4", 7), point(3, "else", "3,6", 0));
    assertEquals(Map.of(3, 0L, 4, 7L, 6, 0L), counts.lines("gate.sv"));
  }

  @Test
  void refusesAFileThatIsNoCoverage() throws IOException {
    Path file = Files.writeString(folder.resolve("other"), "something else\n");
    assertThrows(IOException.class, () -> counts.add(file));
  }

  @Test
  void tellsWhichLinesWereNotReached() throws IOException {
    add(point(3, "if", "3-4", 7), point(3, "else", "6", 0));
    CoverageReport report = report("");
    assertFalse(report.isComplete());
    assertEquals(List.of("gate.sv:6: b_o = 1'b0;"), report.unreached());
    assertTrue(report.text().contains("not reached: gate.sv:6: b_o = 1'b0;"));
  }

  @Test
  void aWaiverStandsForALineThatIsNotReached() throws IOException {
    add(point(3, "if", "3-4", 7), point(3, "else", "6", 0));
    CoverageReport report = report("gate.sv | b_o = 1'b0; | nobody sets a_i\n");
    assertTrue(report.isComplete(), report.text().toString());
    assertEquals(1, report.modules().get(0).waived());
  }

  @Test
  void aWaiverWhoseLineOrModuleIsGoneIsStale() throws IOException {
    add(point(3, "if", "3-4", 7));
    CoverageReport report = report("gate.sv | b_o = 1'bx; | why\nnone.sv | x | why\n");
    assertFalse(report.isComplete());
    assertEquals(2, report.wrongWaivers().size());
    assertTrue(report.wrongWaivers().get(0).startsWith("stale"));
  }

  @Test
  void aWaiverOfALineThatIsReachedIsSuperfluous() throws IOException {
    add(point(3, "if", "3-4", 7));
    CoverageReport report = report("gate.sv | b_o = 1'b1; | why\n");
    assertFalse(report.isComplete());
    assertTrue(report.wrongWaivers().get(0).startsWith("superfluous"));
  }

  @Test
  void aWaiverNeedsAReason() {
    assertThrows(IOException.class, () -> report("gate.sv | b_o = 1'b0;\n"));
  }
}
