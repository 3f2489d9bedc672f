package io.lockstep.sim.pcie;

import io.lockstep.driver.pcie.PcieDevice;
import io.lockstep.driver.pcie.PcieHost;
import io.lockstep.driver.pcie.PcieIds;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that look like a Linux with one card on its PCI bus: what sysfs shows of the function, a
 * folder for huge pages, and a pagemap that puts the card's event ring at {@link #RING_ADDRESS}.
 * The BARs are files of memory; somebody must serve them.
 */
public final class FakePciTree {
  /** Where the event ring is on the bus, whatever memory it has. */
  public static final long RING_ADDRESS = 0x1_2340_0000L;

  /** Size of a huge page. */
  public static final int RING_BYTES = 2 * 1024 * 1024;

  private static final int PAGE_BYTES = 4096;
  private static final long PAGE_PRESENT = 1L << 63;
  private static final int CONFIG_BYTES = 256;

  private static final String RESOURCES =
      """
      0x00000000fe000000 0x00000000fe00ffff 0x0000000000040200
      0x0000000000000000 0x0000000000000000 0x0000000000000000
      0x000000fc00000000 0x000000fc00003fff 0x000000000014220c
      0x0000000000000000 0x0000000000000000 0x0000000000000000
      0x0000000000000000 0x0000000000000000 0x0000000000000000
      0x0000000000000000 0x0000000000000000 0x0000000000000000
      0x0000000000000000 0x0000000000000000 0x0000000000000000
      """;

  private final PcieHost host;
  private final String address;
  private final Path function;

  private FakePciTree(Path root, String address) {
    this.host = PcieHost.under(root);
    this.address = address;
    this.function = host.sys().resolve("bus/pci/devices").resolve(address);
  }

  /**
   * Writes the files, over those that may be there.
   *
   * @param root folder of the tree; best in memory (/dev/shm).
   * @param address of the function, as {@code 0000:01:00.0}.
   */
  public static FakePciTree create(Path root, String address) throws IOException {
    FakePciTree tree = new FakePciTree(root, address);
    Files.createDirectories(tree.function);
    tree.write("vendor", String.format("0x%04x\n", PcieIds.VENDOR));
    tree.write("device", String.format("0x%04x\n", PcieIds.DEVICE));
    tree.write("class", String.format("0x%06x\n", PcieIds.CLASS));
    tree.write("resource", RESOURCES);
    tree.write("enable", "0\n");
    Files.write(tree.function.resolve("config"), configuration());
    resize(tree.registers(), PcieIds.REGISTER_BYTES);
    resize(tree.window(), PcieIds.WINDOW_BYTES);
    // Nobody serves this one: a driver that maps it in place of resource2_wc gets no answer.
    resize(tree.function.resolve("resource2"), PcieIds.WINDOW_BYTES);
    Path lockdown = Files.createDirectories(tree.host.sys().resolve("kernel/security"));
    Files.writeString(lockdown.resolve("lockdown"), "[none] integrity confidentiality\n");
    Files.createDirectories(tree.host.dev().resolve("hugepages"));
    tree.writePagemap();
    return tree;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(function.resolve(name), text);
  }

  private static byte[] configuration() {
    return ByteBuffer.allocate(CONFIG_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) PcieIds.VENDOR)
        .putShort((short) PcieIds.DEVICE)
        .putInt(8, PcieIds.CLASS << 8)
        .array();
  }

  private static void resize(Path path, long bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(bytes);
    }
  }

  /** A file that is almost all hole: it has entries for the ring's pages alone. */
  private void writePagemap() throws IOException {
    Files.createDirectories(host.proc().resolve("self"));
    ByteBuffer entries =
        ByteBuffer.allocate(RING_BYTES / PAGE_BYTES * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long frame = RING_ADDRESS / PAGE_BYTES; entries.hasRemaining(); frame++) {
      entries.putLong(PAGE_PRESENT | frame);
    }
    try (RandomAccessFile file = new RandomAccessFile(pagemap().toFile(), "rw")) {
      file.seek(PcieDevice.ringAddressHint(address) / PAGE_BYTES * Long.BYTES);
      file.write(entries.array());
    }
  }

  /** Where a driver finds the tree. */
  public PcieHost host() {
    return host;
  }

  /** Domain, bus, device and function. */
  public String address() {
    return address;
  }

  /** The folder of the function. */
  public Path function() {
    return function;
  }

  /** The file of BAR 0. */
  public Path registers() {
    return function.resolve("resource0");
  }

  /** The file of BAR 2 that is write-combining on hardware. */
  public Path window() {
    return function.resolve("resource2_wc");
  }

  /** The frames of a process's pages. */
  public Path pagemap() {
    return host.proc().resolve("self/pagemap");
  }

  /** The huge page that the driver makes for its events. */
  public Path ring() {
    return host.dev().resolve("hugepages/lockstep-" + address);
  }
}
