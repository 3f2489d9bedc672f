package io.lockstep.host.replay;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes a replay's requests as card commands into one buffer of 64 bytes. */
final class CardCommands {
  /** Account of every bid. Two accounts, so that no order meets one of its own. */
  static final int BUYER = 0;

  /** Account of every ask. */
  static final int SELLER = 1;

  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();
  private final NewEncoder newOrder = new NewEncoder();
  private final CancelEncoder cancel = new CancelEncoder();
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
    clear();
    setInstrument.wrap(buffer, 0);
    setInstrument.header().templateId(SetInstrumentEncoder.TEMPLATE_ID);
    setInstrument
        .instrument(instrument)
        .windowBase(base)
        .bandLow(base)
        .bandHigh(base + levels - 1)
        .maxPrice(plan.highestPrice())
        .maxQuantity(plan.largestQuantity());
  }

  /** Enters an order of the plan. */
  void newOrder(ReplayInput input, long id, long slot) {
    clear();
    newOrder.wrap(buffer, 0);
    newOrder.header().templateId(NewEncoder.TEMPLATE_ID).logSequence(id);
    newOrder
        .account(account(input))
        .slot(slot)
        .positionSlot(NewEncoder.positionSlotNullValue())
        .price(input.price())
        .quantity(input.quantity())
        .instrument(instrument)
        .side(input.buy() ? Side.BUY : Side.SELL)
        .orderType(OrderType.LIMIT)
        .timeInForce(input.kind() == ReplayInput.Kind.LIMIT ? TimeInForce.GTC : TimeInForce.IOC)
        .selfTradePrevention(SelfTradePrevention.CANCEL_INCOMING);
  }

  /** Cancels an order of the plan. */
  void cancel(ReplayInput input, long id, long orderId, long slot) {
    clear();
    cancel.wrap(buffer, 0);
    cancel.header().templateId(CancelEncoder.TEMPLATE_ID).logSequence(id);
    cancel.orderId(orderId).slot(slot).account(account(input));
  }

  private void clear() {
    buffer.setMemory(0, Card.MESSAGE_BYTES, (byte) 0);
  }
}
