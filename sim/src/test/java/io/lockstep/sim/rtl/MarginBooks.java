package io.lockstep.sim.rtl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What the margin unit should say, worked out from the definitions in docs/card.md: every sum anew
 * from all positions after each operation.
 */
final class MarginBooks {
  /** An instrument's parameters in one bank. */
  static final class Terms {
    final long[] rates;
    int mark;
    long multiplier;
    long minimum;
    final long[] bounds = new long[3];
    final long[] slopes = new long[4];

    Terms(int scenarios) {
      rates = new long[scenarios];
    }

    /** The size add-on of that many lots. */
    long size(long lots) {
      long sum = 0;
      long from = 0;
      for (int part = 0; part < 4; part++) {
        long to = part < 3 ? Math.min(lots, bounds[part]) : lots;
        sum += Math.max(0, to - from) * slopes[part];
        from = Math.max(from, to);
      }
      return sum;
    }

    long checksum() {
      long sum = Long.rotateLeft(minimum, 1);
      for (int s = 0; s < rates.length; s++) {
        sum ^= Long.rotateLeft(rates[s], 2 * s);
      }
      for (int i = 0; i < 4; i++) {
        sum ^= Long.rotateLeft(slopes[i], 3 + 2 * i);
      }
      for (int i = 0; i < 3; i++) {
        sum ^= Long.rotateLeft(bounds[i], 33 + 2 * i);
      }
      return sum;
    }
  }

  /** Lots of one account in one instrument. */
  static final class Position {
    final int instrument;
    long pos;
    long bids;
    long asks;

    Position(int instrument) {
      this.instrument = instrument;
    }
  }

  /** An account's positions of one risk group, with what was last said of it. */
  static final class Portfolio {
    final List<Position> positions = new ArrayList<>();
    int account;
    int bank;
    long addOn;
    long initial;
    long maintenance;
    long worst;
  }

  /** Money, and the status last reported. */
  static final class Account {
    long cash;
    long reserve;
    int status;
  }

  final Terms[][] terms;
  final int[][] factors;
  final Portfolio[] portfolios;
  final Account[] accounts;
  private final int scenarios;

  MarginBooks(int instruments, int portfolios, int accounts, int scenarios) {
    this.scenarios = scenarios;
    terms = new Terms[instruments][2];
    for (Terms[] banks : terms) {
      banks[0] = new Terms(scenarios);
      banks[1] = new Terms(scenarios);
    }
    factors = new int[2][2];
    this.portfolios = new Portfolio[portfolios];
    for (int i = 0; i < portfolios; i++) {
      this.portfolios[i] = new Portfolio();
      this.portfolios[i].account = i % accounts;
    }
    this.accounts = new Account[accounts];
    for (int i = 0; i < accounts; i++) {
      this.accounts[i] = new Account();
    }
  }

  /** V of each scenario; {@code moved} lots of a position beside what it has. */
  long[] profits(Portfolio portfolio, Position moving, long moved) {
    long[] profits = new long[scenarios];
    for (Position position : portfolio.positions) {
      long pos = position.pos + (position == moving ? moved : 0);
      long[] rates = terms[position.instrument][portfolio.bank].rates;
      for (int s = 0; s < scenarios; s++) {
        profits[s] += pos * rates[s];
      }
    }
    return profits;
  }

  /** W of each scenario. */
  long[] worsts(Portfolio portfolio) {
    long[] worsts = profits(portfolio, null, 0);
    for (Position position : portfolio.positions) {
      long[] rates = terms[position.instrument][portfolio.bank].rates;
      for (int s = 0; s < scenarios; s++) {
        worsts[s] += Math.min(0, Math.min(position.bids * rates[s], -position.asks * rates[s]));
      }
    }
    return worsts;
  }

  long laneSum(Portfolio portfolio) {
    long[] profits = profits(portfolio, null, 0);
    long[] worsts = worsts(portfolio);
    long sum = 0;
    for (int s = 0; s < scenarios; s++) {
      sum ^= Long.rotateLeft(profits[s], 2 * s) ^ Long.rotateLeft(worsts[s], 2 * s + 1);
    }
    return sum;
  }

  long initial(Portfolio portfolio) {
    long minimum = 0;
    long size = 0;
    for (Position p : portfolio.positions) {
      Terms own = terms[p.instrument][portfolio.bank];
      minimum += own.minimum * Math.max(0, p.asks - p.pos);
      size += own.size(Math.max(Math.abs(p.pos + p.bids), Math.abs(p.pos - p.asks)));
    }
    long scan = scaled(factors[portfolio.bank][0], least(worsts(portfolio)));
    return Math.max(scan, minimum) + size + portfolio.addOn;
  }

  long maintenance(Portfolio portfolio) {
    long minimum = 0;
    long size = 0;
    for (Position p : portfolio.positions) {
      Terms own = terms[p.instrument][portfolio.bank];
      minimum += own.minimum * Math.max(0, -p.pos);
      size += own.size(Math.abs(p.pos));
    }
    long scan = scaled(factors[portfolio.bank][1], least(profits(portfolio, null, 0)));
    return Math.max(scan, minimum) + size + portfolio.addOn;
  }

  long value(Portfolio portfolio) {
    long value = 0;
    for (Position p : portfolio.positions) {
      Terms own = terms[p.instrument][portfolio.bank];
      value += p.pos * own.mark * own.multiplier;
    }
    return value;
  }

  static long least(long[] numbers) {
    long least = numbers[0];
    for (long number : numbers) {
      least = Math.min(least, number);
    }
    return least;
  }

  /** The loss times the factor in 1/256, rounded up. */
  private static long scaled(int factor, long profit) {
    BigInteger loss = BigInteger.valueOf(Math.max(0, -profit)).multiply(BigInteger.valueOf(factor));
    return loss.add(BigInteger.valueOf(255)).shiftRight(8).longValueExact();
  }

  long equity(int account) {
    long equity = accounts[account].cash;
    for (Portfolio portfolio : portfolios) {
      equity += portfolio.account == account ? value(portfolio) : 0;
    }
    return equity;
  }

  long initialSum(int account) {
    long sum = 0;
    for (Portfolio portfolio : portfolios) {
      sum += portfolio.account == account ? portfolio.initial : 0;
    }
    return sum;
  }

  long maintenanceSum(int account) {
    long sum = 0;
    for (Portfolio portfolio : portfolios) {
      sum += portfolio.account == account ? portfolio.maintenance : 0;
    }
    return sum;
  }

  /** The status that follows from an account's figures. */
  int status(int account) {
    long equity = equity(account);
    if (equity < 0) {
      return 3;
    }
    if (equity < maintenanceSum(account)) {
      return 2;
    }
    return equity - accounts[account].reserve - initialSum(account) < 0 ? 1 : 0;
  }
}
