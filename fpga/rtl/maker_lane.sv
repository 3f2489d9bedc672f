// Two stages that every maker goes through, one maker a cycle: look (the order is at entry_i) and
// act (maker_o and what follows for it).
//
// load_i sets the lots to match; step_i moves both stages on. look_i says that entry_i is a maker,
// stop_i that it does not count any more, because the one that acts is the last. left_o is what is
// left once the maker that acts is done with. So a comparison of lots never meets a choice in the
// same cycle: what the next maker finds left is worked out while this one acts.
module maker_lane (
    input  logic                                 clk_i,
    input  logic                                 rst_i,
    input  logic                                 load_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] lots_i,
    input  logic                                 step_i,
    input  logic                                 look_i,
    input  logic                                 stop_i,
    input  kernel_pkg::entry_t                   entry_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0]     slot_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0]     tail_i,      // of the maker's level
    input  kernel_pkg::order_t                   taker_i,
    output logic                                 act_o,
    output kernel_pkg::entry_t                   maker_o,
    output logic [kernel_pkg::SLOT_BITS-1:0]     slot_o,
    output logic                                 is_tail_o,   // the last order of its level
    output logic                                 is_own_o,    // of the same owner as the taker
    output logic                                 is_sound_o,  // live, in the book
    output logic                                 fills_o,     // the maker has no more than is left
    output logic                                 evens_o,     // ... exactly that
    output logic [kernel_pkg::QUANTITY_BITS-1:0] before_o,    // left before it: traded, if it does not fill
    output logic [kernel_pkg::QUANTITY_BITS-1:0] rest_o,      // of the maker, if it does not fill
    output logic [kernel_pkg::QUANTITY_BITS-1:0] filled_o,    // its filled lots then
    output logic [kernel_pkg::QUANTITY_BITS-1:0] left_o
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;

  kernel_pkg::entry_t maker_q;
  logic [kernel_pkg::SLOT_BITS-1:0] slot_q;
  logic [LOTS-1:0] before_q, after_q, rest_q, filled_q;  // left before and after the maker
  logic [LOTS-1:0] after, rest, filled;
  logic            act_q, kept_q, own_q, fills_q, evens_q, tail_q, sound_q, own, beyond;

  assign left_o = kept_q ? before_q : after_q;
  assign own = entry_i.order.account == taker_i.account
      || (entry_i.order.group == taker_i.group && taker_i.group != 32'd0);

  // Below zero, if the maker has more than is left.
  split_adder #(.WIDTH(LOTS + 1), .PART(16)) u_after (
      .a_i({1'b0, left_o}),
      .b_i({1'b0, entry_i.state.open}),
      .subtract_i(1'b1),
      .sum_o({beyond, after})
  );

  split_adder #(.WIDTH(LOTS), .PART(16)) u_rest (
      .a_i(entry_i.state.open),
      .b_i(left_o),
      .subtract_i(1'b1),
      .sum_o(rest)
  );

  split_adder #(.WIDTH(LOTS), .PART(16)) u_filled (
      .a_i(entry_i.state.filled),
      .b_i(left_o),
      .subtract_i(1'b0),
      .sum_o(filled)
  );

  always_ff @(posedge clk_i) begin
    if (step_i) begin
      act_q <= look_i && !stop_i;
      maker_q <= entry_i;
      slot_q <= slot_i;
      tail_q <= slot_i == tail_i;
      sound_q <= entry_i.state.live && !entry_i.state.parked;
      own_q <= own;
      fills_q <= !beyond;
      evens_q <= entry_i.state.open == left_o;
      before_q <= left_o;
      after_q <= after;
      rest_q <= rest;
      filled_q <= filled;
      kept_q <= own || !look_i || stop_i;
    end
    if (load_i) begin
      before_q <= lots_i;
      kept_q <= 1'b1;
    end
    if (load_i || rst_i) act_q <= 1'b0;
  end

  assign act_o = act_q;
  assign maker_o = maker_q;
  assign slot_o = slot_q;
  assign is_tail_o = tail_q;
  assign is_own_o = own_q;
  assign is_sound_o = sound_q;
  assign fills_o = fills_q;
  assign evens_o = evens_q;
  assign before_o = before_q;
  assign rest_o = rest_q;
  assign filled_o = filled_q;
endmodule
