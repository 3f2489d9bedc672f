package io.lockstep.driver.pcie;

import io.lockstep.driver.CardRefusedException;

/** A card on the bus that cannot be used as it is: one line with what was found and the remedy. */
public final class PcieRefusedException extends CardRefusedException {
  /** What can be wrong. */
  public enum Reason {
    /** No function has the card's ids. */
    NO_CARD(
        "is the card seated, powered and programmed? After programming it: echo 1 >"
            + " /sys/bus/pci/rescan"),
    /** There is no function at the address given. */
    NO_SUCH_FUNCTION("`lspci -D -d " + PcieIds.TEXT + "` lists the cards"),
    /** The function at the address given is something else. */
    WRONG_ID("give the address of a card: `lspci -D -d " + PcieIds.TEXT + "` lists them"),
    /** A driver holds the function. */
    HELD_BY_DRIVER("release it: echo %1$s > /sys/bus/pci/devices/%1$s/driver/unbind"),
    /** Another process drives the card. */
    IN_USE("end the other process first"),
    /** The IOMMU would not let the card write to the addresses that the driver gives it. */
    IOMMU_TRANSLATES(
        "boot with iommu=pt, or: echo identity > /sys/bus/pci/devices/%1$s/iommu_group/type"),
    /** A BAR is missing, or is no memory. */
    BAR_MISSING("the FPGA holds another design, or the bus has no room: see `dmesg` for %1$s"),
    /** A BAR is smaller than what it is for. */
    BAR_TOO_SMALL("program the FPGA with a design of this release"),
    /** BAR 2 is not prefetchable, so it cannot be mapped write-combining. */
    WINDOW_NOT_PREFETCHABLE("program the FPGA with a design whose BAR 2 is prefetchable"),
    /** The kernel offers no write-combining file for BAR 2. */
    NO_WRITE_COMBINING("the processor's PAT must be on: boot without `nopat`"),
    /** A file of the kernel may not be opened or written by this user. */
    NO_PERMISSION("run as root"),
    /** The function could not be enabled. */
    NOT_ENABLED("see `dmesg` for %1$s"),
    /** The kernel lets nobody write to configuration space. */
    LOCKED_DOWN("boot without Secure Boot, or without lockdown= on the kernel's command line"),
    /** The card took no bus mastering, so it could write no event. */
    NO_BUS_MASTERING("the bridge above must let it through: see `lspci -vv -s %1$s`"),
    /** What the card should answer reads as all ones. */
    READS_ALL_ONES(
        "the card is off the bus or in reset: echo 1 > /sys/bus/pci/devices/%1$s/remove, program"
            + " the FPGA, echo 1 > /sys/bus/pci/rescan"),
    /** A BAR could not be mapped. */
    BAR_NOT_MAPPABLE("see `dmesg` for %1$s; another program may have it mapped exclusively"),
    /** There is no huge page for the event ring. */
    NO_HUGE_PAGE(
        "echo 1 > /sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages, and: mount -t hugetlbfs"
            + " -o pagesize=2M none /dev/hugepages"),
    /** The event ring could not be locked into memory. */
    RING_NOT_LOCKED("raise the limit of locked memory (ulimit -l) to 2048 KiB or more"),
    /** The kernel does not tell this process where its memory is. */
    NO_PHYSICAL_ADDRESS("run as root, or with the capability CAP_SYS_ADMIN");

    private final String remedy;

    Reason(String remedy) {
      this.remedy = remedy;
    }
  }

  private final Reason reason;

  /**
   * @param address of the function; empty where there is none.
   * @param found what is wrong, in words.
   */
  PcieRefusedException(Reason reason, String address, String found) {
    super(
        "PCIe card"
            + (address.isEmpty() ? "" : " " + address)
            + ": "
            + found
            + "; "
            + String.format(reason.remedy, address));
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
