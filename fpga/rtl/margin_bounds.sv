// Whether a definition's parameters keep the bounds: products with the largest position, 2^49 - 1 at
// most, and a row's highest fee within the worst fee.
//
// start_i with the command at raw_i and its instrument's terms at terms_i, which stay until done_o;
// exceeds_o is valid with done_o. set instrument: 22 cycles, and notional_o is its multiplier times
// its largest price; set fee row 11; stage array 19; set size curve 14. A factor a cycle: chosen at 1, its
// size at 2, multiplied until 6, compared until 9.
module margin_bounds (
    input  logic                     clk_i,
    input  logic                     rst_i,
    input  logic                     start_i,
    input  logic [511:0]             raw_i,
    input  margin_stage_pkg::terms_t terms_i,
    output logic                     done_o,
    output logic                     exceeds_o,
    output logic [margin_stage_pkg::NOTIONAL_BITS-1:0] notional_o
);
  localparam int unsigned N = margin_stage_pkg::NOTIONAL_BITS;
  localparam int unsigned PRODUCT = 74;
  localparam int unsigned LATENCY = 9;

  logic [15:0]        template_id;
  logic               is_instrument_q, is_fees_q, is_array_q, is_curve_q;
  logic               busy_q, exceeds_q, second_q, feeds, ends, far, too_large, too_large_q;
  logic               minimum_beyond_q, fee_beyond_q, is_minimum_1_q, is_minimum_2_q, over_q, wider_q;
  logic [3:0]         step_q, steps;
  logic [LATENCY:1]   fed_q;  // where a factor is on its way
  logic [31:0]        value_q, size_q, b_q, price, multiplier, limit;
  logic [49:0]        a_q;
  logic [PRODUCT-1:0] product;
  logic [N-1:0]       notional_q;
  logic [25:0]        sum_low_q;
  logic [24:0]        sum_high_q;
  logic [63:0]        worst_fee, minimum;
  logic [31:0]        rate, maker, taker, auction, higher_q, highest_q;
  logic [50:0]        charge_q;
  logic [4:0]         charge_parts_q;

  assign template_id = raw_i[card_pkg::STAGE_ARRAY_HEADER_TEMPLATE_ID_LSB+:16];
  assign price = raw_i[card_pkg::SET_INSTRUMENT_MAX_PRICE_LSB+:32];
  assign multiplier = raw_i[card_pkg::SET_INSTRUMENT_MULTIPLIER_LSB+:32];
  assign limit = raw_i[card_pkg::SET_INSTRUMENT_POSITION_LIMIT_LSB+:32];
  assign worst_fee = raw_i[card_pkg::SET_INSTRUMENT_WORST_FEE_LSB+:64];
  assign minimum = raw_i[card_pkg::STAGE_ARRAY_SHORT_OPTION_MINIMUM_LSB+:64];
  assign maker = raw_i[card_pkg::SET_FEE_ROW_MAKER_LSB+:32];
  assign taker = raw_i[card_pkg::SET_FEE_ROW_TAKER_LSB+:32];
  assign auction = raw_i[card_pkg::SET_FEE_ROW_AUCTION_LSB+:32];
  assign steps = is_array_q ? 4'd9 : is_curve_q ? 4'd4 : 4'd1;

  // A fee row's rates: within -(2^17 - 1) .. 2^17 - 1.
  always_comb begin
    too_large = 1'b0;
    for (int i = 0; i < 3; i++) begin
      rate = raw_i[card_pkg::SET_FEE_ROW_MAKER_LSB+32*i+:32];
      if (rate[31] ? rate[30:17] != '1 || rate[16:0] == '0 : rate[30:17] != '0) too_large = 1'b1;
    end
  end

  // What stands still while it works.
  always_ff @(posedge clk_i) begin
    is_instrument_q <= template_id == card_pkg::TEMPLATE_ID_SET_INSTRUMENT;
    is_fees_q <= template_id == card_pkg::TEMPLATE_ID_SET_FEE_ROW;
    is_array_q <= template_id == card_pkg::TEMPLATE_ID_STAGE_ARRAY;
    is_curve_q <= template_id == card_pkg::TEMPLATE_ID_SET_SIZE_CURVE;
    too_large_q <= too_large;
    minimum_beyond_q <= minimum[63:32] != '0;
    fee_beyond_q <= worst_fee[63:N] != '0;
    higher_q <= $signed(taker) > $signed(maker) ? taker : maker;
    highest_q <= higher_q[31] && auction[31] ? '0
        : $signed(auction) > $signed(higher_q) ? auction : higher_q;
    // The notional and the worst fee, its low part a cycle before its high part.
    sum_low_q <= {1'b0, notional_q[24:0]} + {1'b0, worst_fee[24:0]};
    sum_high_q <= {1'b0, notional_q[48:25]} + {1'b0, worst_fee[48:25]} + 25'(sum_low_q[25]);
  end

  // A factor.
  assign feeds = busy_q && step_q != steps;
  always_ff @(posedge clk_i) begin
    value_q <= is_curve_q ? raw_i[card_pkg::SET_SIZE_CURVE_SLOPE0_LSB+32*step_q[1:0]+:32]
        : step_q[3] ? minimum[31:0] : raw_i[card_pkg::STAGE_ARRAY_LANE0_LSB+32*step_q[2:0]+:32];
    is_minimum_1_q <= is_array_q && step_q[3];
    size_q <= is_array_q && !is_minimum_1_q && value_q[31] ? -value_q : value_q;
    is_minimum_2_q <= is_minimum_1_q;
    a_q <= is_fees_q ? 50'(terms_i.notional)
        : !is_instrument_q ? 50'(size_q) : second_q ? {sum_high_q, sum_low_q[24:0]} : 50'(price);
    b_q <= is_fees_q ? highest_q
        : !is_instrument_q ? 32'(terms_i.position_limit) : second_q ? limit : multiplier;
    wider_q <= (is_array_q || is_curve_q)
        && (size_q[31:27] != '0 || (is_minimum_2_q && minimum_beyond_q));
  end

  wide_product #(.BITS(PRODUCT)) u_product (
      .clk_i, .valid_i(1'b1), .a_i({3'd0, a_q}), .b_i({3'd0, b_q}), .product_o(product)
  );

  // The product is below 2^74, or 2^50 at least.
  assign far = a_q[49:26] != '0 && b_q[31:24] != '0;
  // A fee is charge_q / 2, rounded up: more than the worst fee?
  always_ff @(posedge clk_i) begin
    over_q <= product[PRODUCT-1:N] != '0;
    charge_q <= {product[PRODUCT-1:24], product[23:0] != '0};
    charge_parts_q <= margin_pkg::less_parts(
        60'({terms_i.worst_fee, 1'b0}), 60'(charge_q));
  end

  assign ends = step_q == steps && fed_q == '0;
  always_ff @(posedge clk_i) begin
    fed_q <= rst_i ? '0 : {fed_q[LATENCY-1:1], feeds};
    if (feeds) step_q <= step_q + 4'd1;
    if (fed_q[6] && !second_q) notional_q <= product[N-1:0];
    if (busy_q && ends && is_instrument_q && !second_q) begin
      second_q <= 1'b1;
      step_q <= '0;
    end
    if ((fed_q[3] && (wider_q || far)) || (fed_q[7] && over_q && !is_fees_q)
        || (fed_q[9] && is_fees_q && (too_large_q || margin_pkg::is_less(charge_parts_q)))
        || (fed_q[9] && is_instrument_q && fee_beyond_q)) exceeds_q <= 1'b1;
    if (start_i) begin
      busy_q <= 1'b1;
      step_q <= '0;
      second_q <= 1'b0;
      exceeds_q <= 1'b0;
    end
    if (rst_i || done_o) busy_q <= 1'b0;
  end

  assign done_o = busy_q && ends && (!is_instrument_q || second_q);
  assign exceeds_o = exceeds_q;
  assign notional_o = notional_q;
endmodule
