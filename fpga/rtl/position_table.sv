// The positions, one for each slot. Slots are named by the host.
//
// Throughput: an update, or a bind, and a read a cycle, of any slots. An update goes through four
// stages (read, choose, add, answer); the next one of the same slot sees it. All sums are modulo
// 2^28: within a command room may fall below zero, never after it.
// Latency: position_o one cycle after read_i, until the next read; a slot beyond POSITIONS is not
// open. While an update of the slot is on its way (one given in the read's own cycle or the two
// before), fresh_o is 0: slot_i must stay, the table reads again by itself, and fresh_o is 1 at most
// 3 cycles later, unless another read has come. After a reset each slot must be cleared (clear_i, nothing else
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
      + 4 * LOTS;  // of both records

  // A position as it is kept to be changed: by sums alone, none of which waits for another.
  typedef struct packed {
    logic            open;
    logic [kernel_pkg::ACCOUNT_BITS-1:0]    account;
    logic [kernel_pkg::INSTRUMENT_BITS-1:0] instrument;
    logic [LOTS:0]   pos;     // signed
    logic [LOTS-1:0] bids;
    logic [LOTS-1:0] asks;
    logic [LOTS-1:0] orders;  // bids + asks
  } holding_t;

  kernel_pkg::position_t        answer, answered;
  holding_t                     read, bound, old, old_q, changed, changed_q, written;
  kernel_pkg::position_update_t update_q;
  kernel_pkg::position_bind_t   bind_q;
  logic            change, change_q, changing_q, answering_q, again, sell_q, is_short;
  logic            stale, was_read_q, beyond_q;
  logic [BITS-1:0] change_slot, change_slot_q, changing_slot_q, answering_slot_q;
  logic [LOTS-1:0] traded_q, opened_q;
  logic [2:0]      same_q, on_way_q;  // changes in the stages: of the slot read; there are any
  logic [kernel_pkg::SLOT_BITS:0] count_q;

  // Stage 1: read. A bind replaces what is read.
  assign change = update_i.valid || bind_i.valid;
  assign change_slot = bind_i.valid ? bind_i.slot[BITS-1:0] : update_i.slot[BITS-1:0];

  ram_1r1w #(.WIDTH(WIDTH), .DEPTH(POSITIONS)) u_changes (
      .clk_i,
      .read_i(change),
      .read_address_i(change_slot),
      .read_data_o(read),
      .write_i(clear_i || changing_q),
      .write_address_i(clear_i ? clear_slot_i[BITS-1:0] : changing_slot_q),
      .write_data_i(written)
  );

  // Stage 2: choose. A change of the same slot that is written now has passed the memory by.
  assign bound = {
    bind_q.open, bind_q.account, bind_q.instrument, bind_q.pos, {3 {LOTS'(0)}}
  };
  assign again = changing_q && changing_slot_q == change_slot_q;
  assign old = bind_q.valid ? bound : again ? changed : read;

  // Stage 3: add.
  always_comb begin
    changed = old_q;
    changed.pos = old_q.pos + (sell_q ? ~{1'b0, traded_q} : {1'b0, traded_q})
        + (LOTS+1)'(sell_q);
    changed.orders = old_q.orders + opened_q;
    if (sell_q) changed.asks = old_q.asks + opened_q;
    else changed.bids = old_q.bids + opened_q;
  end

  always_comb begin
    written = changed;
    written.open = changed.open && !clear_i;
  end

  // Stage 4: answer.
  assign is_short = changed_q.pos[LOTS];

  always_comb begin
    answered.open = changed_q.open && !clear_i;
    answered.account = changed_q.account;
    answered.instrument = changed_q.instrument;
    answered.is_short = is_short;
    answered.size = (changed_q.pos[LOTS-1:0] ^ {LOTS {is_short}}) + LOTS'(is_short);
    answered.bids = changed_q.bids;
    answered.asks = changed_q.asks;
    answered.room =
        ~(changed_q.orders + (changed_q.pos[LOTS-1:0] ^ {LOTS {is_short}}) + LOTS'(is_short));
  end

  ram_1r1w #(.WIDTH(WIDTH), .DEPTH(POSITIONS)) u_answers (
      .clk_i,
      .read_i(read_i || stale),
      .read_address_i(slot_i[BITS-1:0]),
      .read_data_o(answer),
      .write_i(clear_i || answering_q),
      .write_address_i(clear_i ? clear_slot_i[BITS-1:0] : answering_slot_q),
      .write_data_i(answered)
  );

  always_ff @(posedge clk_i) begin
    change_q <= change && !rst_i;
    changing_q <= change_q && !rst_i;
    answering_q <= changing_q && !rst_i;
    change_slot_q <= change_slot;
    changing_slot_q <= change_slot_q;
    answering_slot_q <= changing_slot_q;
    update_q <= update_i;
    bind_q <= bind_i;
    old_q <= old;
    changed_q <= changed;
    // A bind adds nothing.
    sell_q <= update_q.sell && !bind_q.valid;
    traded_q <= bind_q.valid ? '0 : update_q.traded;
    opened_q <= bind_q.valid ? '0 : update_q.opened[LOTS-1:0];
  end

  // The places of a read and of the changes are compared apart from whether there are any.
  always_ff @(posedge clk_i) begin
    if (read_i) beyond_q <= (slot_i >> BITS) != 32'd0;
    was_read_q <= !rst_i && (read_i || stale);
    same_q <= {
      changing_slot_q == slot_i[BITS-1:0], change_slot_q == slot_i[BITS-1:0],
      change_slot == slot_i[BITS-1:0]
    };
    on_way_q <= {changing_q, change_q, change};
    if (rst_i) count_q <= '0;
    else if (bind_i.valid) count_q <= bind_i.open ? count_q + 1'b1 : count_q - 1'b1;
  end
  assign stale = was_read_q && (same_q & on_way_q) != 3'd0;

  always_comb begin
    position_o = answer;
    position_o.open = answer.open && !beyond_q;
  end
  assign fresh_o = !stale;
  assign count_o = count_q;

  logic binding_q, was_open_q;
  always_ff @(posedge clk_i) begin
    binding_q <= bind_q.valid;
    was_open_q <= again ? changed.open : read.open;
    if (!rst_i) begin
      one_change_at_a_time : assert (!(update_i.valid && bind_i.valid));
      no_change_while_cleared : assert (!(change && clear_i));
    end
    if (!rst_i && changing_q) begin
      slot_is_bound_once : assert (!binding_q || old_q.open != was_open_q);
      updated_slot_is_open : assert (binding_q || was_open_q);
    end
    if (!rst_i && answering_q) begin
      position_is_in_its_bounds : assert (!(is_short && answered.size == '0));
      lots_add_up :
      assert (answered.size + answered.bids + answered.asks + answered.room == '1);
    end
  end
endmodule
