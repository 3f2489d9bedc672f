package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.RejectReason;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Fill or kill, post-only, reduce-only, and orders that enter parked. */
abstract class OrderTypeRules extends CardRules {

  // ---- fill or kill

  @Test
  void aFillOrKillThatCanBeFilledTradesInFull() {
    card.after(ask(1, 100, 2), ask(2, 101, 5));
    assertEquals(
        List.of("accepted 3", "trade 3x1 2@100", "trade 3x2 3@101", "top - | 2@101"),
        card.send(bid(3, 101, 5).fillOrKill()));
  }

  @Test
  void aFillOrKillThatCannotBeFilledWithinItsLimitIsRefused() {
    card.after(ask(1, 100, 2), ask(2, 102, 5));
    refuses(bid(3, 101, 5).fillOrKill(), RejectReason.UNFILLABLE);
    refuses(bid(3, 101, 3).fillOrKill(), RejectReason.UNFILLABLE);
    assertEquals("accepted 3", card.send(bid(3, 101, 2).fillOrKill()).get(0));
  }

  @Test
  void aFillOrKillIntoAnEmptyBookIsRefused() {
    refuses(bid(1, 101, 1).fillOrKill(), RejectReason.UNFILLABLE);
    refuses(ask(1, 99, 1).fillOrKill(), RejectReason.UNFILLABLE);
  }

  @Test
  void aFillOrKillCountsNothingBeyondTheBand() {
    card.after(ask(1, 110, 2), ask(2, 111, 5));
    refuses(bid(3, 111, 3).fillOrKill(), RejectReason.UNFILLABLE);
    assertEquals(
        List.of("accepted 3", "trade 3x1 2@110", "top - | 5@111"),
        card.send(bid(3, 111, 2).fillOrKill()));
    card.after(bid(4, 90, 2), bid(5, 89, 5));
    refuses(ask(6, 89, 3).fillOrKill(), RejectReason.UNFILLABLE);
  }

  @Test
  void aFillOrKillCountsManyLevelsAndOrdersAsTheyStand() {
    for (int id = 1; id <= 10; id++) {
      card.after(bid(id, 100 - id % 5, id));
    }
    refuses(ask(20, 96, 56).fillOrKill(), RejectReason.UNFILLABLE);
    card.after(ask(20, 100, 5).immediateOrCancel());
    List<String> answer = card.send(ask(21, 96, 50).fillOrKill());
    assertEquals("trade 21x10 10@100", answer.get(1));
    assertEquals(1 + 9 + 1, answer.size(), "accepted, trades with all orders but one, top of book");
  }

  @Test
  void aFillOrKillMayNameAnySlotAndAnyPrice() {
    card.after(ask(1, 100, 5));
    assertEquals("accepted 2", card.send(bid(2, 1_000_000, 5).fillOrKill().slot(1)).get(0));
  }

  // ---- post-only

  @Test
  void aPostOnlyOrderThatMeetsNothingRests() {
    card.after(ask(1, 101, 5));
    assertEquals(List.of("accepted 2", "top 5@100 | 5@101"), card.send(bid(2, 100, 5).postOnly()));
  }

  @Test
  void aPostOnlyOrderThatWouldTradeIsRefused() {
    card.after(ask(1, 101, 5), bid(2, 99, 5));
    refuses(bid(3, 101, 5).postOnly(), RejectReason.WOULD_CROSS);
    refuses(bid(3, 110, 5).postOnly(), RejectReason.WOULD_CROSS);
    refuses(ask(3, 99, 5).postOnly(), RejectReason.WOULD_CROSS);
  }

  @Test
  void aPostOnlyOrderOfTheSameOwnerIsRefusedToo() {
    card.after(bid(1, 100, 5));
    refuses(ask(2, 100, 5).account(1).postOnly(), RejectReason.WOULD_CROSS);
  }

  @Test
  void aPostOnlyOrderThatCrossesOnlyBeyondTheBandIsCancelledForTheBand() {
    card.after(ask(1, 111, 5));
    assertEquals(List.of("accepted 2", "cancelled 2 5 BAND"), card.send(bid(2, 111, 5).postOnly()));
  }

  @Test
  void aPostOnlyOrderIsGoodTillCancelled() {
    refuses(bid(1, 100, 5).postOnly().immediateOrCancel(), RejectReason.UNSUPPORTED_FIELD);
    refuses(bid(1, 100, 5).postOnly().fillOrKill(), RejectReason.UNSUPPORTED_FIELD);
    refuses(bid(1, 100, 5).postOnly().parked(), RejectReason.UNSUPPORTED_FIELD);
  }

