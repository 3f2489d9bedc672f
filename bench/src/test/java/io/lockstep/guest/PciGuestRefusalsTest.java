package io.lockstep.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.guest.GuestRun.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: what a real kernel does not allow is refused with a message that says what was found and
 * what to do, and the remedy, where it is a command, helps. Method: kernels that are set up so.
 */
@Tag("pci-guest")
class PciGuestRefusalsTest {
  private static final String ADDRESS = "0000:00:01.0";

  /** Opens the card, has one command answered, and closes it. */
  private static final String TRY = "lockstep fuzz --commands 1 --seed 1 --card pcie:" + ADDRESS;

  private static final String WENT_WELL = "0 differences";

  @TempDir Path folder;

  @Test
  void aKernelThatIsLockedDown() throws IOException {
    GuestRun run = GuestRun.boot(folder, Machine.withOptions("lockdown=integrity"), TRY, 1);
    run.requireRefusal("lockdown: none [integrity] confidentiality", "boot without Secure Boot");
  }

  @Test
  void aKernelWithoutWriteCombining() throws IOException {
    GuestRun run = GuestRun.boot(folder, Machine.withOptions("nopat"), TRY, 1);
    run.requireRefusal("the kernel offers no resource2_wc", "boot without `nopat`");
  }

  @Test
  void aFunctionThatVfioHoldsAndThenAnIommuThatTranslates() throws IOException {
    List<String> modules =
        List.of(
            "kernel/virt/lib/irqbypass.ko",
            "kernel/drivers/vfio/vfio_virqfd.ko",
            "kernel/drivers/vfio/vfio.ko",
            "kernel/drivers/vfio/vfio_iommu_type1.ko",
            "kernel/drivers/vfio/pci/vfio-pci-core.ko",
            "kernel/drivers/vfio/pci/vfio-pci.ko");
    Machine machine = new Machine("intel_iommu=on", List.of("intel-iommu"), modules);
    String script =
        """
        for module in irqbypass vfio_virqfd vfio vfio_iommu_type1 vfio-pci-core vfio-pci; do
          insmod /job/modules/$module.ko
        done
        cd /sys/bus/pci/devices/ADDRESS
        echo vfio-pci >driver_override
        echo ADDRESS >/sys/bus/pci/drivers_probe
        TRY
        echo ADDRESS >/sys/bus/pci/devices/ADDRESS/driver/unbind
        TRY
        echo identity >/sys/bus/pci/devices/ADDRESS/iommu_group/type
        TRY
        """
            .replace("TRY", TRY)
            .replace("ADDRESS", ADDRESS);
    GuestRun run = GuestRun.boot(folder, machine, script, 1);
    run.requireRefusal("the driver vfio-pci holds it", "/driver/unbind");
    run.requireRefusal("iommu_group/type is DMA", "echo identity > ");
    run.line(WENT_WELL);
  }

  @Test
  void aProcessWithoutPrivilegeAndAMachineWithoutHugePages() throws IOException {
    String script =
        """
        unshare -r TRY
        echo 0 >/proc/sys/vm/nr_hugepages
        TRY
        echo 1 >/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages
        TRY
        """
            .replace("TRY", TRY);
    GuestRun run = GuestRun.boot(folder, Machine.PLAIN, script, 1);
    run.requireRefusal("the kernel hides the frames", "run as root");
    run.requireRefusal("no huge page of 2 MiB", "nr_hugepages");
    run.line(WENT_WELL);
    assertEquals("", run.cardFailure());
  }
}
