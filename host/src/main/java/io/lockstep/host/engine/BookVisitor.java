package io.lockstep.host.engine;

import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.Side;

/** Is told of the public books: first of each instrument, then of the orders that rest in it. */
public interface BookVisitor {
  /**
   * An instrument; its orders follow.
   *
   * @param bandLow lowest price of the band, in price units; {@code bandHigh} its highest.
   */
  void onInstrument(int id, long bandLow, long bandHigh, Phase phase);

  /**
   * An order that rests.
   *
   * @param priority of two orders at a price the lower one is filled first.
   * @param price in price units.
   * @param lots open.
   */
  void onOrder(long orderId, long priority, int instrument, Side side, long price, long lots);
}
