package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The AXI4-Lite slave: each handshake on its own. */
class RegisterPortTest {
  @Rtl(module = "register_port")
  RtlModule dut;

  @Test
  void writesOnceAddressAndDataAreThere() {
    dut.set("s_axil_awvalid_i", 1);
    dut.set("s_axil_awaddr_i", 0x94);
    dut.set("s_axil_wstrb_i", 0xF);
    dut.set("s_axil_wdata_i", 1234);
    dut.clock(3);
    assertEquals(0, dut.get("write_o"));
    assertEquals(0, dut.get("s_axil_awready_o"));
    dut.set("s_axil_wvalid_i", 1);
    dut.eval();
    assertEquals(1, dut.get("write_o"));
    assertEquals(0x94, dut.get("write_address_o"));
    assertEquals(1234, dut.get("write_data_o"));
    assertEquals(1, dut.get("s_axil_awready_o"));
    assertEquals(1, dut.get("s_axil_wready_o"));
    dut.clock();
    // The answer waits for the bus, and the next write for the answer.
    assertEquals(0, dut.get("write_o"));
    assertEquals(1, dut.get("s_axil_bvalid_o"));
    dut.clock(3);
    assertEquals(1, dut.get("s_axil_bvalid_o"));
    dut.set("s_axil_bready_i", 1);
    dut.set("s_axil_awvalid_i", 0);
    dut.clock();
    assertEquals(0, dut.get("s_axil_bvalid_o"));
  }

  @Test
  void answersAndIgnoresAWriteOfSomeBytes() {
    dut.set("s_axil_awvalid_i", 1);
    dut.set("s_axil_wvalid_i", 1);
    dut.set("s_axil_wstrb_i", 0x3);
    dut.eval();
    assertEquals(0, dut.get("write_o"));
    dut.clock();
    assertEquals(1, dut.get("s_axil_bvalid_o"));
  }

  @Test
  void readsWhatComesTwoCyclesAfterTheRead() {
    dut.set("s_axil_arvalid_i", 1);
    dut.set("s_axil_araddr_i", 0x10);
    dut.eval();
    assertEquals(1, dut.get("read_o"));
    assertEquals(0x10, dut.get("read_address_o"));
    dut.clock();
    dut.set("s_axil_arvalid_i", 0);
    dut.clock();
    dut.set("read_data_i", 99);
    dut.clock();
    dut.set("read_data_i", 0);
    assertEquals(1, dut.get("s_axil_rvalid_o"));
    dut.clock(2);
    assertEquals(99, dut.get("s_axil_rdata_o"));
    assertEquals(0, dut.get("s_axil_arready_o"));
    dut.set("s_axil_rready_i", 1);
    dut.clock();
    assertEquals(0, dut.get("s_axil_rvalid_o"));
    assertEquals(1, dut.get("s_axil_arready_o"));
  }
}
