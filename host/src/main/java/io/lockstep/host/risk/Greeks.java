package io.lockstep.host.risk;

import io.lockstep.host.pricing.Valuation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Greeks of a position or of all positions in an underlying, in units of the currency.
 *
 * @param delta for one price unit of the underlying.
 * @param gamma of the delta, likewise.
 * @param vega for 1.00 of volatility.
 * @param thetaPerDay for a day that passes.
 * @param rho for 1.00 of the rate.
 */
record Greeks(double delta, double gamma, double vega, double thetaPerDay, double rho) {
  private static final Greeks NONE = new Greeks(0, 0, 0, 0, 0);
  private static final MathContext DIGITS = new MathContext(12);

  /** Of a position. */
  static Greeks of(Instrument instrument, Currency currency) {
    Valuation lot = new Valuation();
    lot.value(instrument.contract(), instrument.market());
    double unit = currency.scaled(BigDecimal.ONE).doubleValue();
    lot.scale(instrument.position() * instrument.lot().moneyPerPriceUnit() / unit);
    return new Greeks(lot.delta(), lot.gamma(), lot.vega(), lot.thetaPerDay(), lot.rho());
  }

  /** Of all positions in an underlying. */
  static Greeks ofGroup(Portfolio portfolio, int group) {
    return portfolio.instruments().stream()
        .filter(instrument -> instrument.group() == group)
        .map(instrument -> of(instrument, portfolio.currency()))
        .reduce(NONE, Greeks::plus);
  }

  private Greeks plus(Greeks other) {
    return new Greeks(
        delta + other.delta,
        gamma + other.gamma,
        vega + other.vega,
        thetaPerDay + other.thetaPerDay,
        rho + other.rho);
  }

  /** Their names, in the order of {@link #numbers}. */
  static List<String> names() {
    return List.of("delta", "gamma", "vega", "thetaPerDay", "rho");
  }

  /** All, of twelve significant digits, alike on every machine. */
  List<BigDecimal> numbers() {
    List<BigDecimal> numbers = new ArrayList<>();
    for (double number : new double[] {delta, gamma, vega, thetaPerDay, rho}) {
      BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
      numbers.add(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }
    return numbers;
  }
}
