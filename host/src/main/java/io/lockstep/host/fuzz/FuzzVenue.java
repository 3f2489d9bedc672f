package io.lockstep.host.fuzz;

import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.Phase;
import java.util.List;

/** The venue that hostile clients meet: two instruments, a participant and an operator. */
final class FuzzVenue {
  static final int CLIENT = 1;
  static final int OPERATOR = 2;
  static final String CLIENT_KEY = "client-key";
  static final String OPERATOR_KEY = "operator-key";

  /** The first two are the client's. */
  static final int ACCOUNTS = 3;

  static final int OPERATORS_ACCOUNT = 2;

  static final int INSTRUMENTS = 2;
  static final long TICK = 5;
  static final int MIDDLE_TICKS = 1_500;

  static final Venue VENUE =
      new Venue(
          List.of(instrument(0), instrument(1)),
          List.of(
              new Venue.Participant(CLIENT, "client", CLIENT_KEY, false),
              new Venue.Participant(OPERATOR, "operator", OPERATOR_KEY, true)),
          List.of(
              new Venue.Account(0, CLIENT, 0),
              new Venue.Account(1, CLIENT, 7),
              new Venue.Account(OPERATORS_ACCOUNT, OPERATOR, 0)));

  private FuzzVenue() {}

  private static Venue.Instrument instrument(int id) {
    return new Venue.Instrument(
        id,
        "FUZZ-" + id,
        -2,
        TICK,
        1_000,
        1_100,
        1_900,
        4_000,
        10_000,
        50,
        MIDDLE_TICKS,
        1,
        Phase.CONTINUOUS,
        Venue.Breaker.NONE);
  }
}
