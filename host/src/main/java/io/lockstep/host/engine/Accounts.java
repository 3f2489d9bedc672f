package io.lockstep.host.engine;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.snapshot.AccountStateDecoder;
import io.lockstep.schema.snapshot.AccountStateEncoder;
import java.util.Arrays;

/**
 * Who owns which account, and its self-trade group. Written by log messages only, read by stage A;
 * beside it what stage B knows that the card has taken of it.
 */
final class Accounts implements SnapshotPart {
  /** No further account. */
  static final int NONE = -1;

  private static final long NOBODY = -1;
  private static final long NOT_ON_CARD = -1;

  private final long[] owners;
  private final int[] selfTradeGroups;
  private final long[] groupsOnCard;

  /**
   * @param capacity of the card.
   */
  Accounts(int capacity) {
    owners = new long[capacity];
    selfTradeGroups = new int[capacity];
    groupsOnCard = new long[capacity];
    Arrays.fill(owners, NOBODY);
    Arrays.fill(groupsOnCard, NOT_ON_CARD);
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

  /** The card has taken a definition. */
  void settle(int account, long selfTradeGroup) {
    groupsOnCard[account] = selfTradeGroup;
  }

  boolean isOnCard(int account) {
    return groupsOnCard[account] != NOT_ON_CARD;
  }

  /** As the card has it; of an account that is on the card. */
  long groupOnCard(int account) {
    return groupsOnCard[account];
  }

  /** Accounts are below. */
  int capacity() {
    return owners.length;
  }

  boolean owns(int participant, int account) {
    return Integer.compareUnsigned(account, owners.length) < 0
        && owners[account] == Integer.toUnsignedLong(participant);
  }

  /** True for an account that somebody owns. */
  boolean isDefined(int account) {
    return Integer.compareUnsigned(account, owners.length) < 0 && owners[account] != NOBODY;
  }

  /** Participant that owns an account that is defined. */
  long owner(int account) {
    return owners[account];
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

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    AccountStateEncoder record = new AccountStateEncoder();
    for (int account = firstFrom(0); account != NONE; account = firstFrom(account + 1)) {
      to.next(record)
          .account(account)
          .owner((int) owners[account])
          .selfTradeGroup(selfTradeGroups[account]);
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != AccountStateDecoder.TEMPLATE_ID) {
      return false;
    }
    AccountStateDecoder record = from.as(new AccountStateDecoder());
    boolean fits = define(record.account(), record.owner(), record.selfTradeGroup());
    Invariant.check(fits, "the card has room for the snapshot's accounts");
    settle(record.account(), Integer.toUnsignedLong(record.selfTradeGroup()));
    return true;
  }
}
