package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command window, written in the ways a write-combining processor may write it. */
class CommandWindowTest {
  private static final int SLOTS = 8;
  private static final int BYTES = 64;
  private static final int SEQUENCE_BYTE = 4;
  private static final int SETTLE_CYCLES = 20;

  @Rtl(module = "command_window", parameters = "SLOTS=8")
  RtlModule dut;

  private final Random random = new Random(1);
  private final List<byte[]> taken = new ArrayList<>();
  private int badWrites;
  private int outOfSequence;
  private boolean accepted;

  @BeforeEach
  void enable() {
    dut.clockUntil(dut.port("clearing_o"), 0, SLOTS + 1);
    dut.set("enable_i", 1);
    dut.set("command_ready_i", 1);
  }

  @Test
  void takesCommandsWhosePiecesComeInAnyOrder() {
    int sequence = 0;
    for (int round = 0; round < 300; round++) {
      List<byte[]> commands = new ArrayList<>();
      List<Runnable> pieces = new ArrayList<>();
      for (int i = 0; i < SLOTS; i++) {
        byte[] command = command(sequence);
        commands.add(command);
        int slot = sequence++ % SLOTS;
        for (long strobe : split()) {
          pieces.add(() -> write(slot, command, strobe));
        }
      }
      Collections.shuffle(pieces, random);
      pieces.forEach(Runnable::run);
      idle(SETTLE_CYCLES);
      assertEquals(SLOTS, taken.size(), "round " + round);
      for (int i = 0; i < SLOTS; i++) {
        assertArrayEquals(commands.get(i), taken.get(i), "round " + round + ", command " + i);
      }
      taken.clear();
    }
    assertEquals(0, badWrites + outOfSequence);
    assertEquals(sequence, dut.get("consumed_o"));
  }

  @Test
  void waitsForTheLastByteWhicheverItIs() {
    for (int last = 0; last < BYTES; last++) {
      byte[] command = command(last);
      write(last % SLOTS, command, ~(1L << last));
      idle(SETTLE_CYCLES);
      assertEquals(last, taken.size(), "without byte " + last);
      write(last % SLOTS, command, 1L << last);
      idle(SETTLE_CYCLES);
      assertEquals(last + 1, taken.size());
      assertArrayEquals(command, taken.get(last));
    }
  }

  @Test
  void aLaterCommandWaitsForThoseBefore() {
    write(1, command(1), -1);
    write(2, command(2), -1);
    idle(SETTLE_CYCLES);
    assertEquals(0, taken.size());
    write(0, command(0), -1);
    idle(SETTLE_CYCLES);
    assertEquals(3, taken.size());
  }

  @Test
  void dropsAWholeSlotOfAnotherSequenceAndTakesTheRightOneAfterwards() {
    write(0, command(SLOTS), -1);
    idle(SETTLE_CYCLES);
    assertEquals(1, outOfSequence);
    assertEquals(0, taken.size());
    assertEquals(0, dut.get("consumed_o"));
    byte[] right = command(0);
    write(0, right, -1);
    idle(SETTLE_CYCLES);
    assertEquals(1, taken.size());
    assertArrayEquals(right, taken.get(0));
  }

  @Test
  void refusesAWriteToASlotThatWasNotTakenYetAndKeepsWhatIsThere() {
    dut.set("command_ready_i", 0);
    byte[] first = command(0);
    byte[] second = command(1);
    write(0, first, -1);
    write(1, second, -1);
    idle(SETTLE_CYCLES);
    write(1, command(9), 0xFF00);
    idle(2);
    assertEquals(1, badWrites);
    dut.set("command_ready_i", 1);
    idle(SETTLE_CYCLES);
    assertArrayEquals(second, taken.get(1));
  }

  @Test
  void aSlotMayBeWrittenAgainOnceItWasTaken() {
    dut.set("command_ready_i", 0);
    for (int i = 0; i <= SLOTS; i++) {
      // The first command is out of its slot though nobody took it from the port.
      write(i % SLOTS, command(i), -1);
      idle(SETTLE_CYCLES);
    }
    assertEquals(0, badWrites);
    write(0, command(SLOTS + 1), -1);
    idle(2);
    assertEquals(1, badWrites);
  }

