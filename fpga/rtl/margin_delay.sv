// What came in CYCLES cycles ago. Contents are not reset.
module margin_delay #(
    parameter int unsigned WIDTH  = 8,
    parameter int unsigned CYCLES = 4
) (
    input  logic             clk_i,
    input  logic [WIDTH-1:0] data_i,
    output logic [WIDTH-1:0] data_o
);
  logic [WIDTH-1:0] line_q [0:CYCLES-1];

  always_ff @(posedge clk_i) begin
    line_q[0] <= data_i;
    for (int unsigned i = 1; i < CYCLES; i++) line_q[i] <= line_q[i-1];
  end
  assign data_o = line_q[CYCLES-1];
endmodule
