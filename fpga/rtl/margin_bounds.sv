// Whether a definition's parameters keep the bounds: products with the largest position, 2^49 - 1 at
// most, and a row's highest fee within the worst fee.
//
// start_i with the command at raw_i and its instrument's terms at terms_i, which stay until done_o;
// exceeds_o is valid with done_o. set instrument: 12 cycles, and notional_o is its multiplier times
// its largest price; set fee row 6; stage array 15; set size curve 10.
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
  localparam int unsigned PRODUCT = 4;
  localparam int unsigned N = margin_stage_pkg::NOTIONAL_BITS;

  logic [15:0]     template_id;
  logic            is_instrument, is_fees, is_array, is_curve, busy_q, exceeds_q, second_q, feeds;
  logic            beyond, arrives, too_large;
  logic [3:0]      step_q, steps;
  logic [49:0]     a;
  logic [31:0]     b, value, price, multiplier;
  logic [81:0]     product;
  logic [N-1:0]    notional_q;
  logic [PRODUCT-1:0] fed_q;
  logic [63:0]     worst_fee, minimum;
  logic [31:0]     highest, rate;
  logic [57:0]     charge;

  assign template_id = raw_i[card_pkg::STAGE_ARRAY_HEADER_TEMPLATE_ID_LSB+:16];
  assign is_instrument = template_id == card_pkg::TEMPLATE_ID_SET_INSTRUMENT;
  assign is_fees = template_id == card_pkg::TEMPLATE_ID_SET_FEE_ROW;
  assign is_array = template_id == card_pkg::TEMPLATE_ID_STAGE_ARRAY;
  assign is_curve = template_id == card_pkg::TEMPLATE_ID_SET_SIZE_CURVE;
  assign steps = is_array ? 4'd9 : is_curve ? 4'd4 : 4'd1;

  assign price = raw_i[card_pkg::SET_INSTRUMENT_MAX_PRICE_LSB+:32];
  assign multiplier = raw_i[card_pkg::SET_INSTRUMENT_MULTIPLIER_LSB+:32];
  assign worst_fee = raw_i[card_pkg::SET_INSTRUMENT_WORST_FEE_LSB+:64];
  assign minimum = raw_i[card_pkg::STAGE_ARRAY_SHORT_OPTION_MINIMUM_LSB+:64];

  // A fee row's rates: within their range, and the highest.
  always_comb begin
    highest = '0;
    too_large = 1'b0;
    for (int i = 0; i < 3; i++) begin
      rate = raw_i[card_pkg::SET_FEE_ROW_MAKER_LSB+32*i+:32];
      if ($signed(rate) > $signed(highest)) highest = rate;
      // Within -(2^17 - 1) .. 2^17 - 1.
      if (rate[31] ? rate[30:17] != '1 || rate[16:0] == '0 : rate[30:17] != '0) too_large = 1'b1;
    end
  end

  // What is multiplied next.
  always_comb begin
    value = is_curve ? raw_i[card_pkg::SET_SIZE_CURVE_SLOPE0_LSB+32*step_q[1:0]+:32]
        : step_q[3] ? minimum[31:0] : raw_i[card_pkg::STAGE_ARRAY_LANE0_LSB+32*step_q[2:0]+:32];
    if (is_array && !step_q[3] && value[31]) value = -value;
    beyond = value[31:27] != '0 || (is_array && step_q[3] && minimum[63:32] != '0);
    a = 50'(value);
    b = 32'(terms_i.position_limit);
    if (is_fees) begin
      a = 50'(terms_i.notional);
      b = highest;
    end
    if (is_instrument) begin
      a = second_q ? 50'(notional_q) + 50'(worst_fee[N-1:0]) : 50'(price);
      b = second_q ? raw_i[card_pkg::SET_INSTRUMENT_POSITION_LIMIT_LSB+:32] : multiplier;
    end
  end

  margin_product #(.A_BITS(50), .B_BITS(32), .BITS(82), .LATENCY(PRODUCT)) u_product (
      .clk_i, .a_i(a), .b_i(b), .product_o(product));

  assign feeds = busy_q && step_q < steps;
  assign arrives = fed_q[PRODUCT-1];
  assign charge = 58'((product + 82'(24'hFF_FFFF)) >> 24);

  always_ff @(posedge clk_i) begin
    fed_q <= rst_i ? '0 : {fed_q[PRODUCT-2:0], feeds};
    if (feeds) step_q <= step_q + 4'd1;
    if (feeds && !is_fees && !is_instrument && beyond) exceeds_q <= 1'b1;
    if (arrives) begin
      if (is_instrument && !second_q) begin
        notional_q <= product[N-1:0];
        second_q <= 1'b1;
        step_q <= '0;
        if (product[81:N] != '0 || worst_fee[63:N] != '0) exceeds_q <= 1'b1;
      end else if (is_fees) begin
        if (too_large || charge > 58'(terms_i.worst_fee)) exceeds_q <= 1'b1;
      end else if (product[81:N] != '0) begin
        exceeds_q <= 1'b1;
      end
    end
    if (start_i) begin
      busy_q <= 1'b1;
      step_q <= '0;
      second_q <= 1'b0;
      exceeds_q <= 1'b0;
    end
    if (rst_i || done_o) busy_q <= 1'b0;
  end

  assign done_o = busy_q && step_q == steps && fed_q == '0 && (!is_instrument || second_q);
  assign exceeds_o = exceeds_q;
  assign notional_o = notional_q;
endmodule
