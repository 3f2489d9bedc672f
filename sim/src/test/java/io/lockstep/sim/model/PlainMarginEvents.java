package io.lockstep.sim.model;

import io.lockstep.schema.card.AuditGroupEncoder;
import io.lockstep.schema.card.AuditLanesEncoder;
import io.lockstep.schema.card.AuditPortfolioEncoder;
import io.lockstep.schema.card.AuditTermsEncoder;
import io.lockstep.schema.card.GroupCommittedEncoder;
import io.lockstep.schema.card.MarginStatusEncoder;
import io.lockstep.schema.card.ReservedEncoder;
import io.lockstep.schema.card.SweepDoneEncoder;
import io.lockstep.sim.model.PlainMargin.Figures;
import io.lockstep.sim.model.PlainState.PlainGroup;
import io.lockstep.sim.model.PlainState.PlainPortfolio;
import io.lockstep.sim.model.PlainTerms.Bank;

/** The events and audit lines of margin that {@link PlainCard} expects. */
final class PlainMarginEvents {
  private static final int RATE_BITS = 18;

  private final PlainEvents events;

  PlainMarginEvents(PlainEvents events) {
    this.events = events;
  }

  void status(long account, Figures figures) {
    new MarginStatusEncoder()
        .wrap(events.next(MarginStatusEncoder.TEMPLATE_ID), 0)
        .account(account)
        .cash(figures.cash())
        .equity(figures.equity())
        .reserve(figures.reserve())
        .initialMargin(figures.initial())
        .maintenanceMargin(figures.maintenance())
        .status(figures.status());
  }

  void reserved(PlainOrder order) {
    new ReservedEncoder()
        .wrap(events.next(ReservedEncoder.TEMPLATE_ID), 0)
        .account(order.account)
        .orderId(order.id)
        .reserve(order.reserve);
  }

  void committed(int group, long epoch, long stale) {
    new GroupCommittedEncoder()
        .wrap(events.next(GroupCommittedEncoder.TEMPLATE_ID), 0)
        .group(group)
        .epoch(epoch)
        .stale(stale);
  }

  void swept(long revalued) {
    new SweepDoneEncoder().wrap(events.next(SweepDoneEncoder.TEMPLATE_ID), 0).revalued(revalued);
  }

  void terms(int instrument, PlainTerms terms) {
    new AuditTermsEncoder()
        .wrap(events.next(AuditTermsEncoder.TEMPLATE_ID), 0)
        .instrument(instrument)
        .group(terms.group)
        .multiplier(terms.multiplier)
        .closeBand(terms.closeBand)
        .worstFee(terms.worstFee.longValueExact())
        .feeSum(feeSum(terms))
        .arraySum(terms.valued ? arraySum(terms.current) : 0)
        .mark(terms.valued ? (int) terms.current.mark : 0)
        .positionLimit(terms.positionLimit)
        .valued((short) (terms.valued ? 1 : 0));
  }

  private static long feeSum(PlainTerms terms) {
    long sum = 0;
    for (int tier = 0; tier < PlainTerms.TIERS; tier++) {
      PlainTerms.Fees of = terms.fees[tier];
      long word =
          field(of.maker()) + (field(of.taker()) << RATE_BITS) + (field(of.auction()) << 36);
      sum ^= Long.rotateLeft(word, 8 * tier);
    }
    return sum;
  }

  private static long field(long rate) {
    return Math.floorMod(rate, 1L << RATE_BITS);
  }

  private static long arraySum(Bank bank) {
    long sum = Long.rotateLeft(bank.shortMinimum, 1);
    for (int s = 0; s < bank.profits.length; s++) {
      sum ^= Long.rotateLeft(bank.profits[s], 2 * s);
    }
    for (int part = 0; part < bank.slopes.length; part++) {
      sum ^= Long.rotateLeft(bank.slopes[part], 3 + 2 * part);
    }
    for (int part = 0; part < bank.bounds.length; part++) {
      sum ^= Long.rotateLeft(bank.bounds[part], 33 + 2 * part);
    }
    return sum;
  }

  void portfolio(PlainPortfolio portfolio, long slot, PlainMargin margin) {
    long[] profits = margin.profits(slot);
    long[] worst = margin.worst(slot);
    long sum = 0;
    for (int s = 0; s < profits.length; s++) {
      sum ^= Long.rotateLeft(profits[s], 2 * s) ^ Long.rotateLeft(worst[s], 2 * s + 1);
    }
    new AuditPortfolioEncoder()
        .wrap(events.next(AuditPortfolioEncoder.TEMPLATE_ID), 0)
        .account(portfolio.account)
        .laneSum(sum)
        .addOn(portfolio.addOn)
        .initialMargin(margin.initial(slot))
        .maintenanceMargin(margin.maintenance(slot))
        .value(margin.value(slot))
        .group(portfolio.group)
        .older((short) (portfolio.isStale ? 1 : 0));
  }

  void lanes(PlainPortfolio portfolio, long slot, PlainMargin margin) {
    long[] profits = margin.profits(slot);
    long[] worst = margin.worst(slot);
    for (int s = 0; s < profits.length; s += 2) {
      new AuditLanesEncoder()
          .wrap(events.next(AuditLanesEncoder.TEMPLATE_ID), 0)
          .account(portfolio.account)
          .positions0(profits[s])
          .worst0(worst[s])
          .positions1(profits[s + 1])
          .worst1(worst[s + 1])
          .group(portfolio.group)
          .scenario(s);
    }
  }

  void group(int number, PlainGroup group, long stale) {
    new AuditGroupEncoder()
        .wrap(events.next(AuditGroupEncoder.TEMPLATE_ID), 0)
        .epoch(group.epoch)
        .stale(stale)
        .group(number)
        .initialFactor((int) group.current.initial())
        .maintenanceFactor((int) group.current.maintenance());
  }
}
