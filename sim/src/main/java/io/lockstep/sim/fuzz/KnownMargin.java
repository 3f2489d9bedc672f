package io.lockstep.sim.fuzz;

import io.lockstep.driver.CardDescription;

/** What the generator knows of margin; of a card without it there is nothing to know. */
final class KnownMargin {
  final KnownGroups groups;
  final KnownTerms terms;
  final KnownPortfolios portfolios;
  final KnownMoney money;

  KnownMargin(CardDescription card) {
    groups = new KnownGroups(card.groups(), card.instruments());
    terms = new KnownTerms(card.instruments(), card.scenarios());
    portfolios = new KnownPortfolios(card.portfolios(), card.groups(), card.accounts());
    money = new KnownMoney(card.accounts());
  }

  /** Slot of the portfolio that an account's position in an instrument is of; -1 without one. */
  int portfolioFor(int account, int instrument) {
    return portfolios.slotOf(account, terms.group(instrument));
  }

  /** The current mark of an instrument, 0 where it has none. */
  int mark(int instrument) {
    return terms.mark(groups.current(terms.group(instrument)), instrument);
  }
}
