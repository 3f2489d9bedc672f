package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The two places between kernel and event writer: a queue, whatever both sides do. */
class EventBufferTest {
  @Rtl(module = "event_buffer", parameters = "WIDTH=8")
  RtlModule dut;

  @Test
  void handsOutInOrderWhatItTookAndNothingElse() {
    Random random = new Random(1);
    ArrayDeque<Long> inside = new ArrayDeque<>();
    int most = 0;
    for (int cycle = 0; cycle < 20_000; cycle++) {
      clock(random.nextBoolean(), random.nextInt(256), random.nextBoolean(), inside);
      most = Math.max(most, inside.size());
    }
    assertEquals(2, most);
  }

  @Test
  void handsOnOneACycleAfterACycle() {
    ArrayDeque<Long> inside = new ArrayDeque<>();
    for (int i = 0; i < 100; i++) {
      clock(true, i, true, inside);
      assertEquals(1, inside.size());
    }
  }

  @Test
  void isFullWithTwo() {
    ArrayDeque<Long> inside = new ArrayDeque<>();
    for (int i = 0; i < 5; i++) {
      clock(true, i, false, inside);
    }
    assertEquals(2, inside.size());
    assertEquals(0, dut.get("ready_o"));
  }

  private void clock(boolean offer, long value, boolean take, ArrayDeque<Long> inside) {
    dut.set("valid_i", offer ? 1 : 0);
    dut.set("data_i", value);
    dut.set("ready_i", take ? 1 : 0);
    dut.eval();
    assertEquals(inside.isEmpty() ? 0 : 1, dut.get("valid_o"));
    if (!inside.isEmpty()) {
      assertEquals(inside.peek(), dut.get("data_o"));
    }
    boolean taken = offer && dut.get("ready_o") == 1;
    if (take) {
      inside.poll();
    }
    if (taken) {
      inside.add(value);
    }
    assertTrue(inside.size() <= 2);
    dut.clock();
  }
}
