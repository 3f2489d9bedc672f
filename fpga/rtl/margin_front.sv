// What stands before the matcher: the conductor and what it sets to work, wired.
//
// See margin_conductor for what happens when. reach_o, write_o and request_o are those of whichever part
// is at work: one at a time.
module margin_front #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned ORDERS = 65536,
    parameter int unsigned PORTFOLIOS = 16384,
    parameter int unsigned SCENARIOS = 32,
    parameter int unsigned GROUPS = 16
) (
    input  logic                    clk_i,
    input  logic                    rst_i,
    // The command
    input  logic                    port_valid_i,
    input  logic                    at_hand_i,       // its account's record is at records_i
    input  kernel_pkg::command_t    command_i,
    input  kernel_pkg::facts_t      facts_i,
    input  logic [511:0]            raw_i,
    input  margin_stage_pkg::fields_t fields_i,
    input  logic                    settled_i,       // nothing is under way before it
    input  logic                    loading_i,
    output logic                    idle_o,          // it waits for a command at the port
    output logic                    go_o,
    input  logic                    started_i,
    output logic [kernel_pkg::REASONS-1:1] reasons_o,
    input  logic                    answered_i,
    input  logic                    refused_i,
    output logic                    defining_o,      // definitions are being written
    // The kernel's memories
    output logic                    pool_read_o,
    input  kernel_pkg::entry_t      entry_i,
    output kernel_pkg::position_update_t position_update_o,
    // Records
    output margin_stage_pkg::reach_t reach_o,
    input  margin_stage_pkg::records_t records_i,
    output margin_stage_pkg::record_write_t write_o,
    // Groups
    input  margin_stage_pkg::group_t group_i,        // that is named; revaluing_o: that is walked
    input  logic [margin_stage_pkg::MOST_GROUPS-1:0] banks_i,
    output logic                    revaluing_o,
    output logic [margin_stage_pkg::GROUP_BITS-1:0] revaluer_group_o,
    output logic                    commit_o,
    output logic                    add_o,
    output logic                    remove_o,
    output logic                    stale_o,
    output logic                    revalued_o,
    output logic [31:0]             revalued_count_o,
    output margin_pkg::staged_t     staged_o,
    // Operations
    output logic                    request_valid_o,
    output margin_stage_pkg::request_t request_o,
    input  logic                    busy_i,
    input  logic                    result_valid_i,
    input  margin_pkg::result_t     result_i,
    input  margin_stage_pkg::aside_t aside_i,
    // Events
    output logic                    tell_o,
    input  logic                    told_i,
    output margin_stage_pkg::compared_t first_o,
    output margin_stage_pkg::compared_t second_o,
    output margin_stage_pkg::margin_order_t order_o
);
  localparam int unsigned PORTFOLIO_BITS = margin_stage_pkg::PORTFOLIO_BITS;

  logic revalue, revalue_at_hand, sweep, judge, judged, bounds, bounds_done, exceeds, scan, scan_done, unstaged, define;
  logic redefines, both_known, both_fit, keeps, own_valid, revaluer_valid, definer_valid;
  logic [kernel_pkg::ACCOUNT_BITS-1:0] revalued_account, judged_account;
  logic [kernel_pkg::INSTRUMENT_BITS:0] others;
  logic [kernel_pkg::REASONS-1:1] static_reasons;
  margin_stage_pkg::asked_t       asked;
  logic [kernel_pkg::QUANTITY_BITS-1:0] new_open, old_open, loaded;
  logic [kernel_pkg::QUANTITY_BITS:0]   opened;
  logic [margin_stage_pkg::NOTIONAL_BITS-1:0] notional;
  margin_stage_pkg::reach_t       own_reach, revaluer_reach, scan_reach, definer_reach;
  margin_stage_pkg::record_write_t own_write, revaluer_write, definer_write;
  margin_stage_pkg::request_t     own_request, revaluer_request, definer_request;

  assign reach_o = own_reach | revaluer_reach | scan_reach | definer_reach;
  assign write_o = own_write | revaluer_write | definer_write;
  assign request_valid_o = own_valid || revaluer_valid || definer_valid;
  assign request_o = definer_valid ? definer_request : revaluer_valid ? revaluer_request : own_request;

  margin_reasons #(
      .INSTRUMENTS(INSTRUMENTS), .ORDERS(ORDERS), .GROUPS(GROUPS), .PORTFOLIOS(PORTFOLIOS),
      .SCENARIOS(SCENARIOS)
  ) u_reasons (
      .clk_i,
      .loading_i,
      .command_i,
      .raw_i,
      .fields_i,
      .account_i(records_i.account),
      .both_known_i(both_known),
      .both_fit_i(both_fit),
      .portfolio_i(records_i.portfolio),
      .bound_i(records_i.bound),
      .terms_i(records_i.terms),
      .entry_i,
      .epoch_i(group_i.epoch),
      .stale_i(group_i.stale != '0),
      .redefines_o(redefines),
      .reasons_o(static_reasons)
  );

  margin_conductor u_conductor (
      .clk_i,
      .rst_i,
      .port_valid_i,
      .at_hand_i,
      .command_i,
      .facts_i,
      .raw_i,
      .fields_i,
      .settled_i,
      .loading_i,
      .idle_o,
      .go_o,
      .started_i,
      .reasons_o,
      .answered_i,
      .refused_i,
      .pool_read_o,
      .entry_i,
      .reach_o(own_reach),
      .records_i,
      .write_o(own_write),
      .order_o,
      .static_i(static_reasons),
      .both_known_o(both_known),
      .both_fit_o(both_fit),
      .revalue_o(revalue),
      .revalue_at_hand_o(revalue_at_hand),
      .sweep_o(sweep),
      .revalued_account_o(revalued_account),
      .revalue_busy_i(revaluing_o),
      .judge_i(judge),
      .judged_o(judged),
      .bounds_o(bounds),
      .bounds_done_i(bounds_done),
      .exceeds_i(exceeds),
      .scan_o(scan),
      .scan_done_i(scan_done),
      .others_i(others),
      .unstaged_i(unstaged),
      .define_o(define),
      .define_busy_i(defining_o),
      .asked_o(asked),
      .new_open_o(new_open),
      .old_open_o(old_open),
      .opened_o(opened),
      .loaded_o(loaded),
      .keeps_o(keeps),
      .issue_busy_i(busy_i),
      .result_valid_i,
      .result_i,
      .aside_i,
      .tell_o,
      .told_i,
      .first_o,
      .second_o
  );

  margin_requests u_requests (
      .asked_i(asked),
      .command_i,
      .raw_i,
      .fields_i,
      .judged_i(judged_account),
      .group_i(records_i.portfolio.group),
      .entry_i,
      .kept_i(records_i.order),
      .order_i(order_o),
      .new_open_i(new_open),
      .old_open_i(old_open),
      .opened_i(opened),
      .loaded_i(loaded),
      .keeps_i(keeps),
      .status_i(first_o.status_before),
      .valid_o(own_valid),
      .request_o(own_request)
  );

  // A transfer moves what the kernel's own table holds too.
  always_comb begin
    position_update_o = '0;
    position_update_o.valid = own_valid && asked.act && fields_i.transfer;
    position_update_o.slot = own_request.position_slot;
    position_update_o.sell = own_request.sell;
    position_update_o.traded = own_request.traded;
  end

  margin_revaluer u_revaluer (
      .clk_i,
      .rst_i,
      .start_i(revalue),
      .sweep_i(sweep),
      .at_hand_i(revalue_at_hand),
      .account_i(revalued_account),
      .first_i(fields_i.portfolio[PORTFOLIO_BITS-1:0]),
      .slots_i(raw_i[card_pkg::SWEEP_CHUNK_COUNT_LSB+:PORTFOLIO_BITS+1]),
      .busy_o(revaluing_o),
      .count_o(revalued_count_o),
      .reach_o(revaluer_reach),
      .records_i,
      .write_o(revaluer_write),
      .banks_i,
      .revalued_o,
      .group_o(revaluer_group_o),
      .request_valid_o(revaluer_valid),
      .request_o(revaluer_request),
      .judge_o(judge),
      .judged_o(judged_account),
      .judged_i(judged)
  );

  margin_bounds u_bounds (
      .clk_i,
      .rst_i,
      .start_i(bounds),
      .raw_i,
      .terms_i(records_i.terms),
      .done_o(bounds_done),
      .exceeds_o(exceeds),
      .notional_o(notional)
  );

  margin_scan #(.INSTRUMENTS(INSTRUMENTS), .SCENARIOS(SCENARIOS)) u_scan (
      .clk_i,
      .rst_i,
      .start_i(scan),
      .group_i(fields_i.group),
      .except_i(fields_i.instrument),
      .done_o(scan_done),
      .reach_o(scan_reach),
      .terms_i(records_i.terms),
      .others_o(others),
      .unstaged_o(unstaged)
  );

  margin_definer #(.INSTRUMENTS(INSTRUMENTS)) u_definer (
      .clk_i,
      .rst_i,
      .start_i(define),
      .command_i,
      .raw_i,
      .fields_i,
      .redefined_i(redefines),
      .notional_i(notional),
      .busy_o(defining_o),
      .group_i,
      .commit_o,
      .add_o,
      .remove_o,
      .stale_o,
      .reach_o(definer_reach),
      .records_i,
      .write_o(definer_write),
      .staged_o,
      .request_valid_o(definer_valid),
      .request_o(definer_request)
  );
endmodule
