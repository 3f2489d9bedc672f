package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The testbench itself, with modules small enough to know what they must answer. */
class RtlModuleTest {
  private static final String FOLDER = "sim/src/test/resources/rtl";

  @Rtl(module = "counter", parameters = "WIDTH=8", folder = FOLDER)
  RtlModule counter;

  private static RtlModule.Builder module(String name) {
    return RtlModule.of(name).folder(Checkout.root().resolve(FOLDER));
  }

  @Test
  void countsAsManyCyclesAsItIsClocked() {
    RtlPort enable = counter.port("enable_i");
    RtlPort count = counter.port("count_o");
    enable.set(1);
    counter.clock();
    assertEquals(1, count.get());
    counter.clock(9);
    assertEquals(10, count.get());
    enable.set(0);
    counter.clock(5);
    assertEquals(10, count.get());
  }

  @Test
  void wrapsAtItsWidth() {
    counter.set("enable_i", 1);
    counter.clock(256 + 7);
    assertEquals(7, counter.get("count_o"));
  }

  @Test
  void takesParameters(
      @Rtl(
              module = "counter",
              parameters = {"WIDTH=40", "STEP=32'h10000"},
              folder = FOLDER)
          RtlModule dut) {
    dut.set("enable_i", 1);
    dut.clock(1 << 17);
    assertEquals(40, dut.port("count_o").bits());
    assertEquals(1L << 33, dut.get("count_o"));
  }

  @Test
  void readsAndWritesWidePortsAsBitsAndBytes(@Rtl(module = "wide", folder = FOLDER) RtlModule dut) {
    RtlPort value = dut.port("value_i");
    RtlPort turned = dut.port("turned_o");
    value.setBits(0, 32, 0x11111111L);
    value.setBits(32, 64, 0x33333333_22222222L);
    dut.eval();
    assertEquals(0x22222222_33333333L, turned.getBits(0, 64));
    assertEquals(0x11111111L, turned.getBits(64, 32));

    UnsafeBuffer bytes = new UnsafeBuffer(new byte[12]);
    for (int i = 0; i < 12; i++) {
      bytes.putByte(i, (byte) (0xF0 + i));
    }
    value.set(bytes, 0);
    dut.eval();
    UnsafeBuffer answer = new UnsafeBuffer(new byte[12]);
    turned.get(answer, 0);
    byte[] expected = new byte[12];
    for (int i = 0; i < 12; i++) {
      expected[i] = (byte) (0xF0 + (8 - i / 4 * 4) + i % 4);
    }
    assertArrayEquals(expected, answer.byteArray());
  }

  @Test
  void bitRangesThatCrossBytesKeepTheirNeighbours(
      @Rtl(module = "wide", folder = FOLDER) RtlModule dut) {
    RtlPort value = dut.port("value_i");
    value.setBits(0, 64, -1);
    value.setBits(64, 32, -1);
    value.setBits(13, 37, 0);
    assertEquals(0x1FFF, value.getBits(0, 50));
    assertEquals((1L << 46) - 1, value.getBits(50, 46));
    value.setBits(29, 5, 0b10101);
    assertEquals(0b0_10101_0, value.getBits(28, 7));
  }

  @Test
  void signedPortsKeepTheirSign(@Rtl(module = "wide", folder = FOLDER) RtlModule dut) {
    dut.set("small_i", -5);
    dut.eval();
    assertEquals(5, dut.port("negated_o").getSigned());
    dut.set("small_i", 4095);
    dut.eval();
    assertEquals(-4095, dut.port("negated_o").getSigned());
    assertEquals(0x1001, dut.get("negated_o"));
  }

  @Test
  void refusesValuesWiderThanThePortAndWritesToOutputs() {
    RtlPort enable = counter.port("enable_i");
    RtlPort count = counter.port("count_o");
    assertThrows(IllegalArgumentException.class, () -> enable.set(2));
    assertThrows(IllegalStateException.class, () -> count.set(1));
    assertThrows(IndexOutOfBoundsException.class, () -> count.getBits(4, 5));
  }

