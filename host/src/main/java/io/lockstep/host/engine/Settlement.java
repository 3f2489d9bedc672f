package io.lockstep.host.engine;

import io.lockstep.host.RefusalCounters;
import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.schema.client.ReactionKind;
import org.agrona.DirectBuffer;

/**
 * Stage B: pairs the card's events with their requests, whose kinds say what they mean. It applies
 * the events of a request only when the last one is there, one event at a time while the output has
 * room.
 */
final class Settlement {
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final AcceptedDecoder accepted = new AcceptedDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private final ReplacedDecoder replaced = new ReplacedDecoder();
  private final TopOfBookDecoder topOfBook = new TopOfBookDecoder();
  private final DoneDecoder done = new DoneDecoder();
  private final EventBuffer events;
  private final RequestQueue queue;
  private final Positions positions;
  private final Instruments instruments;
  private final OrderTable orders;
  private final Calls calls;
  private final PendingReactions reactions;
  private final ReportStream stream;
  private final BookReports book;
  private final TradeReports tradeReports;
  private final VenueReports venueReports;
  private final MarginSettlement margin;
  private final RefusalCounters refusals;

  /** All answers to the oldest request were applied; what follows from it is not yet reported. */
  private boolean answered;

  Settlement(
      EventBuffer events,
      RequestQueue queue,
      LogState state,
      OrderTable orders,
      Calls calls,
      PendingReactions reactions,
      ReportStream stream,
      BookReports book,
      MarginSettlement margin,
      RefusalCounters refusals) {
    this.events = events;
    this.queue = queue;
    this.positions = state.positions();
    this.instruments = state.instruments();
    this.orders = orders;
    this.calls = calls;
    this.reactions = reactions;
    this.stream = stream;
    this.book = book;
    this.margin = margin;
    this.refusals = refusals;
    tradeReports = new TradeReports(stream, orders, state.instruments());
    venueReports = new VenueReports(stream, state.instruments());
  }

  /**
   * Settles what can be settled.
   *
   * @return events and refusals settled.
   */
  int settle() {
    int settled = 0;
    while (stream.hasRoom()) {
      Request request = queue.oldest();
      if (request == null) {
        break;
      }
      if (answered && calls.hasChanged()) {
        calls.report(request, venueReports);
      } else if (answered) {
        queue.pop();
        answered = false;
      } else if (request.refusal != 0) {
        refuse(request, request.refusal);
        answered = true;
      } else if (events.hasComplete()) {
        settleEvent(request);
      } else {
        break;
      }
      settled++;
    }
    return settled;
  }

  /** True when all that the card has answered is applied, and what followed is reported. */
  boolean isDone() {
    return !answered && !events.hasComplete();
  }

  private void settleEvent(Request request) {
    DirectBuffer buffer = events.buffer();
    int offset = events.offset();
    boolean last = header.wrap(buffer, offset).flags().last();
    if (!apply(request, header.templateId(), buffer, offset)) {
      return;
    }
    events.pop(last);
    if (last) {
      book.matched(request);
      request.kind.onLast(request);
      margin.onLast(request);
      answered = true;
    }
  }

  /** Applies an event; false when there is more to report of it. */
  private boolean apply(Request request, int template, DirectBuffer buffer, int offset) {
    switch (template) {
      case AcceptedDecoder.TEMPLATE_ID:
        accepted.wrap(buffer, offset, AcceptedDecoder.BLOCK_LENGTH, AcceptedDecoder.SCHEMA_VERSION);
        request.kind.onAccepted(request, accepted);
        return true;
      case ReplacedDecoder.TEMPLATE_ID:
        replaced.wrap(buffer, offset, ReplacedDecoder.BLOCK_LENGTH, ReplacedDecoder.SCHEMA_VERSION);
        request.kind.onReplaced(request, replaced);
        return true;
      case TradeDecoder.TEMPLATE_ID:
        trade.wrap(buffer, offset, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
        onTrade(request);
        return true;
      case CancelledDecoder.TEMPLATE_ID:
        cancelled.wrap(
            buffer, offset, CancelledDecoder.BLOCK_LENGTH, CancelledDecoder.SCHEMA_VERSION);
        request.kind.onCancelled(request, cancelled);
        return true;
      case TopOfBookDecoder.TEMPLATE_ID:
        topOfBook.wrap(
            buffer, offset, TopOfBookDecoder.BLOCK_LENGTH, TopOfBookDecoder.SCHEMA_VERSION);
        book.matched(request);
        venueReports.topOfBook(request, topOfBook);
        return true;
      case RejectedDecoder.TEMPLATE_ID:
        rejected.wrap(buffer, offset, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
        refuse(request, rejected.reasonRaw());
        return true;
      case DoneDecoder.TEMPLATE_ID:
        done.wrap(buffer, offset, DoneDecoder.BLOCK_LENGTH, DoneDecoder.SCHEMA_VERSION);
        return request.kind.onDone(request, done);
      default:
        if (!margin.apply(request, template, buffer, offset)) {
          throw new IllegalStateException(
              "engine stopped: the card sent an event with template " + template);
        }
        return true;
    }
  }

  private void refuse(Request request, int reason) {
    refusals.count(reason);
    request.kind.onRefused(request, reason);
  }

  private void onTrade(Request request) {
    int taker = request.slot;
    int maker = (int) trade.makerSlot();
    Invariant.check(
        orders.orderId(taker) == trade.takerId(), "a trade's taker is the order at hand");
    Invariant.check(orders.orderId(maker) == trade.makerId(), "a trade's maker has the named slot");
    int lots = (int) trade.quantity();
    int takerOpenLots = orders.fill(taker, lots);
    int makerOpenLots = orders.fill(maker, lots);
    positions.add(orders.position(taker), orders.isBid(taker) ? lots : -lots);
    positions.add(orders.position(maker), orders.isBid(maker) ? lots : -lots);
    margin.onTrade(trade, taker, maker);
    int instrument = orders.instrument(taker);
    calls.traded(instrument, trade.price());
    if (!request.kind.isAuction() && instruments.get(instrument).breaksAt(trade.price())) {
      reactions.ask(ReactionKind.BREAKER, instrument);
    }
    tradeReports.trade(request, trade, taker, maker);
    if (takerOpenLots == 0) {
      orders.close(taker);
    }
    if (makerOpenLots == 0) {
      orders.close(maker);
    }
  }
}
