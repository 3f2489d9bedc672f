// AXI4-Lite slave of the registers: one write and one read at a time.
//
// Writes go out as one pulse when address and data are there; a write that leaves out bytes is
// answered and ignored. A read is a pulse too; its data are expected two cycles later. Answers are
// always OKAY, and wait for the bus.
module register_port (
    input  logic        clk_i,
    input  logic        rst_i,
    input  logic [15:0] s_axil_awaddr_i,
    input  logic        s_axil_awvalid_i,
    output logic        s_axil_awready_o,
    input  logic [31:0] s_axil_wdata_i,
    input  logic [3:0]  s_axil_wstrb_i,
    input  logic        s_axil_wvalid_i,
    output logic        s_axil_wready_o,
    output logic [1:0]  s_axil_bresp_o,
    output logic        s_axil_bvalid_o,
    input  logic        s_axil_bready_i,
    input  logic [15:0] s_axil_araddr_i,
    input  logic        s_axil_arvalid_i,
    output logic        s_axil_arready_o,
    output logic [31:0] s_axil_rdata_o,
    output logic [1:0]  s_axil_rresp_o,
    output logic        s_axil_rvalid_o,
    input  logic        s_axil_rready_i,
    output logic        write_o,
    output logic [15:0] write_address_o,
    output logic [31:0] write_data_o,
    output logic        read_o,
    output logic [15:0] read_address_o,
    input  logic [31:0] read_data_i
);
  logic       accept, written_q, answered_q;
  logic [1:0] reading_q;
  logic [31:0] data_q;

  assign accept = s_axil_awvalid_i && s_axil_wvalid_i && !written_q;
  assign s_axil_awready_o = accept;
  assign s_axil_wready_o = accept;
  assign write_o = accept && s_axil_wstrb_i == 4'hf;
  assign write_address_o = s_axil_awaddr_i;
  assign write_data_o = s_axil_wdata_i;

  assign s_axil_arready_o = reading_q == 2'd0 && !answered_q;
  assign read_o = s_axil_arvalid_i && s_axil_arready_o;
  assign read_address_o = s_axil_araddr_i;

  always_ff @(posedge clk_i) begin
    written_q <= !rst_i && (accept || (written_q && !s_axil_bready_i));
    reading_q <= rst_i ? 2'd0 : {reading_q[0], read_o};
    if (reading_q[1]) data_q <= read_data_i;
    answered_q <= !rst_i && (reading_q[1] || (answered_q && !s_axil_rready_i));
  end

  assign s_axil_bresp_o = 2'b00;
  assign s_axil_bvalid_o = written_q;
  assign s_axil_rdata_o = data_q;
  assign s_axil_rresp_o = 2'b00;
  assign s_axil_rvalid_o = answered_q;
endmodule
