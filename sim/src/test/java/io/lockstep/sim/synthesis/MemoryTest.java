package io.lockstep.sim.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The blocks that a memory takes, by its shape. */
class MemoryTest {
  @ParameterizedTest(name = "{0} bits, {1} words")
  @CsvSource({
    "7, 64, 8, 0, 0",
    "8, 64, 16, 0, 0",
    "64, 65, 0, 1, 0",
    "512, 256, 0, 8, 0",
    "72, 512, 0, 1, 0",
    "73, 512, 0, 2, 0",
    "9, 4096, 0, 1, 0",
    "18, 2048, 0, 1, 0",
    "19, 2048, 0, 2, 0",
    "64, 1024, 0, 2, 0",
    "64, 4096, 0, 0, 1",
    "72, 4097, 0, 0, 2",
    "73, 8192, 0, 0, 4",
    "17, 131072, 0, 64, 0",
    "36, 65536, 0, 64, 0",
    "37, 65536, 0, 0, 16",
  })
  void takesBlocks(int width, int depth, int luts, int blockRams, int ultraRams) {
    assertEquals(
        new Resources(luts, 0, blockRams, ultraRams, 0),
        new Memory("memory", width, depth).resources());
  }
}
