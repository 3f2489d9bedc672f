package io.lockstep.bench.kernel;

import io.lockstep.bench.flow.FlowCommand;
import io.lockstep.bench.flow.FlowCommand.Kind;
import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.agrona.DirectBuffer;

/** The Java model of the card, by the contract that every card has: offer and poll. */
final class CardKernel implements Kernel {
  /** Commands offered before their events are taken, as an engine under load does. */
  private static final int BURST = 64;

  private final CardFlow flow;
  private final OutputLog output;
  private final EventHandler handler = this::onEvent;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private Card card;
  private int answered;

  CardKernel(List<FlowCommand> commands, OutputLog output) {
    this.flow = new CardFlow(commands);
    this.output = output;
    reset();
  }

  @Override
  public String name() {
    return "Lockstep, Java model of the card";
  }

  @Override
  public void reset() {
    if (card != null) {
      card.close();
    }
    card = new ModelCard(Capacities.SIM);
    flow.define(card);
    answered = 0;
  }

  @Override
  public void run(int from, int to) {
    int end = flow.first(to);
    int next = flow.first(from);
    while (next < end) {
      int burst = Math.min(end, next + BURST);
      for (; next < burst; next++) {
        card.offer(flow.buffer(), next * Card.MESSAGE_BYTES);
      }
      card.poll(handler, Integer.MAX_VALUE);
    }
  }

  @Override
  public void time(int from, int to, Histogram nanos) {
    for (int i = from; i < to; i++) {
      int end = flow.first(i + 1);
      long start = System.nanoTime();
      for (int next = flow.first(i); next < end; next++) {
        card.offer(flow.buffer(), next * Card.MESSAGE_BYTES);
      }
      card.poll(handler, Integer.MAX_VALUE);
      nanos.recordValue(System.nanoTime() - start);
    }
  }

  private void onEvent(DirectBuffer event, int offset) {
    header.wrap(event, offset);
    switch (header.templateId()) {
      case TradeDecoder.TEMPLATE_ID -> {
        trade.wrap(event, offset, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
        output.trade(flow.numberOf(answered), trade.makerId(), trade.price(), trade.quantity());
      }
      case CancelledDecoder.TEMPLATE_ID -> {
        cancelled.wrap(
            event, offset, CancelledDecoder.BLOCK_LENGTH, CancelledDecoder.SCHEMA_VERSION);
        if (flow.kindOf(answered) != Kind.MOVE) {
          output.ended(flow.numberOf(answered), cancelled.quantity());
        }
      }
      case RejectedDecoder.TEMPLATE_ID ->
          throw new IllegalStateException("the card refuses command " + flow.numberOf(answered));
      default -> {
        // Accepted, top of book and done: the peers say nothing of the kind.
      }
    }
    if (header.flags().last()) {
      answered++;
    }
  }

  @Override
  public OutputLog output() {
    return output;
  }
}
