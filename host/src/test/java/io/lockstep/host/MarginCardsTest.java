package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.host.relog.Relog;
import io.lockstep.host.settings.Settings;
import io.lockstep.sim.model.Capacities;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever card margins the orders, the output is the same, and so is what the card holds. */
class MarginCardsTest {
  private static final int REQUESTS = 300;
  private static final int SEED = 5;

  @Test
  void everyCardMarginsADayInTheSameWay() {
    String model = day(Cards.MODEL, 1);
    for (String card : List.of(Cards.VERILATED, Cards.LOCKSTEP)) {
      assertEquals(model, day(card, 1), card);
      assertEquals(model, day(card, 256), card + " with 256 commands in flight");
    }
  }

  @Test
  void aRecordedDayIsRunAgainByACardWithMargin(@TempDir Path directory) {
    RecordedRun.ofMargin(directory, SEED, REQUESTS);
    Relog log = new Relog(directory);
    CardSetup setup = CardSetup.of(Cards.MODEL).withMargin(log.isMargined());
    try (Card card = Cards.open(setup).card()) {
      assertTrue(log.run(card, 7).agrees());
    }
  }

  /** The output's hash and the card's state after a drawn day. */
  private static String day(String name, int commandsInFlight) {
    Settings settings =
        TestAppliance.settings().card(name).commandsInFlight(commandsInFlight).conclude();
    CardSetup setup = CardSetup.of(name).withSize(Capacities.FUZZ_MARGIN);
    Card card = Cards.open(setup).card();
    try (TestAppliance appliance = new TestAppliance(settings, MarginVenue.RULED, card)) {
      new MarginFlow(SEED, appliance).run(REQUESTS);
      return RestartTest.line(appliance.appliance) + " card " + appliance.stateHash();
    }
  }
}
