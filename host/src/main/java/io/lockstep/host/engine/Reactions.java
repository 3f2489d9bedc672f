package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.ReactionDecoder;
import io.lockstep.schema.client.ReactionKind;

/** What stage B asked for, at its place in the log. All are drained. */
final class Reactions extends RequestKind {
  private final ReactionDecoder reaction = new ReactionDecoder();
  private final PendingReactions pending;

  /** By the kinds' numbers. */
  private final ReactionWork[] works;

  /** Of the message at hand; null: it has no effect. */
  private ReactionWork work;

  Reactions(
      PendingReactions pending, ReactionWork breaker, ReactionWork reserves, ReactionWork calls) {
    this.pending = pending;
    works = new ReactionWork[] {breaker, reserves, calls};
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
    work = null;
    if (pending.isRepeat(number)) {
      return;
    }
    ReactionKind kind = reaction.kind();
    int subject = (int) reaction.subject();
    pending.take(number, kind, subject);
    work = works[kind.value()];
    work.begin(this, message, subject);
  }

  private ReactionDecoder wrap(LogMessage message) {
    return reaction.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
  }

  @Override
  boolean next(LogMessage message, Request request) {
    return work != null && work.next(message, request);
  }

  // ------------------------------------------------------------------ stage B

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    work.done(request);
    return true;
  }
}
