package io.lockstep.bench.kernel;

import io.lockstep.bench.flow.CardEncoding;
import io.lockstep.bench.flow.FlowCommand;
import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.driver.Card;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A flow as card commands, one after another in memory. */
final class CardFlow {
  private final CardEncoding encoding = new CardEncoding();
  private final UnsafeBuffer buffer;

  CardFlow(List<FlowCommand> commands) {
    buffer = new UnsafeBuffer(new byte[Math.multiplyExact(commands.size(), Card.MESSAGE_BYTES)]);
    for (int i = 0; i < commands.size(); i++) {
      DirectBuffer command = encoding.encode(commands.get(i));
      buffer.putBytes(i * Card.MESSAGE_BYTES, command, 0, Card.MESSAGE_BYTES);
    }
  }

  /** Makes an empty card ready for the flow. */
  void define(Card card) {
    encoding.define(card, MixedFlow.ACCOUNTS);
  }

  /** The commands. */
  DirectBuffer buffer() {
    return buffer;
  }
}
