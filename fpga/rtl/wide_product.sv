// a * b modulo 2^BITS, both signed: four multipliers of 27 by 18 bits.
//
// Latency: 3 cycles. Throughput: one a cycle; without valid_i nothing moves. Inputs should come from
// registers, which then are the multipliers' own.
module wide_product #(
    parameter int unsigned BITS = 64  // at most 74
) (
    input  logic            clk_i,
    input  logic            valid_i,
    input  logic [52:0]     a_i,
    input  logic [34:0]     b_i,
    output logic [BITS-1:0] product_o
);
  logic signed [26:0] a_low, a_high;
  logic signed [17:0] b_low, b_high;
  logic signed [44:0] low_low_q, low_high_q, high_low_q, high_high_q;
  logic [62:0]        low_q, high_q;  // products of both parts of a, signed
  logic               valid_1_q, valid_2_q;

  assign a_low = {1'b0, a_i[25:0]};
  assign a_high = a_i[52:26];
  assign b_low = {1'b0, b_i[16:0]};
  assign b_high = b_i[34:17];

  always_ff @(posedge clk_i) begin
    valid_1_q <= valid_i;
    valid_2_q <= valid_1_q;
    if (valid_i) begin
      low_low_q <= a_low * b_low;
      low_high_q <= a_low * b_high;
      high_low_q <= a_high * b_low;
      high_high_q <= a_high * b_high;
    end
    if (valid_1_q) begin
      low_q <= {
        46'(margin_pkg::add48({{20 {low_low_q[44]}}, low_low_q[44:17]}, {{3 {low_high_q[44]}}, low_high_q}, 1'b0)),
        low_low_q[16:0]
      };
      high_q <= {
        46'(margin_pkg::add48({{20 {high_low_q[44]}}, high_low_q[44:17]}, {{3 {high_high_q[44]}}, high_high_q}, 1'b0)),
        high_low_q[16:0]
      };
    end
    if (valid_2_q) begin
      product_o <= {
        (BITS-26)'(margin_pkg::add48({{11 {low_q[62]}}, low_q[62:26]}, high_q[47:0], 1'b0)),
        low_q[25:0]
      };
    end
  end
endmodule
