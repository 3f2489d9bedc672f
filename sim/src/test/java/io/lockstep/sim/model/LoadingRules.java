package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestCommand.cross;
import static io.lockstep.sim.model.TestCommand.loadAsk;
import static io.lockstep.sim.model.TestCommand.loadBid;
import static io.lockstep.sim.model.TestCommand.massCancel;
import static io.lockstep.sim.model.TestCommand.park;
import static io.lockstep.sim.model.TestCommand.replace;
import static io.lockstep.sim.model.TestCommand.unpark;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.barrier;
import static io.lockstep.sim.model.TestDefinitions.endOfLoad;
import static io.lockstep.sim.model.TestDefinitions.loadPosition;
import static io.lockstep.sim.model.TestDefinitions.openPosition;
import static io.lockstep.sim.model.TestDefinitions.positionOf;
import static io.lockstep.sim.model.TestDefinitions.setAccount;
import static io.lockstep.sim.model.TestDefinitions.setBand;
import static io.lockstep.sim.model.TestDefinitions.setInstrument;
import static io.lockstep.sim.model.TestDefinitions.setWindow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedDecoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a card takes while it is loading, and how a state is restored. */
abstract class LoadingRules extends CardRules {
  private static final int MOST = (1 << 28) - 1;

  @Override
  void prepare() {
    card.accept(setInstrument(0, 50, 90, 110, 1_000, MOST));
    card.accept(setAccount(1, 0)).accept(setAccount(2, 0)).accept(setAccount(3, 0));
    card.accept(openPosition(1, 0)).accept(openPosition(2, 0));
  }

  @Test
  void noOrdersAreTakenUntilTheEndOfLoad() {
    refuses(bid(1, 100, 5), RejectReason.LOADING);
    refuses(bid(1, 100, 5).instrument(65_535), RejectReason.LOADING);
    refuses(cancel(1), RejectReason.LOADING);
    refuses(replace(1, 100, 5), RejectReason.LOADING);
    refuses(massCancel(), RejectReason.LOADING);
    refuses(massCancel().instrument(9), RejectReason.LOADING);
    refuses(park(1), RejectReason.LOADING);
    refuses(unpark(1), RejectReason.LOADING);
    refuses(cross(1, 2, 100, 1), RejectReason.LOADING);
    accepts(endOfLoad());
    assertEquals("accepted 1", card.send(bid(1, 100, 5)).get(0));
  }

