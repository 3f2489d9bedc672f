package io.lockstep.host.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lockstep.host.demo.MarketView.Print;
import io.lockstep.host.demo.PriceLevels.Level;
import io.lockstep.host.venue.Venue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Books put together from reports, and how they are drawn. */
class MarketViewTest {
  private final MarketView view = new MarketView(2);

  @Test
  void addsUpOrdersOfAPrice() {
    bid(1, 100, 5);
    bid(2, 101, 7);
    bid(3, 100, 2);

    assertEquals(List.of(new Level(101, 7), new Level(100, 7)), view.bids(0).best(5));
    assertEquals(List.of(new Level(101, 7)), view.bids(0).best(1));
    assertEquals(List.of(), view.asks(0).best(5));
  }

  @Test
  void takesAwayWhatTradesAndWhatIsCancelled() {
    bid(1, 100, 5);
    bid(2, 101, 7);

    view.traded(2, 4);
    assertEquals(3, view.traded(2, 0).openLots());
    view.cancelled(1);
    assertEquals(List.of(new Level(101, 3)), view.bids(0).best(5));
    view.traded(2, 3);
    assertEquals(0, view.openOrders());
  }

  @Test
  void refusesAReportOfAnOrderThatIsNotOpen() {
    assertThrows(IllegalStateException.class, () -> view.traded(9, 1));
    bid(1, 100, 5);
    assertThrows(IllegalStateException.class, () -> view.traded(1, 6));
  }

  @Test
  void drawsBooksSideBySide() {
    List<Venue.Instrument> instruments = DemoVenue.of(4_096, false).instruments().subList(2, 4);
    bid(1, 26_500, 5);
    view.accepted(new OpenOrder(2, 0, 0, false, 26_503, 250));
    view.printed(new Print(0, 26_501, 12, true));

    List<String> lines = new Ladders(instruments, view, false).draw(2, 1);

    assertEquals(
        List.of(
            "  Gold, December     Oil, January",
            "   2650.30   250 ==",
            "    --- 3 ticks        ---",
            "   2650.00     5 =",
            "  last 2650.10       no trade yet"),
        lines);
  }

  private void bid(long id, int price, int quantity) {
    view.accepted(new OpenOrder(id, 0, 0, true, price, quantity));
  }
}
