package io.lockstep.sim.model;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.CrossEncoder;
import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.MassCancelEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.ParkEncoder;
import io.lockstep.schema.card.ReplaceEncoder;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.UnparkEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A command for tests, built from what matters in the sentence that the test states; commands that
 * define things are in {@link TestDefinitions}. Unless said otherwise: instrument 0, session 1,
 * bids of account 1 and asks of account 2, since an account does not trade with itself, the
 * position that {@link TestDefinitions#positionOf} names, a limit order good till cancelled, its
 * slot its id.
 */
final class TestCommand {
  private static final int NOWHERE = -1;

  final UnsafeBuffer bytes = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private final NewEncoder order = new NewEncoder();
  private int accountAt = NOWHERE;
  private int instrumentAt = NOWHERE;
  private int slotAt = NOWHERE;
  private int positionAt = NOWHERE;
  private int preventionAt = NOWHERE;

  private TestCommand(int template, long logSequence) {
    new CommandHeaderEncoder().wrap(bytes, 0).templateId(template).logSequence(logSequence);
    order.wrap(bytes, 0);
  }

  static TestCommand ofTemplate(int template) {
    return new TestCommand(template, 77);
  }

  // ---- orders that enter

  static TestCommand bid(long id, int price, long quantity) {
    return order(id, Side.BUY, price, quantity);
  }

  static TestCommand ask(long id, int price, long quantity) {
    return order(id, Side.SELL, price, quantity).account(2);
  }

  static TestCommand order(long id, Side side, int price, long quantity) {
    TestCommand command = new TestCommand(NewEncoder.TEMPLATE_ID, id);
    command.accountAt = NewEncoder.accountEncodingOffset();
    command.instrumentAt = NewEncoder.instrumentEncodingOffset();
    command.slotAt = NewEncoder.slotEncodingOffset();
    command.positionAt = NewEncoder.positionSlotEncodingOffset();
    command.preventionAt = NewEncoder.selfTradePreventionEncodingOffset();
    command
        .order
        .session(1)
        .price(price)
        .quantity(quantity)
        .side(side)
        .timeInForce(TimeInForce.GTC)
        .orderType(OrderType.LIMIT);
    return command.account(1).slot(id);
  }

  static TestCommand loadBid(long id, int price, long total, long filled) {
    return loadOrder(id, Side.BUY, price, total, filled);
  }

  static TestCommand loadAsk(long id, int price, long total, long filled) {
    return loadOrder(id, Side.SELL, price, total, filled).account(2);
  }

  private static TestCommand loadOrder(long id, Side side, int price, long total, long filled) {
    TestCommand command = new TestCommand(LoadOrderEncoder.TEMPLATE_ID, id);
    command.accountAt = LoadOrderEncoder.accountEncodingOffset();
    command.instrumentAt = LoadOrderEncoder.instrumentEncodingOffset();
    command.slotAt = LoadOrderEncoder.slotEncodingOffset();
    command.positionAt = LoadOrderEncoder.positionSlotEncodingOffset();
    new LoadOrderEncoder()
        .wrap(command.bytes, 0)
        .session(1)
        .price(price)
        .total(total)
        .filled(filled)
        .side(side);
    return command.account(1).slot(id);
  }

  // ---- commands that name a live order, of account 1

  static TestCommand cancel(long orderId) {
    TestCommand command = new TestCommand(CancelEncoder.TEMPLATE_ID, 0);
    command.accountAt = CancelEncoder.accountEncodingOffset();
    command.slotAt = CancelEncoder.slotEncodingOffset();
    new CancelEncoder().wrap(command.bytes, 0).orderId(orderId);
    return command.account(1).slot(orderId);
  }

  static TestCommand replace(long orderId, int price, long total) {
    TestCommand command = new TestCommand(ReplaceEncoder.TEMPLATE_ID, 0);
    command.accountAt = ReplaceEncoder.accountEncodingOffset();
    command.instrumentAt = ReplaceEncoder.instrumentEncodingOffset();
    command.slotAt = ReplaceEncoder.slotEncodingOffset();
    command.positionAt = ReplaceEncoder.positionSlotEncodingOffset();
    command.preventionAt = ReplaceEncoder.selfTradePreventionEncodingOffset();
    new ReplaceEncoder().wrap(command.bytes, 0).orderId(orderId).price(price).total(total);
    return command.account(1).slot(orderId);
  }

  static TestCommand park(long orderId) {
    TestCommand command = new TestCommand(ParkEncoder.TEMPLATE_ID, 0);
    command.accountAt = ParkEncoder.accountEncodingOffset();
    command.slotAt = ParkEncoder.slotEncodingOffset();
    new ParkEncoder().wrap(command.bytes, 0).orderId(orderId);
    return command.account(1).slot(orderId);
  }

  static TestCommand unpark(long orderId) {
    TestCommand command = new TestCommand(UnparkEncoder.TEMPLATE_ID, 0);
    command.accountAt = UnparkEncoder.accountEncodingOffset();
    command.slotAt = UnparkEncoder.slotEncodingOffset();
    new UnparkEncoder().wrap(command.bytes, 0).orderId(orderId);
    return command.account(1).slot(orderId);
  }

  /** Slots are the ids. */
  static TestCommand cross(long buyId, long sellId, int price, long quantity) {
    return crossOf(buyId, buyId, sellId, sellId, price, quantity);
  }

  static TestCommand crossOf(
      long buyId, long buySlot, long sellId, long sellSlot, int price, long quantity) {
    TestCommand command = new TestCommand(CrossEncoder.TEMPLATE_ID, 0);
    command.instrumentAt = CrossEncoder.instrumentEncodingOffset();
    new CrossEncoder()
        .wrap(command.bytes, 0)
        .buyId(buyId)
        .buySlot(buySlot)
        .sellId(sellId)
        .sellSlot(sellSlot)
        .price(price)
        .quantity(quantity);
    return command;
  }

  /** Of every account, session and instrument, until it is given one. */
  static TestCommand massCancel() {
    TestCommand command = new TestCommand(MassCancelEncoder.TEMPLATE_ID, 0);
    command.accountAt = MassCancelEncoder.accountEncodingOffset();
    command.instrumentAt = MassCancelEncoder.instrumentEncodingOffset();
    new MassCancelEncoder()
        .wrap(command.bytes, 0)
        .account(MassCancelEncoder.accountNullValue())
        .session(MassCancelEncoder.sessionNullValue())
        .instrument(MassCancelEncoder.instrumentNullValue());
    return command;
  }

  // ---- what may be said otherwise

  TestCommand immediateOrCancel() {
    order.timeInForce(TimeInForce.IOC);
    return this;
  }

  TestCommand fillOrKill() {
    order.timeInForce(TimeInForce.FOK);
    return this;
  }

  TestCommand market() {
    order.orderType(OrderType.MARKET);
    return immediateOrCancel();
  }

  TestCommand postOnly() {
    return flags(flags() | Flags.POST_ONLY);
  }

  /** An IOC, as reduce-only demands. */
  TestCommand reduceOnly() {
    return immediateOrCancel().flags(flags() | Flags.REDUCE_ONLY);
  }

  TestCommand parked() {
    return flags(flags() | Flags.PARKED);
  }

  /** Of the order that a replace names; a bid unless this is called. */
  TestCommand ofSide(Side side) {
    return withByte(ReplaceEncoder.sideEncodingOffset(), side.value());
  }

  /** From the engine itself. */
  TestCommand bySystem() {
    return flags(flags() | Flags.SYSTEM);
  }

  TestCommand dryRun() {
    return flags(flags() | Flags.DRY_RUN);
  }

  TestCommand prevention(SelfTradePrevention mode) {
    return withByte(preventionAt, mode.value());
  }

  TestCommand slot(long slot) {
    return withInt(slotAt, slot);
  }

  /** Of a new order, or of a mass cancel. */
  TestCommand session(long session) {
    return withInt(NewEncoder.sessionEncodingOffset(), session);
  }

  TestCommand account(long account) {
    withInt(accountAt, account);
    return withPosition();
  }

  TestCommand instrument(int instrument) {
    bytes.putShort(instrumentAt, (short) instrument, LITTLE_ENDIAN);
    return withPosition();
  }

  TestCommand position(long positionSlot) {
    return withInt(positionAt, positionSlot);
  }

  private TestCommand withPosition() {
    if (positionAt == NOWHERE) {
      return this;
    }
    int account = bytes.getInt(accountAt, LITTLE_ENDIAN);
    int instrument = bytes.getShort(instrumentAt, LITTLE_ENDIAN);
    return position(TestDefinitions.positionOf(account, instrument));
  }

  TestCommand flags(int flags) {
    bytes.putShort(FLAGS_AT, (short) flags, LITTLE_ENDIAN);
    return this;
  }

  private int flags() {
    return new CommandHeaderDecoder().wrap(bytes, 0).flags().getRaw();
  }

  TestCommand withByte(int offset, int value) {
    bytes.putByte(offset, (byte) value);
    return this;
  }

  TestCommand withInt(int offset, long value) {
    bytes.putInt(offset, (int) value, LITTLE_ENDIAN);
    return this;
  }

  private static final int FLAGS_AT = 2;
}
