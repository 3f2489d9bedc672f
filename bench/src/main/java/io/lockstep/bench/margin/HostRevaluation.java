package io.lockstep.bench.margin;

/** The host's, by the Vector API. */
final class HostRevaluation implements Revaluation {
  private final PositionSet set;
  private final long[] worst;

  HostRevaluation(PositionSet set) {
    this.set = set;
    worst = new long[set.accounts()];
  }

  @Override
  public String name() {
    return "Lockstep, host";
  }

  @Override
  public void run() {
    VectorLoop.revalue(
        set.arrays(),
        PositionSet.STRIDE,
        set.scenarios(),
        set.instruments(),
        set.lots(),
        set.positions(),
        worst);
  }

  @Override
  public long[] worst() {
    return worst;
  }
}
