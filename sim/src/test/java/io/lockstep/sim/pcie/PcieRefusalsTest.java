package io.lockstep.sim.pcie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lockstep.driver.pcie.PcieDevice;
import io.lockstep.driver.pcie.PcieRefusedException;
import io.lockstep.driver.pcie.PcieRefusedException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each thing that can be wrong with a card on the bus has a reason of its own, and a line that says
 * what was found and what to do. After a refusal all is as it was.
 */
class PcieRefusalsTest {
  private static final String ADDRESS = "0000:01:00.0";
  private static final long PRESENT = 1L << 63;

  @TempDir(factory = SharedMemory.class)
  private Path root;

  private FakePciTree tree;
  private Path function;

  @BeforeEach
  void plugIn() throws IOException {
    tree = FakePciTree.create(root, ADDRESS);
    function = tree.function();
    PcieDevice.open(tree.host(), ADDRESS).close();
  }

  // ------------------------------------------------------------------ which function

  @Test
  void noFunctionIsACard() throws IOException {
    Files.writeString(function.resolve("device"), "0x1111\n");
    refusedFirst(Reason.NO_CARD, "no function has the ids 1234:4c4b", "/sys/bus/pci/rescan");
  }

  @Test
  void thereIsNoBus() throws IOException {
    Files.move(root.resolve("sys"), root.resolve("other"));
    refusedFirst(Reason.NO_CARD, "no PCI bus in " + root.resolve("sys/bus/pci/devices"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000:02:00.0", "01:00.0", "../devices/0000:01:00.0", ""})
  void thereIsNoFunctionAtTheAddress(String address) {
    PcieRefusedException refusal =
        assertThrows(PcieRefusedException.class, () -> PcieDevice.open(tree.host(), address));
    assertEquals(Reason.NO_SUCH_FUNCTION, refusal.reason());
    assertTrue(refusal.getMessage().contains("`lspci -D -d 1234:4c4b`"), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"vendor, 10ee:4c4b", "device, 1234:10ee"})
  void theIdsAreThoseOfSomethingElse(String file, String found) throws IOException {
    Files.writeString(function.resolve(file), "0x10ee\n");
    refused(Reason.WRONG_ID, "its vendor and device are " + found, "1234:4c4b");
  }

  // ------------------------------------------------------------------ whose it is

  @ParameterizedTest
  @ValueSource(strings = {"vfio-pci", "uio_pci_generic"})
  void aDriverHoldsIt(String driver) throws IOException {
    Files.createSymbolicLink(
        function.resolve("driver"), Path.of("../../../../bus/pci/drivers/" + driver));
    refused(
        Reason.HELD_BY_DRIVER,
        "the driver " + driver + " holds it",
        "echo 0000:01:00.0 > /sys/bus/pci/devices/0000:01:00.0/driver/unbind");
  }

  @Test
  void anotherProcessDrivesIt() {
    try (PcieDevice device = PcieDevice.open(tree.host(), ADDRESS)) {
      PcieRefusedException refusal =
          assertThrows(PcieRefusedException.class, () -> PcieDevice.open(tree.host(), ADDRESS));
      assertEquals(Reason.IN_USE, refusal.reason());
      assertEquals(FakePciTree.RING_BYTES, device.eventRing().capacity());
      assertTrue(Files.exists(tree.ring()), "the other one's ring is gone");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DMA", "DMA-FQ", "blocked"})
  void theIommuTranslates(String type) throws IOException {
    Path group = Files.createDirectory(function.resolve("iommu_group"));
    refused(Reason.IOMMU_TRANSLATES, "type is unknown");
    Files.writeString(group.resolve("type"), type + "\n");
    refused(Reason.IOMMU_TRANSLATES, "type is " + type, "iommu=pt");
    Files.writeString(group.resolve("type"), "identity\n");
    PcieDevice.open(tree.host(), ADDRESS).close();
  }

  // ------------------------------------------------------------------ its BARs

  @ParameterizedTest
  @CsvSource({
    "0, 0x0 0x0 0x0",
    "2, 0x0 0x0 0x0",
    "0, 0xe000 0xefff 0x40101",
    "2, 0xe000 0xefff 0x40101",
    "0, nonsense"
  })
  void aBarIsMissing(int bar, String line) throws IOException {
    resource(bar, line);
    refused(Reason.BAR_MISSING, "no memory BAR " + bar, "dmesg");
  }

  @Test
  void noBarIsThere() throws IOException {
    Files.writeString(function.resolve("resource"), "");
    refused(Reason.BAR_MISSING, "no memory BAR 0");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0xfe000000 0xfe00fffe 0x40200, 65535, 65536",
    "2, 0xfc00000000 0xfc00001fff 0x14220c, 8192, 16384"
  })
  void aBarIsTooSmall(int bar, String line, int found, int needed) throws IOException {
    resource(bar, line);
    refused(
        Reason.BAR_TOO_SMALL,
        "BAR " + bar + " has " + found + " bytes, a card's has at least " + needed);
  }

  @Test
  void theWindowIsNotPrefetchable() throws IOException {
    resource(2, "0xfc00000000 0xfc00003fff 0x140204");
    refused(Reason.WINDOW_NOT_PREFETCHABLE, "BAR 2 is not prefetchable");
  }

  @Test
  void theKernelOffersNoWriteCombining() throws IOException {
    Files.delete(tree.window());
    refused(Reason.NO_WRITE_COMBINING, "no resource2_wc", "nopat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"resource0", "resource2_wc"})
  void aBarCannotBeMapped(String name) throws IOException {
    replace(function.resolve(name), Path.of("/dev/null"));
    refused(Reason.BAR_NOT_MAPPABLE, "(" + name + ")", "No such device");
  }

  // ------------------------------------------------------------------ leave to use it

  @ParameterizedTest
  @ValueSource(strings = {"config", "enable", "resource0", "resource2_wc"})
  void aFileMayNotBeOpened(String name) throws IOException {
    forbid(function.resolve(name), name.equals("enable") ? "r--r--r--" : "---------");
    Kernel.unprivileged(() -> refused(Reason.NO_PERMISSION, "run as root"));
  }

  @Test
  void thisUserMayNotEnableIt() throws IOException {
    replace(function.resolve("enable"), Kernel.sealed("0\n".getBytes()));
    refused(Reason.NO_PERMISSION, "it cannot be enabled", "run as root");
  }

  @Test
  void theKernelCannotEnableIt() throws IOException {
    Files.write(tree.ring(), new byte[FakePciTree.RING_BYTES]);
    Kernel.withLimit(
        Kernel.RLIMIT_FSIZE, 0, () -> refused(Reason.NOT_ENABLED, "it cannot be enabled"));
  }

  @Test
  void theKernelIsLockedDownAndWritesToNoConfigurationSpace() throws IOException {
    Files.writeString(
        root.resolve("sys/kernel/security/lockdown"), "none [integrity] confidentiality\n");
    byte[] bytes = Files.readAllBytes(function.resolve("config"));
    replace(function.resolve("config"), Kernel.sealed(bytes));
    refused(
        Reason.LOCKED_DOWN, "lockdown: none [integrity] confidentiality", "without Secure Boot");
  }

  /** Its page must not be given to somebody else. */
  @Test
  void aCardThatAKilledProcessLeftAndThatCannotBeStoppedKeepsItsRing() throws IOException {
    Files.write(tree.ring(), new byte[FakePciTree.RING_BYTES]);
    byte[] busMaster = Files.readAllBytes(function.resolve("config"));
    busMaster[4] = 4;
    replace(function.resolve("config"), Kernel.sealed(busMaster));
    PcieRefusedException refusal =
        assertThrows(PcieRefusedException.class, () -> PcieDevice.open(tree.host(), ADDRESS));
    assertTells(refusal, Reason.LOCKED_DOWN, "cannot be written");
    assertTrue(Files.exists(tree.ring()));
  }

  @Test
  void theKernelIsLockedDownAndMapsNoBar() throws IOException {
    Files.delete(root.resolve("sys/kernel/security/lockdown"));
    replace(tree.registers(), Kernel.sealed(new byte[4096]));
    refused(Reason.LOCKED_DOWN, "the kernel does not allow it: BAR 0");
  }

  @Test
  void itDoesNotBecomeABusMaster() throws IOException {
    replace(function.resolve("config"), Path.of("/dev/zero"));
    refused(Reason.NO_BUS_MASTERING, "does not become a bus master", "lspci -vv -s 0000:01:00.0");
  }

  // ------------------------------------------------------------------ whether it is there

  @Test
  void itsConfigurationSpaceReadsAsAllOnes() throws IOException {
    Files.write(function.resolve("config"), ones(256));
    refused(Reason.READS_ALL_ONES, "configuration space reads as all ones", "rescan");
  }

  @Test
  void itsRegistersReadAsAllOnes() throws IOException {
    Files.write(tree.registers(), ones(64 * 1024));
    refused(Reason.READS_ALL_ONES, "registers read as all ones", "rescan");
  }

  // ------------------------------------------------------------------ the event ring

  @Test
  void hugePagesAreNotMounted() throws IOException {
    Files.delete(root.resolve("dev/hugepages"));
    refused(Reason.NO_HUGE_PAGE, "no file in", "mount -t hugetlbfs");
  }

  @Test
  void noHugePageIsFree() throws IOException {
    String pages = Files.readString(Path.of("/proc/meminfo"));
    assumeTrue(
        pages.matches("(?s).*HugePages_Total: +0\n.*"), "skipped: this machine has huge pages");
    replace(tree.ring(), Kernel.ofHugePages());
    refused(Reason.NO_HUGE_PAGE, "no huge page of 2 MiB", "nr_hugepages");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, PRESENT | FakePciTree.RING_ADDRESS / 4096, PRESENT | 77})
  void thePagesOfTheRingAreNotOneHugePage(long entryOfTheLast) throws IOException {
    pagemap(511, entryOfTheLast);
    refused(Reason.NO_HUGE_PAGE, "is not one huge page");
  }

  @Test
  void thePagesOfTheRingFollowEachOtherButAreNoHugePage() throws IOException {
    for (int page = 0; page < 512; page++) {
      pagemap(page, PRESENT | page + 1);
    }
    refused(Reason.NO_HUGE_PAGE, "is not one huge page");
  }

  @Test
  void theRingCannotBeLocked() {
    Kernel.withLimit(
        Kernel.RLIMIT_MEMLOCK,
        0,
        () -> Kernel.unprivileged(() -> refused(Reason.RING_NOT_LOCKED, "ulimit -l")));
  }

  @Test
  void theKernelHidesFrames() throws IOException {
    for (int page = 0; page < 512; page++) {
      pagemap(page, PRESENT);
    }
    refused(Reason.NO_PHYSICAL_ADDRESS, "hides the frames", "CAP_SYS_ADMIN");
  }

  @Test
  void thePagemapMayNotBeRead() throws IOException {
    forbid(tree.pagemap(), "---------");
    Kernel.unprivileged(() -> refused(Reason.NO_PERMISSION, "cannot read " + tree.pagemap()));
    Files.delete(tree.pagemap());
    refused(Reason.NO_PHYSICAL_ADDRESS, "cannot read " + tree.pagemap());
  }

  // ------------------------------------------------------------------ how

  private void refusedFirst(Reason reason, String... parts) {
    PcieRefusedException refusal =
        assertThrows(PcieRefusedException.class, () -> PcieDevice.openFirst(tree.host()));
    assertTells(refusal, reason, parts);
  }

  /** The card is refused for this reason, in one line with these parts, and all is as it was. */
  private void refused(Reason reason, String... parts) {
    PcieRefusedException refusal =
        assertThrows(PcieRefusedException.class, () -> PcieDevice.open(tree.host(), ADDRESS));
    assertTells(refusal, reason, parts);
    assertTrue(refusal.getMessage().startsWith("PCIe card 0000:01:00.0: "), refusal.getMessage());
    try {
      assertFalse(Files.readString(Path.of("/proc/self/maps")).contains(root.toString()));
      assertTrue(Files.notExists(tree.ring()), "the ring's file is left");
      assertEquals("0", Files.readString(function.resolve("enable")).strip());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertTells(PcieRefusedException refusal, Reason reason, String... parts) {
    assertEquals(reason, refusal.reason(), refusal.getMessage());
    for (String part : parts) {
      assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
    assertFalse(refusal.getMessage().contains("\n"), refusal.getMessage());
  }

  private void resource(int bar, String line) throws IOException {
    List<String> lines = Files.readAllLines(function.resolve("resource"));
    lines.set(bar, line);
    Files.write(function.resolve("resource"), lines);
  }

  private void pagemap(int page, long entry) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(tree.pagemap().toFile(), "rw")) {
      file.seek((PcieDevice.ringAddressHint(ADDRESS) / 4096 + page) * Long.BYTES);
      ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      file.write(bytes.putLong(entry).array());
    }
  }

  private static void forbid(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static void replace(Path file, Path target) throws IOException {
    Files.deleteIfExists(file);
    Files.createSymbolicLink(file, target);
  }

  private static byte[] ones(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xFF);
    return bytes;
  }
}
