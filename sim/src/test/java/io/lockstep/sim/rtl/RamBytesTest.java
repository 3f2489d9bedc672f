package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The byte-enabled memory against arrays; never reads the word being written. */
class RamBytesTest {
  private static final int DEPTH = 4;
  private static final int BYTES = 64;

  @Rtl(module = "ram_bytes", parameters = "DEPTH=4")
  RtlModule dut;

  @Test
  void writesTheBytesEnabledAndLeavesTheOthers() {
    Random random = new Random(1);
    byte[][] memory = new byte[DEPTH][BYTES];
    UnsafeBuffer word = new UnsafeBuffer(new byte[BYTES]);
    for (int cycle = 0; cycle < 5_000; cycle++) {
      int address = cycle % DEPTH;
      long enabled = cycle < DEPTH ? -1 : random.nextLong() & random.nextLong();
      random.nextBytes(word.byteArray());
      dut.set("write_i", enabled);
      dut.set("write_address_i", address);
      dut.port("write_data_i").set(word, 0);
      for (int i = 0; i < BYTES; i++) {
        if ((enabled >>> i & 1) != 0) {
          memory[address][i] = word.getByte(i);
        }
      }
      int read = (address + 1 + random.nextInt(DEPTH - 1)) % DEPTH;
      dut.set("read_address_i", read);
      dut.clock();
      if (cycle >= DEPTH) {
        UnsafeBuffer answer = new UnsafeBuffer(new byte[BYTES]);
        dut.port("read_data_o").get(answer, 0);
        assertArrayEquals(memory[read], answer.byteArray(), "cycle " + cycle);
      }
    }
  }
}
