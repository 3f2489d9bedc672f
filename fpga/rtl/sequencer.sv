// The steps of a command: which one it is at, and what follows; what each does to the books and which
// memories it reads.
//
// start_i: the command at the port begins (while idle_o or with finish_o, but not while addressed_o).
// finish_o: the one under way ends in this cycle, after which no step of it changes the best prices.
// valid_o / ready_i: a step that has an event stays until it is taken; it waits for nothing else but
// the units that it began: a search, matching, a position's read, the walker. Cycles: see matcher.
//
// What takes an order out of the book, whatever the command, is REMOVE; what puts one in, ENTER.
// Matching leaves the book as it is, works on a copy of the level (cursor), and settles at the end.
module sequencer (
    input  logic                    clk_i,
    input  logic                    rst_i,
    input  logic                    start_i,
    input  kernel_pkg::kind_t       start_kind_i,      // of the command at the port
    output logic                    idle_o,
    output logic                    finish_o,
    // The command under way, and what is known of it
    input  kernel_pkg::command_t    command_i,
    input  kernel_pkg::facts_t      facts_i,
    input  kernel_pkg::held_t       held_i,
    input  kernel_pkg::vetted_t     vetted_i,
    input  kernel_pkg::verdict_t    verdict_i,
    input  kernel_pkg::book_t       book_i,
    input  kernel_pkg::best_t       meets_i,           // what it meets: best of the other side, as it was
    // What it does
    output kernel_pkg::step_t       step_o,
    output kernel_pkg::operation_t  operation_o,       // to the books
    output logic                    apply_o,           // to what it defines
    // Memories
    output kernel_pkg::access_t     access_o,
    output logic                    addressed_o,       // they may be for this: no start_i
    output logic                    position_read_o,
    output logic                    position_taken_o,  // what was read must stay
    output logic                    book_taken_o,      // the book may be read
    output logic                    book_read_o,       // the book was read in the cycle before
    output logic [kernel_pkg::SLOT_BITS-1:0] entry_slot_o,  // of entry_i
    input  kernel_pkg::entry_t      entry_i,
    input  logic                    occupied_i,
    input  logic                    search_done_i,
    input  logic                    position_fresh_i,
    // Matching
    output logic                    match_o,           // it begins
    input  kernel_pkg::access_t     match_access_i,
    input  logic                    match_valid_i,     // it has an event
    input  logic                    match_done_i,
    input  logic                    match_fault_i,
    input  kernel_pkg::outcome_t    outcome_i,
    // Walker: see matcher
    output logic                    walk_start_o,
    output logic                    walking_o,
    input  logic                    walk_done_i,
    input  logic                    end_i,
    output logic                    ended_o,
    // Events
    output logic                    valid_o,
    input  logic                    ready_i
);
  localparam int unsigned BITS = kernel_pkg::INDEX_BITS;
  localparam int unsigned SLOTS = kernel_pkg::SLOT_BITS;

  typedef enum logic [4:0] {
    IDLE,
    ANSWER,   // the first event of what names no live order
    FETCH,    // the order named is at entry_i
    OTHER,    // the second order of a cross is; the book is taken down
    VET,      // prices and quantities are compared
    JUDGE,    // what follows from that
    ROOM,     // the position's exact room
    TELL,     // the first event of what names live orders
    REMOVE,   // take the order out, or lower it in place
    VACATED,  // it was the last of its level, which is not read in the same cycle
    SEEK,     // it was the last of the best level: find the next
    MATCH,    // matching is under way
    SETTLE,   // write what matching left
    PREPARE,  // the level where the order will rest is at hand
    ENTER,    // put it there, or park it
    LEFT,     // what is left of the order ends
    BUYER,    // a cross: the bid
    SELLER,   // and the ask
    EDGE,     // set window: the old window's first or last level is at hand
    SCAN,     // the first order from there
    TOP,      // the top of the book changed
    WALK,     // the walker has the memories
    FAULT     // an invariant does not hold
  } state_t;
  state_t state_q, state_d, first, entering, removed_to;

  kernel_pkg::kind_t kind;
  logic walks, empties, goes_on, match_level_q, match_level_d, addressed_q, addressed_d, out, walked_q, dry_q, waited_q, scanned_q, book_read_q;
  logic [kernel_pkg::SLOT_BITS-1:0] entry_slot_q;

  assign kind = command_i.kind;

  // Where a command begins.
  always_comb begin
    first = ANSWER;
    if (start_kind_i.cancel || start_kind_i.replace || start_kind_i.park || start_kind_i.unpark
        || start_kind_i.is_cross) begin
      first = FETCH;
    end
    if (start_kind_i.set_instrument || start_kind_i.set_band || start_kind_i.set_window) first = OTHER;
  end

  // A fill or kill walks the book before it is answered, once it could be.
  assign walks = facts_i.fill_or_kill && !walked_q;

  // Where an order goes that is to be in the book or parked, and one that was taken out.
  assign entering = facts_i.parked || kind.park ? ENTER : kind.unpark ? PREPARE
      : verdict_i.crosses ? MATCH : verdict_i.leaves ? LEFT : PREPARE;
  assign empties = !vetted_i.named.state.parked && held_i.only && !held_i.keeps;
  assign out = (state_q == REMOVE && !held_i.keeps && !empties) || state_q == VACATED
      || (state_q == SEEK && search_done_i);
  assign removed_to = goes_on ? entering
      : held_i.ending ? WALK : held_i.at_best ? TOP : IDLE;

  always_comb begin
    state_d = state_q;
    finish_o = 1'b0;
    match_o = 1'b0;
    apply_o = 1'b0;
    operation_o = '0;
    operation_o.measure = state_q == ANSWER || state_q == PREPARE;
    walk_start_o = 1'b0;
    ended_o = 1'b0;
    position_read_o = 1'b0;

    // Addresses follow from the state; whether there is a read is decided later. The slot is zero where
    // it is not used, so that the one at the port need only be added.
    access_o = '0;
    access_o.instrument = state_q == FETCH ? entry_i.order.instrument : held_i.order.instrument;
    access_o.index = match_level_q ? meets_i.price[BITS-1:0] : held_i.enter_price[BITS-1:0];
    access_o.slot = meets_i.head & {SLOTS {match_level_q}};
    access_o.up = held_i.order.side;

    case (state_q)
      ANSWER: begin
        if (verdict_i.refused) begin
          if (ready_i) state_d = IDLE;
        end else if (kind.audit || kind.mass_cancel) begin
          walk_start_o = 1'b1;
          state_d = WALK;
        end else if (walks) begin
          match_o = verdict_i.crosses && ready_i;
          if (match_o) state_d = MATCH;
        end else if (ready_i) begin
          apply_o = 1'b1;
          match_o = kind.is_new && verdict_i.crosses && !facts_i.parked && !facts_i.dry;
          state_d = facts_i.dry ? IDLE
              : kind.load_order || (kind.is_new && facts_i.parked) ? ENTER
              : !kind.is_new ? IDLE : verdict_i.crosses ? MATCH : verdict_i.leaves ? LEFT : ENTER;
        end
      end

      FETCH: begin
        access_o.table_read = 1'b1;
        access_o.ladder_read = 1'b1;
        access_o.index = entry_i.order.price[BITS-1:0];
        position_read_o = 1'b1;
        access_o.pool_read = kind.is_cross;
        state_d = kind.is_cross || kind.unpark ? OTHER : TELL;
      end

      OTHER: state_d = VET;
      VET: state_d = JUDGE;

      JUDGE: begin
        access_o.ladder_read = kind.set_window;
        access_o.index = vetted_i.window_edge;
        state_d = kind.unpark || kind.is_cross ? TELL
            : kind.set_window && !vetted_i.window_same && (book_i.bid.valid || book_i.ask.valid)
                && !held_i.refused_low && !held_i.refused_high ? EDGE : ANSWER;
      end

      ROOM: if (position_fresh_i) state_d = TELL;

      TELL: begin
        if (verdict_i.asks_room) state_d = ROOM;
        else if (verdict_i.refused) state_d = ready_i ? IDLE : TELL;
        else if (!verdict_i.sound) state_d = FAULT;
        else if (ready_i) state_d = kind.is_cross ? BUYER : REMOVE;
      end

      REMOVE: begin
        operation_o.remove = !held_i.keeps;
        operation_o.lower = held_i.keeps;
        access_o.search = empties && held_i.at_best;
        state_d = held_i.keeps ? (held_i.top ? TOP : IDLE) : held_i.at_best ? SEEK : VACATED;
      end

      SEEK: operation_o.found = search_done_i;

      MATCH: begin
        access_o = match_access_i;
        if (match_done_i) state_d = match_fault_i ? FAULT : dry_q ? ANSWER : SETTLE;
      end

      SETTLE: begin
        operation_o.settle = 1'b1;
        access_o.ladder_read = 1'b1;
        state_d = outcome_i.spent ? TOP : verdict_i.leaves || outcome_i.met_own ? LEFT : PREPARE;
      end

      PREPARE: state_d = ENTER;

      ENTER: begin
        operation_o.enter = 1'b1;
        operation_o.link = !facts_i.parked && !kind.park;
        finish_o = !(held_i.top || (operation_o.link && held_i.improves));
        state_d = finish_o ? IDLE : TOP;
      end

      LEFT: begin
        finish_o = ready_i && !held_i.top;
        if (ready_i) state_d = held_i.top ? TOP : IDLE;
      end

      BUYER: begin
        operation_o.buy = 1'b1;
        state_d = SELLER;
      end

      SELLER: begin
        operation_o.sell = 1'b1;
        state_d = IDLE;
      end

      EDGE: if (waited_q) begin
        access_o.search = !occupied_i;
        access_o.up = vetted_i.window_up;
        state_d = occupied_i ? ANSWER : SCAN;
      end

      SCAN: if (scanned_q) state_d = ANSWER;

      TOP, FAULT: begin
        finish_o = ready_i;
        if (ready_i) state_d = IDLE;
      end

      WALK: begin
        finish_o = walk_done_i;
        state_d = end_i ? FETCH : walk_done_i ? IDLE : WALK;
      end

      default: ;  // IDLE
    endcase

    // An order was taken out: on to what comes next.
    if (out) begin
      match_o = removed_to == MATCH;
      ended_o = removed_to == WALK;
      finish_o = removed_to == IDLE;
      access_o.ladder_read = removed_to == PREPARE;
      state_d = removed_to;
    end

    // Matching begins where these are read. That a command is refused comes late: as it is answered they
    // are read in vain, unless it has to wait, and with it what its slot holds.
    if (out ? match_o : state_q == ANSWER && kind.is_new && verdict_i.crosses && !facts_i.parked && ready_i)
    begin
      access_o.ladder_read = 1'b1;
      access_o.pool_read = 1'b1;
    end
  end

  // Whose level the next step may read: where matching begins, or where the order will rest.
  always_comb begin
    case (state_q)
      ANSWER: match_level_d = verdict_i.crosses;
      MATCH: match_level_d = dry_q;
      TELL, VACATED, SEEK: match_level_d = verdict_i.crosses && goes_on && !kind.unpark;
      REMOVE: match_level_d = verdict_i.crosses && goes_on && !kind.unpark && !held_i.keeps;
      default: match_level_d = 1'b0;
    endcase
  end

  assign goes_on = kind.park || kind.unpark || (kind.replace && !vetted_i.ends);

  // Whether the next step may read is told from what is known early, so that it may say so in vain;
  // a command that ends in such a step is followed by none in its last cycle.
  always_comb begin
    case (state_q)
      IDLE, ENTER, LEFT, TOP, FAULT, SETTLE, PREPARE, BUYER, SELLER: addressed_d = 1'b0;
      ANSWER: addressed_d = verdict_i.crosses || kind.audit || kind.mass_cancel;
      TELL, VACATED, SEEK: addressed_d = goes_on || held_i.ending;
      REMOVE: addressed_d = (goes_on && !held_i.keeps) || held_i.ending;
      WALK: addressed_d = !walk_done_i;
      default: addressed_d = 1'b1;
    endcase
  end

  always_ff @(posedge clk_i) begin
    addressed_q <= rst_i || start_i || addressed_d;
    if (!rst_i) begin
      no_start_while_addresses_are_used : assert (!(start_i && addressed_q));
      no_slot_beside_the_ports : assert (addressed_q || access_o.slot == '0);
      reads_have_their_addresses :
      assert (addressed_q || !(access_o.table_read || access_o.ladder_read || access_o.pool_read));
    end
  end
  assign addressed_o = addressed_q;

  always_comb begin
    case (state_q)
      ANSWER: valid_o = verdict_i.refused || !(kind.audit || kind.mass_cancel || walks);
      TELL: valid_o = !verdict_i.asks_room && (verdict_i.refused || verdict_i.sound);
      MATCH: valid_o = match_valid_i;
      LEFT, TOP, FAULT: valid_o = 1'b1;
      default: valid_o = 1'b0;
    endcase
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : start_i ? first : state_d;
    walked_q <= !start_i && (walked_q || (state_q == ANSWER && facts_i.fill_or_kill && ready_i));
    if (match_o) dry_q <= walks && state_q == ANSWER;
    match_level_q <= start_i || match_level_d;
    book_read_q <= start_i || state_q == FETCH;
    waited_q <= state_q == EDGE;
    scanned_q <= state_q == SCAN && search_done_i;
    if (access_o.pool_read) entry_slot_q <= access_o.slot;
  end

  always_comb begin
    step_o.answer = state_q == ANSWER;
    step_o.walks = state_q == ANSWER && walks;
    step_o.fetch = state_q == FETCH;
    step_o.other = state_q == OTHER;
    step_o.vet = state_q == VET;
    step_o.conclude = state_q == JUDGE;
    step_o.room = state_q == ROOM;
    step_o.tell = state_q == TELL;
    step_o.match = state_q == MATCH;
    step_o.settle = state_q == SETTLE;
    step_o.prepare = state_q == PREPARE;
    step_o.leave = state_q == LEFT;
    step_o.top = state_q == TOP;
    step_o.edge_known = state_q == EDGE && waited_q;
    step_o.scan_known = state_q == SCAN && scanned_q;
    step_o.walk = state_q == WALK;
  end

  assign idle_o = state_q == IDLE;
  assign walking_o = state_q == WALK;
  assign book_taken_o = state_q == FETCH || state_q == WALK;
  assign position_taken_o = state_q == FETCH || state_q == TELL || state_q == ROOM;
  assign book_read_o = book_read_q;
  assign entry_slot_o = entry_slot_q;
endmodule
