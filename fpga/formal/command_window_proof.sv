// Proof of command_window: no command is lost, none is handed out twice, in part or out of order.
//
// For any slot and a byte of it, whatever host and kernel do and for ever:
// - the window hands out or drops a slot only when all of its 64 bytes were written since it was
//   freed, and hands out the byte as it was written last; by that it is freed, so never twice;
// - the command handed out has the next sequence, stays until it is taken, and is counted once;
// - a beat counts, or is refused with a pulse, which happens only outside the window or to a whole
//   slot;
// - a whole slot that is next is handed out or dropped within three cycles in which the command
//   port is free and the window enabled.
// Proved for SLOTS = 4: slots share nothing but the address, so that more slots only repeat the
// memory's words; four are enough for each of "this slot", "the next", "another". The byte is LANE,
// and stands for all but those of the sequence (ram_bytes_cut).
module command_window_proof #(
    parameter int unsigned LANE = 17
) (
    input logic         clk_i,
    input logic         rst_i,
    input logic         enable_i,
    input logic         write_valid_i,
    input logic [31:0]  write_address_i,
    input logic [511:0] write_data_i,
    input logic [63:0]  write_strobe_i,
    input logic         command_ready_i
);
  logic         clearing, write_ready, bad_write, out_of_sequence, command_valid;
  logic [31:0]  consumed;
  logic [511:0] command;

  command_window #(.SLOTS(4)) dut (
      .clk_i,
      .rst_i,
      .clearing_o(clearing),
      .enable_i,
      .write_valid_i,
      .write_ready_o(write_ready),
      .write_address_i,
      .write_data_i,
      .write_strobe_i,
      .bad_write_o(bad_write),
      .out_of_sequence_o(out_of_sequence),
      .consumed_o(consumed),
      .command_valid_o(command_valid),
      .command_ready_i,
      .command_o(command)
  );

  // The module's own state, by its names.
  (* hierconn *) wire         \dut.free ;
  (* hierconn *) wire         \dut.take ;
  (* hierconn *) wire         \dut.whole_q ;
  (* hierconn *) wire         \dut.beat_q ;
  (* hierconn *) wire         \dut.beat_outside_q ;
  (* hierconn *) wire [1:0]   \dut.beat_slot_q ;
  (* hierconn *) wire [511:0] \dut.beat_data_q ;
  (* hierconn *) wire [63:0]  \dut.beat_strobe_q ;
  (* hierconn *) wire [63:0]  \dut.beat_mask ;
  (* hierconn *) wire [63:0]  \dut.next_mask ;
  (* hierconn *) wire [511:0] \dut.next_data ;
  (* hierconn *) wire [31:0]  \dut.after_q ;
  (* hierconn *) wire [1:0]   \dut.clear_q ;
  (* hierconn *) wire [63:0]  \dut.u_beat_mask.memory[0] ;
  (* hierconn *) wire [63:0]  \dut.u_beat_mask.memory[1] ;
  (* hierconn *) wire [63:0]  \dut.u_beat_mask.memory[2] ;
  (* hierconn *) wire [63:0]  \dut.u_beat_mask.memory[3] ;
  (* hierconn *) wire [63:0]  \dut.u_next_mask.memory[0] ;
  (* hierconn *) wire [63:0]  \dut.u_next_mask.memory[1] ;
  (* hierconn *) wire [63:0]  \dut.u_next_mask.memory[2] ;
  (* hierconn *) wire [63:0]  \dut.u_next_mask.memory[3] ;
  (* hierconn *) wire [7:0]   \dut.u_data.lane_memory[0] ;
  (* hierconn *) wire [7:0]   \dut.u_data.lane_memory[1] ;
  (* hierconn *) wire [7:0]   \dut.u_data.lane_memory[2] ;
  (* hierconn *) wire [7:0]   \dut.u_data.lane_memory[3] ;

  logic [255:0]  masks, next_masks;
  logic [31:0]   data;
  assign masks = {\dut.u_beat_mask.memory[3] , \dut.u_beat_mask.memory[2] ,
                  \dut.u_beat_mask.memory[1] , \dut.u_beat_mask.memory[0] };
  assign next_masks = {\dut.u_next_mask.memory[3] , \dut.u_next_mask.memory[2] ,
                       \dut.u_next_mask.memory[1] , \dut.u_next_mask.memory[0] };
  assign data = {\dut.u_data.lane_memory[3] , \dut.u_data.lane_memory[2] ,
                 \dut.u_data.lane_memory[1] , \dut.u_data.lane_memory[0] };

  function automatic logic [63:0] of(input logic [255:0] all, input logic [1:0] which);
    case (which)
      2'd0: of = all[63:0];
      2'd1: of = all[127:64];
      2'd2: of = all[191:128];
      default: of = all[255:192];
    endcase
  endfunction

  // The slot that is followed: any.
  (* anyconst *) logic [1:0] slot;

  // What the host did, told apart from the module: bytes written to the slot since it was freed,
  // the byte's value, the beat on its way with the mask that it met, and the commands handed out.
  logic        started = 1'b0;
  logic [63:0] written, met, strobe;
  logic [7:0]  value, beat_value, expected;
  logic        beat, outside, accept, lands, command_is_ours;
  logic [1:0]  beat_slot, idle;
  logic [31:0] taken;

  assign accept = write_valid_i && write_ready && write_strobe_i != 64'd0;
  assign lands = beat && !\dut.free && !outside && beat_slot == slot && met != '1;

  always_ff @(posedge clk_i) begin
    started <= 1'b1;
    if (lands) begin
      written <= written | strobe;
      if (strobe[LANE]) value <= beat_value;
    end
    if (\dut.free && consumed[1:0] == slot) written <= 64'd0;
    if (accept) begin
      beat_slot <= write_address_i[7:6];
      outside <= write_address_i[31:8] != 24'd0;
      strobe <= write_strobe_i;
      beat_value <= write_data_i[8*LANE+:8];
      met <= lands ? written | strobe : written;
      if (\dut.free && consumed[1:0] == slot) met <= 64'd0;
    end
    beat <= accept || (beat && \dut.free );
    if (\dut.take ) begin
      taken <= taken + 32'd1;
      expected <= value;
      command_is_ours <= consumed[1:0] == slot;
    end
    // Cycles in which the slot could go.
    if (!enable_i || command_valid || \dut.free || written != '1 || consumed[1:0] != slot) begin
      idle <= 2'd0;
    end else begin
      idle <= idle + 2'd1;
    end
    if (rst_i) begin
      written <= 64'd0;
      beat <= 1'b0;
      taken <= 32'd0;
      idle <= 2'd0;
    end
    if (clearing) written <= 64'd0;
  end

  always_comb begin
    if (!started) assume (rst_i);
    if (started && !rst_i) begin
      // What is promised.
      if (\dut.free && consumed[1:0] == slot) freed_only_when_whole : assert (written == '1);
      if (\dut.free ) never_freed_while_a_command_waits : assert (!command_valid && enable_i);
      in_sequence_or_dropped : assert (out_of_sequence == (\dut.free && !\dut.take ));
      counted_once : assert (consumed == taken);
      if (command_valid) begin
        in_sequence :
        assert (command[card_pkg::NEW_HEADER_WINDOW_SEQUENCE_LSB+:32] == taken - 32'd1);
        if (command_is_ours) as_written : assert (command[8*LANE+:8] == expected);
      end
      if (beat && !\dut.free && (outside || beat_slot == slot)) begin
        refused_only_outside_or_whole : assert (bad_write == (outside || met == '1));
      end
      if (!beat) nothing_else_is_refused : assert (!bad_write);
      a_whole_slot_goes : assert (idle < 2'd3);

      // Why it holds: what ghost and module have in common, cycle by cycle.
      assert (beat == \dut.beat_q );
      if (beat) begin
        assert (outside == \dut.beat_outside_q && beat_slot == \dut.beat_slot_q );
        assert (strobe == \dut.beat_strobe_q && strobe != 64'd0);
        assert (beat_value == \dut.beat_data_q [8*LANE+:8]);
        if (beat_slot == slot) begin
          assert (met == \dut.beat_mask );
          assert (met == written || met == '1);
        end
        assert (\dut.beat_mask == of(masks, \dut.beat_slot_q ) || \dut.beat_mask == '1);
        assert (!clearing);
      end
      assert (\dut.after_q == consumed + 32'd1);
      assert (masks == next_masks || clearing);
      if (!clearing || slot < \dut.clear_q ) begin
        assert (of(masks, slot) == written && of(next_masks, slot) == written);
      end
      if (clearing) begin
        assert (written == 64'd0 && !\dut.whole_q && !command_valid && taken == 32'd0);
      end
      if (written[LANE]) assert ((slot[1] ? (slot[0] ? data[31:24] : data[23:16]) : (slot[0] ? data[15:8] : data[7:0])) == value);
      if (!clearing) assert (\dut.next_mask == of(next_masks, consumed[1:0]));
      if (\dut.whole_q ) begin
        assert (of(next_masks, consumed[1:0]) == '1);
        if (consumed[1:0] == slot) assert (\dut.next_data [8*LANE+:8] == value);
      end
    end
  end
endmodule
