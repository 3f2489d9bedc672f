package io.lockstep.host.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.host.CardSetup;
import io.lockstep.host.Cards;
import io.lockstep.host.OpenCard;
import io.lockstep.schema.card.MarginStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the card says of portfolios from files, against figures reckoned by hand: one lot of the
 * future is one unit, its price moves by the scan range of 10 % at most, a tick is 1.00.
 */
class CardMarginTest {
  @TempDir Path folder;

  @Test
  void aFutureIsChargedForItsWorstScenario() {
    Figures figures = margin(1000, "{'instrument': 'F', 'lots': 2, 'price': 90}", "");

    assertEquals(1000_00 - 2 * 90_00, figures.cash());
    assertEquals(1000_00 + 2 * 10_00, figures.equity());
    assertEquals(2 * 10_00, figures.initial());
    assertEquals(2 * 10_00 * 3 / 4, figures.maintenance());
    assertEquals(1000_00, figures.free());
    assertEquals(MarginStatus.HEALTHY, figures.status());
    assertEquals(-2 * 10_00, figures.groups().get(0).held()[3]);
  }

  @Test
  void withoutAPriceTheCashIsWhatThereIsSince() {
    Figures figures = margin(1000, "{'instrument': 'F', 'lots': -2}", "");

    assertEquals(1000_00, figures.cash());
    assertEquals(1000_00 - 2 * 100_00, figures.equity());
  }

  @Test
  void twoSidedQuotesAreChargedForTheWorseSideOnly() {
    Figures figures =
        margin(
            1000,
            "",
            "{'instrument': 'F', 'side': 'buy', 'price': 99, 'lots': 5},"
                + "{'instrument': 'F', 'side': 'sell', 'price': 101, 'lots': 3}");

    assertEquals(5 * 10_00, figures.initial());
    assertEquals(0, figures.maintenance());
    assertEquals(0, figures.reserve());
  }

  @Test
  void aBidAboveTheMarkReservesTheDifference() {
    Figures figures =
        margin(1000, "", "{'instrument': 'F', 'side': 'buy', 'price': 103, 'lots': 5}");

    assertEquals(3_00, figures.orders().get(0).reserve());
    assertEquals(5 * 3_00, figures.reserve());
    assertEquals(1000_00 - 5 * 3_00 - 5 * 10_00, figures.free());
  }

  @Test
  void anOrderThatTheGateRefusesIsToldAndCountsNevertheless() {
    Figures figures =
        margin(
            100,
            "",
            "{'instrument': 'F', 'side': 'sell', 'price': 100, 'lots': 10},"
                + "{'instrument': 'F', 'side': 'sell', 'price': 100, 'lots': 1}");

    assertTrue(figures.orders().get(0).passed());
    assertFalse(figures.orders().get(1).passed());
    assertEquals(11 * 10_00, figures.initial());
    assertEquals(MarginStatus.INITIAL_BREACHED, figures.status());
  }

  @Test
  void collateralIsChargedItsHaircutUnlessItIsHedged() {
    String asset =
        "'assets': [{'name': 'a', 'underlying': 'U', 'tick': 1, 'lotSize': 1, 'haircut': 0.5, 'lots': 1}],";
    Figures alone = margin(0, asset, "", "");
    Figures hedged = margin(0, asset, "{'instrument': 'F', 'lots': -1, 'price': 100}", "");

    assertEquals(100_00, alone.equity());
    assertEquals(100_00 - 90_00 / 2, alone.initial());
    assertEquals(100_00, hedged.equity());
    assertEquals(100_00 - 90_00 / 2 - 10_00, hedged.initial());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void thePartsMakeUpTheRequirement(long seed) {
    Random random = new Random(seed);
    String positions =
        "{'instrument': 'F', 'lots': "
            + lots(random)
            + "},"
            + "{'instrument': 'C', 'lots': "
            + lots(random)
            + "}";
    String orders =
        "{'instrument': 'C', 'side': 'sell', 'price': 9, 'lots': " + (1 + random.nextInt(9)) + "}";

    Figures figures = margin(100, positions, orders);

    Figures.Group group = figures.groups().get(0);
    assertEquals(
        group.required().initial(),
        Math.max(group.scan().initial(), group.shortOptions().initial())
            + group.size().initial()
            + group.addOn());
    assertEquals(
        group.required().maintenance(),
        Math.max(group.scan().maintenance(), group.shortOptions().maintenance())
            + group.size().maintenance()
            + group.addOn());
    assertTrue(group.addOn() > 0, "basis");
    assertEquals(figures.initial(), group.required().initial());
  }

  private static int lots(Random random) {
    return random.nextBoolean() ? 1 + random.nextInt(20) : -1 - random.nextInt(20);
  }

  private Figures margin(int cash, String positions, String orders) {
    return margin(cash, "", positions, orders);
  }

  private Figures margin(int cash, String more, String positions, String orders) {
    String text =
        ("{'currency': {'name': 'EUR', 'decimals': 2}, 'cash': "
                + cash
                + ", 'scenarios': 'own.csv',"
                + "'underlyings': [{'name': 'U', 'spot': 100, 'scanRange': 0.1,"
                + " 'maintenanceFactor': 192, 'contingencies': {'tilt': 0.5, 'basis': 0.5}}],"
                + "'volatilities': [{'underlying': 'U', 'years': 1,"
                + " 'points': [{'logMoneyness': 0, 'volatility': 0.2}]}],"
                + more
                + "'instruments': [{'name': 'F', 'underlying': 'U', 'type': 'perpetual',"
                + " 'tick': 1, 'lotSize': 1},"
                + "{'name': 'C', 'underlying': 'U', 'type': 'call', 'strike': 110, 'years': 1,"
                + " 'tick': 1, 'lotSize': 1, 'shortOptionMinimum': 3.5,"
                + " 'sizeAddOn': [{'upTo': 5, 'perLot': 0.25}, {'perLot': 1}]}],"
                + "'positions': ["
                + positions
                + "], 'orders': ["
                + orders
                + "]}")
            .replace('\'', '"');
    try (OpenCard opened = Cards.open(CardSetup.of(Cards.MODEL).withMargin(true))) {
      Files.writeString(
          folder.resolve("own.csv"),
          "scenario,1,,0,1\nscenario,1,,25,1\nscenario,-1,,25,1\nscenario,-1,,0,1\n");
      Path file = Files.writeString(folder.resolve("book.json"), text);
      Card card = opened.card();
      return new CardMargin(card, Portfolio.read(file)).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
