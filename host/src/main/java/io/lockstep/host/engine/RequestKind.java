package io.lockstep.host.engine;

/**
 * One kind of log message, through both stages: how it becomes requests (stage A), and what the
 * card's answers to them mean (stage B).
 *
 * <p>Stage A's half reads only what log messages wrote, and the list of free order slots. Reasons
 * are tested in the order of their numbers; the lowest that applies is given.
 */
abstract class RequestKind extends CommandKind {
  /** The messages that it takes. */
  abstract int templateId();

  /**
   * True when everything before the message must be settled first, and everything that follows from
   * it before the next message. Stage A may then read what stage B wrote.
   *
   * @param message not taken yet; may be asked about more than once.
   */
  boolean isDrained(LogMessage message) {
    return false;
  }

  /**
   * Takes a message: changes stage A's state, and pushes what follows, at most {@link
   * RequestQueue#REQUESTS_A_MESSAGE} requests.
   */
  abstract void admit(LogMessage message, RequestQueue queue);

  /**
   * Goes on with a drained message that needs more commands than {@link #admit} may push.
   *
   * @param message the message; its body is gone.
   * @param request is filled when the answer is true.
   * @return false when there are no more.
   */
  boolean next(LogMessage message, Request request) {
    return false;
  }
}
