package io.lockstep.sim.fuzz;

/** The risk groups as the generator believes them to be: their instruments, epochs and factors. */
final class KnownGroups {
  /** Instruments that a group may have. */
  static final int MOST_INSTRUMENTS = 128;

  private static final int BANKS = 2;

  final int count;
  private final SlotGroups members;
  private final SlotGroups committed;
  private final long[] epoch;
  private final int[] current;
  private final int[][] initialFactor;
  private final int[][] maintenanceFactor;

  KnownGroups(int groups, int instruments) {
    count = groups;
    members = new SlotGroups(groups, instruments);
    committed = new SlotGroups(1, groups);
    epoch = new long[groups];
    current = new int[groups];
    initialFactor = new int[BANKS][groups];
    maintenanceFactor = new int[BANKS][groups];
  }

  /** An instrument is of a group now. */
  void join(int instrument, int group) {
    members.put(instrument, group);
  }

  /** The bank that was staged is current now. */
  void commit(int group, long newEpoch, int initial, int maintenance) {
    committed.put(group, 0);
    epoch[group] = newEpoch;
    current[group] ^= 1;
    initialFactor[current[group]][group] = initial;
    maintenanceFactor[current[group]][group] = maintenance;
  }

  /** A group by chance that was committed; -1 without any. */
  int anyCommitted(Dice dice) {
    return committed.any(0, dice);
  }

  boolean isCommitted(int group) {
    return committed.isIn(group, 0);
  }

  int size(int group) {
    return members.size(group);
  }

  /** The instruments of a group, in no order. */
  int[] members(int group) {
    return members.copy(group);
  }

  /** An instrument of a group by chance; -1 without any. */
  int anyMember(int group, Dice dice) {
    return members.any(group, dice);
  }

  /** The current epoch, of 32 bits without sign. */
  long epoch(int group) {
    return epoch[group];
  }

  /** The bank of the current epoch: 0 or 1. */
  int current(int group) {
    return current[group];
  }

  int initialFactor(int group, int bank) {
    return initialFactor[bank][group];
  }

  int maintenanceFactor(int group, int bank) {
    return maintenanceFactor[bank][group];
  }
}
