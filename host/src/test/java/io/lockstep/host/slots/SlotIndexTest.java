package io.lockstep.host.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The flat map does what a map does, however keys collide. jqwik prints the seed of a failure. */
class SlotIndexTest {
  private static final int KEYS = 24;

  /** Puts, removes and reads few keys in a map with room for fewer cells than that, twice over. */
  @Property(tries = 2_000)
  void behavesAsAMap(
      @ForAll @Size(max = 200) List<@IntRange(max = 3 * KEYS - 1) Integer> operations) {
    SlotIndex index = new SlotIndex(KEYS);
    Map<Integer, Integer> expected = new HashMap<>();
    int slot = 0;
    for (int operation : operations) {
      int key = operation % KEYS;
      if (operation < 2 * KEYS) {
        index.put(key, -key, slot);
        expected.put(key, slot++);
      } else {
        index.remove(key, -key);
        expected.remove(key);
      }
      for (int other = 0; other < KEYS; other++) {
        assertEquals(expected.getOrDefault(other, SlotIndex.MISSING), index.get(other, -other));
      }
    }
  }

  @Test
  void bothWordsOfAKeyCount() {
    SlotIndex index = new SlotIndex(4);
    index.put(1, 2, 7);
    assertEquals(7, index.get(1, 2));
    assertEquals(SlotIndex.MISSING, index.get(1, 3));
    assertEquals(SlotIndex.MISSING, index.get(2, 2));
  }

  @Test
  void holdsAsManyAsItSays() {
    int capacity = 1_000;
    SlotIndex index = new SlotIndex(capacity);
    for (int i = 0; i < capacity; i++) {
      index.put(i * 1_000_003L, i, i);
    }
    for (int i = 0; i < capacity; i++) {
      assertEquals(i, index.get(i * 1_000_003L, i));
    }
  }
}
