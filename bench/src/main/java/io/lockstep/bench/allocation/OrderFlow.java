package io.lockstep.bench.allocation;

import io.lockstep.host.client.Requests;
import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Requests of one participant with two accounts, drawn from a seed: half are limit orders that may
 * rest, the rest all other kinds. What rests too long is taken away by a mass cancel.
 */
final class OrderFlow {
  static final int PARTICIPANT = 1;
  static final String KEY = "allocation-key";

  private static final int ACCOUNTS = 2;
  private static final int INSTRUMENTS = 4;
  private static final int MIDDLE = 2_000;
  private static final int REACH = 500;
  private static final int AWAY = 10;
  private static final int LOTS = 20;
  private static final int REQUESTS_A_MASS_CANCEL = 2_000;
  private static final int REMEMBERED = 64;

  static final Venue VENUE = venue();

  private final Requests requests = new Requests();
  private final SplittableRandom random;
  private long lastId;
  private long orders;

  OrderFlow(long seed) {
    random = new SplittableRandom(seed);
  }

  private static Venue venue() {
    List<Venue.Instrument> instruments =
        IntStream.range(0, INSTRUMENTS).mapToObj(OrderFlow::instrument).toList();
    return new Venue(
        instruments,
        List.of(new Venue.Participant(PARTICIPANT, "allocation", KEY, false)),
        List.of(new Venue.Account(0, PARTICIPANT, 0), new Venue.Account(1, PARTICIPANT, 0)));
  }

  private static Venue.Instrument instrument(int id) {
    return new Venue.Instrument(
        id,
        "instrument " + id,
        0,
        1,
        0,
        MIDDLE - REACH,
        MIDDLE + REACH,
        MIDDLE + REACH,
        LOTS,
        REACH,
        MIDDLE,
        1,
        Phase.CONTINUOUS,
        Venue.Breaker.NONE);
  }

  /** New orders so far. */
  long orders() {
    return orders;
  }

  /** The next request, to be sent before the one after it is asked for. */
  Requests next() {
    long id = ++lastId;
    int account = random.nextInt(ACCOUNTS);
    int instrument = random.nextInt(INSTRUMENTS);
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long price = MIDDLE + random.nextInt(2 * AWAY + 1) - AWAY;
    long lots = 1 + random.nextInt(LOTS);
    long earlier = Math.max(1, id - 1 - random.nextInt(REMEMBERED));
    if (id % REQUESTS_A_MASS_CANCEL == 0) {
      requests.massCancel(id);
      return requests;
    }
    switch (random.nextInt(20)) {
      case 0, 1, 2 -> requests.cancelByClientOrderId(id, account, earlier);
      case 3, 4, 5 ->
          requests.replaceByClientOrderId(id, account, instrument, earlier, price, lots);
      default -> order(id, account, instrument, side, price, lots);
    }
    return requests;
  }

  private void order(long id, int account, int instrument, Side side, long price, long lots) {
    orders++;
    switch (random.nextInt(14)) {
      case 0 -> requests.market(id, account, instrument, side, lots);
      case 1 ->
          requests.limit(id, account, instrument, side, price, lots).timeInForce(TimeInForce.IOC);
      case 2 ->
          requests.limit(id, account, instrument, side, price, lots).timeInForce(TimeInForce.FOK);
      case 3 -> requests.limit(id, account, instrument, side, price, lots).flags().postOnly(true);
      case 4 ->
          requests
              .limit(id, account, instrument, side, price, lots)
              .timeInForce(TimeInForce.IOC)
              .flags()
              .reduceOnly(true);
      case 5 ->
          requests
              .limit(id, account, instrument, side, price, lots)
              .selfTradePrevention(SelfTradePrevention.CANCEL_BOTH);
      default ->
          requests
              .limit(id, account, instrument, side, price, lots)
              .selfTradePrevention(SelfTradePrevention.CANCEL_RESTING);
    }
  }
}
