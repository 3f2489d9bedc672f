package io.lockstep.sim.pcie;

import io.lockstep.driver.Card;
import io.lockstep.driver.Device;
import io.lockstep.driver.pcie.PcieDevice;
import io.lockstep.sim.verilated.VerilatedCardBuild;
import io.lockstep.sim.verilated.VerilatedDevice;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/** Serves a fake PCI tree in a process of its own, until that is ended. */
public final class FakePciMain {
  private static final String USAGE =
      """
      Usage: ./lockstep pcie-card DIR [--address ADDRESS] [--seed N] [--while PID]

      Makes DIR look like a Linux with a card on its PCI bus, and is that card: the RTL under
      Verilator. A driver in another process finds it by --card pcie --pcie-root DIR. Runs until
      Ctrl-C. DIR is best in memory, say /dev/shm/pci.

        --address ADDRESS  of the PCI function (default: 0000:01:00.0)
        --seed N           cut the writes to the command window and mix them, by this seed
        --while PID        end with that process
      """;

  private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private Path root;
  private String address = "0000:01:00.0";
  private Long seed;
  private ProcessHandle owner = ProcessHandle.current();

  private FakePciMain() {}

  /** See the usage text. */
  public static void main(String[] args) throws IOException {
    System.exit(run(args, System.out, System.err));
  }

  /** The same, answering the exit status. */
  static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
    if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
      out.print(USAGE);
      return 0;
    }
    FakePciMain main = new FakePciMain();
    if (!main.parse(args)) {
      err.print(USAGE);
      return WRONG_USE;
    }
    return main.serve(out, err);
  }

  private boolean parse(String[] args) {
    try {
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--address" -> address = PcieDevice.requireAddress(args[++i]);
          case "--seed" -> seed = Long.valueOf(args[++i]);
          case "--while" -> owner = ProcessHandle.of(Long.parseLong(args[++i])).orElseThrow();
          default -> {
            if (root != null || args[i].startsWith("-")) {
              return false;
            }
            root = Path.of(args[i]);
          }
        }
      }
      return root != null;
    } catch (RuntimeException e) {
      return false; // a value that is missing or is none
    }
  }

  private int serve(PrintStream out, PrintStream err) throws IOException {
    int ringSlots = FakePciTree.RING_BYTES / Card.MESSAGE_BYTES;
    VerilatedDevice device = new VerilatedDevice(VerilatedCardBuild.library(), ringSlots);
    WindowWrites writes =
        seed == null ? WindowWrites.whole(device) : WindowWrites.scattered(device, seed);
    FakePciTree tree = FakePciTree.create(root, address);
    try (FakePciCard card = new FakePciCard(tree, device, writes)) {
      out.println("The card " + address + " is on the bus under " + root);
      out.flush();
      if (workWhileWanted(card)) {
        return 0;
      }
      err.println("The card is lost: " + card.failure());
      return FAILED;
    }
  }

  /** False when the card was lost, true when the owner has ended. */
  private boolean workWhileWanted(FakePciCard card) throws IOException {
    IdleStrategy idle = new BackoffIdleStrategy(1000, 100, 1_000, 100_000);
    long lookedNs = System.nanoTime();
    while (true) {
      int work = card.work();
      if (work == Device.LOST) {
        return false;
      }
      idle.idle(work);
      if (System.nanoTime() - lookedNs > LOOK_NS) {
        lookedNs = System.nanoTime();
        if (!owner.isAlive()) {
          return true;
        }
      }
    }
  }
}
