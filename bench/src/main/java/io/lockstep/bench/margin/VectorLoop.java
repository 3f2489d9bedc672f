package io.lockstep.bench.margin;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The host's loop over positions and scenarios, by the Vector API: lanes of 32 bits times lots,
 * summed up in 64 bits. The sums of two vectors of scenarios stay in registers while an account's
 * positions pass; what is too wide for them is another turn. Compiled on its own, since javac warns
 * of incubating modules whatever it is told.
 */
final class VectorLoop {
  private static final VectorSpecies<Long> SUMS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> LANES =
      VectorSpecies.of(int.class, VectorShape.forBitSize(SUMS.vectorBitSize() / 2));
  private static final int WIDTH = SUMS.length();

  private VectorLoop() {}

  /**
   * Values the positions of all accounts.
   *
   * @param arrays of all instruments, {@code stride} lanes each, those beyond the scenarios 0.
   * @param instruments of the positions, account by account.
   * @param lots of the positions.
   * @param positions of each account.
   * @param worst gets each account's profit in its worst scenario, at most 0.
   */
  static void revalue(
      int[] arrays,
      int stride,
      int scenarios,
      int[] instruments,
      int[] lots,
      int positions,
      long[] worst) {
    for (int account = 0; account < worst.length; account++) {
      int from = account * positions;
      long least = 0;
      for (int scenario = 0; scenario < scenarios; scenario += 2 * WIDTH) {
        LongVector one = LongVector.zero(SUMS);
        LongVector other = LongVector.zero(SUMS);
        for (int i = from; i < from + positions; i++) {
          int at = instruments[i] * stride + scenario;
          one = one.add(lanes(arrays, at).mul(lots[i]));
          other = other.add(lanes(arrays, at + WIDTH).mul(lots[i]));
        }
        least = Math.min(least, one.min(other).reduceLanes(VectorOperators.MIN));
      }
      worst[account] = least;
    }
  }

  private static LongVector lanes(int[] arrays, int at) {
    return (LongVector) IntVector.fromArray(LANES, arrays, at).castShape(SUMS, 0);
  }
}
