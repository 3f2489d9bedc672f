package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestCommand.replace;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.setInstrument;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.ReplaceEncoder;
import io.lockstep.schema.card.ReplacedDecoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replace: when an order keeps its place, how it loses it, and when it is left alone. */
abstract class ReplaceRules extends CardRules {
  private static final int MAX_PRICE = 1_000;
  private static final int MAX_QUANTITY = 100;

  @Override
  void prepare() {
    card.loaded().list(setInstrument(0, 50, 90, 110, MAX_PRICE, MAX_QUANTITY));
  }

  @Test
  void aLowerTotalKeepsThePlace() {
    card.after(ask(1, 100, 5), ask(2, 100, 5));
    assertEquals(
        List.of("replaced 1 3@100 KEPT", "top - | 8@100"),
        card.send(replace(1, 100, 3).account(2)));
    assertEquals(
        List.of("accepted 3", "trade 3x1 3@100", "trade 3x2 1@100", "top - | 4@100"),
        card.send(bid(3, 100, 4)));
  }

  @Test
  void theSamePriceAndTotalKeepThePlaceAndChangeNothing() {
    card.after(ask(1, 100, 5), ask(2, 100, 5));
    assertEquals(List.of("replaced 1 5@100 KEPT"), card.send(replace(1, 100, 5).account(2)));
    assertEquals("trade 3x1 1@100", card.send(bid(3, 100, 1)).get(1));
  }

  @Test
  void aHigherTotalLosesThePlace() {
    card.after(ask(1, 100, 5), ask(2, 100, 5));
    assertEquals(
        List.of("replaced 1 6@100 LOST", "top - | 11@100"),
        card.send(replace(1, 100, 6).account(2)));
    assertEquals("trade 3x2 1@100", card.send(bid(3, 100, 1)).get(1));
  }

  @Test
  void anotherPriceLosesThePlace() {
    card.after(ask(1, 100, 5), ask(2, 101, 5));
    assertEquals(
        List.of("replaced 1 5@101 LOST", "top - | 10@101"),
        card.send(replace(1, 101, 5).account(2)));
    assertEquals("trade 3x2 1@101", card.send(bid(3, 101, 1)).get(1));
  }

  @Test
  void theTotalIncludesTheFilledPart() {
    card.after(ask(1, 100, 5), bid(2, 100, 2));
    assertEquals(
        List.of("replaced 1 4@100 KEPT", "top - | 2@100"),
        card.send(replace(1, 100, 4).account(2)));
    assertEquals(
        List.of("replaced 1 9@101 LOST", "top - | 7@101"),
        card.send(replace(1, 101, 9).account(2)));
    assertEquals(
        List.of("order 1 of 2 instrument 0 SELL 9@101 filled 2 rank 0", "done AUDIT 1"),
        card.send(audit(2)));
  }

  @Test
  void aTotalNotAboveTheFilledPartEndsTheOrderAsByACancel() {
    card.after(ask(1, 100, 5), bid(2, 100, 2));
    assertEquals(
        List.of("cancelled 1 3 REQUESTED", "top - | -"), card.send(replace(1, 100, 2).account(2)));
    card.after(bid(3, 100, 5));
    assertEquals(List.of("cancelled 3 5 REQUESTED", "top - | -"), card.send(replace(3, 100, 0)));
  }

  @Test
  void aTotalThatEndsTheOrderIsNotRefusedForItsPrice() {
    card.after(bid(1, 100, 5));
    assertEquals(
        List.of("cancelled 1 5 REQUESTED", "top - | -"),
        card.send(replace(1, Integer.MIN_VALUE, 0).postOnly()));
  }

  @Test
  void aReplacedOrderThatCrossesMatchesAsTheTakerAndRestsWithWhatIsLeft() {
    card.after(ask(1, 101, 5), bid(2, 100, 8));
    assertEquals(
        List.of("replaced 2 8@101 LOST", "trade 2x1 5@101", "top 3@101 | -"),
        card.send(replace(2, 101, 8)));
    assertEquals(
        List.of("order 2 of 1 instrument 0 BUY 8@101 filled 5 rank 0", "done AUDIT 1"),
        card.send(audit(2)));
  }

