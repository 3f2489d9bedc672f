package io.lockstep.host.counters;

import io.aeron.Aeron;
import io.aeron.Counter;
import java.util.Map;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;

/**
 * Copies what the host knows of itself into counters, once in so many turns: no message waits for
 * it, and whoever looks needs to ask nobody. Allocates nothing once made. One thread.
 */
public final class HostGauges implements Agent {
  private static final int TURNS_A_COPY = 256;

  private final LongSupplier[] values;
  private final Counter[] counters;
  private int turns;

  /**
   * @param aeron keeps the counters; they end with it.
   * @param values by name; asked on the thread of this agent. Equal ones in equal order always.
   */
  public HostGauges(Aeron aeron, Map<String, LongSupplier> values) {
    this.values = values.values().toArray(new LongSupplier[0]);
    counters = new Counter[this.values.length];
    int index = 0;
    for (String name : values.keySet()) {
      int type = CounterTypes.HOST + index;
      counters[index++] = aeron.addCounter(type, CounterTypes.HOST_LABEL + name);
    }
    copy();
  }

  /** One turn; never counts as work, as nobody waits for it. */
  @Override
  public int doWork() {
    if (++turns == TURNS_A_COPY) {
      turns = 0;
      copy();
    }
    return 0;
  }

  @Override
  public String roleName() {
    return "host-gauges";
  }

  private void copy() {
    for (int i = 0; i < counters.length; i++) {
      counters[i].setRelease(values[i].getAsLong());
    }
  }
}
