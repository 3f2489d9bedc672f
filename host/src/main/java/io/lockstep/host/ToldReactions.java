package io.lockstep.host;

import io.lockstep.host.engine.ReactionOutput;
import io.lockstep.host.sequencer.LogInputs;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.ReactionDecoder;
import io.lockstep.schema.client.ReactionKind;
import org.agrona.DirectBuffer;

/** Takes the engine's reactions to the sequencer, and tells of them; they are seldom. */
final class ToldReactions implements ReactionOutput {
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final ReactionDecoder reaction = new ReactionDecoder();
  private final LogInputs inputs;
  private final ApplianceListener listener;

  ToldReactions(LogInputs inputs, ApplianceListener listener) {
    this.inputs = inputs;
    this.listener = listener;
  }

  @Override
  public boolean offer(DirectBuffer message, int offset, int length) {
    if (!inputs.offerReaction(message, offset, length)) {
      return false;
    }
    reaction.wrapAndApplyHeader(message, offset, header);
    if (reaction.kind() == ReactionKind.BREAKER) {
      listener.onBreaker((int) reaction.subject());
    }
    return true;
  }
}
