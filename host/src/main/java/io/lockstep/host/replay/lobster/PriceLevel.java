package io.lockstep.host.replay.lobster;

import java.util.Locale;

/**
 * A price of one side.
 *
 * @param price in ticks of a cent.
 */
record PriceLevel(boolean buy, int price) {
  /** As people write it: {@code bid 579.40}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s %d.%02d", buy ? "bid" : "ask", price / 100, Math.floorMod(price, 100));
  }
}
