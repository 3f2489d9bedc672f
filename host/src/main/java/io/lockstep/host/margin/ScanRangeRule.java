package io.lockstep.host.margin;

import io.lockstep.host.scenarios.ScanRangeSettings;
import io.lockstep.schema.client.ScanRangeDefinedDecoder;
import io.lockstep.schema.client.ScanRangeDefinedEncoder;
import io.lockstep.schema.snapshot.ScanRangeStateDecoder;
import io.lockstep.schema.snapshot.ScanRangeStateEncoder;

/**
 * How a risk group's scan range follows realised volatility, in the log's integers: volatilities,
 * deviations, ranges and steps in millionths. What each means, {@link ScanRangeSettings} says.
 *
 * @param underlying the instrument whose mark is sampled.
 */
public record ScanRangeRule(
    int group,
    int underlying,
    long sampleNs,
    long memoryHours,
    long floorMemoryHours,
    long horizonHours,
    long startVolatility,
    long deviations,
    long rangeMin,
    long rangeMax,
    long stepUp,
    long stepDown) {
  private static final double HOURS_A_DAY = 24;
  private static final double MILLION = 1e6;

  /**
   * The same for the arithmetic.
   *
   * @throws IllegalArgumentException that names what is wrong.
   */
  public ScanRangeSettings settings() {
    return new ScanRangeSettings(
        sampleNs,
        memoryHours / HOURS_A_DAY,
        floorMemoryHours / HOURS_A_DAY,
        startVolatility / MILLION,
        deviations / MILLION,
        horizonHours / HOURS_A_DAY,
        rangeMin / MILLION,
        rangeMax / MILLION,
        stepUp / MILLION,
        stepDown / MILLION);
  }

  /** Fills in a log message; the least range is told by the group's definition. */
  public void write(ScanRangeDefinedEncoder message) {
    message
        .sampleNs(sampleNs)
        .memoryHours(memoryHours)
        .floorMemoryHours(floorMemoryHours)
        .horizonHours(horizonHours)
        .startVolatility(startVolatility)
        .deviations(deviations)
        .rangeMax(rangeMax)
        .stepUp(stepUp)
        .stepDown(stepDown)
        .underlying(underlying)
        .group(group);
  }

  static ScanRangeRule read(ScanRangeDefinedDecoder message, long rangeMin) {
    return new ScanRangeRule(
        message.group(),
        (int) message.underlying(),
        message.sampleNs(),
        message.memoryHours(),
        message.floorMemoryHours(),
        message.horizonHours(),
        message.startVolatility(),
        message.deviations(),
        rangeMin,
        message.rangeMax(),
        message.stepUp(),
        message.stepDown());
  }

  void write(ScanRangeStateEncoder record) {
    record
        .sampleNs(sampleNs)
        .memoryHours(memoryHours)
        .floorMemoryHours(floorMemoryHours)
        .horizonHours(horizonHours)
        .startVolatility(startVolatility)
        .deviations(deviations)
        .rangeMin(rangeMin)
        .rangeMax(rangeMax)
        .stepUp(stepUp)
        .stepDown(stepDown)
        .underlying(underlying)
        .group(group);
  }

  static ScanRangeRule read(ScanRangeStateDecoder record) {
    return new ScanRangeRule(
        record.group(),
        record.underlying(),
        record.sampleNs(),
        record.memoryHours(),
        record.floorMemoryHours(),
        record.horizonHours(),
        record.startVolatility(),
        record.deviations(),
        record.rangeMin(),
        record.rangeMax(),
        record.stepUp(),
        record.stepDown());
  }
}
