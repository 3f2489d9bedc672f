package io.lockstep.host.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.client.Side;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Walks over a book that changes under them, against a plain set. */
class FeedOrdersTest {
  private static final int INSTRUMENT = 1;
  private static final int ORDERS = 12;

  private final FeedOrders orders = new FeedOrders(2, ORDERS);
  private final TreeSet<Long> there = new TreeSet<>();
  private long lastId;

  @Property(tries = 300)
  void aWalkMeetsEachOrderThatStaysOnceAndNoneThatIsGone(@ForAll long seed) {
    Random random = new Random(seed);
    while (there.size() < ORDERS / 2) {
      add();
    }
    Set<Long> stay = new HashSet<>(there);
    Set<Long> met = new HashSet<>();
    orders.beginWalk(INSTRUMENT);
    boolean walks = true;
    while (walks) {
      switch (random.nextInt(4)) {
        case 0 -> {
          if (there.size() < ORDERS) {
            add();
          }
        }
        case 1, 2 -> {
          if (!there.isEmpty()) {
            stay.remove(end(random));
          }
        }
        default -> {
          int order = orders.nextOfWalk();
          walks = order != FeedOrders.END;
          if (walks) {
            assertTrue(there.contains(orders.orderId(order)), "seed " + seed);
            assertTrue(met.add(orders.orderId(order)), "met twice, seed " + seed);
          }
        }
      }
      assertEquals(there.size(), orders.count(INSTRUMENT));
    }
    assertTrue(met.containsAll(stay), "seed " + seed);
  }

  @Example
  void aTradeThatTakesMoreThanIsThereStopsTheFeed() {
    add();
    assertThrows(IllegalStateException.class, () -> orders.trade(lastId, 3));
    assertThrows(IllegalStateException.class, () -> orders.trade(lastId + 1, 1));
  }

  private void add() {
    orders.add(++lastId, lastId, INSTRUMENT, Side.BUY, 100, 2);
    there.add(lastId);
  }

  private long end(Random random) {
    long id = there.stream().skip(random.nextInt(there.size())).findFirst().orElseThrow();
    if (random.nextBoolean()) {
      orders.set(id, 0);
    } else {
      orders.trade(id, 1);
      orders.trade(id, 1);
    }
    there.remove(id);
    return id;
  }
}
