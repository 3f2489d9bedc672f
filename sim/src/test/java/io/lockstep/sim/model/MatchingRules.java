package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.openPosition;
import static io.lockstep.sim.model.TestDefinitions.setBand;
import static io.lockstep.sim.model.TestDefinitions.setInstrument;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How orders rest, trade in book order, are stopped by the band, and are cancelled. */
abstract class MatchingRules extends CardRules {
  @Test
  void anOrderThatMeetsNothingRestsAndShowsAtTheTop() {
    assertEquals(List.of("accepted 1", "top 5@100 | -"), card.send(bid(1, 100, 5)));
    assertEquals(List.of("accepted 2", "top 5@100 | 7@101"), card.send(ask(2, 101, 7)));
  }

  @Test
  void anOrderBehindTheBestPriceRestsWithoutATopOfBook() {
    card.after(bid(1, 100, 5), ask(2, 105, 5));
    assertEquals(List.of("accepted 3"), card.send(bid(3, 99, 5)));
    assertEquals(List.of("accepted 4"), card.send(ask(4, 106, 5)));
  }

  @Test
  void anOrderThatJoinsTheBestPriceAddsItsLotsThere() {
    card.after(bid(1, 100, 5));
    assertEquals(List.of("accepted 2", "top 8@100 | -"), card.send(bid(2, 100, 3)));
  }

  @Test
  void anOrderTradesAtTheMakersPrice() {
    card.after(ask(1, 100, 5));
    assertEquals(List.of("accepted 2", "trade 2x1 5@100", "top - | -"), card.send(bid(2, 105, 5)));
  }

  @Test
  void aPartlyFilledMakerStaysInItsPlace() {
    card.after(ask(1, 100, 5), ask(2, 100, 5));
    card.after(bid(3, 100, 2));
    assertEquals(
        List.of("accepted 4", "trade 4x1 3@100", "trade 4x2 1@100", "top - | 4@100"),
        card.send(bid(4, 100, 4)));
  }

  @Test
  void bestPriceGoesFirstThenTheOrderThatHasBeenLongestAtItsLevel() {
    card.after(bid(1, 99, 1), bid(2, 100, 1), bid(3, 101, 1), bid(4, 100, 1), bid(5, 101, 1));
    assertEquals(
        List.of(
            "accepted 6",
            "trade 6x3 1@101",
            "trade 6x5 1@101",
            "trade 6x2 1@100",
            "trade 6x4 1@100",
            "top 1@99 | 6@100"),
        card.send(ask(6, 100, 10)));
  }

  @Test
  void whatIsLeftOfALimitOrderRestsBehindTheOrdersAtItsPrice() {
    card.after(ask(1, 100, 2));
    assertEquals(
        List.of("accepted 2", "trade 2x1 2@100", "top 3@100 | -"), card.send(bid(2, 100, 5)));
    assertEquals(
        List.of("order 2 of 1 instrument 0 BUY 5@100 filled 2 rank 0", "done AUDIT 1"),
        card.send(audit(2)));
  }

  @Test
  void whatIsLeftOfAnImmediateOrCancelIsCancelled() {
    card.after(ask(1, 100, 2), ask(2, 102, 2));
    assertEquals(
        List.of(
            "accepted 3", "trade 3x1 2@100", "cancelled 3 3 IMMEDIATE_OR_CANCEL", "top - | 2@102"),
        card.send(bid(3, 101, 5).immediateOrCancel()));
  }

  @Test
  void anImmediateOrCancelThatMeetsNothingEndsWithoutATopOfBook() {
    assertEquals(
        List.of("accepted 1", "cancelled 1 5 IMMEDIATE_OR_CANCEL"),
        card.send(bid(1, 100, 5).immediateOrCancel()));
  }

  @Test
  void anImmediateOrCancelThatIsFilledEndsWithoutACancel() {
    card.after(ask(1, 100, 5));
    assertEquals(
        List.of("accepted 2", "trade 2x1 5@100", "top - | -"),
        card.send(bid(2, 100, 5).immediateOrCancel()));
  }

  @Test
  void aMarketOrderIsAnImmediateOrCancelAtTheHostsLimit() {
    card.after(ask(1, 100, 2), ask(2, 106, 2));
    assertEquals(
        List.of(
            "accepted 3", "trade 3x1 2@100", "cancelled 3 2 IMMEDIATE_OR_CANCEL", "top - | 2@106"),
        card.send(bid(3, 105, 4).market()));
  }

  @Test
  void anImmediateOrCancelMayNameAnySlot() {
    card.after(ask(1, 100, 5));
    assertEquals(
        List.of("accepted 2", "trade 2x1 5@100", "top - | -"),
        card.send(bid(2, 100, 5).immediateOrCancel().slot(1)));
    assertEquals(
        List.of("accepted 3", "cancelled 3 1 IMMEDIATE_OR_CANCEL"),
        card.send(bid(3, 100, 1).immediateOrCancel().slot(0xFFFF_FFFFL)));
  }

