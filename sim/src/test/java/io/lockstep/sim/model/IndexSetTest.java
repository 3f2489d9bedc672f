package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The set of numbers finds the neighbours that a plain bit set finds. */
class IndexSetTest {
  private static final int CHANGES = 300;

  @Property(tries = 60)
  void findsTheNeighboursOfAnyNumber(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20_000) int size) {
    Random random = new Random(seed);
    IndexSet set = new IndexSet(size);
    BitSet plain = new BitSet(size);
    for (int change = 0; change < CHANGES; change++) {
      int index = random.nextInt(size);
      if (random.nextInt(3) == 0) {
        int near = Math.max(0, plain.previousSetBit(index));
        set.remove(near);
        plain.clear(near);
      } else {
        set.add(index);
        plain.set(index);
      }
      int from = random.nextInt(size + 1);
      assertEquals(plain.nextSetBit(from), set.next(from), "next");
      assertEquals(plain.previousSetBit(from - 1), set.previous(from - 1), "previous");
      assertEquals(plain.get(index), set.contains(index));
    }
  }
}
