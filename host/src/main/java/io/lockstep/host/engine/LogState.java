package io.lockstep.host.engine;

import io.lockstep.driver.CardDescription;

/**
 * What log messages wrote, and all that stage A may read.
 *
 * @param sessions that are open.
 * @param accounts and their owners.
 * @param instruments that are defined.
 * @param positions and their slots.
 */
record LogState(
    Sessions sessions, Accounts accounts, Instruments instruments, Positions positions) {

  /** Empty, with room for what a card holds. */
  LogState(CardDescription card) {
    this(
        new Sessions(),
        new Accounts(card.accounts()),
        new Instruments(card),
        new Positions(card.positions()));
  }
}
