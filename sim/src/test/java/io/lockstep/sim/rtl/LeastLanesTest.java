package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The least of all lanes, with many that are equal or differ in one bit. */
class LeastLanesTest {
  private static final long MASK = (1L << 57) - 1;

  @Test
  void findsTheLeastOfThirtyTwo(@Rtl(module = "least_lanes") RtlModule dut) {
    run(dut, 32);
  }

  @Test
  void findsTheLeastOfSixteen(
      @Rtl(module = "least_lanes", parameters = "SCENARIOS=16") RtlModule dut) {
    run(dut, 16);
  }

  private static void run(RtlModule dut, int scenarios) {
    Random random = new Random(scenarios);
    Timetable timetable = new Timetable(dut);
    for (int i = 0; i < 30_000; i++) {
      long middle = random.nextLong() >> 7 + random.nextInt(57);
      long least = Long.MAX_VALUE;
      for (int lane = 0; lane < scenarios; lane++) {
        long number =
            switch (random.nextInt(6)) {
              case 0 -> -(1L << 56);
              case 1 -> (1L << 56) - 1;
              case 2 -> random.nextLong() >> 7;
              default -> middle ^ 1L << random.nextInt(56);
            };
        number = i % 3 == 0 ? middle ^ 1L << random.nextInt(56) : number;
        least = Math.min(least, number);
        dut.port("lanes_i").setBits(57 * lane, 57, number & MASK);
      }
      dut.set("valid_i", 1);
      long expected = least;
      String where = "numbers " + i;
      timetable.in(
          4,
          () -> {
            long first = dut.get("first_o") << 7 >> 7;
            long second = dut.get("second_o") << 7 >> 7;
            assertEquals(expected, Math.min(first, second), where);
          });
      timetable.clock();
    }
    timetable.drain();
  }
}
