// The reasons of margin to refuse a command that follow from the records that it names.
//
// Latency: two cycles after command and records: compared in the first, which stay, judged in the second.
// What is said of the group named (epoch_i, stale_i) may come a cycle after the records, if stale_i alone
// follows from them. Each has its reason's number as its place, beside those of command_checker. A reason
// that presumes a lower one to be absent may be wrong beside it. What needs the pipe, a product or a walk
// is not here.
module margin_reasons #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned ORDERS = 65536,
    parameter int unsigned GROUPS = 16,
    parameter int unsigned PORTFOLIOS = 16384,
    parameter int unsigned SCENARIOS = 32
) (
    input  logic                         clk_i,
    input  logic                         loading_i,
    input  kernel_pkg::command_t         command_i,
    input  logic [511:0]                 raw_i,
    input  margin_stage_pkg::fields_t    fields_i,
    input  margin_stage_pkg::account_t   account_i,
    input  logic                         both_known_i,    // transfer: both accounts are ...
    input  logic                         both_fit_i,      // ... and both positions theirs
    input  margin_stage_pkg::portfolio_t portfolio_i,
    input  margin_stage_pkg::bound_t     bound_i,
    input  margin_stage_pkg::terms_t     terms_i,
    input  kernel_pkg::entry_t           entry_i,
    input  logic [31:0]                  epoch_i,         // of the group named
    input  logic                         stale_i,         // it has stale portfolios
    output logic                         redefines_o,     // set instrument: terms change
    output logic [kernel_pkg::REASONS-1:1] reasons_o
);
  localparam int unsigned R = 51;

  kernel_pkg::kind_t kind;
  margin_stage_pkg::fields_t f;
  logic [kernel_pkg::REASONS-1:1] r, reasons_q;
  logic binds_q, opens_q, binds, opens;
  logic [15:0] allowed;
  logic [31:0] price, quantity, epoch, bound_1, bound_2, bound_3, limit, position;
  logic [32:0] largest, furthest, price_room, position_room;  // above the lower bound
  logic [63:0] amount;
  logic [R-1:0] most;
  logic [7:0]  tier, status;
  logic [15:0] factor, maintenance;

  assign kind = command_i.kind;
  assign f = fields_i;
  assign binds = kind.open_position || kind.load_position;
  assign opens = f.open_portfolio || f.load_portfolio;
  assign amount = f.amount;
  assign price = f.transfer ? raw_i[card_pkg::TRANSFER_PRICE_LSB+:32]
      : raw_i[card_pkg::STAGE_ARRAY_MARK_LSB+:32];
  assign position = command_i.position;
  assign quantity = raw_i[card_pkg::TRANSFER_QUANTITY_LSB+:32];
  assign limit = raw_i[card_pkg::SET_INSTRUMENT_POSITION_LIMIT_LSB+:32];
  assign bound_1 = raw_i[card_pkg::SET_SIZE_CURVE_BOUND1_LSB+:32];
  assign bound_2 = raw_i[card_pkg::SET_SIZE_CURVE_BOUND2_LSB+:32];
  assign bound_3 = raw_i[card_pkg::SET_SIZE_CURVE_BOUND3_LSB+:32];
  assign factor = raw_i[card_pkg::COMMIT_GROUP_INITIAL_FACTOR_LSB+:16];
  assign maintenance = raw_i[card_pkg::COMMIT_GROUP_MAINTENANCE_FACTOR_LSB+:16];
  assign epoch = f.commit ? raw_i[card_pkg::COMMIT_GROUP_EPOCH_LSB+:32]
      : raw_i[card_pkg::LOAD_PORTFOLIO_EPOCH_LSB+:32];
  assign status = raw_i[card_pkg::LOAD_ACCOUNT_STATUS_LSB+:8];
  assign tier = f.load_account ? raw_i[card_pkg::LOAD_ACCOUNT_FEE_TIER_LSB+:8]
      : kind.load_order ? raw_i[card_pkg::LOAD_ORDER_FEE_TIER_LSB+:8]
      : f.set_fees ? raw_i[card_pkg::SET_FEE_ROW_TIER_LSB+:8]
      : raw_i[card_pkg::SET_ACCOUNT_FEE_TIER_LSB+:8];
  assign allowed = f.adjust || f.adjust_add_on ? 16'd1 << card_pkg::COMMAND_FLAGS_SYSTEM_BIT : '0;
  assign largest = {2'b0, terms_i.max_price};
  assign furthest = 33'(terms_i.position_limit);
  assign price_room = {price[31], price} + largest;
  assign position_room = {position[31], position} + furthest;

  // The most that a lot can reserve.
  split_adder #(.WIDTH(R), .PART(17)) u_most (
      .a_i({1'b0, terms_i.notional, 1'b0}), .b_i(R'(terms_i.worst_fee)), .subtract_i(1'b0), .sum_o(most)
  );

  // Compared.
  logic flags_odd_q, tier_large_q, status_large_q, part_large_q, known_q, account_known_q, order_live_q;
  logic order_id_q, order_account_q, order_place_q, quantity_zero_q, quantity_large_q, price_above_q;
  logic price_below_q, position_above_q, position_below_q, limits_invalid_q, group_outside_q, in_use_q;
  logic terms_group_q, terms_multiplier_q, terms_price_q, terms_limit_q, terms_fee_q, terms_known_q;
  logic portfolio_fits_q, portfolio_group_q, portfolio_terms_q, portfolio_bound_q, portfolio_outside_q;
  logic portfolio_open_q, portfolio_full_q, portfolio_held_q, has_group_q, same_position_q, amount_large_q;
  logic curve_invalid_q, factor_invalid_q, valued_q, add_on_beyond_q, cash_beyond_q, both_known_q, both_fit_q;
  logic [31:0]  epochs_q;  // that the command names, less the group's
  logic [33:0]  run_end_q;
  logic [R-1:0] most_q;
  logic [4:0]   most_parts_q;

  always_ff @(posedge clk_i) begin
    binds_q <= binds;
    opens_q <= opens;
    flags_odd_q <= f.only_margin && (command_i.flags & ~allowed) != '0;
    tier_large_q <= (kind.set_account || f.set_fees || kind.load_order) && tier > 8'd7;
    status_large_q <= status > card_pkg::MARGIN_STATUS_BANKRUPT;
    part_large_q <= raw_i[card_pkg::STAGE_ARRAY_PART_LSB+:8] >= 8'(SCENARIOS / 8);
    known_q <= 32'(f.instrument) < INSTRUMENTS && terms_i.known;
    account_known_q <= account_i.known;
    both_known_q <= both_known_i;
    both_fit_q <= both_fit_i;
    order_live_q <= f.slot < ORDERS && entry_i.state.live;
    order_account_q <= entry_i.order.account == f.account;
    order_id_q <= entry_i.order.id == raw_i[card_pkg::RESERVE_ORDER_ID_LSB+:64];
    order_place_q <= 32'(entry_i.order.position_slot) == f.position_slot
        && 16'(entry_i.order.instrument) == f.instrument
        && 8'(entry_i.order.side) == raw_i[card_pkg::REPLACE_SIDE_LSB+:8];
    quantity_zero_q <= quantity == '0;
    quantity_large_q <= quantity > 32'(terms_i.position_limit);
    price_above_q <= $signed({price[31], price}) > $signed(largest);
    price_below_q <= price_room[32];
    position_above_q <= $signed({position[31], position}) > $signed(furthest);
    position_below_q <= position_room[32];
    limits_invalid_q <= raw_i[card_pkg::SET_INSTRUMENT_MULTIPLIER_LSB+:32] == '0 || limit == '0
        || limit[31:28] != '0;
    group_outside_q <= 32'(f.group) >= GROUPS;
    in_use_q <= terms_i.known && terms_i.positions != '0;
    terms_known_q <= terms_i.known;
    terms_group_q <= 16'(terms_i.group) == f.group;
    terms_multiplier_q <= terms_i.multiplier == raw_i[card_pkg::SET_INSTRUMENT_MULTIPLIER_LSB+:32];
    terms_price_q <= 32'(terms_i.max_price) == command_i.max_price;
    terms_limit_q <= 32'(terms_i.position_limit) == limit;
    terms_fee_q <= 64'(terms_i.worst_fee) == raw_i[card_pkg::SET_INSTRUMENT_WORST_FEE_LSB+:64];
    portfolio_fits_q <= portfolio_i.open && 32'(portfolio_i.account) == f.account;
    portfolio_group_q <= 16'(portfolio_i.group) == f.group;
    portfolio_terms_q <= portfolio_i.group == terms_i.group;
    portfolio_bound_q <= 32'(bound_i.portfolio) == f.portfolio;
    portfolio_outside_q <= f.portfolio >= PORTFOLIOS;
    portfolio_open_q <= portfolio_i.open;
    portfolio_full_q <= portfolio_i.positions == 8'd128 || account_i.positions == 11'd1024;
    portfolio_held_q <= portfolio_i.positions != '0;
    has_group_q <= account_i.has[f.group[margin_stage_pkg::GROUP_BITS-1:0]];
    run_end_q <= {2'b0, f.portfolio} + {2'b0, raw_i[card_pkg::SWEEP_CHUNK_COUNT_LSB+:32]};
    same_position_q <= f.position_slot == f.other_position;
    most_q <= most;
    amount_large_q <= amount[63:R] != '0;
    curve_invalid_q <= bound_1 > bound_2 || bound_2 > bound_3 || bound_3[31:28] != '0;
    factor_invalid_q <= maintenance > factor || factor > 16'd512;
    epochs_q <= epoch - epoch_i;
    valued_q <= terms_i.valued;
    add_on_beyond_q <= amount[63:54] != '0;
    // |amount| >= 3 * 2^59, by its five highest bits.
    cash_beyond_q <= amount[63]
        ? $signed(amount[63:59]) < -5'sd3 || (amount[63:59] == 5'b11101 && amount[58:0] == '0)
        : amount[62:59] >= 4'd3;
  end

  // Judged.
  assign redefines_o = !(terms_known_q && terms_group_q && terms_multiplier_q && terms_price_q
      && terms_limit_q && terms_fee_q);

  always_comb begin
    r = '0;
    r[card_pkg::REJECT_REASON_UNSUPPORTED_FIELD] = flags_odd_q || tier_large_q
        || (f.load_account && status_large_q) || (f.stage_array && part_large_q);
    r[card_pkg::REJECT_REASON_LOADING] = loading_i
        && (f.sweep || f.reserve || f.adjust || f.adjust_add_on || f.transfer);
    r[card_pkg::REJECT_REASON_NOT_LOADING] = !loading_i && (f.load_account || f.load_portfolio);
    r[card_pkg::REJECT_REASON_UNKNOWN_INSTRUMENT] = !known_q
        && (f.set_fees || f.stage_array || f.set_curve || f.transfer);
    r[card_pkg::REJECT_REASON_UNKNOWN_ACCOUNT] =
        (!account_known_q && (opens_q || f.adjust)) || (f.transfer && !both_known_q);
    r[card_pkg::REJECT_REASON_UNKNOWN_POSITION] = f.transfer && !both_fit_q;
    r[card_pkg::REJECT_REASON_UNKNOWN_ORDER] = (f.reserve || kind.replace)
        && (!order_live_q || !order_account_q || !order_id_q || (kind.replace && !order_place_q));
    r[card_pkg::REJECT_REASON_QUANTITY_ZERO] = f.transfer && quantity_zero_q;
    r[card_pkg::REJECT_REASON_QUANTITY_TOO_LARGE] = f.transfer && quantity_large_q;
    r[card_pkg::REJECT_REASON_PRICE_BEYOND_LIMIT] =
        (f.transfer || f.stage_array) && (price_above_q || price_below_q);
    r[card_pkg::REJECT_REASON_POSITION_BOUND] =
        kind.load_position && (position_above_q || position_below_q);
    r[card_pkg::REJECT_REASON_LIMITS_INVALID] = kind.set_instrument && limits_invalid_q;
    r[card_pkg::REJECT_REASON_GROUP_OUT_OF_RANGE] =
        group_outside_q && (kind.set_instrument || opens_q || f.commit);
    r[card_pkg::REJECT_REASON_INSTRUMENT_IN_USE] = kind.set_instrument && in_use_q && redefines_o;
    r[card_pkg::REJECT_REASON_UNKNOWN_PORTFOLIO] =
        (f.close_portfolio && (!portfolio_fits_q || !portfolio_group_q))
        || (f.adjust_add_on && !portfolio_fits_q)
        || ((binds_q || kind.close_position) && (!portfolio_fits_q || !portfolio_terms_q))
        || (kind.close_position && !portfolio_bound_q);
    r[card_pkg::REJECT_REASON_PORTFOLIO_OUT_OF_RANGE] =
        (opens_q && portfolio_outside_q) || (f.sweep && run_end_q > 34'(PORTFOLIOS));
    r[card_pkg::REJECT_REASON_PORTFOLIO_OCCUPIED] = opens_q && portfolio_open_q;
    r[card_pkg::REJECT_REASON_PORTFOLIO_EXISTS] = opens_q && has_group_q;
    r[card_pkg::REJECT_REASON_PORTFOLIO_FULL] = binds_q && portfolio_full_q;
    r[card_pkg::REJECT_REASON_PORTFOLIO_NOT_EMPTY] = f.close_portfolio && portfolio_held_q;
    r[card_pkg::REJECT_REASON_SAME_POSITION] = f.transfer && same_position_q;
    r[card_pkg::REJECT_REASON_MARGIN_BOUND] = kind.load_order && amount_large_q;
    r[card_pkg::REJECT_REASON_CURVE_INVALID] = f.set_curve && curve_invalid_q;
    r[card_pkg::REJECT_REASON_FACTOR_INVALID] = f.commit && factor_invalid_q;
    r[card_pkg::REJECT_REASON_WRONG_EPOCH] = (f.commit && !loading_i && epochs_q != 32'd1)
        || (f.load_portfolio && epochs_q != '0 && epochs_q != '1);
    r[card_pkg::REJECT_REASON_SWEEP_UNFINISHED] =
        (f.stage_array || f.set_curve || f.commit) && stale_i;
    r[card_pkg::REJECT_REASON_NOT_VALUED] = !valued_q
        && (kind.is_new || kind.replace || kind.load_position || kind.load_order || f.transfer);
    r[card_pkg::REJECT_REASON_ADD_ON_BOUND] = f.load_portfolio && add_on_beyond_q;
    r[card_pkg::REJECT_REASON_CASH_BOUND] = f.load_account && cash_beyond_q;
  end

  // The reserve of a loaded order is compared in parts.
  logic loads_order_q;
  always_ff @(posedge clk_i) begin
    reasons_q <= r;
    loads_order_q <= kind.load_order;
    most_parts_q <= margin_pkg::less_parts(60'(most_q), 60'(amount[R-1:0]));
  end

  always_comb begin
    reasons_o = reasons_q;
    if (loads_order_q && margin_pkg::is_less(most_parts_q)) begin
      reasons_o[card_pkg::REJECT_REASON_MARGIN_BOUND] = 1'b1;
    end
  end
endmodule