  @Test
  void anUnsupportedFieldComesBeforeLoading() {
    refuses(bid(1, 100, 5).flags(1), RejectReason.UNSUPPORTED_FIELD);
    refuses(cancel(1).flags(1), RejectReason.UNSUPPORTED_FIELD);
    refuses(massCancel().flags(1), RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void definitionsAndQuestionsAreTakenAtAnyTime() {
    for (int round = 0; round < 2; round++) {
      accepts(setInstrument(1, 50, 90, 110));
      accepts(setBand(1, 91, 109));
      accepts(setWindow(1, 51));
      accepts(setAccount(4, 1));
      accepts(openPosition(60 + round, 4, 1));
      accepts(TestDefinitions.closePosition(60 + round, 4, 1));
      accepts(barrier());
      assertEquals(List.of("done AUDIT"), card.send(audit(0)));
      card.send(endOfLoad());
    }
  }

  @Test
  void nothingIsLoadedAfterTheEndOfLoad() {
    accepts(endOfLoad());
    refuses(endOfLoad(), RejectReason.NOT_LOADING);
    refuses(loadPosition(3, 0, 5), RejectReason.NOT_LOADING);
    refuses(loadBid(1, 100, 5, 0), RejectReason.NOT_LOADING);
    refuses(loadBid(1, 100, 5, 0).instrument(65_535), RejectReason.NOT_LOADING);
    refuses(loadBid(1, 100, 5, 0).flags(1), RejectReason.UNSUPPORTED_FIELD);
    refuses(loadPosition(3, 0, 5).flags(1), RejectReason.UNSUPPORTED_FIELD);
    refuses(endOfLoad().flags(1), RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void aLoadedOrderRestsBehindTheOrdersOfItsLevel() {
    assertEquals(List.of("done LOAD_ORDER", "top - | 3@100"), card.send(loadAsk(1, 100, 5, 2)));
    assertEquals(List.of("done LOAD_ORDER", "top - | 8@100"), card.send(loadAsk(2, 100, 5, 0)));
    assertEquals(List.of("done LOAD_ORDER"), card.send(loadAsk(3, 101, 5, 0)));
    card.accept(endOfLoad());
    assertEquals(
        List.of("accepted 4", "trade 4x1 3@100", "trade 4x2 1@100", "top - | 4@100"),
        card.send(bid(4, 100, 4)));
  }

  @Test
  void aLoadedOrderIsAsItWas() {
    card.after(
        loadBid(1, 100, 5, 2).withInt(LoadOrderEncoder.selfTradeGroupEncodingOffset(), 9),
        loadAsk(2, 900, 7, 6).parked());
    assertEquals(
        List.of(
            "order 1 of 1 instrument 0 BUY 5@100 filled 2 rank 0 group 9",
            "order 2 of 2 instrument 0 SELL 7@900 filled 6 parked",
            "position of 1 in 0: 0, bids 3, asks 0",
            "position of 2 in 0: 0, bids 0, asks 1",
            "done AUDIT 4"),
        card.send(audit(6)));
  }

  @Test
  void aLoadedPositionHasItsLots() {
    accepts(loadPosition(3, 0, -7));
    assertEquals("position of 3 in 0: -7, bids 0, asks 0", card.send(audit(4)).get(2));
  }

  @Test
  void refusesToLoadAPositionThatCouldNotBe() {
    refuses(loadPosition(3, 1, 0), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(loadPosition(9, 0, 0), RejectReason.UNKNOWN_ACCOUNT);
    refuses(loadPosition(3, 0, MOST + 1), RejectReason.POSITION_BOUND);
    refuses(loadPosition(3, 0, -MOST - 1), RejectReason.POSITION_BOUND);
    refuses(loadPosition(3, 0, Integer.MIN_VALUE), RejectReason.POSITION_BOUND);
    refuses(loadPosition(0xFFFF_FFFFL, 3, 0, MOST + 1), RejectReason.POSITION_BOUND);
    refuses(loadPosition(0xFFFF_FFFFL, 3, 0, 0), RejectReason.POSITION_OUT_OF_RANGE);
    refuses(loadPosition(positionOf(1, 0), 3, 0, 0), RejectReason.POSITION_OCCUPIED);
    accepts(loadPosition(3, 0, -MOST));
  }

  @Test
  void refusesToLoadAnOrderThatCouldNotBe() {
    int side = LoadOrderEncoder.sideEncodingOffset();
    refuses(loadBid(1, 100, 5, 0).withByte(side, 2), RejectReason.UNSUPPORTED_FIELD);
    refuses(loadBid(1, 100, 5, 0).flags(Flags.POST_ONLY), RejectReason.UNSUPPORTED_FIELD);
    refuses(loadBid(1, 100, 5, 0).instrument(1), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(loadBid(1, 100, 5, 0).account(9), RejectReason.UNKNOWN_ACCOUNT);
    refuses(loadBid(1, 100, 5, 0).account(3), RejectReason.UNKNOWN_POSITION);
    refuses(loadBid(1, 100, 5, 5), RejectReason.QUANTITY_ZERO);
    refuses(loadBid(1, 100, 5, 0xFFFF_FFFFL), RejectReason.QUANTITY_ZERO);
    refuses(loadBid(1, 100, 0, 0), RejectReason.QUANTITY_ZERO);
    refuses(loadBid(1, 100, MOST + 1, MOST), RejectReason.QUANTITY_TOO_LARGE);
    refuses(loadBid(1, 100, 0xFFFF_FFFFL, 5), RejectReason.QUANTITY_TOO_LARGE);
    refuses(loadBid(1, 1_001, 5, 0), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(loadBid(1, 1_001, 5, 0).parked(), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(loadBid(1, 49, 5, 0), RejectReason.PRICE_OUTSIDE_WINDOW);
    refuses(loadAsk(1, -1_000, 5, 0), RejectReason.PRICE_OUTSIDE_WINDOW);
    refuses(loadBid(1, 100, 5, 0).slot(0xFFFF_FFFFL), RejectReason.SLOT_OUT_OF_RANGE);
    refuses(loadBid(1, 111, 5, 0), RejectReason.BEYOND_BAND);
    refuses(loadAsk(1, 89, 5, 0), RejectReason.BEYOND_BAND);
    card.after(loadBid(1, 100, MOST - 5, 0));
    refuses(loadBid(2, 100, 5, 0).slot(1), RejectReason.SLOT_OCCUPIED);
    refuses(loadBid(2, 100, 9, 3), RejectReason.POSITION_BOUND);
    refuses(loadAsk(2, 100, 5, 0), RejectReason.WOULD_CROSS);
    refuses(loadAsk(2, 89, 5, 0), RejectReason.WOULD_CROSS);
    accepts(loadAsk(2, 89, 5, 0).parked());
    accepts(loadBid(3, 99, 5, 0).parked());
  }

  @Test
  void refusesToLoadMoreThanThePoolHolds() {
    int live = card.description().liveOrders();
    for (int id = 0; id < live; id++) {
      card.after(loadAsk(id, 100, 1, 0));
    }
    refuses(loadAsk(live, 100, 1, 0), RejectReason.POOL_FULL);
    refuses(loadAsk(live, 100, 1, 0).parked(), RejectReason.POOL_FULL);
  }

  @Test
  void aRefusedLoadRepeatsTheIdAndTheAccount() {
    RejectedDecoder rejected = new RejectedDecoder();
    rejected.wrap(card.send(loadBid(-7, 100, 5, 5).bytes).get(0), 0, 64, 1);
    assertEquals(-7, rejected.orderId());
    assertEquals(1, rejected.account());
    rejected.wrap(card.send(loadPosition(9, 0, 0).bytes).get(0), 0, 64, 1);
    assertEquals(0, rejected.orderId());
    assertEquals(0, rejected.account());
  }
}
