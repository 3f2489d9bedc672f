// The lowest (up_i) or highest set bit of a 64-bit word, combinational.
//
// groups_i tells which of its eight bytes are not zero. The place within each byte is worked out
// while the byte is chosen. Of a word that is zero bit_o tells nothing.
module find_bit (
    input  logic [63:0] word_i,
    input  logic [7:0]  groups_i,
    input  logic        up_i,
    output logic [5:0]  bit_o
);
  // Of eight bits the lowest (up) or highest that is set.
  function automatic logic [2:0] first(input logic [7:0] bits, input logic up);
    first = 3'd0;
    for (int i = 0; i < 8; i++) begin
      if (bits[up ? 7 - i : i]) first = 3'(up ? 7 - i : i);
    end
  endfunction

  logic [2:0]  high;
  logic [23:0] lows;

  always_comb begin
    for (int i = 0; i < 8; i++) lows[3*i+:3] = first(word_i[8*i+:8], up_i);
  end

  assign high = first(groups_i, up_i);
  assign bit_o = {high, lows[3*high+:3]};
endmodule
