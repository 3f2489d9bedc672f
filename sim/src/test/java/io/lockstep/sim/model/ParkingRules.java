package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestCommand.park;
import static io.lockstep.sim.model.TestCommand.unpark;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.setBand;
import static io.lockstep.sim.model.TestDefinitions.setWindow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Park and unpark. */
abstract class ParkingRules extends CardRules {
  @Test
  void aParkedOrderLeavesTheBook() {
    card.after(ask(1, 100, 5), ask(2, 100, 6), ask(3, 100, 7));
    assertEquals(List.of("done PARK", "top - | 12@100"), card.send(park(2).account(2)));
    assertEquals(
        List.of("accepted 4", "trade 4x1 5@100", "trade 4x3 7@100", "top 8@100 | -"),
        card.send(bid(4, 100, 20)));
    assertEquals(
        List.of(
            "order 4 of 1 instrument 0 BUY 20@100 filled 12 rank 0",
            "order 2 of 2 instrument 0 SELL 6@100 filled 0 parked",
            "done AUDIT 2"),
        card.send(audit(2)));
  }

  @Test
  void anUnparkedOrderQueuesBehindTheOrdersAtItsPrice() {
    card.after(ask(1, 100, 5), ask(2, 100, 6), park(1).account(2));
    assertEquals(List.of("done UNPARK", "top - | 11@100"), card.send(unpark(1).account(2)));
    assertEquals(
        List.of("accepted 3", "trade 3x2 6@100", "trade 3x1 1@100", "top - | 4@100"),
        card.send(bid(3, 100, 7)));
  }

  @Test
  void behindTheBestPriceNoTopOfBookIsTold() {
    card.after(ask(1, 100, 5), ask(2, 101, 6));
    assertEquals(List.of("done PARK"), card.send(park(2).account(2)));
    assertEquals(List.of("done UNPARK"), card.send(unpark(2).account(2)));
  }

  @Test
  void aPartlyFilledOrderKeepsWhatItHasFilled() {
    card.after(ask(1, 100, 5), bid(2, 100, 2), park(1).account(2));
    assertEquals(
        List.of("order 1 of 2 instrument 0 SELL 5@100 filled 2 parked", "done AUDIT 1"),
        card.send(audit(2)));
    assertEquals(List.of("done UNPARK", "top - | 3@100"), card.send(unpark(1).account(2)));
  }

  @Test
  void aParkedOrderCanBeCancelledWithoutATopOfBook() {
    card.after(bid(1, 100, 5).parked());
    assertEquals(List.of("cancelled 1 5 REQUESTED"), card.send(cancel(1)));
    refuses(unpark(1), RejectReason.UNKNOWN_ORDER);
  }

  @Test
  void refusesToParkWhatIsParkedAndToUnparkWhatRests() {
    card.after(bid(1, 100, 5));
    refuses(unpark(1), RejectReason.NOT_PARKED);
    card.after(park(1));
    refuses(park(1), RejectReason.NOT_RESTING);
  }

  @Test
  void refusesAnOrderThatItDoesNotName() {
    card.after(bid(1, 100, 5), bid(2, 99, 5).parked());
    refuses(park(3), RejectReason.UNKNOWN_ORDER);
    refuses(park(3).slot(1), RejectReason.UNKNOWN_ORDER);
    refuses(park(1).slot(3), RejectReason.UNKNOWN_ORDER);
    refuses(park(1).account(2), RejectReason.UNKNOWN_ORDER);
    refuses(park(1).slot(0xFFFF_FFFFL), RejectReason.UNKNOWN_ORDER);
    refuses(unpark(3).slot(2), RejectReason.UNKNOWN_ORDER);
    refuses(unpark(2).slot(3), RejectReason.UNKNOWN_ORDER);
    refuses(unpark(2).account(2), RejectReason.UNKNOWN_ORDER);
    refuses(unpark(2).slot(0xFFFF_FFFFL), RejectReason.UNKNOWN_ORDER);
  }

  @Test
  void refusesToUnparkWhereThePriceHasNoLevel() {
    int top = 50 + card.description().levels() - 1;
    card.after(bid(1, 49, 5).parked(), ask(2, top + 1, 5).parked());
    refuses(unpark(1), RejectReason.PRICE_OUTSIDE_WINDOW);
    refuses(unpark(2).account(2), RejectReason.PRICE_OUTSIDE_WINDOW);
    card.accept(setWindow(0, 49));
    assertEquals(List.of("done UNPARK", "top 5@49 | -"), card.send(unpark(1)));
  }

  @Test
  void refusesToUnparkAcrossTheBook() {
    card.after(ask(1, 100, 5), bid(2, 100, 5).parked(), bid(3, 101, 5).parked());
    refuses(unpark(2), RejectReason.WOULD_CROSS);
    refuses(unpark(3), RejectReason.WOULD_CROSS);
    card.after(cancel(1).account(2), bid(4, 99, 1), ask(5, 99, 1).account(3).parked());
    refuses(unpark(5).account(3), RejectReason.WOULD_CROSS);
    assertEquals(List.of("done UNPARK", "top 5@100 | -"), card.send(unpark(2)));
  }

  @Test
  void refusesToUnparkAcrossOrdersBeyondTheBandToo() {
    card.after(ask(1, 111, 5), bid(2, 111, 5).parked());
    refuses(unpark(2), RejectReason.WOULD_CROSS);
  }

  @Test
  void refusesToUnparkBeyondTheBand() {
    card.after(bid(1, 111, 5).parked(), ask(2, 89, 5).parked());
    refuses(unpark(1), RejectReason.BEYOND_BAND);
    refuses(unpark(2).account(2), RejectReason.BEYOND_BAND);
    card.accept(setBand(0, 90, 111));
    assertEquals(List.of("done UNPARK", "top 5@111 | -"), card.send(unpark(1)));
  }

  @Test
  void refusesFlags() {
    refuses(park(1).flags(Flags.PARKED), RejectReason.UNSUPPORTED_FIELD);
    refuses(unpark(1).flags(Flags.PARKED), RejectReason.UNSUPPORTED_FIELD);
  }
}
