package io.lockstep.bench.kernel;

import io.lockstep.bench.flow.FlowCommand;
import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.driver.Card;
import io.lockstep.host.direct.CardLink;
import io.lockstep.host.direct.CommandWriter;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A flow as card commands, one after another in memory. */
final class CardFlow {
  private static final int INSTRUMENT = 0;
  private static final int BUYER = 1;
  private static final int SELLER = 2;

  private final CommandWriter writer = new CommandWriter();
  private final UnsafeBuffer buffer;

  CardFlow(List<FlowCommand> commands) {
    buffer = new UnsafeBuffer(new byte[Math.multiplyExact(commands.size(), Card.MESSAGE_BYTES)]);
    for (int i = 0; i < commands.size(); i++) {
      write(commands.get(i));
      buffer.putBytes(i * Card.MESSAGE_BYTES, writer.command(), 0, Card.MESSAGE_BYTES);
    }
  }

  private void write(FlowCommand command) {
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
  }

  private void enter(FlowCommand command, TimeInForce timeInForce) {
    long slot = command.slot() == FlowCommand.NO_SLOT ? NewEncoder.slotNullValue() : command.slot();
    writer
        .newOrder(command.orderId(), INSTRUMENT, account(command), 0)
        .slots(slot, account(command))
        .terms(command.buy() ? Side.BUY : Side.SELL, command.price(), command.lots())
        .kind(OrderType.LIMIT, timeInForce, SelfTradePrevention.CANCEL_INCOMING);
  }

  private static int account(FlowCommand command) {
    return command.buy() ? BUYER : SELLER;
  }

  /** Makes an empty card ready for the flow: each account's position slot has its number. */
  void define(Card card) {
    CardLink link = new CardLink(card);
    int last = card.description().levels() - 1;
    writer.setInstrument(INSTRUMENT, 0, 0, last, MixedFlow.PRICES, MixedFlow.LOTS_MAX);
    send(link);
    for (int account : new int[] {BUYER, SELLER}) {
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

  /** The commands. */
  DirectBuffer buffer() {
    return buffer;
  }
}
