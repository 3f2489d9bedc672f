package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The model allocates nothing once it is warm. */
class ModelAllocationTest {
  private static final int WARM_UP = 100_000;
  private static final int MEASURED = 100_000;
  private static final int POLL_LIMIT = 64;
  private static final Capacities CAPACITIES = new Capacities(16, 1_024, 8_192, 4_096, 64, 256);

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final EventHandler ignore = (event, offset) -> {};

  @Test
  void allocatesNothingOverAHundredThousandCommands() {
    List<UnsafeBuffer> commands = FuzzedCommands.of(1, WARM_UP + MEASURED, CAPACITIES);
    UnsafeBuffer[] array = commands.toArray(new UnsafeBuffer[0]);
    try (ModelCard card = new ModelCard(CAPACITIES)) {
      run(card, array, 0, WARM_UP);
      // The first reading may itself allocate.
      allocatedBytes();
      long before = allocatedBytes();
      run(card, array, WARM_UP, WARM_UP + MEASURED);
      assertEquals(0, allocatedBytes() - before, "bytes allocated");
    }
  }

  private void run(Card card, UnsafeBuffer[] commands, int from, int to) {
    for (int i = from; i < to; i++) {
      card.offer(commands[i], 0);
      while (card.poll(ignore, POLL_LIMIT) > 0) {
        // Until the command is answered in full.
      }
    }
  }

  private long allocatedBytes() {
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
