package io.lockstep.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.BarrierEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.agrona.concurrent.UnsafeBuffer;

/** However offers and polls interleave, and however small the rings, every event comes once. */
class RingCardPropertyTest {
  @Property(tries = 200)
  void everyEventComesOnceAndInOrder(
      @ForAll @IntRange(min = 0, max = 6) int windowPower,
      @ForAll @IntRange(min = 0, max = 6) int ringPower,
      @ForAll long seed) {
    Random random = new Random(seed);
    MemoryDevice device = new MemoryDevice(1 << windowPower, 1 << ringPower);
    RingCard card = RingCard.open(device, CardRequirements.NONE);
    UnsafeBuffer command = new UnsafeBuffer(new byte[64]);
    List<Integer> expected = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    for (int step = 0; step < 300; step++) {
      if (random.nextBoolean()) {
        int logSequence = random.nextInt(4);
        new BarrierEncoder()
            .wrap(command, 0)
            .header()
            .templateId(BarrierEncoder.TEMPLATE_ID)
            .logSequence(logSequence);
        command.putInt(60, step);
        if (card.offer(command, 0) >= 0) {
          for (int i = 0; i < MemoryDevice.eventsFor(logSequence); i++) {
            expected.add(step);
          }
        }
      } else {
        poll(card, seen, 1 + random.nextInt(5));
      }
      assertTrue(card.failure().isEmpty(), card.failure());
    }
    while (poll(card, seen, 7) > 0) {}
    assertEquals(expected, seen);
  }

  private static int poll(RingCard card, List<Integer> seen, int limit) {
    return card.poll((event, offset) -> seen.add(event.getInt(offset + 12)), limit);
  }
}
