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
  logic [(CYCLES-1)*WIDTH-1:0] line_q;

  always_ff @(posedge clk_i) begin
    line_q <= ((CYCLES-1)*WIDTH)'({line_q, data_i});
    if (take_i) data_o <= line_q[(CYCLES-2)*WIDTH+:WIDTH];
  end
endmodule