  @Test
  void namesThePortsThereAreWhenOneIsAskedForThatIsNot() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> counter.port("cuont_o"));
    assertTrue(refusal.getMessage().contains("count_o[8]"), refusal.getMessage());
  }

  @Test
  void aFailedAssertionArrivesAsAnExceptionWithItsNameAndCycle(
      @Rtl(module = "limited", parameters = "LIMIT=5", folder = FOLDER) RtlModule dut) {
    dut.clock(5);
    long before = dut.cycles();
    RtlException failure = assertThrows(RtlException.class, () -> dut.clock(100));
    assertTrue(failure.getMessage().contains("below_limit"), failure.getMessage());
    assertTrue(failure.getMessage().contains("limited.sv"), failure.getMessage());
    assertTrue(failure.getMessage().contains("cycle " + before + ":"), failure.getMessage());
    assertEquals(before, dut.cycles());
  }

  @Test
  void fatalLeavesTheProcessAndOtherModulesAlive(
      @Rtl(module = "limited", parameters = "LIMIT=100", folder = FOLDER) RtlModule dut) {
    dut.clock(3);
    dut.set("fatal_i", 1);
    RtlException failure = assertThrows(RtlException.class, dut::clock);
    assertTrue(failure.getMessage().contains("told to at 3"), failure.getMessage());
    counter.set("enable_i", 1);
    counter.clock(4);
    assertEquals(4, counter.get("count_o"));
  }

  @Test
  void takesStringParameters(
      @Rtl(module = "limited", parameters = "NAME=lockstep", folder = FOLDER) RtlModule named,
      @Rtl(module = "limited", folder = FOLDER) RtlModule other) {
    assertEquals(1, named.get("is_named_o"));
    assertEquals(0, other.get("is_named_o"));
  }

  @Test
  void twoInstancesOfOneModuleAreIndependent(
      @Rtl(module = "counter", folder = FOLDER) RtlModule first,
      @Rtl(module = "counter", folder = FOLDER) RtlModule second) {
    first.set("enable_i", 1);
    second.set("enable_i", 1);
    first.clock(3);
    second.clock(30);
    first.clock(1);
    assertEquals(4, first.get("count_o"));
    assertEquals(30, second.get("count_o"));
  }

  @Test
  void clocksUntilAnOutputHasAValueAndGivesUpInTime() {
    RtlPort count = counter.port("count_o");
    counter.set("enable_i", 1);
    assertEquals(17, counter.clockUntil(count, 17, 100));
    assertEquals(0, counter.clockUntil(count, 17, 100));
    counter.set("enable_i", 0);
    assertThrows(IllegalStateException.class, () -> counter.clockUntil(count, 18, 10));
  }

  @Test
  void resetReturnsItToItsStart() {
    counter.set("enable_i", 1);
    counter.clock(3);
    counter.reset();
    assertEquals(0, counter.get("count_o"));
  }

  @Test
  void aClosedModuleRefusesUseInsteadOfTouchingFreedMemory() {
    RtlModule dut = module("counter").open();
    RtlPort count = dut.port("count_o");
    dut.close();
    dut.close();
    assertThrows(IllegalStateException.class, dut::clock);
    assertThrows(RuntimeException.class, count::get);
  }

  @Test
  void writesAWaveformWhenAskedTo(@TempDir Path folder) throws Exception {
    Path wave = folder.resolve("counter.fst");
    try (RtlModule dut = module("counter").wave(wave).open()) {
      dut.set("enable_i", 1);
      dut.clock(1000);
    }
    assertTrue(Files.size(wave) > 100, "size " + Files.size(wave));
  }

  @Test
  void saysWhereTheSourceIsWrong(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("broken.sv"), "module broken (input logic a;\nendmodule\n");
    RtlException refusal =
        assertThrows(
            RtlException.class, () -> RtlModule.of("broken").folder(folder).open().close());
    assertTrue(refusal.getMessage().contains("broken.sv:1"), refusal.getMessage());
  }

  @Test
  void refusesAModuleThatIsNotThere() {
    RtlException refusal = assertThrows(RtlException.class, () -> module("nothing").open().close());
    assertTrue(refusal.getMessage().contains("counter"), refusal.getMessage());
  }

  @Test
  void anEditBuildsTheModuleAgain(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("constant.sv");
    String text =
        "module constant (output logic [7:0] value_o);\n assign value_o = 8'd1;\nendmodule\n";
    Files.writeString(source, text);
    assertEquals(1, constant(folder));
    Files.writeString(source, text.replace("8'd1", "8'd2"));
    assertEquals(2, constant(folder));
  }

  private static long constant(Path folder) {
    try (RtlModule dut = RtlModule.of("constant").folder(folder).open()) {
      return dut.get("value_o");
    }
  }

  @Test
  void anotherModulesFileDoesNotBelongToTheBuild() {
    RtlSources sources = new RtlSources(List.of(Checkout.root().resolve(FOLDER)));
    assertEquals(
        List.of("counter.sv", "limited.sv"),
        sources.closure("limited").stream().map(f -> f.getFileName().toString()).toList());
    assertFalse(sources.closure("counter").toString().contains("limited"));
  }

  @Test
  void clockingAndPortsAllocateNothing() {
    RtlPort enable = counter.port("enable_i");
    RtlPort count = counter.port("count_o");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long bytes = Long.MAX_VALUE;
    long sum = 0;
    // The compiler itself may allocate on this thread while code is still warming up.
    for (int round = 0; round < 10 && bytes > 0; round++) {
      long before = threads.getThreadAllocatedBytes(thread);
      for (int i = 0; i < 20_000; i++) {
        enable.set(i & 1);
        counter.clock();
        sum += count.get() + count.getBits(1, 3);
      }
      bytes = threads.getThreadAllocatedBytes(thread) - before;
    }
    assertEquals(0, bytes);
    assertTrue(sum > 0);
  }
}
