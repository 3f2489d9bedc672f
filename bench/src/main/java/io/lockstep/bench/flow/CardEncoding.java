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
 * Makes card commands of a flow's commands, of the first instrument. An account's first position
 * slot is the one in which it trades.
 */
public final class CardEncoding {
  static final int INSTRUMENT = 0;

  private static final long MAX_QUANTITY = (1L << 28) - 1;

  private final CommandWriter writer = new CommandWriter();
  private final int positions;

  /** Each account has one position slot, of its number. */
  public CardEncoding() {
    this(1);
  }

  /**
   * @param positions slots of each account, one after the other.
   */
  public CardEncoding(int positions) {
    this.positions = positions;
  }

  /** Makes an empty card without margin ready for a flow of so many accounts. */
  public void define(Card card, int accounts) {
    CardLink link = new CardLink(card);
    int last = card.description().levels() - 1;
    writer.setInstrument(INSTRUMENT, 0, 0, last, MixedFlow.PRICES, MAX_QUANTITY);
    send(link);
    for (int account = 0; account < accounts; account++) {
      writer.setAccount(account, 0);
      send(link);
      writer.openPosition(positionSlot(account), account, INSTRUMENT);
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
      case CANCEL -> writer.cancel(command.orderId(), command.slot(), command.account());
      case MOVE ->
          writer
              .replace(
                  command.orderId(),
                  command.slot(),
                  command.account(),
                  INSTRUMENT,
                  command.price(),
                  command.total(),
                  SelfTradePrevention.CANCEL_INCOMING)
              .side(side(command))
              .positionSlot(positionSlot(command.account()));
    }
    return writer.command();
  }

  /** The same for an order with another time in force than its kind has. */
  public DirectBuffer enter(FlowCommand command, TimeInForce timeInForce) {
    long slot = command.slot() == FlowCommand.NO_SLOT ? NewEncoder.slotNullValue() : command.slot();
    writer
        .newOrder(command.orderId(), INSTRUMENT, command.account(), 0)
        .slots(slot, positionSlot(command.account()))
        .terms(side(command), command.price(), command.lots())
        .kind(OrderType.LIMIT, timeInForce, SelfTradePrevention.CANCEL_INCOMING);
    return writer.command();
  }

  private static Side side(FlowCommand command) {
    return command.buy() ? Side.BUY : Side.SELL;
  }

  private long positionSlot(int account) {
    return (long) account * positions;
  }
}
