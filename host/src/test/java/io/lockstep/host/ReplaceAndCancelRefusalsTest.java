package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.client.CancelOrderEncoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.ReplaceOrderEncoder;
import io.lockstep.schema.client.Side;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the engine refuses of replaces and cancels before the card: each case has a reason and a
 * counter of its own and a report, and the card's state stays as it was.
 */
class ReplaceAndCancelRefusalsTest {
  private static final long NO_PRICE = NewOrderEncoder.priceNullValue();
  private static final long NO_ID = CancelOrderEncoder.orderIdNullValue();

  private final CancelOrderEncoder cancel = new CancelOrderEncoder();
  private final UnsafeBuffer cancelBytes = new UnsafeBuffer(Messages.cancel(100, 1));
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
    cancel.wrap(cancelBytes, MessageHeaderEncoder.ENCODED_LENGTH);
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void aReplaceWithAFaultOfEachKind() {
    replaceRefused(RejectReason.INSTRUMENT_NOT_DEFINED, r -> r.instrument(INSTRUMENT + 1));
    replaceRefused(RejectReason.ACCOUNT_NOT_YOURS, r -> r.account(BOB_ACCOUNT));
    replaceRefused(RejectReason.ORDER_NOT_NAMED, r -> r.orderId(1));
    replaceRefused(RejectReason.ORDER_NOT_NAMED, r -> r.originalClientOrderId(NO_ID));
    replaceRefused(RejectReason.UNSUPPORTED_COMBINATION, r -> r.flags().reduceOnly(true));
    replaceRefused(RejectReason.PRICE_MISSING, r -> r.price(NO_PRICE));
    replaceRefused(RejectReason.PRICE_OFF_TICK, r -> r.price(MIDDLE + 1));
    replaceRefused(RejectReason.PRICE_TOO_LARGE, r -> r.price(4_001 * TICK));
    replaceRefused(RejectReason.QUANTITY_MISSING, r -> r.quantity(0));
    replaceRefused(RejectReason.QUANTITY_BEYOND_LIMIT, r -> r.quantity(-1));
    replaceRefused(RejectReason.UNSUPPORTED_CODE, r -> r.buffer().putByte(lastByte(r), (byte) 4));
    replaceRefused(
        RejectReason.UNSUPPORTED_CODE, r -> r.buffer().putByte(lastByte(r) - 1, (byte) 3));
  }

  @Test
  void aReplaceWhoseIdDoesNotRise() {
    alice.replace(ALICE_ACCOUNT, 1, MIDDLE, 5).clientOrderId(1);
    alice.send();
    assertEquals(List.of("REPLACE_REJECTED 1 CLIENT_ORDER_ID_NOT_RISING"), alice.heard());
    assertEquals(stateHash, appliance.stateHash());
  }

  private void replaceRefused(RejectReason reason, Consumer<ReplaceOrderEncoder> fault) {
    long before = appliance.appliance.refusals().get(reason);
    ReplaceOrderEncoder replace = alice.replace(ALICE_ACCOUNT, 1, MIDDLE, 5);
    fault.accept(replace);
    long id = alice.send();
    assertEquals(List.of("REPLACE_REJECTED " + id + " " + reason), alice.heard());
    assertEquals(before + 1, appliance.appliance.refusals().get(reason));
    assertEquals(stateHash, appliance.stateHash());
  }

  /** That of the flags, the last field. */
  private static int lastByte(ReplaceOrderEncoder replace) {
    return replace.offset() + ReplaceOrderEncoder.BLOCK_LENGTH - 1;
  }

  @Test
  void aCancelThatNamesNoOrder() {
    cancel.orderId(NO_ID);
    cancelRefused(RejectReason.ORDER_NOT_NAMED);
  }

  @Test
  void aCancelThatNamesItsOrderTwice() {
    cancel.originalClientOrderId(1);
    cancelRefused(RejectReason.ORDER_NOT_NAMED);
  }

  @Test
  void aCancelForAnotherParticipantsAccount() {
    cancel.account(BOB_ACCOUNT);
    cancelRefused(RejectReason.ACCOUNT_NOT_YOURS);
  }

  @Test
  void aCancelWhoseIdDoesNotRise() {
    cancel.clientOrderId(1);
    alice.send(cancelBytes, cancelBytes.capacity());
    assertEquals(List.of("CANCEL_REJECTED 1 CLIENT_ORDER_ID_NOT_RISING"), alice.heard());
    assertEquals(stateHash, appliance.stateHash());
  }

  private void cancelRefused(RejectReason reason) {
    alice.send(cancelBytes, cancelBytes.capacity());
    assertEquals(List.of("CANCEL_REJECTED 100 " + reason), alice.heard());
    assertEquals(1, appliance.appliance.refusals().get(reason));
    assertEquals(stateHash, appliance.stateHash());
  }
}
