package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.venue.Definitions;
import io.lockstep.host.venue.Venue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Definitions are messages of the log: they hold from their place on, and one that the card does
 * not take changes nothing. The card answers late, with many requests in flight.
 */
class DefinitionsTest {
  private static final int SESSION = 5;

  private final EngineUnderTest engine =
      new EngineUnderTest(new LateCard(Cards.open(Cards.MODEL), 3), 64);

  @BeforeEach
  void define() {
    engine.begin(ALICE, SESSION);
  }

  @AfterEach
  void end() {
    engine.close();
  }

  @Test
  void holdFromTheirPlaceInTheLogOn() {
    order(1);
    int definitions = TestVenue.VENUE.instruments().size() + TestVenue.VENUE.accounts().size();
    cancel(2, definitions + 3); // the order's id is its place in the log
    redefine(instrument(INSTRUMENT, 9)); // lots at most
    order(3);
    redefine(instrument(INSTRUMENT, 10));
    order(4);
    assertEquals(
        List.of("ACCEPTED 1", "CANCELLED 2", "REJECTED 3 QUANTITY_BEYOND_LIMIT", "ACCEPTED 4"),
        engine.settle());
    assertEquals(0, engine.engine.definitionsRefused());
  }

  @Test
  void changeNothingWhileOrdersRest() {
    order(1);
    redefine(instrument(INSTRUMENT, 9));
    order(2);
    assertEquals(List.of("ACCEPTED 1", "ACCEPTED 2"), engine.settle());
    assertEquals(1, engine.engine.definitionsRefused());
  }

  @Test
  void ofWhatTheCardHasNoRoomForAreCounted() {
    redefine(instrument(64, 10));
    new Definitions(
            new Venue(List.of(), List.of(), List.of(new Venue.Account(16_384, ALICE, 0))),
            engine.inputs.requests())
        .offer();
    engine.settle();
    assertEquals(2, engine.engine.definitionsRefused());
  }

  private void order(long clientOrderId) {
    engine.offer(ALICE, SESSION, Messages.newOrder(clientOrderId));
  }

  private void cancel(long clientOrderId, long orderId) {
    engine.offer(ALICE, SESSION, Messages.cancel(clientOrderId, orderId));
  }

  private void redefine(Venue.Instrument instrument) {
    new Definitions(new Venue(List.of(instrument), List.of(), List.of()), engine.inputs.requests())
        .offer();
  }

  private static Venue.Instrument instrument(int id, int maxQuantity) {
    Venue.Instrument like = TestVenue.VENUE.instruments().get(0);
    return new Venue.Instrument(
        id,
        like.name(),
        like.priceExponent(),
        like.tickSize(),
        like.windowBase(),
        like.bandLow(),
        like.bandHigh(),
        like.maxPrice(),
        maxQuantity,
        like.collar(),
        like.referencePrice(),
        like.multiplier(),
        like.phase(),
        like.breaker());
  }
}
