package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.CardRegisters;
import io.lockstep.host.counters.CardGauges;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.stat.CountersFile;
import io.lockstep.host.stat.Reading;
import io.lockstep.host.stat.Reading.Part;
import io.lockstep.host.stat.Reading.Row;
import io.lockstep.host.stat.StatScreen;
import io.lockstep.schema.client.Side;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The counters of an appliance with a card that counts for itself: the RTL under Verilator. */
class CountersTest {
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);
  private static final int ORDERS = 20;

  @Test
  void theCardsOwnCountersComeIntoTheFileAndGoWithTheCard() {
    Settings settings =
        TestAppliance.settings().card(Cards.VERILATED).logClock(Settings.LogClock.WALL).conclude();
    try (TestAppliance appliance =
            new TestAppliance(settings, Cards.open(CardSetup.of(Cards.VERILATED)).card());
        CountersFile file = CountersFile.open(settings.aeronDirectory()).orElseThrow()) {
      TestClient alice = appliance.alice();
      for (int i = 0; i < ORDERS; i++) {
        alice.limit(ALICE_ACCOUNT, Side.BUY, 5_000, 1);
      }
      alice.limit(ALICE_ACCOUNT, Side.BUY, 5_000, 1_000_000_000);
      appliance.settle();
      CardRegisters registers = appliance.appliance.card().ownCounters().orElseThrow();

      Reading read =
          await(
              appliance,
              file,
              now ->
                  value(now, "commands") == registers.commands()
                      && latencies(now) == registers.commands());

      assertEquals(1, value(read, CardGauges.HAS_COUNTERS));
      assertTrue(registers.commands() > ORDERS, "commands " + registers.commands());
      assertEquals(registers.events(), value(read, "events"));
      assertEquals(ORDERS, read.value(Part.HOST, "live_orders").orElseThrow());
      assertTrue(StatScreen.lines(read, read).stream().anyMatch(line -> line.contains("####")));

      appliance.carol().changeCard(Cards.MODEL);
      Reading after = await(appliance, file, now -> value(now, CardGauges.HAS_COUNTERS) == 0);

      assertEquals(Cards.MODEL, after.card());
      assertEquals(1, after.value(Part.HOST, "cards_changed").orElseThrow());
      assertTrue(StatScreen.lines(after, after).contains("has no counters of its own"));
    }
  }

  private static long value(Reading reading, String name) {
    return reading.value(Part.CARD, name).orElseThrow();
  }

  private static long latencies(Reading reading) {
    return reading.rows(Part.CARD).stream()
        .filter(row -> row.name().startsWith(CardGauges.LATENCY))
        .mapToLong(Row::value)
        .sum();
  }

  /** The next reading that is so; a sweep over the card's registers takes a turn a register. */
  private static Reading await(
      TestAppliance appliance, CountersFile file, Predicate<Reading> wanted) {
    long deadline = System.nanoTime() + PATIENCE_NS;
    Reading reading = file.read();
    while (!wanted.test(reading)) {
      assertTrue(
          System.nanoTime() < deadline,
          () -> String.join("\n", StatScreen.lines(file.read(), file.read())));
      for (int i = 0; i < 256; i++) {
        appliance.appliance.step();
      }
      reading = file.read();
    }
    return reading;
  }
}
