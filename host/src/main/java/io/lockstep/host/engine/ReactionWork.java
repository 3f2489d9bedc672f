package io.lockstep.host.engine;

/**
 * What a kind of reaction does when its message comes. The message is drained: everything before it
 * is settled, so that stage A may read what stage B knows.
 */
abstract class ReactionWork {
  /**
   * Begins; the reaction is pending no more, so the same may be asked for again.
   *
   * @param by whose {@link CommandKind#onDone} is called by a barrier.
   */
  abstract void begin(RequestKind by, LogMessage message, int subject);

  /** Fills the request with the next command; false: there are no more. */
  abstract boolean next(LogMessage message, Request request);

  /** Stage B: a barrier has come back. */
  void done(Request request) {}
}
