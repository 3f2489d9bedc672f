package io.lockstep.sim.verilated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.driver.CardRefusedException;
import io.lockstep.driver.CardRequirements;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.RingCard;
import io.lockstep.schema.card.CardSchemaHash;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.rtl.RtlException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The RTL behind the driver: registers, window and ring as on hardware, and what only a simulated
 * card promises. What commands mean is tested elsewhere, for all cards alike.
 */
@Timeout(300)
class VerilatedCardTest {
  private static final int ACCEPTED = TemplateId.ACCEPTED.value();
  private static final int TRADE = TemplateId.TRADE.value();
  private static final int TOP = TemplateId.TOP_OF_BOOK.value();
  private static final int DONE = TemplateId.DONE.value();
  private static final int REJECTED = TemplateId.REJECTED.value();

  @Test
  void saysWhatItIs() {
    try (VerilatedCard card = VerilatedCard.open()) {
      CardDescription description = card.description();
      assertEquals(CardSchemaHash.VALUE, description.schemaHash());
      assertEquals(64, description.instruments());
      assertEquals(4096, description.levels());
      assertEquals(65_536, description.orderSlots());
      assertEquals(65_280, description.liveOrders());
      assertEquals(16_384, description.accounts());
      assertEquals(256, description.windowSlots());
      assertEquals(0, description.clockKilohertz());
    }
  }

  @Test
  void answersCommandsThroughWindowAndRing() {
    try (VerilatedCard card = VerilatedCard.open()) {
      Flow flow = new Flow(card);
      flow.start();
      assertEquals(List.of(ACCEPTED, TOP), flow.send(flow.order(1, false, 100, 5)));
      assertEquals(List.of(ACCEPTED, TRADE, TOP), flow.send(flow.order(2, true, 101, 3)));
      assertEquals(List.of(REJECTED), flow.send(flow.order(3, true, 99, 0)));
      assertEquals(Flow.START_COMMANDS + 3, card.registers().commands());
      assertEquals(Flow.START_COMMANDS + 6, card.registers().events());
      assertEquals(1, card.registers().rejects(RejectReason.QUANTITY_ZERO));
      assertEquals(0, card.registers().windowOutOfSequence());
      assertEquals(0, card.registers().windowBadWrites());
      assertEquals(0, card.registers().busErrors());
    }
  }

  @Test
  void aFullWindowGivesNoCreditUntilAnswersCome() {
    try (VerilatedCard card = VerilatedCard.open()) {
      Flow flow = new Flow(card);
      for (int i = 0; i < 256; i++) {
        assertEquals(i, card.offer(flow.barrier(), 0));
      }
      assertEquals(Card.NO_CREDIT, card.offer(flow.barrier(), 0));
      flow.drain(256);
      for (int i = 0; i < 1000; i++) {
        assertEquals(256 + i, card.offer(flow.barrier(), 0));
        flow.drain(1);
      }
      assertEquals(1256, card.registers().commands());
    }
  }

  @Test
  void aFullRingStallsTheCardAndLosesNothing() {
    try (VerilatedCard card = VerilatedCard.builder().ringSlots(4).open();
        VerilatedCard roomy = VerilatedCard.open()) {
      Flow tight = new Flow(card);
      Flow free = new Flow(roomy);
      for (Flow flow : List.of(tight, free)) {
        flow.start();
        for (int id = 1; id <= 40; id++) {
          flow.send(flow.order(id, false, 100, 1));
        }
        // One event for itself, forty trades, one top of book: ten rings full.
        assertEquals(42, flow.send(flow.order(50, true, 100, 40)).size());
        // Seven commands at once, none polled until all wait in the window.
        for (int id = 51; id < 58; id++) {
          assertTrue(flow.card().offer(flow.order(id, true, 90, 2), 0) >= 0);
        }
        flow.drain(7);
      }
      assertEquals(free.text(), tight.text());
      assertTrue(card.registers().stallCycles() > 0, "the ring never was full");
      assertTrue(card.registers().stallCycles() < 1000, "clocked though the host had to act");
      assertEquals(0, roomy.registers().stallCycles());
      assertEquals(card.registers().events(), roomy.registers().events());
    }
  }

  @Test
  void equalCommandsTakeEqualCycles() {
    long cycles = 0;
    int[] latencies = new int[0];
    for (int run = 0; run < 2; run++) {
      try (VerilatedCard card = VerilatedCard.open()) {
        int[] now = new Flow(card).start().mixed(2000, 7);
        if (run > 0) {
          assertEquals(cycles, card.device().cycles());
          assertArrayEquals(latencies, now);
        }
        cycles = card.device().cycles();
        latencies = now;
      }
    }
  }

