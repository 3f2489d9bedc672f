// Writes events to the ring in host memory: stamps and numbers them, waits while the ring is full.
//
// Event port: valid/ready, one a cycle; event_ready_o depends on the bus, so that a buffer belongs
// before it. Each event becomes one 64-byte write, sequence in its last word; up to 15 may be
// unanswered. Latency to the bus: 1 cycle. While the host has not taken an event of a full ring, or
// hold_i, no write starts and nothing is lost; stalled_o tells of a full ring with an event waiting.
// A head_i that rises counts three cycles later. Writes already on the bus end as the bus wants;
// idle_o when there are none. base_i and slots_i may change while rst_i or, three cycles before the
// first event at the latest, under hold_i.
module event_writer (
    input  logic         clk_i,
    input  logic         rst_i,
    input  logic         hold_i,
    input  logic [63:0]  base_i,          // bus address of the ring
    input  logic [31:0]  slots_i,         // events it holds, a power of two
    input  logic [31:0]  head_i,          // events the host has taken
    input  logic [31:0]  consumed_i,      // commands taken so far
    input  logic [31:0]  cycle_i,         // card clock
    input  logic         event_valid_i,
    output logic         event_ready_o,
    input  logic [511:0] event_i,
    output logic         written_o,       // pulse: an event went to the bus
    output logic         stalled_o,
    output logic         bus_error_o,     // pulse: a write was answered with an error
    output logic         idle_o,
    output logic [63:0]  m_axi_awaddr_o,
    output logic         m_axi_awvalid_o,
    input  logic         m_axi_awready_i,
    output logic [511:0] m_axi_wdata_o,
    output logic         m_axi_wvalid_o,
    input  logic         m_axi_wready_i,
    input  logic [1:0]   m_axi_bresp_i,
    input  logic         m_axi_bvalid_i,
    output logic         m_axi_bready_o
);
  logic [511:0] data_q, data;
  logic         full_q, load, port_free, address_valid_q, data_valid_q, started_q;
  logic [31:0]  written_q, sequence_q, limit_q, high_next_q;
  logic [63:0]  address_q;
  logic [26:0]  low_q;
  logic [25:0]  mask_q, after_q;
  logic [3:0]   unanswered_q;

  assign port_free = (!address_valid_q || m_axi_awready_i) && (!data_valid_q || m_axi_wready_i)
      && unanswered_q != 4'd15;
  assign event_ready_o = !full_q && !hold_i && port_free;
  assign load = event_valid_i && event_ready_o;

  always_comb begin
    data = event_i;
    data[card_pkg::DONE_HEADER_STAMP_CYCLES_LSB+:32] = cycle_i;
    data[card_pkg::DONE_HEADER_CONSUMED_LSB+:32] = consumed_i;
    data[card_pkg::DONE_SEQUENCE_LSB+:32] = sequence_q;
  end

  // The ring is full once written_q reaches the limit. The host only raises it, so that to be two
  // cycles late about it is safe.
  always_ff @(posedge clk_i) begin
    limit_q <= head_i + slots_i;
    full_q <= load ? sequence_q == limit_q : written_q == limit_q;
  end

  // low_q: base + slot * 64 of the next event, in units of 64 and with its carry, which selects the
  // upper half; after_q: the slot of the one after it. So each sum has a cycle of its own.
  always_ff @(posedge clk_i) begin
    mask_q <= slots_i[25:0] - 26'd1;
    high_next_q <= base_i[63:32] + 32'd1;
    if (load) begin
      low_q <= {1'b0, base_i[31:6]} + {1'b0, after_q};
      after_q <= (after_q + 26'd1) & mask_q;
    end else if (!started_q) begin
      low_q <= {1'b0, base_i[31:6]};
      after_q <= 26'd1 & mask_q;
    end
  end

  always_ff @(posedge clk_i) begin
    if (m_axi_awready_i) address_valid_q <= 1'b0;
    if (m_axi_wready_i) data_valid_q <= 1'b0;
    if (load) begin
      address_valid_q <= 1'b1;
      data_valid_q <= 1'b1;
      address_q <= {low_q[26] ? high_next_q : base_i[63:32], low_q[25:0], base_i[5:0]};
      data_q <= data;
      written_q <= sequence_q;
      sequence_q <= sequence_q + 32'd1;
      started_q <= 1'b1;
    end
    unanswered_q <= unanswered_q + 4'(load) - 4'(m_axi_bvalid_i);
    if (rst_i) begin
      address_valid_q <= 1'b0;
      data_valid_q <= 1'b0;
      unanswered_q <= '0;
      written_q <= 32'd0;
      sequence_q <= 32'd1;
      started_q <= 1'b0;
    end
  end

  assign written_o = load;
  assign stalled_o = event_valid_i && full_q;
  assign bus_error_o = m_axi_bvalid_i && m_axi_bresp_i[1];
  assign idle_o = unanswered_q == '0;
  assign m_axi_awaddr_o = address_q;
  assign m_axi_awvalid_o = address_valid_q;
  assign m_axi_wdata_o = data_q;
  assign m_axi_wvalid_o = data_valid_q;
  assign m_axi_bready_o = 1'b1;

  always_ff @(posedge clk_i) begin
    if (!rst_i) answers_belong_to_writes : assert (!(m_axi_bvalid_i && unanswered_q == '0));
  end
endmodule
