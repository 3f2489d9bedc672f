package io.lockstep.host.replay;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.CrossEncoder;
import io.lockstep.schema.card.EndOfLoadEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.ParkEncoder;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.UnparkEncoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes a replay's requests as card commands into one buffer of 64 bytes. */
final class CardCommands {
  /** Account of every bid. Two accounts, so that no order meets one of its own. */
  static final int BUYER = 0;

  /** Account of every ask. */
  static final int SELLER = 1;

  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private final CommandHeaderEncoder header = new CommandHeaderEncoder();
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();
  private final SetAccountEncoder setAccount = new SetAccountEncoder();
  private final OpenPositionEncoder openPosition = new OpenPositionEncoder();
  private final NewEncoder newOrder = new NewEncoder();
  private final CancelEncoder cancel = new CancelEncoder();
  private final ParkEncoder park = new ParkEncoder();
  private final UnparkEncoder unpark = new UnparkEncoder();
  private final CrossEncoder cross = new CrossEncoder();
  private final int instrument;

  CardCommands(int instrument) {
    this.instrument = instrument;
  }

  /** The bytes that were written last. */
  DirectBuffer buffer() {
    return buffer;
  }

  static int account(ReplayInput input) {
    return input.buy() ? BUYER : SELLER;
  }

  /** Defines the instrument; its band is its whole window. */
  void setInstrument(ReplayPlan plan, int levels) {
    int base = plan.windowBase(levels);
    begin(SetInstrumentEncoder.TEMPLATE_ID, 0);
    setInstrument
        .wrap(buffer, 0)
        .instrument(instrument)
        .windowBase(base)
        .bandLow(base)
        .bandHigh(base + levels - 1)
        .maxPrice(plan.highestPrice())
        .maxQuantity(plan.largestQuantity());
  }

  /** Defines one of the two accounts. */
  void setAccount(int account) {
    begin(SetAccountEncoder.TEMPLATE_ID, 0);
    setAccount.wrap(buffer, 0).account(account);
  }

  /** Opens an account's position; its slot has the account's number. */
  void openPosition(int account) {
    begin(OpenPositionEncoder.TEMPLATE_ID, 0);
    openPosition
        .wrap(buffer, 0)
        .positionSlot(account)
        .account(account)
        .portfolio(OpenPositionEncoder.portfolioNullValue())
        .instrument(instrument);
  }

  /** From now on the card takes orders. */
  void endOfLoad() {
    begin(EndOfLoadEncoder.TEMPLATE_ID, 0);
  }

  /**
   * Enters an order of the plan.
   *
   * @param parked outside the book, for an auction.
   */
  void newOrder(ReplayInput input, long id, long slot, boolean parked) {
    begin(NewEncoder.TEMPLATE_ID, id).flags().parked(parked);
    newOrder
        .wrap(buffer, 0)
        .account(account(input))
        .slot(slot)
        .positionSlot(account(input))
        .price(input.price())
        .quantity(input.quantity())
        .instrument(instrument)
        .side(input.buy() ? Side.BUY : Side.SELL)
        .orderType(OrderType.LIMIT)
        .timeInForce(input.kind() == ReplayInput.Kind.LIMIT ? TimeInForce.GTC : TimeInForce.IOC)
        .selfTradePrevention(SelfTradePrevention.CANCEL_INCOMING);
  }

  /** Cancels an order of the plan. */
  void cancel(ReplayInput input, long orderId, long slot) {
    begin(CancelEncoder.TEMPLATE_ID, 0);
    cancel.wrap(buffer, 0).orderId(orderId).slot(slot).account(account(input));
  }

  /** Takes an order of the plan out of the book. */
  void park(ReplayInput input, long orderId, long slot) {
    begin(ParkEncoder.TEMPLATE_ID, 0);
    park.wrap(buffer, 0).orderId(orderId).slot(slot).account(account(input));
  }

  /** Puts an order of the plan into the book. */
  void unpark(ReplayInput input, long orderId, long slot) {
    begin(UnparkEncoder.TEMPLATE_ID, 0);
    unpark.wrap(buffer, 0).orderId(orderId).slot(slot).account(account(input));
  }

  /** Executes two parked orders. */
  void cross(long buyId, int buySlot, long sellId, int sellSlot, int price, int lots) {
    begin(CrossEncoder.TEMPLATE_ID, 0);
    cross
        .wrap(buffer, 0)
        .buyId(buyId)
        .sellId(sellId)
        .buySlot(buySlot)
        .sellSlot(sellSlot)
        .price(price)
        .quantity(lots)
        .instrument(instrument);
  }

  private CommandHeaderEncoder begin(int template, long logSequence) {
    buffer.setMemory(0, Card.MESSAGE_BYTES, (byte) 0);
    return header.wrap(buffer, 0).templateId(template).logSequence(logSequence);
  }
}
