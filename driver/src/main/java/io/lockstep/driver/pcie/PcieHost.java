package io.lockstep.driver.pcie;

import java.nio.file.Path;

/**
 * Where the kernel shows its devices.
 *
 * @param sys the root of sysfs.
 * @param proc the root of procfs.
 * @param dev the folder of devices, with {@code hugepages} in it.
 */
public record PcieHost(Path sys, Path proc, Path dev) {
  /** A machine whose file tree begins at a folder: this one's at /. */
  public static PcieHost under(Path root) {
    return new PcieHost(root.resolve("sys"), root.resolve("proc"), root.resolve("dev"));
  }

  /** The folder that has a link for each PCI function. */
  Path functions() {
    return sys.resolve("bus/pci/devices");
  }

  /** Where the kernel tells how far it is locked down. */
  Path lockdown() {
    return sys.resolve("kernel/security/lockdown");
  }

  /** Where huge pages are files. */
  Path hugePages() {
    return dev.resolve("hugepages");
  }

  /** Where this process's virtual pages are told by their frames. */
  Path pagemap() {
    return proc.resolve("self/pagemap");
  }
}
