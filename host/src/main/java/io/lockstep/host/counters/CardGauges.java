package io.lockstep.host.counters;

import io.aeron.Aeron;
import io.aeron.Counter;
import io.lockstep.driver.Card;
import io.lockstep.driver.CardRegisters;
import io.lockstep.schema.card.LatencyBlockDecoder;
import io.lockstep.schema.card.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.NanoClock;

/**
 * Copies the card's own counters into counters of the file, each second. A read goes over the bus
 * and takes as long as some orders do, so a turn of this agent does one, and none is ever done for
 * an order. A card without registers is told as such. The card's thread; allocates nothing once
 * made.
 */
public final class CardGauges implements Agent {
  /** Whether the card that runs has counters of its own: 1, or 0. */
  public static final String HAS_COUNTERS = "has_counters";

  /** What comes before the cycles in the name of a count of latencies. */
  public static final String LATENCY = "latency_cycles.";

  private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

  /** One counter: where it comes from, and where it goes. */
  private record Copied(ToLongFunction<CardRegisters> from, Counter to) {}

  private final Aeron aeron;
  private final Supplier<Card> card;
  private final NanoClock clock;
  private final Counter hasCounters;
  private final List<Copied> all = new ArrayList<>();
  private Optional<CardRegisters> source = Optional.empty();
  private int next;
  private long dueNs;

  /**
   * @param aeron keeps the counters; they end with it.
   * @param card that runs now.
   * @param clock of the machine.
   */
  public CardGauges(Aeron aeron, Supplier<Card> card, NanoClock clock) {
    this.aeron = aeron;
    this.card = card;
    this.clock = clock;
    hasCounters = aeron.addCounter(CounterTypes.CARD, CounterTypes.CARD_LABEL + HAS_COUNTERS);
    copy("commands", CardRegisters::commands);
    copy("events", CardRegisters::events);
    copy("window_out_of_sequence", CardRegisters::windowOutOfSequence);
    copy("window_bad_writes", CardRegisters::windowBadWrites);
    copy("stall_cycles", CardRegisters::stallCycles);
    copy("bus_errors", CardRegisters::busErrors);
    for (RejectReason reason : RejectReason.values()) {
      if (reason != RejectReason.NULL_VAL) {
        copy("refused." + reason, registers -> registers.rejects(reason));
      }
    }
    for (int i = 0; i < LatencyBlockDecoder.bucketsLength(); i++) {
      int cycles = i;
      copy(LATENCY + cycles, registers -> registers.latencyCount(cycles));
    }
    next = all.size();
    dueNs = clock.nanoTime();
  }

  private void copy(String name, ToLongFunction<CardRegisters> from) {
    int type = CounterTypes.CARD + 1 + all.size();
    all.add(new Copied(from, aeron.addCounter(type, CounterTypes.CARD_LABEL + name)));
  }

  /** One turn; never counts as work, as nobody waits for it. */
  @Override
  public int doWork() {
    if (next < all.size()) {
      goOn();
    } else if (clock.nanoTime() - dueNs >= 0) {
      begin();
    }
    return 0;
  }

  private void begin() {
    dueNs = clock.nanoTime() + INTERVAL_NS;
    source = card.get().ownCounters();
    hasCounters.setRelease(source.isPresent() ? 1 : 0);
    next = source.isPresent() ? 0 : all.size();
  }

  private void goOn() {
    if (card.get().ownCounters() != source) {
      next = all.size(); // another card runs; it has its turn at the next second
      return;
    }
    Copied one = all.get(next++);
    one.to.setRelease(one.from.applyAsLong(source.get()));
  }

  @Override
  public String roleName() {
    return "card-gauges";
  }
}
