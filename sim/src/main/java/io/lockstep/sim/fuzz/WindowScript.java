package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A move of an instrument's window, as a host does it: what would be outside is parked, the window
 * moves, and parked orders that have a level now are unparked by priority.
 */
final class WindowScript {
  private static final int MOST_ORDERS = 300;
  private static final int FAR_ONE_IN = 4;
  private static final int NEAR_TICKS = 60;

  private final Dice dice;
  private final Knowledge knowledge;
  private final OrderCommands orders;
  private final SettingCommands settings;
  private final MutableDirectBuffer command = new ExpandableArrayBuffer(Card.MESSAGE_BYTES);

  WindowScript(Dice dice, Knowledge knowledge, OrderCommands orders, SettingCommands settings) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.orders = orders;
    this.settings = settings;
  }

  /** Writes the script for an instrument. */
  void write(Script script, int instrument) {
    KnownInstruments instruments = knowledge.instruments;
    long wanted = instruments.base(instrument) + dice.between(-NEAR_TICKS, NEAR_TICKS);
    long lowest = settings.lowestBase(instrument);
    long highest = settings.highestBase(instrument);
    long base =
        dice.oneIn(FAR_ONE_IN)
            ? dice.between(lowest, highest)
            : Math.max(lowest, Math.min(highest, wanted));
    long top = base + instruments.levels - 1;
    for (boolean asks : new boolean[] {false, true}) {
      parkOutside(script, instrument, asks, base, top);
    }
    settings.window(command, instrument, (int) base);
    script.add(command);
    for (boolean asks : new boolean[] {false, true}) {
      unparkInside(script, instrument, asks, base, top);
    }
  }

  private void parkOutside(Script script, int instrument, boolean asks, long base, long top) {
    int parked = 0;
    for (int slot : knowledge.orders.slots(instrument, asks, false)) {
      int price = knowledge.orders.price(slot);
      if ((price < base || price > top) && parked++ < MOST_ORDERS) {
        orders.park(command, slot);
        script.add(command);
      }
    }
  }

  private void unparkInside(Script script, int instrument, boolean asks, long base, long top) {
    for (int slot : Priority.sorted(knowledge.orders, instrument, asks, true, MOST_ORDERS)) {
      int price = knowledge.orders.price(slot);
      if (price >= base && price <= top) {
        orders.unpark(command, slot);
        script.add(command);
      }
    }
  }
}
