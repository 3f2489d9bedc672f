package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.CounterBlockDecoder;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.EventRingBlockDecoder;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole card at its AXI ports, against the Java model, with a small window and ring. */
class LockstepCardTest {
  private static final Capacities CAPACITIES = new Capacities(4, 128, 512, 64, 4, 16, 8);
  private static final int RING_SLOTS = 16;
  private static final int WINDOW_TO_EVENT_CYCLES_MOST = 12;
  private static final int BARRIER = 31;

  @Rtl(
      module = "lockstep_card",
      parameters = {
        "INSTRUMENTS=4",
        "LEVELS=128",
        "ORDERS=512",
        "LIVE_ORDERS=64",
        "ACCOUNTS=4",
        "POSITIONS=16",
        "WINDOW_SLOTS=8"
      })
  RtlModule dut;

  private CardPorts card;

  @BeforeEach
  void start() {
    card = new CardPorts(dut, CAPACITIES.windowSlots(), RING_SLOTS);
  }

  @Test
  void answersAsTheModelDoesThroughWindowAndRing() {
    RandomCommands commands = new RandomCommands(7, 4, 128, 400, 4);
    ModelCard model = new ModelCard(CAPACITIES);
    List<byte[]> expected = new ArrayList<>();
    List<byte[]> actual = new ArrayList<>();
    int offered = 0;
    while (offered < 3_000 || actual.size() < expected.size()) {
      // As the host counts its credit: by the commands that the newest event says are consumed.
      long consumed = actual.isEmpty() ? 0 : word(actual.get(actual.size() - 1), 8);
      if (offered < 3_000 && offered - consumed < CAPACITIES.windowSlots()) {
        var command = commands.next();
        card.offer(command);
        offered++;
        model.offer(command, 0);
        model.poll(
            (event, offset) -> {
              byte[] bytes = new byte[64];
              event.getBytes(offset, bytes);
              expected.add(bytes);
            },
            Integer.MAX_VALUE);
      }
      actual.addAll(card.takeEvents());
      card.busReady(offered % 5 != 0 || actual.size() < expected.size());
    }
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(i + 1, word(actual.get(i), 60), "sequence");
      assertArrayEquals(comparable(expected.get(i)), comparable(actual.get(i)), "event " + i);
    }
    assertEquals(expected.size(), actual.size());
    int counters = card.block(CounterBlockDecoder.TEMPLATE_ID);
    assertEquals(3_000, card.readRegister(counters + CounterBlockDecoder.commandsEncodingOffset()));
    assertEquals(
        expected.size(), card.readRegister(counters + CounterBlockDecoder.eventsEncodingOffset()));
  }

  /** Orders that need nothing looked up anew; what goes alone waits for the pipeline as well. */
  @Test
  void anOrderIsAnsweredOnTheBusWithinTwelveCycles() {
    RandomCommands commands = new RandomCommands(8, 4, 128, 400, 4);
    int answers = 0;
    for (int i = 0; i < 2_000; i++) {
      DirectBuffer command = commands.next();
      card.offer(command);
      List<byte[]> events = new ArrayList<>();
      while (events.isEmpty() || (events.get(events.size() - 1)[2] & 1) == 0) {
        card.clock();
        events.addAll(card.takeEvents());
      }
      if (isPlainOrder(command) && events.get(0)[0] != RejectedDecoder.TEMPLATE_ID) {
        assertTrue(
            card.windowToEventCycles() <= WINDOW_TO_EVENT_CYCLES_MOST,
            "command " + i + ": " + card.windowToEventCycles());
        answers++;
      }
    }
    assertTrue(answers > 100, "only " + answers + " orders");
  }

  private static boolean isPlainOrder(DirectBuffer command) {
    int template = command.getShort(0, ByteOrder.LITTLE_ENDIAN);
    if (template == CancelDecoder.TEMPLATE_ID) {
      return true;
    }
    NewDecoder order = new NewDecoder();
    order.wrap(command, 0, NewDecoder.BLOCK_LENGTH, NewDecoder.SCHEMA_VERSION);
    return template == NewDecoder.TEMPLATE_ID
        && order.timeInForce() != TimeInForce.FOK
        && !order.header().flags().reduceOnly()
        && order.quantity() < 1 << 24;
  }

  @Test
  void aFullRingStallsTheCardAndLosesNothing() {
    // Each barrier answers one event; more of them than ring, writer, kernel and window hold at
    // once.
    int offered = 0;
    for (; offered < RING_SLOTS + CAPACITIES.windowSlots(); offered++) {
      card.offer(barrier());
      for (int cycle = 0; cycle < 20; cycle++) {
        card.clock();
      }
    }
    assertEquals(RING_SLOTS, card.waiting());
    int ring = card.block(EventRingBlockDecoder.TEMPLATE_ID);
    long status = card.readRegister(ring + EventRingBlockDecoder.statusEncodingOffset());
    assertEquals(2, status, "stalled");
    List<byte[]> events = new ArrayList<>();
    while (events.size() < offered) {
      events.addAll(card.takeEvents());
      card.clock();
    }
    for (int i = 0; i < offered; i++) {
      assertEquals(i + 1, word(events.get(i), 60));
    }
    assertEquals(0, card.readRegister(ring + EventRingBlockDecoder.statusEncodingOffset()));
  }

  @Test
  void aResetWaitsForTheBusAndStartsEverySequenceAnew() {
    card.offer(barrier());
    card.busReady(false);
    for (int cycle = 0; cycle < 20; cycle++) {
      card.clock();
    }
    int ring = card.block(EventRingBlockDecoder.TEMPLATE_ID);
    card.writeRegister(ring + EventRingBlockDecoder.controlEncodingOffset(), 2);
    for (int cycle = 0; cycle < 2_000; cycle++) {
      card.clock();
    }
    // An AXI write once offered stays: so the reset is still waiting.
    assertEquals(1, dut.get("m_axi_awvalid_o"));
    long status = card.readRegister(ring + EventRingBlockDecoder.statusEncodingOffset());
    assertEquals(1, status, "resetting");
    card.busReady(true);
    card.clock();
    card.start();
    card.offer(barrier());
    for (int cycle = 0; cycle < 20; cycle++) {
      card.clock();
    }
    List<byte[]> events = card.takeEvents();
    assertEquals(1, events.size());
    assertEquals(1, word(events.get(0), 60));
    assertEquals(1, word(events.get(0), 8));
  }

  @Test
  void countsTheErrorsThatTheBusAnswers() {
    card.busAnswers(2);
    card.offer(barrier());
    for (int cycle = 0; cycle < 20; cycle++) {
      card.clock();
    }
    int counters = card.block(CounterBlockDecoder.TEMPLATE_ID);
    assertEquals(1, card.readRegister(counters + CounterBlockDecoder.busErrorsEncodingOffset()));
  }

  private static DirectBuffer barrier() {
    UnsafeBuffer command = new UnsafeBuffer(new byte[64]);
    command.putShort(0, (short) BARRIER, ByteOrder.LITTLE_ENDIAN);
    return command;
  }

  private static long word(byte[] event, int offset) {
    return ByteBuffer.wrap(event).order(ByteOrder.LITTLE_ENDIAN).getInt(offset) & 0xFFFF_FFFFL;
  }

  /** Without stamp, consumed and sequence. */
  private static byte[] comparable(byte[] event) {
    byte[] bytes = event.clone();
    Arrays.fill(bytes, 4, 12, (byte) 0);
    Arrays.fill(bytes, 60, 64, (byte) 0);
    return bytes;
  }
}
