package io.lockstep.host.demo;

/**
 * What decides a demo's market: the same settings give the same output stream.
 *
 * @param orders new orders to send; cancels come on top.
 * @param seed of all chance.
 * @param changedOrder number of an order, from 1, that is sent for one lot more; 0: none.
 */
public record DemoSettings(long orders, long seed, long changedOrder) {
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
