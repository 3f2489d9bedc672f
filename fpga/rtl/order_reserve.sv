// What an order reserves: r a lot, and r times its open lots.
//
// Latency, in cycles after valid_i: rate and mark are taken at 1 (as margin_pipe gives it), near_o is there
// at 3, reserve_o at 8, amount_o at 11, and so can be an operation's money if both begin together.
// Throughput: one a cycle. rate_i is max(0, maker, taker, auction), in 2^-24. The fee is rounded up:
// |limit| has the limit's sign, so below zero the product is rounded down and its sign turned round.
// Figures of an order that will be refused for its price or lots may be anything.
module order_reserve (
    input  logic                              clk_i,
    input  logic                              valid_i,
    input  logic                              sell_i,
    input  logic [31:0]                       limit_i,
    input  logic [31:0]                       multiplier_i,
    input  logic [16:0]                       rate_i,
    input  logic [31:0]                       close_band_i,
    input  logic [margin_pkg::LOT_BITS-1:0]   lots_i,
    input  logic [31:0]                       mark_i,
    output logic                              near_o,    // side * (limit - mark) <= close band
    output logic [margin_pkg::MONEY_BITS-1:0] reserve_o,
    output logic [margin_pkg::MONEY_BITS-1:0] amount_o
);
  logic [9:0]  valid_q;  // at 1 to 10
  logic        sell_q;
  logic [31:0] limit_q, limit, mark, multiplier_1_q, multiplier_2_q, band_1_q, band_2_q;
  logic [32:0] worse_q;  // side * (limit - mark)
  logic [63:0] notional, distance, distance_q;
  logic [73:0] fee;
  logic        below_6, nothing;
  logic [16:0] rate_3;
  logic [49:0] fee_part;
  logic [26:0] sum_low_q;
  logic [25:0] sum_high_q, high_q;
  logic        up_q;
  logic [25:0] low_q;
  logic [27:0] lots_8;

  always_ff @(posedge clk_i) valid_q <= {valid_q[8:0], valid_i};

  // The distance from the mark, if it is worse than that, times the multiplier: 1 to 6.
  assign limit = sell_q ? mark_i : limit_q;
  assign mark = sell_q ? limit_q : mark_i;

  always_ff @(posedge clk_i) begin
    sell_q <= sell_i;
    limit_q <= limit_i;
    multiplier_1_q <= multiplier_i;
    multiplier_2_q <= multiplier_1_q;
    band_1_q <= close_band_i;
    band_2_q <= band_1_q;
    worse_q <= 33'(margin_pkg::add48({{16 {limit[31]}}, limit}, ~{{16 {mark[31]}}, mark}, 1'b1));
    near_o <= worse_q[32] || worse_q[31:0] <= band_2_q;
    distance_q <= nothing ? '0 : distance;
  end
  delay_line #(.WIDTH(1), .CYCLES(3)) u_nothing (
      .clk_i, .take_i(valid_q[3]), .data_i(worse_q[32]), .data_o(nothing)
  );
  wide_product u_distance (
      .clk_i, .valid_i(valid_q[1]), .a_i(53'(multiplier_2_q)), .b_i(35'(worse_q[31:0])),
      .product_o(distance)
  );

  // The fee: 0 to 6.
  wide_product u_notional (
      .clk_i, .valid_i, .a_i(53'(multiplier_i)), .b_i({{3 {limit_i[31]}}, limit_i}),
      .product_o(notional)
  );
  delay_line #(.WIDTH(17), .CYCLES(2)) u_rate (
      .clk_i, .take_i(valid_q[1]), .data_i(rate_i), .data_o(rate_3)
  );
  wide_product #(.BITS(74)) u_fee (
      .clk_i, .valid_i(valid_q[2]), .a_i(notional[52:0]), .b_i(35'(rate_3)), .product_o(fee)
  );
  delay_line #(.WIDTH(1), .CYCLES(6)) u_below (
      .clk_i, .take_i(valid_q[4]), .data_i(limit_i[31]), .data_o(below_6)
  );

  // Both, in two parts of 26 bits: 6 to 8.
  assign fee_part = fee[73:24] ^ {50 {below_6}};
  always_ff @(posedge clk_i) begin
    if (valid_q[5]) begin
      sum_low_q <= 27'(margin_pkg::add48(48'(distance_q[25:0]), 48'(fee_part[25:0]), 1'b0));
      sum_high_q <= 26'(margin_pkg::add48(
          48'(distance_q[51:26]), {{24 {fee_part[49]}}, fee_part[49:26]}, 1'b0));
      up_q <= below_6 || fee[23:0] != '0;
    end
    if (valid_q[6]) begin
      low_q <= 26'(margin_pkg::add48(48'(sum_low_q[25:0]), '0, up_q));
      high_q <= 26'(margin_pkg::add48(
          48'(sum_high_q), '0, sum_low_q[26] || (up_q && sum_low_q[25:0] == '1)));
    end
  end
  assign reserve_o = 64'({high_q, low_q});

  // Times the lots: 8 to 11.
  delay_line #(.WIDTH(28), .CYCLES(8)) u_lots (
      .clk_i, .take_i(valid_q[6]), .data_i(lots_i), .data_o(lots_8)
  );
  wide_product u_amount (
      .clk_i, .valid_i(valid_q[7]), .a_i(53'({high_q, low_q})), .b_i(35'(lots_8)),
      .product_o(amount_o)
  );
endmodule
