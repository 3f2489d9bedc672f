package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import org.agrona.concurrent.UnsafeBuffer;

/** Orders of one account in one instrument, slot and id alike, timed at the kernel's port. */
final class Orders {
  private final KernelPort kernel;
  private final UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);

  Orders(KernelPort kernel) {
    this.kernel = kernel;
  }

  /** Sends it and compares the cycles. */
  void expect(String what, UnsafeBuffer bytes, int firstEventCycles, int readyCycles) {
    kernel.send(bytes);
    assertEquals(firstEventCycles, kernel.firstEventCycles(), what + ": first event");
    assertEquals(readyCycles, kernel.readyCycles(), what + ": ready");
  }

  /** Prices from 0 on. */
  UnsafeBuffer instrument() {
    begin(SetInstrumentEncoder.TEMPLATE_ID, 0);
    new SetInstrumentEncoder().wrap(command, 0).bandHigh(100).maxPrice(100).maxQuantity(100);
    return command;
  }

  UnsafeBuffer bid(int id, int price, int quantity) {
    return order(id, Side.BUY, price, quantity, TimeInForce.GTC);
  }

  UnsafeBuffer ask(int id, int price, int quantity) {
    return order(id, Side.SELL, price, quantity, TimeInForce.GTC);
  }

  /** An ask. */
  UnsafeBuffer immediate(int id, int price, int quantity) {
    return order(id, Side.SELL, price, quantity, TimeInForce.IOC);
  }

  UnsafeBuffer cancel(int id) {
    begin(CancelEncoder.TEMPLATE_ID, 0);
    new CancelEncoder().wrap(command, 0).orderId(id).slot(id);
    return command;
  }

  private UnsafeBuffer order(int id, Side side, int price, int quantity, TimeInForce time) {
    begin(NewEncoder.TEMPLATE_ID, id);
    new NewEncoder()
        .wrap(command, 0)
        .slot(id)
        .price(price)
        .quantity(quantity)
        .side(side)
        .timeInForce(time);
    return command;
  }

  private void begin(int template, int logSequence) {
    command.setMemory(0, Card.MESSAGE_BYTES, (byte) 0);
    new CommandHeaderEncoder().wrap(command, 0).templateId(template).logSequence(logSequence);
  }
}
