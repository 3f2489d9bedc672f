// What a position's lots ask for: its size add-on by max(|pos + B|, |pos - A|), and its short-option
// minimum by max(0, A - pos). With B = A = 0 these are those of |pos| and max(0, -pos).
//
// Latency, in cycles after valid_i: the curve and the minimum a lot are taken at 1, the term is there
// at 4. Throughput: one a cycle; without valid_i nothing moves. Since pos + B is not below pos - A,
// the larger absolute value is the larger of pos + B and A - pos.
module position_term (
    input  logic                               clk_i,
    input  logic                               valid_i,
    input  logic                               loose_i,  // lots may be beyond all bounds
    input  logic [margin_pkg::CHANGE_BITS-1:0] pos_i,
    input  logic [margin_pkg::LOT_BITS-1:0]    bids_i,
    input  logic [margin_pkg::LOT_BITS-1:0]    asks_i,
    input  margin_pkg::curve_t                 curve_i,
    input  logic [26:0]                        minimum_i,
    output margin_pkg::term_t                  term_o
);
  logic                         valid_1_q, valid_2_q, valid_3_q;
  logic [1:0]                   loose_q;
  logic [28:0]                  long_q, short_q, long_2_q, short_2_q;  // signed
  logic                         shorter_q;  // the short side is the larger
  logic [2:0]                   long_from_q, short_from_q, from;
  margin_pkg::curve_t           curve_q;
  logic [26:0]                  minimum_q, slope;
  logic [28:0]                  lots, uncovered;
  logic signed [26:0]           size_a_q, minimum_a_q;
  logic [28:0]                  size_b_q, minimum_b_q;
  logic signed [17:0]           size_b_low, minimum_b_low;
  logic signed [11:0]           size_b_high, minimum_b_high;
  logic [margin_pkg::TERM_BITS-1:0] base, base_q;

  assign from = long_from_q | short_from_q;
  assign lots = shorter_q ? short_2_q : long_2_q;
  assign uncovered = short_2_q[28] ? '0 : short_2_q;

  always_comb begin
    slope = from[0] ? curve_q.slope_1 : curve_q.slope_0;
    base = from[0] ? curve_q.base_1 : '0;
    if (from[1]) begin
      slope = from[2] ? curve_q.slope_3 : curve_q.slope_2;
      base = from[2] ? curve_q.base_3 : curve_q.base_2;
    end
  end

  assign size_b_low = {1'b0, size_b_q[16:0]};
  assign size_b_high = size_b_q[28:17];
  assign minimum_b_low = {1'b0, minimum_b_q[16:0]};
  assign minimum_b_high = minimum_b_q[28:17];

  always_ff @(posedge clk_i) begin
    valid_1_q <= valid_i;
    valid_2_q <= valid_1_q;
    valid_3_q <= valid_2_q;
    if (valid_i) begin
      long_q <= 29'(margin_pkg::add48(48'(pos_i), 48'(bids_i), 1'b0));
      short_q <= 29'(margin_pkg::add48(48'(asks_i), {19'd0, ~pos_i}, 1'b1));
    end
    if (valid_1_q) begin
      long_2_q <= long_q;
      short_2_q <= short_q;
      shorter_q <= {~long_q[28], long_q[27:0]} < {~short_q[28], short_q[27:0]};
      long_from_q <= {
        !long_q[28] && long_q[27:0] >= curve_i.bound_3,
        !long_q[28] && long_q[27:0] >= curve_i.bound_2,
        !long_q[28] && long_q[27:0] >= curve_i.bound_1
      };
      short_from_q <= {
        !short_q[28] && short_q[27:0] >= curve_i.bound_3,
        !short_q[28] && short_q[27:0] >= curve_i.bound_2,
        !short_q[28] && short_q[27:0] >= curve_i.bound_1
      };
      curve_q <= curve_i;
      minimum_q <= minimum_i;
    end
    if (valid_2_q) begin
      // A factor of 27 bits has few lots with it: they change places.
      size_a_q <= slope[26] ? lots[26:0] : slope;
      size_b_q <= slope[26] ? 29'(slope) : lots;
      minimum_a_q <= minimum_q[26] ? uncovered[26:0] : minimum_q;
      minimum_b_q <= minimum_q[26] ? 29'(minimum_q) : uncovered;
      base_q <= base;
    end
    if (valid_3_q) begin
      term_o.size.low <= size_a_q * size_b_low;
      term_o.size.high <= size_a_q * size_b_high;
      term_o.minimum.low <= minimum_a_q * minimum_b_low;
      term_o.minimum.high <= minimum_a_q * minimum_b_high;
      term_o.base <= base_q;
    end
  end

  always_ff @(posedge clk_i) begin
    loose_q <= {loose_q[0], loose_i};
    if (valid_2_q && !loose_q[1]) begin
      lots_are_not_below_zero : assert (!lots[28]);
      lots_are_few_where_the_slope_is_large : assert (!slope[26] || lots[28:23] == '0);
      lots_are_few_where_the_minimum_is_large :
      assert (!minimum_q[26] || uncovered[28:23] == '0);
    end
  end
endmodule
