// Passes the matcher's events on, in order, with what margin adds: the operations that each one causes,
// fees and reserves, and marginStatus behind it where a status changed. `last` goes to the last.
//
// Two halves at work at once: margin_causes issues the operations, margin_tells passes the events on when
// their results are here. valid_i / ready_o: an event is taken; it is passed on (valid_o until ready_i)
// LATENCY of margin_issue and 3 cycles later if it waits for a result (a trade 4, or 5 if its maker had to
// be shown), else 4 cycles later. Throughput: see there. tell_i: the status of first_i was compared before the command. An event belongs to the
// command of running_i, or, if that is not fast, to command_i, which then stays until idle_o.
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
    input  margin_stage_pkg::running_t    running_i,
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
    output margin_stage_pkg::record_write_t write_o,
    // Operations
    output logic                          request_valid_o,
    output margin_stage_pkg::request_t    request_o,
    output logic [31:0]                   multiplier_o,    // of a fill's instrument
    input  margin_pkg::result_t           result_i,
    input  margin_stage_pkg::aside_t      aside_i,
    // Early gates: see margin_causes
    output logic                          maker_valid_o,
    output logic [kernel_pkg::ACCOUNT_BITS-1:0] maker_account_o,
    input  logic                          maker_free_i,
    input  logic [kernel_pkg::ACCOUNT_BITS-1:0] gating_account_i,
    output logic                          gating_waits_o,
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
  kernel_pkg::answer_t             caused_event;
  margin_stage_pkg::caused_t       caused;
  margin_stage_pkg::margin_order_t order;
  logic [kernel_pkg::SLOT_BITS-1:0] order_slot;
  logic push, room, causes_idle, tells_idle, result_valid, order_write;

  assign result_valid = result_i.valid && result_i.tag[0]
      && aside_i.asker == margin_stage_pkg::ASKER_EVENTS;
  assign idle_o = causes_idle && tells_idle;
  assign answered_o = valid_i && ready_o;
  assign refused_o = event_i.told.template_id == card_pkg::TEMPLATE_ID_REJECTED;

  always_comb begin
    write_o = '0;
    write_o.order_write = order_write;
    write_o.order = order_slot & {kernel_pkg::SLOT_BITS {order_write}};
    if (order_write) write_o.order_data = order;
  end

  margin_causes u_causes (
      .clk_i,
      .rst_i,
      .valid_i,
      .ready_o,
      .event_i,
      .walk_slot_i,
      .idle_o(causes_idle),
      .running_i,
      .command_i,
      .order_i,
      .reach_o,
      .records_i,
      .order_write_o(order_write),
      .order_slot_o(order_slot),
      .order_o(order),
      .request_valid_o,
      .request_o,
      .multiplier_o,
      .result_valid_i(result_valid),
      .aside_i,
      .maker_valid_o,
      .maker_account_o,
      .maker_free_i,
      .gating_account_i,
      .gating_waits_o,
      .push_o(push),
      .event_o(caused_event),
      .caused_o(caused),
      .room_i(room),
      .hold_i(!tells_idle)
  );

  margin_tells u_tells (
      .clk_i,
      .rst_i,
      .push_i(push),
      .event_i(caused_event),
      .caused_i(caused),
      .room_o(room),
      .idle_o(tells_idle),
      .result_valid_i(result_valid),
      .result_i,
      .aside_i,
      .command_i,
      .raw_i,
      .fields_i,
      .order_i,
      .first_i,
      .second_i,
      .compare_i(tell_i),
      .group_i,
      .revalued_i,
      .terms_start_o,
      .before_start_o,
      .ends_o,
      .lines_done_i,
      .lines_i,
      .valid_o,
      .event_o,
      .overlay_o,
      .ready_i
  );
endmodule
