package io.lockstep.sim.model.margin;

/** Products with a factor in 2^-n, rounded up: against the account. */
final class RoundedUp {
  private RoundedUp() {}

  /**
   * ⌈amount · factor / 2^bits⌉, without the wide product.
   *
   * @param amount not negative.
   * @param factor of either sign.
   */
  static long product(long amount, int factor, int bits) {
    long whole = amount >> bits;
    long part = amount - (whole << bits);
    return whole * factor - (-part * factor >> bits);
  }
}
