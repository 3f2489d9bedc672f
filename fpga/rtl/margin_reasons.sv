// The reasons of margin to refuse a command that follow from the records that it names.
//
// Latency: one cycle after command and records; what is said of the group named (epoch_i, stale_i) may
// follow from the records and comes in a cycle after them, but for commit and load portfolio, which name
// it themselves. Each has its reason's number as its place, beside those of command_checker. A reason
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
  kernel_pkg::kind_t kind;
  margin_stage_pkg::fields_t f;
  logic [kernel_pkg::REASONS-1:1] r, reasons_q;
  logic binds, opens, known, portfolio_fits, redefines, group_outside, has_group, far;
  logic [15:0] allowed;
  logic [31:0] price, quantity, epoch, bound_1, bound_2, bound_3, mark, limit;
  logic [32:0] run_end;
  logic [63:0] amount;
  logic [50:0] most;
  logic [7:0]  tier, status;
  logic [15:0] factor, maintenance;

  assign kind = command_i.kind;
  assign f = fields_i;
  assign binds = kind.open_position || kind.load_position;
  assign opens = f.open_portfolio || f.load_portfolio;
  assign known = 32'(f.instrument) < INSTRUMENTS && terms_i.known;
  assign amount = f.amount;
  assign price = raw_i[card_pkg::TRANSFER_PRICE_LSB+:32];
  assign quantity = raw_i[card_pkg::TRANSFER_QUANTITY_LSB+:32];
  assign mark = raw_i[card_pkg::STAGE_ARRAY_MARK_LSB+:32];
  assign limit = raw_i[card_pkg::SET_INSTRUMENT_POSITION_LIMIT_LSB+:32];
  assign bound_1 = raw_i[card_pkg::SET_SIZE_CURVE_BOUND1_LSB+:32];
  assign bound_2 = raw_i[card_pkg::SET_SIZE_CURVE_BOUND2_LSB+:32];
  assign bound_3 = raw_i[card_pkg::SET_SIZE_CURVE_BOUND3_LSB+:32];
  assign factor = raw_i[card_pkg::COMMIT_GROUP_INITIAL_FACTOR_LSB+:16];
  assign maintenance = raw_i[card_pkg::COMMIT_GROUP_MAINTENANCE_FACTOR_LSB+:16];
  assign epoch = f.commit ? raw_i[card_pkg::COMMIT_GROUP_EPOCH_LSB+:32]
      : raw_i[card_pkg::LOAD_PORTFOLIO_EPOCH_LSB+:32];
  assign run_end = {1'b0, f.portfolio} + {1'b0, raw_i[card_pkg::SWEEP_CHUNK_COUNT_LSB+:32]};
  assign most = {1'b0, terms_i.notional, 1'b0} + 51'(terms_i.worst_fee);
  assign status = raw_i[card_pkg::LOAD_ACCOUNT_STATUS_LSB+:8];
  assign tier = f.load_account ? raw_i[card_pkg::LOAD_ACCOUNT_FEE_TIER_LSB+:8]
      : kind.load_order ? raw_i[card_pkg::LOAD_ORDER_FEE_TIER_LSB+:8]
      : f.set_fees ? raw_i[card_pkg::SET_FEE_ROW_TIER_LSB+:8]
      : raw_i[card_pkg::SET_ACCOUNT_FEE_TIER_LSB+:8];
  assign group_outside = 32'(f.group) >= GROUPS;
  assign has_group = account_i.has[f.group[margin_stage_pkg::GROUP_BITS-1:0]];
  assign portfolio_fits = portfolio_i.open && 32'(portfolio_i.account) == f.account;
  assign redefines = !terms_i.known || 16'(terms_i.group) != f.group
      || terms_i.multiplier != raw_i[card_pkg::SET_INSTRUMENT_MULTIPLIER_LSB+:32]
      || 32'(terms_i.max_price) != command_i.max_price || 32'(terms_i.position_limit) != limit
      || 64'(terms_i.worst_fee) != raw_i[card_pkg::SET_INSTRUMENT_WORST_FEE_LSB+:64];
  assign allowed = f.adjust || f.adjust_add_on ? 16'd1 << card_pkg::COMMAND_FLAGS_SYSTEM_BIT : '0;

  // |price| > max_price, of a transfer or a mark.
  assign far = $signed(33'($signed(f.transfer ? price : mark))) > $signed({2'b0, terms_i.max_price})
      || $signed(33'($signed(f.transfer ? price : mark))) < -$signed({2'b0, terms_i.max_price});

  always_comb begin
    r = '0;
    r[card_pkg::REJECT_REASON_UNSUPPORTED_FIELD] =
        (f.only_margin && (command_i.flags & ~allowed) != '0)
        || ((kind.set_account || f.set_fees || kind.load_order) && tier > 8'd7)
        || (f.load_account && status > card_pkg::MARGIN_STATUS_BANKRUPT)
        || (f.stage_array && raw_i[card_pkg::STAGE_ARRAY_PART_LSB+:8] >= 8'(SCENARIOS / 8));
    r[card_pkg::REJECT_REASON_LOADING] = loading_i
        && (f.sweep || f.reserve || f.adjust || f.adjust_add_on || f.transfer);
    r[card_pkg::REJECT_REASON_NOT_LOADING] = !loading_i && (f.load_account || f.load_portfolio);
    r[card_pkg::REJECT_REASON_UNKNOWN_INSTRUMENT] = !known
        && (f.set_fees || f.stage_array || f.set_curve || f.transfer);
    r[card_pkg::REJECT_REASON_UNKNOWN_ACCOUNT] =
        (!account_i.known && (opens || f.adjust)) || (f.transfer && !both_known_i);
    r[card_pkg::REJECT_REASON_UNKNOWN_POSITION] = f.transfer && !both_fit_i;
    r[card_pkg::REJECT_REASON_UNKNOWN_ORDER] = (f.reserve || kind.replace)
        && (f.slot >= ORDERS || !entry_i.state.live || entry_i.order.account != f.account
            || entry_i.order.id != raw_i[card_pkg::RESERVE_ORDER_ID_LSB+:64]
            || (kind.replace && (32'(entry_i.order.position_slot) != f.position_slot
                || 16'(entry_i.order.instrument) != f.instrument
                || 8'(entry_i.order.side) != raw_i[card_pkg::REPLACE_SIDE_LSB+:8])));
    r[card_pkg::REJECT_REASON_QUANTITY_ZERO] = f.transfer && quantity == '0;
    r[card_pkg::REJECT_REASON_QUANTITY_TOO_LARGE] =
        f.transfer && quantity > 32'(terms_i.position_limit);
    r[card_pkg::REJECT_REASON_PRICE_BEYOND_LIMIT] = (f.transfer || f.stage_array) && far;
    r[card_pkg::REJECT_REASON_POSITION_BOUND] = kind.load_position
        && (command_i.position[31] ? -command_i.position : command_i.position)
            > 32'(terms_i.position_limit);
    r[card_pkg::REJECT_REASON_LIMITS_INVALID] = kind.set_instrument
        && (raw_i[card_pkg::SET_INSTRUMENT_MULTIPLIER_LSB+:32] == '0 || limit == '0
            || limit[31:28] != '0);
    r[card_pkg::REJECT_REASON_GROUP_OUT_OF_RANGE] =
        group_outside && (kind.set_instrument || opens || f.commit);
    r[card_pkg::REJECT_REASON_INSTRUMENT_IN_USE] =
        kind.set_instrument && terms_i.known && terms_i.positions != '0 && redefines;
    r[card_pkg::REJECT_REASON_UNKNOWN_PORTFOLIO] =
        (f.close_portfolio && (!portfolio_fits || 16'(portfolio_i.group) != f.group))
        || (f.adjust_add_on && !portfolio_fits)
        || ((binds || kind.close_position)
            && (!portfolio_fits || portfolio_i.group != terms_i.group))
        || (kind.close_position && 32'(bound_i.portfolio) != f.portfolio);
    r[card_pkg::REJECT_REASON_PORTFOLIO_OUT_OF_RANGE] = (opens && f.portfolio >= PORTFOLIOS)
        || (f.sweep && run_end > 33'(PORTFOLIOS));
    r[card_pkg::REJECT_REASON_PORTFOLIO_OCCUPIED] = opens && portfolio_i.open;
    r[card_pkg::REJECT_REASON_PORTFOLIO_EXISTS] = opens && has_group;
    r[card_pkg::REJECT_REASON_PORTFOLIO_FULL] =
        binds && (portfolio_i.positions == 8'd128 || account_i.positions == 11'd1024);
    r[card_pkg::REJECT_REASON_PORTFOLIO_NOT_EMPTY] =
        f.close_portfolio && portfolio_i.positions != '0;
    r[card_pkg::REJECT_REASON_SAME_POSITION] = f.transfer && f.position_slot == f.other_position;
    r[card_pkg::REJECT_REASON_MARGIN_BOUND] =
        kind.load_order && (amount[63] || amount > 64'(most));
    r[card_pkg::REJECT_REASON_CURVE_INVALID] =
        f.set_curve && (bound_1 > bound_2 || bound_2 > bound_3 || bound_3[31:28] != '0);
    r[card_pkg::REJECT_REASON_FACTOR_INVALID] =
        f.commit && (maintenance > factor || factor > 16'd512);
    r[card_pkg::REJECT_REASON_WRONG_EPOCH] =
        (f.commit && !loading_i && epoch != epoch_i + 32'd1)
        || (f.load_portfolio && epoch != epoch_i && epoch != epoch_i - 32'd1);
    r[card_pkg::REJECT_REASON_NOT_VALUED] = !terms_i.valued
        && (kind.is_new || kind.replace || kind.load_position || kind.load_order || f.transfer);
    r[card_pkg::REJECT_REASON_ADD_ON_BOUND] = f.load_portfolio && amount[63:54] != '0;
    r[card_pkg::REJECT_REASON_CASH_BOUND] = f.load_account
        && (amount[63] ? -amount : amount) >= 64'd3 << 59;
  end

  logic prepares_q;  // what a group's next epoch needs
  always_ff @(posedge clk_i) begin
    reasons_q <= r;
    redefines_o <= redefines;
    prepares_q <= f.stage_array || f.set_curve || f.commit;
  end

  always_comb begin
    reasons_o = reasons_q;
    reasons_o[card_pkg::REJECT_REASON_SWEEP_UNFINISHED] = prepares_q && stale_i;
  end
endmodule
