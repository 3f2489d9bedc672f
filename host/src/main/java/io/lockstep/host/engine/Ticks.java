package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.TickDecoder;

/**
 * The log's clock, told in steady intervals. What is due is decided by the message's time and what
 * log messages wrote. When nothing is, as nearly always, the message has no effect at all; else it
 * is drained, and one instrument after the other moves on, by rising id; then what margin makes of
 * it follows.
 */
final class Ticks extends RequestKind {
  private final Instruments instruments;
  private final PhaseMoves moves;
  private final MarginTicks margin;

  /** An instrument's move is not done yet. */
  private boolean moving;

  Ticks(Instruments instruments, PhaseMoves moves, MarginTicks margin) {
    this.instruments = instruments;
    this.moves = moves;
    this.margin = margin;
  }

  @Override
  int templateId() {
    return TickDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  boolean isDrained(LogMessage message) {
    return instruments.firstDue(message.timeNs()) != null || margin.isDrained(message.timeNs());
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    moving = false;
    margin.begin(message.timeNs());
  }

  @Override
  boolean next(LogMessage message, Request request) {
    if (!moving) {
      Instrument due = instruments.firstDue(message.timeNs());
      if (due == null) {
        return margin.next(message, request);
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
