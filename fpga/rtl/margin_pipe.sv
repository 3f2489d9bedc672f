// The margin of every account, exact after each operation: lanes, sums, needs and status.
//
// Throughput: one operation a cycle, of any portfolios and accounts, in order, without a stall; each
// sees all before it. Latency: lots are taken HOLDING_AT cycles after op_i, money MONEY_AT cycles
// after it; result_o comes RESULT_AT cycles after it. mark_o is the mark of the operation's instrument
// in its bank, one cycle after it, until the next.
// After a reset each portfolio and each account must be wiped by an operation. What is staged may not
// be read by an operation, nor anything else be staged, while busy_o is 1 (from the cycle after it).
//
//   at 0 rates, marks    1 lots chosen      2 multiplied   3-5 V and W       5-9 least of lanes
//   at 3 lots, terms     7-11 their sums    9 factors      11-13 IM, MM     14-17 the account
module margin_pipe #(
    parameter int unsigned PORTFOLIOS  = 4096,
    parameter int unsigned SCENARIOS   = 32,
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned ACCOUNTS    = 16384
) (
    input  logic                   clk_i,
    input  logic                   rst_i,
    input  margin_pkg::operation_t op_i,
    input  margin_pkg::holding_t   holding_i,
    input  margin_pkg::money_t     money_i,
    output logic [31:0]            mark_o,
    output margin_pkg::result_t    result_o,
    input  margin_pkg::staged_t    staged_i,
    output logic                   busy_o
);
  localparam int unsigned SUM = margin_pkg::SUM_BITS;
  localparam int unsigned RATE = margin_pkg::RATE_BITS;
  localparam int unsigned CHANGE = margin_pkg::CHANGE_BITS;
  localparam int unsigned PORTFOLIO_INDEX = (PORTFOLIOS > 1) ? $clog2(PORTFOLIOS) : 1;
  localparam int unsigned ROW = $clog2(2 * INSTRUMENTS);
  localparam int unsigned LAST = margin_pkg::RESULT_AT;

  // The operation on its way.
  margin_pkg::step_t step_0;
  margin_pkg::step_t step_1_q, step_2_q, step_3_q, step_4_q, step_5_q, step_6_q, step_7_q, step_8_q;
  margin_pkg::step_t step_9_q, step_10_q, step_11_q, step_12_q, step_13_q, step_14_q, step_15_q;
  margin_pkg::step_t step_16_q, step_17_q;

  assign step_0 = {
    op_i.valid && !rst_i, op_i.tag, op_i.wipe, op_i.has_portfolio, op_i.clear, op_i.trial,
    op_i.cash_clear, op_i.judge, op_i.set_status, op_i.status, op_i.sure, op_i.loose,
    op_i.account, op_i.portfolio, op_i.instrument, op_i.bank, op_i.initial_factor, op_i.maintenance_factor,
    op_i.audit, op_i.lanes
  };
  always_ff @(posedge clk_i) begin
    step_1_q <= step_0;
    step_2_q <= step_1_q;
    step_3_q <= step_2_q;
    step_4_q <= step_3_q;
    step_5_q <= step_4_q;
    step_6_q <= step_5_q;
    step_7_q <= step_6_q;
    step_8_q <= step_7_q;
    step_9_q <= step_8_q;
    step_10_q <= step_9_q;
    step_11_q <= step_10_q;
    step_12_q <= step_11_q;
    step_13_q <= step_12_q;
    step_14_q <= step_13_q;
    step_15_q <= step_14_q;
    step_16_q <= step_15_q;
    step_17_q <= step_16_q;
  end

  // Parameters, and the lots that each lane takes. In a trial W has nothing of the fill.
  logic [CHANGE-1:0]                lots_q, lots_up_q, lots_down_q, filled;
  logic [margin_pkg::TERM_BITS-1:0] lot_value;
  logic [26:0]                      minimum, minimum_4;
  margin_pkg::curve_t               curve;

  assign filled = op_i.trial ? '0 : op_i.pos_delta;
  always_ff @(posedge clk_i) begin
    if (op_i.valid) begin
      lots_q <= op_i.pos_delta;
      lots_down_q <= 29'(margin_pkg::add48(48'(filled), 48'(op_i.bids_delta), 1'b0));
      lots_up_q <= 29'(margin_pkg::add48(48'(filled), {19'd0, ~op_i.asks_delta}, 1'b1));
    end
  end

  margin_parameters #(.INSTRUMENTS(INSTRUMENTS)) u_parameters (
      .clk_i,
      .rst_i,
      .staged_i,
      .busy_o,
      .read_i(op_i.valid),
      .row_i(ROW'({op_i.instrument, op_i.bank})),
      .mark_o,
      .value_o(lot_value),
      .minimum_o(minimum),
      .curve_read_i(step_2_q.valid),
      .curve_row_i(ROW'({step_2_q.instrument, step_2_q.bank})),
      .curve_o(curve)
  );
  delay_line #(.WIDTH(27), .CYCLES(3)) u_minimum_line (
      .clk_i, .take_i(step_3_q.valid), .data_i(minimum), .data_o(minimum_4)
  );

  // The lanes.
  logic [SCENARIOS*RATE-1:0] rates;
  logic [SCENARIOS*SUM-1:0]  positions, worsts;

  for (genvar s = 0; s < SCENARIOS; s++) begin : gen_lanes
    margin_lane #(.PORTFOLIOS(PORTFOLIOS), .INSTRUMENTS(INSTRUMENTS)) u_lane (
        .clk_i,
        .write_i(staged_i.array && staged_i.part == 2'(s / 8)),
        .write_row_i(ROW'({staged_i.instrument, staged_i.bank})),
        .write_rate_i(staged_i.rates[RATE*(s%8)+:RATE]),
        .read_i(op_i.valid),
        .read_row_i(ROW'({op_i.instrument, op_i.bank})),
        .rate_o(rates[RATE*s+:RATE]),
        .valid_i(step_1_q.valid),
        .loose_i(step_1_q.loose),
        .portfolio_i(step_1_q.portfolio[PORTFOLIO_INDEX-1:0]),
        .wipe_i(step_1_q.wipe),
        .clear_i(step_1_q.clear),
        .store_i(step_1_q.has_portfolio),
        .hold_i(step_1_q.trial),
        .lots_i(lots_q),
        .lots_up_i(lots_up_q),
        .lots_down_i(lots_down_q),
        .positions_o(positions[SUM*s+:SUM]),
        .worst_o(worsts[SUM*s+:SUM])
    );
  end

  logic [SUM-1:0] worst_first, worst_second, held_first, held_second;

  least_lanes #(.SCENARIOS(SCENARIOS)) u_worst_least (
      .clk_i, .valid_i(step_5_q.valid), .lanes_i(worsts),
      .first_o(worst_first), .second_o(worst_second)
  );
  least_lanes #(.SCENARIOS(SCENARIOS)) u_held_least (
      .clk_i, .valid_i(step_5_q.valid), .lanes_i(positions),
      .first_o(held_first), .second_o(held_second)
  );

  // Terms, value and add-on.
  logic [4*29-1:0] terms_low;
  logic [4*28-1:0] terms_high;
  logic [63:0]     value;
  logic [SUM-1:0]  value_9, add_on_9;
  logic [27:0]     value_high_q, add_on_high_q;
  logic [CHANGE-1:0]                value_lots_q;
  logic [margin_pkg::TERM_BITS-1:0] lot_value_q;

  margin_terms u_terms (
      .clk_i,
      .valid_i(step_3_q.valid),
      .loose_i(step_3_q.loose),
      .holding_i,
      .curve_i(curve),
      .minimum_i(minimum_4),
      .low_o(terms_low),
      .high_o(terms_high)
  );

  always_ff @(posedge clk_i) begin
    if (step_1_q.valid) begin
      lot_value_q <= lot_value;
      value_lots_q <= step_1_q.trial ? '0 : lots_q;
    end
  end
  wide_product u_value (
      .clk_i,
      .valid_i(step_2_q.valid),
      .a_i({{3 {lot_value_q[margin_pkg::TERM_BITS-1]}}, lot_value_q}),
      .b_i({{6 {value_lots_q[CHANGE-1]}}, value_lots_q}),
      .product_o(value)
  );
  delay_line #(.WIDTH(SUM), .CYCLES(4)) u_value_line (
      .clk_i, .take_i(step_8_q.valid), .data_i(value[SUM-1:0]), .data_o(value_9)
  );
  delay_line #(.WIDTH(SUM), .CYCLES(9)) u_add_on_line (
      .clk_i, .take_i(step_8_q.valid), .data_i(op_i.add_on_delta[SUM-1:0]), .data_o(add_on_9)
  );
  always_ff @(posedge clk_i) begin
    value_high_q <= value_9[SUM-1:29];
    add_on_high_q <= add_on_9[SUM-1:29];
  end

  logic [28:0]    minimum_low, added_low, held_minimum_low, held_added_low, value_low;
  logic [30:0]    minimum_high, added_high, held_minimum_high, held_added_high;
  logic [34:0]    value_high;
  logic [SUM-1:0] value_sum, add_on;

  portfolio_sums #(.PORTFOLIOS(PORTFOLIOS)) u_sums (
      .clk_i,
      .step_i(step_7_q),
      .low_i({add_on_9[28:0], value_9[28:0], terms_low}),
      .high_i({add_on_high_q, value_high_q, terms_high}),
      .minimum_low_o(minimum_low),
      .minimum_high_o(minimum_high),
      .added_low_o(added_low),
      .added_high_o(added_high),
      .held_minimum_low_o(held_minimum_low),
      .held_minimum_high_o(held_minimum_high),
      .held_added_low_o(held_added_low),
      .held_added_high_o(held_added_high),
      .value_change_low_o(value_low),
      .value_change_high_o(value_high),
      .value_o(value_sum),
      .add_on_o(add_on)
  );

  // IM and MM.
  margin_pkg::need_t                initial_need, maintenance_need;
  logic [SUM-1:0]                   worst, unused_worst;
  logic [margin_pkg::NEED_BITS-1:0] initial_margin, initial_before, maintenance, maintenance_before;
  logic                             initial_rose, worst_rose;

  margin_need u_initial (
      .clk_i,
      .valid_i(step_9_q.valid),
      .first_i(worst_first),
      .second_i(worst_second),
      .factor_i(step_9_q.initial_factor),
      .minimum_low_i(minimum_low),
      .minimum_high_i(minimum_high),
      .added_low_i(added_low),
      .added_high_i(added_high),
      .worst_o(unused_worst),
      .need_o(initial_need)
  );
  margin_need u_maintenance (
      .clk_i,
      .valid_i(step_9_q.valid),
      .first_i(held_first),
      .second_i(held_second),
      .factor_i(step_9_q.maintenance_factor),
      .minimum_low_i(held_minimum_low),
      .minimum_high_i(held_minimum_high),
      .added_low_i(held_added_low),
      .added_high_i(held_added_high),
      .worst_o(worst),
      .need_o(maintenance_need)
  );
  portfolio_needs #(.PORTFOLIOS(PORTFOLIOS)) u_needs (
      .clk_i,
      .step_i(step_12_q),
      .worst_i(worst),
      .initial_i(initial_need),
      .maintenance_i(maintenance_need),
      .initial_o(initial_margin),
      .initial_before_o(initial_before),
      .maintenance_o(maintenance),
      .maintenance_before_o(maintenance_before),
      .initial_rose_o(initial_rose),
      .worst_rose_o(worst_rose)
  );

  // The account.
  logic [margin_pkg::MONEY_BITS-1:0] cash, reserve, equity, initial_sum, maintenance_sum, free;
  logic [1:0]                        status_before, status;

  account_sums #(.ACCOUNTS(ACCOUNTS)) u_account (
      .clk_i,
      .step_9_i(step_9_q),
      .step_10_i(step_10_q),
      .step_13_i(step_13_q),
      .step_16_i(step_16_q),
      .money_i,
      .value_low_i(value_low),
      .value_high_i(value_high),
      .initial_i(initial_margin),
      .initial_before_i(initial_before),
      .maintenance_i(maintenance),
      .maintenance_before_i(maintenance_before),
      .cash_o(cash),
      .reserve_o(reserve),
      .equity_o(equity),
      .initial_sum_o(initial_sum),
      .maintenance_sum_o(maintenance_sum),
      .free_o(free),
      .status_before_o(status_before),
      .status_o(status)
  );

  // The audit's part.
  logic [63:0]      lane_sum, array_sum, lane_sum_17, array_sum_17;
  logic [4*SUM-1:0] lanes, lanes_17;

  margin_audit #(.SCENARIOS(SCENARIOS)) u_audit (
      .clk_i,
      .step_i(step_1_q),
      .rates_i(rates),
      .curve_i(curve),
      .minimum_i(minimum_4),
      .positions_i(positions),
      .worsts_i(worsts),
      .lane_sum_o(lane_sum),
      .array_sum_o(array_sum),
      .lanes_o(lanes)
  );
  delay_line #(.WIDTH(128 + 4 * SUM), .CYCLES(LAST - 7)) u_audit_line (
      .clk_i, .take_i(step_16_q.valid),
      .data_i({lane_sum, array_sum, lanes}), .data_o({lane_sum_17, array_sum_17, lanes_17})
  );

  // The result.
  logic [margin_pkg::NEED_BITS-1:0] initial_17, maintenance_17;
  logic [SUM-1:0]                   value_17, add_on_17;
  logic                             initial_rose_q, worst_rose_q;

  delay_line #(.WIDTH(2 * margin_pkg::NEED_BITS), .CYCLES(LAST - 14)) u_need_line (
      .clk_i, .take_i(step_16_q.valid),
      .data_i({initial_margin, maintenance}), .data_o({initial_17, maintenance_17})
  );
  delay_line #(.WIDTH(2 * SUM), .CYCLES(LAST - 11)) u_value_sum_line (
      .clk_i, .take_i(step_16_q.valid),
      .data_i({value_sum, add_on}), .data_o({value_17, add_on_17})
  );
  always_ff @(posedge clk_i) begin
    initial_rose_q <= initial_rose;
    worst_rose_q <= worst_rose;
  end

  always_comb begin
    result_o.valid = step_17_q.valid;
    result_o.tag = step_17_q.tag;
    result_o.free_negative = free[margin_pkg::MONEY_BITS-1];
    result_o.initial_rose = initial_rose_q;
    result_o.worst_rose = worst_rose_q;
    result_o.status_before = status_before;
    result_o.status = status;
    result_o.initial_margin = initial_17;
    result_o.maintenance_margin = maintenance_17;
    result_o.add_on = margin_pkg::MONEY_BITS'(add_on_17);
    result_o.value = value_17;
    result_o.free = free;
    result_o.equity = equity;
    result_o.cash = cash;
    result_o.reserve = reserve;
    result_o.initial_sum = initial_sum;
    result_o.maintenance_sum = maintenance_sum;
    result_o.lane_sum = lane_sum_17;
    result_o.array_sum = array_sum_17;
    {result_o.worst_1, result_o.positions_1, result_o.worst_0, result_o.positions_0} = lanes_17;
  end
endmodule
