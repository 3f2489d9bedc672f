// Passes the matcher's events on, in order, with what margin adds: the operations that each one causes,
// fees and reserves, and marginStatus behind it where a status changed. `last` goes to the last.
//
// valid_i / ready_o: one event at a time is taken, and passed on (valid_o until ready_i) when the
// results of its operations are here: a trade has two, a cancelled one; these take LATENCY of
// margin_issue and 5 cycles, any other event 2. tell_i: the status of first_i was compared before the
// command. lines_*: the audit's own lines come from margin_lines leads, or behind, an event.
module margin_events (
    input  logic                          clk_i,
    input  logic                          rst_i,
    input  logic                          valid_i,
    output logic                          ready_o,
    input  kernel_pkg::answer_t           event_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0] walk_slot_i,  // of the order that walker is at
    output logic                          idle_o,
    output logic                          answered_o,      // an event was taken ...
    output logic                          refused_o,       // ... a refusal
    // The command
    input  kernel_pkg::command_t          command_i,
    input  logic [511:0]                  raw_i,
    input  margin_stage_pkg::fields_t     fields_i,
    input  margin_stage_pkg::margin_order_t order_i,
    input  margin_stage_pkg::compared_t   first_i,
    input  margin_stage_pkg::compared_t   second_i,
    input  logic                          tell_i,
    input  margin_stage_pkg::group_t      group_i,         // that is named
    input  logic [31:0]                   revalued_i,      // portfolios, by the sweep
    // Records
    output margin_stage_pkg::reach_t      reach_o,
    input  margin_stage_pkg::records_t    records_i,
    // Operations
    output logic                          request_valid_o,
    output margin_stage_pkg::request_t    request_o,
    input  logic                          issue_busy_i,
    input  logic                          result_valid_i,
    input  margin_pkg::result_t           result_i,
    input  margin_stage_pkg::aside_t      aside_i,
    // Lines of the audit
    output logic                          terms_start_o,   // behind an instrument
    output logic                          before_start_o,  // portfolios, unless they are through ...
    output logic                          ends_o,          // ... and groups
    input  logic                          lines_done_i,
    input  logic [31:0]                   lines_i,         // how many so far
    // Out
    output logic                          valid_o,
    output kernel_pkg::answer_t           event_o,
    output logic [511:0]                  overlay_o,       // joined to the event's layout
    input  logic                          ready_i
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;

  typedef enum logic [3:0] {
    IDLE,
    ORDER,    // what margin keeps of the maker, or of the order that ended, is read
    FIRST,    // it is at hand: its operation
    TAKER,    // a cross: the same of the taker
    SECOND,
    LOOK,     // an account of the audit
    WAIT,     // until the results are here
    LINES,    // lines of the audit that come before
    TELL,     // the event
    BEHIND,   // lines that come behind
    STATUS_1, // the first account's status
    STATUS_2
  } state_t;
  state_t state_q, state_d;

  kernel_pkg::answer_t answer_q;
  kernel_pkg::kind_t   kind;
  margin_stage_pkg::compared_t one_q, two_q, status, compared;
  margin_stage_pkg::margin_order_t taker;
  logic is_trade, is_cancel, is_terms, is_order, is_account, is_done, is_refusal, own, dry, crosses;
  logic leads, accounts_begun_q, changed_1, tells_1, tells_2, same, shows, told, only_insufficient;
  logic comparing_q, leads_q, began_q, result_q;  // no event, a status alone; one result of two is here
  logic [15:0] template_id, told_template;
  logic [kernel_pkg::SLOT_BITS-1:0] walk_slot_q, order_slot;
  logic [63:0] maker_fee_q, taker_fee_q;
  logic [LOTS-1:0] lots;
  logic [kernel_pkg::REASONS-1:1] insufficient;

  assign kind = command_i.kind;
  assign template_id = answer_q.told.template_id;
  assign is_trade = template_id == card_pkg::TEMPLATE_ID_TRADE;
  assign is_cancel = template_id == card_pkg::TEMPLATE_ID_CANCELLED;
  assign is_terms = template_id == card_pkg::TEMPLATE_ID_AUDIT_INSTRUMENT;
  assign is_order = template_id == card_pkg::TEMPLATE_ID_AUDIT_ORDER;
  assign is_account = template_id == card_pkg::TEMPLATE_ID_AUDIT_ACCOUNT;
  assign is_done = template_id == card_pkg::TEMPLATE_ID_DONE;
  assign is_refusal = template_id == card_pkg::TEMPLATE_ID_REJECTED;
  assign dry = kind.is_new && command_i.flags[card_pkg::COMMAND_FLAGS_DRY_RUN_BIT];
  assign crosses = kind.is_cross;
  assign lots = answer_q.told.quantity[LOTS-1:0];
  // What is left of the command's own order ends.
  assign own = is_cancel && (kind.is_new || kind.replace)
      && answer_q.told.order_id == command_i.order_id
      && answer_q.told.cancel_reason != card_pkg::CANCEL_REASON_REQUESTED;

  always_comb begin
    insufficient = '0;
    insufficient[card_pkg::REJECT_REASON_MARGIN_INSUFFICIENT] = 1'b1;
  end
  assign only_insufficient = answer_q.refusals[kernel_pkg::REASONS-1:1] == insufficient;

  // Lines of the audit that come before an event: portfolios before accounts, groups before `done`.
  assign leads = kind.audit && ((is_account && !accounts_begun_q) || is_done);

  // Statuses: of a trade within one account once.
  assign same = two_q.valid && one_q.valid && one_q.account == two_q.account;
  assign shows = dry && one_q.valid
      && (template_id == card_pkg::TEMPLATE_ID_ACCEPTED || (is_refusal && only_insufficient));
  assign changed_1 = one_q.valid && one_q.status != one_q.status_before;
  assign tells_1 = comparing_q ? changed_1 : shows || (changed_1 && !same && !dry && !is_refusal);
  assign tells_2 = two_q.valid && (same ? two_q.status != one_q.status_before
      : two_q.status != two_q.status_before);

  always_comb begin
    state_d = state_q;
    case (state_q)
      IDLE: begin
        if (tell_i) state_d = TELL;
        else if (valid_i) state_d = ORDER;
      end
      ORDER: state_d = is_trade || is_cancel ? FIRST : is_account ? LOOK : leads ? LINES
          : is_order ? LOOK : TELL;
      FIRST: state_d = !is_trade ? WAIT : crosses ? TAKER : SECOND;
      TAKER: state_d = SECOND;
      SECOND: state_d = WAIT;
      LOOK: state_d = is_order ? TELL : WAIT;
      WAIT: if (!issue_busy_i) state_d = leads_q ? LINES : TELL;
      LINES: if (lines_done_i) state_d = TELL;
      TELL: if (ready_i || !told) begin
        state_d = is_terms && told ? BEHIND : tells_1 ? STATUS_1 : tells_2 ? STATUS_2 : IDLE;
      end
      BEHIND: if (lines_done_i) state_d = IDLE;
      STATUS_1: if (ready_i) state_d = tells_2 ? STATUS_2 : IDLE;
      STATUS_2: if (ready_i) state_d = IDLE;
      default: state_d = IDLE;
    endcase
  end

  assign told = !comparing_q;

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : state_d;
    if (state_q == ORDER) leads_q <= leads;
    began_q <= state_q == LINES || state_q == BEHIND;
    if (state_q == IDLE) begin
      answer_q <= event_i;
      walk_slot_q <= walk_slot_i;
      comparing_q <= tell_i;
      result_q <= 1'b0;
      one_q <= first_i;
      two_q <= second_i;
    end
    if (state_q == IDLE && tell_i) two_q.valid <= 1'b0;
    // Only answers carry what the command itself compared.
    if (state_q == ORDER && !(is_done || is_refusal
        || template_id == card_pkg::TEMPLATE_ID_ACCEPTED
        || template_id == card_pkg::TEMPLATE_ID_REPLACED)) begin
      one_q.valid <= 1'b0;
      two_q.valid <= 1'b0;
    end
    if (result_valid_i && (state_q == SECOND || state_q == WAIT)) begin
      result_q <= 1'b1;
      if (result_q) two_q <= compared;
      else one_q <= compared;
      if (result_q) taker_fee_q <= aside_i.fee;
      else maker_fee_q <= aside_i.fee;
    end
    if (state_q == ORDER) accounts_begun_q <= kind.audit && (accounts_begun_q || is_account) && !is_done;
    if (rst_i) accounts_begun_q <= 1'b0;
  end

  assign ready_o = state_q == IDLE && !tell_i;
  assign idle_o = state_q == IDLE && !valid_i && !tell_i;
  assign answered_o = valid_i && ready_o;
  assign refused_o = event_i.told.template_id == card_pkg::TEMPLATE_ID_REJECTED;

  // Which order: the maker; in a cross the ask, then the bid; that which a command names, or the
  // walker is at.
  always_comb begin
    order_slot = answer_q.told.slot[kernel_pkg::SLOT_BITS-1:0];
    if (is_cancel && answer_q.told.cancel_reason == card_pkg::CANCEL_REASON_REQUESTED) begin
      order_slot = command_i.slot[kernel_pkg::SLOT_BITS-1:0];
    end
    if (kind.mass_cancel || kind.audit) order_slot = walk_slot_q;
    if (state_q == FIRST) order_slot = command_i.slot[kernel_pkg::SLOT_BITS-1:0];

    reach_o = '0;
    if (state_q == ORDER || (state_q == FIRST && crosses)) begin
      reach_o.order_read = 1'b1;
      reach_o.order = order_slot;
      // A trade's money begins with its request.
      reach_o.terms_read = 1'b1;
      reach_o.instrument = answer_q.told.instrument[kernel_pkg::INSTRUMENT_BITS-1:0];
    end
    if (state_q == ORDER && is_account) begin
      reach_o.account_read = 1'b1;
      reach_o.account = answer_q.told.account;
    end
  end
  assign taker = crosses ? records_i.order : order_i;

  assign compared = {
    !is_account, aside_i.account, result_i.status_before, result_i.status, result_i.cash,
    result_i.equity, result_i.reserve, result_i.initial_sum, result_i.maintenance_sum
  };

  // Operations.
  assign request_valid_o = state_q == FIRST || state_q == SECOND || (state_q == LOOK && is_account);
  always_comb begin
    request_o = '0;
    request_o.rate = margin_stage_pkg::RATE_NONE;
    request_o.account = answer_q.told.account[kernel_pkg::ACCOUNT_BITS-1:0];
    if (state_q != LOOK) begin
      request_o.of_position = 1'b1;
      request_o.judge = 1'b1;
      {request_o.position_slot, request_o.sell, request_o.tier, request_o.reserve} =
          state_q == SECOND || own ? taker : records_i.order;
      request_o.opened = -{1'b0, lots};
      request_o.reserved = lots;
      if (is_trade) begin
        request_o.traded = lots;
        request_o.price = answer_q.told.price;
        request_o.rate = crosses ? margin_stage_pkg::RATE_AUCTION
            : state_q == SECOND ? margin_stage_pkg::RATE_TAKER : margin_stage_pkg::RATE_MAKER;
      end
    end
  end

  // Lines.
  assign before_start_o = state_q == LINES && !began_q;
  assign ends_o = is_done;
  assign terms_start_o = state_q == BEHIND && !began_q;

  // Out.
  assign valid_o = (state_q == TELL && told) || state_q == STATUS_1 || state_q == STATUS_2;
  assign status = state_q == STATUS_2 ? two_q : one_q;
  always_comb begin
    told_template = template_id;
    if (is_done && fields_i.reserve) told_template = card_pkg::TEMPLATE_ID_RESERVED;
    if (is_done && fields_i.commit) told_template = card_pkg::TEMPLATE_ID_GROUP_COMMITTED;
    if (is_done && fields_i.sweep) told_template = card_pkg::TEMPLATE_ID_SWEEP_DONE;

    event_o = answer_q;
    event_o.told.template_id = told_template;
    event_o.told.last = answer_q.told.last && !tells_1 && !tells_2;
    if (is_done && kind.audit) event_o.told.number = answer_q.told.number + lines_i;
    if (is_refusal && fields_i.reserve) begin
      event_o.told.account = fields_i.account;
      event_o.told.order_id = raw_i[card_pkg::RESERVE_ORDER_ID_LSB+:64];
    end
    if (state_q != TELL) begin
      event_o.told.template_id = card_pkg::TEMPLATE_ID_MARGIN_STATUS;
      event_o.told.last = !comparing_q && answer_q.told.last && !(state_q == STATUS_1 && tells_2);
    end
  end

  always_comb begin
    overlay_o = '0;
    case (event_o.told.template_id)
      card_pkg::TEMPLATE_ID_ACCEPTED:
      overlay_o[card_pkg::ACCEPTED_RESERVE_LSB+:64] = 64'(order_i.reserve);
      card_pkg::TEMPLATE_ID_REPLACED:
      overlay_o[card_pkg::REPLACED_RESERVE_LSB+:64] = 64'(order_i.reserve);
      card_pkg::TEMPLATE_ID_TRADE: begin
        overlay_o[card_pkg::TRADE_MAKER_FEE_LSB+:64] = maker_fee_q;
        overlay_o[card_pkg::TRADE_TAKER_FEE_LSB+:64] = taker_fee_q;
      end
      card_pkg::TEMPLATE_ID_RESERVED: begin
        overlay_o[card_pkg::RESERVED_ACCOUNT_LSB+:32] = fields_i.account;
        overlay_o[card_pkg::RESERVED_ORDER_ID_LSB+:64] = raw_i[card_pkg::RESERVE_ORDER_ID_LSB+:64];
        overlay_o[card_pkg::RESERVED_RESERVE_LSB+:64] = 64'(order_i.reserve);
      end
      card_pkg::TEMPLATE_ID_GROUP_COMMITTED: begin
        overlay_o[card_pkg::GROUP_COMMITTED_EPOCH_LSB+:32] = group_i.epoch;
        overlay_o[card_pkg::GROUP_COMMITTED_GROUP_LSB+:16] = fields_i.group;
        overlay_o[card_pkg::GROUP_COMMITTED_STALE_LSB+:32] = 32'(group_i.stale);
      end
      card_pkg::TEMPLATE_ID_SWEEP_DONE:
      overlay_o[card_pkg::SWEEP_DONE_REVALUED_LSB+:32] = revalued_i;
      card_pkg::TEMPLATE_ID_MARGIN_STATUS: begin
        overlay_o[card_pkg::MARGIN_STATUS_ACCOUNT_LSB+:32] = 32'(status.account);
        overlay_o[card_pkg::MARGIN_STATUS_CASH_LSB+:64] = status.cash;
        overlay_o[card_pkg::MARGIN_STATUS_EQUITY_LSB+:64] = status.equity;
        overlay_o[card_pkg::MARGIN_STATUS_RESERVE_LSB+:64] = status.reserve;
        overlay_o[card_pkg::MARGIN_STATUS_INITIAL_MARGIN_LSB+:64] = status.initial_sum;
        overlay_o[card_pkg::MARGIN_STATUS_MAINTENANCE_MARGIN_LSB+:64] =
            status.maintenance_sum;
        overlay_o[card_pkg::MARGIN_STATUS_STATUS_LSB+:8] = 8'(status.status);
      end
      card_pkg::TEMPLATE_ID_AUDIT_ORDER:
      overlay_o[card_pkg::AUDIT_ORDER_RESERVE_LSB+:64] = 64'(records_i.order.reserve);
      card_pkg::TEMPLATE_ID_AUDIT_ACCOUNT: begin
        overlay_o[card_pkg::AUDIT_ACCOUNT_FEE_TIER_LSB+:8] = 8'(records_i.account.tier);
        overlay_o[card_pkg::AUDIT_ACCOUNT_STATUS_LSB+:8] = 8'(one_q.status_before);
        overlay_o[card_pkg::AUDIT_ACCOUNT_CASH_LSB+:64] = one_q.cash;
        overlay_o[card_pkg::AUDIT_ACCOUNT_RESERVE_LSB+:64] = one_q.reserve;
        overlay_o[card_pkg::AUDIT_ACCOUNT_INITIAL_MARGIN_LSB+:64] = one_q.initial_sum;
        overlay_o[card_pkg::AUDIT_ACCOUNT_MAINTENANCE_MARGIN_LSB+:64] =
            one_q.maintenance_sum;
      end
      default: ;
    endcase
  end
endmodule
