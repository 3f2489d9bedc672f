package io.lockstep.sim.model;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.TreeSet;

/** What margin knows of an instrument in {@link PlainCard}. */
final class PlainTerms {
  static final int TIERS = 8;

  /** An instrument's parameters in one of its group's two banks. */
  static final class Bank {
    long mark;
    final long[] profits;
    long shortMinimum;
    final long[] bounds = new long[3];
    final long[] slopes = new long[4];

    Bank(int scenarios) {
      profits = new long[scenarios];
    }
  }

  /** Rates in 2 to the power of -24. */
  record Fees(long maker, long taker, long auction) {
    static final Fees NONE = new Fees(0, 0, 0);

    long worst() {
      return Math.max(Math.max(0, maker), Math.max(taker, auction));
    }
  }

  int group;
  long multiplier;
  long maxPrice;
  long positionLimit;
  BigInteger worstFee = BigInteger.ZERO;
  long closeBand;
  final Fees[] fees = new Fees[TIERS];
  Bank current;
  Bank other;
  boolean valued;

  /** Parts of the array that were staged since the last commit; the size curve is part -1. */
  final TreeSet<Integer> staged = new TreeSet<>();

  PlainTerms(int scenarios) {
    current = new Bank(scenarios);
    other = new Bank(scenarios);
    Arrays.fill(fees, Fees.NONE);
  }

  boolean restsOnTheSameAs(PlainTerms other) {
    return group == other.group
        && multiplier == other.multiplier
        && maxPrice == other.maxPrice
        && positionLimit == other.positionLimit
        && worstFee.equals(other.worstFee);
  }

  void commit() {
    Bank before = current;
    current = other;
    other = before;
    valued = true;
    staged.clear();
  }
}
