// What a side's cash changes by in a fill: the price of its lots and its fee, rounded against who pays;
// or by another amount, if there are no lots.
//
// Latency, in cycles after valid_i: rate_i is taken at 2, the fee is there at 11, the change of cash
// at 13: so the operation that it belongs to begins 2 cycles after it. Throughput: one a cycle. Rates
// are signed, in 2^-24. |price| has the price's sign: below zero the product with the rate is rounded
// down and its sign turned round.
module trade_money (
    input  logic                              clk_i,
    input  logic                              valid_i,
    input  logic                              sell_i,
    input  logic [31:0]                       price_i,
    input  logic [31:0]                       multiplier_i,
    input  logic [margin_pkg::LOT_BITS-1:0]   lots_i,
    input  logic [margin_pkg::MONEY_BITS-1:0] other_i,  // without lots: the change
    input  logic [17:0]                       rate_i,
    output logic [margin_pkg::MONEY_BITS-1:0] fee_o,
    output logic [margin_pkg::MONEY_BITS-1:0] cash_o
);
  logic [9:0]  valid_q;  // at 1 to 10
  logic [63:0] lot_money, money, money_10, other_10, moved_q;
  logic [27:0] lots_3;
  logic [17:0] rate_6;
  logic        below_9, buys_10, trades_10, trades_1_q, sell_1_q, buys_q;

  always_ff @(posedge clk_i) valid_q <= {valid_q[8:0], valid_i};

  wide_product u_lot (
      .clk_i, .valid_i, .a_i(53'(multiplier_i)), .b_i({{3 {price_i[31]}}, price_i}),
      .product_o(lot_money)
  );
  delay_line #(.WIDTH(28), .CYCLES(3)) u_lots (
      .clk_i, .take_i(valid_q[1]), .data_i(lots_i), .data_o(lots_3)
  );
  wide_product u_money (
      .clk_i, .valid_i(valid_q[2]), .a_i(lot_money[52:0]), .b_i(35'(lots_3)), .product_o(money)
  );
  delay_line #(.WIDTH(18), .CYCLES(4)) u_rate (
      .clk_i, .take_i(valid_q[4]), .data_i(rate_i), .data_o(rate_6)
  );
  delay_line #(.WIDTH(1), .CYCLES(9)) u_below (
      .clk_i, .take_i(valid_q[7]), .data_i(price_i[31]), .data_o(below_9)
  );
  delay_line #(.WIDTH(64), .CYCLES(4)) u_money_line (
      .clk_i, .take_i(valid_q[8]), .data_i(money), .data_o(money_10)
  );
  delay_line #(.WIDTH(64), .CYCLES(10)) u_other (
      .clk_i, .take_i(valid_q[8]), .data_i(other_i), .data_o(other_10)
  );
  delay_line #(.WIDTH(2), .CYCLES(9)) u_side (
      .clk_i, .take_i(valid_q[8]), .data_i({trades_1_q && !sell_1_q, trades_1_q}),
      .data_o({buys_10, trades_10})
  );

  always_ff @(posedge clk_i) begin
    trades_1_q <= lots_i != '0;
    sell_1_q <= sell_i;
    if (valid_q[9]) begin
      moved_q <= trades_10 ? money_10 ^ {64 {buys_10}} : other_10;
      buys_q <= buys_10;
    end
  end

  trade_side u_side_cash (
      .clk_i, .valid_i(valid_q[5]), .money_i(money), .rate_i(rate_6), .below_3_i(below_9),
      .money_5_i(moved_q), .carry_i(buys_q), .fee_o, .cash_o
  );
endmodule
