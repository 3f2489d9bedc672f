package io.lockstep.sim.pcie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardRequirements;
import io.lockstep.driver.RingCard;
import io.lockstep.sim.fuzz.FuzzProgress;
import io.lockstep.sim.fuzz.FuzzResult;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.fuzz.FuzzRunner;
import io.lockstep.sim.fuzz.FuzzSettings;
import io.lockstep.sim.lockstep.CardDifference;
import io.lockstep.sim.lockstep.LockstepCard;
import io.lockstep.sim.lockstep.LockstepSettings;
import io.lockstep.sim.verilated.VerilatedCard;
import io.lockstep.sim.verilated.VerilatedCardBuild;
import io.lockstep.sim.verilated.VerilatedDevice;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The card under a bus that does to the window what write combining may do: commands arrive in
 * pieces, pieces of up to a whole window of commands in any order, the card at work in between.
 */
@Timeout(300)
class WindowWritesTest {
  private static final int RING_SLOTS = 1024;
  private static final int READS_TO_SETTLE = 10;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1, 256", "2, 17", "3, 2", "4, 1"})
  void theCardAnswersAsIfCommandsCameWholeAndInOrder(long seed, int inFlight) {
    FuzzSettings settings = FuzzSettings.of(seed, 5_000).withInFlight(inFlight);
    LockstepSettings left = LockstepSettings.defaults().withFolder(folder.resolve("difference"));
    RingCard scattered = RingCard.open(new ScatteringDevice(device(), seed), CardRequirements.NONE);
    try (LockstepCard card =
        new LockstepCard(VerilatedCard.open(), "whole", scattered, "scattered", left)) {
      FuzzResult result = new FuzzRunner(card, settings, FuzzProgress.NONE).run();
      assertEquals(
          Outcome.COMPLETED,
          result.outcome(),
          () -> result.difference().map(CardDifference::summary).orElse(""));
      assertEquals(0, scattered.registers().windowOutOfSequence());
      assertEquals(0, scattered.registers().windowBadWrites());
    }
  }

  @Test
  void aCommandWithoutOneOfItsBytesIsNotTaken() {
    try (VerilatedDevice device = device()) {
      RingCard card = RingCard.open(device, CardRequirements.NONE);
      UnsafeBuffer zeros = new UnsafeBuffer(ByteBuffer.allocateDirect(Card.MESSAGE_BYTES));
      for (int missing = 0; missing < Card.MESSAGE_BYTES; missing++) {
        int slot = missing * Card.MESSAGE_BYTES;
        zeros.putInt(Integer.BYTES, missing);
        device.writeWindow(slot, zeros, 0, missing);
        device.writeWindow(
            slot + missing + 1, zeros, missing + 1, Card.MESSAGE_BYTES - missing - 1);
        for (int read = 0; read < READS_TO_SETTLE; read++) {
          // Each read clocks the card, which advance() does not before a command is whole.
          assertEquals(missing, card.registers().commands(), "without byte " + missing);
        }
        device.writeWindow(slot + missing, zeros, missing, 1);
        device.advance();
        assertEquals(missing + 1, card.registers().commands());
      }
    }
  }

  @Test
  void aWriteMayCrossSlots() {
    try (VerilatedDevice device = device()) {
      RingCard card = RingCard.open(device, CardRequirements.NONE);
      UnsafeBuffer two = new UnsafeBuffer(ByteBuffer.allocateDirect(2 * Card.MESSAGE_BYTES));
      two.putInt(Card.MESSAGE_BYTES + Integer.BYTES, 1);
      device.writeWindow(0, two, 0, two.capacity());
      device.advance();
      device.advance();
      assertEquals(2, card.registers().commands());
    }
  }

  @Test
  void nothingIsWrittenBeyondTheWindow() {
    try (VerilatedDevice device = device()) {
      UnsafeBuffer word = new UnsafeBuffer(ByteBuffer.allocateDirect(Long.BYTES));
      int end = device.commandWindow().capacity();
      assertThrows(IndexOutOfBoundsException.class, () -> device.writeWindow(end - 7, word, 0, 8));
      WindowWrites writes = WindowWrites.whole(device);
      assertThrows(IndexOutOfBoundsException.class, () -> writes.add(end - 7, word, 0, 8));
      assertTrue(writes.isEmpty());
    }
  }

  @Test
  void eventsGoWhereTheRingWasPlaced() {
    try (VerilatedDevice device = device()) {
      UnsafeBuffer memory =
          new UnsafeBuffer(ByteBuffer.allocateDirect(RING_SLOTS * Card.MESSAGE_BYTES));
      device.placeEventRing(0x7_6543_2000L, memory);
      RingCard card = RingCard.open(device, CardRequirements.NONE);
      UnsafeBuffer zeros = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
      for (int i = 0; i < 3 * RING_SLOTS; i++) {
        assertEquals(i, card.offer(zeros, 0));
        assertEquals(1, card.poll((event, offset) -> {}, 8));
        assertEquals(
            i + 1, memory.getInt(i % RING_SLOTS * Card.MESSAGE_BYTES + Card.MESSAGE_BYTES - 4));
      }
    }
  }

  private static VerilatedDevice device() {
    return new VerilatedDevice(VerilatedCardBuild.library(), RING_SLOTS);
  }
}
