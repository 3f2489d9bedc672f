package io.lockstep.sim.fuzz;

import java.util.Arrays;

/**
 * Slots in groups: a slot is in one group or in none, and any one of a group is found by chance at
 * once.
 */
final class SlotGroups {
  private static final int NONE = -1;

  private final int[][] members;
  private final int[] sizes;
  private final int[] groupOf;
  private final int[] placeOf;

  SlotGroups(int groups, int slots) {
    members = new int[groups][0];
    sizes = new int[groups];
    groupOf = new int[slots];
    placeOf = new int[slots];
    Arrays.fill(groupOf, NONE);
  }

  /** Puts a slot into a group; it leaves the one that it was in. */
  void put(int slot, int group) {
    remove(slot);
    if (sizes[group] == members[group].length) {
      members[group] = Arrays.copyOf(members[group], Math.max(8, 2 * sizes[group]));
    }
    groupOf[slot] = group;
    placeOf[slot] = sizes[group];
    members[group][sizes[group]++] = slot;
  }

  void remove(int slot) {
    int group = groupOf[slot];
    if (group == NONE) {
      return;
    }
    int moved = members[group][--sizes[group]];
    members[group][placeOf[slot]] = moved;
    placeOf[moved] = placeOf[slot];
    groupOf[slot] = NONE;
  }

  int size(int group) {
    return sizes[group];
  }

  /** A member by its place in the group, which other members' going may change. */
  int at(int group, int place) {
    return members[group][place];
  }

  /** One of a group by chance; -1 where it is empty. */
  int any(int group, Dice dice) {
    return sizes[group] == 0 ? NONE : members[group][dice.below(sizes[group])];
  }

  /** The members of a group, in no order. */
  int[] copy(int group) {
    return Arrays.copyOf(members[group], sizes[group]);
  }

  boolean isIn(int slot, int group) {
    return groupOf[slot] == group;
  }
}
