package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Whatever is refused, with whatever combination of faults, gets the lowest reason that applies and
 * leaves the card as it was. jqwik prints the seed of a failure; rerun it with
 * {@code @Property(seed = "…")}.
 */
class RefusedInputPropertyTest {
  private static TestAppliance appliance;
  private static final int TRIES_A_SESSION = 20;

  private static TestClient alice;
  private static TestClient hostile;
  private static long hostileTries;
  private static long nextClientOrderId;
  private static long refused;

  @BeforeContainer
  static void start() {
    appliance = new TestAppliance(TestAppliance.settings().heartbeatIntervalMs(60_000));
    alice = appliance.alice();
    for (int i = 0; i < 20; i++) {
      alice.limit(ALICE_ACCOUNT, i % 2 == 0 ? Side.BUY : Side.SELL, price(i), 10 + i);
    }
    nextClientOrderId = 1_000;
  }

  @AfterContainer
  static void end() {
    appliance.close();
    assertTrue(refused > 500, "the properties refused only " + refused + " messages");
  }

  private static long price(int i) {
    return MIDDLE + (i % 2 == 0 ? -i : i) * TICK;
  }

  @Property(tries = 500)
  void theLowestReasonThatAppliesIsGiven(
      @ForAll boolean idFault,
      @ForAll boolean instrumentFault,
      @ForAll boolean accountFault,
      @ForAll @IntRange(max = 4) int priceFault,
      @ForAll @IntRange(max = 2) int quantityFault,
      @ForAll @IntRange(max = 5) int codeFault) {
    UnsafeBuffer bytes = new UnsafeBuffer(Messages.newOrder(idFault ? 1 : nextClientOrderId++));
    NewOrderEncoder order = new NewOrderEncoder().wrap(bytes, MessageHeaderEncoder.ENCODED_LENGTH);
    int expected = Integer.MAX_VALUE;
    if (idFault) {
      expected = RejectReason.CLIENT_ORDER_ID_NOT_RISING.value();
    }
    if (instrumentFault) {
      order.instrument(INSTRUMENT + 1);
      expected = Math.min(expected, RejectReason.INSTRUMENT_NOT_DEFINED.value());
    }
    if (accountFault) {
      order.account(BOB_ACCOUNT);
      expected = Math.min(expected, RejectReason.ACCOUNT_NOT_YOURS.value());
    }
    expected = Math.min(expected, spoilPrice(order, priceFault));
    if (quantityFault > 0) {
      order.quantity(quantityFault == 1 ? 0 : 10_001);
      RejectReason reason =
          quantityFault == 1 ? RejectReason.QUANTITY_MISSING : RejectReason.QUANTITY_BEYOND_LIMIT;
      expected = Math.min(expected, reason.value());
    }
    expected = Math.min(expected, spoilCodes(order, codeFault));
    if (expected == Integer.MAX_VALUE) {
      return; // nothing is wrong with it
    }
    long before = appliance.stateHash();
    alice.heard();
    alice.send(bytes, bytes.capacity());
    long id = bytes.getLong(MessageHeaderEncoder.ENCODED_LENGTH);
    assertEquals(List.of("REJECTED " + id + " " + RejectReason.get(expected)), alice.heard());
    assertEquals(before, appliance.stateHash());
    refused++;
  }

  @Property(tries = 2_000)
  void spoiltBytesThatAreRefusedChangeNothing(@ForAll long seed) {
    if (hostileTries++ % TRIES_A_SESSION == 0) { // a huge client order id got in, or a logout
      hostile = appliance.alice();
    }
    byte[] message = spoilt(new Random(seed));
    long before = appliance.stateHash();
    long refusalsBefore = appliance.appliance.refusals().total();
    hostile.send(message);
    if (appliance.appliance.refusals().total() > refusalsBefore) {
      refused++;
      assertEquals(refusalsBefore + 1, appliance.appliance.refusals().total());
      assertEquals(before, appliance.stateHash());
    }
    if (hostileTries % TRIES_A_SESSION == 0) {
      hostile.close();
    }
  }

  private static byte[] spoilt(Random random) {
    long id = nextClientOrderId++;
    byte[] message =
        switch (random.nextInt(4)) {
          case 0 -> Messages.newOrder(id);
          case 1 -> Messages.cancel(id, random.nextInt(40));
          case 2 -> Messages.replace(id, random.nextInt(40));
          default -> Messages.massCancel(id);
        };
    for (int faults = 1 + random.nextInt(3); faults > 0; faults--) {
      switch (random.nextInt(4)) {
        case 0 -> message = Messages.shortened(message, random.nextInt(message.length + 1));
        case 1 -> message = Messages.lengthened(message, random.nextInt(100));
        default -> {
          if (message.length > 0) {
            message = Messages.with(message, random.nextInt(message.length), random.nextInt(256));
          }
        }
      }
    }
    return message;
  }

  private static int spoilPrice(NewOrderEncoder order, int fault) {
    switch (fault) {
      case 1:
        order.price(MIDDLE + 1);
        return RejectReason.PRICE_OFF_TICK.value();
      case 2:
        order.price(NewOrderEncoder.priceNullValue());
        return RejectReason.PRICE_MISSING.value();
      case 3:
        order.orderType(OrderType.MARKET).timeInForce(TimeInForce.IOC);
        return RejectReason.PRICE_NOT_ALLOWED.value();
      case 4:
        order.price(4_001 * TICK);
        return RejectReason.PRICE_TOO_LARGE.value();
      default:
        return Integer.MAX_VALUE;
    }
  }

  private static int spoilCodes(NewOrderEncoder order, int fault) {
    int[] offsets = {
      NewOrderEncoder.sideEncodingOffset(),
      NewOrderEncoder.timeInForceEncodingOffset(),
      NewOrderEncoder.selfTradePreventionEncodingOffset(),
      NewOrderEncoder.flagsEncodingOffset()
    };
    if (fault == 0) {
      return Integer.MAX_VALUE;
    }
    if (fault > offsets.length) {
      order.flags().postOnly(true).reduceOnly(true); // never together
      return RejectReason.UNSUPPORTED_COMBINATION.value();
    }
    order.buffer().putByte(order.offset() + offsets[fault - 1], (byte) 9);
    return RejectReason.UNSUPPORTED_CODE.value();
  }
}
