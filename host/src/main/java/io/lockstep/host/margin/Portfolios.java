package io.lockstep.host.margin;

import io.lockstep.host.slots.LinkedSlots;
import io.lockstep.host.slots.SlotIndex;
import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.snapshot.PortfolioStateDecoder;
import io.lockstep.schema.snapshot.PortfolioStateEncoder;
import io.lockstep.schema.snapshot.Truth;

/**
 * The portfolios, by slot of the card: one an account and risk group. A slot is given by stage A
 * when an order first needs it; stage B knows which the card has opened, and what it has of them.
 * Flat arrays, no allocation; one thread.
 */
public final class Portfolios implements SnapshotPart {
  /** The account has no portfolio of the group yet. */
  public static final int MISSING = SlotIndex.MISSING;

  private final SlotIndex slots;
  private final int[] accounts;
  private final int[] groups;
  private final int[] positions;
  private final long[] addOns;

  /** The host's part of the add-on. */
  private final long[] contingencies;

  private final boolean[] moved;
  private final boolean[] stale;
  private final LinkedSlots byAccount;
  private int given;
  private int opened;

  /**
   * @param capacity of the card.
   * @param accounts are below.
   */
  public Portfolios(int capacity, int accounts) {
    slots = new SlotIndex(capacity);
    this.accounts = new int[capacity];
    groups = new int[capacity];
    positions = new int[capacity];
    addOns = new long[capacity];
    contingencies = new long[capacity];
    moved = new boolean[capacity];
    stale = new boolean[capacity];
    byAccount = new LinkedSlots(accounts, capacity);
  }

  // ------------------------------------------------------------------ stage A

  /** The slot of an account's portfolio, or {@link #MISSING}. */
  public int slotOf(int account, int group) {
    return slots.get(account, group);
  }

  /** Slots are below. */
  public int capacity() {
    return accounts.length;
  }

  public boolean isFull() {
    return given == accounts.length;
  }

  /** Gives the next slot, while one is left. */
  public int give(int account, int group) {
    slots.put(account, group, given);
    accounts[given] = account;
    groups[given] = group;
    return given++;
  }

  /** Slots that were given: those below. */
  public int given() {
    return given;
  }

  /** A position of the portfolio was given a slot. */
  public void addPosition(int slot) {
    positions[slot]++;
  }

  /** Positions that were given to it. */
  public int positions(int slot) {
    return positions[slot];
  }

  // ------------------------------------------------------------------ stage B

  /** The card has opened the next slot that was given. */
  public void open() {
    byAccount.add(accounts[opened], opened);
    opened++;
  }

  /** Slots that are open on the card: those below. */
  public int opened() {
    return opened;
  }

  public int account(int slot) {
    return accounts[slot];
  }

  public int group(int slot) {
    return groups[slot];
  }

  /** Scaled minor units. */
  public long addOn(int slot) {
    return addOns[slot];
  }

  /** The card has moved its add-on. */
  public void moveAddOn(int slot, long amount) {
    addOns[slot] += amount;
  }

  /** The host's part of the add-on, scaled minor units. */
  public long contingency(int slot) {
    return contingencies[slot];
  }

  /** The card has moved its add-on, by the host's part. */
  public void moveContingency(int slot, long amount) {
    moveAddOn(slot, amount);
    contingencies[slot] += amount;
  }

  /** Whether that part may be another one by now. */
  public boolean isMoved(int slot) {
    return moved[slot];
  }

  /** Its positions or their marks have moved, or its part was worked out since. */
  public void moved(int slot, boolean since) {
    moved[slot] = since;
  }

  /** It is of the epoch before its group's. */
  public boolean isStale(int slot) {
    return stale[slot];
  }

  /** True when the card may have to use the epoch before a group's. */
  public boolean hasStale(int group) {
    for (int slot = 0; slot < opened; slot++) {
      if (stale[slot] && groups[slot] == group) {
        return true;
      }
    }
    return false;
  }

  /** The card has committed a group. */
  public void commit(int group) {
    for (int slot = 0; slot < opened; slot++) {
      stale[slot] |= groups[slot] == group;
    }
  }

  /** The card has re-valued a run of slots. */
  public void revalue(int first, int count) {
    for (int slot = first; slot < Math.min(opened, first + count); slot++) {
      stale[slot] = false;
    }
  }

  /** The card has re-valued all of an account. */
  public void revalue(int account) {
    for (int slot = first(account); slot != MISSING; slot = next(slot)) {
      stale[slot] = false;
    }
  }

  /** Where a walk over an account's open portfolios begins, or {@link #MISSING}. */
  public int first(int account) {
    return byAccount.first(account);
  }

  /** Where it goes on, or {@link #MISSING}. */
  public int next(int slot) {
    return byAccount.next(slot);
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    PortfolioStateEncoder record = new PortfolioStateEncoder();
    for (int slot = 0; slot < given; slot++) {
      to.next(record)
          .addOn(addOns[slot])
          .account(accounts[slot])
          .group(groups[slot])
          .stale(SnapshotWriter.truth(stale[slot]))
          .contingency(contingencies[slot])
          .moved(SnapshotWriter.truth(moved[slot]));
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != PortfolioStateDecoder.TEMPLATE_ID) {
      return false;
    }
    PortfolioStateDecoder record = from.as(new PortfolioStateDecoder());
    int slot = give(record.account(), record.group());
    open();
    addOns[slot] = record.addOn();
    stale[slot] = record.stale() == Truth.YES;
    contingencies[slot] = record.contingency();
    moved[slot] = record.moved() == Truth.YES;
    return true;
  }
}
