// The command window: SLOTS slots of 64 bytes that the host writes in pieces, in any order; hands
// the commands out in the order of their sequence.
//
// Write port: one beat of up to 64 bytes a cycle with byte strobes, write_ready_o low for a cycle
// when a slot is freed. Per slot a mask tells which bytes were written since it was freed. The slot
// of the next sequence is handed out when it is whole; one with another sequence is dropped, with a
// pulse on out_of_sequence_o. A beat outside the window, or to a whole slot, is refused, with a
// pulse on bad_write_o.
// Latency from the last beat to command_valid_o: 4 cycles; throughput a command every 2 cycles.
// Back-pressure on the command port leaves whole slots where they are. After rst_i the masks are
// cleared, a slot a cycle, while clearing_o.
module command_window #(
    parameter int unsigned SLOTS = 256
) (
    input  logic         clk_i,
    input  logic         rst_i,
    output logic         clearing_o,
    input  logic         enable_i,
    input  logic         write_valid_i,
    output logic         write_ready_o,
    input  logic [31:0]  write_address_i,
    input  logic [511:0] write_data_i,
    input  logic [63:0]  write_strobe_i,
    output logic         bad_write_o,
    output logic         out_of_sequence_o,
    output logic [31:0]  consumed_o,
    output logic         command_valid_o,
    input  logic         command_ready_i,
    output logic [511:0] command_o
);
  localparam int unsigned BITS = $clog2(SLOTS);

  // The beat in flight: its slot's mask is known one cycle after it came in.
  logic            beat_q, beat_outside_q, accept, refuse, write;
  logic [BITS-1:0] beat_slot_q;
  logic [511:0]    beat_data_q;
  logic [63:0]     beat_strobe_q, beat_mask;

  // The slot that is next in order.
  logic [31:0]     next_q, after_q, next;  // after_q: the one after next_q
  logic [63:0]     next_mask;
  logic [511:0]    next_data, command_q;
  logic            whole_q, in_sequence, free, take, valid_q;

  logic            clearing_q, mask_write;
  logic [BITS-1:0] clear_q, mask_slot;
  logic [63:0]     mask;

  assign write_ready_o = !(beat_q && free) && !clearing_q;
  assign accept = write_valid_i && write_ready_o;
  assign refuse = beat_q && !free && (beat_outside_q || beat_mask == '1);
  assign write = beat_q && !free && !beat_outside_q && beat_mask != '1;

  assign mask_write = clearing_q || free || write;
  assign mask_slot = clearing_q ? clear_q : free ? next_q[BITS-1:0] : beat_slot_q;
  assign mask = (clearing_q || free) ? 64'd0 : beat_mask | beat_strobe_q;

  ram_1r1w #(.WIDTH(64), .DEPTH(SLOTS)) u_beat_mask (
      .clk_i,
      .read_i(accept),
      .read_address_i(write_address_i[6+:BITS]),
      .read_data_o(beat_mask),
      .write_i(mask_write),
      .write_address_i(mask_slot),
      .write_data_i(mask)
  );

  ram_1r1w #(.WIDTH(64), .DEPTH(SLOTS)) u_next_mask (
      .clk_i,
      .read_i(1'b1),
      .read_address_i(next[BITS-1:0]),
      .read_data_o(next_mask),
      .write_i(mask_write),
      .write_address_i(mask_slot),
      .write_data_i(mask)
  );

  ram_bytes #(.DEPTH(SLOTS)) u_data (
      .clk_i,
      .read_address_i(next[BITS-1:0]),
      .read_data_o(next_data),
      .write_i(write ? beat_strobe_q : 64'd0),
      .write_address_i(beat_slot_q),
      .write_data_i(beat_data_q)
  );

  // whole_q comes one cycle after the mask, so that the data were read after the last beat.
  assign in_sequence = next_data[card_pkg::NEW_HEADER_WINDOW_SEQUENCE_LSB+:32] == next_q;
  assign free = whole_q && !valid_q && enable_i;
  assign take = free && in_sequence;
  assign next = take ? after_q : next_q;

  always_ff @(posedge clk_i) begin
    if (accept) begin
      beat_slot_q <= write_address_i[6+:BITS];
      beat_outside_q <= (write_address_i >> (6 + BITS)) != 32'd0;
      beat_data_q <= write_data_i;
      beat_strobe_q <= write_strobe_i;
    end
    beat_q <= !rst_i && ((accept && write_strobe_i != 64'd0) || (beat_q && free));
    next_q <= rst_i ? 32'd0 : next;
    if (rst_i) after_q <= 32'd1;
    else if (take) after_q <= after_q + 32'd1;
    whole_q <= !rst_i && !clearing_q && next_mask == '1 && !free;
    valid_q <= !rst_i && (take || (valid_q && !command_ready_i));
    if (take) command_q <= next_data;
    if (rst_i) begin
      clearing_q <= 1'b1;
      clear_q <= '0;
    end else if (clearing_q) begin
      clear_q <= clear_q + 1'b1;
      clearing_q <= 32'(clear_q) != SLOTS - 1;
    end
  end

  assign clearing_o = clearing_q;
  assign bad_write_o = refuse;
  assign out_of_sequence_o = free && !in_sequence;
  assign consumed_o = next_q;
  assign command_valid_o = valid_q;
  assign command_o = command_q;
endmodule
