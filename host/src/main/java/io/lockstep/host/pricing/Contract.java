package io.lockstep.host.pricing;

/**
 * A contract on one unit of its underlying.
 *
 * @param strike in price units, more than 0; of a future or perpetual 0.
 * @param payout of a digital option, in price units, more than 0; of others 0.
 */
public record Contract(ContractType type, double strike, double payout) {
  /**
   * Checks what it says.
   *
   * @throws IllegalArgumentException if strike or payout is not one of its type.
   */
  public Contract {
    require(type.isOption(), strike, "strike");
    require(type.isDigital(), payout, "payout");
  }

  private static void require(boolean has, double value, String name) {
    boolean right = has ? value > 0 && value < Double.POSITIVE_INFINITY : value == 0;
    if (!right) {
      throw new IllegalArgumentException(
          name + " " + value + (has ? " is not more than 0" : " of a contract that has none"));
    }
  }

  /** A dated future. */
  public static Contract future() {
    return new Contract(ContractType.FUTURE, 0, 0);
  }

  /** A perpetual future. */
  public static Contract perpetual() {
    return new Contract(ContractType.PERPETUAL, 0, 0);
  }

  /** A European call. */
  public static Contract call(double strike) {
    return new Contract(ContractType.CALL, strike, 0);
  }

  /** A European put. */
  public static Contract put(double strike) {
    return new Contract(ContractType.PUT, strike, 0);
  }

  /** A cash-or-nothing call. */
  public static Contract digitalCall(double strike, double payout) {
    return new Contract(ContractType.DIGITAL_CALL, strike, payout);
  }

  /** A cash-or-nothing put. */
  public static Contract digitalPut(double strike, double payout) {
    return new Contract(ContractType.DIGITAL_PUT, strike, payout);
  }
}
