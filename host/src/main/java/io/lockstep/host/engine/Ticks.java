package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.TickDecoder;

/**
 * The log's clock, told in steady intervals. What is due is decided by the message's time and what
 * log messages wrote. When nothing is, as nearly always, the message has no effect at all; else it
 * is drained, and one instrument after the other moves on, by rising id.
 */
final class Ticks extends RequestKind {
  private final Instruments instruments;
  private final PhaseMoves moves;

  /** An instrument's move is not done yet. */
  private boolean moving;

  Ticks(Instruments instruments, PhaseMoves moves) {
    this.instruments = instruments;
    this.moves = moves;
  }

  @Override
  int templateId() {
    return TickDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  boolean isDrained(LogMessage message) {
    return instruments.firstDue(message.timeNs()) != null;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    moving = false;
  }

  @Override
  boolean next(LogMessage message, Request request) {
    if (!moving) {
      Instrument due = instruments.firstDue(message.timeNs());
      if (due == null) {
        return false;
      }
      moving = true;
      moves.begin(this, due, due.movedOn(message.timeNs()));
    }
    return moves.next(message, request);
  }

  // ------------------------------------------------------------------ stage B

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    moves.done(request);
    moving = false;
    return true;
  }
}