  @Test
  void matchingStopsAtTheHighEndOfTheBandAndTheRestOfTheBidIsCancelled() {
    card.after(ask(1, 110, 1), ask(2, 111, 1));
    assertEquals(
        List.of("accepted 3", "trade 3x1 1@110", "cancelled 3 4 BAND", "top - | 1@111"),
        card.send(bid(3, 111, 5)));
  }

  @Test
  void matchingStopsAtTheLowEndOfTheBandAndTheRestOfTheAskIsCancelled() {
    card.after(bid(1, 90, 1), bid(2, 89, 1));
    assertEquals(
        List.of("accepted 3", "trade 3x1 1@90", "cancelled 3 4 BAND", "top 1@89 | -"),
        card.send(ask(3, 89, 5)));
  }

  @Test
  void anImmediateOrCancelBeyondTheBandIsCancelledForTheBand() {
    assertEquals(
        List.of("accepted 1", "cancelled 1 5 BAND"), card.send(bid(1, 111, 5).immediateOrCancel()));
  }

  @Test
  void aBidBelowTheBandAndAnAskAboveItRest() {
    assertEquals(List.of("accepted 1", "top 5@50 | -"), card.send(bid(1, 50, 5)));
    assertEquals(List.of("accepted 2", "top 5@50 | 5@177"), card.send(ask(2, 177, 5)));
  }

  @Test
  void ordersAtTheEndsOfTheBandRest() {
    assertEquals(List.of("accepted 1", "top 5@110 | -"), card.send(bid(1, 110, 5)));
    card.after(cancel(1));
    assertEquals(List.of("accepted 2", "top - | 5@90"), card.send(ask(2, 90, 5)));
  }

  @Test
  void anAskOutsideTheBandTradesOnceTheBandHasMoved() {
    card.after(ask(1, 115, 1), setBand(0, 90, 115));
    assertEquals(List.of("accepted 2", "trade 2x1 1@115", "top - | -"), card.send(bid(2, 115, 1)));
  }

  @Test
  void aFilledMakersSlotIsFreeForTheNextCommand() {
    card.after(ask(1, 100, 5), bid(2, 100, 5));
    assertEquals(List.of("accepted 3", "top - | 1@100"), card.send(ask(3, 100, 1).slot(1)));
  }

  @Test
  void booksOfInstrumentsAreApart() {
    card.list(setInstrument(1, 50, 90, 110)).after(ask(1, 100, 5));
    assertEquals(List.of("accepted 2", "top 5@100 | -"), card.send(bid(2, 100, 5).instrument(1)));
  }

  @Test
  void pricesMayBeNegative() {
    card.list(setInstrument(1, -128, -100, -20)).after(ask(1, -50, 5).instrument(1));
    assertEquals(
        List.of("accepted 2", "trade 2x1 5@-50", "top 1@-49 | -"),
        card.send(bid(2, -49, 6).instrument(1)));
  }

  @Test
  void lotsOfALevelAddUpBeyondThirtyTwoBits() {
    long most = (1L << 28) - 1;
    for (int id = 1; id <= 18; id++) {
      card.accept(openPosition(30 + id, 1, 0));
    }
    for (int id = 1; id <= 17; id++) {
      card.after(bid(id, 100, most).position(30 + id));
    }
    assertEquals(
        List.of("accepted 18", "top " + 18 * most + "@100 | -"),
        card.send(bid(18, 100, most).position(48)));
  }

  @Test
  void aCancelEndsTheOrderWithItsOpenLots() {
    card.after(bid(1, 100, 5), ask(2, 100, 2));
    assertEquals(List.of("cancelled 1 3 REQUESTED", "top - | -"), card.send(cancel(1)));
  }

  @Test
  void aCancelBehindTheBestPriceTellsNoTopOfBook() {
    card.after(bid(1, 100, 5), bid(2, 99, 5));
    assertEquals(List.of("cancelled 2 5 REQUESTED"), card.send(cancel(2)));
  }

  @Test
  void aCancelInTheMiddleOfALevelLeavesTheOthersInOrder() {
    card.after(ask(1, 100, 1), ask(2, 100, 1), ask(3, 100, 1), cancel(2).account(2));
    assertEquals(
        List.of("accepted 4", "trade 4x1 1@100", "trade 4x3 1@100", "top - | -"),
        card.send(bid(4, 100, 2)));
  }

  @Test
  void aCancelOfTheLastAtALevelLetsTheNextOneQueueBehindTheRest() {
    card.after(ask(1, 100, 1), ask(2, 100, 1), cancel(2).account(2), ask(3, 100, 1));
    assertEquals(
        List.of("accepted 4", "trade 4x1 1@100", "trade 4x3 1@100", "top - | -"),
        card.send(bid(4, 100, 2)));
  }

  @Test
  void oneOrderSweepsManyLevelsAndRests() {
    for (int id = 1; id <= 11; id++) {
      card.after(ask(id, 99 + id, id));
    }
    List<String> answer = card.send(bid(20, 110, 100));
    assertEquals(1 + 11 + 1, answer.size());
    assertEquals("trade 20x11 11@110", answer.get(11));
    assertEquals("top 34@110 | -", answer.get(12));
  }
}
