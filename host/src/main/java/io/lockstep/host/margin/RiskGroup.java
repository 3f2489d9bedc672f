package io.lockstep.host.margin;

import io.lockstep.schema.client.RiskGroupDefinedDecoder;
import io.lockstep.schema.client.RiskGroupDefinedEncoder;
import io.lockstep.schema.client.ScenarioSet;
import io.lockstep.schema.snapshot.RiskGroupStateDecoder;

/**
 * Instruments that are margined together, as the group's definition fixed it.
 *
 * @param id from 0, below the card's number of groups.
 * @param scenarios against which they are.
 * @param scanRange how far the price moves in the regular scenarios, millionths of it; the least
 *     that it is, where it follows realised volatility.
 * @param initialFactor of the worst loss, in 1/256.
 * @param maintenanceFactor of the worst loss, in 1/256.
 */
public record RiskGroup(
    int id, ScenarioSet scenarios, int scanRange, int initialFactor, int maintenanceFactor) {
  /** Fills in a log message. */
  public void write(RiskGroupDefinedEncoder message) {
    message
        .scanRange(scanRange)
        .group(id)
        .initialFactor(initialFactor)
        .maintenanceFactor(maintenanceFactor)
        .scenarios(scenarios);
  }

  static RiskGroup read(RiskGroupDefinedDecoder message) {
    return new RiskGroup(
        message.group(),
        message.scenarios(),
        (int) message.scanRange(),
        message.initialFactor(),
        message.maintenanceFactor());
  }

  static RiskGroup read(RiskGroupStateDecoder record) {
    return new RiskGroup(
        record.group(),
        ScenarioSet.get(record.scenarios()),
        record.scanRange(),
        record.initialFactor(),
        record.maintenanceFactor());
  }
}
