package io.lockstep.sim.model;

import java.math.BigInteger;

/** Sums of money that never pass 64 bits unnoticed. */
final class PlainMoney {
  private PlainMoney() {}

  static long product(long... factors) {
    return exact(factors).longValueExact();
  }

  /** The product of some factors over 2 to the power of {@code shift}, rounded up. */
  static long share(int shift, long... factors) {
    BigInteger whole = exact(factors);
    return whole.negate().shiftRight(shift).negate().longValueExact();
  }

  static BigInteger exact(long... factors) {
    BigInteger product = BigInteger.ONE;
    for (long factor : factors) {
      product = product.multiply(BigInteger.valueOf(factor));
    }
    return product;
  }

  /** A field of 64 bits without a sign. */
  static BigInteger unsigned(long field) {
    return new BigInteger(Long.toUnsignedString(field));
  }

  static boolean isBeyond(BigInteger amount, int power) {
    return amount.abs().compareTo(BigInteger.ONE.shiftLeft(power)) >= 0;
  }
}
