// What an order reserves a lot, what a trade costs, and how C and F change by both.
//
//   r    = max(0, side * (limit - mark)) * multiplier
//        + ceil(max(0, maker, taker, auction) * |limit| * multiplier / 2^24)
//   fee  = ceil(lots * |price| * multiplier * rate / 2^24), by the rate that rate_i names
//   C   += cash_i - side * lots * price * multiplier - fee
//   F   += reserving_i * (anew_i ? r : reserve_i) - reserved_i * reserve_i; turned_i: less that
//
// One a cycle, 3 * PRODUCT + 4 cycles later; every rounding goes against the account.
module margin_money #(
    parameter int unsigned PRODUCT = 4  // cycles of a product
) (
    input  logic                                clk_i,
    input  logic                                sell_i,
    input  logic [31:0]                         price_i,
    input  logic [31:0]                         mark_i,
    input  logic [31:0]                         multiplier_i,
    input  logic [31:0]                         close_band_i,
    input  margin_stage_pkg::fees_t             fees_i,
    input  logic [1:0]                          rate_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] traded_i,
    input  logic                                anew_i,
    input  logic [margin_stage_pkg::RESERVE_BITS-1:0] reserve_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] reserving_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] reserved_i,
    input  logic                                turned_i,
    input  logic [63:0]                         cash_i,
    output logic                                near_o,          // limit within the close band
    output logic [margin_stage_pkg::RESERVE_BITS-1:0] r_o,
    output logic                                r_rises_o,       // r above reserve_i
    output logic [63:0]                         fee_o,           // signed
    output logic [63:0]                         cash_change_o,   // signed
    output logic [63:0]                         reserve_added_o,  // F grows by this ...
    output logic [63:0]                         reserve_freed_o   // ... less this
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;
  localparam int unsigned R = margin_stage_pkg::RESERVE_BITS;
  localparam int unsigned N = margin_stage_pkg::NOTIONAL_BITS;
  localparam int unsigned RATE = margin_stage_pkg::RATE_BITS;
  localparam int unsigned CHARGE = N + RATE - 1;
  localparam logic [CHARGE-1:0] ROUND = {{CHARGE - 24 {1'b0}}, 24'hFF_FFFF};

  // Cycle 1: distance from the mark, absolute price, the highest rate, the fee's rate.
  logic [32:0]     distance;
  logic [31:0]     price_q, multiplier_q;
  logic [32:0]     worse_q, band_q;
  logic            plus_q, rebate_q;
  logic [RATE-2:0] highest_q, rate_q;
  logic [RATE-1:0] rate, highest;

  assign distance = sell_i ? {mark_i[31], mark_i} - {price_i[31], price_i}
      : {price_i[31], price_i} - {mark_i[31], mark_i};

  always_comb begin
    case (rate_i)
      margin_stage_pkg::RATE_MAKER: rate = fees_i.maker;
      margin_stage_pkg::RATE_TAKER: rate = fees_i.taker;
      margin_stage_pkg::RATE_AUCTION: rate = fees_i.auction;
      default: rate = '0;
    endcase
    highest = '0;
    if ($signed(fees_i.maker) > $signed(highest)) highest = fees_i.maker;
    if ($signed(fees_i.taker) > $signed(highest)) highest = fees_i.taker;
    if ($signed(fees_i.auction) > $signed(highest)) highest = fees_i.auction;
  end

  always_ff @(posedge clk_i) begin
    worse_q <= distance[32] ? '0 : distance;
    band_q <= {1'b0, close_band_i};
    price_q <= price_i[31] ? -price_i : price_i;
    multiplier_q <= multiplier_i;
    plus_q <= sell_i != price_i[31];
    rebate_q <= rate[RATE-1];
    rate_q <= rate[RATE-1] ? (RATE-1)'(-rate) : rate[RATE-2:0];
    highest_q <= highest[RATE-2:0];
  end

  // Then two products deep: r, and what the trade costs; then those by the lots, and the fee.
  logic [N-1:0]      notional, cost;           // of a lot, of the lots traded
  logic [R-1:0]      beyond, r, used, old, used_q, r_q;
  logic [N+RATE-2:0] worst, charge;            // in 2^-24
  logic [R-1:0]      worst_q, beyond_q;
  logic [RATE-2:0]   highest_1, rate_2;
  logic [LOTS-1:0]   traded_1, reserving, reserved;
  logic              anew, rises_q, near, turned, plus, rebate;
  logic [63:0]       added, removed, cash, cost_2, fee_q, change_q, fee;

  margin_product #(.A_BITS(32), .B_BITS(32), .BITS(N), .LATENCY(PRODUCT)) u_notional (
      .clk_i, .a_i(price_q), .b_i(multiplier_q), .product_o(notional));
  margin_product #(.A_BITS(33), .B_BITS(32), .BITS(R), .LATENCY(PRODUCT)) u_beyond (
      .clk_i, .a_i(worse_q), .b_i(multiplier_q), .product_o(beyond));
  margin_delay #(.WIDTH(RATE - 1), .CYCLES(PRODUCT)) u_highest (
      .clk_i, .data_i(highest_q), .data_o(highest_1));
  margin_delay #(.WIDTH(LOTS), .CYCLES(PRODUCT + 1)) u_traded (
      .clk_i, .data_i(traded_i), .data_o(traded_1));

  margin_product #(.A_BITS(N), .B_BITS(RATE - 1), .BITS(N + RATE - 1), .LATENCY(PRODUCT)) u_worst (
      .clk_i, .a_i(notional), .b_i(highest_1), .product_o(worst));
  margin_product #(.A_BITS(N), .B_BITS(LOTS), .BITS(N), .LATENCY(PRODUCT)) u_cost (
      .clk_i, .a_i(notional), .b_i(traded_1), .product_o(cost));
  margin_delay #(.WIDTH(R), .CYCLES(PRODUCT + 1)) u_beyond_delay (
      .clk_i, .data_i(beyond), .data_o(beyond_q));
  margin_delay #(.WIDTH(R), .CYCLES(2 * PRODUCT + 2)) u_old (
      .clk_i, .data_i(reserve_i), .data_o(old));
  margin_delay #(.WIDTH(1), .CYCLES(2 * PRODUCT + 2)) u_anew (
      .clk_i, .data_i(anew_i), .data_o(anew));
  margin_delay #(.WIDTH(RATE - 1), .CYCLES(2 * PRODUCT)) u_rate (
      .clk_i, .data_i(rate_q), .data_o(rate_2));

  always_ff @(posedge clk_i) worst_q <= R'((worst + ROUND) >> 24);
  assign r = beyond_q + worst_q;
  assign used = anew ? r : old;

  margin_product #(.A_BITS(N), .B_BITS(RATE - 1), .BITS(N + RATE - 1), .LATENCY(PRODUCT)) u_charge (
      .clk_i, .a_i(cost), .b_i(rate_2), .product_o(charge));
  margin_delay #(.WIDTH(2 * LOTS), .CYCLES(2 * PRODUCT + 3)) u_lots (
      .clk_i, .data_i({reserving_i, reserved_i}), .data_o({reserving, reserved}));
  margin_product #(.A_BITS(LOTS), .B_BITS(R), .BITS(64), .LATENCY(PRODUCT)) u_added (
      .clk_i, .a_i(reserving), .b_i(used_q), .product_o(added));
  logic [R-1:0] old_q;
  margin_product #(.A_BITS(LOTS), .B_BITS(R), .BITS(64), .LATENCY(PRODUCT)) u_removed (
      .clk_i, .a_i(reserved), .b_i(old_q), .product_o(removed));

  always_ff @(posedge clk_i) begin
    used_q <= used;
    old_q <= old;
    r_q <= r;
    rises_q <= r > old;
  end

  // The trade's costs stand a cycle before F's products.
  margin_delay #(.WIDTH(64), .CYCLES(PRODUCT)) u_cost_delay (
      .clk_i, .data_i(64'(cost)), .data_o(cost_2));
  margin_delay #(.WIDTH(2), .CYCLES(3 * PRODUCT)) u_signs (
      .clk_i, .data_i({plus_q, rebate_q}), .data_o({plus, rebate}));
  margin_delay #(.WIDTH(64), .CYCLES(3 * PRODUCT + 2)) u_cash (
      .clk_i, .data_i(cash_i), .data_o(cash));

  always_ff @(posedge clk_i) begin
    fee_q <= rebate ? -{22'd0, charge[CHARGE-1:24]}
        : 64'((charge + ROUND) >> 24);
    change_q <= plus ? cost_2 : -cost_2;
  end

  // Out.
  margin_delay #(.WIDTH(R + 1), .CYCLES(PRODUCT + 1)) u_r (
      .clk_i, .data_i({r_q, rises_q}), .data_o({r_o, r_rises_o}));
  assign near = worse_q <= band_q;
  margin_delay #(.WIDTH(1), .CYCLES(3 * PRODUCT + 3)) u_near (
      .clk_i, .data_i(near), .data_o(near_o));
  margin_delay #(.WIDTH(64), .CYCLES(2)) u_fee (.clk_i, .data_i(fee_q), .data_o(fee));
  margin_delay #(.WIDTH(1), .CYCLES(3 * PRODUCT + 3)) u_turned (
      .clk_i, .data_i(turned_i), .data_o(turned));

  logic [63:0] sum_q;
  always_ff @(posedge clk_i) begin
    sum_q <= cash + change_q - fee_q;
    cash_change_o <= sum_q;
    reserve_added_o <= turned ? removed : added;
    reserve_freed_o <= turned ? added : removed;
  end
  assign fee_o = fee;
endmodule
