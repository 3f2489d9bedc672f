package io.lockstep.sim.rtl;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.BlockHeaderDecoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.EventRingBlockDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The card's AXI ports with a host behind them: registers, window, and memory for the ring. */
final class CardPorts {
  static final long RING_BASE = 0x7_0000_0000L;
  private static final int CYCLES_MOST = 2_000;

  private final RtlModule dut;
  private final int windowSlots;
  private final int ringSlots;
  private final Map<Long, byte[]> memory = new HashMap<>();
  private final int ring;
  private boolean busReady = true;
  private int answers;
  private int response;
  private int sequence;
  private int head;
  private long lastWriteCycle;
  private long firstEventCycle;

  /** Finds the ring block, resets by control.reset, sets the ring and enables. */
  CardPorts(RtlModule dut, int windowSlots, int ringSlots) {
    this.dut = dut;
    this.windowSlots = windowSlots;
    this.ringSlots = ringSlots;
    dut.set("s_axil_bready_i", 1);
    dut.set("s_axil_rready_i", 1);
    dut.set("s_axi_bready_i", 1);
    ring = block(EventRingBlockDecoder.TEMPLATE_ID);
    start();
  }

  /** As a driver starts a card; also starts it anew. */
  void start() {
    writeRegister(ring + EventRingBlockDecoder.controlEncodingOffset(), 2);
    while ((readRegister(ring + EventRingBlockDecoder.statusEncodingOffset()) & 1) != 0) {
      clock();
    }
    writeRegister(ring + EventRingBlockDecoder.ringBaseEncodingOffset(), RING_BASE);
    writeRegister(ring + EventRingBlockDecoder.ringBaseEncodingOffset() + 4, RING_BASE >>> 32);
    writeRegister(ring + EventRingBlockDecoder.slotsEncodingOffset(), ringSlots);
    writeRegister(ring + EventRingBlockDecoder.controlEncodingOffset(), 1);
    memory.clear();
    sequence = 0;
    head = 0;
  }

  /** Where the chain of blocks has the block of this type. */
  int block(int type) {
    int offset = 0;
    while ((readRegister(offset) & 0xFFFF) != type) {
      offset = (int) readRegister(offset + BlockHeaderDecoder.nextByteEncodingOffset());
      if (offset == 0) {
        throw new IllegalStateException("no block " + type);
      }
    }
    return offset;
  }

  /** Writes a whole command into its slot, its window sequence set. */
  void offer(DirectBuffer command) {
    UnsafeBuffer bytes = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    bytes.putBytes(0, command, 0, Card.MESSAGE_BYTES);
    new CommandHeaderEncoder().wrap(bytes, 0).windowSequence(sequence & 0xFFFF_FFFFL);
    dut.set("s_axi_awvalid_i", 1);
    dut.set("s_axi_awaddr_i", (long) (sequence % windowSlots) * Card.MESSAGE_BYTES);
    dut.set("s_axi_awsize_i", 6);
    dut.set("s_axi_awburst_i", 1);
    await("s_axi_awready_o");
    dut.set("s_axi_awvalid_i", 0);
    dut.set("s_axi_wvalid_i", 1);
    dut.set("s_axi_wlast_i", 1);
    dut.set("s_axi_wstrb_i", -1);
    dut.port("s_axi_wdata_i").set(bytes, 0);
    await("s_axi_wready_o");
    dut.set("s_axi_wvalid_i", 0);
    lastWriteCycle = dut.cycles() - 1;
    firstEventCycle = 0;
    sequence++;
  }

  /** Takes the events that are there; their slots are free for the card afterwards. */
  List<byte[]> takeEvents() {
    List<byte[]> events = new ArrayList<>();
    byte[] event = memory.remove(address(head));
    while (event != null) {
      events.add(event);
      head++;
      event = memory.remove(address(head));
    }
    writeRegister(ring + EventRingBlockDecoder.headEncodingOffset(), head & 0xFFFF_FFFFL);
    return events;
  }

  /** Events in the ring that were not taken yet. */
  int waiting() {
    return memory.size();
  }

  /** Whether the bus takes event writes. */
  void busReady(boolean ready) {
    busReady = ready;
  }

  /** What the bus answers to event writes: 0 well, 2 an error. */
  void busAnswers(int code) {
    response = code;
  }

  /** Cycles from the cycle of the last window write to the first event's on the bus. */
  long windowToEventCycles() {
    return firstEventCycle - lastWriteCycle;
  }

  /** Reads a register. */
  long readRegister(int offset) {
    dut.set("s_axil_araddr_i", offset);
    dut.set("s_axil_arvalid_i", 1);
    await("s_axil_arready_o");
    dut.set("s_axil_arvalid_i", 0);
    for (int i = 0; dut.get("s_axil_rvalid_o") == 0; i++) {
      requireProgress(i, "s_axil_rvalid_o");
      clock();
    }
    long value = dut.get("s_axil_rdata_o");
    clock();
    return value;
  }

  /** Writes a register. */
  void writeRegister(int offset, long value) {
    dut.set("s_axil_awaddr_i", offset);
    dut.set("s_axil_wdata_i", value & 0xFFFF_FFFFL);
    dut.set("s_axil_wstrb_i", 0xF);
    dut.set("s_axil_awvalid_i", 1);
    dut.set("s_axil_wvalid_i", 1);
    await("s_axil_awready_o");
    dut.set("s_axil_awvalid_i", 0);
    dut.set("s_axil_wvalid_i", 0);
    clock();
  }

  /** One cycle of the card and of the bus behind it. */
  void clock() {
    dut.set("m_axi_awready_i", busReady ? 1 : 0);
    dut.set("m_axi_wready_i", busReady ? 1 : 0);
    dut.set("m_axi_bvalid_i", answers > 0 ? 1 : 0);
    dut.set("m_axi_bresp_i", response);
    dut.eval();
    answers -= answers > 0 ? 1 : 0;
    if (dut.get("m_axi_wvalid_o") == 1 && firstEventCycle == 0) {
      firstEventCycle = dut.cycles();
    }
    // Address and data come together, and this bus takes them together.
    if (busReady && dut.get("m_axi_wvalid_o") == 1) {
      UnsafeBuffer event = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
      dut.port("m_axi_wdata_o").get(event, 0);
      if (memory.put(dut.get("m_axi_awaddr_o"), event.byteArray()) != null) {
        throw new IllegalStateException("the card wrote over an event that was not taken");
      }
      answers++;
    }
    dut.clock();
  }

  private long address(int event) {
    return RING_BASE + (long) (event % ringSlots) * Card.MESSAGE_BYTES;
  }

  private void await(String ready) {
    boolean taken = false;
    for (int i = 0; !taken; i++) {
      requireProgress(i, ready);
      dut.eval();
      taken = dut.get(ready) == 1;
      clock();
    }
  }

  private static void requireProgress(int cycles, String port) {
    if (cycles > CYCLES_MOST) {
      throw new IllegalStateException(port + " stays low");
    }
  }
}
