package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The model allocates nothing once it is warm. */
class ModelAllocationTest {
  private static final int COMMANDS = 20_000;
  private static final int ROUNDS = 5;
  private static final int POLL_LIMIT = 64;
  private static final int HOSTILE_PERCENT = 3;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final EventHandler ignore = (event, offset) -> {};

  /** The least of some rounds: now and then the JVM itself allocates on our thread. */
  @Test
  void allocatesNothingWhateverTheCommand() {
    assertAllocatesNothing(TestCapacities.TINY, RandomFlow.hostile(1, COMMANDS));
  }

  @Test
  void allocatesNothingWithMargin() {
    RandomMarginFlow flow = new RandomMarginFlow(1, TestCapacities.MARGIN_32, HOSTILE_PERCENT);
    List<UnsafeBuffer> recorded = new ArrayList<>();
    for (int number = 0; number < COMMANDS; number++) {
      UnsafeBuffer command = flow.next();
      flow.plain.execute(command);
      recorded.add(command);
    }
    assertAllocatesNothing(TestCapacities.MARGIN_32, recorded);
  }

  private void assertAllocatesNothing(Capacities capacities, List<UnsafeBuffer> recorded) {
    UnsafeBuffer[] commands = recorded.toArray(new UnsafeBuffer[0]);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      try (ModelCard card = new ModelCard(capacities)) {
        long before = allocatedBytes();
        run(card, commands);
        least = Math.min(least, allocatedBytes() - before);
      }
    }
    assertEquals(0, least, "bytes allocated");
  }

  private void run(Card card, UnsafeBuffer[] commands) {
    for (UnsafeBuffer command : commands) {
      card.offer(command, 0);
      while (card.poll(ignore, POLL_LIMIT) > 0) {
        // Until the command is answered in full.
      }
    }
  }

  private long allocatedBytes() {
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
