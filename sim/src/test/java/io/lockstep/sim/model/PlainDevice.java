package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.DoneEncoder;
import io.lockstep.schema.card.EventHeaderEncoder;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The {@link PlainCard} behind the interface of all cards, so that it can stand wherever the model
 * does. Each command is carried out as it is offered.
 */
public final class PlainDevice implements Card {
  private final Capacities capacities;
  private final PlainFormulas formulas;
  private final Deque<UnsafeBuffer> events = new ArrayDeque<>();
  private PlainCard card;
  private long offered;
  private int sequence;
  private boolean closed;

  /** A card in the state after a reset: loading, and it knows nothing. */
  public PlainDevice(Capacities capacities) {
    this(capacities, new PlainFormulas());
  }

  PlainDevice(Capacities capacities, PlainFormulas formulas) {
    this.capacities = capacities;
    this.formulas = formulas;
    this.card = new PlainCard(capacities, formulas);
  }

  @Override
  public long offer(DirectBuffer command, int offset) {
    if (closed) {
      return FAULTED;
    }
    UnsafeBuffer copy = new UnsafeBuffer(new byte[MESSAGE_BYTES]);
    copy.putBytes(0, command, offset, MESSAGE_BYTES);
    long number = offered++;
    for (UnsafeBuffer event : card.execute(copy)) {
      new EventHeaderEncoder().wrap(event, 0).consumed((int) offered);
      event.putInt(DoneEncoder.sequenceEncodingOffset(), ++sequence, ByteOrder.LITTLE_ENDIAN);
      events.add(event);
    }
    return number;
  }

  @Override
  public int poll(EventHandler handler, int limit) {
    if (closed) {
      return FAULTED;
    }
    int handedOver = 0;
    while (handedOver < limit && !events.isEmpty()) {
      handler.onEvent(events.remove(), 0);
      handedOver++;
    }
    return handedOver;
  }

  @Override
  public CardDescription description() {
    return capacities.describe();
  }

  @Override
  public void reset() {
    card = new PlainCard(capacities, formulas);
    events.clear();
    offered = 0;
    sequence = 0;
  }

  @Override
  public void close() {
    closed = true;
  }
}
