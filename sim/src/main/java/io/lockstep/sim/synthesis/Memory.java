package io.lockstep.sim.synthesis;

/**
 * A memory with one write and one read port, and the blocks that it takes by its shape: distributed
 * RAM up to 64 words; UltraRAM where it takes fewer blocks, by so much that block RAM would be the
 * worse use (more than {@link #BLOCK_RAMS_WORTH_AN_ULTRA_RAM} in the place of one); else block RAM.
 *
 * @param name instances on the way to it, outermost first, parted by dots.
 * @param width of a word, in bits.
 * @param depth words.
 */
public record Memory(String name, int width, int depth) {
  private static final int LUT_RAM_DEPTH = 64;
  private static final int LUT_RAM_WIDTH = 7; // RAM64M8: one write and seven read columns
  private static final int LUT_RAM_LUTS = 8;
  private static final int ULTRA_RAM_DEPTH = 4_096;
  private static final int ULTRA_RAM_WIDTH = 72;
  private static final int BLOCK_RAM_DEPTH = 512;
  private static final int BLOCK_RAM_WIDTH = 72;
  private static final int BLOCK_RAM_WIDTH_MIN = 9;

  /**
   * An FPGA has about twice as many block RAMs as UltraRAMs; an UltraRAM holds eight of them, but
   * only four where no more than half of its word is used.
   */
  private static final int BLOCK_RAMS_WORTH_AN_ULTRA_RAM = 4;

  /** Bits that are stored. */
  public long bits() {
    return (long) width * depth;
  }

  /** What it takes. */
  public Resources resources() {
    if (depth <= LUT_RAM_DEPTH) {
      return new Resources(LUT_RAM_LUTS * parts(width, LUT_RAM_WIDTH), 0, 0, 0, 0);
    }
    int ultraRams = parts(width, ULTRA_RAM_WIDTH) * parts(depth, ULTRA_RAM_DEPTH);
    int blockRams = blockRams();
    return blockRams > BLOCK_RAMS_WORTH_AN_ULTRA_RAM * ultraRams
        ? new Resources(0, 0, 0, ultraRams, 0)
        : new Resources(0, 0, blockRams, 0, 0);
  }

  /**
   * A block RAM is 512 words of 72 bits, 1,024 of 36, and so on to 4,096 of 9: the best of these.
   */
  private int blockRams() {
    int best = Integer.MAX_VALUE;
    int words = BLOCK_RAM_DEPTH;
    for (int bits = BLOCK_RAM_WIDTH; bits >= BLOCK_RAM_WIDTH_MIN; bits /= 2) {
      best = Math.min(best, parts(width, bits) * parts(depth, words));
      words *= 2;
    }
    return best;
  }

  private static int parts(int whole, int part) {
    return (whole + part - 1) / part;
  }
}
