package io.lockstep.host.demo;

import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.Phase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The venue of the demo: four futures, and as many participants as trade, each with an account. */
public final class DemoVenue {
  private static final int CENTS = -2;
  private static final int BAND_TICKS = 3 * FairPrice.REACH_TICKS;

  /** So near that the price comes there now and then. */
  private static final int NARROW_BAND_TICKS = 12;

  /** By the log's clock, of which a request takes a microsecond. */
  private static final Venue.Breaker BREAKER = new Venue.Breaker(200_000, 400_000);

  private static final int COLLAR_TICKS = 100;
  private static final int LARGEST_LOTS = 10_000;

  private DemoVenue() {}

  /**
   * @param levels of the card: prices that a book spans.
   * @param breakers instruments have narrow bands, and breakers.
   */
  static Venue of(int levels, boolean breakers) {
    List<Venue.Instrument> instruments =
        List.of(
            future(1, "BTC perpetual", 50, 134_000, levels, breakers),
            future(2, "ETH perpetual", 5, 70_000, levels, breakers),
            future(3, "Gold, December", 10, 26_500, levels, breakers),
            future(4, "Oil, January", 1, 7_120, levels, breakers));
    List<Venue.Participant> participants = new ArrayList<>();
    List<Venue.Account> accounts = new ArrayList<>();
    for (int i = 0; i < DemoMarket.PARTICIPANTS; i++) {
      participants.add(new Venue.Participant(id(i), "demo participant " + id(i), key(i), false));
      accounts.add(new Venue.Account(id(i), id(i), DemoMarket.selfTradeGroup(i)));
    }
    return new Venue(instruments, participants, accounts);
  }

  private static Venue.Instrument future(
      int id, String name, long tickSize, int referenceTicks, int levels, boolean breaker) {
    int band = breaker ? NARROW_BAND_TICKS : BAND_TICKS;
    int base = referenceTicks - levels / 2;
    return new Venue.Instrument(
        id,
        name,
        CENTS,
        tickSize,
        base,
        referenceTicks - band,
        referenceTicks + band,
        base + levels,
        LARGEST_LOTS,
        COLLAR_TICKS,
        referenceTicks,
        1,
        Phase.CONTINUOUS,
        breaker ? BREAKER : Venue.Breaker.NONE);
  }

  /** Id of a participant, and of its account. */
  static int id(int participant) {
    return participant + 1;
  }

  static String key(int participant) {
    return "demo-key-" + id(participant);
  }

  /** Where the instruments' prices begin. */
  static int[] referenceTicks(Venue venue) {
    return venue.instruments().stream()
        .mapToInt(instrument -> (int) instrument.referencePrice())
        .toArray();
  }

  /** A price as people write it. */
  public static String price(Venue.Instrument instrument, int ticks) {
    return BigDecimal.valueOf(ticks * instrument.tickSize(), -instrument.priceExponent())
        .toPlainString();
  }
}
