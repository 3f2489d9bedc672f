package io.lockstep.sim.synthesis;

/** An FPGA, by the figures that its vendor publishes. */
public enum Device {
  /**
   * AMD Alveo U55C; its FPGA is the die of a Virtex UltraScale+ VU47P (data sheets DS978, DS890).
   */
  XCU55C("xcu55c (Alveo U55C, a VU47P)", new Resources(1_303_680, 2_607_360, 2_016, 960, 9_024));

  private final String label;
  private final Resources resources;

  Device(String label, Resources resources) {
    this.label = label;
    this.resources = resources;
  }

  /** The name for people. */
  public String label() {
    return label;
  }

  /** All that it has. */
  public Resources resources() {
    return resources;
  }
}
