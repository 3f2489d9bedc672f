package io.lockstep.driver.pcie;

/**
 * What a Lockstep card says of itself in its configuration space, and how large its BARs are at
 * least. The one place for these figures; docs/pcie.md repeats them for people.
 */
public final class PcieIds {
  /** Vendor: the number that open FPGA designs share, since PCI-SIG has given it to nobody. */
  public static final int VENDOR = 0x1234;

  /** Device: "LK". */
  public static final int DEVICE = 0x4C4B;

  /** Class: processing accelerator. */
  public static final int CLASS = 0x12_0000;

  /** Least size of BAR 0, the registers. */
  public static final long REGISTER_BYTES = 64 * 1024;

  /** Least size of BAR 2, the command window: 256 slots. */
  public static final long WINDOW_BYTES = 16 * 1024;

  /** Vendor and device as `lspci -d` takes them. */
  static final String TEXT = String.format("%04x:%04x", VENDOR, DEVICE);

  private PcieIds() {}
}
