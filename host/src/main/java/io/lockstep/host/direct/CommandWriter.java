package io.lockstep.host.direct;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AuditEncoder;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes card commands, one at a time, into a buffer of 64 bytes. */
public final class CommandWriter {
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private final CommandHeaderEncoder header = new CommandHeaderEncoder();
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();
  private final NewEncoder newOrder = new NewEncoder();
  private final CancelEncoder cancel = new CancelEncoder();
  private final AuditEncoder audit = new AuditEncoder();

  /** The command that was written last. */
  public DirectBuffer command() {
    return buffer;
  }

  /** Defines an instrument whose band is its whole window. */
  public void setInstrument(int instrument, int windowBase, int levels, int maxPrice, int maxLots) {
    begin(SetInstrumentEncoder.TEMPLATE_ID, 0);
    setInstrument
        .wrap(buffer, 0)
        .instrument(instrument)
        .windowBase(windowBase)
        .bandLow(windowBase)
        .bandHigh(windowBase + levels - 1)
        .maxPrice(maxPrice)
        .maxQuantity(maxLots);
  }

  /** Enters a limit order. */
  public void newOrder(
      long orderId,
      int instrument,
      int account,
      long slot,
      Side side,
      int price,
      long lots,
      TimeInForce timeInForce) {
    begin(NewEncoder.TEMPLATE_ID, orderId);
    newOrder
        .wrap(buffer, 0)
        .account(account)
        .slot(slot)
        .positionSlot(NewEncoder.positionSlotNullValue())
        .price(price)
        .quantity(lots)
        .instrument(instrument)
        .side(side)
        .orderType(OrderType.LIMIT)
        .timeInForce(timeInForce)
        .selfTradePrevention(SelfTradePrevention.CANCEL_INCOMING);
  }

  /** Cancels an order. */
  public void cancel(long orderId, long slot, int account) {
    begin(CancelEncoder.TEMPLATE_ID, 0);
    cancel.wrap(buffer, 0).orderId(orderId).slot(slot).account(account);
  }

  /** Asks for a line of each live order. */
  public void auditOrders() {
    begin(AuditEncoder.TEMPLATE_ID, 0);
    audit.wrap(buffer, 0).lines().orders(true);
  }

  private void begin(int template, long sequence) {
    buffer.setMemory(0, Card.MESSAGE_BYTES, (byte) 0);
    header.wrap(buffer, 0).templateId(template).logSequence(sequence);
  }
}
