package io.lockstep.bench.flow;

import java.util.Iterator;
import org.agrona.DirectBuffer;

/** The next commands of a flow as a card's, each made when it is asked for: not by a look ahead. */
public final class CardCommands implements Iterator<DirectBuffer> {
  private final MixedFlow flow;
  private final CardEncoding encoding;
  private long left;

  /** So many of the flow. */
  public CardCommands(MixedFlow flow, CardEncoding encoding, long commands) {
    this.flow = flow;
    this.encoding = encoding;
    this.left = commands;
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public DirectBuffer next() {
    left--;
    return encoding.encode(flow.next());
  }
}
