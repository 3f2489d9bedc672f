// Proof of event_writer: no event is lost, written twice, out of order or over one that the host
// has not taken.
//
// Whatever kernel, bus and host do, and for ever:
// - every event accepted becomes one address and one write on the bus, in order, with its own bytes,
//   stamp, consumed and the next sequence;
// - its address is base + (number modulo slots) * 64, in full 64-bit arithmetic;
// - never more events than slots are written and not taken; never more than 15 unanswered.
// The host may raise head up to what is written; a bus answers only what was written; the first
// event comes three cycles after reset at the earliest (hold_i). Proved for any base and for the
// driver's ring of 32,768 slots, counters and sequence in all their 32 bits, round their ends too.
module event_writer_proof #(
    parameter logic [31:0] SLOTS = 32'd32768
) (
    input logic         clk_i,
    input logic         rst_i,
    input logic         hold_i,
    input logic [16:0]  step_i,  // events that the host takes in this cycle
    input logic [31:0]  consumed_i,
    input logic [31:0]  cycle_i,
    input logic         event_valid_i,
    input logic [511:0] event_i,
    input logic         awready_i,
    input logic         wready_i,
    input logic [1:0]   bresp_i,
    input logic         bvalid_i
);
  (* anyconst *) logic [63:0] base;
  logic [31:0] slots;
  assign slots = SLOTS;

  logic         event_ready, written, stalled, bus_error, idle, awvalid, wvalid, bready;
  logic [63:0]  awaddr;
  logic [511:0] wdata;

  event_writer dut (
      .clk_i,
      .rst_i,
      .hold_i,
      .base_i(base),
      .slots_i(slots),
      .head_i(head),
      .consumed_i,
      .cycle_i,
      .event_valid_i,
      .event_ready_o(event_ready),
      .event_i,
      .written_o(written),
      .stalled_o(stalled),
      .bus_error_o(bus_error),
      .idle_o(idle),
      .m_axi_awaddr_o(awaddr),
      .m_axi_awvalid_o(awvalid),
      .m_axi_awready_i(awready_i),
      .m_axi_wdata_o(wdata),
      .m_axi_wvalid_o(wvalid),
      .m_axi_wready_i(wready_i),
      .m_axi_bresp_i(bresp_i),
      .m_axi_bvalid_i(bvalid_i),
      .m_axi_bready_o(bready)
  );

  // The module's own state, by its names.
  (* hierconn *) wire        \dut.full_q ;
  (* hierconn *) wire        \dut.started_q ;
  (* hierconn *) wire [31:0] \dut.limit_q ;
  (* hierconn *) wire [31:0] \dut.written_q ;
  (* hierconn *) wire [31:0] \dut.sequence_q ;
  (* hierconn *) wire [26:0] \dut.low_q ;
  (* hierconn *) wire [25:0] \dut.mask_q ;
  (* hierconn *) wire [25:0] \dut.after_q ;
  (* hierconn *) wire [31:0] \dut.high_next_q ;
  (* hierconn *) wire [3:0]  \dut.unanswered_q ;

  // What was accepted, addressed, written and answered, counted apart from the module; the latter
  // modulo 32, which tells all, as never more than 15 are under way.
  logic         started = 1'b0;
  logic         accept;
  logic [31:0]  accepted, head;
  logic [4:0]   addressed, sent, answered;
  logic [16:0]  waiting, step_q, step_before_q;  // written and not taken; the last steps of head
  logic [1:0]   calm;  // cycles since reset
  logic [63:0]  expected_address;
  logic [511:0] expected;

  assign accept = event_valid_i && event_ready;

  always_ff @(posedge clk_i) begin
    started <= 1'b1;
    head <= head + 32'(step_i);
    waiting <= waiting + 17'(accept) - step_i;
    step_q <= step_i;
    step_before_q <= step_q;
    if (calm != 2'd3) calm <= calm + 2'd1;
    if (accept) begin
      accepted <= accepted + 32'd1;
      expected_address <= {base[63:6] + 58'(accepted & (slots - 32'd1)), base[5:0]};
      expected <= event_i;
      expected[card_pkg::DONE_HEADER_STAMP_CYCLES_LSB+:32] <= cycle_i;
      expected[card_pkg::DONE_HEADER_CONSUMED_LSB+:32] <= consumed_i;
      expected[card_pkg::DONE_SEQUENCE_LSB+:32] <= accepted + 32'd1;
    end
    if (awvalid && awready_i) addressed <= addressed + 5'd1;
    if (wvalid && wready_i) sent <= sent + 5'd1;
    if (bvalid_i) answered <= answered + 5'd1;
    if (rst_i) begin
      accepted <= 32'd0;
      addressed <= 5'd0;
      sent <= 5'd0;
      answered <= 5'd0;
      calm <= 2'd0;
      head <= 32'd0;
      waiting <= 17'd0;
      step_q <= 17'd0;
      step_before_q <= 17'd0;
    end
  end

  always_comb begin
    if (!started) assume (rst_i);
    if (rst_i) assume (!bvalid_i);
    if (started && !rst_i) begin
      if (calm != 2'd3) assume (hold_i);
      // The host takes only what is written; the bus answers only what it got.
      assume (step_i <= waiting);
      if (bvalid_i) assume (accepted[4:0] != answered);

      // What is promised.
      never_over_an_event_not_taken : assert (accepted == head + 32'(waiting) && waiting <= 17'(SLOTS));
      if (accept) room_for_each : assert (waiting < 17'(SLOTS));
      every_event_is_addressed_once : assert (addressed + 5'(awvalid) == accepted[4:0]);
      every_event_is_written_once : assert (sent + 5'(wvalid) == accepted[4:0]);
      if (awvalid) at_its_address : assert (awaddr == expected_address);
      if (wvalid) as_it_came : assert (wdata == expected);
      if (accept) nothing_is_overtaken :
      assert ((!awvalid || awready_i) && (!wvalid || wready_i));
      at_most_fifteen_unanswered : assert (accepted[4:0] - answered <= 5'd15);
      counted : assert (written == accept);
      if (hold_i) held : assert (!accept);

      // Why it holds: the module's registers, by what was counted.
      assert (\dut.written_q == accepted && \dut.sequence_q == accepted + 32'd1);
      assert (5'(\dut.unanswered_q ) == accepted[4:0] - answered);
      if (accepted != 32'd0) assert (\dut.started_q );
      if (waiting != 17'd0 || step_q != 17'd0 || step_before_q != 17'd0) assert (calm == 2'd3);
      if (calm == 2'd0) assert (accepted == 32'd0);
      if (calm >= 2'd1) begin
        assert (\dut.limit_q == head - 32'(step_q) + SLOTS);
        assert (20'(waiting) + 20'(step_q) + 20'(step_before_q) <= 20'(SLOTS));
        if (!\dut.full_q && calm >= 2'd2) begin
          assert (20'(waiting) + 20'(step_q) + 20'(step_before_q) < 20'(SLOTS));
        end
        assert (\dut.mask_q == 26'(slots - 32'd1) && \dut.high_next_q == base[63:32] + 32'd1);
      end
      if (calm != 2'd3) assert (accepted == 32'd0 && !\dut.started_q );
      if (calm >= 2'd2) begin
        assert (\dut.low_q == {1'b0, base[31:6]} + {1'b0, accepted[25:0] & 26'(slots - 32'd1)});
        assert (\dut.after_q == ((accepted[25:0] + 26'd1) & 26'(slots - 32'd1)));
      end
    end
  end
endmodule
