// a + b, or a - b, modulo 2^48; combinational.
//
// Three parts of 16 bits, the upper two worked out for both carries: a third of the carry chain.
module split_adder (
    input  logic [47:0] a_i,
    input  logic [47:0] b_i,
    input  logic        subtract_i,
    output logic [47:0] sum_o
);
  logic [47:0] b;
  logic [16:0] low, middle_0, middle_1, middle;
  logic [15:0] high_0, high_1;

  assign b = subtract_i ? ~b_i : b_i;
  assign low = {1'b0, a_i[15:0]} + {1'b0, b[15:0]} + 17'(subtract_i);
  assign middle_0 = {1'b0, a_i[31:16]} + {1'b0, b[31:16]};
  assign middle_1 = {1'b0, a_i[31:16]} + {1'b0, b[31:16]} + 17'd1;
  assign high_0 = a_i[47:32] + b[47:32];
  assign high_1 = a_i[47:32] + b[47:32] + 16'd1;

  assign middle = low[16] ? middle_1 : middle_0;
  assign sum_o = {middle[16] ? high_1 : high_0, middle[15:0], low[15:0]};
endmodule
