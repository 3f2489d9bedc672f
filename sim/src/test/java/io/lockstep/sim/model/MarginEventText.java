package io.lockstep.sim.model;

import io.lockstep.schema.card.AuditGroupDecoder;
import io.lockstep.schema.card.AuditLanesDecoder;
import io.lockstep.schema.card.AuditPortfolioDecoder;
import io.lockstep.schema.card.AuditTermsDecoder;
import io.lockstep.schema.card.GroupCommittedDecoder;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.card.ReservedDecoder;
import io.lockstep.schema.card.SweepDoneDecoder;
import org.agrona.DirectBuffer;

/** Events that only a card with margin tells, as short lines for tests. */
final class MarginEventText {
  private MarginEventText() {}

  static String of(int template, DirectBuffer event, int at) {
    return switch (template) {
      case MarginStatusDecoder.TEMPLATE_ID ->
          status(new MarginStatusDecoder().wrap(event, at, 64, 1));
      case ReservedDecoder.TEMPLATE_ID -> reserved(new ReservedDecoder().wrap(event, at, 64, 1));
      case GroupCommittedDecoder.TEMPLATE_ID ->
          committed(new GroupCommittedDecoder().wrap(event, at, 64, 1));
      case SweepDoneDecoder.TEMPLATE_ID ->
          "swept " + new SweepDoneDecoder().wrap(event, at, 64, 1).revalued();
      case AuditTermsDecoder.TEMPLATE_ID -> terms(new AuditTermsDecoder().wrap(event, at, 64, 1));
      case AuditPortfolioDecoder.TEMPLATE_ID ->
          portfolio(new AuditPortfolioDecoder().wrap(event, at, 64, 1));
      case AuditLanesDecoder.TEMPLATE_ID -> lanes(new AuditLanesDecoder().wrap(event, at, 64, 1));
      case AuditGroupDecoder.TEMPLATE_ID -> group(new AuditGroupDecoder().wrap(event, at, 64, 1));
      default -> "template " + template;
    };
  }

  private static String status(MarginStatusDecoder event) {
    return "status of " + event.account() + " " + event.status();
  }

  private static String reserved(ReservedDecoder event) {
    return "reserved %d of %d: %d".formatted(event.orderId(), event.account(), event.reserve());
  }

  private static String committed(GroupCommittedDecoder event) {
    return "committed %d epoch %d, %d stale".formatted(event.group(), event.epoch(), event.stale());
  }

  private static String terms(AuditTermsDecoder line) {
    return "terms of %d: group %d multiplier %d close band %d worst fee %d limit %d %s"
        .formatted(
            line.instrument(),
            line.group(),
            line.multiplier(),
            line.closeBand(),
            line.worstFee(),
            line.positionLimit(),
            line.valued() == 1 ? "mark " + line.mark() : "not valued");
  }

  private static String portfolio(AuditPortfolioDecoder line) {
    return "portfolio of %d in %d: IM %d MM %d value %d add-on %d%s"
        .formatted(
            line.account(),
            line.group(),
            line.initialMargin(),
            line.maintenanceMargin(),
            line.value(),
            line.addOn(),
            line.older() == 1 ? " older" : "");
  }

  private static String lanes(AuditLanesDecoder line) {
    return "lanes %d of %d in %d: V %d W %d, V %d W %d"
        .formatted(
            line.scenario(),
            line.account(),
            line.group(),
            line.positions0(),
            line.worst0(),
            line.positions1(),
            line.worst1());
  }

  private static String group(AuditGroupDecoder line) {
    return "group %d epoch %d, %d stale, factors %d %d"
        .formatted(
            line.group(),
            line.epoch(),
            line.stale(),
            line.initialFactor(),
            line.maintenanceFactor());
  }
}
