package io.lockstep.host;

import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.Phase;
import java.util.List;

/** A small venue for tests. */
final class TestVenue {
  static final int ALICE = 1;
  static final int BOB = 2;

  /** An operator, without an account. */
  static final int CAROL = 3;

  /** No operator, and without an account. */
  static final int DAVE = 4;

  static final int ALICE_ACCOUNT = 10;
  static final int BOB_ACCOUNT = 20;

  /** One self-trade group with {@link #BOB_GROUPED}. */
  static final int ALICE_GROUPED = 11;

  static final int BOB_GROUPED = 21;
  static final int INSTRUMENT = 3;

  private static final int GROUP = 7;

  /** Price units a tick. */
  static final long TICK = 5;

  /** A price in the middle of the band, in price units. */
  static final long MIDDLE = 1_500 * TICK;

  static final Venue VENUE = beginningIn(Phase.CONTINUOUS);

  /** Lowest and highest price of the band, in price units. */
  static final long BAND_LOW = 1_100 * TICK;

  static final long BAND_HIGH = 1_900 * TICK;

  private TestVenue() {}

  /** The same venue with another first phase of its instrument. */
  static Venue beginningIn(Phase phase) {
    return with(phase, Venue.Breaker.NONE);
  }

  /** The same venue with a breaker; of both times, in nanoseconds. */
  static Venue withBreaker(long haltNs, long callNs) {
    return with(Phase.CONTINUOUS, new Venue.Breaker(haltNs, callNs));
  }

  private static Venue with(Phase phase, Venue.Breaker breaker) {
    Venue.Instrument instrument =
        new Venue.Instrument(
            INSTRUMENT,
            "TEST",
            -2,
            TICK,
            1_000,
            1_100,
            1_900,
            4_000,
            10_000,
            50,
            1_500,
            1,
            phase,
            breaker);
    return new Venue(
        List.of(instrument),
        List.of(
            new Venue.Participant(ALICE, "alice", "alice-key", false),
            new Venue.Participant(BOB, "bob", "bob-key", false),
            new Venue.Participant(CAROL, "carol", "carol-key", true),
            new Venue.Participant(DAVE, "dave", "dave-key", false)),
        List.of(
            new Venue.Account(ALICE_ACCOUNT, ALICE, 0),
            new Venue.Account(ALICE_GROUPED, ALICE, GROUP),
            new Venue.Account(BOB_ACCOUNT, BOB, 0),
            new Venue.Account(BOB_GROUPED, BOB, GROUP)));
  }
}
