package io.lockstep.host.engine;

import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.CancelReason;

/**
 * Gives out the commands of a plan one at a time, since there may be more than the card takes at
 * once, always in this order: orders are parked; an auction is announced and its pairs cross;
 * orders beyond the band end; the card's band or window moves; orders go into the book; a barrier
 * tells that all is done. Any part but the last may be empty. One thread.
 */
final class DrainedWork {
  private enum Part {
    PARK,
    ANNOUNCE,
    CROSS,
    CANCEL,
    MOVE,
    UNPARK,
    END,
    NONE
  }

  private static final Part[] PARTS = Part.values();

  private final Instruments instruments;
  private final OrderTable orders;
  private final Calls calls;
  private final Commands commands;
  private final VenueReports venueReports;
  private final OrderEnds ends;
  private final BookReports book;
  private final DrainedPlan plan;
  private final CommandKind parking = new Parking();
  private final CommandKind unparking = new Unparking();
  private final CommandKind announcing = new Announcing();
  private final CommandKind crossing = new Crossing();
  private final CommandKind cancelling = new Cancelling();
  private final CommandKind moving = new Moving();

  private Part part = Part.NONE;

  /** Commands of the part at hand that were given out. */
  private int given;

  private RequestKind owner;
  private long clientOrderId;

  DrainedWork(
      Instruments instruments,
      OrderTable orders,
      Calls calls,
      Commands commands,
      VenueReports venueReports,
      OrderEnds ends,
      BookReports book) {
    this.instruments = instruments;
    this.orders = orders;
    this.calls = calls;
    this.commands = commands;
    this.venueReports = venueReports;
    this.ends = ends;
    this.book = book;
    plan = new DrainedPlan(orders, calls);
  }

  /**
   * Begins with an empty plan, to be filled before the first command is asked for.
   *
   * @param by its {@link CommandKind#onDone} is called at the end.
   * @param asked client order id of the request.
   * @param becomes the instrument as it will be.
   */
  DrainedPlan begin(RequestKind by, long asked, Instrument becomes) {
    owner = by;
    clientOrderId = asked;
    part = Part.PARK;
    given = 0;
    plan.begin(becomes);
    return plan;
  }

  // ------------------------------------------------------------------ stage A

  /** Fills the request with the next command; false: there are no more. */
  boolean next(LogMessage message, Request request) {
    while (part != Part.NONE) {
      if (fill(message, request)) {
        given++;
        return true;
      }
      part = PARTS[part.ordinal() + 1];
      given = 0;
    }
    return false;
  }

  /** Fills the request with the next command of the part at hand; false: it has no more. */
  private boolean fill(LogMessage message, Request request) {
    return switch (part) {
      case PARK -> parkNext(message, request);
      case ANNOUNCE -> plan.hasAuction() && given == 0 && announce(message, request);
      case CROSS -> plan.hasAuction() && plan.auction().next() && cross(message, request);
      case CANCEL -> cancelNext(message, request);
      case MOVE -> given == 0 && move(message, request);
      case UNPARK -> unparkNext(message, request);
      default -> given == 0 && end(message, request);
    };
  }

  private boolean parkNext(LogMessage message, Request request) {
    if (given == plan.parks().size()) {
      return false;
    }
    ofOrder(request, parking, message, plan.parks().get(given));
    commands.park(request, orders.orderId(request.slot));
    return true;
  }

  private boolean announce(LogMessage message, Request request) {
    ofInstrument(request, announcing, message);
    commands.barrier(request);
    return true;
  }

  private boolean cross(LogMessage message, Request request) {
    Auction auction = plan.auction();
    int seller = auction.seller();
    ofOrder(request, crossing, message, auction.buyer());
    commands.cross(
        request,
        orders.orderId(request.slot),
        orders.orderId(seller),
        seller,
        auction.book().priceTicks(),
        auction.lots());
    return true;
  }

  private boolean cancelNext(LogMessage message, Request request) {
    if (given == plan.cancels().size()) {
      return false;
    }
    ofOrder(request, cancelling, message, plan.cancels().get(given));
    commands.cancel(request, orders.orderId(request.slot));
    return true;
  }

  private boolean move(LogMessage message, Request request) {
    ofInstrument(request, moving, message);
    if (plan.movesBand()) {
      commands.setBand(request, plan.to().bandLow(), plan.to().bandHigh());
    } else if (plan.movesWindow()) {
      commands.setWindow(request, plan.to().windowBase());
    }
    return plan.movesBand() || plan.movesWindow();
  }

  private boolean unparkNext(LogMessage message, Request request) {
    if (given == plan.unparks().size()) {
      return false;
    }
    ofOrder(request, unparking, message, plan.unparks().get(given));
    commands.unpark(request, orders.orderId(request.slot));
    return true;
  }

  private boolean end(LogMessage message, Request request) {
    ofInstrument(request, owner, message);
    request.clientOrderId = clientOrderId;
    commands.barrier(request);
    return true;
  }

  private void ofOrder(Request request, CommandKind kind, LogMessage message, int slot) {
    ofInstrument(request, kind, message);
    request.slot = slot;
    request.account = orders.account(slot);
  }

  private void ofInstrument(Request request, CommandKind kind, LogMessage message) {
    request.begin(kind, message);
    request.instrument = plan.to();
    request.instrumentId = plan.to().id();
  }

  // ------------------------------------------------------------------ stage B

  private final class Parking extends CommandKind {
    @Override
    boolean onDone(Request request, DoneDecoder done) {
      book.left(request, request.slot);
      orders.park(request.slot, true);
      return true;
    }
  }

  private final class Unparking extends CommandKind {
    @Override
    boolean onDone(Request request, DoneDecoder done) {
      orders.park(request.slot, false);
      return true;
    }
  }

  private final class Announcing extends CommandKind {
    @Override
    boolean onDone(Request request, DoneDecoder done) {
      Auction auction = plan.auction();
      calls.close(request.instrumentId);
      venueReports.auctionResult(request, auction.trades(), auction.book());
      return true;
    }
  }

  private static final class Crossing extends CommandKind {
    @Override
    boolean isAuction() {
      return true;
    }
  }

  private final class Cancelling extends CommandKind {
    @Override
    void onCancelled(Request request, CancelledDecoder cancelled) {
      ends.unasked(request, cancelled, CancelReason.BAND);
    }
  }

  private final class Moving extends CommandKind {
    @Override
    boolean onDone(Request request, DoneDecoder done) {
      instruments.settle(request.instrumentId);
      return true;
    }
  }
}
