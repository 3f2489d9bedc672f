package io.lockstep.bench.kernel;

import io.lockstep.bench.flow.FlowCommand;
import io.lockstep.bench.flow.FlowCommand.Kind;
import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.driver.Card;
import io.lockstep.host.direct.CardLink;
import io.lockstep.host.direct.CommandWriter;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A flow as card commands, one after another in memory. A move is two: a cancel, then a new. */
final class CardFlow {
  private static final int INSTRUMENT = 0;
  private static final int BUYER = 1;
  private static final int SELLER = 2;

  private final CommandWriter writer = new CommandWriter();
  private final UnsafeBuffer buffer;
  private final int[] first;
  private final int[] numbers;
  private final Kind[] kinds;
  private int written;

  CardFlow(List<FlowCommand> commands) {
    int moves = (int) commands.stream().filter(command -> command.kind() == Kind.MOVE).count();
    int all = commands.size() + moves;
    buffer = new UnsafeBuffer(new byte[Math.multiplyExact(all, Card.MESSAGE_BYTES)]);
    first = new int[commands.size() + 1];
    numbers = new int[all];
    kinds = new Kind[all];
    for (int i = 0; i < commands.size(); i++) {
      first[i] = written;
      write(i, commands.get(i));
    }
    first[commands.size()] = written;
  }

  private void write(int number, FlowCommand command) {
    switch (command.kind()) {
      case REST, CROSS -> enter(command, TimeInForce.GTC);
      case IOC -> enter(command, TimeInForce.IOC);
      case CANCEL -> writer.cancel(command.orderId(), command.slot(), account(command));
      case MOVE -> {
        writer.cancel(command.orderId(), command.slot(), account(command));
        append(number, command);
        enter(command, TimeInForce.GTC);
      }
    }
    append(number, command);
  }

  private void append(int number, FlowCommand command) {
    buffer.putBytes(written * Card.MESSAGE_BYTES, writer.command(), 0, Card.MESSAGE_BYTES);
    numbers[written] = number;
    kinds[written] = command.kind();
    written++;
  }

  private void enter(FlowCommand command, TimeInForce timeInForce) {
    writer.newOrder(
        command.orderId(),
        INSTRUMENT,
        account(command),
        command.slot() == FlowCommand.NO_SLOT ? NewEncoder.slotNullValue() : command.slot(),
        command.buy() ? Side.BUY : Side.SELL,
        command.price(),
        command.lots(),
        timeInForce);
  }

  private static int account(FlowCommand command) {
    return command.buy() ? BUYER : SELLER;
  }

  /** Makes an empty card ready for the flow. */
  void define(Card card) {
    writer.setInstrument(
        INSTRUMENT, 0, card.description().levels(), MixedFlow.PRICES, MixedFlow.LOTS_MAX);
    new CardLink(card).exchange(writer.command(), (event, offset) -> {});
  }

  /** The commands. */
  DirectBuffer buffer() {
    return buffer;
  }

  /** Place of the first card command of a command of the flow. */
  int first(int number) {
    return first[number];
  }

  /** Number of the flow's command that a card command is of. */
  int numberOf(int cardCommand) {
    return numbers[cardCommand];
  }

  /** Kind of the flow's command that a card command is of. */
  Kind kindOf(int cardCommand) {
    return kinds[cardCommand];
  }
}
