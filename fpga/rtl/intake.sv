// Makes commands ready for the kernel port: fields, memories that no order changes, checks.
//
// Four stages, a command at most every second cycle: decoded; measured (configuration, account and
// position are at hand); checked; waiting at the port, facts_o beside it, until start_i. book_o of
// its instrument comes from outside: book_read_o asks for it, and port_valid_o waits for it.
// Latency from command_valid_i to port_valid_o: 4 cycles.
//
// New, cancel and replace overlap. They need nothing that a command under way may still change, but
// for the room in a position: an order of less than 2^24 lots is sure to fit where there is room for
// 2^27, whatever the few commands before it do. Every other command waits in the second stage until
// all before it have ended, reads its position again, and lets none pass beside it.
//
// With margin a ring of commands stands between checks and port (entered_o, while room_i), so that their
// gates may be ahead; it costs no cycle while it is empty. Then more than a few commands may be before an
// order: its room is looked at by margin, for no position limit is above 2^28 - 1.
module intake #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned LEVELS = 4096,
    parameter int unsigned ORDERS = 65536,
    parameter int unsigned ACCOUNTS = 16384,
    parameter int unsigned POSITIONS = 65536,
    parameter bit MARGIN = 1'b0
) (
    input  logic                    clk_i,
    input  logic                    rst_i,
    input  logic                    command_valid_i,
    output logic                    command_ready_o,
    input  logic [511:0]            command_i,
    // Memories; answers a cycle later
    output logic                    read_o,           // configuration and account ...
    output logic                    position_read_o,
    output kernel_pkg::command_t    reader_o,         // ... of this command
    input  kernel_pkg::config_t     config_i,
    input  logic                    account_known_i,
    input  logic [31:0]             group_i,
    input  kernel_pkg::position_t   position_i,
    input  logic                    position_fresh_i,
    input  logic                    position_taken_i, // no position may be read
    // State of the execution
    input  logic                    loading_i,
    input  logic                    idle_i,           // nothing is under way
    input  logic                    alone_i,          // what is under way goes alone
    // Kernel port
    input  logic                    book_taken_i,     // the book's read port is in use
    output logic                    book_read_o,
    output logic [kernel_pkg::INSTRUMENT_BITS-1:0] book_instrument_o,
    output logic                    port_valid_o,
    input  logic                    start_i,
    output kernel_pkg::command_t    command_o,
    output kernel_pkg::facts_t      facts_o,
    // The ring, of a card with margin
    input  logic                    room_i,
    output logic                    entered_o,        // a command left the checks:
    output kernel_pkg::command_t    entered_command_o,
    output kernel_pkg::facts_t      entered_facts_o
);
  kernel_pkg::command_t  decoded, decoded_q, measured_q, checked_q, next, port_q;
  kernel_pkg::measures_t measures, measures_q;
  kernel_pkg::facts_t    facts, next_facts, facts_q;
  logic decoded_valid_q, measured_valid_q, checked_valid_q, port_valid_q;
  logic checked_alone_q, held_q, held, alone, alone_kind, book_read_q;
  logic measurable, measure, check, enter, queued, arrive, quiet;
  logic [4:0] settled_q;  // a bit for each cycle since all before it ended
  logic [2:0] lately_q;   // cycles until its effects are seen

  command_decoder #(.MARGIN(MARGIN)) u_decoder (.command_i, .command_o(decoded));

  // A command is measured only if it will move on.
  assign command_ready_o = !decoded_valid_q;
  assign measurable = decoded_valid_q && !measured_valid_q
      && !(checked_valid_q && checked_alone_q) && !(port_valid_q && facts_q.alone)
      && !(alone_i && !idle_i) && lately_q == 3'd0 && !position_taken_i;
  assign measure = measurable && (!checked_valid_q || enter);
  assign check = measured_valid_q && (!held || settled_q[4]);

  assign alone_kind = !(measured_q.kind.is_new || measured_q.kind.cancel || measured_q.kind.replace);
  assign alone = alone_kind
      || (!measured_q.kind.cancel && measured_q.quantity[31:24] != 8'd0)
      || (measured_q.kind.is_new && (!position_i.room[kernel_pkg::QUANTITY_BITS-1]
          || measured_q.flags[card_pkg::COMMAND_FLAGS_REDUCE_ONLY_BIT]));
  assign held = held_q || alone;
  assign quiet = !checked_valid_q && !queued && !port_valid_q && idle_i && position_fresh_i;

  // The memories are read until it moves on: that the one before it makes room comes late.
  assign read_o = measurable;
  assign reader_o = measured_valid_q ? measured_q : decoded_q;
  // What the command before did last to a position has by then reached the table's answers.
  assign position_read_o = measurable || (measured_valid_q && settled_q[2] && !settled_q[3]);

  always_ff @(posedge clk_i) begin
    decoded_valid_q <= !rst_i && (decoded_valid_q ? !measure : command_valid_i);
    measured_valid_q <= !rst_i && (measure || (measured_valid_q && !check));
    checked_valid_q <= !rst_i && (check || (checked_valid_q && !enter));
    port_valid_q <= !rst_i && (arrive || (port_valid_q && !start_i));
    held_q <= measured_valid_q && !check && held;
    // An AND, for a choice of zero would become a reset, which must come early.
    settled_q <= {settled_q[3:0], 1'b1} & {5 {measured_valid_q && held && quiet}};

    lately_q <= alone_i && !idle_i ? 3'd4 : lately_q == 3'd0 ? 3'd0 : lately_q - 3'd1;

    if (command_ready_o) decoded_q <= decoded;
    if (measure) measured_q <= decoded_q;
    if (check) begin
      checked_q <= measured_q;
      checked_alone_q <= held;
      measures_q <= measures;
    end
    if (arrive) begin
      port_q <= next;
      facts_q <= next_facts;
    end
  end

  command_measures #(.LEVELS(LEVELS)) u_measures (
      .clk_i,
      .command_i(measured_q),
      .config_i,
      .account_known_i,
      .group_i,
      .position_i,
      .measures_o(measures)
  );

  command_checker #(
      .INSTRUMENTS(INSTRUMENTS), .LEVELS(LEVELS), .ORDERS(ORDERS), .ACCOUNTS(ACCOUNTS),
      .POSITIONS(POSITIONS), .MARGIN(MARGIN)
  ) u_checker (
      .command_i(checked_q),
      .measures_i(measures_q),
      .loading_i,
      .alone_i(checked_alone_q),
      .facts_o(facts)
  );

  // From the checks to the port: straight, if none waits before it.
  if (MARGIN) begin : g_ring
    kernel_pkg::command_t waiting;
    kernel_pkg::facts_t   waiting_facts;
    logic                 unused_full;

    assign enter = checked_valid_q && room_i;
    assign arrive = (queued || enter) && (!port_valid_q || start_i);
    assign next = queued ? waiting : checked_q;
    assign next_facts = queued ? waiting_facts : facts;

    margin_queue #(.WIDTH($bits(checked_q) + $bits(facts)), .DEPTH(16)) u_ring (
        .clk_i,
        .rst_i,
        .push_i(enter && (queued || !arrive)),
        .data_i({checked_q, facts}),
        .full_o(unused_full),
        .valid_o(queued),
        .data_o({waiting, waiting_facts}),
        .pop_i(queued && arrive)
    );
  end else begin : g_no_ring
    logic unused_room;
    assign unused_room = room_i;
    assign queued = 1'b0;
    assign enter = arrive;
    assign arrive = checked_valid_q && (!port_valid_q || start_i);
    assign next = checked_q;
    assign next_facts = facts;
  end
  assign entered_o = enter;
  assign entered_command_o = checked_q;
  assign entered_facts_o = facts;

  // The book of the command at the port is read when it arrives, and again until it has started:
  // what the command before it does to the best prices, it does before its last cycle.
  assign book_read_o = (arrive || port_valid_q) && !book_taken_i;
  assign book_instrument_o = port_valid_q
      ? port_q.instrument[kernel_pkg::INSTRUMENT_BITS-1:0]
      : next.instrument[kernel_pkg::INSTRUMENT_BITS-1:0];

  always_ff @(posedge clk_i) book_read_q <= book_read_o && !start_i;

  assign port_valid_o = port_valid_q && book_read_q;
  assign command_o = port_q;
  assign facts_o = facts_q;
endmodule
