package io.lockstep.bench.cycles;

import io.lockstep.bench.flow.CardEncoding;
import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.sim.verilated.VerilatedCard;
import org.agrona.DirectBuffer;

/** Runs a {@link MixedFlow} with as many commands waiting in the window as it holds. */
public final class FlowThroughput implements EventHandler {
  private static final int FILL_FACTOR = 4;

  private final VerilatedCard card;
  private final MixedFlow flow;
  private final CardEncoding encoding = new CardEncoding();
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final int resting;
  private long answered;

  /**
   * @param card just opened.
   * @param resting about how many orders rest.
   */
  public FlowThroughput(VerilatedCard card, long seed, int resting) {
    this.card = card;
    this.resting = resting;
    this.flow = new MixedFlow(seed, resting);
    encoding.define(card);
  }

  /** Card cycles a command, of so many commands after those that fill the book. */
  public double meanCycles(long commands) {
    run((long) FILL_FACTOR * resting);
    long before = card.device().cycles();
    run(commands);
    return (double) (card.device().cycles() - before) / commands;
  }

  private void run(long commands) {
    long end = answered + commands;
    long sent = answered;
    DirectBuffer next = encoding.encode(flow.next());
    while (answered < end) {
      while (sent < end && card.offer(next, 0) >= 0) {
        sent++;
        if (sent < end) {
          next = encoding.encode(flow.next());
        }
      }
      if (card.poll(this, Integer.MAX_VALUE) < 0) {
        throw new IllegalStateException("the card is lost: " + card.failure());
      }
    }
  }

  @Override
  public void onEvent(DirectBuffer event, int offset) {
    if (header.wrap(event, offset).flags().last()) {
      answered++;
    }
  }
}