  @Test
  void aReplacedOrderThatIsFilledIsGone() {
    card.after(ask(1, 101, 5), bid(2, 100, 5));
    assertEquals(
        List.of("replaced 2 5@101 LOST", "trade 2x1 5@101", "top - | -"),
        card.send(replace(2, 101, 5)));
    refuses(cancel(2), RejectReason.UNKNOWN_ORDER);
    assertEquals("accepted 3", card.send(bid(3, 100, 1).slot(2)).get(0));
  }

  @Test
  void aReplacedOrderBeyondTheBandMatchesAndEnds() {
    card.after(ask(1, 110, 2), bid(2, 100, 5));
    assertEquals(
        List.of("replaced 2 5@111 LOST", "trade 2x1 2@110", "cancelled 2 3 BAND", "top - | -"),
        card.send(replace(2, 111, 5)));
  }

  @Test
  void aReplaceBeyondTheBandNeedsNoLevel() {
    card.after(bid(1, 100, 5));
    assertEquals(
        List.of("replaced 1 5@1000 LOST", "cancelled 1 5 BAND", "top - | -"),
        card.send(replace(1, MAX_PRICE, 5)));
  }

  @Test
  void aReplaceMayParkTheOrderAtAnyPrice() {
    card.after(ask(1, 100, 5), bid(2, 99, 5));
    assertEquals(
        List.of("replaced 2 5@900 LOST", "top - | 5@100"), card.send(replace(2, 900, 5).parked()));
    assertEquals(List.of("replaced 2 4@900 KEPT"), card.send(replace(2, 900, 4).parked()));
    assertEquals(List.of("replaced 2 6@901 LOST"), card.send(replace(2, 901, 6).parked()));
    assertEquals("order 2 of 1 instrument 0 BUY 6@901 filled 0 parked", card.send(audit(2)).get(1));
  }

  @Test
  void aReplaceMayBringAParkedOrderBackAndItMatches() {
    card.after(ask(1, 100, 5), bid(2, 100, 8).parked());
    assertEquals(
        List.of("replaced 2 8@100 LOST", "trade 2x1 5@100", "top 3@100 | -"),
        card.send(replace(2, 100, 8)));
  }

  @Test
  void aReplaceOfARestingOrderAtItsPriceMayParkIt() {
    card.after(bid(1, 100, 5));
    assertEquals(
        List.of("replaced 1 5@100 LOST", "top - | -"), card.send(replace(1, 100, 5).parked()));
  }

  @Test
  void aReplacedOrderKeepsSessionAndSide() {
    card.after(ask(1, 100, 5).session(9), replace(1, 105, 6).account(2));
    assertEquals(
        List.of("cancelled 1 6 MASS_CANCEL", "top - | -", "done MASS_CANCEL 1"),
        card.send(TestCommand.massCancel().session(9)));
  }

  @Test
  void theAnswerNamesTheAccountAndTheInstrument() {
    card.list(setInstrument(3, 50, 90, 110)).after(bid(1, 100, 5).instrument(3));
    ReplacedDecoder replaced = new ReplacedDecoder();
    replaced.wrap(card.send(replace(1, 101, 5).instrument(3).bytes).get(0), 0, 64, 1);
    assertEquals(1, replaced.account());
    assertEquals(3, replaced.instrument());
    assertEquals(0, replaced.reserve());
  }

  // ---- refusals

  @Test
  void aRefusedReplaceLeavesTheOrderInItsPlace() {
    card.after(bid(1, 100, 5), bid(2, 100, 5), ask(3, 101, 5));
    refuses(replace(1, 101, 5).postOnly(), RejectReason.WOULD_CROSS);
    refuses(replace(1, 101, MAX_QUANTITY + 1), RejectReason.QUANTITY_TOO_LARGE);
    assertEquals("trade 4x1 1@100", card.send(ask(4, 100, 1)).get(1));
  }

