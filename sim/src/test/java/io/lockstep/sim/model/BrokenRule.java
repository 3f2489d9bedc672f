package io.lockstep.sim.model;

import java.util.List;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;

/** Rules of margin as they are easily got wrong; {@link BrokenFormulas} has them so. */
enum BrokenRule {
  FEE_IS_ROUNDED_DOWN(Check.BRUTE_FORCE),
  RESERVED_FEE_IS_ROUNDED_DOWN(Check.FILLS),
  ONLY_THE_TAKERS_RATE_IS_RESERVED(Check.FILLS),
  NO_FILL_LOSS_IS_RESERVED(Check.FILLS),
  A_GOOD_LIMIT_IS_CREDITED(Check.FILLS),
  AN_ASK_RESERVES_AS_A_BID(Check.FILLS),
  SIZE_IS_NOT_MONOTONE(Check.FILLS),
  SIZE_LOOKS_AT_BIDS_ALONE(Check.FILLS),
  W_LACKS_THE_ASKS(Check.FILLS),
  W_NETS_BIDS_AND_ASKS(Check.FILLS),
  SCAN_IS_ROUNDED_DOWN(Check.BRUTE_FORCE),
  SHORT_MINIMUM_COUNTS_LONGS(Check.BRUTE_FORCE),
  SHORT_MINIMUM_IS_NO_FLOOR(Check.BRUTE_FORCE),
  A_STALE_MAKER_IS_UPDATED_WITH_THE_NEW_BANK(Check.FILLS),
  A_REPLACE_MAY_RAISE_ITS_RESERVE(Check.BREACH),
  A_BREACHED_ACCOUNT_MAY_OPEN(Check.BREACH),
  A_BREACHED_ACCOUNT_MAY_TURN_ITS_POSITION(Check.BREACH),
  A_BREACHED_ACCOUNT_MAY_RAISE_ITS_REQUIREMENT(Check.BRUTE_FORCE),
  A_BREACHED_ACCOUNT_MAY_RAISE_ITS_SCAN_LOSS(Check.BREACH),
  A_BREACHED_ACCOUNT_MAY_TRADE_AT_ANY_PRICE(Check.BREACH);

  /** What finds a broken rule, by trying one seed on a card after a reset. */
  enum Check {
    BRUTE_FORCE(BruteForce::check),
    FILLS(FillProperty::check),
    BREACH(BreachProperty::check);

    private interface Try {
      int on(Function<UnsafeBuffer, List<UnsafeBuffer>> card, long seed, int scenarios);
    }

    private final Try trial;

    Check(Try trial) {
      this.trial = trial;
    }

    void on(PlainFormulas formulas, long seed) {
      Capacities capacities =
          seed / 2 % 2 == 0 ? TestCapacities.MARGIN_16 : TestCapacities.MARGIN_32;
      PlainCard card = new PlainCard(capacities, formulas);
      trial.on(card::execute, seed, capacities.scenarios());
    }
  }

  final Check foundBy;

  BrokenRule(Check foundBy) {
    this.foundBy = foundBy;
  }
}
