package io.lockstep.host.auction;

/**
 * Who trades with whom in an auction: the best bid with the best ask, each as far as it goes. A
 * walk that stops after each pair and goes on when asked. One thread.
 */
public final class Pairing {
  private final PriceTimeList bids;
  private final PriceTimeList asks;
  private long leftLots;
  private int bidRank;
  private int askRank;
  private int bidFilledLots;
  private int askFilledLots;
  private int lots;

  /**
   * @param bids ranked before {@link #begin}.
   * @param asks ranked before {@link #begin}.
   */
  public Pairing(PriceTimeList bids, PriceTimeList asks) {
    this.bids = bids;
    this.asks = asks;
  }

  /**
   * Starts at the best orders.
   *
   * @param volumeLots of the auction.
   */
  public void begin(long volumeLots) {
    leftLots = volumeLots;
    bidRank = 0;
    askRank = 0;
    bidFilledLots = 0;
    askFilledLots = 0;
    lots = 0;
  }

  /** Moves to the next pair; false: the volume is dealt out. */
  public boolean next() {
    take();
    if (leftLots == 0) {
      return false;
    }
    int bidOpen = bids.openLots(bidRank) - bidFilledLots;
    int askOpen = asks.openLots(askRank) - askFilledLots;
    lots = (int) Math.min(leftLots, Math.min(bidOpen, askOpen));
    return true;
  }

  /** The pair at hand has traded. */
  private void take() {
    leftLots -= lots;
    bidFilledLots += lots;
    askFilledLots += lots;
    lots = 0;
    if (leftLots > 0 && bidFilledLots == bids.openLots(bidRank)) {
      bidRank++;
      bidFilledLots = 0;
    }
    if (leftLots > 0 && askFilledLots == asks.openLots(askRank)) {
      askRank++;
      askFilledLots = 0;
    }
  }

  /** The buyer of this pair. */
  public int buyer() {
    return bids.order(bidRank);
  }

  /** The seller of this pair. */
  public int seller() {
    return asks.order(askRank);
  }

  /** What this pair trades. */
  public int lots() {
    return lots;
  }

  /** What the pairs so far gave to the bid of a rank. */
  public int filledOfBid(int rank) {
    return filled(rank, bidRank, bidFilledLots, bids);
  }

  /** What the pairs so far gave to the ask of a rank. */
  public int filledOfAsk(int rank) {
    return filled(rank, askRank, askFilledLots, asks);
  }

  private static int filled(int rank, int reached, int filledLots, PriceTimeList side) {
    return rank < reached ? side.openLots(rank) : rank == reached ? filledLots : 0;
  }
}
