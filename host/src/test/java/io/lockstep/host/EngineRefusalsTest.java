package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the engine refuses of new orders before the card: each case has a reason and a counter of
 * its own and a report, and the card's state stays as it was.
 */
class EngineRefusalsTest {
  private static final long NO_PRICE = NewOrderEncoder.priceNullValue();
  private static final long NO_ID = NewOrderEncoder.clientOrderIdNullValue();

  private final NewOrderEncoder order = new NewOrderEncoder();
  private final UnsafeBuffer orderBytes = new UnsafeBuffer(Messages.newOrder(100));
  private TestAppliance appliance;
  private TestClient alice;
  private long stateHash;

  @BeforeEach
  void start() {
    appliance = new TestAppliance();
    alice = appliance.alice();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    alice.heard();
    stateHash = appliance.stateHash();
    order.wrap(orderBytes, MessageHeaderEncoder.ENCODED_LENGTH);
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void aClientOrderIdThatIsTheLastOne() {
    order.clientOrderId(1);
    orderRefused(1, RejectReason.CLIENT_ORDER_ID_NOT_RISING);
  }

  @Test
  void aClientOrderIdThatIsNone() {
    order.clientOrderId(NO_ID);
    orderRefused(NO_ID, RejectReason.CLIENT_ORDER_ID_NOT_RISING);
  }

  @Test
  void aClientOrderIdOfARefusedRequest() {
    order.quantity(0);
    orderRefused(100, RejectReason.QUANTITY_MISSING);
    alice.send(orderBytes, orderBytes.capacity());
    assertEquals(List.of("REJECTED 100 CLIENT_ORDER_ID_NOT_RISING"), alice.heard());
  }

  @Test
  void clientOrderIdsRiseAsUnsignedNumbers() {
    order.clientOrderId(NO_ID - 1);
    alice.send(orderBytes, orderBytes.capacity());
    assertEquals(List.of("ACCEPTED -2 BUY 10 at 7500"), alice.heard());
  }

  @Test
  void anInstrumentThatIsNotDefined() {
    order.instrument(INSTRUMENT + 1);
    orderRefused(100, RejectReason.INSTRUMENT_NOT_DEFINED);
  }

  @Test
  void anInstrumentBeyondEveryCard() {
    order.instrument(0xFFFF_FFFFL);
    orderRefused(100, RejectReason.INSTRUMENT_NOT_DEFINED);
  }

  @Test
  void anotherParticipantsAccount() {
    order.account(BOB_ACCOUNT);
    orderRefused(100, RejectReason.ACCOUNT_NOT_YOURS);
  }

  @Test
  void anAccountThatIsNotDefined() {
    order.account(ALICE_ACCOUNT + 5);
    orderRefused(100, RejectReason.ACCOUNT_NOT_YOURS);
  }

  @Test
  void anAccountBeyondEveryCard() {
    order.account(0xFFFF_FFFFL);
    orderRefused(100, RejectReason.ACCOUNT_NOT_YOURS);
  }

  @Test
  void aPriceOffTheTick() {
    order.price(MIDDLE + 1);
    orderRefused(100, RejectReason.PRICE_OFF_TICK);
  }

  @Test
  void aLimitOrderWithoutAPrice() {
    order.price(NO_PRICE);
    orderRefused(100, RejectReason.PRICE_MISSING);
  }

  @Test
  void aMarketOrderWithAPrice() {
    order.orderType(OrderType.MARKET).timeInForce(TimeInForce.IOC);
    orderRefused(100, RejectReason.PRICE_NOT_ALLOWED);
  }

  @Test
  void aPriceBeyondTheLargest() {
    order.price(4_001 * TICK);
    orderRefused(100, RejectReason.PRICE_TOO_LARGE);
  }

  @Test
  void aPriceThatWouldOverflow() {
    order.price(Long.MAX_VALUE / TICK * TICK);
    orderRefused(100, RejectReason.PRICE_TOO_LARGE);
  }

  @Test
  void aQuantityOfZero() {
    order.quantity(0);
    orderRefused(100, RejectReason.QUANTITY_MISSING);
  }

  @Test
  void aQuantityBeyondTheLargest() {
    order.quantity(10_001);
    orderRefused(100, RejectReason.QUANTITY_BEYOND_LIMIT);
  }

  @Test
  void aQuantityThatWouldOverflow() {
    order.quantity((1L << 32) + 1);
    orderRefused(100, RejectReason.QUANTITY_BEYOND_LIMIT);
    order.clientOrderId(101).quantity(-1);
    alice.send(orderBytes, orderBytes.capacity());
    assertEquals(List.of("REJECTED 101 QUANTITY_BEYOND_LIMIT"), alice.heard());
  }

  @Test
  void aSideThatIsNone() {
    orderBytes.putByte(sideOffset(), (byte) 2);
    orderRefused(100, RejectReason.UNSUPPORTED_CODE);
  }

  @Test
  void anOrderTypeThatIsNone() {
    orderBytes.putByte(sideOffset() + 1, (byte) 2);
    orderRefused(100, RejectReason.UNSUPPORTED_CODE);
  }

  @Test
  void aTimeInForceThatIsNone() {
    orderBytes.putByte(sideOffset() + 2, (byte) 3);
    orderRefused(100, RejectReason.UNSUPPORTED_CODE);
  }

  @Test
  void aMarketOrderThatWouldRest() {
    order.orderType(OrderType.MARKET).price(NO_PRICE);
    orderRefused(100, RejectReason.UNSUPPORTED_COMBINATION);
  }

  @Test
  void aSelfTradePreventionThatIsNone() {
    orderBytes.putByte(sideOffset() + 3, (byte) 3);
    orderRefused(100, RejectReason.UNSUPPORTED_CODE);
  }

  @Test
  void aFlagThatIsNone() {
    orderBytes.putByte(sideOffset() + 4, (byte) 4);
    orderRefused(100, RejectReason.UNSUPPORTED_CODE);
  }

  @Test
  void aPostOnlyOrderThatCannotRest() {
    order.timeInForce(TimeInForce.IOC).flags().clear().postOnly(true);
    orderRefused(100, RejectReason.UNSUPPORTED_COMBINATION);
  }

  @Test
  void aReduceOnlyOrderThatMayRest() {
    order.flags().clear().reduceOnly(true);
    orderRefused(100, RejectReason.UNSUPPORTED_COMBINATION);
  }

  @Test
  void aReduceOnlyOrderThatIsFillOrKill() {
    order.timeInForce(TimeInForce.FOK).flags().clear().reduceOnly(true);
    orderRefused(100, RejectReason.UNSUPPORTED_COMBINATION);
  }

  @Test
  void anOrderThatNeedsAPositionMoreThanTheCardHas() {
    appliance.close();
    Capacities small = new Capacities(64, 4_096, 512, 256, 16_384, 1, 256);
    appliance = new TestAppliance(TestAppliance.settings().conclude(), new ModelCard(small));
    alice = appliance.alice();
    TestClient bob = appliance.bob();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    stateHash = appliance.stateHash();
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 10);
    assertEquals(List.of("REJECTED 1 POSITIONS_EXHAUSTED"), bob.heard());
    assertEquals(stateHash, appliance.stateHash());
    alice.heard();
    alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    assertEquals(List.of("ACCEPTED 2 BUY 10 at 7500"), alice.heard());
  }

  @Test
  void ordersOfOneSessionDoNotBindAnother() {
    order.clientOrderId(1);
    TestClient again = appliance.alice();
    again.send(orderBytes, orderBytes.capacity());
    assertEquals(List.of("ACCEPTED 1 BUY 10 at 7500"), again.heard());
  }

  private static int sideOffset() {
    return MessageHeaderEncoder.ENCODED_LENGTH + NewOrderEncoder.sideEncodingOffset();
  }

  private void orderRefused(long clientOrderId, RejectReason reason) {
    alice.send(orderBytes, orderBytes.capacity());
    refused("REJECTED " + clientOrderId, reason);
  }

  private void refused(String what, RejectReason reason) {
    assertEquals(List.of(what + " " + reason), alice.heard());
    assertEquals(1, appliance.appliance.refusals().get(reason));
    assertEquals(1, appliance.appliance.refusals().total());
    assertEquals(stateHash, appliance.stateHash());
  }
}
