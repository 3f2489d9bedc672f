package io.lockstep.host.margin;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.card.SetFeeRowDecoder;
import io.lockstep.schema.snapshot.FeeRowStateDecoder;
import io.lockstep.schema.snapshot.FeeRowStateEncoder;

/**
 * The instruments' rates by tier, as the card has taken them, in 2^-24 of the price. One thread.
 */
public final class FeeRows implements SnapshotPart {
  /** Tiers are below. */
  public static final int TIERS = 8;

  private static final int RATES = 3;

  private final int[] rates;
  private final boolean[] isSet;

  /**
   * @param instruments are below.
   */
  public FeeRows(int instruments) {
    rates = new int[instruments * TIERS * RATES];
    isSet = new boolean[instruments * TIERS];
  }

  /** The card has taken a row. */
  public void put(SetFeeRowDecoder row) {
    put(row.instrument(), row.tier(), row.maker(), row.taker(), row.auction());
  }

  private void put(int instrument, int tier, int maker, int taker, int auction) {
    int at = row(instrument, tier);
    isSet[at] = true;
    rates[at * RATES] = maker;
    rates[at * RATES + 1] = taker;
    rates[at * RATES + 2] = auction;
  }

  private static int row(int instrument, int tier) {
    return instrument * TIERS + tier;
  }

  /** False: all its rates are 0. */
  public boolean isSet(int instrument, int tier) {
    return isSet[row(instrument, tier)];
  }

  public int maker(int instrument, int tier) {
    return rates[row(instrument, tier) * RATES];
  }

  public int taker(int instrument, int tier) {
    return rates[row(instrument, tier) * RATES + 1];
  }

  public int auction(int instrument, int tier) {
    return rates[row(instrument, tier) * RATES + 2];
  }

  /** The largest rate that an order may pay; 0 if all are rebates. */
  public int worst(int instrument, int tier) {
    int posted = Math.max(maker(instrument, tier), taker(instrument, tier));
    return Math.max(0, Math.max(posted, auction(instrument, tier)));
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    FeeRowStateEncoder record = new FeeRowStateEncoder();
    for (int at = 0; at < isSet.length; at++) {
      if (isSet[at]) {
        to.next(record)
            .instrument(at / TIERS)
            .tier(at % TIERS)
            .maker(rates[at * RATES])
            .taker(rates[at * RATES + 1])
            .auction(rates[at * RATES + 2]);
      }
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != FeeRowStateDecoder.TEMPLATE_ID) {
      return false;
    }
    FeeRowStateDecoder record = from.as(new FeeRowStateDecoder());
    put(record.instrument(), record.tier(), record.maker(), record.taker(), record.auction());
    return true;
  }
}
