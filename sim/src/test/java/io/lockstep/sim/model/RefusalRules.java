package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestCommand.ofTemplate;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.barrier;
import static io.lockstep.sim.model.TestDefinitions.openPosition;
import static io.lockstep.sim.model.TestDefinitions.setAccount;
import static io.lockstep.sim.model.TestDefinitions.setBand;
import static io.lockstep.sim.model.TestDefinitions.setInstrument;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.TemplateId;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why commands are refused, and that the lowest reason that applies is given. */
abstract class RefusalRules extends CardRules {
  private static final int BASE = 50;
  private static final int MAX_PRICE = 150;
  private static final int MAX_QUANTITY = 1_000;

  @Override
  void prepare() {
    card.loaded().list(setInstrument(0, BASE, 90, 110, MAX_PRICE, MAX_QUANTITY));
  }

  // ---- any command

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 8, 9, 10, 11, 16, 17, 18, 19, 22, 23, 24, 25, 26, 32, 63, 64, 65, 80, 128, 257, 65_535
      })
  void refusesACommandThatItDoesNotImplementWithoutIdOrAccount(int template) {
    TestCommand command = ofTemplate(template).withByte(16, 9).flags(1);
    UnsafeBuffer event = card.send(command.bytes).get(0);
    RejectedDecoder rejected = new RejectedDecoder().wrap(event, 0, 64, 1);
    assertEquals(RejectReason.UNSUPPORTED_COMMAND, rejected.reason());
    assertEquals(template, rejected.commandTemplate());
    assertEquals(0, rejected.orderId());
    assertEquals(0, rejected.account());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 32, 0x8000})
  void refusesFlagsThatItDoesNotImplement(int flags) {
    refuses(bid(1, 100, 5).flags(flags), RejectReason.UNSUPPORTED_FIELD);
    refuses(cancel(1).flags(flags), RejectReason.UNSUPPORTED_FIELD);
    refuses(setInstrument(0, BASE, 90, 110).flags(flags), RejectReason.UNSUPPORTED_FIELD);
    refuses(setBand(0, 90, 110).flags(flags), RejectReason.UNSUPPORTED_FIELD);
    refuses(audit().flags(flags), RejectReason.UNSUPPORTED_FIELD);
    refuses(barrier().flags(flags), RejectReason.UNSUPPORTED_FIELD);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 16})
  void refusesFlagsThatOnlyOrdersHave(int flags) {
    refuses(cancel(1).flags(flags), RejectReason.UNSUPPORTED_FIELD);
    refuses(setInstrument(0, BASE, 90, 110).flags(flags), RejectReason.UNSUPPORTED_FIELD);
    refuses(setBand(0, 90, 110).flags(flags), RejectReason.UNSUPPORTED_FIELD);
    refuses(audit().flags(flags), RejectReason.UNSUPPORTED_FIELD);
    refuses(barrier().flags(flags), RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void aRefusalRepeatsWhatTheRequestSaid() {
    RejectedDecoder rejected = new RejectedDecoder();
    rejected.wrap(card.send(bid(7, 100, 0).account(3).bytes).get(0), 0, 64, 1);
    assertEquals(7, rejected.orderId());
    assertEquals(3, rejected.account());
    assertEquals(TemplateId.NEW.value(), rejected.commandTemplate());
    rejected.wrap(card.send(cancel(-8).slot(1).account(0xFFFF_FFFFL).bytes).get(0), 0, 64, 1);
    assertEquals(-8, rejected.orderId());
    assertEquals(0xFFFF_FFFFL, rejected.account());
    assertEquals(TemplateId.CANCEL.value(), rejected.commandTemplate());
    rejected.wrap(card.send(setBand(0, 2, 1).bytes).get(0), 0, 64, 1);
    assertEquals(0, rejected.orderId());
    assertEquals(0, rejected.account());
    assertEquals(TemplateId.SET_BAND.value(), rejected.commandTemplate());
  }

  // ---- new

  @Test
  void refusesCodesOfAnOrderThatItDoesNotImplement() {
    refuses(codes(2, 0, 0, 0), RejectReason.UNSUPPORTED_FIELD);
    refuses(codes(255, 0, 0, 0), RejectReason.UNSUPPORTED_FIELD);
    refuses(codes(0, 2, 1, 0), RejectReason.UNSUPPORTED_FIELD);
    refuses(codes(0, 0, 3, 0), RejectReason.UNSUPPORTED_FIELD);
    refuses(codes(0, 0, 128, 0), RejectReason.UNSUPPORTED_FIELD);
    refuses(codes(0, 0, 0, 3), RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void refusesAMarketOrderGoodTillCancelled() {
    refuses(codes(0, 1, 0, 0), RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void refusesAnInstrumentNeverSetOrBeyondTheCapacity() {
    refuses(bid(1, 100, 5).instrument(1), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(bid(1, 100, 5).instrument(instruments()), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(bid(1, 100, 5).instrument(65_535), RejectReason.UNKNOWN_INSTRUMENT);
  }

  @Test
  void refusesAnAccountNeverSetOrBeyondTheCapacity() {
    int accounts = card.description().accounts();
    refuses(bid(1, 100, 5).account(accounts), RejectReason.UNKNOWN_ACCOUNT);
    refuses(bid(1, 100, 5).account(0xFFFF_FFFFL), RejectReason.UNKNOWN_ACCOUNT);
    refuses(bid(1, 100, 5).account(accounts - 1), RejectReason.UNKNOWN_ACCOUNT);
    card.accept(setAccount(accounts - 1, 0)).accept(openPosition(40, accounts - 1, 0));
    TestCommand known = bid(1, 100, 5).account(accounts - 1).position(40);
    assertEquals("accepted 1", card.send(known).get(0));
  }

  @Test
  void refusesAQuantityOfZeroOrAboveTheInstrumentsLargest() {
    refuses(bid(1, 100, 0), RejectReason.QUANTITY_ZERO);
    refuses(bid(1, 100, MAX_QUANTITY + 1), RejectReason.QUANTITY_TOO_LARGE);
    refuses(bid(1, 100, 0x8000_0001L), RejectReason.QUANTITY_TOO_LARGE);
    refuses(bid(1, 100, 0xFFFF_FFFFL), RejectReason.QUANTITY_TOO_LARGE);
    assertEquals("accepted 1", card.send(bid(1, 100, MAX_QUANTITY)).get(0));
  }

  @Test
  void refusesAPriceBeyondTheInstrumentsLargest() {
    refuses(bid(1, MAX_PRICE + 1, 5), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(bid(1, -MAX_PRICE - 1, 5), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(bid(1, Integer.MAX_VALUE, 5), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(bid(1, Integer.MIN_VALUE, 5), RejectReason.PRICE_BEYOND_LIMIT);
    assertEquals("accepted 1", card.send(ask(1, MAX_PRICE, 5)).get(0));
  }

  @Test
  void theLowestPriceOfAllIsBeyondEveryLimit() {
    card.list(setInstrument(1, Integer.MIN_VALUE + 1, -2_147_483_600, -2_147_483_600));
    refuses(bid(1, Integer.MIN_VALUE, 5).instrument(1), RejectReason.PRICE_BEYOND_LIMIT);
    assertEquals("accepted 1", card.send(bid(1, Integer.MIN_VALUE + 1, 5).instrument(1)).get(0));
  }

  @Test
  void refusesAPriceOutsideTheWindow() {
    int levels = card.description().levels();
    card.list(setInstrument(1, BASE, 90, 110));
    refuses(bid(1, BASE - 1, 5).instrument(1), RejectReason.PRICE_OUTSIDE_WINDOW);
    refuses(ask(1, BASE + levels, 5).instrument(1), RejectReason.PRICE_OUTSIDE_WINDOW);
    refuses(bid(1, -Integer.MAX_VALUE, 5).instrument(1), RejectReason.PRICE_OUTSIDE_WINDOW);
    assertEquals("accepted 1", card.send(bid(1, BASE, 5).instrument(1)).get(0));
    assertEquals("accepted 2", card.send(ask(2, BASE + levels - 1, 5).instrument(1)).get(0));
  }

  @Test
  void refusesASlotBeyondThePool() {
    int slots = card.description().orderSlots();
    refuses(bid(1, 100, 5).slot(slots), RejectReason.SLOT_OUT_OF_RANGE);
    refuses(bid(1, 100, 5).slot(0xFFFF_FFFFL), RejectReason.SLOT_OUT_OF_RANGE);
    assertEquals("accepted 1", card.send(bid(1, 100, 5).slot(slots - 1)).get(0));
  }

  @Test
  void refusesASlotInUseEvenWhereTheOrderWouldEmptyIt() {
    card.after(ask(1, 100, 5));
    refuses(bid(2, 100, 5).slot(1), RejectReason.SLOT_OCCUPIED);
  }

  @Test
  void refusesAnOrderThatMayRestWhileThePoolIsFull() {
    int live = card.description().liveOrders();
    card.list(setInstrument(1, BASE, 90, 110));
    for (int id = 0; id < live; id++) {
      card.after(ask(id, 100, 1).instrument(1));
    }
    refuses(bid(live, 100, 1).instrument(1), RejectReason.POOL_FULL);
    refuses(bid(live, 100, 1).instrument(1).slot(0), RejectReason.SLOT_OCCUPIED);
    assertEquals(
        "accepted " + live, card.send(bid(live, 100, 1).instrument(1).immediateOrCancel()).get(0));
    assertEquals(
        "accepted " + live, card.send(ask(live, 100, 1).instrument(1)).get(0), "one has left");
  }

  @Test
  void aPriceBeyondTheBandNeedsNoLevelSinceItNeverRests() {
    int levels = card.description().levels();
    assertEquals(List.of("accepted 1", "cancelled 1 5 BAND"), card.send(bid(1, MAX_PRICE, 5)));
    card.list(setInstrument(1, BASE, 90, 110));
    assertEquals(
        List.of("accepted 1", "cancelled 1 5 BAND"),
        card.send(bid(1, BASE + levels, 5).instrument(1)));
    assertEquals(
        List.of("accepted 1", "cancelled 1 5 BAND"), card.send(ask(1, BASE - 1, 5).instrument(1)));
  }

  @Test
  void anImmediateOrCancelNeedsNeitherALevelNorASlot() {
    assertEquals(
        List.of("accepted 1", "cancelled 1 5 IMMEDIATE_OR_CANCEL"),
        card.send(bid(1, -MAX_PRICE, 5).immediateOrCancel().slot(0xFFFF_FFFFL)));
  }

  @Test
  void theLowestReasonOfAnOrderIsGiven() {
    TestCommand wrong = bid(1, Integer.MIN_VALUE, 0).slot(-1).account(-1).instrument(65_535);
    refuses(wrong.flags(1), RejectReason.UNSUPPORTED_FIELD);
    refuses(wrong.flags(0), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(wrong.instrument(0), RejectReason.UNKNOWN_ACCOUNT);
    refuses(wrong.account(1).position(9), RejectReason.UNKNOWN_POSITION);
    refuses(wrong.account(1), RejectReason.QUANTITY_ZERO);
    refuses(bid(1, Integer.MIN_VALUE, -1).slot(-1), RejectReason.QUANTITY_TOO_LARGE);
    refuses(bid(1, Integer.MIN_VALUE, 1).slot(-1), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(bid(1, BASE - 1, 1).slot(-1), RejectReason.PRICE_OUTSIDE_WINDOW);
    refuses(bid(1, BASE, 1).slot(-1), RejectReason.SLOT_OUT_OF_RANGE);
  }

  // ---- cancel

  @Test
  void refusesACancelOfAnOrderThatNeverWas() {
    refuses(cancel(1), RejectReason.UNKNOWN_ORDER);
  }

  @Test
  void refusesACancelOfASlotBeyondThePool() {
    refuses(cancel(1).slot(card.description().orderSlots()), RejectReason.UNKNOWN_ORDER);
    refuses(cancel(1).slot(0xFFFF_FFFFL), RejectReason.UNKNOWN_ORDER);
  }

  @Test
  void refusesACancelOfAnotherAccount() {
    card.after(bid(1, 100, 5));
    refuses(cancel(1).account(2), RejectReason.UNKNOWN_ORDER);
  }

  @Test
  void refusesACancelWithAnotherIdInTheSlot() {
    card.after(bid(1, 100, 5));
    refuses(cancel(2).slot(1), RejectReason.UNKNOWN_ORDER);
    refuses(cancel(1 + (1L << 32)).slot(1), RejectReason.UNKNOWN_ORDER);
  }

  @Test
  void refusesACancelOfAnOrderThatIsFilledOrCancelled() {
    card.after(bid(1, 100, 5), ask(2, 100, 5));
    refuses(cancel(1), RejectReason.UNKNOWN_ORDER);
    card.after(bid(3, 100, 5), cancel(3));
    refuses(cancel(3), RejectReason.UNKNOWN_ORDER);
  }

  private static TestCommand codes(int side, int type, int timeInForce, int prevention) {
    return bid(1, 100, 5)
        .withByte(NewEncoder.sideEncodingOffset(), side)
        .withByte(NewEncoder.orderTypeEncodingOffset(), type)
        .withByte(NewEncoder.timeInForceEncodingOffset(), timeInForce)
        .withByte(NewEncoder.selfTradePreventionEncodingOffset(), prevention);
  }
}
