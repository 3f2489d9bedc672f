package io.lockstep.host.risk;

import java.math.BigDecimal;

/**
 * What a portfolio's money is counted in. The card counts in scaled minor units, whole numbers.
 *
 * @param decimals of a unit, to its minor unit.
 * @param scaleBits a minor unit is 2 to this power of what the card counts in.
 */
record Currency(String name, int decimals, int scaleBits) {
  /** Units of the currency in scaled minor units, exact. */
  BigDecimal scaled(BigDecimal amount) {
    return amount.scaleByPowerOfTen(decimals).multiply(BigDecimal.valueOf(1L << scaleBits));
  }

  /** Scaled minor units in units of the currency, exact, with at least its decimals. */
  BigDecimal units(long scaled) {
    BigDecimal exact =
        BigDecimal.valueOf(scaled, decimals)
            .divide(BigDecimal.valueOf(1L << scaleBits))
            .stripTrailingZeros();
    return exact.setScale(Math.max(decimals, exact.scale()));
  }
}
