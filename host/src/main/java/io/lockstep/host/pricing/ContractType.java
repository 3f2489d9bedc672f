package io.lockstep.host.pricing;

/** What a contract pays, and when. */
public enum ContractType {
  /** The underlying at a date; settled daily, so its price is not discounted. */
  FUTURE,
  /** The underlying, with no date; funding keeps its price by that of the underlying. */
  PERPETUAL,
  /** European call: underlying less strike at expiry, if that is positive. */
  CALL,
  /** European put: strike less underlying at expiry, if that is positive. */
  PUT,
  /** Cash-or-nothing call: a fixed amount at expiry if the underlying is above the strike. */
  DIGITAL_CALL,
  /** Cash-or-nothing put: a fixed amount at expiry if the underlying is below the strike. */
  DIGITAL_PUT;

  /** Whether it has a strike, and so needs a volatility. */
  public boolean isOption() {
    return this != FUTURE && this != PERPETUAL;
  }

  /** Whether it pays a fixed amount. */
  public boolean isDigital() {
    return this == DIGITAL_CALL || this == DIGITAL_PUT;
  }

  /** Whether it is an option that gains when the underlying rises. */
  public boolean isCall() {
    return this == CALL || this == DIGITAL_CALL;
  }

  /** Whether it ends at a date. */
  public boolean isDated() {
    return this != PERPETUAL;
  }
}
