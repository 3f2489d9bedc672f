// a * b, unsigned, LATENCY (at least 2) cycles later; one a cycle.
//
// Operands and product have registers, so that the multiplication's own can be moved into it.
module margin_product #(
    parameter int unsigned A_BITS = 32,
    parameter int unsigned B_BITS = 32,
    parameter int unsigned BITS = 64,     // of the product that is wanted: the lower ones
    parameter int unsigned LATENCY = 4
) (
    input  logic              clk_i,
    input  logic [A_BITS-1:0] a_i,
    input  logic [B_BITS-1:0] b_i,
    output logic [BITS-1:0]   product_o
);
  logic [A_BITS-1:0] a_q;
  logic [B_BITS-1:0] b_q;
  logic [BITS-1:0]   product_q [0:LATENCY-2];

  always_ff @(posedge clk_i) begin
    a_q <= a_i;
    b_q <= b_i;
    product_q[0] <= BITS'(a_q) * BITS'(b_q);
    for (int i = 1; i < LATENCY - 1; i++) product_q[i] <= product_q[i-1];
  end
  assign product_o = product_q[LATENCY-2];
endmodule
