package io.lockstep.host.margin;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.client.MarginStatus;
import io.lockstep.schema.snapshot.AccountMarginStateDecoder;
import io.lockstep.schema.snapshot.AccountMarginStateEncoder;

/**
 * What margin knows of accounts: the fee tier, as log messages have it and as the card has taken
 * it; cash and status, as the card has them. Flat arrays; one thread.
 */
public final class MarginAccounts implements SnapshotPart {
  private static final MarginStatus[] STATUSES = {
    MarginStatus.HEALTHY,
    MarginStatus.INITIAL_BREACHED,
    MarginStatus.MAINTENANCE_BREACHED,
    MarginStatus.BANKRUPT
  };

  private final byte[] tiers;
  private final byte[] tiersOnCard;
  private final long[] cash;
  private final byte[] statuses;

  /**
   * @param capacity of the card.
   */
  public MarginAccounts(int capacity) {
    tiers = new byte[capacity];
    tiersOnCard = new byte[capacity];
    cash = new long[capacity];
    statuses = new byte[capacity];
  }

  /** Stage A: an account's fee tier from now on. */
  public void define(int account, int tier) {
    tiers[account] = (byte) tier;
  }

  /** Stage A: what orders that enter now keep. */
  public int tier(int account) {
    return tiers[account];
  }

  /** Stage B: the card has taken the tier. */
  public void settle(int account, int tier) {
    tiersOnCard[account] = (byte) tier;
  }

  public int tierOnCard(int account) {
    return tiersOnCard[account];
  }

  /** Stage B: the card has moved an account's cash; answers it. */
  public long moveCash(int account, long amount) {
    cash[account] += amount;
    return cash[account];
  }

  /** Scaled minor units. */
  public long cash(int account) {
    return cash[account];
  }

  /** Stage B: how the card has last said that an account stands. */
  public void status(int account, int code) {
    statuses[account] = (byte) code;
  }

  public MarginStatus status(int account) {
    return STATUSES[statuses[account]];
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    AccountMarginStateEncoder record = new AccountMarginStateEncoder();
    for (int account = 0; account < cash.length; account++) {
      if (tiers[account] != 0 || cash[account] != 0 || statuses[account] != 0) {
        to.next(record)
            .cash(cash[account])
            .account(account)
            .feeTier(tiers[account])
            .status(statuses[account]);
      }
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != AccountMarginStateDecoder.TEMPLATE_ID) {
      return false;
    }
    AccountMarginStateDecoder record = from.as(new AccountMarginStateDecoder());
    int account = record.account();
    define(account, record.feeTier());
    settle(account, record.feeTier());
    cash[account] = record.cash();
    statuses[account] = (byte) record.status();
    return true;
  }
}
