// AXI4 slave of the command window: bursts in, single beats out; reads answer zero.
//
// Writes: one burst at a time, a beat a cycle; a beat goes out in the cycle in which it comes in,
// and waits while write_ready_i is low. FIXED bursts stay at their address, others rise. The answer
// is always OKAY: writes are posted, and the window counts those that it refuses.
module window_port #(
    parameter int unsigned ID_BITS = 4
) (
    input  logic               clk_i,
    input  logic               rst_i,
    input  logic [ID_BITS-1:0] s_axi_awid_i,
    input  logic [31:0]        s_axi_awaddr_i,
    input  logic [2:0]         s_axi_awsize_i,
    input  logic [1:0]         s_axi_awburst_i,
    input  logic               s_axi_awvalid_i,
    output logic               s_axi_awready_o,
    input  logic [511:0]       s_axi_wdata_i,
    input  logic [63:0]        s_axi_wstrb_i,
    input  logic               s_axi_wlast_i,
    input  logic               s_axi_wvalid_i,
    output logic               s_axi_wready_o,
    output logic [ID_BITS-1:0] s_axi_bid_o,
    output logic [1:0]         s_axi_bresp_o,
    output logic               s_axi_bvalid_o,
    input  logic               s_axi_bready_i,
    input  logic [ID_BITS-1:0] s_axi_arid_i,
    input  logic [7:0]         s_axi_arlen_i,
    input  logic               s_axi_arvalid_i,
    output logic               s_axi_arready_o,
    output logic [ID_BITS-1:0] s_axi_rid_o,
    output logic [511:0]       s_axi_rdata_o,
    output logic [1:0]         s_axi_rresp_o,
    output logic               s_axi_rlast_o,
    output logic               s_axi_rvalid_o,
    input  logic               s_axi_rready_i,
    output logic               write_valid_o,
    input  logic               write_ready_i,
    output logic [31:0]        write_address_o,
    output logic [511:0]       write_data_o,
    output logic [63:0]        write_strobe_o
);
  logic               burst_q, answer_q, answer_free, beat, reading_q;
  logic [31:0]        address_q, next_address;
  logic               rises_q;
  logic [2:0]         size_q;  // of a beat: the logarithm of its bytes
  logic [ID_BITS-1:0] id_q, answer_id_q, read_id_q;
  logic [7:0]         beats_q;

  // A last beat needs room for its answer.
  assign answer_free = !answer_q || s_axi_bready_i;
  assign write_valid_o = burst_q && s_axi_wvalid_i && (!s_axi_wlast_i || answer_free);
  assign s_axi_wready_o = burst_q && write_ready_i && (!s_axi_wlast_i || answer_free);
  assign beat = s_axi_wvalid_i && s_axi_wready_o;
  assign s_axi_awready_o = !burst_q || (beat && s_axi_wlast_i);
  assign write_address_o = address_q;
  assign write_data_o = s_axi_wdata_i;
  assign write_strobe_o = s_axi_wstrb_i;

  split_adder #(.WIDTH(32), .PART(16)) u_next (
      .a_i(address_q),
      .b_i(32'(rises_q) << size_q),
      .subtract_i(1'b0),
      .sum_o(next_address)
  );

  always_ff @(posedge clk_i) begin
    if (beat) begin
      burst_q <= !s_axi_wlast_i;
      address_q <= next_address;
    end
    if (s_axi_awvalid_i && s_axi_awready_o) begin
      burst_q <= 1'b1;
      address_q <= s_axi_awaddr_i;
      rises_q <= s_axi_awburst_i != 2'b00;
      size_q <= s_axi_awsize_i;
      id_q <= s_axi_awid_i;
    end
    if (s_axi_bready_i) answer_q <= 1'b0;
    if (beat && s_axi_wlast_i) begin
      answer_q <= 1'b1;
      answer_id_q <= id_q;
    end
    if (rst_i) begin
      burst_q <= 1'b0;
      answer_q <= 1'b0;
    end
  end

  assign s_axi_bid_o = answer_id_q;
  assign s_axi_bresp_o = 2'b00;
  assign s_axi_bvalid_o = answer_q;

  always_ff @(posedge clk_i) begin
    if (s_axi_arvalid_i && s_axi_arready_o) begin
      reading_q <= 1'b1;
      beats_q <= s_axi_arlen_i;
      read_id_q <= s_axi_arid_i;
    end else if (reading_q && s_axi_rready_i) begin
      reading_q <= beats_q != 8'd0;
      beats_q <= beats_q - 8'd1;
    end
    if (rst_i) reading_q <= 1'b0;
  end

  assign s_axi_arready_o = !reading_q;
  assign s_axi_rid_o = read_id_q;
  assign s_axi_rdata_o = '0;
  assign s_axi_rresp_o = 2'b00;
  assign s_axi_rlast_o = beats_q == 8'd0;
  assign s_axi_rvalid_o = reading_q;
endmodule
