package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Watches commands and their events, and checks what is true of every exchange. It keeps the
 * resting orders as one list in order of arrival and looks through all of it each time: as plain as
 * can be.
 */
final class PlainBook {
  private record Band(int low, int high) {}

  private static final class Order {
    final int instrument;
    final long id;
    final int slot;
    final boolean isBid;
    final int price;
    final long quantity;
    long open;

    Order(NewDecoder entered) {
      instrument = entered.instrument();
      id = entered.header().logSequence();
      slot = (int) entered.slot();
      isBid = entered.side() == Side.BUY;
      price = entered.price();
      quantity = entered.quantity();
      open = quantity;
    }

    boolean accepts(int makersPrice) {
      return isBid ? makersPrice <= price : makersPrice >= price;
    }

    boolean isBetterThan(Order other) {
      return isBid ? price > other.price : price < other.price;
    }
  }

  private final List<Order> resting = new ArrayList<>();
  private final Map<Integer, Band> bands = new HashMap<>();
  private final NewDecoder entered = new NewDecoder();
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private final TopOfBookDecoder top = new TopOfBookDecoder();
  private long trades;

  long trades() {
    return trades;
  }

  /** Checks one command's events. */
  void check(UnsafeBuffer command, List<UnsafeBuffer> events) {
    int template = new CommandHeaderDecoder().wrap(command, 0).templateId();
    int first = templateOf(events.get(0));
    if (template == NewDecoder.TEMPLATE_ID && first == AcceptedDecoder.TEMPLATE_ID) {
      checkNew(command, events);
    } else if (template == CancelDecoder.TEMPLATE_ID && first == CancelledDecoder.TEMPLATE_ID) {
      checkCancel(command, events.get(0));
    } else if (first == DoneDecoder.TEMPLATE_ID) {
      learnBand(template, command);
    }
    for (UnsafeBuffer event : events) {
      checkTop(event);
    }
  }

  private int templateOf(UnsafeBuffer event) {
    return header.wrap(event, 0).templateId();
  }

  private void checkNew(UnsafeBuffer command, List<UnsafeBuffer> events) {
    entered.wrap(command, 0, 64, 1);
    Order taker = new Order(entered);
    boolean ended = false;
    for (UnsafeBuffer event : events) {
      switch (templateOf(event)) {
        case TradeDecoder.TEMPLATE_ID -> {
          assertFalse(ended, "a trade after the rest was cancelled");
          checkTrade(taker, event);
        }
        case CancelledDecoder.TEMPLATE_ID -> {
          cancelled.wrap(event, 0, 64, 1);
          assertEquals(taker.open, cancelled.quantity(), "lots not traded are cancelled");
          ended = true;
        }
        default -> {}
      }
    }
    boolean mayGoOn = taker.open > 0 && !ended;
    if (mayGoOn) {
      Band band = bands.get(taker.instrument);
      assertEquals(TimeInForce.GTC, entered.timeInForce(), "only a GTC rests");
      assertTrue(
          taker.isBid ? taker.price <= band.high : taker.price >= band.low,
          "rests beyond the band");
      assertTrue(bestMaker(taker).isEmpty(), "rests though it could trade");
      resting.add(taker);
    }
  }

  private void checkTrade(Order taker, UnsafeBuffer event) {
    trades++;
    trade.wrap(event, 0, 64, 1);
    Order maker = bestMaker(taker).orElseThrow(() -> new AssertionError("no maker in reach"));
    assertEquals(taker.id, trade.takerId());
    assertEquals(maker.id, trade.makerId(), "best price first, then the longest there");
    assertEquals(maker.slot, trade.makerSlot());
    assertEquals(maker.price, trade.price());
    assertEquals(Math.min(taker.open, maker.open), trade.quantity());
    taker.open -= trade.quantity();
    maker.open -= trade.quantity();
    if (maker.open == 0) {
      resting.remove(maker);
    }
  }

  /** The order that a taker meets next, within its limit and the band. */
  private Optional<Order> bestMaker(Order taker) {
    Band band = bands.get(taker.instrument);
    Order best = null;
    for (Order order : resting) {
      boolean inReach =
          order.instrument == taker.instrument
              && order.isBid != taker.isBid
              && taker.accepts(order.price)
              && band.low <= order.price
              && order.price <= band.high;
      if (inReach && (best == null || order.isBetterThan(best))) {
        best = order;
      }
    }
    return Optional.ofNullable(best);
  }

  private void checkCancel(UnsafeBuffer command, UnsafeBuffer event) {
    CancelDecoder cancel = new CancelDecoder().wrap(command, 0, 64, 1);
    cancelled.wrap(event, 0, 64, 1);
    Order order =
        resting.stream()
            .filter(each -> each.id == cancel.orderId() && each.slot == (int) cancel.slot())
            .findFirst()
            .orElseThrow(() -> new AssertionError("cancelled an order that does not rest"));
    assertEquals(order.open, cancelled.quantity());
    resting.remove(order);
  }

  private void learnBand(int template, UnsafeBuffer command) {
    if (template == SetInstrumentDecoder.TEMPLATE_ID) {
      SetInstrumentDecoder set = new SetInstrumentDecoder().wrap(command, 0, 64, 1);
      bands.put(set.instrument(), new Band(set.bandLow(), set.bandHigh()));
    } else if (template == SetBandDecoder.TEMPLATE_ID) {
      SetBandDecoder set = new SetBandDecoder().wrap(command, 0, 64, 1);
      bands.put(set.instrument(), new Band(set.low(), set.high()));
    }
  }

  private void checkTop(UnsafeBuffer event) {
    if (templateOf(event) == TopOfBookDecoder.TEMPLATE_ID) {
      top.wrap(event, 0, 64, 1);
      boolean twoSided = top.bidQuantity() > 0 && top.askQuantity() > 0;
      assertTrue(!twoSided || top.bidPrice() < top.askPrice(), "crossed");
      assertEquals(openAt(true, top.bidPrice()), top.bidQuantity());
      assertEquals(openAt(false, top.askPrice()), top.askQuantity());
    }
  }

  private long openAt(boolean bids, int price) {
    return resting.stream()
        .filter(each -> each.instrument == top.instrument())
        .filter(each -> each.isBid == bids && each.price == price)
        .mapToLong(each -> each.open)
        .sum();
  }

  /** Checks the order lines of an audit: the same orders, with what each has filled. */
  void checkAudit(List<UnsafeBuffer> events) {
    List<String> lines =
        events.stream()
            .filter(event -> templateOf(event) == AuditOrderDecoder.TEMPLATE_ID)
            .map(event -> line(new AuditOrderDecoder().wrap(event, 0, 64, 1)))
            .sorted()
            .toList();
    assertEquals(resting.stream().map(PlainBook::line).sorted().toList(), lines);
  }

  private static String line(AuditOrderDecoder order) {
    return "%d: %d of %d".formatted(order.orderId(), order.filled(), order.total());
  }

  private static String line(Order order) {
    return "%d: %d of %d".formatted(order.id, order.quantity - order.open, order.quantity);
  }
}