  @Test
  void twoCardsInOneProcessAreIndependent() {
    try (VerilatedCard first = VerilatedCard.open();
        VerilatedCard second = VerilatedCard.open();
        VerilatedCard alone = VerilatedCard.open()) {
      Flow one = new Flow(first);
      Flow two = new Flow(second);
      Flow three = new Flow(alone);
      // The same flow once in pieces, with another card's work between them, and once in one go.
      one.start();
      two.start();
      three.start();
      two.mixed(500, 99);
      one.mixed(1000, 7);
      two.mixed(500, 98);
      three.mixed(1000, 7);
      assertEquals(three.text(), one.text());
      assertEquals(alone.device().cycles(), first.device().cycles());
      assertNotEquals(one.text(), two.text());
    }
  }

  @Test
  void anIdleCardIsNotClocked() {
    try (VerilatedCard card = VerilatedCard.open()) {
      Flow flow = new Flow(card);
      flow.send(flow.barrier());
      long cycles = card.device().cycles();
      for (int i = 0; i < 100; i++) {
        assertEquals(0, card.poll((event, offset) -> {}, 10));
      }
      assertEquals(cycles, card.device().cycles());
    }
  }

  @Test
  void afterAResetItKnowsNothingAndStartsAnew() {
    VerilatedDevice device = new VerilatedDevice(VerilatedCardBuild.library(), 64);
    Flow before = new Flow(RingCard.open(device, CardRequirements.NONE));
    before.start();
    before.send(before.order(1, false, 100, 5));
    RingCard again = RingCard.open(device, CardRequirements.NONE);
    Flow after = new Flow(again);
    assertEquals(List.of(DONE), after.send(after.audit()));
    assertEquals(List.of(REJECTED), after.send(after.order(1, false, 100, 5)));
    after.start();
    assertEquals(List.of(ACCEPTED, TOP), after.send(after.order(1, false, 100, 5)));
    assertEquals(Flow.START_COMMANDS + 3, again.registers().commands());
    device.close();
  }

  @Test
  void aResetInTheMiddleOfAnAnswerLeavesNoTrace() {
    VerilatedDevice device = new VerilatedDevice(VerilatedCardBuild.library(), 4);
    RingCard first = RingCard.open(device, CardRequirements.NONE);
    Flow before = new Flow(first);
    before.start();
    for (int id = 1; id <= 30; id++) {
      before.send(before.order(id, false, 100, 1));
    }
    first.offer(before.order(99, true, 100, 30), 0);
    first.offer(before.order(98, true, 90, 30), 0);
    first.poll((event, offset) -> {}, 1);
    Flow after = new Flow(RingCard.open(device, CardRequirements.NONE));
    for (int i = 0; i < 300; i++) {
      assertEquals(List.of(DONE), after.send(after.barrier()));
    }
    device.close();
  }

  @Test
  void refusesWhatItLacks() {
    CardRequirements large = new CardRequirements(1, 65, 4096, 65_280, 16_384, 65_536);
    CardRefusedException refusal =
        assertThrows(
            CardRefusedException.class,
            () -> VerilatedCard.builder().requirements(large).open().close());
    assertTrue(refusal.getMessage().contains("64 instruments; 65"), refusal.getMessage());
  }

  @Test
  void refusesALibraryThatIsNone(@TempDir Path folder) {
    RtlException refusal =
        assertThrows(
            RtlException.class,
            () -> VerilatedCard.builder().library(folder.resolve("none.so")).open().close());
    assertTrue(refusal.getMessage().contains("none.so"), refusal.getMessage());
  }

  @Test
  void measuresCyclesFromWindowToBus() {
    try (VerilatedCard card = VerilatedCard.open()) {
      Flow flow = new Flow(card);
      flow.start();
      flow.send(flow.order(1, false, 100, 5));
      VerilatedDevice device = card.device();
      int windowToEvent = device.windowToEventCycles();
      int toEvent = device.kernelToEventCycles();
      int toReady = device.kernelToReadyCycles();
      assertTrue(0 < toEvent && toEvent < windowToEvent, toEvent + " " + windowToEvent);
      assertTrue(0 < toReady && toReady < 20, "ready after " + toReady);
      flow.send(flow.order(2, false, 100, 5));
      assertEquals(windowToEvent, device.windowToEventCycles());
      assertEquals(toEvent, device.kernelToEventCycles());
    }
  }

