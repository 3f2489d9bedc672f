package io.lockstep.host.demo;

/**
 * What decides a demo's market: the same settings give the same output stream.
 *
 * @param orders new orders to send; cancels come on top.
 * @param seed of all chance.
 * @param changedOrder number of an order, from 1, that is sent for one lot more; 0: none.
 * @param breakers bands are narrow, and a trade at their edge halts the instrument for a while.
 */
public record DemoSettings(long orders, long seed, long changedOrder, boolean breakers) {
  /** Checks the figures; throws {@link IllegalArgumentException} where one is out of range. */
  public DemoSettings {
    if (orders < 1) {
      throw new IllegalArgumentException("orders: at least 1");
    }
    if (changedOrder < 0 || changedOrder > orders) {
      throw new IllegalArgumentException("changed order: 1 to the number of orders");
    }
  }
}
