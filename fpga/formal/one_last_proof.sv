// Proof of the matcher, with all its parts: each command has exactly one last event, whatever comes.
//
// For ever: there is no event before a command began or after its last; and when the next one may
// begin, the last event of the one before was taken. (That a command goes on is not proved: each step
// waits only for what its unit answers, see sequencer.)
// Commands, what is known of them, and the answers of all memories, searches and positions are free
// in every cycle, but for what their senders promise:
// - a command is of one kind, only a new one is fill or kill, and an unpark with the flag `parked` is
//   refused (decoder, checker);
// - it begins when the one before has ended (kernel);
// - the best prices at the port as a command begins, are those read in the next cycle, and again with
//   the order named, if that is of the command's instrument (instrument_table);
// - the walker has events only while it may walk, and ends orders only for a mass cancel, and only such
//   as are live and in the book (walker; kernel_invariants).
// From there on event_buffer and event_writer hand on each event once (their proofs). Nothing is made
// smaller: LEVELS and LIVE_ORDERS are the defaults, and play no part in it.
module one_last_proof (
    input logic                       clk_i,
    input logic                       rst_i,
    input logic                       request_i,
    input kernel_pkg::command_t       command_i,
    input kernel_pkg::facts_t         facts_i,
    input kernel_pkg::config_t        config_i,
    input kernel_pkg::book_t          book_i,
    input kernel_pkg::entry_t         entry_i,
    input kernel_pkg::level_t         level_i,
    input logic                       occupied_i,
    input logic                       search_done_i,
    input logic                       search_found_i,
    input logic [31:0]                search_price_i,
    input kernel_pkg::position_t      position_i,
    input logic                       position_fresh_i,
    input logic                       walk_valid_i,
    input logic                       walk_last_i,
    input logic                       end_i,
    input logic [kernel_pkg::SLOT_BITS-1:0] end_slot_i,
    input logic                       ready_i
);
  kernel_pkg::event_t event_told;
  logic start, idle, finish, addressed, walking, match_valid, valid, last, ends;
  logic walk_done = 1'b0;

  assign start = request_i && (idle || finish) && !addressed;
  assign valid = match_valid || walk_valid_i;
  assign last = walking ? walk_last_i : event_told.last;
  assign ends = valid && ready_i && last;

  matcher dut (
      .clk_i,
      .rst_i,
      .start_i(start),
      .command_i,
      .facts_i,
      .idle_o(idle),
      .finish_o(finish),
      .addressed_o(addressed),
      .config_i,
      .book_i,
      .entry_i,
      .level_i,
      .occupied_i,
      .search_done_i,
      .search_found_i,
      .search_price_i,
      .position_i,
      .position_fresh_i,
      .walk_done_i(walk_done),
      .end_i,
      .end_slot_i,
      .walking_o(walking),
      .valid_o(match_valid),
      .event_o(event_told),
      .ready_i
  );

  // The matcher's own state, by its names; the widths are those of kernel_pkg's records.
  (* hierconn *) wire [721:0]   \dut.command ;
  (* hierconn *) wire [346:0]   \dut.facts ;
  (* hierconn *) wire [6:0]     \dut.standing ;
  (* hierconn *) wire [457:0]   \dut.held ;
  (* hierconn *) wire [15:0]    \dut.step ;
  (* hierconn *) wire [781:0]   \dut.vetted ;
  (* hierconn *) wire [39:0]    \dut.verdict ;
  (* hierconn *) wire [132:0]   \dut.outcome ;
  (* hierconn *) wire [222:0]   \dut.book ;
  (* hierconn *) wire [4:0]             \dut.u_sequencer.state_q ;
  (* hierconn *) wire                   \dut.u_sequencer.dry_q ;
  (* hierconn *) wire                   \dut.u_sequencer.walked_q ;
  (* hierconn *) wire [1:0]             \dut.u_matching.state_q ;
  (* hierconn *) wire                   \dut.u_matching.dry_q ;
  (* hierconn *) wire                   \dut.u_matching.look_q ;
  (* hierconn *) wire                   \dut.u_matching.arrived_q ;
  (* hierconn *) wire                   \dut.u_matching.act ;
  (* hierconn *) wire [53:0]            \dut.late ;
  (* hierconn *) wire                   \dut.late_any ;
  (* hierconn *) wire                   \dut.u_sequencer.book_read_q ;
  (* hierconn *) wire          \dut.own_price ;
  (* hierconn *) wire          \dut.u_sequencer.match_level_q ;

  kernel_pkg::command_t  command;
  kernel_pkg::facts_t    facts;
  kernel_pkg::held_t     held;
  kernel_pkg::step_t     step;
  kernel_pkg::vetted_t   vetted;
  kernel_pkg::verdict_t  verdict;
  kernel_pkg::outcome_t  outcome;
  kernel_pkg::book_t     book;
  kernel_pkg::standing_t standing;
  kernel_pkg::kind_t     kind;
  assign command = \dut.command ;
  assign facts = \dut.facts ;
  assign held = \dut.held ;
  assign step = \dut.step ;
  assign vetted = \dut.vetted ;
  assign verdict = \dut.verdict ;
  assign outcome = \dut.outcome ;
  assign book = \dut.book ;
  assign standing = \dut.standing ;
  assign kind = command.kind;

  // The steps that step_t does not name, by the sequencer's numbers.
  logic idles, removes, vacated, seeks, enters, buys, edge_waits, scans, faults;
  assign idles = \dut.u_sequencer.state_q == 5'd0;
  assign removes = \dut.u_sequencer.state_q == 5'd8;
  assign vacated = \dut.u_sequencer.state_q == 5'd9;
  assign seeks = \dut.u_sequencer.state_q == 5'd10;
  assign enters = \dut.u_sequencer.state_q == 5'd14;
  assign buys = \dut.u_sequencer.state_q == 5'd16 || \dut.u_sequencer.state_q == 5'd17;
  assign edge_waits = \dut.u_sequencer.state_q == 5'd18;
  assign scans = \dut.u_sequencer.state_q == 5'd19;
  assign faults = \dut.u_sequencer.state_q == 5'd22;

  // Beside it: the command owes its last event; the best prices as it began.
  logic              started = 1'b0;
  logic              owed, began, fetched;
  kernel_pkg::book_t start_book;

  always_ff @(posedge clk_i) begin
    started <= 1'b1;
    walk_done <= !rst_i && walk_valid_i && walk_last_i && ready_i;
    owed <= !rst_i && (start || (owed && !ends));
    began <= start;
    fetched <= step.fetch && kind.replace
        && 16'(entry_i.order.instrument) == command.instrument;
    if (start) start_book <= book_i;
  end

  // The best prices now, and as the command began; would an order improve on them?
  logic sell, book_i_same, book_same, named_improves, enters_improving;
  logic [31:0] price;
  assign sell = held.order.side;
  assign book_i_same = book_i.bid.valid == start_book.bid.valid && book_i.bid.price == start_book.bid.price
      && book_i.ask.valid == start_book.ask.valid && book_i.ask.price == start_book.ask.price;
  assign book_same = book.bid.valid == start_book.bid.valid && book.bid.price == start_book.bid.price
      && book.ask.valid == start_book.ask.valid && book.ask.price == start_book.ask.price;
  assign price = kind.park || kind.unpark ? vetted.named.order.price : command.price;
  assign enters_improving = sell
      ? !book.ask.valid || $signed(price) <= $signed(book.ask.price)
      : !book.bid.valid || $signed(price) >= $signed(book.bid.price);

  // What is still owed of an order that is being taken out, or stays with fewer lots.
  logic goes_on, owes_removed, moves, out, entering, named, defines;
  assign goes_on = !facts.parked && (verdict.crosses || verdict.leaves || verdict.improves);
  assign moves = kind.replace && !vetted.ends;
  assign owes_removed = held.ending || (held.keeps ? held.top
      : kind.unpark ? vetted.improves : held.at_best || (moves && goes_on));
  assign out = removes || vacated || seeks;
  assign named = kind.cancel || kind.replace || kind.park || kind.unpark || kind.is_cross;
  assign defines = kind.set_instrument || kind.set_band || kind.set_window;
  assign entering = step.prepare || enters;

  always_comb begin
    // What the senders promise.
    if (!started) assume (rst_i);
    assume ((command_i.kind & (command_i.kind - 1'b1)) == '0);
    assume (!facts_i.fill_or_kill || command_i.kind.is_new);
    assume (!facts_i.dry || command_i.kind.is_new);
    assume (!(command_i.kind.unpark && facts_i.parked)
        || facts_i.refusals[card_pkg::REJECT_REASON_UNSUPPORTED_FIELD]);
    if (began || fetched) assume (book_i_same);
    if (!walking || walk_done || end_i) assume (!walk_valid_i);
    if (walk_done) assume (!end_i);
    // What rests lies within the window: two prices of one level are one.
    if (step.tell && !vetted.named.state.parked) begin
      assume (\dut.own_price == (sell ? book.ask.valid && held.order.price == book.ask.price
          : book.bid.valid && held.order.price == book.bid.price));
    end
    assume (!end_i || kind.mass_cancel);
    if (step.tell && held.ending) assume (verdict.sound);

    if (started && !rst_i) begin
      no_event_before_the_start_or_after_the_last : assert (!valid || owed);
      ended_with_its_last : assert (!(idle || finish) || !owed || ends);

      // Why it holds: the steps that a command can be at, and in which of them it owes its last event.
      assert (\dut.u_sequencer.state_q <= 5'd22);
      if (!idles) begin
        assert ((kind & (kind - 1'b1)) == '0);
        assert (!facts.fill_or_kill || kind.is_new);
        assert (!facts.dry || (kind.is_new
            && (step.answer || faults || (step.match && \dut.u_sequencer.dry_q ))));
        assert (!(kind.unpark && facts.parked) || held.refused_low);
      end
      assert (!walk_done || step.walk);
      if (idles || buys || walk_done) assert (!owed);
      else if (out) assert (owed == owes_removed);
      else if (step.prepare) assert (owed == (held.top || enters_improving));
      else if (enters) assert (owed == (held.top || (!facts.parked && !kind.park && held.improves)));
      else assert (owed);

      // In which of them it may read.
      if (step.fetch || step.other || step.vet || step.conclude || step.room || step.match
          || step.settle || step.walk || edge_waits || scans
          || (step.answer && (verdict.crosses || kind.audit || kind.mass_cancel))
          || ((step.tell || out) && (moves || kind.park || kind.unpark || held.ending))) begin
        assert (addressed);
      end
      assert (addressed || !\dut.u_sequencer.match_level_q );

      // Which commands come there.
      if (idles || faults) ;
      else if (step.walk) assert (kind.mass_cancel || kind.audit);
      else if (held.ending) assert (kind.mass_cancel && (step.fetch || step.tell || out));
      else if (step.fetch || step.tell) assert (named);
      else if (step.other || step.vet || step.conclude) assert (defines || kind.unpark || kind.is_cross);
      else if (edge_waits || scans) assert (kind.set_window);
      else if (buys) assert (kind.is_cross);
      else if (step.room) assert (kind.replace);
      else if (step.answer) assert (!named);
      else if (out) assert (named && !kind.is_cross);
      else if (enters) assert (kind.is_new || kind.load_order || kind.replace || kind.park || kind.unpark);
      if (step.prepare || step.settle || (step.match && !\dut.u_sequencer.dry_q )) begin
        assert (!facts.parked && !kind.park);
        assert (kind.is_new || moves || (kind.unpark && step.prepare));
      end

      // Matching goes on only in MATCH, and ends with a change or at an order of the same owner.
      assert (step.match == (\dut.u_matching.state_q != 2'd0));
      if (step.match) begin
        assert (!\dut.u_sequencer.dry_q || (kind.is_new && \dut.u_sequencer.walked_q ));
        assert (\dut.u_matching.state_q != 2'd3);
        assert (\dut.u_matching.dry_q == \dut.u_sequencer.dry_q );
        if (!\dut.u_matching.dry_q && !outcome.changed) begin
          assert (\dut.u_matching.state_q == 2'd1);
          assert (\dut.u_matching.act || (\dut.u_matching.look_q && !\dut.u_matching.arrived_q ));
        end
      end
      if (step.settle) assert (outcome.changed || outcome.met_own);

      // The top of the book has not changed before anything was done.
      if (step.answer || step.vet || step.other || step.conclude || edge_waits || scans
          || (step.match && \dut.u_sequencer.dry_q )) begin
        assert (!held.top);
      end

      // An order named is the one held; taken out, it was found, and parked where it must be.
      if (!idles && !faults && !held.ending && named && !step.fetch) begin
        assert (held.order.side == vetted.named.order.side);
        assert (held.order.price == vetted.named.order.price);
      end
      assert (\dut.late_any == (\dut.late != '0));
      if (step.tell && (kind.unpark || kind.is_cross)) begin
        assert (vetted.named.state.parked || \dut.late_any );
      end
      if (out && held.ending) assert (!held.keeps && (!seeks || held.at_best));
      if (out && !held.ending) begin
        assert (held.keeps ? kind.replace && removes : held.top == held.at_best);
        assert (!vetted.unknown && (!seeks || held.at_best));
      end
      if ((out || step.prepare) && kind.unpark) begin
        assert (vetted.named.state.parked && !held.at_best && !held.top && !held.keeps);
        assert (!facts.parked);
      end
      if ((out && !held.ending && !kind.cancel) || (step.prepare && !kind.is_new)) begin
        assert (kind.replace && !moves || held.enter_price == price);
      end
      if (step.prepare && kind.is_new) assert (held.top);

      // How it stands, and the book, are as the command found them, until its order leaves the best.
      if (kind.is_new || kind.load_order || kind.replace) begin
        if (!idles && !faults) assert (standing.bid_improves
            == (!start_book.bid.valid || $signed(command.price) >= $signed(start_book.bid.price)));
        if (!idles && !faults) assert (standing.ask_improves
            == (!start_book.ask.valid || $signed(command.price) <= $signed(start_book.ask.price)));
      end
      if (!idles && !faults) begin
        assert (standing.improves == (sell ? standing.ask_improves : standing.bid_improves));
        assert (standing.crosses == (sell ? standing.bid_meets : standing.ask_meets));
      end
      if (step.fetch && !held.ending) assert (began && !held.top);
      if (step.tell && kind.replace) begin
        assert (vetted.unknown || (\dut.u_sequencer.book_read_q ? fetched : book_same));
      end
      if (step.room) assert (book_same && !\dut.u_sequencer.book_read_q && !vetted.unknown);
      if (out || step.vet || step.prepare) assert (!\dut.u_sequencer.book_read_q );
      if (out && moves && !held.at_best || step.prepare && kind.replace && !held.top) assert (book_same);
      if (kind.unpark && (step.conclude || step.tell || out || step.prepare)) begin
        assert (!\dut.u_sequencer.book_read_q && vetted.improves == enters_improving);
      end
    end
  end
endmodule
