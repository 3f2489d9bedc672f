// Tells events in order, when the results of their operations are here: with fees and reserves, and
// marginStatus behind one where a status changed. `last` goes to the last.
//
// push_i: an event comes, room_o says, early, that there is room for three more. It is passed on
// (valid_o until ready_i) once what it waits for has come; results come in the order of operations.
// Throughput: an event a cycle, and one more for each status; latency 2 cycles. compare_i: nothing is
// here, and the status of first_i was compared before the command. lines_*: the audit's own lines come
// from margin_lines leads, or behind, an event.
module margin_tells (
    input  logic                          clk_i,
    input  logic                          rst_i,
    input  logic                          push_i,
    input  kernel_pkg::answer_t           event_i,
    input  margin_stage_pkg::caused_t     caused_i,
    output logic                          room_o,
    output logic                          idle_o,
    input  logic                          result_valid_i,  // of an event's operation
    input  margin_pkg::result_t           result_i,
    input  margin_stage_pkg::aside_t      aside_i,
    // The command, of events that are not of a fast one
    input  kernel_pkg::command_t          command_i,
    input  logic [511:0]                  raw_i,
    input  margin_stage_pkg::fields_t     fields_i,
    input  margin_stage_pkg::margin_order_t order_i,
    input  margin_stage_pkg::compared_t   first_i,
    input  margin_stage_pkg::compared_t   second_i,
    input  logic                          compare_i,
    input  margin_stage_pkg::group_t      group_i,         // that is named
    input  logic [31:0]                   revalued_i,      // portfolios, by the sweep
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
  localparam int unsigned DEPTH = 32;
  localparam int unsigned RESULT = 20 + 2 + 2 + 5 * 64 + 64;

  typedef enum logic [2:0] {
    TELL,     // the event
    LINES,    // lines of the audit that come before it
    BEHIND,   // ... behind
    STATUS_1, // the first account's status
    STATUS_2,
    COMPARED  // the status of the account that was compared
  } state_t;
  state_t state_q, state_d;

  // Events, in a queue and in two places behind it, so that the queue waits for nothing within a cycle.
  kernel_pkg::answer_t         next, event_q;
  margin_stage_pkg::caused_t   next_caused, told_q;
  logic [5:0] here_q;
  logic       waiting, takes, done, told_valid, queue_full;
  logic       is_terms, is_account, is_done, is_refusal, is_accepted, is_replaced;  // event_q
  logic       is_trade, is_order, only_insufficient;

  margin_queue #(.WIDTH($bits(event_i) + $bits(caused_i)), .DEPTH(DEPTH)) u_events (
      .clk_i,
      .rst_i,
      .push_i,
      .data_i({event_i, caused_i}),
      .full_o(queue_full),
      .valid_o(waiting),
      .data_o({next, next_caused}),
      .pop_i(waiting && takes)
  );

  logic [kernel_pkg::REASONS-1:1] insufficient;
  always_comb begin
    insufficient = '0;
    insufficient[card_pkg::REJECT_REASON_MARGIN_INSUFFICIENT] = 1'b1;
  end

  event_buffer #(.WIDTH(9 + $bits(event_i) + $bits(caused_i))) u_told (
      .clk_i,
      .rst_i,
      .valid_i(waiting),
      .ready_o(takes),
      .data_i({
        next.told.template_id == card_pkg::TEMPLATE_ID_AUDIT_INSTRUMENT,
        next.told.template_id == card_pkg::TEMPLATE_ID_AUDIT_ACCOUNT,
        next.told.template_id == card_pkg::TEMPLATE_ID_DONE,
        next.told.template_id == card_pkg::TEMPLATE_ID_REJECTED,
        next.told.template_id == card_pkg::TEMPLATE_ID_ACCEPTED,
        next.told.template_id == card_pkg::TEMPLATE_ID_REPLACED,
        next.told.template_id == card_pkg::TEMPLATE_ID_TRADE,
        next.told.template_id == card_pkg::TEMPLATE_ID_AUDIT_ORDER,
        next.refusals[kernel_pkg::REASONS-1:1] == insufficient, next, next_caused
      }),
      .valid_o(told_valid),
      .ready_i(done),
      .data_o({
        is_terms, is_account, is_done, is_refusal, is_accepted, is_replaced, is_trade, is_order,
        only_insufficient, event_q, told_q
      })
  );

  always_ff @(posedge clk_i) begin
    if (push_i != done) here_q <= push_i ? here_q + 6'd1 : here_q - 6'd1;
    if (rst_i) here_q <= '0;
  end
  assign room_o = here_q < 6'(DEPTH - 4);

  // Results: first ones, and second ones, which follow theirs; with whether the status changed, of a
  // trade within one account by both together. They leave their queues a cycle after the event.
  logic [kernel_pkg::ACCOUNT_BITS-1:0] account_q;
  logic [1:0]        before_q;
  logic [RESULT-1:0] one_data, two_data, result_data;
  logic one_here, two_here, one_push, two_push, one_pop_q, two_pop_q, one_full, two_full;
  logic alike, one_changed, two_changed, two_alike;

  assign result_data = {
    aside_i.account, result_i.status_before, result_i.status, result_i.cash, result_i.equity,
    result_i.reserve, result_i.initial_sum, result_i.maintenance_sum, aside_i.fee
  };
  assign one_push = result_valid_i && aside_i.index[1:0] == 2'd0;
  assign two_push = result_valid_i && aside_i.index[1:0] == 2'd1;
  assign alike = aside_i.account == account_q;

  always_ff @(posedge clk_i) begin
    one_pop_q <= !rst_i && done && told_q.one;
    two_pop_q <= !rst_i && done && told_q.two;
    if (one_push) begin
      account_q <= aside_i.account;
      before_q <= result_i.status_before;
    end
  end

  margin_queue #(.WIDTH(RESULT + 1), .DEPTH(DEPTH)) u_firsts (
      .clk_i,
      .rst_i,
      .push_i(one_push),
      .data_i({result_i.status != result_i.status_before, result_data}),
      .full_o(one_full),
      .valid_o(one_here),
      .data_o({one_changed, one_data}),
      .pop_i(one_pop_q)
  );
  margin_queue #(.WIDTH(RESULT + 2), .DEPTH(DEPTH)) u_seconds (
      .clk_i,
      .rst_i,
      .push_i(two_push),
      .data_i({alike, result_i.status != (alike ? before_q : result_i.status_before), result_data}),
      .full_o(two_full),
      .valid_o(two_here),
      .data_o({two_alike, two_changed, two_data}),
      .pop_i(two_pop_q)
  );

  // The event.
  kernel_pkg::kind_t kind;
  margin_stage_pkg::compared_t one, two, compared_q, status;
  logic [15:0] template_id, told_template;
  logic [63:0] maker_fee, taker_fee;
  logic [margin_stage_pkg::RESERVE_BITS-1:0] reserve;
  logic ready, serial, answers, dry;
  logic leads, led_q, accounts_begun_q, changed_1, tells_1, tells_2, same, shows;
  logic began_q, last, reserved, committed, swept;

  assign kind = command_i.kind;
  assign serial = !told_q.fast;
  assign template_id = event_q.told.template_id;
  assign answers = serial && (is_done || is_refusal || is_accepted || is_replaced);
  assign dry = serial && kind.is_new && command_i.flags[card_pkg::COMMAND_FLAGS_DRY_RUN_BIT];

  // What was compared: by the event's operations; an answer carries what the command itself compared, and
  // that long before.
  logic first_changed_q, second_changed_q, both_alike, both_alike_q;

  assign both_alike = first_i.valid && second_i.valid && first_i.account == second_i.account;
  always_ff @(posedge clk_i) begin
    first_changed_q <= first_i.valid && first_i.status != first_i.status_before;
    second_changed_q <= second_i.valid
        && second_i.status != (both_alike ? first_i.status_before : second_i.status_before);
    both_alike_q <= both_alike;
  end

  always_comb begin
    one = first_i;
    two = second_i;
    {maker_fee, taker_fee} = '0;
    if (told_q.one) {one, maker_fee} = {1'b1, one_data};
    if (told_q.two) {two, taker_fee} = {1'b1, two_data};
  end

  assign reserve = serial && !kind.audit ? order_i.reserve : told_q.reserve;
  assign ready = told_valid && (!told_q.one || (one_here && !one_pop_q))
      && (!told_q.two || (two_here && !two_pop_q));

  // Lines of the audit that come before an event: portfolios before accounts, groups before `done`.
  assign leads = serial && kind.audit && ((is_account && !accounts_begun_q) || is_done);

  // Statuses: of a trade within one account once.
  assign same = told_q.two ? two_alike : answers && both_alike_q;
  assign shows = dry && first_i.valid && (is_accepted || (is_refusal && only_insufficient));
  assign changed_1 = told_q.one ? one_changed && !is_account : answers && first_changed_q;
  assign tells_1 = shows || (changed_1 && !same && !dry && !is_refusal);
  assign tells_2 = told_q.two ? two_changed : answers && second_changed_q;

  always_comb begin
    state_d = state_q;
    done = 1'b0;
    case (state_q)
      TELL: begin
        if (compare_i) state_d = COMPARED;
        else if (ready && leads && !led_q) state_d = LINES;
        else if (ready && ready_i) begin
          state_d = is_terms && serial ? BEHIND : tells_1 ? STATUS_1 : tells_2 ? STATUS_2 : TELL;
          done = state_d == TELL;
        end
      end
      LINES: if (lines_done_i) state_d = TELL;
      BEHIND: if (lines_done_i) begin
        state_d = TELL;
        done = 1'b1;
      end
      STATUS_1: if (ready_i) begin
        state_d = tells_2 ? STATUS_2 : TELL;
        done = !tells_2;
      end
      STATUS_2: if (ready_i) begin
        state_d = TELL;
        done = 1'b1;
      end
      COMPARED: if (ready_i || compared_q.status == compared_q.status_before) state_d = TELL;
      default: state_d = TELL;
    endcase
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? TELL : state_d;
    led_q <= !rst_i && !done && (led_q || state_q == LINES);
    began_q <= state_q == LINES || state_q == BEHIND;
    if (compare_i) compared_q <= first_i;
    if (done) begin
      accounts_begun_q <= serial && kind.audit && (accounts_begun_q || is_account) && !is_done;
    end
    if (rst_i) accounts_begun_q <= 1'b0;
  end

  assign idle_o = here_q == '0 && state_q == TELL && !compare_i;

  // Lines.
  assign before_start_o = state_q == LINES && !began_q;
  assign ends_o = is_done;
  assign terms_start_o = state_q == BEHIND && !began_q;

  // Out.
  assign valid_o = (state_q == TELL && !compare_i && ready && (!leads || led_q))
      || state_q == STATUS_1 || state_q == STATUS_2
      || (state_q == COMPARED && compared_q.status != compared_q.status_before);
  assign status = state_q == COMPARED ? compared_q : state_q == STATUS_2 ? two : one;
  assign last = event_q.told.last;

  assign reserved = is_done && serial && fields_i.reserve;
  assign committed = is_done && serial && fields_i.commit;
  assign swept = is_done && serial && fields_i.sweep;

  always_comb begin
    told_template = template_id;
    if (reserved) told_template = card_pkg::TEMPLATE_ID_RESERVED;
    if (committed) told_template = card_pkg::TEMPLATE_ID_GROUP_COMMITTED;
    if (swept) told_template = card_pkg::TEMPLATE_ID_SWEEP_DONE;

    event_o = event_q;
    event_o.told.template_id = told_template;
    event_o.told.last = last && !tells_1 && !tells_2;
    if (is_done && serial && kind.audit) event_o.told.number = event_q.told.number + lines_i;
    if (is_refusal && serial && fields_i.reserve) begin
      event_o.told.account = fields_i.account;
      event_o.told.order_id = raw_i[card_pkg::RESERVE_ORDER_ID_LSB+:64];
    end
    if (state_q != TELL) begin
      event_o.told.template_id = card_pkg::TEMPLATE_ID_MARGIN_STATUS;
      event_o.told.last = last && state_q != COMPARED && !(state_q == STATUS_1 && tells_2);
    end
  end

  // What each event adds, joined.
  logic [511:0] accepted_part, replaced_part, trade_part, reserved_part, committed_part, swept_part;
  logic [511:0] order_part, account_part, status_part;

  always_comb begin
    accepted_part = '0;
    accepted_part[card_pkg::ACCEPTED_RESERVE_LSB+:64] = 64'(reserve);
    replaced_part = '0;
    replaced_part[card_pkg::REPLACED_RESERVE_LSB+:64] = 64'(reserve);
    trade_part = '0;
    trade_part[card_pkg::TRADE_MAKER_FEE_LSB+:64] = maker_fee;
    trade_part[card_pkg::TRADE_TAKER_FEE_LSB+:64] = taker_fee;
    reserved_part = '0;
    reserved_part[card_pkg::RESERVED_ACCOUNT_LSB+:32] = fields_i.account;
    reserved_part[card_pkg::RESERVED_ORDER_ID_LSB+:64] = raw_i[card_pkg::RESERVE_ORDER_ID_LSB+:64];
    reserved_part[card_pkg::RESERVED_RESERVE_LSB+:64] = 64'(order_i.reserve);
    committed_part = '0;
    committed_part[card_pkg::GROUP_COMMITTED_EPOCH_LSB+:32] = group_i.epoch;
    committed_part[card_pkg::GROUP_COMMITTED_GROUP_LSB+:16] = fields_i.group;
    committed_part[card_pkg::GROUP_COMMITTED_STALE_LSB+:32] = 32'(group_i.stale);
    swept_part = '0;
    swept_part[card_pkg::SWEEP_DONE_REVALUED_LSB+:32] = revalued_i;
    order_part = '0;
    order_part[card_pkg::AUDIT_ORDER_RESERVE_LSB+:64] = 64'(reserve);
    account_part = '0;
    account_part[card_pkg::AUDIT_ACCOUNT_FEE_TIER_LSB+:8] = 8'(told_q.tier);
    account_part[card_pkg::AUDIT_ACCOUNT_STATUS_LSB+:8] = 8'(one.status_before);
    account_part[card_pkg::AUDIT_ACCOUNT_CASH_LSB+:64] = one.cash;
    account_part[card_pkg::AUDIT_ACCOUNT_RESERVE_LSB+:64] = one.reserve;
    account_part[card_pkg::AUDIT_ACCOUNT_INITIAL_MARGIN_LSB+:64] = one.initial_sum;
    account_part[card_pkg::AUDIT_ACCOUNT_MAINTENANCE_MARGIN_LSB+:64] = one.maintenance_sum;
    status_part = '0;
    status_part[card_pkg::MARGIN_STATUS_ACCOUNT_LSB+:32] = 32'(status.account);
    status_part[card_pkg::MARGIN_STATUS_CASH_LSB+:64] = status.cash;
    status_part[card_pkg::MARGIN_STATUS_EQUITY_LSB+:64] = status.equity;
    status_part[card_pkg::MARGIN_STATUS_RESERVE_LSB+:64] = status.reserve;
    status_part[card_pkg::MARGIN_STATUS_INITIAL_MARGIN_LSB+:64] = status.initial_sum;
    status_part[card_pkg::MARGIN_STATUS_MAINTENANCE_MARGIN_LSB+:64] = status.maintenance_sum;
    status_part[card_pkg::MARGIN_STATUS_STATUS_LSB+:8] = 8'(status.status);

    overlay_o = status_part;
    if (state_q == TELL) begin
      overlay_o = (accepted_part & {512 {is_accepted}}) | (replaced_part & {512 {is_replaced}})
          | (trade_part & {512 {is_trade}}) | (reserved_part & {512 {reserved}})
          | (committed_part & {512 {committed}}) | (swept_part & {512 {swept}})
          | (order_part & {512 {is_order}}) | (account_part & {512 {is_account}});
    end
  end

  always_ff @(posedge clk_i) begin
    if (!rst_i) begin
      there_is_room : assert (!(push_i && queue_full));
      no_result_is_lost : assert (!(one_push && one_full) && !(two_push && two_full));
      a_status_is_compared_between_commands : assert (!(compare_i && here_q != '0));
    end
  end
endmodule
