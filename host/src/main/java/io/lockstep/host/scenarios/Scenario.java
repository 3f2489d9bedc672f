package io.lockstep.host.scenarios;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One thing that may happen at once.
 *
 * @param spotMove of the underlying's price: in scan ranges, or relative, −0.66 being a fall by 66
 *     %.
 * @param inRanges whether the move is in scan ranges.
 * @param volatilityMove relative, at the reference tenor: 0.4 is from 50 % to 70 %.
 * @param fraction of profit and loss that counts, more than 0, at most 1.
 */
public record Scenario(double spotMove, boolean inRanges, double volatilityMove, double fraction) {
  private static final MathContext DIGITS = new MathContext(4);

  /** The relative move of the underlying's price; nothing falls by more than all of it. */
  double relativeMove(double scanRange) {
    return StrictMath.max(-1, inRanges ? spotMove * scanRange : spotMove);
  }

  /** In words, for messages. */
  @Override
  public String toString() {
    return "spot "
        + (inRanges ? number(spotMove) + " ranges" : number(100 * spotMove) + " %")
        + ", volatility "
        + number(100 * volatilityMove)
        + " %, fraction "
        + number(fraction);
  }

  private static String number(double value) {
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
