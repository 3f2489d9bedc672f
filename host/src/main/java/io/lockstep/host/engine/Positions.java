package io.lockstep.host.engine;

import io.lockstep.host.margin.Portfolios;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.host.slots.LinkedSlots;
import io.lockstep.host.slots.SlotIndex;
import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.snapshot.PositionStateDecoder;
import io.lockstep.schema.snapshot.PositionStateEncoder;

/**
 * The positions, by slot of the card. A slot is given by stage A when a log message first needs it;
 * what it holds is counted by stage B. Flat arrays, no allocation; one thread.
 */
final class Positions implements SnapshotPart {
  /** The account has no position in the instrument yet. */
  static final int MISSING = SlotIndex.MISSING;

  private final RiskGroups groups;
  private final Portfolios portfolios;
  private final SlotIndex slots;
  private final int[] accounts;
  private final int[] instruments;
  private final int[] lots;

  /** Open lots of its bids and of its asks, the parked ones too. */
  private final int[] bidLots;

  private final int[] askLots;

  /** Only with margin. */
  private final LinkedSlots byPortfolio;

  private int given;
  private int opened;

  /**
   * @param capacity of the card.
   */
  Positions(int capacity, RiskGroups groups, Portfolios portfolios) {
    this.groups = groups;
    this.portfolios = portfolios;
    slots = new SlotIndex(capacity);
    accounts = new int[capacity];
    instruments = new int[capacity];
    lots = new int[capacity];
    bidLots = new int[capacity];
    askLots = new int[capacity];
    byPortfolio = new LinkedSlots(portfolios.capacity(), capacity);
  }

  // ------------------------------------------------------------------ stage A

  int slotOf(int account, int instrument) {
    return slots.get(account, instrument);
  }

  boolean isFull() {
    return given == lots.length;
  }

  /** Gives the next slot; with margin the account has a portfolio for it. */
  int give(int account, int instrument) {
    Invariant.check(!isFull(), "a position slot is left");
    slots.put(account, instrument, given);
    accounts[given] = account;
    instruments[given] = instrument;
    if (groups.isMargined()) {
      portfolios.addPosition(portfolio(given));
    }
    return given++;
  }

  /** The slot of a position's portfolio, or {@link Portfolios#MISSING} without margin. */
  int portfolio(int slot) {
    return groups.isMargined()
        ? portfolios.slotOf(accounts[slot], groups.contract(instruments[slot]).group())
        : Portfolios.MISSING;
  }

  // ------------------------------------------------------------------ stage B

  /** The card has opened the next slot that was given. */
  void open() {
    Invariant.check(opened < given, "a position is opened once");
    if (groups.isMargined()) {
      byPortfolio.add(portfolio(opened), opened);
    }
    opened++;
  }

  /** Open lots of an order came, or went if below 0. */
  void count(int slot, boolean bid, int openLots) {
    int[] side = bid ? bidLots : askLots;
    side[slot] += openLots;
  }

  /** Adds to a position, or takes from it if below 0. */
  void add(int slot, int tradedLots) {
    lots[slot] = Math.addExact(lots[slot], tradedLots);
  }

  // ------------------------------------------------------------------ what is known

  /** Slots that are open on the card: those below. */
  int opened() {
    return opened;
  }

  int account(int slot) {
    return accounts[slot];
  }

  int instrument(int slot) {
    return instruments[slot];
  }

  /** Negative: short. */
  int lots(int slot) {
    return lots[slot];
  }

  /** B: open lots of its bids. */
  int bidLots(int slot) {
    return bidLots[slot];
  }

  /** A: open lots of its asks. */
  int askLots(int slot) {
    return askLots[slot];
  }

  /** Where a walk over a portfolio's open positions begins, or {@link #MISSING}. */
  int first(int portfolio) {
    return byPortfolio.first(portfolio);
  }

  /** Where it goes on, or {@link #MISSING}. */
  int next(int slot) {
    return byPortfolio.next(slot);
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    PositionStateEncoder record = new PositionStateEncoder();
    for (int slot = 0; slot < given; slot++) {
      to.next(record).account(accounts[slot]).instrument(instruments[slot]).lots(lots[slot]);
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != PositionStateDecoder.TEMPLATE_ID) {
      return false;
    }
    PositionStateDecoder record = from.as(new PositionStateDecoder());
    add(give(record.account(), record.instrument()), record.lots());
    open();
    return true;
  }
}
