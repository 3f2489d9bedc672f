package io.lockstep.host.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The walk of a fair price. */
class FairPriceTest {
  @Test
  void staysWithinReachOfItsReference() {
    FairPrice price = new FairPrice(10_000);
    Random random = new Random(7);
    int lowest = 10_000;
    int highest = 10_000;
    for (int i = 0; i < 1_000_000; i++) {
      price.step(random);
      lowest = Math.min(lowest, price.ticks());
      highest = Math.max(highest, price.ticks());
    }

    assertTrue(lowest >= 10_000 - FairPrice.REACH_TICKS, "lowest " + lowest);
    assertTrue(highest <= 10_000 + FairPrice.REACH_TICKS, "highest " + highest);
    assertTrue(highest - lowest > 20, "it should move");
  }

  @Test
  void goesOneTickAStep() {
    FairPrice price = new FairPrice(100);
    price.step(new Random(1));

    assertEquals(1, Math.abs(price.ticks() - 100));
  }
}
