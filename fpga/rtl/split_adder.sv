// a + b, or a - b, modulo 2^48; combinational.
//
// Three parts of 15, 13 and 20 bits, the upper two worked out for both carries: a third of the carry
// chain. A carry comes in as one more bit below, so that each part is one adder.
module split_adder (
    input  logic [47:0] a_i,
    input  logic [47:0] b_i,
    input  logic        subtract_i,
    output logic [47:0] sum_o
);
  logic [47:0] b;
  logic [16:0] low;
  logic [14:0] middle_0, middle_1, middle;
  logic [20:0] high_0, high_1;

  assign b = subtract_i ? ~b_i : b_i;
  assign low = {1'b0, a_i[14:0], subtract_i} + {1'b0, b[14:0], subtract_i};
  assign middle_0 = {1'b0, a_i[27:15], 1'b0} + {1'b0, b[27:15], 1'b0};
  assign middle_1 = {1'b0, a_i[27:15], 1'b1} + {1'b0, b[27:15], 1'b1};
  assign high_0 = {a_i[47:28], 1'b0} + {b[47:28], 1'b0};
  assign high_1 = {a_i[47:28], 1'b1} + {b[47:28], 1'b1};

  assign middle = low[16] ? middle_1 : middle_0;
  assign sum_o = {middle[14] ? high_1[20:1] : high_0[20:1], middle[13:1], low[15:1]};
endmodule
