package io.lockstep.host.demo;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** One participant's resting orders, by instrument, oldest first; kept from its reports. */
final class OwnOrders {
  private final List<Map<Long, OpenOrder>> byInstrument = new ArrayList<>();

  OwnOrders(int instruments) {
    for (int i = 0; i < instruments; i++) {
      byInstrument.add(new LinkedHashMap<>());
    }
  }

  /** An order rests. */
  void add(OpenOrder order) {
    byInstrument.get(order.instrument()).put(order.orderId(), order);
  }

  /** An order ended, or never rested. */
  void remove(int instrument, long orderId) {
    byInstrument.get(instrument).remove(orderId);
  }

  /** How many rest on one side. */
  int count(int instrument, boolean buy) {
    int count = 0;
    for (OpenOrder order : byInstrument.get(instrument).values()) {
      if (order.buy() == buy) {
        count++;
      }
    }
    return count;
  }

  int count(int instrument) {
    return byInstrument.get(instrument).size();
  }

  /** The oldest order that fits; null if none does. */
  OpenOrder oldest(int instrument, Predicate<OpenOrder> fits) {
    for (OpenOrder order : byInstrument.get(instrument).values()) {
      if (fits.test(order)) {
        return order;
      }
    }
    return null;
  }

  /** One of the orders, by chance; there must be one. */
  OpenOrder any(int instrument, Random random) {
    Map<Long, OpenOrder> orders = byInstrument.get(instrument);
    Iterator<OpenOrder> each = orders.values().iterator();
    OpenOrder order = each.next();
    for (int skip = random.nextInt(orders.size()); skip > 0; skip--) {
      order = each.next();
    }
    return order;
  }
}
