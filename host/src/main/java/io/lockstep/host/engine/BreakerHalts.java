package io.lockstep.host.engine;

import io.lockstep.schema.client.Phase;

/** The breaker: an instrument that is still traded continuously is halted, its schedule begins. */
final class BreakerHalts extends ReactionWork {
  private final Instruments instruments;
  private final PhaseMoves moves;

  /** Commands follow from the message at hand. */
  private boolean halts;

  BreakerHalts(Instruments instruments, PhaseMoves moves) {
    this.instruments = instruments;
    this.moves = moves;
  }

  @Override
  void begin(RequestKind by, LogMessage message, int subject) {
    Instrument from = instruments.get(subject);
    halts = from.phase() == Phase.CONTINUOUS;
    if (halts) {
      moves.begin(by, from, from.haltedByBreaker(message.timeNs()));
    }
  }

  @Override
  boolean next(LogMessage message, Request request) {
    return halts && moves.next(message, request);
  }

  @Override
  void done(Request request) {
    moves.done(request);
  }
}
