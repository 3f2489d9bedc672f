package io.lockstep.sim.pcie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardRefusedException;
import io.lockstep.driver.CardRegisters;
import io.lockstep.driver.CardRequirements;
import io.lockstep.driver.RingCard;
import io.lockstep.driver.pcie.PcieDevice;
import io.lockstep.driver.pcie.PcieRefusedException;
import io.lockstep.driver.pcie.PcieRefusedException.Reason;
import io.lockstep.schema.card.EventRingBlockDecoder;
import io.lockstep.schema.card.IdentityBlockDecoder;
import io.lockstep.sim.fuzz.FuzzProgress;
import io.lockstep.sim.fuzz.FuzzResult;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.fuzz.FuzzRunner;
import io.lockstep.sim.fuzz.FuzzSettings;
import io.lockstep.sim.lockstep.CardDifference;
import io.lockstep.sim.lockstep.LockstepCard;
import io.lockstep.sim.lockstep.LockstepSettings;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The driver of a PCIe card against the Verilated card in another process, which it finds, enables
 * and maps as it would on hardware.
 */
@Timeout(300)
class FakePciCardTest {
  private static final String ADDRESS = "0000:01:00.0";
  private static final int RING_EVENTS = 32_768;
  private static final int ENABLE = 1;

  @TempDir private Path temporary;

  @TempDir(factory = SharedMemory.class)
  private Path memory;

  /** Resets in the middle of it, restores, and every refusal: what a fuzz run is made of. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1000", "2, 64, 5000", "3, 256, 5000"})
  void agreesWithTheModel(long seed, int inFlight, long commands) {
    FuzzSettings settings = FuzzSettings.of(seed, commands).withInFlight(inFlight);
    LockstepSettings left = LockstepSettings.defaults().withFolder(temporary.resolve("difference"));
    try (FakePciProcess ignored = new FakePciProcess(memory, "--seed", Long.toString(seed));
        LockstepCard card =
            new LockstepCard(new ModelCard(Capacities.SIM), "model", open(ignored), "pcie", left)) {
      FuzzResult result = new FuzzRunner(card, settings, FuzzProgress.NONE).run();
      assertEquals(
          Outcome.COMPLETED,
          result.outcome(),
          () -> result.difference().map(CardDifference::summary).orElse(""));
    }
  }

  @Test
  void theRingGoesRoundAndTheCountersFollow() throws InterruptedException {
    try (FakePciProcess process = new FakePciProcess(memory);
        RingCard card = open(process)) {
      int commands = RING_EVENTS + 5_000;
      UnsafeBuffer unknown = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
      int answered = 0;
      for (long offered = 0; answered < commands; ) {
        if (offered < commands && card.offer(unknown, 0) >= 0) {
          offered++;
        }
        answered += card.poll((event, offset) -> {}, 256);
      }
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (card.registers().commands() != commands && System.nanoTime() < deadline) {
        Thread.sleep(5);
      }
      assertEquals(commands, card.registers().commands());
      assertEquals(commands, card.registers().events());
      assertEquals(0, card.registers().windowOutOfSequence());
      assertEquals(0, card.registers().windowBadWrites());
    }
  }

  @Test
  void theNextProcessFindsTheCardAsTheLastOneLeftIt() throws IOException {
    try (FakePciProcess process = new FakePciProcess(memory)) {
      Path function = process.host().sys().resolve("bus/pci/devices").resolve(ADDRESS);
      for (int i = 0; i < 3; i++) {
        try (RingCard card = open(process)) {
          assertEquals("1", Files.readString(function.resolve("enable")).strip());
          assertEquals(4, Files.readAllBytes(function.resolve("config"))[4]);
          answersABarrier(card);
        }
        assertEquals("0", Files.readString(function.resolve("enable")).strip());
        assertEquals(0, Files.readAllBytes(function.resolve("config"))[4]);
        assertTrue(Files.notExists(process.host().dev().resolve("hugepages/lockstep-" + ADDRESS)));
        assertTrue(process.isAlive(), process::printed);
      }
    }
  }

  @Test
  void aCardOfAnotherSchemaIsRefusedAndReleased() throws IOException {
    try (FakePciProcess process = new FakePciProcess(memory)) {
      Path function = process.host().sys().resolve("bus/pci/devices").resolve(ADDRESS);
      int schemaHash = IdentityBlockDecoder.schemaHashEncodingOffset();
      flipABit(function.resolve("resource0"), schemaHash);
      CardRefusedException refusal =
          assertThrows(CardRefusedException.class, () -> open(process).close());
      assertTrue(refusal.getMessage().contains("built from schema"), refusal.getMessage());
      assertTrue(refusal.getMessage().contains("program the card"), refusal.getMessage());
      assertEquals("0", Files.readString(function.resolve("enable")).strip());
      flipABit(function.resolve("resource0"), schemaHash);
      try (RingCard card = open(process)) {
        answersABarrier(card);
      }
    }
  }

  private static void flipABit(Path path, long offset) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(offset);
      int value = file.read();
      file.seek(offset);
      file.write(value ^ 1);
    }
  }

  /** One that is told to write its events elsewhere than into its ring. */
  @Test
  void aLostCardReadsAsAllOnes() throws InterruptedException {
    try (FakePciProcess process = new FakePciProcess(memory)) {
      try (PcieDevice device = PcieDevice.openFirst(process.host())) {
        CardRegisters registers = CardRegisters.discover(device);
        int base = registers.eventRingField(EventRingBlockDecoder.ringBaseEncodingOffset());
        int control = registers.eventRingField(EventRingBlockDecoder.controlEncodingOffset());
        device.writeRegister(base, 0x1000);
        device.writeRegister(control, ENABLE);
        process.awaitEnd();
        assertTrue(process.printed().contains("are at 0x1000"), process.printed());
        assertEquals(-1, device.readRegister(base));
      }
      PcieRefusedException refusal =
          assertThrows(PcieRefusedException.class, () -> PcieDevice.openFirst(process.host()));
      assertEquals(Reason.READS_ALL_ONES, refusal.reason());
    }
  }

  private static void answersABarrier(Card card) {
    assertEquals(0, card.offer(new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]), 0));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (card.poll((event, offset) -> {}, 1) == 0) {
      assertTrue(System.nanoTime() < deadline, "no answer");
    }
  }

  private static RingCard open(FakePciProcess process) {
    return RingCard.open(PcieDevice.openFirst(process.host()), CardRequirements.NONE);
  }
}
