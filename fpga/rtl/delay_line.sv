// What came in CYCLES cycles ago, CYCLES at least 2; the last cycle only with take_i, so that data_o
// stays until the next is taken, and comes from a register and not from a shift register's memory.
// Contents are not reset.
module delay_line #(
    parameter int unsigned WIDTH  = 8,
    parameter int unsigned CYCLES = 4
) (
    input  logic             clk_i,
    input  logic             take_i,
    input  logic [WIDTH-1:0] data_i,
    output logic [WIDTH-1:0] data_o
);
  logic [WIDTH-1:0] line_q [0:CYCLES-2];

  always_ff @(posedge clk_i) begin
    line_q[0] <= data_i;
    for (int unsigned i = 1; i < CYCLES - 1; i++) line_q[i] <= line_q[i-1];
    if (take_i) data_o <= line_q[CYCLES-2];
  end
endmodule
