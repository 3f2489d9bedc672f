// Carries out what defines something of margin: instruments' terms and fees, arrays, groups, accounts,
// portfolios, positions; keeps the lists of an account's portfolios and a portfolio's positions.
//
// start_i with the command, which is not refused, and the records that it names, which stay until
// busy_o falls. One cycle for most; fee rows are cleared one a cycle, a commit
// goes once through the instruments, closing walks the list. What the pipe must know goes out as staged_o
// or as one request.
module margin_definer #(
    parameter int unsigned INSTRUMENTS = 64
) (
    input  logic                          clk_i,
    input  logic                          rst_i,
    input  logic                          start_i,
    input  kernel_pkg::command_t          command_i,
    input  logic [511:0]                  raw_i,
    input  margin_stage_pkg::fields_t     fields_i,
    input  logic                          redefined_i,   // set instrument: its terms change
    input  logic [margin_stage_pkg::NOTIONAL_BITS-1:0] notional_i,
    output logic                          busy_o,
    // Groups
    input  margin_stage_pkg::group_t      group_i,       // that is named
    output logic                          commit_o,
    output logic                          add_o,
    output logic                          remove_o,
    output logic                          stale_o,
    // Records
    output margin_stage_pkg::reach_t      reach_o,
    input  margin_stage_pkg::records_t    records_i,
    output margin_stage_pkg::record_write_t write_o,
    output margin_pkg::staged_t           staged_o,
    // Request
    output logic                          request_valid_o,
    output margin_stage_pkg::request_t    request_o
);
  typedef enum logic [3:0] {
    IDLE,
    WRITE,      // all but what follows
    FEES,       // the fee rows of an instrument defined anew are cleared
    COMMIT,     // instruments one after the other: read
    VALUE,      // ... and written, if they are of the group
    UNLINK,     // the first of the list is looked at
    FOLLOW,     // what follows in the list is at hand
    UNBIND      // the slot is freed
  } state_t;
  state_t state_q, state_d;

  kernel_pkg::kind_t kind;
  logic [7:0]  index_q;
  logic        opens, binds, is_first, found, older;
  logic [28:0] pos;
  logic [kernel_pkg::SLOT_BITS-1:0] slot, cursor_q;       // of portfolio or position; in the list
  logic        after_valid_q, linked;                     // what follows the one that leaves
  logic [kernel_pkg::SLOT_BITS-1:0] after_q, first;
  margin_stage_pkg::portfolio_t portfolio_q;              // that is named
  margin_stage_pkg::portfolio_t portfolio;
  margin_stage_pkg::account_t   account;
  margin_stage_pkg::terms_t     terms;
  logic [kernel_pkg::SLOT_BITS-1:0] next;
  logic [kernel_pkg::INSTRUMENT_BITS-1:0] instrument;
  logic [margin_stage_pkg::GROUP_BITS-1:0] group;
  logic binding, unbinding, opening, closing, mends;

  assign portfolio = records_i.portfolio;
  assign account = records_i.account;
  assign terms = records_i.terms;
  assign next = records_i.next;
  assign instrument = fields_i.instrument[kernel_pkg::INSTRUMENT_BITS-1:0];

  assign kind = command_i.kind;
  assign opens = fields_i.open_portfolio || fields_i.load_portfolio;
  assign binds = kind.open_position || kind.load_position;
  assign slot = fields_i.close_portfolio || opens ? fields_i.portfolio[kernel_pkg::SLOT_BITS-1:0]
      : fields_i.position_slot[kernel_pkg::SLOT_BITS-1:0];
  assign older = fields_i.load_portfolio
      && raw_i[card_pkg::LOAD_PORTFOLIO_EPOCH_LSB+:32] != group_i.epoch;
  assign pos = kind.load_position ? command_i.position[28:0] : '0;

  // The list from which something leaves: an account's or a portfolio's.
  assign linked = fields_i.close_portfolio ? account.linked : portfolio_q.linked;
  assign first = fields_i.close_portfolio ? account.first : portfolio_q.first;
  assign is_first = first == slot;
  assign found = fields_i.close_portfolio ? portfolio.next == slot : next == slot;

  always_comb begin
    state_d = state_q;
    case (state_q)
      IDLE: if (start_i) begin
        state_d = fields_i.close_portfolio || kind.close_position ? UNLINK
            : fields_i.commit ? COMMIT : WRITE;
      end
      WRITE: state_d = kind.set_instrument && redefined_i ? FEES : IDLE;
      FEES: if (index_q[2:0] == 3'd7) state_d = IDLE;
      COMMIT: state_d = VALUE;
      VALUE: state_d = 32'(index_q) == INSTRUMENTS - 1 ? IDLE : COMMIT;
      UNLINK: state_d = is_first ? UNBIND : FOLLOW;
      FOLLOW: if (found) state_d = UNBIND;
      UNBIND: state_d = IDLE;
      default: state_d = IDLE;
    endcase
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : state_d;
    if (state_q == IDLE) begin
      index_q <= '0;
      portfolio_q <= portfolio;
      cursor_q <= fields_i.close_portfolio ? account.first : portfolio.first;
    end
    if (state_q == FEES || state_q == VALUE) index_q <= index_q + 8'd1;
    // What follows the one that leaves is read first.
    if (state_q == UNLINK) begin
      after_valid_q <= fields_i.close_portfolio ? portfolio_q.next_valid : records_i.next_valid;
      after_q <= fields_i.close_portfolio ? portfolio_q.next : next;
    end
    if (state_q == FOLLOW && !found) begin
      cursor_q <= fields_i.close_portfolio ? portfolio.next : next;
    end
  end

  assign busy_o = state_q != IDLE;

  // Groups.
  assign commit_o = state_q == IDLE && start_i && fields_i.commit;
  assign add_o = state_q == WRITE && opens;
  assign remove_o = state_q == UNBIND && fields_i.close_portfolio;
  assign stale_o = fields_i.close_portfolio
      ? account.bank[group] != group_i.bank : older;

  // Reads: of lists; of the instruments, one after the other.
  always_comb begin
    reach_o = '0;
    if ((state_q == IDLE && start_i) || state_q == UNLINK || state_q == FOLLOW) begin
      reach_o.follow = 1'b1;
      reach_o.follow_slot = state_q == IDLE ? slot : state_q == UNLINK ? first : next;
    end
    if (fields_i.close_portfolio && (state_q == UNLINK || (state_q == FOLLOW && !found))) begin
      reach_o.portfolio_read = 1'b1;
      reach_o.portfolio = state_q == UNLINK ? 32'(first) : 32'(portfolio.next);
    end
    if (state_q == COMMIT) begin
      reach_o.terms_read = 1'b1;
      reach_o.instrument = index_q;
    end
  end

  assign group = fields_i.group[margin_stage_pkg::GROUP_BITS-1:0];
  assign binding = state_q == WRITE && binds;
  assign unbinding = state_q == UNBIND && kind.close_position;
  assign opening = state_q == WRITE && opens;
  assign closing = state_q == UNBIND && fields_i.close_portfolio;
  assign mends = state_q == FOLLOW && found;  // the one before what leaves

  always_comb begin
    write_o = '0;

    // Accounts.
    write_o.account_write =
        (state_q == WRITE && kind.set_account) || opening || closing || binding || unbinding;
    if (write_o.account_write) begin
      write_o.account = fields_i.account[kernel_pkg::ACCOUNT_BITS-1:0];
      write_o.account_data = account;
    end
    if (state_q == WRITE && kind.set_account) begin
      write_o.account_data.known = 1'b1;
      write_o.account_data.tier = fields_i.tier;
      write_o.account_data.mixed = account.known && (account.mixed || account.tier != fields_i.tier);
    end
    if (opening) begin
      write_o.account_data.has[group] = 1'b1;
      write_o.account_data.bank[group] = group_i.bank ^ older;
      write_o.account_data.linked = 1'b1;
      write_o.account_data.first = slot;
    end
    if (closing) begin
      write_o.account_data.has[group] = 1'b0;
      if (is_first) begin
        write_o.account_data.linked = after_valid_q;
        write_o.account_data.first = after_q;
      end
    end
    if (binding) write_o.account_data.positions = account.positions + 11'd1;
    if (unbinding) write_o.account_data.positions = account.positions - 11'd1;

    // Portfolios.
    write_o.portfolio_write = opening || binding || state_q == UNBIND
        || (mends && fields_i.close_portfolio);
    write_o.bank_write = opening;
    write_o.bank = group_i.bank ^ older;
    if (write_o.portfolio_write) begin
      write_o.portfolio = fields_i.portfolio[margin_stage_pkg::PORTFOLIO_BITS-1:0];
      write_o.portfolio_data = portfolio_q;
    end
    if (opening) begin
      write_o.portfolio_data = '0;
      write_o.portfolio_data.open = 1'b1;
      write_o.portfolio_data.account = fields_i.account[kernel_pkg::ACCOUNT_BITS-1:0];
      write_o.portfolio_data.group = group;
      write_o.portfolio_data.next_valid = account.linked;
      write_o.portfolio_data.next = account.first;
    end
    if (mends && fields_i.close_portfolio) begin
      write_o.portfolio = cursor_q;
      write_o.portfolio_data = portfolio;
      write_o.portfolio_data.next_valid = after_valid_q;
      write_o.portfolio_data.next = after_q;
    end
    if (closing) write_o.portfolio_data.open = 1'b0;
    if (unbinding) begin
      write_o.portfolio_data.positions = portfolio_q.positions - 8'd1;
      if (is_first) begin
        write_o.portfolio_data.linked = after_valid_q;
        write_o.portfolio_data.first = after_q;
      end
    end
    if (binding) begin
      write_o.portfolio_data.positions = portfolio_q.positions + 8'd1;
      write_o.portfolio_data.linked = 1'b1;
      write_o.portfolio_data.first = slot;
    end

    // Positions. Lots that are loaded come by the request.
    write_o.bind_position = binding || unbinding;
    write_o.link_position = mends && kind.close_position;
    if (write_o.bind_position) begin
      write_o.position = slot;
      write_o.bound.open = binding;
      write_o.bound.account = fields_i.account[kernel_pkg::ACCOUNT_BITS-1:0];
      write_o.bound.portfolio = fields_i.portfolio[margin_stage_pkg::PORTFOLIO_BITS-1:0];
      write_o.bound.instrument = instrument;
      write_o.next_valid = portfolio_q.linked;
      write_o.next = portfolio_q.first;
    end
    if (write_o.link_position) begin
      write_o.position = cursor_q;
      write_o.next_valid = after_valid_q;
      write_o.next = after_q;
    end

    // Instruments.
    write_o.instrument = state_q == VALUE ? index_q : instrument;
    write_o.terms = terms;
    write_o.terms_write = write_o.bind_position || (state_q == WRITE
        && (kind.set_instrument || fields_i.stage_array || fields_i.set_curve))
        || (state_q == VALUE && terms.known && 16'(terms.group) == fields_i.group);
    if (kind.set_instrument) begin
      write_o.terms.close_band = raw_i[card_pkg::SET_INSTRUMENT_CLOSE_BAND_LSB+:32];
      if (redefined_i) begin
        write_o.terms.known = 1'b1;
        write_o.terms.group = group;
        write_o.terms.multiplier = raw_i[card_pkg::SET_INSTRUMENT_MULTIPLIER_LSB+:32];
        write_o.terms.worst_fee = raw_i[card_pkg::SET_INSTRUMENT_WORST_FEE_LSB+:49];
        write_o.terms.position_limit = raw_i[card_pkg::SET_INSTRUMENT_POSITION_LIMIT_LSB+:28];
        write_o.terms.max_price = raw_i[card_pkg::SET_INSTRUMENT_MAX_PRICE_LSB+:31];
        write_o.terms.notional = notional_i;
        write_o.terms.valued = 1'b0;
        write_o.terms.staged = '0;
      end
    end
    if (fields_i.stage_array) begin
      write_o.terms.staged[{1'b0, raw_i[card_pkg::STAGE_ARRAY_PART_LSB+:2]}] = 1'b1;
    end
    if (fields_i.set_curve) write_o.terms.staged[4] = 1'b1;
    if (binding) write_o.terms.positions = terms.positions + 21'd1;
    if (unbinding) write_o.terms.positions = terms.positions - 21'd1;
    if (fields_i.commit) begin
      write_o.terms.valued = 1'b1;
      write_o.terms.staged = '0;
    end

    write_o.fees_write = state_q == FEES || (state_q == WRITE && fields_i.set_fees);
    write_o.tier = state_q == FEES ? index_q[2:0] : fields_i.tier;
    if (state_q != FEES) begin
      write_o.fees = {
        raw_i[card_pkg::SET_FEE_ROW_MAKER_LSB+:margin_stage_pkg::RATE_BITS],
        raw_i[card_pkg::SET_FEE_ROW_TAKER_LSB+:margin_stage_pkg::RATE_BITS],
        raw_i[card_pkg::SET_FEE_ROW_AUCTION_LSB+:margin_stage_pkg::RATE_BITS]
      };
    end
    write_o.mark_write = staged_o.array;
    write_o.mark_bank = staged_o.bank;
    write_o.mark = staged_o.mark;
    if (state_q == IDLE) write_o = '0;
  end

  always_comb begin
    staged_o = '0;
    staged_o.array = state_q == WRITE && fields_i.stage_array;
    staged_o.curve = state_q == WRITE && fields_i.set_curve;
    staged_o.instrument = instrument;
    staged_o.bank = !group_i.bank;
    staged_o.part = raw_i[card_pkg::STAGE_ARRAY_PART_LSB+:2];
    for (int i = 0; i < 8; i++) begin
      staged_o.rates[28*i+:28] = raw_i[card_pkg::STAGE_ARRAY_LANE0_LSB+32*i+:28];
    end
    staged_o.mark = raw_i[card_pkg::STAGE_ARRAY_MARK_LSB+:32];
    staged_o.multiplier = terms.multiplier;
    staged_o.minimum = raw_i[card_pkg::STAGE_ARRAY_SHORT_OPTION_MINIMUM_LSB+:27];
    staged_o.bound_1 = raw_i[card_pkg::SET_SIZE_CURVE_BOUND1_LSB+:28];
    staged_o.bound_2 = raw_i[card_pkg::SET_SIZE_CURVE_BOUND2_LSB+:28];
    staged_o.bound_3 = raw_i[card_pkg::SET_SIZE_CURVE_BOUND3_LSB+:28];
    staged_o.slope_0 = raw_i[card_pkg::SET_SIZE_CURVE_SLOPE0_LSB+:27];
    staged_o.slope_1 = raw_i[card_pkg::SET_SIZE_CURVE_SLOPE1_LSB+:27];
    staged_o.slope_2 = raw_i[card_pkg::SET_SIZE_CURVE_SLOPE2_LSB+:27];
    staged_o.slope_3 = raw_i[card_pkg::SET_SIZE_CURVE_SLOPE3_LSB+:27];
  end

  // Request: a portfolio opens at nothing, a loaded account has its cash, a loaded position its lots.
  assign request_valid_o = state_q == WRITE && (opens || fields_i.load_account || kind.load_position);
  always_comb begin
    request_o = '0;
    request_o.rate = margin_stage_pkg::RATE_NONE;
    request_o.account = fields_i.account[kernel_pkg::ACCOUNT_BITS-1:0];
    request_o.portfolio = fields_i.portfolio[margin_stage_pkg::PORTFOLIO_BITS-1:0];
    request_o.group = fields_i.group[margin_stage_pkg::GROUP_BITS-1:0];
    request_o.position_slot = slot;
    if (opens) begin
      request_o.has_portfolio = 1'b1;
      request_o.clear = 1'b1;
      request_o.add_on = fields_i.load_portfolio ? fields_i.amount : '0;
    end
    if (fields_i.load_account) begin
      request_o.cash_clear = 1'b1;
      request_o.cash = fields_i.amount;
      request_o.set_status = 1'b1;
      request_o.status = raw_i[card_pkg::LOAD_ACCOUNT_STATUS_LSB+:2];
    end
    if (kind.load_position) begin
      request_o.of_position = 1'b1;
      request_o.sell = pos[28];
      request_o.traded = pos[28] ? 28'(-pos) : pos[27:0];
    end
  end

  always_ff @(posedge clk_i) begin
    if (!rst_i && (state_q == UNLINK || state_q == FOLLOW)) begin
      what_leaves_is_in_its_list : assert (linked);
    end
  end
endmodule
