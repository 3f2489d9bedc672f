package io.lockstep.host.engine;

import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.CancelReason;

/**
 * The commands that follow from a change of phase, band or window, always in this order: orders are
 * parked; an auction is announced and its pairs cross; orders beyond the band end; the card's band
 * or window moves; orders go into the book; a barrier tells that all is done. Any part but the last
 * may be empty.
 *
 * <p>What is to be done is put together while nothing is in flight, and then given out one command
 * at a time, so that it may be more than the card takes at once. One thread.
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

  private final OrderTable orders;
  private final Calls calls;
  private final Commands commands;
  private final VenueReports venueReports;
  private final OrderEnds ends;
  private final Auction auction;
  private final SlotList parks;
  private final SlotList cancels;
  private final SlotList unparks;
  private final CommandKind parking = new Parking();
  private final CommandKind unparking = new Unparking();
  private final CommandKind announcing = new Announcing();
  private final CommandKind crossing = new Crossing();
  private final CommandKind cancelling = new Cancelling();
  private final CommandKind moving = new Moving();

  private Part part = Part.NONE;
  private int done;
  private RequestKind owner;
  private long clientOrderId;
  private Instrument to;
  private boolean auctioned;
  private boolean bandMoves;
  private boolean windowMoves;

  DrainedWork(
      OrderTable orders,
      Calls calls,
      Commands commands,
      VenueReports venueReports,
      OrderEnds ends) {
    this.orders = orders;
    this.calls = calls;
    this.commands = commands;
    this.venueReports = venueReports;
    this.ends = ends;
    auction = new Auction(orders);
    parks = new SlotList(orders.slots());
    cancels = new SlotList(orders.slots());
    unparks = new SlotList(orders.slots());
  }

  // ------------------------------------------------------------------ stage A: what is to be done

  /**
   * Begins with nothing but the end.
   *
   * @param by its {@link CommandKind#onDone} is called at the end.
   * @param asked client order id of the request.
   * @param becomes the instrument as it will be.
   */
  void begin(RequestKind by, long asked, Instrument becomes) {
    owner = by;
    clientOrderId = asked;
    to = becomes;
    auctioned = false;
    bandMoves = false;
    windowMoves = false;
    parks.clear();
    cancels.clear();
    unparks.clear();
    part = Part.PARK;
    done = 0;
  }

  /** Takes every order out of the book; the worst first, so that the best prices change last. */
  void parkAll() {
    for (int slot = 0; slot < orders.slots(); slot++) {
      if (isOfInstrument(slot) && !orders.isParked(slot)) {
        parks.add(slot, -rank(slot), orders.priority(slot));
      }
    }
    parks.sort();
  }

  /** Holds the auction, and opens the book for what it leaves. */
  void uncross() {
    auctioned = true;
    auction.plan(to, calls, cancels, unparks);
  }

  /** Moves the card's band; whatever rests beyond it ends before. */
  void moveBand() {
    bandMoves = true;
    for (int slot = 0; slot < orders.slots(); slot++) {
      if (isOfInstrument(slot)
          && !orders.isParked(slot)
          && to.isBeyondBand(orders.priceTicks(slot), isBid(slot))) {
        cancels.add(slot, rank(slot), orders.priority(slot));
      }
    }
    cancels.sort();
  }

  /**
   * Moves the card's window.
   *
   * @param withOrders what leaves it is parked before, what enters goes into the book after, by
   *     priority; in a call all are parked, and stay so.
   */
  void moveWindow(boolean withOrders) {
    windowMoves = true;
    for (int slot = 0; slot < orders.slots() && withOrders; slot++) {
      boolean outside =
          isOfInstrument(slot) && to.isBehindWindow(orders.priceTicks(slot), isBid(slot));
      if (outside && !orders.isParked(slot)) {
        parks.add(slot, -rank(slot), orders.priority(slot));
      } else if (isOfInstrument(slot) && !outside && orders.isParked(slot)) {
        unparks.add(slot, rank(slot), orders.priority(slot));
      }
    }
    parks.sort();
    unparks.sort();
  }

  private boolean isOfInstrument(int slot) {
    return orders.isLive(slot) && orders.instrument(slot) == to.id();
  }

  private boolean isBid(int slot) {
    return orders.side(slot) == OrderCodes.BUY;
  }

  /** Lower for better prices of a side. */
  private long rank(int slot) {
    return isBid(slot) ? -(long) orders.priceTicks(slot) : orders.priceTicks(slot);
  }

  // ------------------------------------------------------------------ stage A: command by command

  /** Fills the request with the next command; false: there are no more. */
  boolean next(LogMessage message, Request request) {
    while (part != Part.NONE) {
      if (fill(message, request)) {
        return true;
      }
      part = PARTS[part.ordinal() + 1];
      done = 0;
    }
    return false;
  }

  private boolean fill(LogMessage message, Request request) {
    switch (part) {
      case PARK:
        if (!begin(request, parking, message, parks)) {
          return false;
        }
        commands.park(request, orders.orderId(request.slot));
        return true;
      case ANNOUNCE:
        if (!auctioned || !once(request, announcing, message)) {
          return false;
        }
        commands.barrier(request);
        return true;
      case CROSS:
        return auctioned && auction.next() && cross(message, request);
      case CANCEL:
        if (!begin(request, cancelling, message, cancels)) {
          return false;
        }
        commands.cancel(request, orders.orderId(request.slot));
        return true;
      case MOVE:
        return (bandMoves || windowMoves) && once(request, moving, message) && move(request);
      case UNPARK:
        if (!begin(request, unparking, message, unparks)) {
          return false;
        }
        commands.unpark(request, orders.orderId(request.slot));
        return true;
      default:
        if (!once(request, owner, message)) {
          return false;
        }
        request.clientOrderId = clientOrderId;
        commands.barrier(request);
        return true;
    }
  }

  /** Begins a request of the next order of a list; false: there are no more. */
  private boolean begin(Request request, CommandKind kind, LogMessage message, SlotList list) {
    if (done == list.size()) {
      return false;
    }
    beginOrder(request, kind, message, list.get(done++));
    return true;
  }

  private boolean once(Request request, CommandKind kind, LogMessage message) {
    request.begin(kind, message);
    request.instrumentId = to.id();
    request.instrument = to;
    return done++ == 0;
  }

  private void beginOrder(Request request, CommandKind kind, LogMessage message, int slot) {
    request.begin(kind, message);
    request.slot = slot;
    request.account = orders.account(slot);
    request.instrumentId = to.id();
    request.instrument = to;
  }

  private boolean cross(LogMessage message, Request request) {
    int buyer = auction.buyer();
    int seller = auction.seller();
    beginOrder(request, crossing, message, buyer);
    commands.cross(
        request,
        orders.orderId(buyer),
        orders.orderId(seller),
        seller,
        auction.book().priceTicks(),
        auction.lots());
    return true;
  }

  private boolean move(Request request) {
    if (bandMoves) {
      commands.setBand(request, to.bandLow(), to.bandHigh());
    } else {
      commands.setWindow(request, to.windowBase());
    }
    return true;
  }

  // ------------------------------------------------------------------ stage B

  private final class Parking extends CommandKind {
    @Override
    boolean onDone(Request request, DoneDecoder event) {
      orders.park(request.slot, true);
      return true;
    }
  }

  private final class Unparking extends CommandKind {
    @Override
    boolean onDone(Request request, DoneDecoder event) {
      orders.park(request.slot, false);
      return true;
    }
  }

  private final class Announcing extends CommandKind {
    @Override
    boolean onDone(Request request, DoneDecoder event) {
      calls.close(request.instrumentId);
      venueReports.auctionResult(request, request.instrumentId, auction.trades(), auction.book());
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

  private static final class Moving extends CommandKind {
    @Override
    boolean onDone(Request request, DoneDecoder event) {
      return true;
    }
  }
}
