package io.lockstep.sim.model;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.AuditPositionDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.OrderPlace;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Events as short lines for tests. Quantity at price is {@code 5@100}, taker with maker {@code
 * 2x1}, what the taker and the maker pay {@code fees 3/2}.
 */
final class EventText {
  private EventText() {}

  static long sequence(DirectBuffer event, int offset) {
    return event.getInt(offset + DoneDecoder.sequenceEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
  }

  static String of(DirectBuffer event, int at) {
    int template = new EventHeaderDecoder().wrap(event, at).templateId();
    return switch (template) {
      case AcceptedDecoder.TEMPLATE_ID -> accepted(new AcceptedDecoder().wrap(event, at, 64, 1));
      case RejectedDecoder.TEMPLATE_ID -> rejected(new RejectedDecoder().wrap(event, at, 64, 1));
      case TradeDecoder.TEMPLATE_ID -> trade(new TradeDecoder().wrap(event, at, 64, 1));
      case CancelledDecoder.TEMPLATE_ID -> cancelled(new CancelledDecoder().wrap(event, at, 64, 1));
      case ReplacedDecoder.TEMPLATE_ID -> replaced(new ReplacedDecoder().wrap(event, at, 64, 1));
      case TopOfBookDecoder.TEMPLATE_ID -> top(new TopOfBookDecoder().wrap(event, at, 64, 1));
      case DoneDecoder.TEMPLATE_ID -> done(new DoneDecoder().wrap(event, at, 64, 1));
      case AuditInstrumentDecoder.TEMPLATE_ID ->
          instrument(new AuditInstrumentDecoder().wrap(event, at, 64, 1));
      case AuditOrderDecoder.TEMPLATE_ID -> order(new AuditOrderDecoder().wrap(event, at, 64, 1));
      case AuditPositionDecoder.TEMPLATE_ID ->
          position(new AuditPositionDecoder().wrap(event, at, 64, 1));
      case AuditAccountDecoder.TEMPLATE_ID ->
          account(new AuditAccountDecoder().wrap(event, at, 64, 1));
      default -> MarginEventText.of(template, event, at);
    };
  }

  private static String accepted(AcceptedDecoder event) {
    return "accepted " + event.orderId() + reserve(event.reserve());
  }

  /** What a lot reserves, where it does. */
  private static String reserve(long reserve) {
    return reserve == 0 ? "" : " r " + reserve;
  }

  private static String rejected(RejectedDecoder event) {
    return "rejected " + event.orderId() + " " + event.reason();
  }

  private static String trade(TradeDecoder event) {
    String trade =
        "trade %dx%d %d@%d"
            .formatted(event.takerId(), event.makerId(), event.quantity(), event.price());
    boolean free = event.takerFee() == 0 && event.makerFee() == 0;
    return free ? trade : trade + " fees " + event.takerFee() + "/" + event.makerFee();
  }

  private static String cancelled(CancelledDecoder event) {
    return "cancelled %d %d %s".formatted(event.orderId(), event.quantity(), event.reason());
  }

  private static String replaced(ReplacedDecoder event) {
    return "replaced %d %d@%d %s"
            .formatted(event.orderId(), event.total(), event.price(), event.place())
        + reserve(event.reserve());
  }

  private static String top(TopOfBookDecoder event) {
    return "top %s | %s"
        .formatted(
            level(event.bidQuantity(), event.bidPrice()),
            level(event.askQuantity(), event.askPrice()));
  }

  private static String level(long quantity, int price) {
    if (quantity == 0) {
      return price == Integer.MIN_VALUE ? "-" : "0@" + price;
    }
    return quantity + "@" + price;
  }

  private static String done(DoneDecoder event) {
    return event.lines() == 0
        ? "done " + event.commandTemplate()
        : "done " + event.commandTemplate() + " " + event.lines();
  }

  private static String instrument(AuditInstrumentDecoder event) {
    return "instrument %d base %d band %d..%d max %d@%d orders %d"
        .formatted(
            event.instrument(),
            event.windowBase(),
            event.bandLow(),
            event.bandHigh(),
            event.maxQuantity(),
            event.maxPrice(),
            event.orders());
  }

  private static String order(AuditOrderDecoder event) {
    return "order %d of %d instrument %d %s %d@%d filled %d %s"
            .formatted(
                event.orderId(),
                event.account(),
                event.instrument(),
                event.side(),
                event.total(),
                event.price(),
                event.filled(),
                event.place() == OrderPlace.PARKED ? "parked" : "rank " + event.rank())
        + (event.selfTradeGroup() == 0 ? "" : " group " + event.selfTradeGroup());
  }

  private static String position(AuditPositionDecoder event) {
    return "position of %d in %d: %d, bids %d, asks %d"
        .formatted(
            event.account(),
            event.instrument(),
            event.position(),
            event.openBids(),
            event.openAsks());
  }

  private static String account(AuditAccountDecoder event) {
    return "account %d group %d".formatted(event.account(), event.selfTradeGroup());
  }
}
