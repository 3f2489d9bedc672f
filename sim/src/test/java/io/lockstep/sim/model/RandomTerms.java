package io.lockstep.sim.model;

import io.lockstep.sim.model.MarginTerms.Array;
import io.lockstep.sim.model.MarginTerms.Fees;
import io.lockstep.sim.model.MarginTerms.Terms;
import java.util.Arrays;
import java.util.Random;

/** Random parameters of margin, small and large, such that a card takes them. */
final class RandomTerms {
  static final long MAX_PRICE = 1_050;

  private static final int RATES = 1 << 17;

  private final Random random;
  private final int scenarios;

  RandomTerms(Random random, int scenarios) {
    this.random = random;
    this.scenarios = scenarios;
  }

  Terms terms(int group) {
    long multiplier = 1 + random.nextInt(20);
    long worstFee = MAX_PRICE * multiplier / 128 + 1;
    long limit = random.nextInt(4) == 0 ? 20 + random.nextInt(40) : 1_000_000;
    return new Terms(group, multiplier, random.nextInt(6), worstFee, limit);
  }

  /** An array that mostly is a move of the price up or down, as those of instruments are. */
  Array array(int middle, long multiplier) {
    int[] lanes = new int[scenarios];
    int delta = (int) multiplier * (random.nextInt(5) - 1);
    for (int s = 0; s < scenarios; s++) {
      int move = (s - scenarios / 2) * 5;
      lanes[s] = delta * move + random.nextInt(41) - 20;
    }
    int[] bounds = {random.nextInt(8), random.nextInt(16), random.nextInt(24)};
    Arrays.sort(bounds);
    int[] slopes = new int[4];
    for (int part = 0; part < slopes.length; part++) {
      slopes[part] = random.nextInt(30);
    }
    long minimum = random.nextInt(2) == 0 ? random.nextInt(1_500) : 0;
    return new Array(middle - 4 + random.nextInt(9), lanes, minimum, bounds, slopes);
  }

  Fees fees() {
    int most = random.nextBoolean() ? RATES : RATES / 64;
    return new Fees(rate(most), rate(most), rate(most));
  }

  private int rate(int most) {
    return random.nextInt(3) == 0 ? -random.nextInt(most / 4) : random.nextInt(most);
  }

  /** IMf in 1/256. */
  int initialFactor() {
    return random.nextInt(8) == 0 ? random.nextInt(513) : 256 + random.nextInt(129);
  }
}
