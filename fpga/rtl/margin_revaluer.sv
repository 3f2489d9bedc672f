// Re-values stale portfolios: those of one account, or, sweeping, those of a run of slots.
//
// start_i: the account to look at, or the run (first_i, slots_i). Positions are walked one a cycle, each a
// request. Of an account: its record is at records_i, if at_hand_i, else it is read first, a cycle more.
// A stale portfolio takes 3 cycles besides its positions (an empty one 4), one before it that is not
// stale 2; behind the last comes the request that compares the account's status, with index 1,
// and judge_o with it: busy_o is 0 in the next cycle. If nothing is stale busy_o stays 0 (not at_hand_i:
// it is up for a cycle). Of a run: after each portfolio judge_o is up with judged_o, the account, until
// judged_i: its status is to be compared; busy_o falls at the end; count_o then says how many were
// re-valued. Meanwhile nobody else reads or writes portfolios, accounts, links and groups.
module margin_revaluer (
    input  logic                             clk_i,
    input  logic                             rst_i,
    input  logic                             start_i,
    input  logic                             sweep_i,
    input  logic                             at_hand_i,
    input  logic [kernel_pkg::ACCOUNT_BITS-1:0] account_i,
    input  logic [margin_stage_pkg::PORTFOLIO_BITS-1:0] first_i,   // sweep: of the run
    input  logic [margin_stage_pkg::PORTFOLIO_BITS:0]   slots_i,
    output logic                             busy_o,
    output logic [31:0]                      count_o,
    // Records
    output margin_stage_pkg::reach_t         reach_o,
    input  margin_stage_pkg::records_t       records_i,
    output margin_stage_pkg::record_write_t  write_o,
    // Groups
    input  logic [margin_stage_pkg::MOST_GROUPS-1:0] banks_i,
    output logic                             revalued_o,        // one of group_o
    output logic [margin_stage_pkg::GROUP_BITS-1:0]  group_o,
    // Requests and comparisons
    output logic                             request_valid_o,
    output margin_stage_pkg::request_t       request_o,
    output logic                             judge_o,
    output logic [kernel_pkg::ACCOUNT_BITS-1:0] judged_o,
    input  logic                             judged_i
);
  typedef enum logic [3:0] {
    IDLE,
    BEGIN,    // the account's record is at hand
    READ,     // the portfolio is read
    LOOK,     // it is at hand
    OWNER,    // sweep: its account is
    FIRST,    // its first position, or none
    WALK,     // the others; behind the last it is of the current bank
    JUDGE,    // the status is compared
    NEXT      // sweep: the next slot
  } state_t;
  state_t state_q, state_d;

  logic        sweep_q, stale, more_q, begins, any_stale, walks, marks;
  logic [margin_stage_pkg::MOST_GROUPS-1:0] stale_groups, stale_q, others;
  logic [margin_stage_pkg::PORTFOLIO_BITS-1:0] cursor_q;
  logic [margin_stage_pkg::PORTFOLIO_BITS:0]   left_q;
  logic [kernel_pkg::ACCOUNT_BITS-1:0]         account_q;
  logic [31:0] count_q;
  margin_stage_pkg::account_t record_q, record, changed;
  margin_stage_pkg::portfolio_t portfolio;
  logic [kernel_pkg::SLOT_BITS-1:0] position;

  assign portfolio = records_i.portfolio;

  assign record = state_q == OWNER ? records_i.account : record_q;
  // Of an account its stale groups are kept, so that there is only a choice behind the portfolio's
  // record; whether more than this one are left is known a cycle before it is walked.
  assign stale_groups = records_i.account.has & (records_i.account.bank ^ banks_i);
  assign stale = sweep_q ? stale_groups[portfolio.group] : stale_q[portfolio.group];
  assign begins = (state_q == IDLE && start_i && !sweep_i && at_hand_i) || state_q == BEGIN;
  assign any_stale = stale_groups != '0;
  assign others = stale_q & ~(margin_stage_pkg::MOST_GROUPS'(1) << portfolio.group);

  always_comb begin
    state_d = state_q;
    case (state_q)
      IDLE: if (start_i) begin
        state_d = sweep_i ? NEXT : !at_hand_i ? BEGIN : any_stale ? LOOK : IDLE;
      end
      BEGIN: state_d = any_stale ? LOOK : IDLE;
      READ: state_d = LOOK;
      LOOK: state_d = sweep_q ? (portfolio.open ? OWNER : NEXT) : stale ? FIRST : READ;
      OWNER: state_d = stale ? FIRST : NEXT;
      FIRST: state_d = WALK;
      WALK: if (marks) state_d = sweep_q || !more_q ? JUDGE : READ;
      JUDGE: if (judged_i || !sweep_q) state_d = sweep_q ? NEXT : IDLE;
      NEXT: state_d = left_q == '0 ? IDLE : READ;
      default: state_d = IDLE;
    endcase
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : state_d;
    record_q <= record;
    case (state_q)
      IDLE: begin
        sweep_q <= sweep_i;
        account_q <= account_i;
        left_q <= slots_i;
        if (start_i) count_q <= '0;
      end
      LOOK: begin
        if (sweep_q) account_q <= portfolio.account;
        else if (!stale) cursor_q <= portfolio.next;
      end
      WALK: if (marks) begin
        record_q <= changed;
        count_q <= count_q + 32'd1;
        if (!sweep_q) cursor_q <= portfolio.next;
      end
      NEXT: begin
        cursor_q <= cursor_q + 1'b1;
        left_q <= left_q - 1'b1;
      end
      default: ;
    endcase
    more_q <= others != '0;
    if (marks) stale_q <= others;
    // Taken before it is known whether it begins: that comes late.
    if (state_q == IDLE || state_q == BEGIN) begin
      stale_q <= stale_groups;
      record_q <= records_i.account;
      cursor_q <= state_q == IDLE && sweep_i ? first_i - 1'b1 : records_i.account.first;
    end
  end

  assign busy_o = state_q != IDLE;
  assign count_o = count_q;

  always_comb begin
    changed = record;
    changed.bank[portfolio.group] = banks_i[portfolio.group];
  end

  always_comb begin
    reach_o = '0;
    if (state_q == READ) begin
      reach_o.portfolio_read = 1'b1;
      reach_o.portfolio = 32'(cursor_q);
    end
    if (begins) begin
      reach_o.portfolio_read = 1'b1;
      reach_o.portfolio = 32'(records_i.account.first);
    end
    if (state_q == IDLE && start_i && !sweep_i && !at_hand_i) begin
      reach_o.account_read = 1'b1;
      reach_o.account = 32'(account_i);
    end
    if (state_q == LOOK && sweep_q) begin
      reach_o.account_read = 1'b1;
      reach_o.account = 32'(portfolio.account);
    end
    if (walks) begin
      reach_o.follow = 1'b1;
      reach_o.follow_slot = position;
    end
    write_o = '0;
    if (marks) begin
      write_o.account_write = 1'b1;
      write_o.account = account_q;
      write_o.account_data = changed;
    end
    if (state_q == FIRST) begin
      write_o.bank_write = 1'b1;
      write_o.bank = banks_i[portfolio.group];
      write_o.portfolio = cursor_q;
    end
  end
  assign revalued_o = marks;
  assign group_o = portfolio.group;

  // A position a cycle; an empty portfolio is cleared alone.
  assign walks = (state_q == FIRST || (state_q == WALK && records_i.next_valid)) && portfolio.linked;
  assign marks = state_q == WALK && !walks;
  assign position = state_q == FIRST ? portfolio.first : records_i.next;
  assign request_valid_o = walks || state_q == FIRST || (state_q == JUDGE && !sweep_q);

  always_comb begin
    request_o = '0;
    request_o.of_position = walks;
    request_o.revalues = 1'b1;
    request_o.clear = state_q == FIRST;
    request_o.has_portfolio = 1'b1;
    request_o.account = account_q;
    request_o.portfolio = cursor_q;
    request_o.group = portfolio.group;
    request_o.position_slot = position;
    request_o.rate = margin_stage_pkg::RATE_NONE;
    if (state_q == JUDGE) begin
      request_o.revalues = 1'b0;
      request_o.has_portfolio = 1'b0;
      request_o.judge = 1'b1;
      request_o.index = margin_stage_pkg::INDEX_JUDGE;
    end
  end

  assign judge_o = state_q == JUDGE;
  assign judged_o = account_q;
endmodule
