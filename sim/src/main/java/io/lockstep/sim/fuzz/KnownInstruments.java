package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;

/** The instruments as the generator believes them to be, and the price that its orders go round. */
final class KnownInstruments {
  /** No price. */
  static final int NO_PRICE = Integer.MIN_VALUE;

  final int count;
  final int levels;
  private final SlotGroups known;
  private final int[] base;
  private final int[] low;
  private final int[] high;
  private final int[] maxQuantity;
  private final int[] middle;
  private final int[] bestBid;
  private final int[] bestAsk;

  KnownInstruments(int count, int levels) {
    this.count = count;
    this.levels = levels;
    known = new SlotGroups(1, count);
    base = new int[count];
    low = new int[count];
    high = new int[count];
    maxQuantity = new int[count];
    middle = new int[count];
    bestBid = new int[count];
    bestAsk = new int[count];
  }

  /** The card carried out a set instrument. */
  void learn(SetInstrumentDecoder set) {
    int instrument = set.instrument();
    known.put(instrument, 0);
    base[instrument] = set.windowBase();
    low[instrument] = set.bandLow();
    high[instrument] = set.bandHigh();
    maxQuantity[instrument] = (int) set.maxQuantity();
    middle[instrument] = (int) (((long) set.bandLow() + set.bandHigh()) >> 1);
    bestBid[instrument] = NO_PRICE;
    bestAsk[instrument] = NO_PRICE;
  }

  /** The card carried out a set band. */
  void learn(SetBandDecoder set) {
    low[set.instrument()] = set.low();
    high[set.instrument()] = set.high();
    moveMiddle(set.instrument(), middle[set.instrument()]);
  }

  /** The card carried out a set window. */
  void learnBase(int instrument, int windowBase) {
    base[instrument] = windowBase;
  }

  void learn(TopOfBookDecoder top) {
    bestBid[top.instrument()] = top.bidPrice();
    bestAsk[top.instrument()] = top.askPrice();
  }

  boolean isKnown(int instrument) {
    return instrument < count && known.isIn(instrument, 0);
  }

  /** A known instrument by chance; -1 without any. */
  int anyKnown(Dice dice) {
    return known.any(0, dice);
  }

  int base(int instrument) {
    return base[instrument];
  }

  /** Highest price of the window. */
  int top(int instrument) {
    return base[instrument] + levels - 1;
  }

  int low(int instrument) {
    return low[instrument];
  }

  int high(int instrument) {
    return high[instrument];
  }

  int maxQuantity(int instrument) {
    return maxQuantity[instrument];
  }

  int middle(int instrument) {
    return middle[instrument];
  }

  /** Best price of a side, {@link #NO_PRICE} without one. */
  int best(int instrument, boolean asks) {
    return asks ? bestAsk[instrument] : bestBid[instrument];
  }

  /** Moves the price that orders go round, inside the band. */
  void moveMiddle(int instrument, long to) {
    middle[instrument] = (int) Math.max(low[instrument], Math.min(high[instrument], to));
  }

  /** The price of the window that is nearest. */
  int inWindow(int instrument, long price) {
    return (int) Math.max(base[instrument], Math.min(top(instrument), price));
  }

  boolean hasLevel(int instrument, int price) {
    return price >= base[instrument] && price <= top(instrument);
  }

  /** Whether an order of the limit is beyond the band. */
  boolean isBeyondBand(int instrument, boolean sells, int limit) {
    return sells ? limit < low[instrument] : limit > high[instrument];
  }
}
