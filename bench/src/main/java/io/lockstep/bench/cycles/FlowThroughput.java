package io.lockstep.bench.cycles;

import io.lockstep.bench.flow.CardCommands;
import io.lockstep.bench.flow.CardEncoding;
import io.lockstep.bench.flow.CommandStream;
import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.sim.verilated.VerilatedCard;
import java.util.Iterator;
import org.agrona.DirectBuffer;

/** Runs a {@link MixedFlow} with as many commands waiting in the window as it holds. */
public final class FlowThroughput {
  private static final int FILL_FACTOR = 4;

  private final VerilatedCard card;
  private final CommandStream stream;
  private final MixedFlow flow;
  private final CardEncoding encoding;
  private final int resting;

  /**
   * @param card just opened, without margin.
   * @param resting about how many orders rest.
   */
  public FlowThroughput(VerilatedCard card, long seed, int resting) {
    this(card, new MixedFlow(seed, resting), new CardEncoding(), resting);
    encoding.define(card, MixedFlow.ACCOUNTS);
  }

  /**
   * @param card ready for the flow.
   * @param resting about how many orders rest.
   */
  FlowThroughput(VerilatedCard card, MixedFlow flow, CardEncoding encoding, int resting) {
    this.card = card;
    this.stream = new CommandStream(card);
    this.flow = flow;
    this.encoding = encoding;
    this.resting = resting;
  }

  /** Card cycles a command, of so many commands after those that fill the book. */
  public double meanCycles(long commands) {
    return (double) cycles(commands) / commands;
  }

  /** Card cycles of so many commands after those that fill the book. */
  long cycles(long commands) {
    fill();
    return cycles(next(commands));
  }

  /** Fills the book. */
  void fill() {
    stream.run(next((long) FILL_FACTOR * resting));
  }

  /** Card cycles that these commands take, from the first to the last event. */
  long cycles(Iterator<? extends DirectBuffer> commands) {
    long before = card.device().cycles();
    stream.run(commands);
    return card.device().cycles() - before;
  }

  /** The next commands of the flow. */
  Iterator<DirectBuffer> next(long commands) {
    return new CardCommands(flow, encoding, commands);
  }
}
