package io.lockstep.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A session may send its burst, and then as many a second as its rate says. */
class ThrottleTest {
  private static final long START_MS = Long.MAX_VALUE / 2; // a clock may begin anywhere

  @Test
  void noRateMeansNoThrottle() {
    Throttle throttle = new Throttle(0, 1, START_MS);
    for (int i = 0; i < 10_000; i++) {
      assertTrue(throttle.takes(START_MS));
    }
  }

  @Test
  void aBurstIsTakenAtOnceAndNoMore() {
    Throttle throttle = new Throttle(1, 3, START_MS);
    assertEquals(3, taken(throttle, START_MS, 10));
    assertEquals(0, taken(throttle, START_MS + 999, 10));
    assertEquals(1, taken(throttle, START_MS + 1_000, 10));
  }

  @Test
  void aLongPauseFillsTheBurstAndNoMore() {
    Throttle throttle = new Throttle(Integer.MAX_VALUE, 5, 0);
    taken(throttle, 0, 5);
    assertEquals(5, taken(throttle, Long.MAX_VALUE, 100));
  }

  /**
   * Against the rule itself: in no span of time more than the burst and the rate times the span.
   */
  @Property
  void noSpanOfTimeHasMoreThanItsShare(
      @ForAll @IntRange(min = 1, max = 5_000) int perSecond,
      @ForAll @IntRange(min = 1, max = 20) int burst,
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 50) Integer> pausesMs) {
    Throttle throttle = new Throttle(perSecond, burst, START_MS);
    long nowMs = START_MS;
    long[] takenUpTo = new long[pausesMs.size() + 1];
    long[] times = new long[pausesMs.size()];
    for (int i = 0; i < pausesMs.size(); i++) {
      nowMs += pausesMs.get(i);
      times[i] = nowMs;
      takenUpTo[i + 1] = takenUpTo[i] + taken(throttle, nowMs, 3);
    }
    for (int from = 0; from < times.length; from++) {
      for (int to = from; to < times.length; to++) {
        long taken = takenUpTo[to + 1] - takenUpTo[from];
        long most = burst + (times[to] - times[from]) * perSecond / 1_000;
        assertTrue(taken <= most, taken + " of " + most);
      }
    }
  }

  @Property
  void whoKeepsToTheRateIsNeverRefused(
      @ForAll @IntRange(min = 1, max = 1_000) int perSecond,
      @ForAll @IntRange(min = 1, max = 3) int burst) {
    Throttle throttle = new Throttle(perSecond, burst, START_MS);
    long stepMs = (1_000 + perSecond - 1) / perSecond;
    for (int i = 0; i < 200; i++) {
      assertTrue(throttle.takes(START_MS + i * stepMs), "message " + i);
    }
  }

  private static int taken(Throttle throttle, long nowMs, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += throttle.takes(nowMs) ? 1 : 0;
    }
    return taken;
  }
}
