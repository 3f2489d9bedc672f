package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds on demand say what is wrong. */
class NativeMakeTest {
  @Test
  void namesTheToolsThatAreMissing(@TempDir Path folder) throws Exception {
    assertEquals(List.of("make", "verilator", "g++"), NativeMake.missingTools(folder.toString()));
    Path make = Files.createFile(folder.resolve("make"));
    assertTrue(make.toFile().setExecutable(true));
    Files.createFile(folder.resolve("g++"));
    String path = "/nowhere:" + folder;
    assertEquals(List.of("verilator", "g++"), NativeMake.missingTools(path));
  }

  @Test
  void passesOnWhatTheBuildSays() {
    RtlException failure = assertThrows(RtlException.class, () -> NativeMake.run("no-such-target"));
    assertTrue(failure.getMessage().contains("no-such-target"), failure.getMessage());
  }
}
