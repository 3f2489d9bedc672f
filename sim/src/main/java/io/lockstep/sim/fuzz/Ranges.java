package io.lockstep.sim.fuzz;

import io.lockstep.driver.CardDescription;

/**
 * Below which numbers a round opens positions and sets accounts. Most rounds use low ones only:
 * audits look through a table up to the last entry in use, which takes a simulated card long.
 */
final class Ranges {
  private static final int LOW_POSITIONS = 1_024;
  private static final int LOW_ACCOUNTS = 256;
  private static final int LOW_SHIFT = 256;
  private static final int WHOLE_ONE_IN = 12;
  private static final int TRIES = 8;

  private final CardDescription card;
  private boolean whole;

  Ranges(CardDescription card) {
    this.card = card;
  }

  /** Draws those of a round. */
  void draw(Dice dice) {
    whole = dice.oneIn(WHOLE_ONE_IN);
  }

  private int any(Dice dice, int capacity, int low) {
    if (!whole) {
      return dice.below(Math.min(capacity, low));
    }
    return dice.oneIn(8) ? (dice.oneIn(2) ? 0 : capacity - 1) : dice.below(capacity);
  }

  /** An account to set. */
  int anyAccount(Dice dice) {
    return any(dice, card.accounts(), LOW_ACCOUNTS);
  }

  /** A position slot to open; perhaps an open one where most are. */
  int anyFreePosition(Dice dice, KnownPositions positions) {
    int slot = any(dice, card.positions(), LOW_POSITIONS);
    for (int tries = 0; positions.isOpen(slot) && tries < TRIES; tries++) {
      slot = any(dice, card.positions(), LOW_POSITIONS);
    }
    return slot;
  }

  /** By how much slots are moved when a state is loaded again. */
  int anyShift(Dice dice, int slots) {
    return dice.below(whole ? slots : Math.min(slots, LOW_SHIFT));
  }

  /** Whether slots are turned round when a state is loaded again: the first becomes the last. */
  boolean isReversed(Dice dice) {
    return whole && dice.oneIn(2);
  }
}
