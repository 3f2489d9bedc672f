// By how much a portfolio's need changes its account's, and what a sum of money is above the
// account's needs then: rest - (sum before + need - need before).
//
// Latency, in cycles: the needs and the low part (29 bits) of the rest are taken at 0, its high part at
// 1; the account's sum before at 1 (low) and 2 (high). The change is there at 1 (low) and 2 (high),
// what is left at 3. Throughput: one a cycle.
module need_change (
    input  logic                              clk_i,
    input  logic [margin_pkg::NEED_BITS-1:0]  need_i,
    input  logic [margin_pkg::NEED_BITS-1:0]  need_before_i,
    input  logic [28:0]                       sum_before_low_i,
    input  logic [34:0]                       sum_before_high_i,
    input  logic [28:0]                       rest_low_i,
    input  logic [34:0]                       rest_high_i,
    output logic [28:0]                       change_low_o,
    output logic [34:0]                       change_high_o,
    output logic [margin_pkg::MONEY_BITS-1:0] left_o
);
  localparam int unsigned TOP = margin_pkg::NEED_BITS - 29;

  logic [29:0]    change_low_q, left_low_q;
  logic [TOP-1:0] need_q, need_before_q;
  logic [34:0]    change_high_q, rest_high_q, wide_before, wide_need, left_high_q;
  logic [28:0]    part_1, part_2, part_3, carries;
  logic [34:0]    high_sum, high_carries;
  logic [30:0]    rest_low_q;  // above the low part: 1, less borrows, plus carries
  logic [28:0]    left_low_2_q;

  assign part_1 = rest_low_i;
  assign part_2 = need_before_i[28:0];
  assign part_3 = ~need_i[28:0];
  assign carries = (part_1 & part_2) | (part_1 & part_3) | (part_2 & part_3);
  assign wide_need = 35'(need_q);
  assign wide_before = 35'(need_before_q);
  assign high_sum = rest_high_i ^ wide_before ^ ~wide_need;
  assign high_carries =
      (rest_high_i & wide_before) | (rest_high_i & ~wide_need) | (wide_before & ~wide_need);

  always_ff @(posedge clk_i) begin
    need_q <= need_i[margin_pkg::NEED_BITS-1:29];
    need_before_q <= need_before_i[margin_pkg::NEED_BITS-1:29];
    change_low_q <= 30'(margin_pkg::add48(
        48'(need_i[28:0]), {19'd0, ~need_before_i[28:0]}, 1'b1));
    change_high_q <= 35'(margin_pkg::add48(
        48'(wide_need), {13'd0, ~wide_before}, change_low_q[29]));
    rest_low_q <= 31'(margin_pkg::add48(
        {19'd0, part_1 ^ part_2 ^ part_3}, {18'd0, carries, 1'b0}, 1'b1));
    rest_high_q <= 35'(margin_pkg::add48(48'(high_sum), {12'd0, high_carries, rest_low_q[30]},
        rest_low_q[29] || rest_low_q[30]));
    left_low_q <= 30'(margin_pkg::add48(
        48'(rest_low_q[28:0]), {19'd0, ~sum_before_low_i}, 1'b1));
    left_low_2_q <= left_low_q[28:0];
    left_high_q <= 35'(margin_pkg::add48(
        48'(rest_high_q), {13'd0, ~sum_before_high_i}, left_low_q[29]));
  end

  assign change_low_o = change_low_q[28:0];
  assign change_high_o = change_high_q;
  assign left_o = {left_high_q, left_low_2_q};
endmodule
