package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The queue against the JDK's, pushed and popped at random. */
class MarginQueueTest {
  private static final int DEPTH = 8;

  @Test
  void whatComesLeavesInOrder(@Rtl(module = "margin_queue") RtlModule dut) {
    dut.reset();
    Random random = new Random(1);
    Deque<Integer> words = new ArrayDeque<>();
    for (int cycle = 0; cycle < 5_000; cycle++) {
      assertEquals(words.isEmpty() ? 0 : 1, dut.get("valid_o"));
      assertEquals(words.size() == DEPTH ? 1 : 0, dut.get("full_o"));
      boolean pushes = words.size() < DEPTH && random.nextInt(3) > 0;
      boolean pops = !words.isEmpty() && random.nextBoolean();
      int word = random.nextInt(256);
      dut.set("push_i", pushes ? 1 : 0);
      dut.set("data_i", word);
      dut.set("pop_i", pops ? 1 : 0);
      if (pops) {
        assertEquals(words.remove().intValue(), dut.get("data_o"));
      }
      if (pushes) {
        words.add(word);
      }
      dut.clock();
    }
  }
}
