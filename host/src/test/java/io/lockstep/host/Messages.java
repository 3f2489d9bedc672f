package io.lockstep.host;

import io.lockstep.schema.client.CancelOrderEncoder;
import io.lockstep.schema.client.ChangeCardEncoder;
import io.lockstep.schema.client.LogonEncoder;
import io.lockstep.schema.client.MassCancelEncoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.ReplaceOrderEncoder;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** Messages as bytes, to be spoilt by tests. */
final class Messages {
  static final int HEADER_BYTES = MessageHeaderEncoder.ENCODED_LENGTH;

  private Messages() {}

  /** An order of Alice's that nothing is wrong with. */
  static byte[] newOrder(long clientOrderId) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
    new NewOrderEncoder()
        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
        .clientOrderId(clientOrderId)
        .price(TestVenue.MIDDLE)
        .quantity(10)
        .account(TestVenue.ALICE_ACCOUNT)
        .instrument(TestVenue.INSTRUMENT)
        .side(Side.BUY)
        .orderType(OrderType.LIMIT)
        .timeInForce(TimeInForce.GTC);
    return Arrays.copyOf(buffer.byteArray(), HEADER_BYTES + NewOrderEncoder.BLOCK_LENGTH);
  }

  static byte[] cancel(long clientOrderId, long orderId) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
    new CancelOrderEncoder()
        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
        .clientOrderId(clientOrderId)
        .orderId(orderId)
        .originalClientOrderId(CancelOrderEncoder.originalClientOrderIdNullValue())
        .account(TestVenue.ALICE_ACCOUNT);
    return Arrays.copyOf(buffer.byteArray(), HEADER_BYTES + CancelOrderEncoder.BLOCK_LENGTH);
  }

  /** A replace of an order of Alice's. */
  static byte[] replace(long clientOrderId, long orderId) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
    new ReplaceOrderEncoder()
        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
        .clientOrderId(clientOrderId)
        .orderId(orderId)
        .originalClientOrderId(ReplaceOrderEncoder.originalClientOrderIdNullValue())
        .price(TestVenue.MIDDLE)
        .quantity(5)
        .account(TestVenue.ALICE_ACCOUNT)
        .instrument(TestVenue.INSTRUMENT)
        .selfTradePrevention(SelfTradePrevention.CANCEL_INCOMING);
    return Arrays.copyOf(buffer.byteArray(), HEADER_BYTES + ReplaceOrderEncoder.BLOCK_LENGTH);
  }

  /** A mass cancel of all orders of Bob's account, which Alice may not send. */
  static byte[] changeCard(long clientOrderId, String name) {
    byte[] bytes = new byte[100];
    ChangeCardEncoder request = new ChangeCardEncoder();
    request
        .wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderEncoder())
        .clientOrderId(clientOrderId)
        .card(name);
    return Arrays.copyOf(bytes, HEADER_BYTES + request.encodedLength());
  }

  static byte[] massCancel(long clientOrderId) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
    new MassCancelEncoder()
        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
        .clientOrderId(clientOrderId)
        .account(TestVenue.BOB_ACCOUNT)
        .session(MassCancelEncoder.sessionNullValue())
        .instrument(MassCancelEncoder.instrumentNullValue());
    return Arrays.copyOf(buffer.byteArray(), HEADER_BYTES + MassCancelEncoder.BLOCK_LENGTH);
  }

  static byte[] logon(int participant, String key, String channel, int streamId) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
    byte[] channelBytes = channel.getBytes(StandardCharsets.US_ASCII);
    byte[] keyBytes = key.getBytes(StandardCharsets.US_ASCII);
    LogonEncoder logon = new LogonEncoder();
    logon
        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
        .correlationId(77)
        .participant(participant)
        .responseStreamId(streamId)
        .session(LogonEncoder.sessionNullValue())
        .afterOutputSequence(0);
    logon.flags().clear();
    logon
        .putResponseChannel(channelBytes, 0, channelBytes.length)
        .putKey(keyBytes, 0, keyBytes.length);
    return Arrays.copyOf(buffer.byteArray(), HEADER_BYTES + logon.encodedLength());
  }

  /** The message with one byte changed. */
  static byte[] with(byte[] message, int at, int value) {
    byte[] changed = message.clone();
    changed[at] = (byte) value;
    return changed;
  }

  static byte[] shortened(byte[] message, int by) {
    return Arrays.copyOf(message, message.length - by);
  }

  static byte[] lengthened(byte[] message, int by) {
    return Arrays.copyOf(message, message.length + by);
  }
}
