package io.lockstep.host.scenarios;

/**
 * How a scan range follows what the underlying does.
 *
 * @param sampleNs least time from one sample of the price to the next.
 * @param memoryDays of the volatility that is followed: after so long a return counts 1/e of what
 *     it did at first (an exponentially weighted mean; RiskMetrics' λ = 0.94 a day is 16 days).
 * @param floorMemoryDays of the long-run volatility below which the other does not count.
 * @param startVolatility per year, of both at the start.
 * @param deviations that the range covers.
 * @param horizonDays over which they are taken.
 * @param rangeMin least range, relative to the price.
 * @param rangeMax largest range.
 * @param stepUp most that the range rises at a sample, relative to itself.
 * @param stepDown most that it falls, relative to itself.
 */
public record ScanRangeSettings(
    long sampleNs,
    double memoryDays,
    double floorMemoryDays,
    double startVolatility,
    double deviations,
    double horizonDays,
    double rangeMin,
    double rangeMax,
    double stepUp,
    double stepDown) {
  /**
   * Checks them all.
   *
   * @throws IllegalArgumentException that names the one that is wrong.
   */
  public ScanRangeSettings {
    require(sampleNs > 0, "sampleNs");
    require(memoryDays > 0, "memoryDays");
    require(floorMemoryDays >= memoryDays, "floorMemoryDays");
    require(startVolatility > 0, "startVolatility");
    require(deviations > 0, "deviations");
    require(horizonDays > 0, "horizonDays");
    require(rangeMin > 0, "rangeMin");
    require(rangeMax >= rangeMin, "rangeMax");
    require(stepUp > 0, "stepUp");
    require(stepDown > 0 && stepDown < 1, "stepDown");
  }

  private static void require(boolean right, String name) {
    if (!right) {
      throw new IllegalArgumentException("scan range: " + name + " is wrong");
    }
  }
}
