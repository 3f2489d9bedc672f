// The lowest set bit of a word of GROUPS groups of GROUPS bits (a power of two; by default eight
// bytes), combinational.
//
// groups_i tells which of the groups are not zero. The place within each group is worked out while
// the group is chosen. Of a word that is zero bit_o tells nothing.
module find_bit #(
    parameter int unsigned GROUPS = 8,
    parameter int unsigned BITS = $clog2(GROUPS)
) (
    input  logic [GROUPS*GROUPS-1:0] word_i,
    input  logic [GROUPS-1:0]        groups_i,
    output logic [2*BITS-1:0]        bit_o
);
  // Of a group's bits the lowest that is set.
  function automatic logic [BITS-1:0] first(input logic [GROUPS-1:0] bits);
    first = '0;
    for (int unsigned i = 0; i < GROUPS; i++) begin
      if (bits[GROUPS-1-i]) first = BITS'(GROUPS - 1 - i);
    end
  endfunction

  logic [BITS-1:0]        high;
  logic [BITS*GROUPS-1:0] lows;

  always_comb begin
    for (int unsigned i = 0; i < GROUPS; i++) begin
      lows[BITS*i+:BITS] = first(word_i[GROUPS*i+:GROUPS]);
    end
  end

  assign high = first(groups_i);
  assign bit_o = {high, lows[BITS*high+:BITS]};
endmodule
