// The card: registers (AXI4-Lite slave), command window (AXI4 slave), event ring (AXI4 master).
//
// Any PCIe shell or bridge fits below these ports; addresses are offsets within their BAR. A
// command goes window -> kernel -> event buffer -> event writer, each by valid/ready, so a full
// event ring stalls all the way back and loses nothing. Latency: 11 cycles from the window's last
// beat to the first byte of the event on the bus for a new order, 12 for a cancel. rst_i, or
// control.reset once the writes on the bus have been answered, clears the memories
// (status.resetting; as many cycles as the largest of them has entries). The probe ports show the
// kernel port, for benchmarks and simulators; hardware leaves them open.
module lockstep_card #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned LEVELS = 4096,
    parameter int unsigned ORDERS = 65536,
    parameter int unsigned LIVE_ORDERS = ORDERS - 256,
    parameter int unsigned ACCOUNTS = 16384,
    parameter int unsigned PORTFOLIOS = 0,
    parameter int unsigned POSITIONS = 65536,
    parameter int unsigned SCENARIOS = 0,
    parameter int unsigned GROUPS = 0,
    parameter bit OVERLAP = 1'b1,  // with margin: of gate and matching
    parameter int unsigned WINDOW_SLOTS = 256,
    parameter int unsigned CLOCK_KILOHERTZ = 0,
    parameter int unsigned ID_BITS = 4
) (
    input  logic               clk_i,
    input  logic               rst_i,
    // Registers
    input  logic [15:0]        s_axil_awaddr_i,
    input  logic               s_axil_awvalid_i,
    output logic               s_axil_awready_o,
    input  logic [31:0]        s_axil_wdata_i,
    input  logic [3:0]         s_axil_wstrb_i,
    input  logic               s_axil_wvalid_i,
    output logic               s_axil_wready_o,
    output logic [1:0]         s_axil_bresp_o,
    output logic               s_axil_bvalid_o,
    input  logic               s_axil_bready_i,
    input  logic [15:0]        s_axil_araddr_i,
    input  logic               s_axil_arvalid_i,
    output logic               s_axil_arready_o,
    output logic [31:0]        s_axil_rdata_o,
    output logic [1:0]         s_axil_rresp_o,
    output logic               s_axil_rvalid_o,
    input  logic               s_axil_rready_i,
    // Command window
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
    // Event writes
    output logic [63:0]        m_axi_awaddr_o,
    output logic [7:0]         m_axi_awlen_o,
    output logic [2:0]         m_axi_awsize_o,
    output logic [1:0]         m_axi_awburst_o,
    output logic               m_axi_awvalid_o,
    input  logic               m_axi_awready_i,
    output logic [511:0]       m_axi_wdata_o,
    output logic [63:0]        m_axi_wstrb_o,
    output logic               m_axi_wlast_o,
    output logic               m_axi_wvalid_o,
    input  logic               m_axi_wready_i,
    input  logic [1:0]         m_axi_bresp_i,
    input  logic               m_axi_bvalid_i,
    output logic               m_axi_bready_o,
    // Kernel port, to look at
    output logic               probe_idle_o,     // ready for a command
    output logic               probe_command_o,  // a command is taken in this cycle
    output logic               probe_entered_o,  // one came to the gate, or without margin to the port
    output logic               probe_gate_o,     // margin: a command's operation enters the pipe
    output logic               probe_verdict_o,  // ... and its verdict is there
    output logic               probe_event_o,    // an event is taken in this cycle
    output logic               probe_last_o      // ... and it is its command's last
);
  logic         register_write, register_read, reset_request, enable, resetting;
  logic [15:0]  register_write_address, register_read_address;
  logic [31:0]  register_write_data, register_read_data, ring_slots, head, consumed;
  logic [63:0]  ring_base;
  logic         beat_valid, beat_ready, command_valid, command_ready, event_valid, event_ready;
  logic         buffered_valid, buffered_ready;
  logic [31:0]  beat_address;
  logic [511:0] beat_data, command, laid_event, ring_event, overlay;
  kernel_pkg::answer_t answer, buffered;
  logic [63:0]  beat_strobe;
  logic         bad_write, bad_write_q, out_of_sequence, out_of_sequence_q, written, written_q;
  logic         stalled, bus_error, writer_idle;
  logic         reject, reject_q, finished_q;
  logic [kernel_pkg::REASON_BITS-1:0] reason, reason_q;
  logic         window_clearing, kernel_clearing, registers_clearing;
  logic         reset_pending_q, core_reset_q, core_reset;
  logic [31:0]  cycle_q;
  logic [5:0]   age_q, finished_age_q;

  // A reset that the host asks for waits for the writes on the bus: an AXI write, once begun, ends.
  always_ff @(posedge clk_i) begin
    core_reset_q <= reset_pending_q && writer_idle && !core_reset_q && !rst_i;
    if (rst_i || core_reset_q) reset_pending_q <= 1'b0;
    else if (reset_request) reset_pending_q <= 1'b1;
  end
  assign core_reset = rst_i || core_reset_q;
  assign resetting = reset_request || reset_pending_q || core_reset_q
      || window_clearing || kernel_clearing || registers_clearing;

  always_ff @(posedge clk_i) begin
    cycle_q <= core_reset ? 32'd0 : cycle_q + 32'd1;
    // Age of the command in the kernel, up to 63.
    if (probe_command_o) age_q <= 6'd1;
    else if (age_q != '1) age_q <= age_q + 6'd1;
    // What is counted, a cycle late.
    reject_q <= !core_reset && reject && buffered_valid && buffered_ready;
    reason_q <= reason;
    written_q <= written && !core_reset;
    bad_write_q <= bad_write && !core_reset;
    out_of_sequence_q <= out_of_sequence && !core_reset;
    finished_q <= !core_reset && probe_event_o && probe_last_o;
    finished_age_q <= age_q;
  end

  register_port u_register_port (
      .clk_i,
      .rst_i,
      .s_axil_awaddr_i,
      .s_axil_awvalid_i,
      .s_axil_awready_o,
      .s_axil_wdata_i,
      .s_axil_wstrb_i,
      .s_axil_wvalid_i,
      .s_axil_wready_o,
      .s_axil_bresp_o,
      .s_axil_bvalid_o,
      .s_axil_bready_i,
      .s_axil_araddr_i,
      .s_axil_arvalid_i,
      .s_axil_arready_o,
      .s_axil_rdata_o,
      .s_axil_rresp_o,
      .s_axil_rvalid_o,
      .s_axil_rready_i,
      .write_o(register_write),
      .write_address_o(register_write_address),
      .write_data_o(register_write_data),
      .read_o(register_read),
      .read_address_o(register_read_address),
      .read_data_i(register_read_data)
  );

  registers #(
      .INSTRUMENTS(INSTRUMENTS),
      .LEVELS(LEVELS),
      .ORDERS(ORDERS),
      .LIVE_ORDERS(LIVE_ORDERS),
      .ACCOUNTS(ACCOUNTS),
      .PORTFOLIOS(PORTFOLIOS),
      .POSITIONS(POSITIONS),
      .SCENARIOS(SCENARIOS),
      .GROUPS(GROUPS),
      .WINDOW_SLOTS(WINDOW_SLOTS),
      .CLOCK_KILOHERTZ(CLOCK_KILOHERTZ)
  ) u_registers (
      .clk_i,
      .rst_i(core_reset),
      .clearing_o(registers_clearing),
      .write_i(register_write),
      .write_address_i(register_write_address),
      .write_data_i(register_write_data),
      .read_i(register_read),
      .read_address_i(register_read_address),
      .read_data_o(register_read_data),
      .reset_o(reset_request),
      .enable_o(enable),
      .ring_base_o(ring_base),
      .ring_slots_o(ring_slots),
      .head_o(head),
      .resetting_i(resetting),
      .stalled_i(stalled),
      .consumed_i(consumed),
      .written_i(written_q),
      .out_of_sequence_i(out_of_sequence_q),
      .bad_write_i(bad_write_q),
      .bus_error_i(bus_error),
      .reject_i(reject_q),
      .reason_i(6'(reason_q)),
      .finished_i(finished_q),
      .cycles_i(finished_age_q)
  );

  window_port #(.ID_BITS(ID_BITS)) u_window_port (
      .clk_i,
      .rst_i,
      .s_axi_awid_i,
      .s_axi_awaddr_i,
      .s_axi_awsize_i,
      .s_axi_awburst_i,
      .s_axi_awvalid_i,
      .s_axi_awready_o,
      .s_axi_wdata_i,
      .s_axi_wstrb_i,
      .s_axi_wlast_i,
      .s_axi_wvalid_i,
      .s_axi_wready_o,
      .s_axi_bid_o,
      .s_axi_bresp_o,
      .s_axi_bvalid_o,
      .s_axi_bready_i,
      .s_axi_arid_i,
      .s_axi_arlen_i,
      .s_axi_arvalid_i,
      .s_axi_arready_o,
      .s_axi_rid_o,
      .s_axi_rdata_o,
      .s_axi_rresp_o,
      .s_axi_rlast_o,
      .s_axi_rvalid_o,
      .s_axi_rready_i,
      .write_valid_o(beat_valid),
      .write_ready_i(beat_ready),
      .write_address_o(beat_address),
      .write_data_o(beat_data),
      .write_strobe_o(beat_strobe)
  );

  command_window #(.SLOTS(WINDOW_SLOTS)) u_window (
      .clk_i,
      .rst_i(core_reset),
      .clearing_o(window_clearing),
      .enable_i(enable && !reset_pending_q),
      .write_valid_i(beat_valid),
      .write_ready_o(beat_ready),
      .write_address_i(beat_address),
      .write_data_i(beat_data),
      .write_strobe_i(beat_strobe),
      .bad_write_o(bad_write),
      .out_of_sequence_o(out_of_sequence),
      .consumed_o(consumed),
      .command_valid_o(command_valid),
      .command_ready_i(command_ready),
      .command_o(command)
  );

  kernel #(
      .INSTRUMENTS(INSTRUMENTS),
      .LEVELS(LEVELS),
      .ORDERS(ORDERS),
      .LIVE_ORDERS(LIVE_ORDERS),
      .ACCOUNTS(ACCOUNTS),
      .POSITIONS(POSITIONS),
      .PORTFOLIOS(PORTFOLIOS),
      .SCENARIOS(SCENARIOS),
      .GROUPS(GROUPS),
      .OVERLAP(OVERLAP)
  ) u_kernel (
      .clk_i,
      .rst_i(core_reset),
      .clearing_o(kernel_clearing),
      .command_valid_i(command_valid),
      .command_ready_o(command_ready),
      .command_i(command),
      .taken_o(probe_command_o),
      .ready_o(probe_idle_o),
      .entered_o(probe_entered_o),
      .gate_o(probe_gate_o),
      .verdict_o(probe_verdict_o),
      .event_valid_o(event_valid),
      .event_ready_i(event_ready),
      .event_o(answer),
      .overlay_o(overlay)
  );

  // Events are laid out behind a buffer, so that the kernel's paths end in its register.
  localparam int unsigned OVERLAY_BITS = SCENARIOS != 0 ? 512 : 1;
  logic [OVERLAY_BITS-1:0] buffered_overlay;

  event_buffer #(.WIDTH($bits(answer) + OVERLAY_BITS)) u_event_buffer (
      .clk_i,
      .rst_i(core_reset),
      .valid_i(event_valid),
      .ready_o(event_ready),
      .data_i({overlay[OVERLAY_BITS-1:0], answer}),
      .valid_o(buffered_valid),
      .ready_i(buffered_ready),
      .data_o({buffered_overlay, buffered})
  );

  event_builder u_event_builder (
      .event_i(buffered),
      .event_o(laid_event),
      .reject_o(reject),
      .reason_o(reason)
  );

  assign ring_event = laid_event | 512'(buffered_overlay);

  event_writer u_event_writer (
      .clk_i,
      .rst_i(core_reset),
      .hold_i(!enable || reset_pending_q),
      .base_i(ring_base),
      .slots_i(ring_slots),
      .head_i(head),
      .consumed_i(consumed),
      .cycle_i(cycle_q),
      .event_valid_i(buffered_valid),
      .event_ready_o(buffered_ready),
      .event_i(ring_event),
      .written_o(written),
      .stalled_o(stalled),
      .bus_error_o(bus_error),
      .idle_o(writer_idle),
      .m_axi_awaddr_o,
      .m_axi_awvalid_o,
      .m_axi_awready_i,
      .m_axi_wdata_o,
      .m_axi_wvalid_o,
      .m_axi_wready_i,
      .m_axi_bresp_i,
      .m_axi_bvalid_i,
      .m_axi_bready_o
  );

  // Single beats of 64 bytes.
  assign m_axi_awlen_o = 8'd0;
  assign m_axi_awsize_o = 3'd6;
  assign m_axi_awburst_o = 2'b01;
  assign m_axi_wstrb_o = '1;
  assign m_axi_wlast_o = 1'b1;

  assign probe_event_o = event_valid && event_ready;
  assign probe_last_o = answer.told.last;
endmodule