  @Test
  void refusesAReplaceOfAnOrderThatItDoesNotName() {
    card.list(setInstrument(1, 50, 90, 110)).after(bid(1, 100, 5));
    refuses(replace(2, 101, 5), RejectReason.UNKNOWN_ORDER);
    refuses(replace(2, 101, 5).slot(1), RejectReason.UNKNOWN_ORDER);
    refuses(replace(1, 101, 5).slot(2), RejectReason.UNKNOWN_ORDER);
    refuses(replace(1, 101, 5).slot(0xFFFF_FFFFL), RejectReason.UNKNOWN_ORDER);
    refuses(replace(1, 101, 5).account(2), RejectReason.UNKNOWN_ORDER);
    refuses(replace(1, 101, 5).instrument(1), RejectReason.UNKNOWN_ORDER);
    refuses(replace(1, 101, 0).account(2), RejectReason.UNKNOWN_ORDER);
    refuses(replace(1, 101, 5).instrument(2), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(replace(1, 101, 5).instrument(65_535), RejectReason.UNKNOWN_INSTRUMENT);
  }

  @Test
  void refusesTermsThatANewOrderCouldNotHave() {
    card.after(bid(1, 100, 5));
    refuses(replace(1, 100, MAX_QUANTITY + 1), RejectReason.QUANTITY_TOO_LARGE);
    refuses(replace(1, 100, 0xFFFF_FFFFL), RejectReason.QUANTITY_TOO_LARGE);
    refuses(replace(1, MAX_PRICE + 1, 5), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(replace(1, Integer.MIN_VALUE, 5).parked(), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(replace(1, 49, 5), RejectReason.PRICE_OUTSIDE_WINDOW);
    refuses(replace(1, -MAX_PRICE, 5), RejectReason.PRICE_OUTSIDE_WINDOW);
  }

  @Test
  void refusesAReplaceThatIsPostOnlyAndWouldTrade() {
    card.after(bid(1, 100, 5), ask(2, 105, 5), ask(3, 111, 5));
    refuses(replace(1, 105, 5).postOnly(), RejectReason.WOULD_CROSS);
    assertEquals(
        List.of("replaced 1 5@104 LOST", "top 5@104 | 5@105"),
        card.send(replace(1, 104, 5).postOnly()));
    assertEquals(
        List.of("replaced 1 4@104 KEPT", "top 4@104 | 5@105"),
        card.send(replace(1, 104, 4).postOnly()));
  }

  @Test
  void refusesFlagsAndModesThatItDoesNotName() {
    card.after(bid(1, 100, 5));
    refuses(replace(1, 101, 5).postOnly().parked(), RejectReason.UNSUPPORTED_FIELD);
    refuses(replace(1, 101, 5).flags(Flags.REDUCE_ONLY), RejectReason.UNSUPPORTED_FIELD);
    int prevention = ReplaceEncoder.selfTradePreventionEncodingOffset();
    refuses(replace(1, 101, 5).withByte(prevention, 3), RejectReason.UNSUPPORTED_FIELD);
    refuses(replace(1, 101, 5).withByte(prevention, 255), RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void theLowestReasonOfAReplaceIsGiven() {
    TestCommand wrong = replace(2, Integer.MIN_VALUE, -1).instrument(9).flags(1);
    refuses(wrong, RejectReason.UNSUPPORTED_FIELD);
    refuses(wrong.flags(Flags.POST_ONLY), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(wrong.instrument(0), RejectReason.UNKNOWN_ORDER);
    card.after(bid(2, 100, 5), ask(3, 101, 5));
    refuses(wrong, RejectReason.QUANTITY_TOO_LARGE);
    refuses(replace(2, Integer.MIN_VALUE, 5).postOnly(), RejectReason.PRICE_BEYOND_LIMIT);
  }
}
