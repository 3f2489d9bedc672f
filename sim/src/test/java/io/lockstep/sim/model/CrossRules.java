package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cross;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.setAccount;
import static io.lockstep.sim.model.TestDefinitions.setInstrument;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.CrossEncoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TradeDecoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cross: two parked orders trade at the price of an auction. */
abstract class CrossRules extends CardRules {
  @Test
  void twoParkedOrdersTradeWithTheBuyerAsTaker() {
    card.after(bid(1, 105, 5).parked(), ask(2, 95, 8).parked());
    TradeDecoder trade = new TradeDecoder();
    trade.wrap(card.send(cross(1, 2, 100, 5).bytes).get(0), 0, 64, 1);
    assertEquals(1, trade.takerId());
    assertEquals(2, trade.makerId());
    assertEquals(2, trade.makerSlot());
    assertEquals(Side.BUY, trade.takerSide());
    assertEquals(100, trade.price());
    assertEquals(5, trade.quantity());
    assertEquals(0, trade.instrument());
    assertEquals(
        List.of("order 2 of 2 instrument 0 SELL 8@95 filled 5 parked", "done AUDIT 1"),
        card.send(audit(2)));
  }

  @Test
  void anOrderWithNothingLeftEnds() {
    card.after(bid(1, 105, 5).parked(), ask(2, 95, 5).parked());
    assertEquals(List.of("trade 1x2 5@100"), card.send(cross(1, 2, 100, 5)));
    assertEquals(List.of("done AUDIT"), card.send(audit(2)));
    assertEquals("accepted 3", card.send(bid(3, 100, 1).slot(1)).get(0));
  }

  @Test
  void anOrderMayTradeInPieces() {
    card.after(bid(1, 105, 5).parked(), ask(2, 95, 8).parked(), ask(3, 100, 8).parked());
    assertEquals(List.of("trade 1x2 3@100"), card.send(cross(1, 2, 100, 3)));
    refuses(cross(1, 3, 100, 3), RejectReason.QUANTITY_BEYOND_OPEN);
    assertEquals(List.of("trade 1x3 2@100"), card.send(cross(1, 3, 100, 2)));
  }

  @Test
  void selfTradePreventionDoesNotApply() {
    card.accept(setAccount(1, 7));
    card.after(bid(1, 105, 5).parked(), ask(2, 95, 5).account(1).parked());
    assertEquals(List.of("trade 1x2 5@100"), card.send(cross(1, 2, 100, 5)));
    assertEquals(
        "position of 1 in 0: 0, bids 0, asks 0", card.send(audit(4)).get(0), "bought and sold");
  }

  @Test
  void theLimitsOfTheOrdersAndTheEndsOfTheBandAreFine() {
    card.after(bid(1, 110, 5).parked(), ask(2, 90, 5).parked());
    assertEquals(List.of("trade 1x2 1@110"), card.send(cross(1, 2, 110, 1)));
    assertEquals(List.of("trade 1x2 1@90"), card.send(cross(1, 2, 90, 1)));
  }

  @Test
  void refusesOrdersThatItDoesNotName() {
    card.list(setInstrument(1, 50, 90, 110));
    card.after(bid(1, 105, 5).parked(), ask(2, 95, 5).parked(), bid(3, 105, 5).parked());
    card.after(ask(4, 95, 5).instrument(1).parked());
    refuses(cross(9, 2, 100, 1), RejectReason.UNKNOWN_ORDER);
    refuses(cross(1, 9, 100, 1), RejectReason.UNKNOWN_ORDER);
    refuses(cross(2, 1, 100, 1), RejectReason.UNKNOWN_ORDER);
    refuses(cross(1, 3, 100, 1), RejectReason.UNKNOWN_ORDER);
    refuses(cross(1, 4, 100, 1), RejectReason.UNKNOWN_ORDER);
    refuses(cross(1, 2, 100, 1).instrument(1), RejectReason.UNKNOWN_ORDER);
    refuses(
        cross(1, 2, 100, 1).withInt(CrossEncoder.buySlotEncodingOffset(), 3),
        RejectReason.UNKNOWN_ORDER);
    refuses(
        cross(1, 2, 100, 1).withInt(CrossEncoder.sellSlotEncodingOffset(), -1),
        RejectReason.UNKNOWN_ORDER);
    refuses(cross(1, 2, 100, 1).instrument(3), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(cross(1, 2, 100, 1).instrument(65_535), RejectReason.UNKNOWN_INSTRUMENT);
  }

  @Test
  void refusesAQuantityOfZeroOrAboveWhatEitherHasOpen() {
    card.after(bid(1, 105, 5).parked(), ask(2, 95, 6).parked());
    refuses(cross(1, 2, 100, 0), RejectReason.QUANTITY_ZERO);
    refuses(cross(1, 2, 100, 6), RejectReason.QUANTITY_BEYOND_OPEN);
    refuses(cross(1, 2, 100, 0xFFFF_FFFFL), RejectReason.QUANTITY_BEYOND_OPEN);
    card.after(bid(3, 105, 9).parked());
    refuses(cross(3, 2, 100, 7), RejectReason.QUANTITY_BEYOND_OPEN);
  }

  @Test
  void refusesAPriceBeyondTheBandOrWorseThanALimit() {
    card.after(bid(1, 105, 5).parked(), ask(2, 95, 5).parked());
    refuses(cross(1, 2, 106, 1), RejectReason.PRICE_BEYOND_ORDER);
    refuses(cross(1, 2, 94, 1), RejectReason.PRICE_BEYOND_ORDER);
    refuses(cross(1, 2, 111, 1), RejectReason.BEYOND_BAND);
    refuses(cross(1, 2, 89, 1), RejectReason.BEYOND_BAND);
    refuses(cross(1, 2, Integer.MIN_VALUE, 1), RejectReason.BEYOND_BAND);
  }

  @Test
  void refusesAnOrderThatRests() {
    card.after(bid(1, 100, 5), ask(2, 100, 5).parked(), bid(3, 100, 5).parked());
    refuses(cross(1, 2, 100, 1), RejectReason.NOT_PARKED);
    card.after(ask(4, 105, 5));
    refuses(cross(3, 4, 100, 1), RejectReason.NOT_PARKED);
  }

  @Test
  void theLowestReasonOfACrossIsGiven() {
    card.after(bid(1, 100, 5), ask(2, 100, 5).parked());
    TestCommand wrong = cross(9, 2, 200, 0).instrument(9).flags(1);
    refuses(wrong, RejectReason.UNSUPPORTED_FIELD);
    refuses(wrong.flags(0), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(wrong.instrument(0), RejectReason.UNKNOWN_ORDER);
    refuses(cross(1, 2, 200, 0), RejectReason.QUANTITY_ZERO);
    refuses(cross(1, 2, 200, 99), RejectReason.BEYOND_BAND);
    refuses(cross(1, 2, 99, 99), RejectReason.NOT_PARKED);
  }
}
