package io.lockstep.sim.model;

/** Small cards, so that limits are soon reached. */
final class TestCapacities {
  static final Capacities TINY = new Capacities(4, 128, 512, 64, 16, 64, 8);

  /** With margin, of 16 and of 32 scenarios. */
  static final Capacities MARGIN_16 = TINY.withMargin(48, 16, 3);

  static final Capacities MARGIN_32 = TINY.withMargin(48, 32, 3);

  /** More instruments than a risk group may have, and more positions than an account may have. */
  static final Capacities TINY_MARGIN =
      new Capacities(132, 128, 512, 64, 16, 160, 1_100, 16, 10, 8);

  private TestCapacities() {}
}
