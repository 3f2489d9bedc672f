// What a portfolio needs: from its worst scenario, its short-option minimum and what is added to both.
//
// Latency, in cycles after valid_i: the two numbers whose lesser is the portfolio's worst profit are
// taken at 0, with the factor in 1/256; the low parts (29 bits) of the minimum and of the additions
// are taken at 2, the high parts at 3. The worst profit is there at 3, the need at 4: the larger of
// its two figures, which whoever takes it chooses. Throughput: one a cycle; without valid_i nothing
// moves. The loss is rounded up: the profit times the factor is rounded down.
module margin_need (
    input  logic                               clk_i,
    input  logic                               valid_i,
    input  logic [margin_pkg::SUM_BITS-1:0]    first_i,
    input  logic [margin_pkg::SUM_BITS-1:0]    second_i,
    input  logic [margin_pkg::FACTOR_BITS-1:0] factor_i,
    input  logic [28:0]                        minimum_low_i,
    input  logic [30:0]                        minimum_high_i,
    input  logic [28:0]                        added_low_i,
    input  logic [30:0]                        added_high_i,
    output logic [margin_pkg::SUM_BITS-1:0]    worst_o,
    output margin_pkg::need_t                  need_o
);
  logic        valid_1_q, valid_2_q, valid_3_q;
  logic [4:0]  parts_q;
  logic        second_q;
  logic [56:0] first_1_q, second_1_q, first_2_q, second_2_q;
  // profit * factor / 256 of both, as products of 26, 26 and 5 bits, then as 18, 27 and 16 bits
  logic [35:0] a_low_q, a_middle_q, b_low_q, b_middle_q;
  logic [15:0] a_high_q, b_high_q, a_top_q, b_top_q, top_q;
  logic [26:0] a_mid_q, b_mid_q;
  logic [17:0] a_end_q, b_end_q;
  logic [14:0] rest_q;
  logic [28:0] profit_low;
  logic [30:0] profit_high;
  logic [29:0] scan_low_q, minimum_low_q, both_low_q;
  logic [30:0] both_high_q;
  logic [28:0] scan_low_2_q, minimum_low_2_q;
  logic [30:0] scan_high_q, minimum_high_q;

  assign profit_low = second_q ? {b_mid_q[10:0], b_end_q} : {a_mid_q[10:0], a_end_q};
  assign profit_high = {top_q, rest_q};

  always_ff @(posedge clk_i) begin
    valid_1_q <= valid_i;
    valid_2_q <= valid_1_q;
    valid_3_q <= valid_2_q;
    if (valid_i) begin
      parts_q <= margin_pkg::less_parts(
          margin_pkg::ordered(second_i), margin_pkg::ordered(first_i));
      first_1_q <= first_i;
      second_1_q <= second_i;
      a_low_q <= first_i[25:0] * factor_i;
      a_middle_q <= first_i[51:26] * factor_i;
      a_high_q <= {{11 {first_i[56]}}, first_i[56:52]} * 16'(factor_i);
      b_low_q <= second_i[25:0] * factor_i;
      b_middle_q <= second_i[51:26] * factor_i;
      b_high_q <= {{11 {second_i[56]}}, second_i[56:52]} * 16'(factor_i);
    end
    if (valid_1_q) begin
      second_q <= margin_pkg::is_less(parts_q);
      first_2_q <= first_1_q;
      second_2_q <= second_1_q;
      a_end_q <= a_low_q[25:8];
      a_mid_q <= 27'(margin_pkg::add48(48'(a_middle_q[25:0]), 48'(a_low_q[35:26]), 1'b0));
      a_top_q <= a_high_q + 16'(a_middle_q[35:26]);
      b_end_q <= b_low_q[25:8];
      b_mid_q <= 27'(margin_pkg::add48(48'(b_middle_q[25:0]), 48'(b_low_q[35:26]), 1'b0));
      b_top_q <= b_high_q + 16'(b_middle_q[35:26]);
    end
    if (valid_2_q) begin
      worst_o <= second_q ? second_2_q : first_2_q;
      rest_q <= second_q ? b_mid_q[25:11] : a_mid_q[25:11];
      top_q <= second_q ? b_top_q + 16'(b_mid_q[26]) : a_top_q + 16'(a_mid_q[26]);
      scan_low_q <= 30'(margin_pkg::add48(48'(added_low_i), {19'd0, ~profit_low}, 1'b1));
      minimum_low_q <= 30'(margin_pkg::add48(48'(added_low_i), 48'(minimum_low_i), 1'b0));
      both_low_q <= 30'(margin_pkg::add48(48'(profit_low), 48'(minimum_low_i), 1'b0));
    end
    if (valid_3_q) begin
      scan_low_2_q <= scan_low_q[28:0];
      minimum_low_2_q <= minimum_low_q[28:0];
      scan_high_q <= 31'(margin_pkg::add48(48'(added_high_i), {17'd0, ~profit_high}, scan_low_q[29]));
      minimum_high_q <= 31'(margin_pkg::add48(
          48'(added_high_i), 48'(minimum_high_i), minimum_low_q[29]));
      both_high_q <= 31'(margin_pkg::add48(
          48'(profit_high), 48'(minimum_high_i), both_low_q[29]));
    end
  end

  // The loss is above the minimum where profit + minimum is below zero.
  assign need_o = {
    scan_high_q, scan_low_2_q, minimum_high_q, minimum_low_2_q, both_high_q[30]
  };
endmodule
