// The positions, one for each slot. Slots are named by the host.
//
// Throughput: an update, or a bind, and a read a cycle, of any slots. An update goes through three
// stages (read, prepare, write); the next one of the same slot sees it.
// Latency: position_o one cycle after read_i, until the next read; a slot beyond POSITIONS is not
// open. While an update of the slot is on its way (one given in the read's own cycle or the one
// before), fresh_o is 0: the table reads again by itself, and fresh_o is 1 at most 2 cycles later,
// unless another read has come. After a reset each slot must be cleared (clear_i, nothing else
// meanwhile). count_o: open slots. Only a free slot is bound, only a bound one freed or updated.
module position_table #(
    parameter int unsigned POSITIONS = 65536
) (
    input  logic                             clk_i,
    input  logic                             rst_i,
    input  logic                             clear_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0] clear_slot_i,
    input  logic                             read_i,
    input  logic [31:0]                      slot_i,
    output kernel_pkg::position_t            position_o,
    output logic                             fresh_o,
    input  kernel_pkg::position_update_t     update_i,
    input  kernel_pkg::position_bind_t       bind_i,
    output logic [kernel_pkg::SLOT_BITS:0]   count_o
);
  localparam int unsigned BITS = $clog2(POSITIONS);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;
  localparam int unsigned WIDTH = 2 + kernel_pkg::ACCOUNT_BITS + kernel_pkg::INSTRUMENT_BITS
      + 4 * LOTS;

  kernel_pkg::position_t        answer, read, bound, old, old_q, changed, written;
  kernel_pkg::position_update_t update_q;
  kernel_pkg::position_bind_t   bind_q;
  logic            change, change_q, changing_q, binding_q, was_open_q, stale_q, in_range_q;
  logic            again, sell, sell_q, against_q;
  logic [BITS-1:0] slot, slot_q, change_slot, change_slot_q, changing_slot_q, write_slot;
  logic [LOTS-1:0] bound_size, traded_q, opened_q, building_q, reducing_q;
  logic [kernel_pkg::SLOT_BITS:0] count_q;

  // Stage 1: read. A bind replaces what is read.
  assign change = update_i.valid || bind_i.valid;
  assign change_slot = bind_i.valid ? bind_i.slot[BITS-1:0] : update_i.slot[BITS-1:0];

  // Stage 2: prepare. A change of the same slot that is written now has passed the memory by.
  always_ff @(posedge clk_i) begin
    change_q <= change && !rst_i;
    changing_q <= change_q && !rst_i;
    change_slot_q <= change_slot;
    changing_slot_q <= change_slot_q;
    update_q <= update_i;
    bind_q <= bind_i;
    binding_q <= bind_q.valid;
    was_open_q <= again ? changed.open : read.open;

    old_q <= old;
    sell_q <= sell;
    against_q <= sell != old.is_short;
    traded_q <= bind_q.valid ? bound_size : update_q.traded;
    opened_q <= bind_q.valid ? '0 : update_q.opened[LOTS-1:0];
    building_q <= bind_q.valid ? bound_size : update_q.traded + update_q.opened[LOTS-1:0];
    reducing_q <= update_q.opened[LOTS-1:0] - update_q.traded;
  end
  // A bind is a trade from nothing.
  assign bound = {
    bind_q.open, bind_q.account, bind_q.instrument, 1'b0, {3 {LOTS'(0)}}, {LOTS {1'b1}}
  };
  assign bound_size = bind_q.pos[LOTS] ? -bind_q.pos[LOTS-1:0] : bind_q.pos[LOTS-1:0];
  assign old = bind_q.valid ? bound : again ? changed : read;
  assign sell = bind_q.valid ? bind_q.pos[LOTS] : update_q.sell;
  assign again = changing_q && changing_slot_q == change_slot_q;

  // Stage 3: write.
  position_change u_change (
      .position_i(old_q),
      .sell_i(sell_q),
      .against_i(against_q),
      .traded_i(traded_q),
      .opened_i(opened_q),
      .building_i(building_q),
      .reducing_i(reducing_q),
      .position_o(changed)
  );
  assign write_slot = clear_i ? clear_slot_i[BITS-1:0] : changing_slot_q;

  always_comb begin
    written = changed;
    written.open = changed.open && !clear_i;
  end

  // Two copies: one to answer, one to change.
  ram_1r1w #(.WIDTH(WIDTH), .DEPTH(POSITIONS)) u_changes (
      .clk_i,
      .read_i(change),
      .read_address_i(change_slot),
      .read_data_o(read),
      .write_i(clear_i || changing_q),
      .write_address_i(write_slot),
      .write_data_i(written)
  );

  assign slot = read_i ? slot_i[BITS-1:0] : slot_q;
  ram_1r1w #(.WIDTH(WIDTH), .DEPTH(POSITIONS)) u_answers (
      .clk_i,
      .read_i(read_i || stale_q),
      .read_address_i(slot),
      .read_data_o(answer),
      .write_i(clear_i || changing_q),
      .write_address_i(write_slot),
      .write_data_i(written)
  );

  always_ff @(posedge clk_i) begin
    if (read_i) in_range_q <= slot_i < 32'(POSITIONS);
    if (read_i || stale_q) slot_q <= slot;
    stale_q <= !rst_i && (read_i || stale_q)
        && ((change && change_slot == slot) || (change_q && change_slot_q == slot));
    if (rst_i) count_q <= '0;
    else if (bind_i.valid) count_q <= bind_i.open ? count_q + 1'b1 : count_q - 1'b1;
  end

  always_comb begin
    position_o = answer;
    position_o.open = answer.open && in_range_q;
  end
  assign fresh_o = !stale_q;
  assign count_o = count_q;

  always_ff @(posedge clk_i) begin
    if (!rst_i) begin
      one_change_at_a_time : assert (!(update_i.valid && bind_i.valid));
      no_change_while_cleared : assert (!(change && clear_i));
    end
    if (!rst_i && changing_q) begin
      slot_is_bound_once : assert (!binding_q || old_q.open != was_open_q);
      updated_slot_is_open : assert (binding_q || was_open_q);
      lots_add_up : assert (changed.size + changed.bids + changed.asks + changed.room == '1);
    end
  end
endmodule