  // ---- reduce-only

  @Test
  void aReduceOnlyOrderTakesNoMoreThanThePosition() {
    card.after(ask(1, 100, 5), bid(2, 100, 3).account(3));
    card.after(bid(4, 99, 10));
    List<UnsafeBuffer> answer = card.send(ask(5, 99, 10).account(3).reduceOnly().bytes);
    assertEquals(3, new AcceptedDecoder().wrap(answer.get(0), 0, 64, 1).quantity());
    assertEquals("trade 5x4 3@99", EventText.of(answer.get(1), 0));
    assertEquals("top 7@99 | 2@100", EventText.of(answer.get(2), 0));
    assertEquals(3, answer.size());
  }

  @Test
  void aReduceOnlyOrderSmallerThanThePositionKeepsItsQuantity() {
    card.after(ask(1, 100, 5), bid(2, 100, 5).account(3), bid(3, 99, 1));
    assertEquals(
        List.of("accepted 4", "trade 4x3 1@99", "cancelled 4 3 IMMEDIATE_OR_CANCEL", "top - | -"),
        card.send(ask(4, 99, 4).account(3).reduceOnly()));
  }

  @Test
  void aReduceOnlyOrderWithoutAPositionOfTheOtherSideIsRefused() {
    refuses(bid(1, 100, 5).reduceOnly(), RejectReason.NOTHING_TO_REDUCE);
    refuses(ask(1, 100, 5).reduceOnly(), RejectReason.NOTHING_TO_REDUCE);
    card.after(ask(1, 100, 5), bid(2, 100, 5));
    refuses(bid(3, 100, 5).reduceOnly(), RejectReason.NOTHING_TO_REDUCE);
    refuses(ask(3, 100, 5).reduceOnly(), RejectReason.NOTHING_TO_REDUCE);
    assertEquals(
        List.of("accepted 3", "cancelled 3 5 IMMEDIATE_OR_CANCEL"),
        card.send(bid(3, 100, 9).account(2).reduceOnly()));
  }

  @Test
  void aReduceOnlyOrderIsImmediateOrCancel() {
    card.after(ask(1, 100, 5), bid(2, 100, 5));
    refuses(ask(3, 100, 5).account(1).flags(Flags.REDUCE_ONLY), RejectReason.UNSUPPORTED_FIELD);
    refuses(ask(3, 100, 5).account(1).reduceOnly().fillOrKill(), RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void aMarketOrderMayBeReduceOnly() {
    card.after(ask(1, 100, 5), bid(2, 100, 5), bid(3, 99, 9).account(3));
    assertEquals(
        List.of("accepted 4", "trade 4x3 5@99", "top 4@99 | -"),
        card.send(ask(4, 95, 9).account(1).market().reduceOnly()));
  }

  @Test
  void aMarketOrderIsNeverFillOrKill() {
    card.after(ask(1, 100, 5));
    refuses(bid(2, 100, 5).market().fillOrKill(), RejectReason.UNSUPPORTED_FIELD);
  }

  // ---- parked

  @Test
  void aParkedOrderIsOutsideTheBookAtAnyPrice() {
    card.after(ask(1, 100, 5));
    assertEquals(List.of("accepted 2"), card.send(bid(2, 100, 5).parked()));
    assertEquals(List.of("accepted 3"), card.send(bid(3, 1_000_000, 5).parked()));
    assertEquals(List.of("accepted 4"), card.send(ask(4, -1_000_000, 5).parked()));
    assertEquals(List.of("accepted 5", "trade 5x1 5@100", "top - | -"), card.send(bid(5, 100, 5)));
    assertEquals(
        List.of(
            "order 2 of 1 instrument 0 BUY 5@100 filled 0 parked",
            "order 3 of 1 instrument 0 BUY 5@1000000 filled 0 parked",
            "order 4 of 2 instrument 0 SELL 5@-1000000 filled 0 parked",
            "done AUDIT 3"),
        card.send(audit(2)));
  }

  @Test
  void aParkedOrderIsGoodTillCancelled() {
    refuses(bid(1, 100, 5).parked().immediateOrCancel(), RejectReason.UNSUPPORTED_FIELD);
    refuses(bid(1, 100, 5).parked().fillOrKill(), RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void aParkedOrderNeedsAFreeSlot() {
    card.after(bid(1, 100, 5).parked());
    refuses(bid(2, 100, 5).slot(1), RejectReason.SLOT_OCCUPIED);
    refuses(bid(2, 100, 5).slot(1).parked(), RejectReason.SLOT_OCCUPIED);
  }
}
