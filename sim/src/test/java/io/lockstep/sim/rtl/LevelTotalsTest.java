package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Which operands go into which total. */
class LevelTotalsTest {
  @Rtl(module = "level_totals")
  RtlModule dut;

  @Test
  void workOutEachOutcome() {
    dut.set("best_i", 1_000_000_000_000L);
    dut.set("level_i", 2_000_000_000_000L);
    dut.set("maker_i", 7);
    dut.set("left_i", 8);
    dut.set("resting_i", 9);
    dut.eval();
    assertEquals(1_999_999_999_993L, dut.get("without_maker_o"));
    assertEquals(999_999_999_992L, dut.get("without_left_o"));
    assertEquals(2_000_000_000_009L, dut.get("with_resting_o"));
    dut.set("matching_i", 1);
    dut.eval();
    assertEquals(999_999_999_993L, dut.get("without_maker_o"));
  }
}
