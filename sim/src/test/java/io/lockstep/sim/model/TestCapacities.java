package io.lockstep.sim.model;

/** Small cards, so that limits are soon reached. */
final class TestCapacities {
  static final Capacities TINY = new Capacities(4, 128, 512, 64, 16, 64, 8);

  private TestCapacities() {}
}
