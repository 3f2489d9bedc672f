package io.lockstep.sim.model;

import static io.lockstep.schema.card.RejectReason.LOADING;
import static io.lockstep.schema.card.RejectReason.NOT_LOADING;
import static io.lockstep.schema.card.RejectReason.UNSUPPORTED_FIELD;

import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.RejectReason;

/**
 * A kind of command: the reasons to refuse it, in the order of their numbers, and what it does when
 * none applies.
 */
abstract class Command {
  /** The reason of a command that is not refused. */
  static final RejectReason NOT_REFUSED = RejectReason.NULL_VAL;

  /** When a command is taken. */
  enum When {
    ALWAYS,
    LOADING,
    LOADED
  }

  final CardState state;
  final EventWriter events;
  private final int template;
  private final int namedFlags;
  private final When when;
  private int flags;

  /**
   * @param namedFlags the flags that the command names, as bits.
   */
  Command(CardState state, EventWriter events, int template, int namedFlags, When when) {
    this.state = state;
    this.events = events;
    this.template = template;
    this.namedFlags = namedFlags;
    this.when = when;
  }

  /**
   * Executes the command at an offset of the window; returns why it was refused, NOT_REFUSED if it
   * was not.
   */
  final RejectReason execute(Messages window, int at) {
    flags = window.getShort(at + CommandHeaderDecoder.flagsEncodingOffset());
    decode(window, at);
    if (!state.isLoading()) {
      revalue();
    }
    RejectReason reason = lowestReason();
    if (reason == NOT_REFUSED) {
      carryOut();
    } else {
      refuse(reason);
    }
    return reason;
  }

  /** Tells why the command is refused. */
  void refuse(RejectReason reason) {
    events.rejected(template, orderId(), account(), reason);
  }

  private RejectReason lowestReason() {
    if ((flags & ~namedFlags) != 0 || hasUnsupportedCode()) {
      return UNSUPPORTED_FIELD;
    }
    if (when == When.LOADED && state.isLoading()) {
      return LOADING;
    }
    if (when == When.LOADING && !state.isLoading()) {
      return NOT_LOADING;
    }
    return refusal();
  }

  final boolean hasFlag(int flag) {
    return (flags & flag) != 0;
  }

  /** Takes the fields of the command at an offset of the window. */
  abstract void decode(Messages window, int at);

  /**
   * Re-values the stale portfolios of the accounts that the command names: the effect of a commit,
   * come late, which stays if the command is refused.
   */
  void revalue() {}

  /** Whether a code, or a combination of them, is not one that the card implements. */
  boolean hasUnsupportedCode() {
    return false;
  }

  /** The lowest reason that applies, of those that are the command's own; else NOT_REFUSED. */
  abstract RejectReason refusal();

  /** Does what the command asks for, and tells it. */
  abstract void carryOut();

  /**
   * The order that a refusal repeats: of a command that names or creates one order of an account.
   */
  long orderId() {
    return 0;
  }

  /** The account that a refusal repeats: of a command that names or creates one order of it. */
  int account() {
    return 0;
  }
}
