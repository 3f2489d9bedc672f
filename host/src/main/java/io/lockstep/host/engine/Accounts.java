package io.lockstep.host.engine;

import java.util.Arrays;

/** Who owns which account. Written by log messages only, read by stage A. */
final class Accounts {
  private static final long NOBODY = -1;

  private final long[] owners;

  /**
   * @param capacity of the card.
   */
  Accounts(int capacity) {
    owners = new long[capacity];
    Arrays.fill(owners, NOBODY);
  }

  /** False when the card has no such account. */
  boolean define(int account, int owner) {
    if (Integer.compareUnsigned(account, owners.length) >= 0) {
      return false;
    }
    owners[account] = Integer.toUnsignedLong(owner);
    return true;
  }

  boolean owns(int participant, int account) {
    return Integer.compareUnsigned(account, owners.length) < 0
        && owners[account] == Integer.toUnsignedLong(participant);
  }
}
