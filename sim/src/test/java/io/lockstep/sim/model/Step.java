package io.lockstep.sim.model;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TradeDecoder;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;

/** One command: what the card held before and after, and what it answered. */
record Step(AuditView before, UnsafeBuffer command, List<UnsafeBuffer> events, AuditView after) {
  /** The order that came in by the command, as it came in. */
  record Taker(long id, long account, long group, int instrument, boolean isBid, int limit) {
    boolean isOfOwner(AuditView.Order other) {
      return account == other.account() || (group != 0 && group == other.group());
    }
  }

  /** An order's open lots as the command gave them, before it traded. */
  record Incoming(long id, long lots) {}

  int template() {
    return new EventHeaderDecoder().wrap(command, 0).templateId();
  }

  boolean isRefused() {
    return isA(events.get(0), RejectedDecoder.TEMPLATE_ID);
  }

  /** Why the command was refused. */
  RejectReason reason() {
    return new RejectedDecoder().wrap(events.get(0), 0, 64, 1).reason();
  }

  private static boolean isA(UnsafeBuffer event, int template) {
    return new EventHeaderDecoder().wrap(event, 0).templateId() == template;
  }

  List<TradeDecoder> trades() {
    return events.stream()
        .filter(event -> isA(event, TradeDecoder.TEMPLATE_ID))
        .map(event -> new TradeDecoder().wrap(event, 0, 64, 1))
        .toList();
  }

  List<CancelledDecoder> cancels() {
    return events.stream()
        .filter(event -> isA(event, CancelledDecoder.TEMPLATE_ID))
        .map(event -> new CancelledDecoder().wrap(event, 0, 64, 1))
        .toList();
  }

  /** The order that may have matched: of an accepted new or a replace; else empty. */
  Optional<Taker> taker() {
    UnsafeBuffer first = events.get(0);
    if (isA(first, AcceptedDecoder.TEMPLATE_ID)) {
      NewDecoder order = new NewDecoder().wrap(command, 0, 64, 1);
      return Optional.of(
          new Taker(
              order.header().logSequence(),
              order.account(),
              before.groups.get(order.account()),
              order.instrument(),
              order.side() == Side.BUY,
              order.price()));
    }
    if (isA(first, ReplacedDecoder.TEMPLATE_ID)) {
      ReplaceDecoder replace = new ReplaceDecoder().wrap(command, 0, 64, 1);
      AuditView.Order old = before.order(replace.orderId()).orElseThrow();
      return Optional.of(
          new Taker(
              old.id(),
              old.account(),
              old.group(),
              old.instrument(),
              old.isBid(),
              replace.price()));
    }
    return Optional.empty();
  }

  /**
   * Lots that came in by an accepted new or a replace: those that were open before anything else.
   */
  Optional<Incoming> incoming() {
    UnsafeBuffer first = events.get(0);
    if (isA(first, AcceptedDecoder.TEMPLATE_ID)) {
      AcceptedDecoder accepted = new AcceptedDecoder().wrap(first, 0, 64, 1);
      return Optional.of(new Incoming(accepted.orderId(), accepted.quantity()));
    }
    if (isA(first, ReplacedDecoder.TEMPLATE_ID)) {
      ReplaceDecoder replace = new ReplaceDecoder().wrap(command, 0, 64, 1);
      AuditView.Order old = before.order(replace.orderId()).orElseThrow();
      return Optional.of(new Incoming(old.id(), replace.total() - old.filled()));
    }
    return Optional.empty();
  }

  /** Lots that an order traded in this command. */
  long traded(long id) {
    return trades().stream()
        .filter(trade -> trade.takerId() == id || trade.makerId() == id)
        .mapToLong(TradeDecoder::quantity)
        .sum();
  }
}
