// What happens before a command starts and after it was answered: its one state machine.
//
// A command that was not gated ahead waits at the kernel port (port_valid_i). When all before it is settled, its records are
// read, stale portfolios re-valued, its reasons found; what only margin knows is carried out; an order
// goes through the gate, and its lots are in. Then go_o lets it start, with reasons_o. A refused order is
// taken back once it was answered (answered_i).
//
// Of an order the re-valuation, the comparison behind it and the gate go into the pipe one behind the other, while
// its reasons are found. at_hand_i: its account's record is at records_i as it comes; else a cycle more.
module margin_conductor (
    input  logic                          clk_i,
    input  logic                          rst_i,
    // Kernel
    input  logic                          port_valid_i,
    input  logic                          at_hand_i,
    input  kernel_pkg::command_t          command_i,     // at the port
    input  kernel_pkg::facts_t            facts_i,
    input  logic [511:0]                  raw_i,
    input  margin_stage_pkg::fields_t     fields_i,
    input  logic                          settled_i,     // nothing is under way before it
    input  logic                          loading_i,
    output logic                          idle_o,        // it waits for a command at the port
    output logic                          go_o,
    input  logic                          started_i,
    output logic [kernel_pkg::REASONS-1:1] reasons_o,
    input  logic                          answered_i,    // the first event of the command ...
    input  logic                          refused_i,     // ... is a refusal
    output logic                          pool_read_o,   // the order named
    input  kernel_pkg::entry_t            entry_i,
    // Records
    output margin_stage_pkg::reach_t      reach_o,
    input  margin_stage_pkg::records_t    records_i,
    output margin_stage_pkg::record_write_t write_o,
    output margin_stage_pkg::margin_order_t order_o,     // of the command, as it is then
    input  logic [kernel_pkg::REASONS-1:1] static_i,     // margin_reasons
    output logic                          both_known_o,
    output logic                          both_fit_o,
    // Parts
    output logic                          revalue_o,
    output logic                          revalue_at_hand_o,
    output logic                          sweep_o,
    output logic [kernel_pkg::ACCOUNT_BITS-1:0] revalued_account_o,
    input  logic                          revalue_busy_i,
    input  logic                          judge_i,
    output logic                          judged_o,
    output logic                          bounds_o,
    input  logic                          bounds_done_i,
    input  logic                          exceeds_i,
    output logic                          scan_o,
    input  logic                          scan_done_i,
    input  logic [kernel_pkg::INSTRUMENT_BITS:0] others_i,
    input  logic                          unstaged_i,
    output logic                          define_o,
    input  logic                          define_busy_i,
    // Operations, as margin_requests makes them
    output margin_stage_pkg::asked_t      asked_o,
    output logic [kernel_pkg::QUANTITY_BITS-1:0] new_open_o,  // of an order with the command
    output logic [kernel_pkg::QUANTITY_BITS-1:0] old_open_o,  // ... and before
    output logic [kernel_pkg::QUANTITY_BITS:0]   opened_o,    // what it opens; taken back: closes
    output logic [kernel_pkg::QUANTITY_BITS-1:0] loaded_o,    // open lots of a loaded order
    output logic                          keeps_o,            // a replace keeps its place
    input  logic                          issue_busy_i,
    input  logic                          result_valid_i,
    input  margin_pkg::result_t           result_i,
    input  margin_stage_pkg::aside_t      aside_i,
    // For events
    output logic                          tell_o,        // a status may have changed: first_o
    input  logic                          told_i,        // no event is under way
    output margin_stage_pkg::compared_t   first_o,       // what an event of the command compares
    output margin_stage_pkg::compared_t   second_o
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;

  typedef enum logic [4:0] {
    IDLE,
    LOOK,       // the records are at hand
    LOOK_OTHER, // transfer: those of the buyer
    REVALUE,    // stale portfolios of the account; sweep: of the run
    REVALUE_OTHER,
    JUDGE,      // the account's status is compared: its operation is out
    TELL,       // ... told of
    AGAIN,      // records are read again
    EXAMINE,    // reasons from records
    BOUNDS,     // ... from products
    SCAN,       // ... from all instruments
    ASK,        // a look at account or portfolio, or the seller's part of a transfer, is out
    ASK_OTHER,
    GATE,       // the order's operation is out
    ACT,        // what only margin knows is carried out
    ACT_OTHER,
    SETTLE,     // until that is done
    START,      // the command may start
    RUN,        // until it is answered
    BACK,       // a refused order is taken back, a loaded one counts
    END         // until all is settled
  } state_t;
  state_t state_q, state_d, back_q;

  kernel_pkg::kind_t kind;
  margin_stage_pkg::fields_t f;
  logic is_order, revalues, dry, ends_q, same_place_q, grows_q, keeps, reduce_only, system, gates, refused, same_account;
  logic [1:0] stay_q;  // cycles in this state before, up to three
  logic named_q, found_q;  // there are reasons of the kernel's; of margin's
  logic examined, result_q, cash_beyond_q, add_on_q;
  logic walks, walks_q, judging_q, gated, told_of;
  logic gated_q, waited_q, refused_q, looks, order_write, compares, asks, acts, known_q, fit_q, other_known_q, other_fit_q;
  logic grows, insufficient, eased, reduces, cash_beyond, beyond, fits;
  logic [kernel_pkg::REASONS-1:1] reasons_q, found;
  logic [LOTS-1:0]  old_open, new_open_q, old_open_q, loaded_q;
  logic [LOTS:0]    opened_q, closed_q;
  logic [64:0]      cash_after, free_after, add_on_after;
  logic [63:0]      amount;
  logic [LOTS-1:0]  quantity;
  logic [LOTS+1:0]  moved;
  margin_stage_pkg::margin_order_t order_q;
  margin_stage_pkg::compared_t     first_q, second_q, compared;

  assign kind = command_i.kind;
  assign f = fields_i;
  assign dry = kind.is_new && command_i.flags[card_pkg::COMMAND_FLAGS_DRY_RUN_BIT];
  assign system = command_i.flags[card_pkg::COMMAND_FLAGS_SYSTEM_BIT];
  assign reduce_only = command_i.flags[card_pkg::COMMAND_FLAGS_REDUCE_ONLY_BIT];
  assign is_order = kind.is_new || kind.replace;
  assign amount = f.amount;

  // A replace: what it would leave, from registers, for the order is at hand well before the gate.
  assign old_open = entry_i.state.open;
  always_ff @(posedge clk_i) begin
    ends_q <= kind.replace && command_i.quantity <= 32'(entry_i.state.filled);
    old_open_q <= kind.is_new ? '0 : old_open;
    opened_q <= {1'b0, new_open_q} - {1'b0, old_open_q};
    closed_q <= {1'b0, old_open_q} - {1'b0, new_open_q};
    loaded_q <= LOTS'(command_i.quantity) - LOTS'(command_i.filled);
    new_open_q <= kind.replace ? LOTS'(command_i.quantity) - entry_i.state.filled : facts_i.lots;
    grows_q <= new_open_q > old_open_q;
    same_place_q <= kind.replace && entry_i.order.price == command_i.price
        && entry_i.state.parked == facts_i.parked;
  end
  assign grows = grows_q;
  assign keeps = same_place_q && !grows_q;

  // Which way a command goes.
  assign revalues = !loading_i && (is_order || f.adjust || f.adjust_add_on || f.transfer);
  assign asks = f.adjust || f.adjust_add_on || f.close_portfolio || f.transfer;
  assign compares = f.adjust || f.adjust_add_on || f.transfer || f.reserve;
  assign acts = f.only_margin || kind.set_account || kind.open_position || kind.close_position
      || kind.load_position;
  assign refused = named_q || found_q;
  assign gates = is_order && !ends_q && !refused;
  assign same_account = f.account == f.other_account;

  assign beyond = state_q == LOOK_OTHER ? 32'(records_i.bound.account) != f.other_account
      : 32'(records_i.bound.account) != f.account;
  assign fits = records_i.bound.open && !beyond && 16'(records_i.bound.instrument) == f.instrument;
  assign both_known_o = known_q && other_known_q;
  assign both_fit_o = fit_q && other_fit_q;

  // Lots against the position's limit, as they would be with the command: size + open + wanted > limit,
  // three cycles after the position was at hand. A transfer may want twice as much as there can be.
  logic [LOTS+1:0] pos_1_q, size_2_q;
  logic [LOTS:0]   open_1_q, total_1_q;
  logic [LOTS+1:0] left_2_q, growth_2_q, wanted_2;
  logic [LOTS+2:0] sum_3_q, left_3_q;
  logic            over, wants_2, wants_3_q;

  assign quantity = LOTS'(raw_i[card_pkg::TRANSFER_QUANTITY_LSB+:32]);
  assign moved = {(LOTS+2) {f.transfer}} & ({2'b0, quantity} ^ {(LOTS+2) {state_q != LOOK_OTHER}});
  assign wanted_2 = kind.replace ? growth_2_q & {(LOTS+2) {!growth_2_q[LOTS+1]}}
      : kind.is_new || kind.load_order ? {2'b0, facts_i.lots} : '0;
  assign wants_2 = wanted_2 != '0 || f.transfer;

  always_ff @(posedge clk_i) begin
    pos_1_q <= {records_i.lots.pos[LOTS], records_i.lots.pos} + moved
        + (LOTS+2)'(f.transfer && state_q != LOOK_OTHER);
    open_1_q <= {1'b0, records_i.lots.bids} + {1'b0, records_i.lots.asks};
    total_1_q <= {1'b0, entry_i.state.open} + {1'b0, entry_i.state.filled};
    size_2_q <= ({(LOTS+2) {pos_1_q[LOTS+1]}} ^ pos_1_q) + (LOTS+2)'(pos_1_q[LOTS+1]);
    left_2_q <= {2'b0, records_i.terms.position_limit} - {1'b0, open_1_q};
    growth_2_q <= {2'b0, LOTS'(command_i.quantity)} - {1'b0, total_1_q};
    sum_3_q <= {1'b0, size_2_q} + {1'b0, wanted_2};
    left_3_q <= {left_2_q[LOTS+1], left_2_q};
    wants_3_q <= wants_2;
  end
  assign over = wants_3_q && $signed(sum_3_q) > $signed(left_3_q);

  assign compared = {
    1'b1, aside_i.account, result_i.status_before, result_i.status, result_i.cash, result_i.equity,
    result_i.reserve, result_i.initial_sum, result_i.maintenance_sum
  };

  // What an account could bear: added a cycle before it is looked at.
  logic [65:0] cash_sum, free_sum, add_on_sum;
  split_adder #(.WIDTH(66), .PART(22), .PARTS(3)) u_cash_after (
      .a_i({{2 {result_i.cash[63]}}, result_i.cash}),
      .b_i(f.transfer ? {{2 {aside_i.cash_change[63]}}, aside_i.cash_change}
          : {{2 {amount[63]}}, amount}),
      .subtract_i(1'b0),
      .sum_o(cash_sum)
  );
  split_adder #(.WIDTH(66), .PART(22), .PARTS(3)) u_free_after (
      .a_i({{2 {result_i.free[63]}}, result_i.free}),
      .b_i({{2 {amount[63]}}, amount}),
      .subtract_i(!f.adjust),
      .sum_o(free_sum)
  );
  split_adder #(.WIDTH(66), .PART(22), .PARTS(3)) u_add_on_after (
      .a_i({{2 {result_i.add_on[63]}}, result_i.add_on}),
      .b_i({{2 {amount[63]}}, amount}),
      .subtract_i(1'b0),
      .sum_o(add_on_sum)
  );
  always_ff @(posedge clk_i) begin
    result_q <= result_valid_i;
    cash_after <= cash_sum[64:0];
    free_after <= free_sum[64:0];
    add_on_after <= add_on_sum[64:0];
    cash_beyond_q <= cash_beyond;
    add_on_q <= result_i.add_on != '0;
  end
  // |C| >= 2^60.
  assign cash_beyond = !(result_i.cash[63:60] == 4'h0
      || (result_i.cash[63:60] == 4'hF && result_i.cash[59:0] != '0));

  // The gate.
  assign eased = kind.replace && !grows && (keeps || !aside_i.r_rises);
  assign reduces = aside_i.closes && aside_i.close_by && !result_i.initial_rose && !result_i.worst_rose;
  assign insufficient = result_i.free_negative && !(kind.is_new && system) && !eased && !reduces;

  always_comb begin
    found = '0;
    if (examined) begin
      found = static_i;
      found[card_pkg::REJECT_REASON_POSITION_BOUND] = static_i[card_pkg::REJECT_REASON_POSITION_BOUND]
          || ((is_order || kind.load_order) && !(kind.is_new && reduce_only) && over);
    end
    if (state_q == LOOK_OTHER && stay_q[1]) found[card_pkg::REJECT_REASON_POSITION_BOUND] = over;
    if (state_q == BOUNDS && bounds_done_i) begin
      found[card_pkg::REJECT_REASON_MARGIN_BOUND] = exceeds_i;
    end
    if (state_q == SCAN && scan_done_i) begin
      found[card_pkg::REJECT_REASON_GROUP_FULL] = kind.set_instrument && others_i >= 9'd128;
      found[card_pkg::REJECT_REASON_NOT_STAGED] = f.commit && unstaged_i;
    end
    if ((state_q == ASK || state_q == ASK_OTHER) && result_q) begin
      found[card_pkg::REJECT_REASON_CASH_BOUND] = (f.adjust || f.transfer)
          && (cash_beyond_q || !(cash_after[64:60] == 5'h00
              || (cash_after[64:60] == 5'h1F && cash_after[59:0] != '0)));
      found[card_pkg::REJECT_REASON_ADD_ON_BOUND] = f.adjust_add_on && add_on_after[64:54] != '0;
      found[card_pkg::REJECT_REASON_PORTFOLIO_NOT_EMPTY] = f.close_portfolio && add_on_q;
      found[card_pkg::REJECT_REASON_MARGIN_INSUFFICIENT] = !system && free_after[64]
          && ((f.adjust && amount[63]) || (f.adjust_add_on && !amount[63] && amount != '0));
    end
    if (state_q == GATE && gated) begin
      found[card_pkg::REJECT_REASON_CASH_BOUND] = cash_beyond;
      found[card_pkg::REJECT_REASON_MARGIN_INSUFFICIENT] = insufficient;
    end
  end

  // An order's account is walked from when its record is at hand. walks_q: that was done already.
  assign walks = is_order && revalues && records_i.account.known
      && ((state_q == IDLE && port_valid_i && settled_i && at_hand_i) || (state_q == LOOK && !walks_q));
  assign gated = result_valid_i && aside_i.index == margin_stage_pkg::INDEX_GATE;
  assign examined = state_q == EXAMINE && stay_q == 2'd2;
  assign told_of = second_q.valid && second_q.status != second_q.status_before;

  always_comb begin
    state_d = state_q;
    case (state_q)
      IDLE: if (port_valid_i && settled_i) state_d = LOOK;
      LOOK: state_d = f.transfer ? LOOK_OTHER
          : revalues && !is_order && records_i.account.known ? REVALUE : EXAMINE;
      LOOK_OTHER: if (stay_q == 2'd3) begin
        state_d = revalues && known_q && records_i.account.known ? REVALUE : EXAMINE;
      end
      REVALUE: if (judge_i) state_d = JUDGE;
        else if (waited_q && !revalue_busy_i) begin
          state_d = f.sweep ? START : f.transfer ? REVALUE_OTHER : AGAIN;
        end
      REVALUE_OTHER: if (judge_i) state_d = JUDGE;
        else if (waited_q && !revalue_busy_i) state_d = AGAIN;
      JUDGE: if (waited_q && !issue_busy_i) state_d = TELL;
      TELL: if (waited_q && told_i) state_d = is_order ? START : back_q;
      AGAIN: if (waited_q) state_d = EXAMINE;
      EXAMINE: if (examined) begin
        if (f.set_fees || f.stage_array || f.set_curve || kind.set_instrument) state_d = BOUNDS;
        else if (f.commit) state_d = SCAN;
        else state_d = asks ? ASK : GATE;
      end
      BOUNDS: if (bounds_done_i) state_d = kind.set_instrument ? SCAN : ACT;
      SCAN: if (scan_done_i) state_d = ACT;
      ASK: if (refused || (waited_q && !issue_busy_i)) state_d = f.transfer ? ASK_OTHER : ACT;
      ASK_OTHER: if (refused || (waited_q && !issue_busy_i)) state_d = ACT;
      GATE: if (!is_order) state_d = ACT;
        else if (gated || (!gates && !gated_q && !revalue_busy_i && !judging_q)) begin
          state_d = told_of ? TELL : START;
        end
      ACT: state_d = refused || !acts ? START : f.sweep ? REVALUE : f.transfer ? ACT_OTHER : SETTLE;
      ACT_OTHER: state_d = SETTLE;
      SETTLE: if (waited_q && !issue_busy_i && !define_busy_i) state_d = START;
      START: if (started_i) state_d = RUN;
      RUN: if (answered_i) state_d = BACK;
      BACK: state_d = END;
      END: if (waited_q && settled_i && !define_busy_i) state_d = IDLE;
      default: state_d = IDLE;
    endcase
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : state_d;
    waited_q <= state_d == state_q;
    stay_q <= state_d != state_q ? '0 : stay_q == '1 ? stay_q : stay_q + 2'd1;
    if (state_q == REVALUE || state_q == REVALUE_OTHER) back_q <= state_q;
    reasons_q <= state_q == IDLE ? '0 : reasons_q | found;
    found_q <= state_q != IDLE && (found_q || found != '0);
    named_q <= facts_i.refusals[kernel_pkg::REASONS-1:1] != '0;
    if (state_q == IDLE) begin
      first_q.valid <= 1'b0;
      second_q.valid <= 1'b0;
      gated_q <= 1'b0;
    end
    if (state_q == LOOK) begin
      known_q <= records_i.account.known;
      fit_q <= fits;
    end
    if (state_q == LOOK_OTHER) begin
      other_known_q <= records_i.account.known;
      other_fit_q <= fits;
    end
    if (state_q == TELL && !is_order) first_q.valid <= 1'b0;
    if (asked_o.gate) gated_q <= 1'b1;
    walks_q <= state_q == IDLE && walks;
    judging_q <= (judging_q || (is_order && judge_i)) && !(state_q == IDLE)
        && !(result_valid_i && aside_i.index == margin_stage_pkg::INDEX_JUDGE);
    if (state_q == RUN) refused_q <= refused_i;
    // Of a transfer within one account both parts count before the status is compared.
    if (is_order && result_valid_i && aside_i.index == margin_stage_pkg::INDEX_JUDGE) begin
      second_q <= compared;
    end
    if (result_valid_i && (state_q == JUDGE || (state_q == GATE && gated)
        || (state_q == SETTLE && compares))) begin
      if (f.transfer && state_q == SETTLE && first_q.valid) begin
        second_q <= compared;
        if (same_account) first_q.valid <= 1'b0;
      end else begin
        first_q <= compared;
      end
      if (state_q == GATE || f.reserve) begin
        order_q.reserve <= kind.replace && keeps ? records_i.order.reserve : aside_i.r;
      end
    end
    if (state_q == EXAMINE) begin
      order_q.position_slot <= kind.replace || f.reserve ? records_i.order.position_slot
          : f.position_slot[kernel_pkg::SLOT_BITS-1:0];
      order_q.sell <= kind.replace || f.reserve ? records_i.order.sell : command_i.side[0];
      order_q.tier <= kind.replace || f.reserve ? records_i.order.tier
          : kind.load_order ? f.tier : records_i.account.tier;
      order_q.reserve <= f.amount[margin_stage_pkg::RESERVE_BITS-1:0];
    end
  end

  assign looks = (state_q == IDLE && port_valid_i && settled_i)
      || (state_q == LOOK && f.transfer) || (state_q == AGAIN && !waited_q);
  assign pool_read_o = state_q == IDLE && port_valid_i && settled_i;
  always_comb begin
    reach_o = '0;
    if (looks) begin
      reach_o.account_read = 1'b1;
      reach_o.account = state_q == LOOK ? f.other_account : f.account;
      reach_o.portfolio_read = !is_order;
      reach_o.portfolio = f.portfolio & {32 {!is_order}};
      reach_o.position_read = 1'b1;
      reach_o.position = state_q == LOOK ? f.other_position : f.position_slot;
      reach_o.order_read = 1'b1;
      reach_o.order = f.slot[kernel_pkg::SLOT_BITS-1:0];
      reach_o.terms_read = 1'b1;
      reach_o.instrument = f.instrument[kernel_pkg::INSTRUMENT_BITS-1:0];
    end
    write_o = '0;
    if (order_write) begin
      write_o.order_write = 1'b1;
      write_o.order = f.slot[kernel_pkg::SLOT_BITS-1:0];
      write_o.order_data = order_q;
    end
    if (asked_o.load && f.tier != records_i.account.tier) begin
      write_o.account_write = 1'b1;
      write_o.account = f.account[kernel_pkg::ACCOUNT_BITS-1:0];
      write_o.account_data = records_i.account;
      write_o.account_data.mixed = 1'b1;
    end
  end

  assign revalue_o = walks
      || (state_q != state_d && (state_d == REVALUE || state_d == REVALUE_OTHER) && state_q != TELL);
  assign revalue_at_hand_o = is_order;
  assign sweep_o = f.sweep;
  assign revalued_account_o = state_d == REVALUE_OTHER
      ? f.other_account[kernel_pkg::ACCOUNT_BITS-1:0] : f.account[kernel_pkg::ACCOUNT_BITS-1:0];
  assign judged_o = state_q == TELL && waited_q && told_i;
  assign tell_o = state_q == TELL && !waited_q;
  assign bounds_o = state_d == BOUNDS && state_q != BOUNDS;
  assign scan_o = state_d == SCAN && state_q != SCAN;
  assign define_o = (state_q == ACT && acts && !refused && !f.sweep && !f.transfer && !f.adjust
      && !f.adjust_add_on && !f.reserve)
      || (state_q == BACK && kind.set_instrument && !refused_q);

  always_comb begin
    asked_o = '0;
    asked_o.judge = state_q == JUDGE && !waited_q && f.sweep;
    asked_o.ask = (state_q == ASK || state_q == ASK_OTHER) && !waited_q && !refused;
    asked_o.gate = state_q == GATE && !gated_q && gates && !revalue_busy_i;
    asked_o.act = (state_q == ACT && compares && !refused) || state_q == ACT_OTHER;
    asked_o.other = state_q == ASK_OTHER || state_q == ACT_OTHER;
    asked_o.back = state_q == BACK && gated_q && (refused_q || dry);
    asked_o.load = state_q == BACK && kind.load_order && !refused_q;
  end
  assign new_open_o = new_open_q;
  assign old_open_o = old_open_q;
  assign opened_o = asked_o.back ? closed_q : opened_q;
  assign loaded_o = loaded_q;
  assign keeps_o = keeps;

  // The record of an order that is in, or of another reserve.
  assign order_write = (state_q == BACK && !refused_q && !dry
      && ((kind.replace && gated_q) || ((kind.is_new || kind.load_order) && facts_i.takes_slot)))
      || (state_q == SETTLE && state_d == START && f.reserve);
  assign order_o = order_q;
  assign idle_o = state_q == IDLE;
  assign go_o = state_q == START;
  assign reasons_o = reasons_q;
  assign first_o = state_q == TELL && is_order ? second_q : first_q;
  always_comb begin
    second_o = second_q;
    second_o.valid = second_q.valid && !is_order;
  end
endmodule
