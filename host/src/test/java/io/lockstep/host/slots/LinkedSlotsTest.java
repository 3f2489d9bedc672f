package io.lockstep.host.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Lists of slots against plain sets. */
class LinkedSlotsTest {
  private static final int LISTS = 3;
  private static final int SLOTS = 8;

  @Property
  void aWalkMeetsEachSlotOfTheListOnceAndNoOther(
      @ForAll @Size(max = 100) List<@IntRange(min = 0, max = LISTS * SLOTS - 1) Integer> moves) {
    LinkedSlots lists = new LinkedSlots(LISTS, SLOTS);
    List<Set<Integer>> expected = new ArrayList<>();
    for (int list = 0; list < LISTS; list++) {
      expected.add(new TreeSet<>());
    }
    for (int move : moves) {
      int slot = move % SLOTS;
      int list = move / SLOTS;
      for (int old = 0; old < LISTS; old++) {
        if (expected.get(old).remove(slot)) {
          lists.remove(old, slot);
        }
      }
      lists.add(list, slot);
      expected.get(list).add(slot);
      for (int any = 0; any < LISTS; any++) {
        assertEquals(List.copyOf(expected.get(any)), walk(lists, any).stream().sorted().toList());
      }
    }
  }

  private static List<Integer> walk(LinkedSlots lists, int list) {
    List<Integer> met = new ArrayList<>();
    for (int slot = lists.first(list); slot != LinkedSlots.END; slot = lists.next(slot)) {
      met.add(slot);
    }
    return met;
  }
}