  @Test
  void aPlantedFaultIsBuiltAndShows(@TempDir Path folder) throws Exception {
    Path rtl =
        ChangedRtl.write(folder, "event_writer.sv", "sequence_q + 32'd1;", "sequence_q + 32'd2;");
    Path library = VerilatedCardBuild.libraryOf(rtl, false);
    try (VerilatedCard card = VerilatedCard.builder().library(library).open()) {
      Flow flow = new Flow(card);
      flow.send(flow.barrier());
      card.offer(flow.barrier(), 0);
      assertEquals(Card.FAULTED, card.poll((event, offset) -> {}, 10));
      assertTrue(card.failure().contains("event 2 is missing"), card.failure());
    }
  }

  @Test
  void aFailedAssertionOfTheRtlLosesTheCardAndNamesIt(@TempDir Path folder) throws Exception {
    Path rtl =
        ChangedRtl.write(
            folder,
            "event_writer.sv",
            "endmodule",
            "  always_ff @(posedge clk_i) planted : assert (written_q != 32'd3);\nendmodule");
    Path library = VerilatedCardBuild.libraryOf(rtl, false);
    try (VerilatedCard card = VerilatedCard.builder().library(library).open()) {
      Flow flow = new Flow(card);
      flow.send(flow.barrier());
      flow.send(flow.barrier());
      assertTrue(card.offer(flow.barrier(), 0) >= 0);
      card.poll((event, offset) -> {}, 10);
      card.offer(flow.barrier(), 0);
      assertEquals(Card.FAULTED, card.poll((event, offset) -> {}, 10));
      assertTrue(card.failure().contains("planted"), card.failure());
      assertEquals(-1, card.device().readRegister(8), "a lost card reads as all ones");
    }
  }

  @Test
  void writesAWaveformOfTheCommandsAskedFor(@TempDir Path folder) throws Exception {
    Path all = folder.resolve("all.fst");
    Path some = folder.resolve("some.fst");
    Path none = folder.resolve("none.fst");
    int[] untraced;
    try (VerilatedCard card = VerilatedCard.open()) {
      untraced = new Flow(card).start().mixed(300, 3);
    }
    for (Path file : List.of(all, some, none)) {
      long from = file == all ? 0 : file == some ? 100 : 5000;
      long to = file == some ? 109 : 6000;
      try (VerilatedCard card = VerilatedCard.builder().wave(file, from, to).open()) {
        assertArrayEquals(untraced, new Flow(card).start().mixed(300, 3));
      }
    }
    assertTrue(Files.size(some) > 0);
    assertTrue(Files.size(all) > Files.size(some), Files.size(all) + " " + Files.size(some));
    assertEquals(0, Files.size(none));
  }

  @Test
  void anUntracedCardRefusesToWriteAWaveform(@TempDir Path folder) {
    try (VerilatedCard card = VerilatedCard.open()) {
      assertThrows(RtlException.class, () -> card.device().wave(folder.resolve("none.fst"), 0, 1));
    }
  }

  @Test
  void aClosedCardTouchesNothing() {
    VerilatedCard card = VerilatedCard.open();
    Flow flow = new Flow(card);
    flow.send(flow.barrier());
    long cycles = card.device().cycles();
    card.close();
    card.close();
    assertEquals(Card.FAULTED, card.offer(flow.barrier(), 0));
    assertEquals(Card.FAULTED, card.poll((event, offset) -> {}, 1));
    assertThrows(IllegalStateException.class, () -> card.device().readRegister(0));
    assertEquals(cycles, card.device().cycles());
    assertFalse(card.failure().isEmpty());
  }

  @Test
  void offerAndPollAllocateNothing() {
    try (VerilatedCard card = VerilatedCard.builder().ringSlots(64).open()) {
      UnsafeBuffer barrier = new Flow(card).barrier();
      EventHandler ignore = (event, offset) -> {};
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long thread = Thread.currentThread().getId();
      long bytes = Long.MAX_VALUE;
      // The compiler itself may allocate on this thread while code is still warming up.
      for (int round = 0; round < 10 && bytes > 0; round++) {
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 10_000; i++) {
          card.offer(barrier, 0);
          card.poll(ignore, 16);
        }
        bytes = threads.getThreadAllocatedBytes(thread) - before;
      }
      assertEquals(0, bytes);
      assertEquals(0, card.registers().commands() % 10_000);
    }
  }
}
