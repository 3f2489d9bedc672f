package io.lockstep.sim.model;

import io.lockstep.sim.model.PlainState.PlainPosition;
import io.lockstep.sim.model.PlainTerms.Bank;
import io.lockstep.sim.model.PlainTerms.Fees;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The formulas of margin, some rules broken. */
final class BrokenFormulas extends PlainFormulas {
  private final Set<BrokenRule> broken = EnumSet.noneOf(BrokenRule.class);
  private final Map<PlainPosition, Long> movedWhenOlder = new HashMap<>();

  BrokenFormulas(BrokenRule... rules) {
    broken.addAll(List.of(rules));
  }

  private boolean is(BrokenRule rule) {
    return broken.contains(rule);
  }

  @Override
  long fee(long rate, long lots, long price, long multiplier) {
    return is(BrokenRule.FEE_IS_ROUNDED_DOWN)
        ? -super.fee(-rate, lots, price, multiplier)
        : super.fee(rate, lots, price, multiplier);
  }

  @Override
  long reservedFee(Fees fees, long price, long multiplier) {
    if (is(BrokenRule.RESERVED_FEE_IS_ROUNDED_DOWN)) {
      return -PlainMoney.share(24, -fees.worst(), price, multiplier);
    }
    return is(BrokenRule.ONLY_THE_TAKERS_RATE_IS_RESERVED)
        ? super.reservedFee(new Fees(0, fees.taker(), 0), price, multiplier)
        : super.reservedFee(fees, price, multiplier);
  }

  @Override
  long fillLoss(PlainOrder order, PlainTerms terms) {
    if (is(BrokenRule.NO_FILL_LOSS_IS_RESERVED)) {
      return 0;
    }
    if (is(BrokenRule.A_GOOD_LIMIT_IS_CREDITED)) {
      return beyondMark(order, terms);
    }
    return is(BrokenRule.AN_ASK_RESERVES_AS_A_BID)
        ? Math.max(0, order.price - terms.current.mark)
        : super.fillLoss(order, terms);
  }

  @Override
  long size(Bank bank, long lots) {
    if (!is(BrokenRule.SIZE_IS_NOT_MONOTONE)) {
      return super.size(bank, lots);
    }
    int part = 0;
    while (part < bank.bounds.length && lots > bank.bounds[part]) {
      part++;
    }
    return lots * bank.slopes[part];
  }

  @Override
  long largest(long lots, long bids, long asks) {
    boolean looksAtBids = is(BrokenRule.SIZE_LOOKS_AT_BIDS_ALONE);
    return looksAtBids ? Math.abs(lots + bids) : super.largest(lots, bids, asks);
  }

  @Override
  long worstOfOpen(long bids, long asks, long profit) {
    if (is(BrokenRule.W_NETS_BIDS_AND_ASKS)) {
      return Math.min(0, (bids - asks) * profit);
    }
    return super.worstOfOpen(bids, is(BrokenRule.W_LACKS_THE_ASKS) ? 0 : asks, profit);
  }

  @Override
  long scanPart(long factor, long[] profits) {
    return is(BrokenRule.SCAN_IS_ROUNDED_DOWN)
        ? factor * Math.max(0, scanLoss(profits)) / 256
        : super.scanPart(factor, profits);
  }

  @Override
  long shortMinimum(Bank bank, long shortLots) {
    boolean countsLongs = is(BrokenRule.SHORT_MINIMUM_COUNTS_LONGS);
    return countsLongs ? bank.shortMinimum * shortLots : super.shortMinimum(bank, shortLots);
  }

  @Override
  long floored(long scan, long minimum) {
    return is(BrokenRule.SHORT_MINIMUM_IS_NO_FLOOR) ? scan : super.floored(scan, minimum);
  }

  @Override
  void move(PlainPosition position, long lots, boolean isOlder) {
    super.move(position, lots, isOlder);
    if (isOlder && is(BrokenRule.A_STALE_MAKER_IS_UPDATED_WITH_THE_NEW_BANK)) {
      movedWhenOlder.merge(position, lots, Long::sum);
    }
  }

  /** What moved while the portfolio was older counts in the new bank, until it is re-valued. */
  @Override
  long profit(PlainPosition position, PlainTerms terms, boolean isOlder, int scenario) {
    if (!isOlder) {
      movedWhenOlder.remove(position);
    }
    long moved = movedWhenOlder.getOrDefault(position, 0L);
    long wrongly = terms.current.profits[scenario] - bank(terms, isOlder).profits[scenario];
    return super.profit(position, terms, isOlder, scenario) + moved * wrongly;
  }

  @Override
  boolean keepsReserve(long before, long with) {
    return is(BrokenRule.A_REPLACE_MAY_RAISE_ITS_RESERVE) || super.keepsReserve(before, with);
  }

  @Override
  boolean closes(boolean isBid, long lots, long openOfItsSide) {
    boolean isOpposite = isBid ? lots < 0 : lots > 0;
    return is(BrokenRule.A_BREACHED_ACCOUNT_MAY_OPEN)
        || (is(BrokenRule.A_BREACHED_ACCOUNT_MAY_TURN_ITS_POSITION) && isOpposite)
        || super.closes(isBid, lots, openOfItsSide);
  }

  @Override
  boolean keepsInitial(long before, long with) {
    return is(BrokenRule.A_BREACHED_ACCOUNT_MAY_RAISE_ITS_REQUIREMENT)
        || super.keepsInitial(before, with);
  }

  @Override
  boolean keepsScanLoss(long before, long filled) {
    return is(BrokenRule.A_BREACHED_ACCOUNT_MAY_RAISE_ITS_SCAN_LOSS)
        || super.keepsScanLoss(before, filled);
  }

  @Override
  boolean isWithinCloseBand(PlainOrder order, PlainTerms terms) {
    return is(BrokenRule.A_BREACHED_ACCOUNT_MAY_TRADE_AT_ANY_PRICE)
        || super.isWithinCloseBand(order, terms);
  }
}
