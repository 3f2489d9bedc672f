package io.lockstep.bench.kernel;

import io.lockstep.bench.flow.FlowCommand;
import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.EventFlagsEncoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.nio.ByteOrder;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.agrona.DirectBuffer;

/** The Java model of the card, by the contract that every card has: offer and poll. */
final class CardKernel implements Kernel {
  /** Commands offered before their events are taken, as an engine under load does. */
  private static final int BURST = 64;

  private static final ByteOrder ORDER = EventHeaderDecoder.BYTE_ORDER;
  private static final int FLAGS = EventHeaderDecoder.flagsEncodingOffset();
  private static final int LAST = EventFlagsEncoder.last((short) 0, true);
  private static final int MAKER_ID = TradeDecoder.makerIdEncodingOffset();
  private static final int PRICE = TradeDecoder.priceEncodingOffset();
  private static final int TRADED = TradeDecoder.quantityEncodingOffset();
  private static final int CANCELLED = CancelledDecoder.quantityEncodingOffset();

  private final CardFlow flow;
  private final OutputLog output;
  private final EventHandler handler = this::onEvent;
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
    int next = from;
    while (next < to) {
      int burst = Math.min(to, next + BURST);
      for (; next < burst; next++) {
        card.offer(flow.buffer(), next * Card.MESSAGE_BYTES);
      }
      card.poll(handler, Integer.MAX_VALUE);
    }
  }

  @Override
  public void time(int from, int to, Histogram nanos) {
    for (int i = from; i < to; i++) {
      long start = System.nanoTime();
      card.offer(flow.buffer(), i * Card.MESSAGE_BYTES);
      card.poll(handler, Integer.MAX_VALUE);
      nanos.recordValue(System.nanoTime() - start);
    }
  }

  private void onEvent(DirectBuffer event, int offset) {
    switch (event.getShort(offset, ORDER)) {
      case TradeDecoder.TEMPLATE_ID ->
          output.trade(
              answered,
              event.getLong(offset + MAKER_ID, ORDER),
              event.getInt(offset + PRICE, ORDER),
              event.getInt(offset + TRADED, ORDER));
      case CancelledDecoder.TEMPLATE_ID ->
          output.ended(answered, event.getInt(offset + CANCELLED, ORDER));
      case RejectedDecoder.TEMPLATE_ID ->
          throw new IllegalStateException("the card refuses command " + answered);
      default -> {
        // Accepted, top of book and done: the peers say nothing of the kind.
      }
    }
    if ((event.getShort(offset + FLAGS, ORDER) & LAST) != 0) {
      answered++;
    }
  }

  @Override
  public OutputLog output() {
    return output;
  }
}
