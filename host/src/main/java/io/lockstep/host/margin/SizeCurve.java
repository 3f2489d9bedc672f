package io.lockstep.host.margin;

import io.lockstep.schema.card.SetSizeCurveEncoder;
import java.util.List;

/**
 * What a large position costs beside the scenarios: piecewise linear in lots, rising from 0.
 *
 * @param bound1 lots up to which {@code slope0} holds; then {@code slope1} up to {@code bound2},
 *     {@code slope2} up to {@code bound3}, and {@code slope3} beyond.
 * @param slope0 scaled minor units a lot.
 */
public record SizeCurve(
    long bound1, long bound2, long bound3, long slope0, long slope1, long slope2, long slope3) {
  /** Costs nothing. */
  public static final SizeCurve FLAT = new SizeCurve(0, 0, 0, 0, 0, 0, 0);

  /**
   * The same from lists.
   *
   * @param bounds three.
   * @param slopes four.
   */
  public static SizeCurve of(List<Long> bounds, List<Long> slopes) {
    return new SizeCurve(
        bounds.get(0),
        bounds.get(1),
        bounds.get(2),
        slopes.get(0),
        slopes.get(1),
        slopes.get(2),
        slopes.get(3));
  }

  /** Fills in a card command. */
  public void write(SetSizeCurveEncoder command) {
    command
        .bound1(bound1)
        .bound2(bound2)
        .bound3(bound3)
        .slope0(slope0)
        .slope1(slope1)
        .slope2(slope2)
        .slope3(slope3);
  }

  /** What so many lots cost, scaled minor units. */
  public long cost(long lots) {
    return Math.min(lots, bound1) * slope0
        + Math.max(0, Math.min(lots, bound2) - bound1) * slope1
        + Math.max(0, Math.min(lots, bound3) - bound2) * slope2
        + Math.max(0, lots - bound3) * slope3;
  }
}
