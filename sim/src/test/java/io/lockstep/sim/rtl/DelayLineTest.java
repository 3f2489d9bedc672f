package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What comes in comes out as many cycles later, and stays unless it is taken. */
class DelayLineTest {
  @Rtl(module = "delay_line", parameters = "CYCLES=4")
  RtlModule dut;

  @Test
  void givesWhatCameInFourCyclesAgo() {
    dut.set("take_i", 1);
    for (int cycle = 0; cycle < 100; cycle++) {
      dut.set("data_i", cycle * 37 & 0xFF);
      dut.clock();
      if (cycle >= 3) {
        assertEquals((cycle - 3) * 37 & 0xFF, dut.get("data_o"));
      }
    }
  }

  @Test
  void keepsWhatItTookLast() {
    dut.set("take_i", 1);
    dut.set("data_i", 5);
    dut.clock(4);
    dut.set("take_i", 0);
    dut.set("data_i", 9);
    dut.clock(10);
    assertEquals(5, dut.get("data_o"));
  }
}