  @Test
  void refusesAWriteOutsideTheWindow() {
    write(SLOTS, command(0), -1);
    write(1 << 20, command(0), -1);
    idle(SETTLE_CYCLES);
    assertEquals(2, badWrites);
    assertEquals(0, taken.size());
  }

  @Test
  void takesNothingUntilItIsEnabled() {
    dut.set("enable_i", 0);
    write(0, command(0), -1);
    idle(SETTLE_CYCLES);
    assertEquals(0, taken.size());
    dut.set("enable_i", 1);
    idle(SETTLE_CYCLES);
    assertEquals(1, taken.size());
  }

  @Test
  void forgetsBytesAndSequenceOnReset() {
    write(0, command(0), -1);
    write(1, command(1), 0xFFFF);
    idle(SETTLE_CYCLES);
    dut.reset();
    dut.clockUntil(dut.port("clearing_o"), 0, SLOTS + 1);
    taken.clear();
    write(1, command(1), ~0xFFFFL);
    write(0, command(0), -1);
    idle(SETTLE_CYCLES);
    assertEquals(1, taken.size());
  }

  @Test
  void losesNothingWhateverTheBackPressure() {
    int written = 0;
    List<byte[]> commands = new ArrayList<>();
    while (taken.size() < 2_000) {
      dut.set("command_ready_i", random.nextInt(3) == 0 ? 1 : 0);
      if (written - dut.get("consumed_o") < SLOTS && random.nextInt(3) > 0) {
        byte[] command = command(written);
        commands.add(command);
        for (long strobe : split()) {
          write(written % SLOTS, command, strobe);
        }
        written++;
      } else {
        idle(1);
      }
    }
    assertEquals(0, badWrites + outOfSequence);
    for (int i = 0; i < taken.size(); i++) {
      assertArrayEquals(commands.get(i), taken.get(i), "command " + i);
    }
  }

  @Test
  void aCommandIsThereFourCyclesAfterItsLastByteAndOneEveryTwo() {
    dut.set("command_ready_i", 0);
    write(0, command(0), -1);
    // The cycle of the write itself is one of the four.
    assertEquals(3, dut.clockUntil(dut.port("command_valid_o"), 1, SETTLE_CYCLES));
    for (int i = 1; i < SLOTS; i++) {
      write(i, command(i), -1);
    }
    idle(SETTLE_CYCLES);
    dut.set("command_ready_i", 1);
    idle(2 * SLOTS);
    assertEquals(SLOTS, taken.size());
  }

  private byte[] command(int sequence) {
    UnsafeBuffer command = new UnsafeBuffer(new byte[BYTES]);
    random.nextBytes(command.byteArray());
    command.putInt(SEQUENCE_BYTE, sequence, ByteOrder.LITTLE_ENDIAN);
    return command.byteArray();
  }

  /** All 64 bytes in one to four pieces. */
  private long[] split() {
    long[] pieces = new long[1 + random.nextInt(4)];
    for (int bit = 0; bit < BYTES; bit++) {
      pieces[random.nextInt(pieces.length)] |= 1L << bit;
    }
    return pieces;
  }

  private void write(int slot, byte[] command, long strobe) {
    dut.set("write_valid_i", 1);
    dut.set("write_address_i", (long) slot * BYTES);
    dut.set("write_strobe_i", strobe);
    dut.port("write_data_i").set(new UnsafeBuffer(command), 0);
    do {
      clock();
    } while (!accepted);
    dut.set("write_valid_i", 0);
  }

  private void idle(int cycles) {
    for (int i = 0; i < cycles; i++) {
      clock();
    }
  }

  private void clock() {
    dut.eval();
    accepted = dut.get("write_ready_o") == 1;
    badWrites += (int) dut.get("bad_write_o");
    outOfSequence += (int) dut.get("out_of_sequence_o");
    if (dut.get("command_valid_o") == 1 && dut.get("command_ready_i") == 1) {
      UnsafeBuffer command = new UnsafeBuffer(new byte[BYTES]);
      dut.port("command_o").get(command, 0);
      taken.add(command.byteArray());
    }
    assertTrue(badWrites < 100);
    dut.clock();
  }
}
