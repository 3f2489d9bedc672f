// One side's fee of a fill, and what its cash changes by.
//
// Latency, in cycles after valid_i: whether the price is below zero is taken at 3, the money that
// comes in (complemented, with carry_i, if it goes out) at 5; the fee is there at 5, the change of cash
// at 7. Throughput: one a cycle.
module trade_side (
    input  logic                              clk_i,
    input  logic                              valid_i,
    input  logic [margin_pkg::MONEY_BITS-1:0] money_i,
    input  logic [17:0]                       rate_i,
    input  logic                              below_3_i,
    input  logic [margin_pkg::MONEY_BITS-1:0] money_5_i,
    input  logic                              carry_i,
    output logic [margin_pkg::MONEY_BITS-1:0] fee_o,
    output logic [margin_pkg::MONEY_BITS-1:0] cash_o
);
  logic [73:0] product;
  logic [49:0] fee_q;
  logic        up_q, one_more;
  logic [25:0] low_q;
  logic [23:0] high_q;
  logic [28:0] halves, carries;
  logic [30:0] cash_low_q;
  logic [28:0] cash_low_2_q;
  logic [34:0] gain_high_q, loss_high_q, cash_high_q;
  logic [63:0] loss;

  wide_product #(.BITS(74)) u_fee (
      .clk_i, .valid_i, .a_i(money_i[52:0]), .b_i({{17 {rate_i[17]}}, rate_i}), .product_o(product)
  );

  assign one_more = up_q && fee_q[25:0] == '1;
  assign fee_o = {{14 {high_q[23]}}, high_q, low_q};

  // money - fee, as money + ~fee + 1, the 1 as the bit that the carries leave free.
  assign loss = ~fee_o;
  assign halves = money_5_i[28:0] ^ loss[28:0];
  assign carries = money_5_i[28:0] & loss[28:0];

  always_ff @(posedge clk_i) begin
    fee_q <= product[73:24] ^ {50 {below_3_i}};
    up_q <= below_3_i || product[23:0] != '0;
    low_q <= 26'(margin_pkg::add48(48'(fee_q[25:0]), '0, up_q));
    high_q <= 24'(margin_pkg::add48(48'(fee_q[49:26]), '0, one_more));
    cash_low_q <= 31'(margin_pkg::add48(48'(halves), {18'd0, carries, 1'b1}, carry_i));
    cash_low_2_q <= cash_low_q[28:0];
    gain_high_q <= money_5_i[63:29];
    loss_high_q <= loss[63:29];
    cash_high_q <= 35'(margin_pkg::add48(
        {13'd0, gain_high_q ^ loss_high_q},
        {12'd0, gain_high_q & loss_high_q, cash_low_q[30]}, cash_low_q[29] || cash_low_q[30]));
  end
  assign cash_o = {cash_high_q, cash_low_2_q};
endmodule
