package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The event writer against a host that takes its time: bus, answers and head all random. */
class EventWriterTest {
  private static final int BYTES = 64;
  private static final int PAYLOAD_BYTE = 16;
  private static final int SEQUENCE_BYTE = 60;
  private static final long BASE = 0x1_FFFF_FF00L;

  @Rtl(module = "event_writer")
  RtlModule dut;

  private final Random random = new Random(1);
  private final List<Long> addresses = new ArrayList<>();
  private final List<UnsafeBuffer> data = new ArrayList<>();
  private final ArrayDeque<Boolean> unanswered = new ArrayDeque<>();
  private int addressAnswers;
  private int dataAnswers;
  private int taken;
  private boolean waiting;
  private int stalls;
  private int errors;
  private int mostUnanswered;

  @BeforeEach
  void ring() {
    dut.set("base_i", BASE);
    dut.set("slots_i", 8);
    dut.reset();
  }

  @Test
  void writesEveryEventOnceInOrderWhateverTheBusAndTheHostDo() {
    int head = 0;
    while (data.size() < 2_000 || addresses.size() < 2_000) {
      head = Math.min(data.size(), head + (random.nextInt(4) == 0 ? random.nextInt(9) : 0));
      dut.set("head_i", head);
      clock(random.nextInt(10) < 7, random.nextBoolean(), random.nextBoolean(), chance(30), 0);
      assertTrue(data.size() - head <= 8, "more events than the ring holds");
    }
    for (int i = 0; i < 2_000; i++) {
      UnsafeBuffer event = data.get(i);
      assertEquals(BASE + i % 8 * BYTES, addresses.get(i), "address of event " + i);
      assertEquals(i + 1, event.getInt(SEQUENCE_BYTE, ByteOrder.LITTLE_ENDIAN));
      assertEquals(i, event.getInt(PAYLOAD_BYTE, ByteOrder.LITTLE_ENDIAN));
    }
    assertTrue(stalls > 0, "the ring was never full");
    assertTrue(mostUnanswered > 1, "never more than one write under way");
  }

  @Test
  void aFullRingStallsAndLosesNothing() {
    for (int i = 0; i < 50; i++) {
      clock(true, true, true, true, 0);
    }
    assertEquals(8, data.size());
    assertEquals(8, taken, "the next event waits before the writer");
    assertEquals(1, dut.get("stalled_o"));
    dut.set("head_i", 3);
    for (int i = 0; i < 50; i++) {
      clock(false, true, true, true, 0);
    }
    assertEquals(9, data.size());
    assertEquals(8, data.get(8).getInt(PAYLOAD_BYTE, ByteOrder.LITTLE_ENDIAN));
    assertEquals(0, dut.get("stalled_o"));
  }

  @Test
  void addsStampConsumedAndSequenceAndLeavesTheRest() {
    dut.set("cycle_i", 0xABCD_1234L);
    dut.set("consumed_i", 77);
    clock(true, true, true, true, 0);
    for (int i = 0; i < 4; i++) {
      clock(false, true, true, true, 0);
    }
    EventHeaderDecoder header = new EventHeaderDecoder().wrap(data.get(0), 0);
    assertEquals(0xABCD_1234L, header.stampCycles());
    assertEquals(77, header.consumed());
    assertEquals(DoneDecoder.TEMPLATE_ID, header.templateId());
    assertEquals(1, data.get(0).getInt(SEQUENCE_BYTE, ByteOrder.LITTLE_ENDIAN));
  }

  @Test
  void reachesTheBusTheCycleAfterItCame() {
    clock(true, false, false, false, 0);
    assertEquals(0, dut.clockUntil(dut.port("m_axi_wvalid_o"), 1, 10));
    assertEquals(1, dut.get("m_axi_awvalid_o"));
  }

  @Test
  void writesOneEventACycleWhileTheBusTakesThem() {
    dut.set("slots_i", 64);
    for (int i = 0; i < 34; i++) {
      clock(true, true, true, true, 0);
    }
    assertEquals(33, data.size());
  }

  @Test
  void stopsAtFifteenUnansweredWrites() {
    dut.set("slots_i", 64);
    for (int i = 0; i < 60; i++) {
      clock(true, true, true, false, 0);
    }
    assertEquals(15, data.size());
    assertEquals(0, dut.get("idle_o"));
    for (int i = 0; i < 80; i++) {
      clock(false, true, true, true, 0);
    }
    assertEquals(1, dut.get("idle_o"));
    assertEquals(16, data.size());
  }

  @Test
  void tellsOfAnswersWithAnError() {
    for (int i = 0; i < 20; i++) {
      clock(true, true, true, true, i % 2 == 0 ? 2 : 0);
    }
    assertTrue(errors > 0 && errors < data.size(), errors + " errors");
  }

  @Test
  void startsNothingWhileHeld() {
    dut.set("hold_i", 1);
    for (int i = 0; i < 10; i++) {
      clock(true, true, true, true, 0);
    }
    assertEquals(0, data.size());
    assertEquals(0, dut.get("stalled_o"));
    dut.set("hold_i", 0);
    for (int i = 0; i < 10; i++) {
      clock(false, true, true, true, 0);
    }
    assertEquals(1, data.size());
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** One cycle; an event once offered waits until it is taken. */
  private void clock(
      boolean offer, boolean addressReady, boolean dataReady, boolean answer, int response) {
    RtlPort event = dut.port("event_i");
    event.set(0);
    event.setBits(0, 16, DoneDecoder.TEMPLATE_ID);
    event.setBits(8 * PAYLOAD_BYTE, 32, taken);
    waiting |= offer;
    dut.set("event_valid_i", waiting ? 1 : 0);
    dut.set("m_axi_awready_i", addressReady ? 1 : 0);
    dut.set("m_axi_wready_i", dataReady ? 1 : 0);
    // A write is answered once both its halves were taken.
    while (addressAnswers < addresses.size() && dataAnswers < data.size()) {
      addressAnswers++;
      dataAnswers++;
      unanswered.add(true);
    }
    mostUnanswered = Math.max(mostUnanswered, unanswered.size());
    boolean answers = answer && !unanswered.isEmpty();
    dut.set("m_axi_bvalid_i", answers ? 1 : 0);
    dut.set("m_axi_bresp_i", response);
    dut.eval();
    stalls += (int) dut.get("stalled_o");
    errors += (int) dut.get("bus_error_o");
    if (waiting && dut.get("event_ready_o") == 1) {
      taken++;
      waiting = false;
    }
    if (addressReady && dut.get("m_axi_awvalid_o") == 1) {
      addresses.add(dut.get("m_axi_awaddr_o"));
    }
    if (dataReady && dut.get("m_axi_wvalid_o") == 1) {
      UnsafeBuffer written = new UnsafeBuffer(new byte[BYTES]);
      dut.port("m_axi_wdata_o").get(written, 0);
      data.add(written);
    }
    if (answers) {
      unanswered.remove();
    }
    dut.clock();
    dut.set("event_valid_i", 0);
    dut.set("m_axi_bvalid_i", 0);
  }
}
