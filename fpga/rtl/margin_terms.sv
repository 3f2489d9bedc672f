// How a portfolio's sums of size add-ons and short-option minima change with a position's lots.
//
// Latency, in cycles after the operation: the lots are taken at HOLDING_AT = 3, the curve and the
// minimum a lot at 4; the low parts (29 bits) of the changes are there at 9, the high parts at 10.
// Each is four numbers: size and minimum with the open orders, size and minimum of the position alone,
// the first one lowest. Throughput: one a cycle; without valid_i (at 3) nothing moves.
module margin_terms (
    input  logic                 clk_i,
    input  logic                 valid_i,
    input  logic                 loose_i,  // B and A may be beyond all bounds
    input  margin_pkg::holding_t holding_i,
    input  margin_pkg::curve_t   curve_i,
    input  logic [26:0]          minimum_i,
    output logic [4*29-1:0]      low_o,
    output logic [4*28-1:0]      high_o
);
  margin_pkg::term_t worst, worst_before, held, held_before;
  logic [3:0]        valid_q;

  always_ff @(posedge clk_i) valid_q <= {valid_q[2:0], valid_i};

  position_term u_worst (
      .clk_i, .valid_i, .loose_i, .pos_i(holding_i.pos), .bids_i(holding_i.bids), .asks_i(holding_i.asks),
      .curve_i, .minimum_i, .term_o(worst)
  );
  position_term u_worst_before (
      .clk_i, .valid_i, .loose_i, .pos_i(holding_i.pos_before), .bids_i(holding_i.bids_before),
      .asks_i(holding_i.asks_before), .curve_i, .minimum_i, .term_o(worst_before)
  );
  position_term u_held (
      .clk_i, .valid_i, .loose_i(1'b0), .pos_i(holding_i.pos), .bids_i('0), .asks_i('0),
      .curve_i, .minimum_i, .term_o(held)
  );
  position_term u_held_before (
      .clk_i, .valid_i, .loose_i(1'b0), .pos_i(holding_i.pos_before), .bids_i('0), .asks_i('0),
      .curve_i, .minimum_i, .term_o(held_before)
  );

  term_change u_worst_size (
      .clk_i, .valid_i(valid_q[3]), .after_i(worst.size), .after_base_i(worst.base),
      .before_i(worst_before.size), .before_base_i(worst_before.base),
      .low_o(low_o[0+:29]), .high_o(high_o[0+:28])
  );
  term_change u_worst_minimum (
      .clk_i, .valid_i(valid_q[3]), .after_i(worst.minimum), .after_base_i('0),
      .before_i(worst_before.minimum), .before_base_i('0),
      .low_o(low_o[29+:29]), .high_o(high_o[28+:28])
  );
  term_change u_held_size (
      .clk_i, .valid_i(valid_q[3]), .after_i(held.size), .after_base_i(held.base),
      .before_i(held_before.size), .before_base_i(held_before.base),
      .low_o(low_o[2*29+:29]), .high_o(high_o[2*28+:28])
  );
  term_change u_held_minimum (
      .clk_i, .valid_i(valid_q[3]), .after_i(held.minimum), .after_base_i('0),
      .before_i(held_before.minimum), .before_base_i('0),
      .low_o(low_o[3*29+:29]), .high_o(high_o[3*28+:28])
  );
endmodule
