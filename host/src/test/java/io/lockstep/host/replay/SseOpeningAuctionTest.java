package io.lockstep.host.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.auction.CallBook;
import io.lockstep.host.auction.Pairing;
import io.lockstep.host.auction.PriceTimeList;
import io.lockstep.host.cli.MarketData;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The opening auctions of real days by the pure rule: what the orders of the call say must be what
 * the exchange printed, price, volume, and the quantity of every order. The closing auctions need a
 * day's trading before them; {@code replay} compares these.
 */
class SseOpeningAuctionTest {
  @ParameterizedTest
  @CsvSource({"600536, 5121, 61090", "601825, 548, 2800", "605580, 1456, 197700"})
  void comesOutAsTheExchangePrintedIt(String stock, int price, long volume) {
    Path folder = MarketData.sseFolder().getParent();
    SseDay day =
        SseDay.read(
            SseDay.findStock(stock, "inbound", folder), SseDay.findStock(stock, "fills", folder));
    Map<Long, SseCommand> orders = new LinkedHashMap<>();
    for (SseCommand command : day.commands()) {
      if (command.phase() == SsePhase.OPENING_AUCTION) {
        if (command.kind() == SseCommand.Kind.CANCEL) {
          orders.remove(command.orderId());
        } else {
          orders.put(command.orderId(), command);
        }
      }
    }

    CallBook book = new CallBook(1 << 14);
    book.clear(1, 1 << 14);
    PriceTimeList bids = new PriceTimeList(true, orders.size());
    PriceTimeList asks = new PriceTimeList(false, orders.size());
    for (SseCommand order : orders.values()) {
      int limit = (int) order.priceMilliCny() / ReplayPlan.TICK_MILLI_CNY;
      book.add(order.buy(), limit, (int) order.quantity());
      PriceTimeList side = order.buy() ? bids : asks;
      side.add((int) order.orderId(), limit, order.index(), (int) order.quantity());
    }

    assertTrue(book.determine(0));
    assertEquals(price, book.priceTicks());
    assertEquals(volume, book.volumeLots());
    assertEquals(exchangesFills(day), fills(bids, asks, volume));
  }

  private static Map<Long, Long> fills(PriceTimeList bids, PriceTimeList asks, long volume) {
    Map<Long, Long> filled = new TreeMap<>();
    bids.rank();
    asks.rank();
    Pairing pairing = new Pairing(bids, asks);
    for (pairing.begin(volume); pairing.next(); ) {
      filled.merge((long) pairing.buyer(), (long) pairing.lots(), Long::sum);
      filled.merge((long) pairing.seller(), (long) pairing.lots(), Long::sum);
    }
    return filled;
  }

  private static Map<Long, Long> exchangesFills(SseDay day) {
    Map<Long, Long> filled = new TreeMap<>();
    for (SseFill fill : day.fills()) {
      if (fill.phase() == SsePhase.OPENING_MATCH) {
        filled.merge(fill.fill().buyId(), fill.fill().quantity(), Long::sum);
        filled.merge(fill.fill().sellId(), fill.fill().quantity(), Long::sum);
      }
    }
    return filled;
  }
}
