package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The AXI4 slave of the window: bursts of every size, with waits on both sides. */
class WindowPortTest {
  private static final int FIXED = 0;
  private static final int INCREMENTING = 1;

  @Rtl(module = "window_port")
  RtlModule dut;

  private final List<Long> addresses = new ArrayList<>();
  private final List<Long> strobes = new ArrayList<>();

  @Test
  void handsOutEachBeatOfABurstAtItsAddress() {
    Random random = new Random(1);
    dut.set("s_axi_bready_i", 1);
    for (int burst = 0; burst < 500; burst++) {
      long address = random.nextInt(1 << 14) & -64;
      int size = random.nextInt(7);
      int beats = 1 + random.nextInt(6);
      boolean fixed = random.nextInt(4) == 0;
      burst(address, size, fixed ? FIXED : INCREMENTING, beats, random);
      for (int beat = 0; beat < beats; beat++) {
        long expected = fixed ? address : address + ((long) beat << size);
        assertEquals(expected, addresses.get(beat), "burst " + burst + ", beat " + beat);
        assertEquals(beat + 1, strobes.get(beat));
      }
      assertEquals(beats, addresses.size());
      assertEquals(burst & 15, dut.get("s_axi_bid_o"));
    }
  }

  @Test
  void takesTheNextAddressWithTheLastBeat() {
    dut.set("write_ready_i", 1);
    dut.set("s_axi_bready_i", 1);
    dut.set("s_axi_awvalid_i", 1);
    dut.set("s_axi_wvalid_i", 1);
    dut.set("s_axi_wlast_i", 1);
    dut.clock();
    for (int i = 0; i < 10; i++) {
      dut.eval();
      assertEquals(1, dut.get("write_valid_o"), "a beat each cycle");
      assertEquals(1, dut.get("s_axi_awready_o"));
      dut.clock();
    }
  }

  @Test
  void keepsAnAnswerUntilItIsTakenAndLetsNoOtherPassIt() {
    dut.set("write_ready_i", 1);
    dut.set("s_axi_awvalid_i", 1);
    dut.set("s_axi_wvalid_i", 1);
    dut.set("s_axi_wlast_i", 1);
    dut.clock(5);
    assertEquals(1, dut.get("s_axi_bvalid_o"));
    assertEquals(0, dut.get("s_axi_wready_o"));
    dut.set("s_axi_bready_i", 1);
    dut.clock();
    assertEquals(1, dut.get("s_axi_wready_o"));
  }

  @Test
  void answersReadsWithZeros() {
    dut.set("s_axi_arvalid_i", 1);
    dut.set("s_axi_arlen_i", 2);
    dut.set("s_axi_arid_i", 5);
    dut.clock();
    dut.set("s_axi_arvalid_i", 0);
    dut.set("s_axi_rready_i", 1);
    for (int beat = 0; beat < 3; beat++) {
      dut.eval();
      assertEquals(1, dut.get("s_axi_rvalid_o"));
      assertEquals(5, dut.get("s_axi_rid_o"));
      assertEquals(beat == 2 ? 1 : 0, dut.get("s_axi_rlast_o"));
      assertEquals(0, dut.port("s_axi_rdata_o").getBits(0, 64));
      dut.clock();
    }
    assertEquals(0, dut.get("s_axi_rvalid_o"));
    assertEquals(1, dut.get("s_axi_arready_o"));
  }

  private int id;

  private void burst(long address, int size, int kind, int beats, Random random) {
    addresses.clear();
    strobes.clear();
    dut.set("s_axi_awvalid_i", 1);
    dut.set("s_axi_awaddr_i", address);
    dut.set("s_axi_awsize_i", size);
    dut.set("s_axi_awburst_i", kind);
    dut.set("s_axi_awid_i", id++ & 15);
    dut.clock();
    dut.set("s_axi_awvalid_i", 0);
    for (int beat = 0; beat < beats; ) {
      boolean valid = random.nextBoolean();
      boolean ready = random.nextBoolean();
      dut.set("s_axi_wvalid_i", valid ? 1 : 0);
      dut.set("s_axi_wlast_i", beat == beats - 1 ? 1 : 0);
      dut.set("s_axi_wstrb_i", beat + 1);
      dut.set("write_ready_i", ready ? 1 : 0);
      dut.eval();
      if (dut.get("write_valid_o") == 1 && ready) {
        addresses.add(dut.get("write_address_o"));
        strobes.add(dut.get("write_strobe_o"));
      }
      boolean taken = valid && dut.get("s_axi_wready_o") == 1;
      dut.clock();
      beat += taken ? 1 : 0;
    }
    dut.set("s_axi_wvalid_i", 0);
    assertEquals(1, dut.get("s_axi_bvalid_o"));
    dut.clock();
  }
}
