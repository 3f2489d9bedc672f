package io.lockstep.host.engine;

import io.lockstep.driver.CardDescription;
import io.lockstep.host.snapshot.SnapshotPart;
import java.util.List;

/**
 * What log messages wrote, and all that stage A may read.
 *
 * @param sessions that ever were.
 * @param stops by kill switches.
 * @param accounts and their owners.
 * @param instruments that are defined.
 * @param positions and their slots.
 */
record LogState(
    Sessions sessions,
    Stops stops,
    Accounts accounts,
    Instruments instruments,
    Positions positions) {

  /** Empty, with room for what a card holds. */
  LogState(CardDescription card) {
    this(new Sessions(), card);
  }

  private LogState(Sessions sessions, CardDescription card) {
    this(
        sessions,
        new Stops(sessions),
        new Accounts(card.accounts()),
        new Instruments(card),
        new Positions(card.positions()));
  }

  /** All of it, for a snapshot; each comes after what it refers to. */
  List<SnapshotPart> parts() {
    return List.of(instruments, accounts, positions, sessions, stops);
  }
}
