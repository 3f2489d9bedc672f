package io.lockstep.host.risk;

import io.lockstep.host.pricing.Valuation;
import io.lockstep.host.scenarios.Contingencies;
import java.util.List;

/** The host's add-on of each portfolio: contingencies that no scenario sees. */
final class AddOns {
  private static final double NS_OF_YEAR = 365.0 * 86_400 * 1e9;

  private AddOns() {}

  /** One a group, in scaled minor units. */
  static long[] of(Portfolio portfolio) {
    long[] addOns = new long[portfolio.underlyings().size()];
    for (int group = 0; group < addOns.length; group++) {
      addOns[group] = of(portfolio.underlyings().get(group), group, portfolio.instruments());
    }
    return addOns;
  }

  private static long of(Underlying underlying, int group, List<Instrument> instruments) {
    Contingencies sum = new Contingencies(underlying.contingencies(), instruments.size() + 1);
    Valuation greeks = new Valuation();
    sum.begin();
    for (Instrument instrument : instruments) {
      if (instrument.group() == group && instrument.position() != 0) {
        greeks.value(instrument.contract(), instrument.market());
        greeks.scale(instrument.position() * instrument.lot().moneyPerPriceUnit());
        sum.add(
            expiryNs(instrument),
            logMoneyness(instrument),
            greeks.delta() * instrument.market().underlying(),
            greeks.vega());
      }
    }
    return sum.addOn();
  }

  private static long expiryNs(Instrument instrument) {
    return instrument.contract().type().isDated()
        ? (long) (instrument.market().years() * NS_OF_YEAR)
        : Contingencies.NO_EXPIRY;
  }

  private static double logMoneyness(Instrument instrument) {
    return instrument.contract().type().isOption()
        ? StrictMath.log(
            instrument.contract().strike()
                / (instrument.market().underlying() * instrument.market().carry()))
        : 0;
  }
}
