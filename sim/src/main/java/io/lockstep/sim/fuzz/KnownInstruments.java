package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;

/** The instruments as the generator believes them to be, and the price that its orders go round. */
final class KnownInstruments {
  final int count;
  final int levels;
  private final boolean[] known;
  private final int[] base;
  private final int[] low;
  private final int[] high;
  private final int[] maxQuantity;
  private final int[] middle;

  KnownInstruments(int count, int levels) {
    this.count = count;
    this.levels = levels;
    known = new boolean[count];
    base = new int[count];
    low = new int[count];
    high = new int[count];
    maxQuantity = new int[count];
    middle = new int[count];
  }

  /** The card carried out a set instrument. */
  void learn(SetInstrumentDecoder set) {
    int instrument = set.instrument();
    known[instrument] = true;
    base[instrument] = set.windowBase();
    low[instrument] = set.bandLow();
    high[instrument] = set.bandHigh();
    maxQuantity[instrument] = (int) set.maxQuantity();
    middle[instrument] = (int) (((long) set.bandLow() + set.bandHigh()) >> 1);
  }

  /** The card carried out a set band. */
  void learn(SetBandDecoder set) {
    low[set.instrument()] = set.low();
    high[set.instrument()] = set.high();
  }

  boolean isKnown(int instrument) {
    return known[instrument];
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

  /** Moves the price that orders go round, inside the band. */
  void moveMiddle(int instrument, long to) {
    middle[instrument] = (int) Math.max(low[instrument], Math.min(high[instrument], to));
  }

  /** The price of the window that is nearest. */
  int inWindow(int instrument, long price) {
    return (int) Math.max(base[instrument], Math.min(top(instrument), price));
  }
}
