// Carries out what goes through the whole card: the lines of an audit, and mass cancel.
//
// start_i with the command, which stays. Audit: the lines asked for: known instruments with their
// resting orders, parked orders, open positions, known accounts. Mass cancel: the orders that fit, in
// the same order; after each instrument its top of book if it changed. Last, `done` with the count;
// done_o in the cycle after it was taken.
// valid_o / ready_i: an event stays until taken; the walk waits meanwhile. Reads the memories through
// access_o, position_read_o and account_read_o, one cycle ahead of use; while busy_o nobody else reads
// positions and accounts, but for the matcher. Changes nothing itself: for an order to end it holds
// end_o with slot_o (entry_i is the order) until ended_i, with which come at_best_i (the top of its
// book changed); the matcher, which also tells of it, has all memories until then. parked_i,
// positions_i, accounts_i: how many there are, so that a scan ends early.
module walker #(
    parameter int unsigned INSTRUMENTS = 64
) (
    input  logic                                clk_i,
    input  logic                                rst_i,
    input  logic                                start_i,
    input  kernel_pkg::command_t                command_i,
    output logic                                busy_o,
    output logic                                done_o,
    input  logic [kernel_pkg::COUNT_BITS-1:0]   parked_i,
    input  logic [kernel_pkg::COUNT_BITS-1:0]   positions_i,
    input  logic [kernel_pkg::COUNT_BITS-1:0]   accounts_i,
    // Memories
    output kernel_pkg::access_t                 access_o,
    input  kernel_pkg::config_t                 config_i,
    input  kernel_pkg::book_t                   book_i,
    input  kernel_pkg::entry_t                  entry_i,
    input  kernel_pkg::level_t                  level_i,
    input  logic                                search_done_i,
    input  logic                                search_found_i,
    output logic                                position_read_o,
    output logic [kernel_pkg::SLOT_BITS-1:0]    position_slot_o,
    input  logic                                position_open_i,
    output logic                                account_read_o,
    output logic [kernel_pkg::ACCOUNT_BITS-1:0] account_o,
    input  logic                                account_known_i,
    // Orders to end
    output logic                                end_o,
    output logic [kernel_pkg::SLOT_BITS-1:0]    slot_o,
    input  logic                                ended_i,
    input  logic                                at_best_i,
    // Events
    output logic                                valid_o,
    output kernel_pkg::event_t                  event_o,
    input  logic                                ready_i
);
  typedef enum logic [2:0] {
    IDLE,
    BOOKS,      // instruments and their resting orders
    PARKED,     // parked orders
    POSITIONS,
    ACCOUNTS,
    DONE
  } phase_t;
  phase_t phase_q, phase_d;

  kernel_pkg::access_t              book_access;
  logic [kernel_pkg::COUNT_BITS-1:0] scan_count;
  logic [kernel_pkg::SLOT_BITS-1:0] book_slot, scan_index, visited;
  logic [kernel_pkg::INSTRUMENT_BITS-1:0] instrument;
  logic [31:0] rank, count_q;
  logic cancels, one_instrument, with_instruments, with_orders, wanted, entered_q, changed_q;
  logic at_instrument, at_book_order, at_closed, at_order, book_done;
  logic scan_read, scan_present, scan_valid, scan_done, scan_advance, book_advance, settled, counts;
  logic looked_q, fits_q, done_q, any_account_q, any_session_q, any_instrument_q;

  assign cancels = command_i.kind.mass_cancel;
  assign one_instrument = cancels && command_i.instrument != '1;
  assign with_instruments = !cancels && command_i.lines[card_pkg::AUDIT_LINES_INSTRUMENTS_BIT];
  assign with_orders = cancels || command_i.lines[card_pkg::AUDIT_LINES_ORDERS_BIT];

  book_walk #(.INSTRUMENTS(INSTRUMENTS)) u_books (
      .clk_i,
      .rst_i,
      .start_i(phase_q == BOOKS && entered_q && wanted),
      .only_i(one_instrument),
      .first_i(command_i.instrument),
      .orders_i(with_orders),
      .closing_i(cancels),
      .instrument_o(at_instrument),
      .order_o(at_book_order),
      .closed_o(at_closed),
      .done_o(book_done),
      .advance_i(book_advance),
      .used_i(end_o),
      .index_o(instrument),
      .slot_o(book_slot),
      .rank_o(rank),
      .access_o(book_access),
      .config_i,
      .book_i,
      .entry_i,
      .level_i,
      .search_done_i,
      .search_found_i
  );

  // One scan after the other, of what the phase names.
  slot_scan u_scan (
      .clk_i,
      .rst_i,
      .start_i(phase_q != BOOKS && entered_q && wanted),
      .count_i(scan_count),
      .read_o(scan_read),
      .index_o(scan_index),
      .present_i(scan_present),
      .valid_o(scan_valid),
      .visited_o(visited),
      .advance_i(scan_advance),
      .used_i(end_o),
      .done_o(scan_done)
  );

  always_comb begin
    case (phase_q)
      BOOKS: wanted = with_instruments || with_orders;
      PARKED: wanted = with_orders;
      POSITIONS: wanted = !cancels && command_i.lines[card_pkg::AUDIT_LINES_POSITIONS_BIT];
      ACCOUNTS: wanted = !cancels && command_i.lines[card_pkg::AUDIT_LINES_ACCOUNTS_BIT];
      default: wanted = 1'b0;
    endcase
    case (phase_q)
      PARKED: scan_count = parked_i;
      POSITIONS: scan_count = positions_i;
      default: scan_count = accounts_i;
    endcase
    case (phase_q)
      PARKED: scan_present = entry_i.state.live && entry_i.state.parked;
      POSITIONS: scan_present = position_open_i;
      default: scan_present = account_known_i;
    endcase
  end

  assign busy_o = phase_q != IDLE;
  assign done_o = done_q;
  assign position_read_o = scan_read && phase_q == POSITIONS;
  assign position_slot_o = scan_index;
  assign account_read_o = scan_read && phase_q == ACCOUNTS;
  assign account_o = scan_index;
  assign at_order = at_book_order || (scan_valid && phase_q == PARKED);
  assign slot_o = at_book_order ? book_slot : visited;

  always_comb begin
    access_o = book_access;
    if (phase_q == PARKED) begin
      access_o.pool_read = scan_read;
      access_o.slot = scan_index;
    end
  end

  assign end_o = at_order && cancels && looked_q && fits_q;

  // On to the next item. An order that a mass cancel looks at is settled once it has ended, or does
  // not fit.
  assign settled = looked_q && (!fits_q || ended_i);
  assign scan_advance = cancels ? settled : ready_i;
  assign book_advance = at_instrument ? ready_i || !with_instruments
      : at_closed ? ready_i || !changed_q : cancels ? settled : ready_i;

  always_comb begin
    phase_d = phase_q;
    valid_o = 1'b0;
    counts = 1'b0;
    event_o = '0;
    event_o.instrument = phase_q == PARKED ? 16'(entry_i.order.instrument) : 16'(instrument);
    event_o.account = 32'(visited);
    event_o.command_template = command_i.template_id;

    if (at_instrument) begin
      event_o.template_id = card_pkg::TEMPLATE_ID_AUDIT_INSTRUMENT;
      valid_o = with_instruments;
      counts = with_instruments;
    end else if (at_order && cancels) begin
      // Whether it fits is looked at for a cycle.
      counts = end_o;
    end else if (at_order) begin
      event_o.template_id = card_pkg::TEMPLATE_ID_AUDIT_ORDER;
      event_o.number = phase_q == PARKED ? 32'd0 : rank;
      valid_o = 1'b1;
      counts = 1'b1;
    end else if (at_closed) begin
      event_o.template_id = card_pkg::TEMPLATE_ID_TOP_OF_BOOK;
      valid_o = changed_q;
    end else if (scan_valid) begin
      event_o.template_id = phase_q == POSITIONS
          ? card_pkg::TEMPLATE_ID_AUDIT_POSITION : card_pkg::TEMPLATE_ID_AUDIT_ACCOUNT;
      valid_o = 1'b1;
      counts = 1'b1;
    end else if (phase_q == DONE) begin
      event_o.template_id = card_pkg::TEMPLATE_ID_DONE;
      event_o.last = 1'b1;
      event_o.number = count_q;
      valid_o = 1'b1;
    end

    case (phase_q)
      BOOKS: if (book_done || (entered_q && !wanted)) phase_d = PARKED;
      PARKED: if (scan_done || (entered_q && !wanted)) phase_d = POSITIONS;
      POSITIONS: if (scan_done || (entered_q && !wanted)) phase_d = ACCOUNTS;
      ACCOUNTS: if (scan_done || (entered_q && !wanted)) phase_d = DONE;
      DONE: if (ready_i) phase_d = IDLE;
      default: if (start_i) phase_d = BOOKS;
    endcase
  end

  always_ff @(posedge clk_i) begin
    phase_q <= rst_i ? IDLE : phase_d;
    entered_q <= phase_d != phase_q;
    done_q <= phase_q == DONE && ready_i && !rst_i;
    looked_q <= at_order && !settled;
    any_account_q <= command_i.account == '1;
    any_session_q <= command_i.session == '1;
    any_instrument_q <= command_i.instrument == '1;
    // The memories show the order until it is asked to end.
    if (!looked_q) begin
      fits_q <= (any_account_q || command_i.account == entry_i.order.account)
          && (any_session_q || command_i.session == entry_i.order.session)
          && (any_instrument_q
              || command_i.instrument == 16'(entry_i.order.instrument));
    end
    if (start_i) count_q <= '0;
    else if (counts && (scan_valid ? scan_advance : book_advance)) count_q <= count_q + 32'd1;
    if (at_instrument) changed_q <= 1'b0;
    else if (ended_i && at_best_i) changed_q <= 1'b1;
  end

  always_ff @(posedge clk_i) begin
    if (!rst_i && phase_q != IDLE) one_command_at_a_time : assert (!start_i);
    if (!rst_i && ended_i) only_what_was_asked_for_ends : assert (end_o);
  end
endmodule
