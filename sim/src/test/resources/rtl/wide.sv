// A 96-bit value with its 32-bit words turned round, combinational; and signed and odd widths.
module wide (
    input  logic        [95:0] value_i,
    output logic        [95:0] turned_o,
    input  logic signed [12:0] small_i,
    output logic signed [12:0] negated_o
);
  assign turned_o  = {value_i[31:0], value_i[63:32], value_i[95:64]};
  assign negated_o = -small_i;
endmodule
