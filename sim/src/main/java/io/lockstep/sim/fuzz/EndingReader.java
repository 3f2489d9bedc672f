package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.KeptPlace;
import io.lockstep.schema.card.MassCancelDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.TimeInForce;
import org.agrona.DirectBuffer;

/** Tells from a command's events how it ended; reads each after {@link Knowledge} learnt of it. */
final class EndingReader {
  private final Knowledge knowledge;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private final ReplacedDecoder replaced = new ReplacedDecoder();
  private final ReplaceDecoder replace = new ReplaceDecoder();
  private final NewDecoder order = new NewDecoder();
  private final DoneDecoder done = new DoneDecoder();
  private CancelReason ownReason = CancelReason.NULL_VAL;
  private boolean wasReplaced;
  private boolean kept;
  private boolean acceptedInBreach;

  EndingReader(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Reads an event of the oldest command. */
  void onEvent(DirectBuffer event, int offset) {
    switch (header.wrap(event, offset).templateId()) {
      case CancelledDecoder.TEMPLATE_ID -> {
        cancelled.wrap(
            event, offset, CancelledDecoder.BLOCK_LENGTH, CancelledDecoder.SCHEMA_VERSION);
        if (cancelled.orderId() == ownId()) {
          ownReason = cancelled.reason();
        }
      }
      case ReplacedDecoder.TEMPLATE_ID -> {
        replaced.wrap(event, offset, ReplacedDecoder.BLOCK_LENGTH, ReplacedDecoder.SCHEMA_VERSION);
        wasReplaced = true;
        kept = replaced.place() == KeptPlace.KEPT;
      }
      case AcceptedDecoder.TEMPLATE_ID -> {
        readOrder();
        acceptedInBreach =
            knowledge.hasMargin()
                && knowledge.accounts.isKnown((int) order.account())
                && knowledge.margin.money.status((int) order.account()) > 0;
      }
      case DoneDecoder.TEMPLATE_ID ->
          done.wrap(event, offset, DoneDecoder.BLOCK_LENGTH, DoneDecoder.SCHEMA_VERSION);
      default -> {}
    }
  }

  /** How the oldest command ended, which was carried out; forgets its events. */
  Ending end() {
    Ending ending =
        switch (knowledge.templateOfOldest()) {
          case NewDecoder.TEMPLATE_ID -> ofNew();
          case ReplaceDecoder.TEMPLATE_ID -> ofReplace();
          case MassCancelDecoder.TEMPLATE_ID ->
              done.lines() == 0 ? Ending.NONE_FITS : Ending.SOME_FIT;
          default -> Ending.DONE;
        };
    ownReason = CancelReason.NULL_VAL;
    wasReplaced = false;
    kept = false;
    acceptedInBreach = false;
    return ending;
  }

  private Ending ofReplace() {
    if (!wasReplaced) {
      return Ending.ENDED;
    }
    return kept ? Ending.KEPT_PLACE : ofOrder();
  }

  private Ending ofOrder() {
    int slot = knowledge.orders.slotOf(ownId());
    if (slot >= 0) {
      return knowledge.orders.isParked(slot) ? Ending.PARKED : Ending.RESTS;
    }
    return switch (ownReason) {
      case IMMEDIATE_OR_CANCEL -> Ending.IMMEDIATE_OR_CANCEL;
      case BAND -> Ending.BAND;
      case SELF_TRADE -> Ending.SELF_TRADE;
      default -> isFillOrKill() ? Ending.FILLED_OR_KILLED : Ending.FILLED;
    };
  }

  private Ending ofNew() {
    readOrder();
    if (order.header().flags().dryRun()) {
      return Ending.DRY_RUN;
    }
    if (order.header().flags().system()) {
      return Ending.SYSTEM;
    }
    return acceptedInBreach ? Ending.REDUCED : ofOrder();
  }

  private void readOrder() {
    order.wrap(
        knowledge.commands(),
        knowledge.oldest(),
        NewDecoder.BLOCK_LENGTH,
        NewDecoder.SCHEMA_VERSION);
  }

  private boolean isFillOrKill() {
    readOrder();
    return knowledge.templateOfOldest() == NewDecoder.TEMPLATE_ID
        && order.timeInForceRaw() == TimeInForce.FOK.value();
  }

  /** The id of the order that the oldest command creates or replaces. */
  private long ownId() {
    if (knowledge.templateOfOldest() == ReplaceDecoder.TEMPLATE_ID) {
      replace.wrap(
          knowledge.commands(),
          knowledge.oldest(),
          ReplaceDecoder.BLOCK_LENGTH,
          ReplaceDecoder.SCHEMA_VERSION);
      return replace.orderId();
    }
    return knowledge.idOfOldest();
  }
}
