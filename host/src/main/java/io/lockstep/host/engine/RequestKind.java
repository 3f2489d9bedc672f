package io.lockstep.host.engine;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.ReplacedDecoder;

/**
 * One kind of log message, through both stages: how it becomes requests (stage A), and what the
 * card's answers to them mean (stage B). Trades and best prices mean the same for all kinds and
 * never come here.
 *
 * <p>Stage A's half reads only what log messages wrote, and the list of free order slots. Reasons
 * are tested in the order of their numbers; the lowest that applies is given.
 */
abstract class RequestKind {
  // ------------------------------------------------------------------ stage A

  /** The messages that it takes. */
  abstract int templateId();

  /**
   * True when everything before the message must be settled first, and everything that follows from
   * it before the next message. Stage A may then read what stage B wrote.
   */
  boolean isDrained() {
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

  // ------------------------------------------------------------------ stage B

  /** Stage A or the card refused the request. */
  abstract void onRefused(Request request, int reason);

  void onAccepted(Request request, AcceptedDecoder accepted) {
    throw unexpected("accepted");
  }

  void onReplaced(Request request, ReplacedDecoder replaced) {
    throw unexpected("replaced");
  }

  void onCancelled(Request request, CancelledDecoder cancelled) {
    throw unexpected("cancelled");
  }

  /**
   * The card carried the request out.
   *
   * @return false when there is more to report: call again once the output has room.
   */
  boolean onDone(Request request, DoneDecoder done) {
    throw unexpected("done");
  }

  /** The request's last event was applied. */
  void onLast(Request request) {}

  private IllegalStateException unexpected(String event) {
    return new IllegalStateException(
        "engine stopped: the card answers " + event + " to " + getClass().getSimpleName());
  }
}
