package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counters in memory against an array, counting in every cycle. */
class CounterMemoryTest {
  private static final int COUNT = 8;

  @Rtl(module = "counter_memory", parameters = "COUNT=8")
  RtlModule dut;

  @BeforeEach
  void cleared() {
    dut.clockUntil(dut.port("clearing_o"), 0, COUNT + 1);
  }

  @Test
  void countsAlsoTheSameCounterInCyclesOnEnd() {
    Random random = new Random(1);
    long[] expected = new long[COUNT];
    int index = 0;
    for (int cycle = 0; cycle < 10_000; cycle++) {
      index = random.nextInt(3) == 0 ? random.nextInt(COUNT) : index;
      boolean counts = random.nextBoolean();
      dut.set("increment_i", counts ? 1 : 0);
      dut.set("index_i", index);
      expected[index] += counts ? 1 : 0;
      dut.clock();
    }
    dut.set("increment_i", 0);
    dut.clock(2);
    for (int i = 0; i < COUNT; i++) {
      assertEquals(expected[i], read(i), "counter " + i);
    }
  }

  @Test
  void forgetsOnReset() {
    dut.set("increment_i", 1);
    dut.set("index_i", 3);
    dut.clock(5);
    dut.set("increment_i", 0);
    dut.clock(2);
    assertEquals(5, read(3));
    dut.reset();
    dut.clockUntil(dut.port("clearing_o"), 0, COUNT + 1);
    assertEquals(0, read(3));
  }

  private long read(int index) {
    dut.set("read_index_i", index);
    dut.clock();
    return dut.get("count_o");
  }
}
