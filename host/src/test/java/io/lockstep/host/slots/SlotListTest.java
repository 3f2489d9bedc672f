package io.lockstep.host.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The list sorts as a library does. jqwik prints the seed of a failure. */
class SlotListTest {
  @Property
  void sortsByBothKeys(@ForAll @Size(max = 60) List<@LongRange(min = -3, max = 3) Long> firsts) {
    SlotList list = new SlotList(60);
    list.add(99, 0, 0);
    list.clear();
    List<Integer> expected = new ArrayList<>();
    for (int slot = 0; slot < firsts.size(); slot++) {
      list.add(slot, firsts.get(slot), second(slot));
      expected.add(slot);
    }
    expected.sort(
        Comparator.<Integer, Long>comparing(firsts::get).thenComparing(SlotListTest::second));
    list.sort();
    List<Integer> sorted = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      sorted.add(list.get(i));
    }
    assertEquals(expected, sorted);
  }

  /** A different key for each slot, in another order than theirs. */
  private static long second(int slot) {
    return slot * 37L % 61 - 30;
  }
}
