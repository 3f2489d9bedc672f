package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AuditEncoder;
import io.lockstep.schema.card.BarrierEncoder;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A command for tests, built from what matters in the sentence that the test states. Unless said
 * otherwise: instrument 0, account 1, session 1, a limit order good till cancelled, its slot its
 * id.
 */
final class TestCommand {
  final UnsafeBuffer bytes = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private final NewEncoder order = new NewEncoder();

  private TestCommand(int template, long logSequence) {
    new CommandHeaderEncoder().wrap(bytes, 0).templateId(template).logSequence(logSequence);
    order.wrap(bytes, 0);
  }

  static TestCommand bid(long id, int price, long quantity) {
    return order(id, Side.BUY, price, quantity);
  }

  static TestCommand ask(long id, int price, long quantity) {
    return order(id, Side.SELL, price, quantity);
  }

  static TestCommand order(long id, Side side, int price, long quantity) {
    TestCommand command = new TestCommand(NewEncoder.TEMPLATE_ID, id);
    command
        .order
        .account(1)
        .session(1)
        .slot(id)
        .price(price)
        .quantity(quantity)
        .side(side)
        .timeInForce(TimeInForce.GTC)
        .orderType(OrderType.LIMIT);
    return command;
  }

  static TestCommand cancel(long orderId) {
    return cancel(orderId, orderId, 1);
  }

  static TestCommand cancel(long orderId, long slot, long account) {
    TestCommand command = new TestCommand(CancelEncoder.TEMPLATE_ID, 0);
    new CancelEncoder().wrap(command.bytes, 0).orderId(orderId).slot(slot).account(account);
    return command;
  }

  /** Limits are the largest that a card takes. */
  static TestCommand setInstrument(int instrument, int windowBase, int bandLow, int bandHigh) {
    return setInstrument(
        instrument, windowBase, bandLow, bandHigh, Integer.MAX_VALUE, (1L << 28) - 1);
  }

  static TestCommand setInstrument(
      int instrument, int windowBase, int bandLow, int bandHigh, long maxPrice, long maxQuantity) {
    TestCommand command = new TestCommand(SetInstrumentEncoder.TEMPLATE_ID, 0);
    new SetInstrumentEncoder()
        .wrap(command.bytes, 0)
        .instrument(instrument)
        .windowBase(windowBase)
        .bandLow(bandLow)
        .bandHigh(bandHigh)
        .maxPrice(maxPrice)
        .maxQuantity(maxQuantity);
    return command;
  }

  static TestCommand setBand(int instrument, int low, int high) {
    TestCommand command = new TestCommand(SetBandEncoder.TEMPLATE_ID, 0);
    new SetBandEncoder().wrap(command.bytes, 0).instrument(instrument).low(low).high(high);
    return command;
  }

  /** An audit of instruments and orders. */
  static TestCommand audit() {
    return audit(3);
  }

  static TestCommand audit(int lines) {
    TestCommand command = new TestCommand(AuditEncoder.TEMPLATE_ID, 0);
    command.bytes.putShort(AuditEncoder.linesEncodingOffset(), (short) lines, LITTLE_ENDIAN);
    return command;
  }

  static TestCommand barrier() {
    return new TestCommand(BarrierEncoder.TEMPLATE_ID, 0);
  }

  static TestCommand ofTemplate(int template) {
    return new TestCommand(template, 77);
  }

  TestCommand immediateOrCancel() {
    order.timeInForce(TimeInForce.IOC);
    return this;
  }

  TestCommand market() {
    order.orderType(OrderType.MARKET);
    return immediateOrCancel();
  }

  TestCommand slot(long slot) {
    order.slot(slot);
    return this;
  }

  TestCommand account(long account) {
    order.account(account);
    return this;
  }

  TestCommand instrument(int instrument) {
    order.instrument(instrument);
    return this;
  }

  TestCommand flags(int flags) {
    bytes.putShort(FLAGS_BYTE, (short) flags, LITTLE_ENDIAN);
    return this;
  }

  TestCommand withByte(int offset, int value) {
    bytes.putByte(offset, (byte) value);
    return this;
  }

  private static final ByteOrder LITTLE_ENDIAN = ByteOrder.LITTLE_ENDIAN;
  private static final int FLAGS_BYTE = 2;
}
