package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.BlockHeaderDecoder;
import io.lockstep.schema.card.CapacityBlockDecoder;
import io.lockstep.schema.card.CardSchemaHash;
import io.lockstep.schema.card.CounterBlockDecoder;
import io.lockstep.schema.card.EventRingBlockDecoder;
import io.lockstep.schema.card.IdentityBlockDecoder;
import io.lockstep.schema.card.LatencyBlockDecoder;
import io.lockstep.schema.card.RejectReason;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register blocks as a driver finds them: by the chain, read with the generated decoders. */
class RegistersTest {
  private static final int BAR_BYTES = 0x400;
  private static final int CLEAR_CYCLES_MOST = 100;

  @Rtl(
      module = "registers",
      parameters = {"INSTRUMENTS=4", "LEVELS=128", "ORDERS=512", "WINDOW_SLOTS=16"})
  RtlModule dut;

  private UnsafeBuffer bar;

  @BeforeEach
  void cleared() {
    dut.clockUntil(dut.port("clearing_o"), 0, CLEAR_CYCLES_MOST);
  }

  @Test
  void chainsItsBlocksFromTheIdentityOn() {
    readAll();
    int offset = 0;
    int[] expected = {
      IdentityBlockDecoder.TEMPLATE_ID,
      CapacityBlockDecoder.TEMPLATE_ID,
      EventRingBlockDecoder.TEMPLATE_ID,
      CounterBlockDecoder.TEMPLATE_ID,
      LatencyBlockDecoder.TEMPLATE_ID
    };
    for (int type : expected) {
      BlockHeaderDecoder header = new BlockHeaderDecoder().wrap(bar, offset);
      assertEquals(type, header.blockType());
      assertEquals(1, header.blockVersion());
      offset = (int) header.nextByte();
    }
    assertEquals(0, offset);
  }

  @Test
  void saysWhatItIsAndHolds() {
    readAll();
    IdentityBlockDecoder identity = new IdentityBlockDecoder();
    identity.wrap(bar, block(IdentityBlockDecoder.TEMPLATE_ID), 40, 1);
    assertEquals(0x4C4B5354L, identity.magic());
    assertEquals(CardSchemaHash.VALUE, identity.schemaHash());
    assertTrue(identity.rulesVersionMin() <= identity.rulesVersionMax());
    CapacityBlockDecoder capacity = new CapacityBlockDecoder();
    capacity.wrap(bar, block(CapacityBlockDecoder.TEMPLATE_ID), 48, 1);
    assertEquals(4, capacity.instruments());
    assertEquals(128, capacity.levels());
    assertEquals(512, capacity.orderSlots());
    assertEquals(256, capacity.liveOrders());
    assertEquals(16_384, capacity.accounts());
    assertEquals(65_536, capacity.positions());
    assertEquals(16, capacity.windowSlots());
  }

  @Test
  void keepsTheRingAndRefusesToMoveItWhileEnabled() {
    int ring = block(EventRingBlockDecoder.TEMPLATE_ID);
    write(ring + EventRingBlockDecoder.ringBaseEncodingOffset(), 0x89ABCDEFL);
    write(ring + EventRingBlockDecoder.ringBaseEncodingOffset() + 4, 0x1234567L);
    write(ring + EventRingBlockDecoder.slotsEncodingOffset(), 1024);
    write(ring + EventRingBlockDecoder.controlEncodingOffset(), 1);
    assertEquals(1, dut.get("enable_o"));
    write(ring + EventRingBlockDecoder.ringBaseEncodingOffset(), 5);
    write(ring + EventRingBlockDecoder.slotsEncodingOffset(), 5);
    write(ring + EventRingBlockDecoder.headEncodingOffset(), 77);
    assertEquals(0x1234567_89ABCDEFL, dut.get("ring_base_o"));
    assertEquals(1024, dut.get("ring_slots_o"));
    assertEquals(77, dut.get("head_o"));
    readAll();
    EventRingBlockDecoder block = new EventRingBlockDecoder();
    block.wrap(bar, ring, 40, 1);
    assertEquals(0x1234567_89ABCDEFL, block.ringBase());
    assertEquals(1024, block.slots());
    assertEquals(77, block.head());
    assertTrue(block.control().enable());
    assertFalse(block.status().resetting());
  }

