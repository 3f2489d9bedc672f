package io.lockstep.host.margin;

import io.lockstep.host.pricing.Valuation;
import io.lockstep.host.scenarios.Contingencies;
import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.client.ContingenciesDefinedDecoder;
import io.lockstep.schema.snapshot.ContingencyStateDecoder;
import io.lockstep.schema.snapshot.ContingencyStateEncoder;

/**
 * What a portfolio must have for what no scenario sees, by its risk group's rates. Begin, add each
 * position, then ask. One thread; allocates nothing but for definitions.
 */
public final class ContingencyCharges implements SnapshotPart {
  /** Expiries of a group, and none. */
  private static final int EXPIRIES_MAX = 129;

  private final RiskGroups groups;
  private final PositionGreeks greeks;

  /** By group; null: it charges nothing. */
  private final ContingencyRule[] rules;

  private final Contingencies[] sums;
  private boolean isCharging;

  /** Of the portfolio at hand. */
  private Contingencies sum;

  /** Nothing is charged. */
  public ContingencyCharges(ContractMarkets markets) {
    groups = markets.groups();
    greeks = new PositionGreeks(markets);
    rules = new ContingencyRule[groups.capacity()];
    sums = new Contingencies[groups.capacity()];
  }

  /** A group charges; false: there is none. */
  public boolean define(ContingenciesDefinedDecoder message) {
    boolean fits = groups.group(message.group()) != null;
    if (fits) {
      define(
          new ContingencyRule(
              message.group(), message.basis(), message.calendar(), message.tilt()));
    }
    return fits;
  }

  private void define(ContingencyRule rule) {
    rules[rule.group()] = rule;
    sums[rule.group()] = new Contingencies(rule.rates(), EXPIRIES_MAX);
    isCharging = true;
  }

  /** Some group charges. */
  public boolean isCharging() {
    return isCharging;
  }

  /** A group charges. */
  public boolean charges(int group) {
    return rules[group] != null;
  }

  /** Begins a portfolio of a group that charges. */
  public void begin(int group) {
    sum = sums[group];
    sum.begin();
  }

  /** Adds a position of it. */
  public void add(int instrument, long lots, long nowNs) {
    MarginContract contract = groups.contract(instrument);
    Valuation valuation = greeks.of(instrument, lots, nowNs);
    double price = greeks.price();
    boolean priced = contract.isOption() && price > 0;
    sum.add(
        contract.expiryNs() == 0 ? Contingencies.NO_EXPIRY : contract.expiryNs(),
        priced ? StrictMath.log(contract.strike() / price) : 0,
        valuation.delta() * price,
        valuation.vega());
  }

  /** What the portfolio must have, scaled minor units. */
  public long addOn() {
    return sum.addOn();
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    ContingencyStateEncoder record = new ContingencyStateEncoder();
    for (ContingencyRule rule : rules) {
      if (rule != null) {
        to.next(record)
            .basis(rule.basis())
            .calendar(rule.calendar())
            .tilt(rule.tilt())
            .group(rule.group());
      }
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != ContingencyStateDecoder.TEMPLATE_ID) {
      return false;
    }
    ContingencyStateDecoder record = from.as(new ContingencyStateDecoder());
    define(new ContingencyRule(record.group(), record.basis(), record.calendar(), record.tilt()));
    return true;
  }
}
