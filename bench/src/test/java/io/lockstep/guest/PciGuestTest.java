package io.lockstep.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.guest.GuestRun.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: the shipped driver finds, enables, maps and runs a card under a kernel that nobody made for
 * it. Method: the product's own commands in a guest that sees the Verilated card as a PCI function,
 * and the same commands on this machine with {@code --card verilated}; what they print is compared.
 * The window's stores reach the card in pieces and out of order.
 */
@Tag("pci-guest")
class PciGuestTest {
  private static final String CARD = " --card pcie:0000:00:01.0";

  /** Waits until the command in background has mapped BAR 2, or has ended. */
  private static final String AWAIT_MAPPED =
      """
      mappings=/sys/kernel/debug/x86/pat_memtype_list
      window=$(sed -n '3s/ .*//p' /sys/bus/pci/devices/0000:00:01.0/resource)
      until grep -q "mem $window" $mappings || ! kill -0 $!; do usleep 50000; done
      """;

  @TempDir Path folder;

  @Test
  void tenThousandHostileCommandsGiveTheEventsOfTheVerilatedCard() throws IOException {
    String fuzz = "fuzz --commands 10000 --seed 1";
    String inBackground = "lockstep " + fuzz + CARD + " >/tmp/out 2>&1 &\n";
    String script = inBackground + AWAIT_MAPPED + "cat $mappings\nwait\ncat /tmp/out";
    GuestRun run = GuestRun.boot(folder, Machine.PLAIN, script, 1);
    List<String> here = Product.run(folder, fuzz + " --card verilated");
    assertEquals(Product.line(here, "event hash "), run.line("event hash "));
    assertEquals(Product.line(here, "state hash "), run.line("state hash "));
    assertEquals("", run.cardFailure());
    assertTrue(run.commands() >= 10_000, run::console);
    assertEquals(Set.of("write-combining"), run.windowMappings(), run::console);
    assertEquals(Set.of("uncached-minus"), run.registerMappings(), run::console);
  }

  @Test
  void theWholeApplianceGivesTheReportsOfTheVerilatedCard() throws IOException {
    String demo = "demo --orders 1000 --seed 2";
    GuestRun run = GuestRun.boot(folder, Machine.PLAIN, "lockstep " + demo + " --card pcie", 2);
    List<String> here = Product.run(folder, demo + " --card verilated");
    assertEquals(Product.line(here, "output hash "), run.line("output hash "));
    assertEquals("", run.cardFailure());
  }

  @Test
  void aCardIsRefusedToASecondProcessAndFreeOnceTheFirstIsKilled() throws IOException {
    String fuzz = "fuzz --commands 1000 --seed 3";
    String script =
        """
        mkfifo /tmp/never
        lockstep kernel CARD </tmp/never &
        exec 9>/tmp/never
        AWAIT_MAPPED
        lockstep kernel CARD
        kill -9 $!
        wait
        lockstep FUZZ CARD
        """
            .replace("CARD", CARD)
            .replace("AWAIT_MAPPED", AWAIT_MAPPED)
            .replace("FUZZ", fuzz);
    GuestRun run = GuestRun.boot(folder, Machine.PLAIN, script, 3);
    run.requireRefusal("another process drives it", "end the other process first");
    List<String> here = Product.run(folder, fuzz + " --card verilated");
    assertEquals(Product.line(here, "event hash "), run.line("event hash "));
  }
}
