// Position slots: to whom each is bound, its lots, and which one follows it in its portfolio.
//
// Three memories. read_i: bound_o and before_o one cycle later; change_i in that cycle changes the
// lots of the slot read: after_o, combinational, is written unless trial_i, and a read of the same
// slot in that cycle gets it. follow_i: next_o one cycle later, so that a portfolio is walked one
// position a cycle. bind_i writes all of a slot, not in the cycle of a change; link_i only what
// follows. A slot beyond POSITIONS is not open.
module margin_positions #(
    parameter int unsigned POSITIONS = 65536
) (
    input  logic                                  clk_i,
    input  logic                                  clear_i,
    input  logic                                  read_i,
    input  logic [31:0]                           slot_i,
    output margin_stage_pkg::bound_t              bound_o,
    output margin_stage_pkg::lots_t               before_o,
    // A change of what was read
    input  logic                                  change_i,
    input  logic                                  trial_i,
    input  logic                                  sell_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0]  traded_i,
    input  logic [kernel_pkg::QUANTITY_BITS:0]    opened_i,  // signed
    output margin_stage_pkg::lots_t               after_o,
    // What follows
    input  logic                                  follow_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0]      follow_slot_i,
    output logic                                  next_valid_o,
    output logic [kernel_pkg::SLOT_BITS-1:0]      next_o,
    // Binding and links; with clear_i the slot is freed
    input  logic                                  bind_i,
    input  logic                                  link_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0]      write_slot_i,
    input  margin_stage_pkg::bound_t              write_bound_i,
    input  margin_stage_pkg::lots_t               write_lots_i,
    input  logic                                  write_next_valid_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0]      write_next_i
);
  localparam int unsigned BITS = $clog2(POSITIONS);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;
  localparam int unsigned BOUND_BITS = 1 + kernel_pkg::ACCOUNT_BITS
      + margin_stage_pkg::PORTFOLIO_BITS + kernel_pkg::INSTRUMENT_BITS;

  margin_stage_pkg::bound_t bound, write_bound;
  margin_stage_pkg::lots_t  after;
  logic [BITS-1:0] slot_q;
  logic            beyond_q, lots_write;
  logic [LOTS:0]   traded;

  always_ff @(posedge clk_i) begin
    if (read_i) begin
      slot_q <= slot_i[BITS-1:0];
      beyond_q <= (slot_i >> BITS) != 32'd0;
    end
  end

  always_comb begin
    write_bound = write_bound_i;
    write_bound.open = write_bound_i.open && !clear_i;
  end

  ram_1r1w #(.WIDTH(BOUND_BITS), .DEPTH(POSITIONS)) u_bound (
      .clk_i,
      .read_i,
      .read_address_i(slot_i[BITS-1:0]),
      .read_data_o(bound),
      .write_i(bind_i || clear_i),
      .write_address_i(write_slot_i[BITS-1:0]),
      .write_data_i(write_bound)
  );

  assign lots_write = change_i && !trial_i;

  ram_1r1w #(.WIDTH(3 * LOTS + 1), .DEPTH(POSITIONS)) u_lots (
      .clk_i,
      .read_i,
      .read_address_i(slot_i[BITS-1:0]),
      .read_data_o(before_o),
      .write_i(lots_write || bind_i),
      .write_address_i(lots_write ? slot_q : write_slot_i[BITS-1:0]),
      .write_data_i(lots_write ? after : write_lots_i)
  );

  ram_1r1w #(.WIDTH(1 + kernel_pkg::SLOT_BITS), .DEPTH(POSITIONS)) u_next (
      .clk_i,
      .read_i(follow_i),
      .read_address_i(follow_slot_i[BITS-1:0]),
      .read_data_o({next_valid_o, next_o}),
      .write_i(bind_i || link_i),
      .write_address_i(write_slot_i[BITS-1:0]),
      .write_data_i({write_next_valid_i, write_next_i})
  );

  assign traded = sell_i ? -{1'b0, traded_i} : {1'b0, traded_i};

  always_comb begin
    after = before_o;
    after.pos = before_o.pos + traded;
    if (sell_i) after.asks = LOTS'({1'b0, before_o.asks} + opened_i);
    else after.bids = LOTS'({1'b0, before_o.bids} + opened_i);
  end
  assign after_o = after;

  always_comb begin
    bound_o = bound;
    bound_o.open = bound.open && !beyond_q;
  end

  always_ff @(posedge clk_i) begin
    one_writer_at_a_time : assert (!(lots_write && bind_i));
    lots_of_open_slots_change : assert (!lots_write || bound_o.open);
  end
endmodule
