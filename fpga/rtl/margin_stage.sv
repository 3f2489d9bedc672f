// The margin stage: stands before and behind the matcher, and keeps what margin knows. Its parts and
// their wires; fpga/margin.md says what they are.
//
// raw_push_i: a command went into the intake; entered_i: it left its checks. port_valid_i: one waits at the kernel port, with facts_i;
// it may start (go_o) as command_o with kernel_facts_o. Events of the matcher come in by valid_i / ready_o
// and leave by valid_o / ready_i, with overlay_o to be joined to their layout. While clearing_i each
// entry is cleared at clear_index_i. Commands gated ahead overlap; any other goes alone.
module margin_stage #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned ORDERS = 65536,
    parameter int unsigned ACCOUNTS = 16384,
    parameter int unsigned POSITIONS = 65536,
    parameter int unsigned PORTFOLIOS = 16384,
    parameter int unsigned SCENARIOS = 32,
    parameter int unsigned GROUPS = 16,
    parameter bit OVERLAP = 1'b1
) (
    input  logic                    clk_i,
    input  logic                    rst_i,
    input  logic                    clearing_i,
    input  logic                    clears_i,         // an entry, at ...
    input  logic [19:0]             clear_index_i,
    // Commands
    input  logic                    raw_push_i,
    input  logic [511:0]            raw_i,
    input  logic                    entered_i,        // one left the intake's checks, for the port
    input  kernel_pkg::command_t    entered_command_i,
    input  kernel_pkg::facts_t      entered_facts_i,
    output logic                    room_o,
    input  logic                    port_valid_i,
    input  kernel_pkg::command_t    port_command_i,
    input  kernel_pkg::facts_t      facts_i,
    output logic                    go_o,
    output logic                    gate_o,           // an early operation enters the pipe ...
    output logic                    verdict_o,        // ... and its verdict is there
    input  logic                    started_i,
    output kernel_pkg::command_t    command_o,
    output kernel_pkg::facts_t      kernel_facts_o,
    input  logic                    idle_i,           // of the matcher
    input  logic                    loading_i,
    // The kernel's memories
    output logic                    pool_read_o,      // the order at the port's slot
    input  kernel_pkg::entry_t      entry_i,
    output kernel_pkg::position_update_t position_update_o,
    input  logic [kernel_pkg::SLOT_BITS-1:0] walk_slot_i,
    // Events
    input  logic                    valid_i,
    output logic                    ready_o,
    input  kernel_pkg::answer_t     event_i,
    output logic                    valid_o,
    output kernel_pkg::answer_t     event_o,
    output logic [511:0]            overlay_o,
    input  logic                    ready_i
);
  localparam int unsigned PORTFOLIO_BITS = margin_stage_pkg::PORTFOLIO_BITS;
  localparam int unsigned GROUP_BITS = margin_stage_pkg::GROUP_BITS;

  // The command: at the port while the conductor is idle, then as it was there.
  kernel_pkg::command_t      command, command_q;
  kernel_pkg::facts_t        facts, facts_q;
  logic [511:0]              raw, raw_q, raw_head;
  margin_stage_pkg::fields_t fields;
  logic                      waiting, raw_valid, raw_full;
  logic [kernel_pkg::REASONS-1:1] reasons;

  // Those in the intake's first stages, and in the ring.
  margin_queue #(.WIDTH(512), .DEPTH(32)) u_raw (
      .clk_i,
      .rst_i(rst_i || clearing_i),
      .push_i(raw_push_i),
      .data_i(raw_i),
      .full_o(raw_full),
      .valid_o(raw_valid),
      .data_o(raw_head),
      .pop_i(started_i)
  );

  always_ff @(posedge clk_i) begin
    if (waiting) {command_q, facts_q, raw_q} <= {port_command_i, facts, raw_head};
  end
  assign command = waiting ? port_command_i : command_q;
  assign raw = waiting ? raw_head : raw_q;
  margin_fields u_fields (.raw_i(raw), .command_i(command), .fields_o(fields));

  // What only margin knows is a barrier to the matcher.
  always_comb begin
    facts = waiting ? facts_i : facts_q;
    if (waiting && fields.only_margin) facts.refusals[2:1] = '0;
    kernel_facts_o = facts;
    if (!waiting) kernel_facts_o.refusals = facts.refusals | {reasons, 1'b0};
    command_o = command;
    if (fields.only_margin) command_o.kind.barrier = 1'b1;
  end

  logic revalue_busy, define_busy, tell, events_idle, answered, refused, lines_done;
  logic [31:0] revalued_count, lines_count;
  margin_stage_pkg::compared_t   first, second;
  margin_stage_pkg::margin_order_t order;

  // Requests: one asks at a time, but for the gates ahead, which wait.
  margin_stage_pkg::request_t request, front_request, events_request, lines_request, ahead_request;
  logic request_valid, front_valid, events_valid, lines_valid, ahead_valid, ahead_granted;
  logic issue_busy;
  logic [31:0] events_multiplier;
  margin_pkg::operation_t   operation;
  margin_pkg::holding_t     holding;
  margin_pkg::money_t       money;
  margin_pkg::result_t      result;
  margin_pkg::staged_t      staged;
  margin_stage_pkg::aside_t aside;

  always_comb begin
    request = events_valid ? events_request : lines_valid ? lines_request
        : front_valid ? front_request : ahead_request;
    if (lines_valid) request.asker = margin_stage_pkg::ASKER_LINES;
    if (clears_i) begin
      request = '0;
      request.wipe = 1'b1;
      request.has_portfolio = 1'b1;
      request.account = clear_index_i;
      request.portfolio = clear_index_i;
      request.rate = margin_stage_pkg::RATE_NONE;
    end
    request_valid = front_valid || events_valid || lines_valid || clears_i || ahead_granted;
  end

  assign ahead_granted = ahead_valid && !events_valid && !lines_valid && !front_valid && !clears_i;

  // Records: one reads or writes at a time.
  margin_stage_pkg::reach_t reach, ahead_reach, front_reach, events_reach, lines_reach, issue_reach;
  margin_stage_pkg::record_write_t record_write, front_write, events_write;
  margin_stage_pkg::records_t records;
  margin_stage_pkg::lots_t    lots_after;
  margin_stage_pkg::terms_t   issue_terms;
  margin_stage_pkg::fees_t    issue_fees;
  logic [31:0] issue_mark_0, issue_mark_1;
  logic        change, change_looks, change_sell, issue_terms_read, bank;
  logic [2:0]  issue_tier;
  logic [kernel_pkg::QUANTITY_BITS-1:0] traded;
  logic [kernel_pkg::QUANTITY_BITS:0]   opened;
  logic [kernel_pkg::INSTRUMENT_BITS-1:0] issue_instrument;
  logic [PORTFOLIO_BITS-1:0] issue_portfolio;

  always_comb begin
    issue_reach = '0;
    if (request_valid && request.of_position) begin
      issue_reach.position_read = 1'b1;
      issue_reach.position = 32'(request.position_slot);
    end
  end
  assign reach = ahead_reach | front_reach | events_reach | lines_reach | issue_reach;
  assign record_write = front_write | events_write;

  margin_records #(
      .INSTRUMENTS(INSTRUMENTS), .ORDERS(ORDERS), .ACCOUNTS(ACCOUNTS), .POSITIONS(POSITIONS),
      .PORTFOLIOS(PORTFOLIOS), .GROUPS(GROUPS)
  ) u_records (
      .clk_i,
      .clears_i,
      .clear_index_i,
      .reach_i(reach),
      .records_o(records),
      .write_i(record_write),
      .change_i(change),
      .looks_i(change_looks),
      .sell_i(change_sell),
      .traded_i(traded),
      .opened_i(opened),
      .after_o(lots_after),
      .issue_read_i(issue_terms_read),
      .issue_instrument_i(issue_instrument),
      .issue_tier_i(issue_tier),
      .issue_portfolio_i(issue_portfolio),
      .issue_terms_o(issue_terms),
      .issue_fees_o(issue_fees),
      .issue_mark_0_o(issue_mark_0),
      .issue_mark_1_o(issue_mark_1),
      .issue_bank_o(bank)
  );

  // Groups: of what a command names, unless somebody walks.
  logic [GROUP_BITS-1:0] group, named_group, revaluer_group, lines_group, issue_group;
  logic group_add, group_remove, group_stale, revalued, commit_group, lines_group_take, issue_bank;
  logic [9:0] issue_initial, issue_maintenance;
  logic [PORTFOLIO_BITS:0] portfolios_q;
  margin_stage_pkg::group_t group_data;
  logic [margin_stage_pkg::MOST_GROUPS-1:0] banks;

  assign named_group = fields.stage_array || fields.set_curve ? records.terms.group
      : fields.group[GROUP_BITS-1:0];
  assign group = revalue_busy ? revaluer_group : lines_group_take ? lines_group : named_group;

  margin_groups #(.GROUPS(GROUPS)) u_groups (
      .clk_i,
      .rst_i(rst_i || clearing_i),
      .group_i(group),
      .group_o(group_data),
      .issue_group_i(issue_group),
      .issue_bank_i(issue_bank),
      .issue_initial_o(issue_initial),
      .issue_maintenance_o(issue_maintenance),
      .banks_o(banks),
      .commit_i(commit_group),
      .epoch_i(raw[card_pkg::COMMIT_GROUP_EPOCH_LSB+:32]),
      .initial_i(raw[card_pkg::COMMIT_GROUP_INITIAL_FACTOR_LSB+:10]),
      .maintenance_i(raw[card_pkg::COMMIT_GROUP_MAINTENANCE_FACTOR_LSB+:10]),
      .add_i(group_add),
      .remove_i(group_remove),
      .stale_i(group_stale),
      .revalued_i(revalued)
  );

  always_ff @(posedge clk_i) begin
    portfolios_q <= clearing_i ? '0
        : portfolios_q + (PORTFOLIO_BITS+1)'(group_add) - (PORTFOLIO_BITS+1)'(group_remove);
  end

  // Ahead of the matcher.
  logic ahead_go, front_go, serial, at_hand, maker_valid, maker_free, gating_waits;
  logic [kernel_pkg::ACCOUNT_BITS-1:0] maker_account, gating_account;
  margin_stage_pkg::running_t running;

  margin_ahead #(.ACCOUNTS(ACCOUNTS), .OVERLAP(OVERLAP)) u_ahead (
      .clk_i,
      .rst_i(rst_i || clearing_i),
      .clears_i,
      .clear_index_i,
      .entered_i,
      .command_i(entered_command_i),
      .facts_i(entered_facts_i),
      .room_o,
      .started_i,
      .port_command_i,
      .port_facts_i(facts_i),
      .waiting_i(waiting),
      .go_o(ahead_go),
      .serial_o(serial),
      .at_hand_o(at_hand),
      .running_o(running),
      .reach_o(ahead_reach),
      .account_i(records.account),
      .terms_i(records.terms),
      .banks_i(banks),
      .request_valid_o(ahead_valid),
      .request_o(ahead_request),
      .granted_i(ahead_granted),
      .result_valid_i(result_valid),
      .result_i(result),
      .aside_i(aside),
      .maker_valid_i(maker_valid),
      .maker_account_i(maker_account),
      .maker_free_o(maker_free),
      .gating_account_o(gating_account),
      .gating_waits_i(gating_waits)
  );
  assign go_o = ahead_go || front_go;
  delay_line #(.WIDTH(1), .CYCLES(2)) u_gate (
      .clk_i, .take_i(1'b1), .data_i(ahead_granted && !ahead_request.turned), .data_o(gate_o));
  assign verdict_o = result_valid && aside.asker == margin_stage_pkg::ASKER_AHEAD;

  // Before the command.
  logic result_valid, front_result, lines_result, settled, pipe_busy, busy;
  assign result_valid = result.valid && result.tag[0];
  assign front_result = result_valid && aside.asker == margin_stage_pkg::ASKER_FRONT;
  assign lines_result = result_valid && aside.asker == margin_stage_pkg::ASKER_LINES;
  assign busy = issue_busy || pipe_busy;
  assign settled = idle_i && events_idle && !busy && !define_busy;

  margin_front #(
      .INSTRUMENTS(INSTRUMENTS), .ORDERS(ORDERS), .PORTFOLIOS(PORTFOLIOS), .SCENARIOS(SCENARIOS),
      .GROUPS(GROUPS)
  ) u_front (
      .clk_i,
      .rst_i(rst_i || clearing_i),
      .port_valid_i(port_valid_i && raw_valid && serial),
      .at_hand_i(at_hand),
      .command_i(command),
      .facts_i(facts),
      .raw_i(raw),
      .fields_i(fields),
      .settled_i(settled),
      .loading_i,
      .idle_o(waiting),
      .go_o(front_go),
      .started_i,
      .reasons_o(reasons),
      .answered_i(answered),
      .refused_i(refused),
      .defining_o(define_busy),
      .pool_read_o,
      .entry_i,
      .position_update_o,
      .reach_o(front_reach),
      .records_i(records),
      .write_o(front_write),
      .group_i(group_data),
      .banks_i(banks),
      .revaluing_o(revalue_busy),
      .revaluer_group_o(revaluer_group),
      .commit_o(commit_group),
      .add_o(group_add),
      .remove_o(group_remove),
      .stale_o(group_stale),
      .revalued_o(revalued),
      .revalued_count_o(revalued_count),
      .staged_o(staged),
      .request_valid_o(front_valid),
      .request_o(front_request),
      .busy_i(busy),
      .result_valid_i(front_result),
      .result_i(result),
      .aside_i(aside),
      .tell_o(tell),
      .told_i(events_idle),
      .first_o(first),
      .second_o(second),
      .order_o(order)
  );

  // Operations.
  margin_issue u_issue (
      .clk_i,
      .clearing_i,
      .request_valid_i(request_valid),
      .request_i(request),
      .multiplier_i(events_valid ? events_multiplier : records.terms.multiplier),
      .change_o(change),
      .looks_o(change_looks),
      .sell_o(change_sell),
      .traded_o(traded),
      .opened_o(opened),
      .bound_i(records.bound),
      .before_i(records.lots),
      .after_i(lots_after),
      .account_i(records.account),
      .terms_read_o(issue_terms_read),
      .instrument_o(issue_instrument),
      .tier_o(issue_tier),
      .portfolio_o(issue_portfolio),
      .terms_i(issue_terms),
      .fees_i(issue_fees),
      .mark_0_i(issue_mark_0),
      .mark_1_i(issue_mark_1),
      .bank_i(bank),
      .banks_i(banks),
      .group_o(issue_group),
      .bank_o(issue_bank),
      .initial_i(issue_initial),
      .maintenance_i(issue_maintenance),
      .operation_o(operation),
      .holding_o(holding),
      .money_o(money),
      .mark_i(pipe_mark),
      .result_i(result),
      .aside_o(aside),
      .busy_o(issue_busy)
  );

  logic [31:0] pipe_mark;
  margin_pipe #(
      .PORTFOLIOS(PORTFOLIOS), .SCENARIOS(SCENARIOS), .INSTRUMENTS(INSTRUMENTS), .ACCOUNTS(ACCOUNTS)
  ) u_pipe (
      .clk_i,
      .rst_i,
      .op_i(operation),
      .holding_i(holding),
      .money_i(money),
      .mark_o(pipe_mark),
      .result_o(result),
      .staged_i(staged),
      .busy_o(pipe_busy)
  );

  // Behind the matcher.
  logic         terms_start, before_start, audit_ends, tells, lines_event_valid;
  logic [511:0] events_overlay, lines_overlay;
  logic [15:0]  lines_template;
  kernel_pkg::answer_t events_event;

  margin_events u_events (
      .clk_i,
      .rst_i(rst_i || clearing_i),
      .valid_i,
      .ready_o,
      .event_i,
      .walk_slot_i,
      .idle_o(events_idle),
      .answered_o(answered),
      .refused_o(refused),
      .running_i(running),
      .command_i(command),
      .raw_i(raw),
      .fields_i(fields),
      .order_i(order),
      .first_i(first),
      .second_i(second),
      .tell_i(tell),
      .group_i(group_data),
      .revalued_i(revalued_count),
      .reach_o(events_reach),
      .records_i(records),
      .write_o(events_write),
      .request_valid_o(events_valid),
      .request_o(events_request),
      .multiplier_o(events_multiplier),
      .result_i(result),
      .aside_i(aside),
      .maker_valid_o(maker_valid),
      .maker_account_o(maker_account),
      .maker_free_i(maker_free),
      .gating_account_i(gating_account),
      .gating_waits_o(gating_waits),
      .terms_start_o(terms_start),
      .before_start_o(before_start),
      .ends_o(audit_ends),
      .lines_done_i(lines_done),
      .lines_i(lines_count),
      .valid_o(tells),
      .event_o(events_event),
      .overlay_o(events_overlay),
      .ready_i
  );

  margin_lines #(.GROUPS(GROUPS), .SCENARIOS(SCENARIOS)) u_lines (
      .clk_i,
      .rst_i(rst_i || clearing_i),
      .terms_start_i(terms_start),
      .before_start_i(before_start),
      .ends_i(audit_ends),
      .lines_i(command.lines),
      .instrument_i(events_event.told.instrument),
      .portfolios_i(portfolios_q),
      .done_o(lines_done),
      .count_o(lines_count),
      .reach_o(lines_reach),
      .records_i(records),
      .group_take_o(lines_group_take),
      .group_o(lines_group),
      .group_i(group_data),
      .banks_i(banks),
      .request_valid_o(lines_valid),
      .request_o(lines_request),
      .result_valid_i(lines_result),
      .result_i(result),
      .aside_i(aside),
      .valid_o(lines_event_valid),
      .template_o(lines_template),
      .overlay_o(lines_overlay),
      .ready_i
  );

  assign valid_o = tells || lines_event_valid;
  always_comb begin
    event_o = events_event;
    overlay_o = lines_event_valid ? lines_overlay : events_overlay;
    if (lines_event_valid) begin
      event_o.told.template_id = lines_template;
      event_o.told.last = 1'b0;
    end
  end

  always_ff @(posedge clk_i) begin
    if (!rst_i && !clearing_i) begin
      one_asks_at_a_time :
      assert (2'(front_valid) + 2'(events_valid) + 2'(lines_valid) <= 2'd1);
      the_intake_waits_for_its_commands : assert (!(raw_push_i && raw_full));
    end
  end
endmodule
