package io.lockstep.host.replay;

import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.Phase;
import java.util.List;

/**
 * The venue of a replay: one instrument, one participant, who is its operator too, an account for
 * bids and one for asks.
 */
final class ReplayVenue {
  static final int PARTICIPANT = 1;
  static final String KEY = "replay";

  /** Account of every bid. Two accounts, so that no order meets one of its own. */
  static final int BUYER = 1;

  /** Account of every ask. */
  static final int SELLER = 2;

  private static final int MILLI_CNY = -3;

  private ReplayVenue() {}

  static int account(ReplayInput input) {
    return input.buy() ? BUYER : SELLER;
  }

  /**
   * A venue in which the plan fits; the band is the whole window.
   *
   * @param levels of the card.
   */
  static Venue of(ReplayPlan plan, int instrument, int levels) {
    int base = plan.windowBase(levels);
    int top = base + levels - 1;
    return new Venue(
        List.of(
            new Venue.Instrument(
                instrument,
                "replayed stock",
                MILLI_CNY,
                ReplayPlan.TICK_MILLI_CNY,
                base,
                base,
                top,
                Math.max(Math.abs(base), Math.abs(top)),
                plan.largestQuantity(),
                levels,
                plan.lowestPrice(),
                1,
                Phase.CONTINUOUS,
                Venue.Breaker.NONE)),
        List.of(new Venue.Participant(PARTICIPANT, "replay", KEY, true)),
        List.of(
            new Venue.Account(BUYER, PARTICIPANT, 0), new Venue.Account(SELLER, PARTICIPANT, 0)));
  }
}
