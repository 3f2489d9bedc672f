package io.lockstep.host.surface;

import java.util.List;

/**
 * The rules of a smile.
 *
 * @param logMoneyness ln(strike / forward) of its points, rising; at least one.
 * @param volatilityMin least volatility that a report may name, per year.
 * @param volatilityMax largest.
 * @param stepMax most that a point moves in one step, relative to itself.
 * @param stepNs least time between two steps, of the points and of a narrowing.
 * @param staleNs age of the last report up to which the smile is fresh.
 * @param widenNs time from there to the first widening, and from each to the next.
 * @param widenStep by which it widens, relative to the moves of volatility in scenarios.
 * @param widenMax most that it widens.
 * @param bookBound how far, relative to the smile, a volatility that the book implies counts.
 */
public record SmileSettings(
    List<Double> logMoneyness,
    double volatilityMin,
    double volatilityMax,
    double stepMax,
    long stepNs,
    long staleNs,
    long widenNs,
    double widenStep,
    double widenMax,
    double bookBound) {
  /**
   * Checks them all.
   *
   * @throws IllegalArgumentException that names the one that is wrong.
   */
  public SmileSettings {
    logMoneyness = List.copyOf(logMoneyness);
    require(isRising(logMoneyness), "logMoneyness");
    require(volatilityMin > 0, "volatilityMin");
    require(volatilityMax >= volatilityMin, "volatilityMax");
    require(stepMax > 0, "stepMax");
    require(stepNs > 0, "stepNs");
    require(staleNs > 0, "staleNs");
    require(widenNs > 0, "widenNs");
    require(widenStep > 0, "widenStep");
    require(widenMax >= widenStep && widenMax / widenStep < Integer.MAX_VALUE, "widenMax");
    require(bookBound >= 0 && bookBound < 1, "bookBound");
  }

  private static boolean isRising(List<Double> points) {
    for (int i = 1; i < points.size(); i++) {
      if (!(points.get(i) > points.get(i - 1))) {
        return false;
      }
    }
    return !points.isEmpty() && points.stream().allMatch(Double::isFinite);
  }

  private static void require(boolean right, String name) {
    if (!right) {
      throw new IllegalArgumentException("smile: " + name + " is wrong");
    }
  }

  /** Most steps of widening. */
  int widenStepsMax() {
    return (int) StrictMath.ceil(widenMax / widenStep);
  }
}
