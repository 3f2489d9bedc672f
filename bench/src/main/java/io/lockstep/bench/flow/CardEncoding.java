package io.lockstep.bench.flow;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.host.direct.CardLink;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import org.agrona.DirectBuffer;

/**
 * Makes card commands of a flow's commands. The orders are of 32 accounts; no account both bids and
 * asks, so that none meets itself.
 */
public final class CardEncoding {
  static final int INSTRUMENT = 0;

  private static final int ACCOUNTS_A_SIDE = 16;
  private static final long MAX_QUANTITY = (1L << 28) - 1;

  private final CommandWriter writer = new CommandWriter();

  /** Makes an empty card ready for the flow: each account's position slot has its number. */
  public void define(Card card) {
    CardLink link = new CardLink(card);
    int last = card.description().levels() - 1;
    writer.setInstrument(INSTRUMENT, 0, 0, last, MixedFlow.PRICES, MAX_QUANTITY);
    send(link);
    for (int account = 0; account < 2 * ACCOUNTS_A_SIDE; account++) {
      writer.setAccount(account, 0);
      send(link);
      writer.openPosition(account, account, INSTRUMENT);
      send(link);
    }
    writer.endOfLoad();
    send(link);
  }

  private void send(CardLink link) {
    link.exchange(writer.command(), (event, offset) -> {});
  }

  /** Writes a command; it stands in the answered buffer until the next one is written. */
  public DirectBuffer encode(FlowCommand command) {
    switch (command.kind()) {
      case REST, CROSS -> enter(command, TimeInForce.GTC);
      case IOC -> enter(command, TimeInForce.IOC);
      case CANCEL -> writer.cancel(command.orderId(), command.slot(), account(command));
      case MOVE ->
          writer.replace(
              command.orderId(),
              command.slot(),
              account(command),
              INSTRUMENT,
              command.price(),
              command.total(),
              SelfTradePrevention.CANCEL_INCOMING);
    }
    return writer.command();
  }

  /** The same for an order with another time in force than its kind has. */
  public DirectBuffer enter(FlowCommand command, TimeInForce timeInForce) {
    long slot = command.slot() == FlowCommand.NO_SLOT ? NewEncoder.slotNullValue() : command.slot();
    writer
        .newOrder(command.orderId(), INSTRUMENT, account(command), 0)
        .slots(slot, account(command))
        .terms(command.buy() ? Side.BUY : Side.SELL, command.price(), command.lots())
        .kind(OrderType.LIMIT, timeInForce, SelfTradePrevention.CANCEL_INCOMING);
    return writer.command();
  }

  /** The account of a command's order. */
  static int account(FlowCommand command) {
    int ofSide = (int) (command.orderId() % ACCOUNTS_A_SIDE);
    return command.buy() ? ofSide : ACCOUNTS_A_SIDE + ofSide;
  }
}
