package io.lockstep.sim.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The streams of {@code ./lockstep fuzz --coverage}, short ones, reach every line not waived. */
class CoverageRunTest {
  private static final long COMMANDS = 30_000;

  @Test
  @Timeout(600)
  void everyLineOfTheRtlIsReachedOrWaived() throws IOException {
    CoverageReport report = new CoverageRun().run(COMMANDS, 1);
    assertEquals(List.of(), report.unreached());
    assertEquals(List.of(), report.wrongWaivers());
    assertTrue(report.modules().size() > 20, "modules");
  }
}
