// The lowest (up_i) or highest set bit of a 64-bit word, combinational.
//
// Two steps of eight, so that no path runs through 64 bits.
module find_bit (
    input  logic [63:0] word_i,
    input  logic        up_i,
    output logic        any_o,
    output logic [5:0]  bit_o
);
  function automatic logic [2:0] lowest(input logic [7:0] bits);
    lowest[2] = bits[3:0] == 4'd0;
    lowest[1] = (bits[3:0] != 4'd0) ? bits[1:0] == 2'd0 : bits[5:4] == 2'd0;
    casez (bits)
      8'b???????1, 8'b?????100, 8'b???10000, 8'b?1000000: lowest[0] = 1'b0;
      default: lowest[0] = 1'b1;
    endcase
  endfunction

  logic [63:0] word;  // turned round for the highest bit
  logic [7:0]  groups, group;
  logic [2:0]  high, low;

  always_comb begin
    for (int i = 0; i < 64; i++) word[i] = up_i ? word_i[i] : word_i[63-i];
    for (int i = 0; i < 8; i++) groups[i] = word[8*i+:8] != 8'd0;
  end

  assign high = lowest(groups);
  assign group = word[8*high+:8];
  assign low = lowest(group);
  assign any_o = groups != 8'd0;
  assign bit_o = up_i ? {high, low} : ~{high, low};
endmodule
