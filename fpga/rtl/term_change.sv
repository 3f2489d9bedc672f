// One term less another, both of products in pieces and a base.
//
// Latency: the low part (29 bits) of the change is there 2 cycles after the terms, the high part one
// later. Throughput: one a cycle; without valid_i nothing moves.
module term_change (
    input  logic                             clk_i,
    input  logic                             valid_i,
    input  margin_pkg::pieces_t              after_i,
    input  logic [margin_pkg::TERM_BITS-1:0] after_base_i,
    input  margin_pkg::pieces_t              before_i,
    input  logic [margin_pkg::TERM_BITS-1:0] before_base_i,
    output logic [28:0]                      low_o,
    output logic [27:0]                      high_o
);
  logic        valid_1_q, valid_2_q;
  logic [45:0] low_q;         // differences of the pieces, signed
  logic [39:0] high_q;
  logic [29:0] base_low_q;    // with "no borrow" above
  logic [20:0] base_high_q, base_rest_q, rest_q, top_q;
  logic [28:0] part_1, part_2, part_3, carries;
  logic [30:0] sum_q;

  // The low parts of three numbers; their sum carries up to two.
  assign part_1 = low_q[28:0];
  assign part_2 = {high_q[11:0], 17'd0};
  assign part_3 = base_low_q[28:0];
  assign carries = (part_1 & part_2) | (part_1 & part_3) | (part_2 & part_3);

  always_ff @(posedge clk_i) begin
    valid_1_q <= valid_i;
    valid_2_q <= valid_1_q;
    if (valid_i) begin
      low_q <= 46'(margin_pkg::add48({{3 {after_i.low[44]}}, after_i.low},
          ~{{3 {before_i.low[44]}}, before_i.low}, 1'b1));
      high_q <= 40'(margin_pkg::add48({{9 {after_i.high[38]}}, after_i.high},
          ~{{9 {before_i.high[38]}}, before_i.high}, 1'b1));
      base_low_q <= 30'(margin_pkg::add48(
          48'(after_base_i[28:0]), {19'd0, ~before_base_i[28:0]}, 1'b1));
      base_high_q <= 21'(margin_pkg::add48(
          48'(after_base_i[49:29]), {27'd0, ~before_base_i[49:29]}, 1'b0));
    end
    if (valid_1_q) begin
      sum_q <= 31'(margin_pkg::add48(
          {19'd0, part_1 ^ part_2 ^ part_3}, {18'd0, carries, 1'b0}, 1'b0));
      rest_q <= 21'(margin_pkg::add48({{31 {low_q[45]}}, low_q[45:29]}, 48'(high_q[32:12]), 1'b0));
      base_rest_q <= base_high_q + 21'(base_low_q[29]);
    end
    if (valid_2_q) begin
      top_q <= 21'(margin_pkg::add48({27'd0, rest_q ^ base_rest_q},
          {26'd0, rest_q & base_rest_q, sum_q[30]}, sum_q[29] || sum_q[30]));
    end
  end
  assign low_o = sum_q[28:0];
  assign high_o = {{7 {top_q[20]}}, top_q};
endmodule
