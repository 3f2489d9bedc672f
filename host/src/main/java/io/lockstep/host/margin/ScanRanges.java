package io.lockstep.host.margin;

import io.lockstep.host.scenarios.ScanRange;
import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.client.ScanRangeDefinedDecoder;
import io.lockstep.schema.snapshot.ScanRangeStateDecoder;
import io.lockstep.schema.snapshot.ScanRangeStateEncoder;

/**
 * How far prices move in the regular scenarios of each risk group: as its definition fixed it, or
 * as its underlying's marks have moved at the log's ticks. Stage A's own; one thread; allocates
 * nothing but for definitions.
 */
public final class ScanRanges implements SnapshotPart {
  private static final double MILLION = 1e6;

  private final RiskGroups groups;

  /** By group; null where the range is fixed. */
  private final ScanRangeRule[] rules;

  private final ScanRange[] ranges;
  private final long[] state = new long[ScanRange.STATE_LONGS];

  /** All are fixed. */
  public ScanRanges(RiskGroups groups) {
    this.groups = groups;
    rules = new ScanRangeRule[groups.capacity()];
    ranges = new ScanRange[groups.capacity()];
  }

  /** The range of a group follows realised volatility; false: there is no such group. */
  public boolean define(ScanRangeDefinedDecoder message) {
    RiskGroup group = groups.group(message.group());
    if (group != null) {
      define(ScanRangeRule.read(message, group.scanRange()));
    }
    return group != null;
  }

  private void define(ScanRangeRule rule) {
    rules[rule.group()] = rule;
    ranges[rule.group()] = new ScanRange(rule.settings());
  }

  /** A tick: the underlyings' marks are sampled where that is due. */
  public void advance(long nowNs) {
    for (int group = 0; group < rules.length; group++) {
      if (rules[group] != null) {
        double price = groups.markPrice(rules[group].underlying());
        if (price > 0 && ranges[group].update(nowNs, price)) {
          groups.restage(group);
        }
      }
    }
  }

  /** Relative to the price: 0.1 is 10 %. */
  double range(int group) {
    return rules[group] == null ? groups.group(group).scanRange() / MILLION : ranges[group].range();
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    ScanRangeStateEncoder record = new ScanRangeStateEncoder();
    for (int group = 0; group < rules.length; group++) {
      if (rules[group] != null) {
        rules[group].write(to.next(record));
        ranges[group].save(state, 0);
        record.state0(state[0]).state1(state[1]).state2(state[2]).state3(state[3]).state4(state[4]);
      }
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != ScanRangeStateDecoder.TEMPLATE_ID) {
      return false;
    }
    ScanRangeStateDecoder record = from.as(new ScanRangeStateDecoder());
    ScanRangeRule rule = ScanRangeRule.read(record);
    define(rule);
    state[0] = record.state0();
    state[1] = record.state1();
    state[2] = record.state2();
    state[3] = record.state3();
    state[4] = record.state4();
    ranges[rule.group()].load(state, 0);
    return true;
  }
}
