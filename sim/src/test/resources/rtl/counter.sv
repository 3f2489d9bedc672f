// Counts up while enabled. STEP is added each cycle.
module counter #(
    parameter int unsigned WIDTH = 8,
    parameter int unsigned STEP  = 1
) (
    input  logic             clk_i,
    input  logic             rst_i,
    input  logic             enable_i,
    output logic [WIDTH-1:0] count_o
);
  always_ff @(posedge clk_i) begin
    if (rst_i) count_o <= '0;
    else if (enable_i) count_o <= count_o + WIDTH'(STEP);
  end
endmodule
