package io.lockstep.host.engine;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.GroupCommittedDecoder;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.ReservedDecoder;
import io.lockstep.schema.card.SweepDoneDecoder;

/**
 * What a card's answers to one kind of command mean (stage B). Trades and best prices mean the same
 * for all kinds and never come here; an answer that a kind does not expect stops the engine.
 */
abstract class CommandKind {
  /** Its trades are those of an auction: no taker, no maker. */
  boolean isAuction() {
    return false;
  }

  /** Stage A or the card refused the request. */
  void onRefused(Request request, int reason) {
    throw unexpected("rejected, reason " + reason + ",");
  }

  void onAccepted(Request request, AcceptedDecoder accepted) {
    throw unexpected("accepted");
  }

  void onReplaced(Request request, ReplacedDecoder replaced) {
    throw unexpected("replaced");
  }

  void onCancelled(Request request, CancelledDecoder cancelled) {
    throw unexpected("cancelled");
  }

  void onReserved(Request request, ReservedDecoder reserved) {
    throw unexpected("reserved");
  }

  void onCommitted(Request request, GroupCommittedDecoder committed) {
    throw unexpected("group committed");
  }

  void onSwept(Request request, SweepDoneDecoder swept) {
    throw unexpected("sweep done");
  }

  /**
   * How an account stands.
   *
   * @return false: that is news; true: it is what the request asked for.
   */
  boolean isAnswer(Request request, MarginStatusDecoder status) {
    return false;
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
