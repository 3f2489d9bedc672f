package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.RejectReason;
import org.agrona.DirectBuffer;

/**
 * The card as a Java program: the ring side. {@link #offer} puts commands into the window, {@link
 * #poll} executes them one by one and hands over their events. {@code stampCycles} is always 0.
 *
 * <p>One thread. Neither call allocates; after {@link #close} both answer {@link Card#FAULTED}.
 */
public final class ModelCard implements Card {
  private final Capacities capacities;
  private final CardDescription description;
  private final EventWriter events;
  private Commands commands;
  private ModelCounters counters = new ModelCounters();
  private final Messages window;
  private long offered;
  private long consumed;
  private boolean closed;

  /** A card in the state after a reset: loading, and it knows nothing. */
  public ModelCard(Capacities capacities) {
    this.capacities = capacities;
    this.description = capacities.describe();
    this.window = new Messages(capacities.windowSlots());
    this.events = new EventWriter(capacities);
    this.commands = new Commands(new CardState(capacities), events);
  }

  @Override
  public long offer(DirectBuffer command, int offset) {
    if (closed) {
      return FAULTED;
    }
    if (offered - consumed == capacities.windowSlots()) {
      return NO_CREDIT;
    }
    int slot = slotOffset(offered);
    window.copy(slot, command, offset);
    return offered++;
  }

  @Override
  public int poll(EventHandler handler, int limit) {
    if (closed) {
      return FAULTED;
    }
    int handedOver = 0;
    while (handedOver < limit) {
      if (events.isHandedOver()) {
        if (consumed == offered) {
          break;
        }
        executeNext();
      }
      events.handOver(handler);
      handedOver++;
    }
    return handedOver;
  }

  private void executeNext() {
    int slot = slotOffset(consumed);
    consumed++;
    events.begin((int) consumed);
    int template = window.getShort(slot + CommandHeaderDecoder.templateIdEncodingOffset());
    RejectReason reason = commands.execute(template, window, slot);
    events.end();
    counters.count(template, reason);
  }

  /** What was executed and refused so far. */
  public ModelCounters counters() {
    return counters;
  }

  @Override
  public CardDescription description() {
    return description;
  }

  @Override
  public void reset() {
    events.restart();
    commands = new Commands(new CardState(capacities), events);
    counters = new ModelCounters();
    offered = 0;
    consumed = 0;
  }

  @Override
  public void close() {
    closed = true;
  }

  private int slotOffset(long number) {
    return (int) (number & (capacities.windowSlots() - 1)) * MESSAGE_BYTES;
  }
}