  @Test
  void showsResettingAndStalled() {
    dut.set("resetting_i", 1);
    dut.set("stalled_i", 1);
    readAll();
    EventRingBlockDecoder block = new EventRingBlockDecoder();
    block.wrap(bar, block(EventRingBlockDecoder.TEMPLATE_ID), 40, 1);
    assertTrue(block.status().resetting());
    assertTrue(block.status().stalled());
  }

  @Test
  void asksForAResetWithOnePulse() {
    int control =
        block(EventRingBlockDecoder.TEMPLATE_ID) + EventRingBlockDecoder.controlEncodingOffset();
    write(control, 2);
    assertEquals(1, dut.get("reset_o"));
    dut.clock();
    assertEquals(0, dut.get("reset_o"));
  }

  @Test
  void countsAndForgetsOnReset() {
    pulse("written_i", 3);
    pulse("out_of_sequence_i", 4);
    pulse("bad_write_i", 5);
    pulse("stalled_i", 6);
    pulse("bus_error_i", 7);
    dut.set("reason_i", RejectReason.PRICE_BEYOND_ORDER.value());
    pulse("reject_i", 8);
    dut.set("cycles_i", 2);
    pulse("finished_i", 9);
    dut.set("cycles_i", 63);
    pulse("finished_i", 1);
    dut.set("consumed_i", 42);
    readAll();
    CounterBlockDecoder counters = counters();
    assertEquals(42, counters.commands());
    assertEquals(3, counters.events());
    assertEquals(4, counters.windowOutOfSequence());
    assertEquals(5, counters.windowBadWrite());
    assertEquals(6, counters.stallCycles());
    assertEquals(7, counters.busErrors());
    for (int reason = 0; reason < 64; reason++) {
      assertEquals(
          reason == RejectReason.PRICE_BEYOND_ORDER.value() ? 8 : 0, counters.rejects(reason));
    }
    LatencyBlockDecoder latency = latency();
    for (int bucket = 0; bucket < 64; bucket++) {
      assertEquals(bucket == 2 ? 9 : bucket == 63 ? 1 : 0, latency.buckets(bucket));
    }

    dut.set("consumed_i", 0);
    dut.reset();
    cleared();
    readAll();
    assertEquals(0, counters().events());
    assertEquals(0, counters().busErrors());
    assertEquals(0, counters().rejects(RejectReason.PRICE_BEYOND_ORDER.value()));
    assertEquals(0, latency().buckets(2));
  }

  @Test
  void readsZeroOutsideTheBlocks() {
    assertEquals(0, read(0x3F8));
    assertEquals(0, read(0xFFFC));
    assertEquals(0, read(0x38));
  }

  private CounterBlockDecoder counters() {
    return new CounterBlockDecoder().wrap(bar, block(CounterBlockDecoder.TEMPLATE_ID), 288, 1);
  }

  private LatencyBlockDecoder latency() {
    return new LatencyBlockDecoder().wrap(bar, block(LatencyBlockDecoder.TEMPLATE_ID), 264, 1);
  }

  /** Where the chain says that the block is. */
  private int block(int type) {
    int offset = 0;
    while ((read(offset) & 0xFFFF) != type) {
      offset = (int) read(offset + BlockHeaderDecoder.nextByteEncodingOffset());
      assertTrue(offset != 0, "no block " + type);
    }
    return offset;
  }

  private void readAll() {
    bar = new UnsafeBuffer(new byte[BAR_BYTES]);
    for (int offset = 0; offset < BAR_BYTES; offset += 4) {
      bar.putInt(offset, (int) read(offset));
    }
  }

  private long read(int offset) {
    dut.set("read_i", 1);
    dut.set("read_address_i", offset);
    dut.clock();
    dut.set("read_i", 0);
    dut.clock();
    return dut.get("read_data_o");
  }

  private void write(int offset, long value) {
    dut.set("write_i", 1);
    dut.set("write_address_i", offset);
    dut.set("write_data_i", value);
    dut.clock();
    dut.set("write_i", 0);
  }

  private void pulse(String port, int cycles) {
    dut.set(port, 1);
    dut.clock(cycles);
    dut.set(port, 0);
    dut.clock(2);
  }
}
