// A counter that must not pass LIMIT, twice: each in its own way of failing.
module limited #(
    parameter int unsigned LIMIT = 5,
    parameter NAME = "none"
) (
    input  logic clk_i,
    input  logic rst_i,
    input  logic fatal_i,
    output logic is_named_o,
    output logic [7:0] count_o
);
  counter #(.WIDTH(8)) count (.clk_i, .rst_i, .enable_i(1'b1), .count_o);

  assign is_named_o = NAME == "lockstep";

  always_ff @(posedge clk_i) begin
    below_limit : assert (rst_i || count_o < LIMIT);
    if (fatal_i) $fatal(1, "told to at %0d", count_o);
  end
endmodule
