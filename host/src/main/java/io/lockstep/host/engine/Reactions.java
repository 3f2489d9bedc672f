package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.ReactionDecoder;
import io.lockstep.schema.client.ReactionKind;

/**
 * What stage B asked for, at its place in the log. All are drained. The breaker: an instrument that
 * is still traded continuously is halted, and its schedule begins.
 */
final class Reactions extends RequestKind {
  private final ReactionDecoder reaction = new ReactionDecoder();
  private final Instruments instruments;
  private final PendingReactions pending;
  private final PhaseMoves moves;

  /** Commands follow from the message at hand. */
  private boolean halts;

  Reactions(Instruments instruments, PendingReactions pending, PhaseMoves moves) {
    this.instruments = instruments;
    this.pending = pending;
    this.moves = moves;
  }

  @Override
  int templateId() {
    return ReactionDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  boolean isDrained(LogMessage message) {
    return !pending.isRepeat(wrap(message).number());
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    long number = wrap(message).number();
    halts = false;
    if (pending.isRepeat(number)) {
      return;
    }
    ReactionKind kind = reaction.kind();
    int subject = (int) reaction.subject();
    pending.take(number, kind, subject);
    Instrument from = instruments.get(subject);
    if (from.phase() == Phase.CONTINUOUS) {
      halts = true;
      moves.begin(this, from, from.haltedByBreaker(message.timeNs()));
    }
  }

  private ReactionDecoder wrap(LogMessage message) {
    return reaction.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
  }

  @Override
  boolean next(LogMessage message, Request request) {
    return halts && moves.next(message, request);
  }

  // ------------------------------------------------------------------ stage B

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    moves.done(request);
    return true;
  }
}
