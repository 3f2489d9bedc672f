// What a fill moves: the price of its lots, and both fees, rounded against who pays.
//
// Latency, in cycles after valid_i: the fees are there at 11, what the buyer's and the seller's cash
// change by at 13. Throughput: one a cycle. Rates are signed, in 2^-24. |price| has the price's sign: below zero the product with the rate is rounded
// down and its sign turned round.
module trade_money (
    input  logic                              clk_i,
    input  logic                              valid_i,
    input  logic [31:0]                       price_i,
    input  logic [31:0]                       multiplier_i,
    input  logic [margin_pkg::LOT_BITS-1:0]   lots_i,
    input  logic [17:0]                       buyer_rate_i,
    input  logic [17:0]                       seller_rate_i,
    output logic [margin_pkg::MONEY_BITS-1:0] buyer_fee_o,
    output logic [margin_pkg::MONEY_BITS-1:0] seller_fee_o,
    output logic [margin_pkg::MONEY_BITS-1:0] buyer_cash_o,
    output logic [margin_pkg::MONEY_BITS-1:0] seller_cash_o
);
  logic [9:0]  valid_q;  // at 1 to 10
  logic [63:0] lot_money, money, money_11;
  logic [27:0] lots_3;
  logic [17:0] buyer_rate_6, seller_rate_6;
  logic        below_9;

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
  delay_line #(.WIDTH(36), .CYCLES(6)) u_rates (
      .clk_i, .take_i(valid_q[4]),
      .data_i({buyer_rate_i, seller_rate_i}), .data_o({buyer_rate_6, seller_rate_6})
  );
  delay_line #(.WIDTH(1), .CYCLES(9)) u_below (
      .clk_i, .take_i(valid_q[7]), .data_i(price_i[31]), .data_o(below_9)
  );
  delay_line #(.WIDTH(64), .CYCLES(5)) u_money_line (
      .clk_i, .take_i(valid_q[9]), .data_i(money), .data_o(money_11)
  );

  trade_side u_buyer (
      .clk_i, .valid_i(valid_q[5]), .money_i(money), .rate_i(buyer_rate_6), .below_3_i(below_9),
      .money_5_i(~money_11), .carry_i(1'b1), .fee_o(buyer_fee_o), .cash_o(buyer_cash_o)
  );
  trade_side u_seller (
      .clk_i, .valid_i(valid_q[5]), .money_i(money), .rate_i(seller_rate_6), .below_3_i(below_9),
      .money_5_i(money_11), .carry_i(1'b0), .fee_o(seller_fee_o), .cash_o(seller_cash_o)
  );
endmodule
