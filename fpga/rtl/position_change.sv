// What one update makes of a position; combinational.
//
// With f lots traded and o lots opened, room falls by f + o, less twice the lots that reduce the
// position: by building_i = f + o if none does, by reducing_i = o - f if all do. Both come ready made,
// and all outcomes are worked out side by side, before it is known which one it is. All sums are
// modulo 2^28: within a command room may fall below zero, never after it.
module position_change (
    input  kernel_pkg::position_t                position_i,
    input  logic                                 sell_i,
    input  logic                                 against_i,  // sell_i is not is_short
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] traded_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] opened_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] building_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] reducing_i,
    output kernel_pkg::position_t                position_o
);
  localparam int unsigned BITS = kernel_pkg::QUANTITY_BITS;

  logic            turns, evens, parity, carries_in;
  logic [BITS-1:0] moved, turned, room_moved, room_turned, twice, sums, carries;

  // A trade against the position takes from it; what is left builds up the other side.
  assign turns = against_i && position_i.size < traded_i;
  assign evens = position_i.size == traded_i;
  // Bit 0 is worked out apart: it is the same for both, and synthesis would put one sum behind the
  // other to share it.
  assign parity = position_i.size[0] ^ traded_i[0];
  assign carries_in = against_i ? position_i.size[0] || !traded_i[0] : position_i.size[0] && traded_i[0];
  assign moved[0] = parity;
  assign moved[BITS-1:1] = position_i.size[BITS-1:1]
      + (against_i ? ~traded_i[BITS-1:1] : traded_i[BITS-1:1]) + (BITS-1)'(carries_in);
  assign turned[0] = parity;
  assign turned[BITS-1:1] = traded_i[BITS-1:1] - position_i.size[BITS-1:1]
      - (BITS-1)'(position_i.size[0] && !traded_i[0]);

  // Turned round, room also gains twice the size: three numbers are made two before they are added.
  assign room_moved = position_i.room - (against_i ? reducing_i : building_i);
  assign twice = {position_i.size[BITS-2:0], 1'b0};
  assign sums = position_i.room ^ twice ^ ~building_i;
  assign carries = (position_i.room & twice) | (~building_i & (position_i.room | twice));
  assign room_turned = sums + {carries[BITS-2:0], 1'b1};

  always_comb begin
    position_o = position_i;
    position_o.size = turns ? turned : moved;
    position_o.room = turns ? room_turned : room_moved;
    position_o.is_short = turns ? sell_i : position_i.is_short && !(against_i && evens);
    if (sell_i) position_o.asks = position_i.asks + opened_i;
    else position_o.bids = position_i.bids + opened_i;
  end
endmodule
