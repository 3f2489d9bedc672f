package io.lockstep.host.slots;

import java.util.Arrays;

/**
 * Slots in lists, each slot in at most one: the neighbours stand in arrays by slot, so that a slot
 * comes and goes in one step, and a walk costs what its list is long. Walked in no given order. No
 * allocation after the constructor; one thread.
 */
public final class LinkedSlots {
  /** Behind the last slot of a list. */
  public static final int END = -1;

  private final int[] firsts;
  private final int[] nexts;
  private final int[] previous;

  /**
   * @param lists numbered from 0, all empty.
   * @param slots numbered from 0, none in a list.
   */
  public LinkedSlots(int lists, int slots) {
    firsts = new int[lists];
    nexts = new int[slots];
    previous = new int[slots];
    Arrays.fill(firsts, END);
  }

  /** Puts a slot, which is in no list, into one. */
  public void add(int list, int slot) {
    int second = firsts[list];
    firsts[list] = slot;
    nexts[slot] = second;
    previous[slot] = END;
    if (second != END) {
      previous[second] = slot;
    }
  }

  /** Takes a slot out of its list. */
  public void remove(int list, int slot) {
    int before = previous[slot];
    int behind = nexts[slot];
    if (before == END) {
      firsts[list] = behind;
    } else {
      nexts[before] = behind;
    }
    if (behind != END) {
      previous[behind] = before;
    }
  }

  /**
   * Where a walk begins, or {@link #END}. A slot added meanwhile is not met; the one at which the
   * walk stands must not be removed.
   */
  public int first(int list) {
    return firsts[list];
  }

  /** Where it goes on, or {@link #END}. */
  public int next(int slot) {
    return nexts[slot];
  }
}
