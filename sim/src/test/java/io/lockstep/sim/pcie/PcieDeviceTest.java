package io.lockstep.sim.pcie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.pcie.PcieDevice;
import io.lockstep.driver.pcie.PcieIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the driver does to a function, seen from the files of the function. Nobody serves them. */
class PcieDeviceTest {
  private static final String ADDRESS = "0000:01:00.0";

  @TempDir(factory = SharedMemory.class)
  private Path root;

  private FakePciTree tree;

  @BeforeEach
  void plugIn() throws IOException {
    tree = FakePciTree.create(root, ADDRESS);
  }

  @Test
  void mapsRegistersWindowAndRing() throws IOException {
    try (PcieDevice device = PcieDevice.open(tree.host(), ADDRESS)) {
      assertEquals(PcieIds.REGISTER_BYTES, device.registerBytes());
      assertEquals(PcieIds.WINDOW_BYTES, device.commandWindow().capacity());
      assertEquals(FakePciTree.RING_BYTES, device.eventRing().capacity());
      assertEquals(FakePciTree.RING_ADDRESS, device.eventRingBusAddress());
      device.writeRegister(8, 0x1234_5678);
      assertEquals(0x1234_5678, device.readRegister(8));
      device.commandWindow().putLong(64, 0x1122_3344_5566_7788L);
      device.eventRing().putByte(FakePciTree.RING_BYTES - 1, (byte) 9);
      assertEquals(0x78, Files.readAllBytes(tree.registers())[8]);
      assertEquals((byte) 0x88, Files.readAllBytes(tree.window())[64]);
      assertEquals(9, Files.readAllBytes(tree.ring())[FakePciTree.RING_BYTES - 1]);
    }
  }

  /** Mapped twice, uncached and write-combining, the kernel would make both uncached. */
  @Test
  void mapsTheWindowFromTheWriteCombiningFileAlone() throws IOException {
    try (PcieDevice device = PcieDevice.open(tree.host(), ADDRESS)) {
      assertEquals(PcieIds.WINDOW_BYTES, device.commandWindow().capacity());
      String maps = Files.readString(Path.of("/proc/self/maps"));
      assertTrue(maps.contains(tree.window() + "\n"), maps);
      assertFalse(maps.contains(tree.function().resolve("resource2") + "\n"), maps);
    }
  }

  @Test
  void undoesAllOnClose() throws IOException {
    PcieDevice device = PcieDevice.open(tree.host(), ADDRESS);
    assertEquals("1", enabled());
    assertEquals(4, command());
    device.close();
    device.close();
    assertEquals("0", enabled());
    assertEquals(0, command());
    assertTrue(Files.notExists(tree.ring()));
    String maps = Files.readString(Path.of("/proc/self/maps"));
    assertFalse(maps.contains(root.toString()), maps);
  }

  @Test
  void leavesEnabledWhatWasEnabledBefore() throws IOException {
    Files.writeString(tree.function().resolve("enable"), "2\n");
    PcieDevice.open(tree.host(), ADDRESS).close();
    assertEquals("2", enabled());
  }

  @Test
  void keepsTheOtherBitsOfTheCommandRegister() throws IOException {
    byte[] configuration = Files.readAllBytes(tree.function().resolve("config"));
    configuration[4] = 0x42;
    configuration[5] = 0x05;
    Files.write(tree.function().resolve("config"), configuration);
    try (PcieDevice device = PcieDevice.open(tree.host(), ADDRESS)) {
      assertEquals(0x546, command());
      assertEquals(0, device.readRegister(0));
    }
    assertEquals(0x542, command());
  }

  /** A process that was killed leaves the card enabled, a bus master, and its ring's file. */
  @Test
  void takesOverWhatAKilledProcessLeft() throws IOException {
    Files.writeString(tree.function().resolve("enable"), "1\n");
    byte[] configuration = Files.readAllBytes(tree.function().resolve("config"));
    configuration[4] = 4;
    Files.write(tree.function().resolve("config"), configuration);
    Files.write(tree.ring(), new byte[FakePciTree.RING_BYTES]);
    PcieDevice.open(tree.host(), ADDRESS).close();
    assertEquals(0, command());
    assertTrue(Files.notExists(tree.ring()));
  }

  @Test
  void takesTheFirstCardByAddress() throws IOException {
    FakePciTree second = FakePciTree.create(root, "0000:00:1f.7");
    Path other = FakePciTree.create(root, "0000:00:02.0").function();
    Files.writeString(other.resolve("device"), "0x1111\n");
    try (PcieDevice first = PcieDevice.openFirst(tree.host());
        PcieDevice named = PcieDevice.open(tree.host(), ADDRESS)) {
      assertTrue(Files.exists(second.ring()));
      assertEquals(FakePciTree.RING_ADDRESS, first.eventRingBusAddress());
      assertEquals(FakePciTree.RING_ADDRESS, named.eventRingBusAddress());
    }
  }

  private String enabled() throws IOException {
    return Files.readString(tree.function().resolve("enable")).strip();
  }

  private int command() throws IOException {
    byte[] configuration = Files.readAllBytes(tree.function().resolve("config"));
    return configuration[4] & 0xFF | (configuration[5] & 0xFF) << 8;
  }
}
