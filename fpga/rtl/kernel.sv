// The matching kernel: commands in, events out, both by valid/ready; the "kernel port".
//
// command_i is taken with command_valid_i and command_ready_o; the next one only when all events of
// the last were taken. event_o is the event before its layout (event_builder); told.last ends the
// command. An event stays until event_ready_i; nothing changes before it is taken, so back-pressure
// only takes time. Cycles per command: see matcher. After rst_i the memories are cleared, an entry a cycle, while clearing_o.
module kernel #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned LEVELS = 4096,
    parameter int unsigned ORDERS = 65536,
    parameter int unsigned LIVE_ORDERS = ORDERS - 256,
    parameter int unsigned ACCOUNTS = 16384
) (
    input  logic         clk_i,
    input  logic         rst_i,
    output logic         clearing_o,
    input  logic         command_valid_i,
    output logic         command_ready_o,
    input  logic [511:0] command_i,
    output logic         event_valid_o,
    input  logic         event_ready_i,
    output kernel_pkg::answer_t event_o
);
  kernel_pkg::command_t    decoded, command_q;
  kernel_pkg::access_t     prefetch, match_access, audit_access, access;
  kernel_pkg::config_t     config_read;
  kernel_pkg::book_t       book_read, book_working;
  kernel_pkg::entry_t      entry;
  kernel_pkg::level_t      level_read;
  kernel_pkg::pool_write_t pool_write;
  kernel_pkg::table_write_t  table_write;
  kernel_pkg::ladder_write_t ladder_write;
  kernel_pkg::event_t      match_event, audit_event;
  logic [kernel_pkg::REASONS-1:0] refusals;
  logic [20:0] live;
  logic refused, pool_full, start, idle, finish, occupied, search_done, search_found;
  logic audit_start, auditing_q, audit_valid, match_valid;
  logic [31:0] search_price;
  logic [20:0] clear_q;
  logic        clearing_q, clear_instrument;

  // Clearing: every slot; instruments are fewer and go along.
  always_ff @(posedge clk_i) begin
    if (rst_i) begin
      clearing_q <= 1'b1;
      clear_q <= '0;
    end else if (clearing_q) begin
      clear_q <= clear_q + 1'b1;
      clearing_q <= 32'(clear_q) != ((ORDERS > INSTRUMENTS) ? ORDERS : INSTRUMENTS) - 1;
    end
  end
  assign clear_instrument = clearing_q && 32'(clear_q) < INSTRUMENTS;
  assign clearing_o = clearing_q;

  // A command's instrument, slot and level are read as it is taken.
  command_decoder u_decoder (.command_i, .command_o(decoded));

  assign command_ready_o = (idle || finish) && !clearing_q;
  assign start = command_valid_i && command_ready_o;

  always_ff @(posedge clk_i) if (start) command_q <= decoded;

  always_comb begin
    prefetch = '0;
    prefetch.table_read = 1'b1;
    prefetch.ladder_read = 1'b1;
    prefetch.pool_read = 1'b1;
    prefetch.instrument = decoded.instrument[kernel_pkg::INSTRUMENT_BITS-1:0];
    prefetch.index = decoded.price[kernel_pkg::INDEX_BITS-1:0];
    prefetch.slot = decoded.slot[kernel_pkg::SLOT_BITS-1:0];
    access = start ? prefetch : auditing_q ? audit_access : match_access;
  end

  // Index and address widths are the largest card's: what a smaller one lacks is cut off here.
  localparam logic [17:0] INDEX_MASK = 18'(LEVELS - 1);

  instrument_table #(.INSTRUMENTS(INSTRUMENTS)) u_table (
      .clk_i,
      .clear_i(clear_instrument),
      .read_i(access.table_read),
      .read_index_i(access.instrument),
      .config_o(config_read),
      .book_o(book_read),
      .write_index_i(clearing_q ? clear_q[7:0] : table_write.instrument),
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
      .instrument_i(clearing_q ? clear_q[7:0] : access.instrument),
      .index_i(access.index & INDEX_MASK),
      .level_o(level_read),
      .occupied_o(occupied),
      .write_i(ladder_write.level_write),
      .level_i(ladder_write.level),
      .occupy_i(ladder_write.occupy),
      .vacate_i(ladder_write.vacate),
      .search_i(access.search),
      .abort_i(1'b0),
      .up_i(access.up),
      .base_i(config_read.window_base),
      .done_o(search_done),
      .found_o(search_found),
      .price_o(search_price)
  );

  order_pool #(.ORDERS(ORDERS)) u_pool (
      .clk_i,
      .clear_i(clearing_q),
      .clear_slot_i(clear_q[kernel_pkg::SLOT_BITS-1:0]),
      .read_i(access.pool_read),
      .slot_i(access.slot),
      .entry_o(entry),
      .write_i(pool_write)
  );

  command_checker #(
      .INSTRUMENTS(INSTRUMENTS), .LEVELS(LEVELS), .ORDERS(ORDERS), .ACCOUNTS(ACCOUNTS)
  ) u_checker (
      .command_i(command_q),
      .config_i(config_read),
      .book_i(book_read),
      .entry_i(entry),
      .pool_full_i(pool_full),
      .refusals_o(refusals),
      .refused_o(refused)
  );

  matcher #(.LIVE_ORDERS(LIVE_ORDERS)) u_matcher (
      .clk_i,
      .rst_i,
      .start_i(start),
      .idle_o(idle),
      .finish_o(finish),
      .command_i(command_q),
      .refused_i(refused),
      .pool_full_o(pool_full),
      .live_o(live),
      .access_o(match_access),
      .config_i(config_read),
      .book_i(book_read),
      .entry_i(entry),
      .level_i(level_read),
      .occupied_i(occupied),
      .search_done_i(search_done),
      .search_found_i(search_found),
      .search_price_i(search_price),
      .table_write_o(table_write),
      .ladder_write_o(ladder_write),
      .pool_write_o(pool_write),
      .book_o(book_working),
      .audit_start_o(audit_start),
      .audit_done_i(audit_valid && audit_event.last && event_ready_i),
      .valid_o(match_valid),
      .event_o(match_event),
      .ready_i(event_ready_i)
  );

  kernel_invariants #(.LIVE_ORDERS(LIVE_ORDERS)) u_invariants (
      .clk_i,
      .rst_i,
      .live_i(live),
      .table_write_i(table_write),
      .ladder_write_i(ladder_write),
      .pool_write_i(pool_write)
  );

  auditor #(.INSTRUMENTS(INSTRUMENTS)) u_auditor (
      .clk_i,
      .rst_i,
      .start_i(audit_start),
      .lines_i(command_q.lines),
      .access_o(audit_access),
      .config_i(config_read),
      .book_i(book_read),
      .entry_i(entry),
      .level_i(level_read),
      .search_done_i(search_done),
      .search_found_i(search_found),
      .valid_o(audit_valid),
      .event_o(audit_event),
      .ready_i(event_ready_i)
  );

  always_ff @(posedge clk_i) begin
    if (rst_i || finish) auditing_q <= 1'b0;
    else if (audit_start) auditing_q <= 1'b1;
  end

  assign event_valid_o = match_valid || audit_valid;
  assign event_o.told = auditing_q ? audit_event : match_event;
  assign event_o.refusals = refusals;
  assign event_o.book = auditing_q ? book_read : book_working;
  assign event_o.configuration = config_read;
  assign event_o.entry = entry;
endmodule
