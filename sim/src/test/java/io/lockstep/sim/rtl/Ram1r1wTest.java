package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The memory against an array: random reads and writes, often of one address in one cycle. */
class Ram1r1wTest {
  private static final int DEPTH = 8;
  private static final int CYCLES = 20_000;

  @Rtl(
      module = "ram_1r1w",
      parameters = {"WIDTH=20", "DEPTH=8"})
  RtlModule dut;

  @Test
  void readsWhatWasWrittenLastAndInTheSameCycleAndKeepsIt() {
    Random random = new Random(1);
    long[] memory = new long[DEPTH];
    for (int address = 0; address < DEPTH; address++) {
      write(address, 0);
      dut.clock();
    }
    dut.set("read_i", 1);
    dut.clock();
    long expected = 0;
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      int written = random.nextInt(DEPTH);
      boolean writes = random.nextBoolean();
      if (writes) {
        memory[written] = random.nextInt(1 << 20);
      }
      write(written, memory[written]);
      dut.set("write_i", writes ? 1 : 0);
      int read = random.nextInt(DEPTH);
      boolean reads = random.nextBoolean();
      dut.set("read_i", reads ? 1 : 0);
      dut.set("read_address_i", read);
      dut.clock();
      expected = reads ? memory[read] : expected;
      assertEquals(expected, dut.get("read_data_o"), "cycle " + cycle);
    }
  }

  private void write(int address, long value) {
    dut.set("write_i", 1);
    dut.set("write_address_i", address);
    dut.set("write_data_i", value);
  }
}
