package io.lockstep.host.risk;

import java.math.BigDecimal;
import java.util.List;

/**
 * A portfolio and what a card says of it.
 *
 * @param card its name.
 * @param withGreeks whether Greeks are told too.
 */
public record RiskReport(Portfolio portfolio, Figures figures, String card, boolean withGreeks) {
  /**
   * Looks whether the card has the positions that the file names.
   *
   * @throws IllegalStateException if the profits of the instruments do not add up to the card's.
   */
  public RiskReport {
    for (int group = 0; group < portfolio.underlyings().size(); group++) {
      for (int scenario = 0; scenario < portfolio.scenarios().size(); scenario++) {
        requireSum(portfolio, figures, group, scenario);
      }
    }
  }

  private static void requireSum(Portfolio portfolio, Figures figures, int group, int scenario) {
    long sum = 0;
    for (Instrument instrument : portfolio.instruments()) {
      sum += instrument.group() == group ? profit(instrument, scenario) : 0;
    }
    long held = figures.groups().get(group).held()[scenario];
    if (sum != held) {
      throw new IllegalStateException(
          "scenario " + scenario + ": instruments gain " + sum + ", the card says " + held);
    }
  }

  /** What a position gains in a scenario, scaled minor units. */
  static long profit(Instrument instrument, int scenario) {
    return (long) instrument.position() * instrument.lanes()[scenario];
  }

  /** Scaled minor units in units of the currency. */
  BigDecimal money(long scaled) {
    return portfolio.currency().units(scaled);
  }

  /** An instrument's price in price units. */
  static BigDecimal price(Instrument instrument, int ticks) {
    return plain(BigDecimal.valueOf(instrument.lot().tick()).multiply(BigDecimal.valueOf(ticks)));
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The instruments of a group. */
  List<Instrument> of(int group) {
    return portfolio.instruments().stream()
        .filter(instrument -> instrument.group() == group)
        .toList();
  }
}
