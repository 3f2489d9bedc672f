package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.EndOfLoadEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.ReplaceEncoder;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Bids of one account and asks of another in one instrument, slot and id alike, timed at the
 * kernel's port.
 */
final class Orders {
  private final KernelPort kernel;
  private final List<String> expected = new ArrayList<>();
  private final List<String> actual = new ArrayList<>();
  private final UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);

  /** Defines instrument, account and position, and ends the loading. */
  Orders(KernelPort kernel) {
    this.kernel = kernel;
    kernel.send(instrument());
    for (Side side : new Side[] {Side.BUY, Side.SELL}) {
      begin(SetAccountEncoder.TEMPLATE_ID, 0);
      new SetAccountEncoder().wrap(command, 0).account(side.value());
      kernel.send(command);
      begin(OpenPositionEncoder.TEMPLATE_ID, 0);
      new OpenPositionEncoder()
          .wrap(command, 0)
          .positionSlot(side.value())
          .account(side.value());
      kernel.send(command);
    }
    begin(EndOfLoadEncoder.TEMPLATE_ID, 0);
    kernel.send(command);
  }

  /** Sends it and notes the cycles to its first event and to ready, beside what they shall be. */
  void expect(String what, UnsafeBuffer bytes, int firstEventCycles, int readyCycles) {
    kernel.send(bytes);
    expected.add(what + ": " + firstEventCycles + " / " + readyCycles);
    actual.add(what + ": " + kernel.firstEventCycles() + " / " + kernel.readyCycles());
  }

  /** Compares all that was noted. */
  void verify() {
    assertEquals(String.join("\n", expected), String.join("\n", actual));
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

  /** Of the bid's instrument and account; the filled part is in the total. */
  UnsafeBuffer replace(int id, int price, int total) {
    begin(ReplaceEncoder.TEMPLATE_ID, 0);
    new ReplaceEncoder().wrap(command, 0).orderId(id).slot(id).price(price).total(total);
    return command;
  }

  private UnsafeBuffer order(int id, Side side, int price, int quantity, TimeInForce time) {
    begin(NewEncoder.TEMPLATE_ID, id);
    new NewEncoder()
        .wrap(command, 0)
        .account(side.value())
        .positionSlot(side.value())
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
