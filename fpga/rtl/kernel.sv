// The matching kernel: commands in, events out, both by valid/ready.
//
// A command is made ready by the intake (4 cycles) and waits there at the kernel port, until it is
// taken (taken_o; ready_o: one could be): cycle 0 of all counts. The next one is taken only when all
// events of the last were taken. event_o is the event before its layout (event_builder); told.last
// ends the command. An event stays until event_ready_i. Cycles per command: see matcher. After rst_i
// the memories are cleared, an entry a cycle, while clearing_o.
module kernel #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned LEVELS = 4096,
    parameter int unsigned ORDERS = 65536,
    parameter int unsigned LIVE_ORDERS = ORDERS - 256,
    parameter int unsigned ACCOUNTS = 16384,
    parameter int unsigned POSITIONS = 65536,
    parameter int unsigned PORTFOLIOS = 0,
    parameter int unsigned SCENARIOS = 0,
    parameter int unsigned GROUPS = 0,
    parameter bit OVERLAP = 1'b1  // of gate and matching
) (
    input  logic         clk_i,
    input  logic         rst_i,
    output logic         clearing_o,
    input  logic         command_valid_i,
    output logic         command_ready_o,
    input  logic [511:0] command_i,
    output logic         taken_o,
    output logic         ready_o,
    output logic         entered_o,      // a command came to the gate, or to the kernel port
    output logic         gate_o,         // margin: its operation enters the pipe
    output logic         verdict_o,      // margin: ... and its verdict is there
    output logic         event_valid_o,
    input  logic         event_ready_i,
    output kernel_pkg::answer_t event_o,
    output logic [511:0] overlay_o       // of margin, joined to the event's layout
);
  localparam bit MARGIN = SCENARIOS != 0;
  localparam int unsigned INSTRUMENT_BITS = kernel_pkg::INSTRUMENT_BITS;
  localparam int unsigned SLOT_BITS = kernel_pkg::SLOT_BITS;

  kernel_pkg::command_t    reader, entered_command, port_command, start_command, command;
  kernel_pkg::facts_t      entered_facts, facts, start_facts;
  kernel_pkg::answer_t     told;
  kernel_pkg::position_update_t margin_update;
  kernel_pkg::access_t     match_access, walk_access, access;
  kernel_pkg::config_t     config_ahead, config_read;
  kernel_pkg::book_t       book_read, book_working;
  kernel_pkg::entry_t      entry;
  kernel_pkg::level_t      level_read;
  kernel_pkg::position_t   position;
  kernel_pkg::pool_write_t pool_write;
  kernel_pkg::table_write_t  table_write;
  kernel_pkg::ladder_write_t ladder_write;
  kernel_pkg::position_update_t position_update;
  kernel_pkg::position_bind_t   position_bind, position_bind_q;
  kernel_pkg::event_t      match_event, walk_event;
  logic [kernel_pkg::REASONS-1:0]    refusals;
  logic [kernel_pkg::COUNT_BITS-1:0] live, parked, positions, accounts;
  logic start, idle, finish, alone, loading, port_valid, occupied, search_done, search_found;
  logic ahead_read, ahead_position_read, match_position_read, walk_position_read, position_fresh;
  logic position_taken, book_taken, book_read_ahead, walk_account_read, account_known, account_write;
  logic walk_start, walk_busy, walk_done, walking, addressed, end_order, ended, ended_at_best;
  logic match_valid, walk_valid, told_valid, told_ready, margin_go, margin_pool_read;
  logic entered, ring_room;
  logic [INSTRUMENT_BITS-1:0] book_ahead;
  logic [SLOT_BITS-1:0] end_slot, walk_position;
  logic [kernel_pkg::ACCOUNT_BITS-1:0] walk_account;
  logic [31:0] search_price, group;

  // Clearing: the largest memory's entries; the others go along.
  localparam int unsigned MOST_1 = (ORDERS > POSITIONS) ? ORDERS : POSITIONS;
  localparam int unsigned MOST_2 = (ACCOUNTS > INSTRUMENTS) ? ACCOUNTS : INSTRUMENTS;
  localparam int unsigned MOST_3 = (MOST_1 > MOST_2) ? MOST_1 : MOST_2;
  localparam int unsigned ENTRIES = (MOST_3 > PORTFOLIOS) ? MOST_3 : PORTFOLIOS;
  logic [20:0] clear_q, cleared_q;  // the next entry; the one that is cleared
  logic        clearing_q, clears_q, clearing;
  logic        clear_instrument, clear_order, clear_account, clear_position;

  always_ff @(posedge clk_i) begin
    if (rst_i) begin
      clearing_q <= 1'b1;
      clear_q <= '0;
    end else if (clearing_q) begin
      clear_q <= clear_q + 1'b1;
      clearing_q <= 32'(clear_q) != ENTRIES - 1;
    end
  end
  always_ff @(posedge clk_i) begin
    clears_q <= clearing_q && !rst_i;
    cleared_q <= clear_q;
    clear_instrument <= clearing_q && 32'(clear_q) < INSTRUMENTS;
    clear_order <= clearing_q && 32'(clear_q) < ORDERS;
    clear_account <= clearing_q && 32'(clear_q) < ACCOUNTS;
    clear_position <= clearing_q && 32'(clear_q) < POSITIONS;
  end
  assign clearing = clearing_q || clears_q;
  assign clearing_o = clearing;

  logic intake_ready;
  assign command_ready_o = intake_ready && !clearing;

  intake #(
      .INSTRUMENTS(INSTRUMENTS), .LEVELS(LEVELS), .ORDERS(ORDERS), .ACCOUNTS(ACCOUNTS),
      .POSITIONS(POSITIONS), .MARGIN(MARGIN)
  ) u_intake (
      .clk_i,
      .rst_i,
      .command_valid_i(command_valid_i && !clearing),
      .command_ready_o(intake_ready),
      .command_i,
      .read_o(ahead_read),
      .position_read_o(ahead_position_read),
      .reader_o(reader),
      .config_i(config_ahead),
      .account_known_i(account_known),
      .group_i(group),
      .position_i(position),
      .position_fresh_i(position_fresh),
      .position_taken_i(position_taken),
      .loading_i(loading),
      .idle_i(idle),
      .alone_i(alone),
      .book_taken_i(book_taken),
      .book_read_o(book_read_ahead),
      .book_instrument_o(book_ahead),
      .port_valid_o(port_valid),
      .start_i(start),
      .command_o(port_command),
      .facts_o(facts),
      .room_i(ring_room),
      .entered_o(entered),
      .entered_command_o(entered_command),
      .entered_facts_o(entered_facts)
  );

  assign ready_o = (idle || finish) && !addressed && !clearing;
  assign start = port_valid && ready_o && margin_go;
  assign taken_o = start;
  assign entered_o = entered;

  // The order, the level and the configuration that a command names are read as it starts.
  always_comb begin
    access = walking ? walk_access : match_access;
    if (start) begin
      access.table_read = 1'b1;
      access.ladder_read = 1'b1;
      access.pool_read = 1'b1;
    end
    access.pool_read = access.pool_read || margin_pool_read;
    // Its addresses stand there whenever a command may start: whether one does comes late.
    if (!addressed) begin
      access.instrument = port_command.instrument[INSTRUMENT_BITS-1:0];
      access.index = port_command.price[kernel_pkg::INDEX_BITS-1:0];
    end
    access.slot = access.slot | (port_command.slot[SLOT_BITS-1:0] & {SLOT_BITS {!addressed}});
  end

  // Index and address widths are the largest card's: what a smaller one lacks is cut off here.
  localparam logic [17:0] INDEX_MASK = 18'(LEVELS - 1);

  instrument_table #(.INSTRUMENTS(INSTRUMENTS)) u_table (
      .clk_i,
      .clear_i(clear_instrument),
      .ahead_read_i(ahead_read),
      .ahead_index_i(reader.instrument[INSTRUMENT_BITS-1:0]),
      .ahead_config_o(config_ahead),
      .config_read_i(access.table_read),
      .config_index_i(access.instrument),
      .config_o(config_read),
      .book_read_i(access.table_read || book_read_ahead),
      .book_index_i(book_taken ? access.instrument : book_ahead),
      .book_o(book_read),
      .write_index_i(clears_q ? cleared_q[7:0] : table_write.instrument),
      .config_write_i(table_write.config_write),
      .config_i(table_write.configuration),
      .book_write_i(table_write.book_write),
      .book_i(table_write.book)
  );

  ladder #(.INSTRUMENTS(INSTRUMENTS), .LEVELS(LEVELS)) u_ladder (
      .clk_i,
      .rst_i,
      .clear_i(clear_instrument),
      .read_i(access.ladder_read),
      .instrument_i(clears_q ? cleared_q[7:0] : access.instrument),
      .index_i(access.index & INDEX_MASK),
      .level_o(level_read),
      .occupied_o(occupied),
      .write_i(ladder_write.level_write),
      .level_i(ladder_write.level),
      .occupy_i(ladder_write.occupy),
      .vacate_i(ladder_write.vacate),
      .search_i(access.search),
      .abort_i(access.drop),
      .up_i(access.up),
      .base_i(config_read.window_base),
      .done_o(search_done),
      .found_o(search_found),
      .price_o(search_price)
  );

  order_pool #(.ORDERS(ORDERS)) u_pool (
      .clk_i,
      .clear_i(clear_order),
      .read_i(access.pool_read),
      .slot_i(access.slot),
      .entry_o(entry),
      .write_i(pool_write)
  );

  // As updates do, a bind leaves its registers a cycle after the command decided on it.
  always_ff @(posedge clk_i) position_bind_q <= position_bind;

  position_table #(.POSITIONS(POSITIONS)) u_positions (
      .clk_i,
      .rst_i,
      .clear_i(clear_position),
      .clear_slot_i(cleared_q[SLOT_BITS-1:0]),
      .read_i(match_position_read || walk_position_read || ahead_position_read),
      .slot_i(position_taken ? 32'(entry.order.position_slot)
          : walk_busy ? 32'(walk_position) : reader.position_slot),
      .position_o(position),
      .fresh_o(position_fresh),
      .update_i(margin_update.valid ? margin_update : position_update),
      .bind_i(position_bind_q),
      .count_o(positions)
  );

  account_table #(.ACCOUNTS(ACCOUNTS)) u_accounts (
      .clk_i,
      .rst_i,
      .clear_i(clear_account),
      .clear_account_i(cleared_q[kernel_pkg::ACCOUNT_BITS-1:0]),
      .read_i(ahead_read || walk_account_read),
      .account_i(walk_busy ? 32'(walk_account) : reader.account),
      .known_o(account_known),
      .group_o(group),
      .write_i(account_write),
      .write_account_i(command.account[kernel_pkg::ACCOUNT_BITS-1:0]),
      .group_i(command.group),
      .count_o(accounts)
  );

  matcher #(.LEVELS(LEVELS), .LIVE_ORDERS(LIVE_ORDERS), .MARGIN(MARGIN)) u_matcher (
      .clk_i,
      .rst_i,
      .clear_i(clearing_q),
      .clear_slot_i(clear_q[SLOT_BITS-1:0]),
      .start_i(start),
      .command_i(start_command),
      .facts_i(start_facts),
      .idle_o(idle),
      .finish_o(finish),
      .alone_o(alone),
      .loading_o(loading),
      .live_o(live),
      .parked_o(parked),
      .access_o(match_access),
      .addressed_o(addressed),
      .position_read_o(match_position_read),
      .position_taken_o(position_taken),
      .book_taken_o(book_taken),
      .config_i(config_read),
      .book_i(book_read),
      .entry_i(entry),
      .level_i(level_read),
      .occupied_i(occupied),
      .search_done_i(search_done),
      .search_found_i(search_found),
      .search_price_i(search_price),
      .position_i(position),
      .position_fresh_i(position_fresh),
      .table_write_o(table_write),
      .ladder_write_o(ladder_write),
      .pool_write_o(pool_write),
      .position_update_o(position_update),
      .position_bind_o(position_bind),
      .account_write_o(account_write),
      .command_o(command),
      .book_o(book_working),
      .refusals_o(refusals),
      .walk_start_o(walk_start),
      .walk_done_i(walk_done),
      .end_i(end_order),
      .end_slot_i(end_slot),
      .walking_o(walking),
      .ended_o(ended),
      .ended_at_best_o(ended_at_best),
      .valid_o(match_valid),
      .event_o(match_event),
      .ready_i(told_ready)
  );

  kernel_invariants #(.LIVE_ORDERS(LIVE_ORDERS)) u_invariants (
      .clk_i,
      .rst_i,
      .live_i(live),
      .parked_i(parked),
      .start_i(start),
      .event_valid_i(told_valid),
      .event_ready_i(told_ready),
      .event_last_i(told.told.last),
      .configuration_i(config_read),
      .book_i(book_read),
      .table_write_i(table_write),
      .ladder_write_i(ladder_write),
      .pool_write_i(pool_write)
  );

  walker #(.INSTRUMENTS(INSTRUMENTS)) u_walker (
      .clk_i,
      .rst_i,
      .start_i(walk_start),
      .command_i(command),
      .busy_o(walk_busy),
      .done_o(walk_done),
      .parked_i(parked),
      .positions_i(positions),
      .accounts_i(accounts),
      .access_o(walk_access),
      .config_i(config_read),
      .book_i(book_read),
      .entry_i(entry),
      .level_i(level_read),
      .search_done_i(search_done),
      .search_found_i(search_found),
      .position_read_o(walk_position_read),
      .position_slot_o(walk_position),
      .position_open_i(position.open),
      .account_read_o(walk_account_read),
      .account_o(walk_account),
      .account_known_i(account_known),
      .end_o(end_order),
      .slot_o(end_slot),
      .ended_i(ended),
      .at_best_i(ended_at_best),
      .valid_o(walk_valid),
      .event_o(walk_event),
      .ready_i(told_ready)
  );

  assign told_valid = match_valid || walk_valid;
  assign told.told = walking ? walk_event : match_event;
  assign told.refusals = refusals;
  assign told.book = walking ? book_read : book_working;
  assign told.configuration = config_read;
  assign told.entry = entry;
  assign told.position = position;
  assign told.group = group;

  if (MARGIN) begin : g_margin
    margin_stage #(
        .INSTRUMENTS(INSTRUMENTS), .ORDERS(ORDERS), .ACCOUNTS(ACCOUNTS), .POSITIONS(POSITIONS),
        .PORTFOLIOS(PORTFOLIOS), .SCENARIOS(SCENARIOS), .GROUPS(GROUPS), .OVERLAP(OVERLAP)
    ) u_margin (
        .clk_i,
        .rst_i,
        .clearing_i(clearing),
        .clears_i(clears_q),
        .clear_index_i(cleared_q[19:0]),
        .raw_push_i(command_valid_i && command_ready_o),
        .raw_i(command_i),
        .entered_i(entered),
        .entered_command_i(entered_command),
        .entered_facts_i(entered_facts),
        .room_o(ring_room),
        .port_valid_i(port_valid),
        .port_command_i(port_command),
        .facts_i(facts),
        .go_o(margin_go),
        .gate_o,
        .verdict_o,
        .started_i(start),
        .command_o(start_command),
        .kernel_facts_o(start_facts),
        .idle_i(idle),
        .loading_i(loading),
        .pool_read_o(margin_pool_read),
        .entry_i(entry),
        .position_update_o(margin_update),
        .walk_slot_i(end_slot),
        .valid_i(told_valid),
        .ready_o(told_ready),
        .event_i(told),
        .valid_o(event_valid_o),
        .event_o,
        .overlay_o,
        .ready_i(event_ready_i)
    );
  end else begin : g_no_margin
    logic unused_entered;
    assign unused_entered = ^{entered_command, entered_facts, OVERLAP};
    assign ring_room = 1'b1;
    assign margin_go = 1'b1;
    assign gate_o = 1'b0;
    assign verdict_o = 1'b0;
    assign start_command = port_command;
    assign start_facts = facts;
    assign margin_pool_read = 1'b0;
    assign margin_update = '0;
    assign event_valid_o = told_valid;
    assign told_ready = event_ready_i;
    assign event_o = told;
    assign overlay_o = '0;
  end
endmodule
