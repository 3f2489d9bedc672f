package io.lockstep.host.engine;

import java.util.Arrays;

/**
 * Who owns which account, and its self-trade group. Written by log messages only, read by stage A.
 */
final class Accounts {
  /** No further account. */
  static final int NONE = -1;

  private static final long NOBODY = -1;

  private final long[] owners;
  private final int[] selfTradeGroups;

  /**
   * @param capacity of the card.
   */
  Accounts(int capacity) {
    owners = new long[capacity];
    selfTradeGroups = new int[capacity];
    Arrays.fill(owners, NOBODY);
  }

  /**
   * False when the card has no such account.
   *
   * @param selfTradeGroup an unsigned number; 0: none.
   */
  boolean define(int account, int owner, int selfTradeGroup) {
    if (Integer.compareUnsigned(account, owners.length) >= 0) {
      return false;
    }
    owners[account] = Integer.toUnsignedLong(owner);
    selfTradeGroups[account] = selfTradeGroup;
    return true;
  }

  boolean owns(int participant, int account) {
    return Integer.compareUnsigned(account, owners.length) < 0
        && owners[account] == Integer.toUnsignedLong(participant);
  }

  /** Of an account that is defined. */
  int selfTradeGroup(int account) {
    return selfTradeGroups[account];
  }

  /** The first account that is defined, from one on, or {@link #NONE}. */
  int firstFrom(int account) {
    int at = account;
    while (at < owners.length && owners[at] == NOBODY) {
      at++;
    }
    return at < owners.length ? at : NONE;
  }

  /** The first account that a participant owns, from one on, or {@link #NONE}. */
  int firstFrom(int account, int participant) {
    int at = firstFrom(account);
    while (at != NONE && !owns(participant, at)) {
      at = firstFrom(at + 1);
    }
    return at;
  }
}
