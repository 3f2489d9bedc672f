// The rules: carries out one command at a time, and keeps the books.
//
// start_i: the command at the port begins; book, level and order that it names are read in that
// cycle. finish_o: it ends in this cycle, so that another start_i may come with it; the best prices
// do not change in that cycle. event valid_o / ready_i: an event stays until taken; meanwhile the
// command stands still, but for a search in the ladder.
// Cycles from start_i, when events are taken at once: new and all that names no order 1 (fill or
// kill: after its walk; what defines an instrument 3); first trade 3, each further maker of the level
// +1, of the next level +4 (+7 in another word of the bitmap); cancel, replace, park 2. Ready: new
// that rests 2, cancel 3.
//
// What takes an order out of the book, whatever the command, is REMOVE; what puts one in, ENTER.
// Matching leaves the book as it is, works on a copy of the level (cursor), and settles at the end.
module matcher #(
    parameter int unsigned LEVELS = 4096,
    parameter int unsigned LIVE_ORDERS = 65280
) (
    input  logic                      clk_i,
    input  logic                      rst_i,
    // Kernel port
    input  logic                      start_i,
    input  kernel_pkg::command_t      command_i,
    input  kernel_pkg::facts_t        facts_i,
    output logic                      idle_o,
    output logic                      finish_o,
    output logic                      alone_o,        // what is under way goes alone
    output logic                      loading_o,
    output logic [kernel_pkg::COUNT_BITS-1:0] live_o,    // live orders of all books
    output logic [kernel_pkg::COUNT_BITS-1:0] parked_o,  // those of them that are parked
    // Memories
    output kernel_pkg::access_t       access_o,
    output logic                      position_read_o,
    output logic                      position_taken_o,  // what was read must stay
    input  kernel_pkg::config_t       config_i,
    input  kernel_pkg::book_t         book_i,
    input  kernel_pkg::entry_t        entry_i,
    input  kernel_pkg::level_t        level_i,
    input  logic                      occupied_i,
    input  logic                      search_done_i,
    input  logic                      search_found_i,
    input  logic [31:0]               search_price_i,
    input  kernel_pkg::position_t     position_i,
    input  logic                      position_fresh_i,
    output kernel_pkg::table_write_t  table_write_o,
    output kernel_pkg::ladder_write_t ladder_write_o,
    output kernel_pkg::pool_write_t   pool_write_o,
    output kernel_pkg::position_update_t position_update_o,
    output kernel_pkg::position_bind_t   position_bind_o,
    output logic                      account_write_o,
    output kernel_pkg::command_t      command_o,
    output kernel_pkg::book_t         book_o,         // as changed so far, for events
    output logic [kernel_pkg::REASONS-1:0] refusals_o,
    // Walker
    output logic                      walk_start_o,
    input  logic                      walk_done_i,
    input  logic                      end_i,          // cancel the order at end_slot_i ...
    input  logic [kernel_pkg::SLOT_BITS-1:0] end_slot_i,
    output logic                      walking_o,      // the walker may read the memories
    output logic                      ended_o,        // ... done; held until this pulse
    output logic                      ended_at_best_o,
    // Events
    output logic                      valid_o,
    output kernel_pkg::event_t        event_o,
    input  logic                      ready_i
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;
  localparam int unsigned BITS = kernel_pkg::INDEX_BITS;
  // The reasons up to this one say what a command names; a replace that ends its order has no others.
  localparam int NAMING = 8;

  typedef enum logic [4:0] {
    IDLE,
    ANSWER,   // the first event of what names no live order
    FETCH,    // the order named is at entry_i
    OTHER,    // the second order of a cross is
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

  kernel_pkg::command_t   command_q;
  kernel_pkg::facts_t     facts_q;
  kernel_pkg::kind_t      kind;
  kernel_pkg::standing_t  standing_q, standing;
  kernel_pkg::order_t     order_q, order;  // that the command creates or names; as it enters
  kernel_pkg::book_t      book, kept;      // of its instrument, as changed so far; ... since read
  kernel_pkg::best_t      own, opposite;   // of the order's side, and of the other
  kernel_pkg::vetted_t    vetted;
  kernel_pkg::entry_t     named, maker;
  kernel_pkg::outcome_t   outcome;
  kernel_pkg::verdict_t   verdict;
  kernel_pkg::operation_t does;
  kernel_pkg::access_t    match_access;
  kernel_pkg::state_t     maker_state;
  kernel_pkg::position_update_t maker_update;

  logic [kernel_pkg::REASONS-1:1]   late_q, late_d;
  logic [kernel_pkg::SLOT_BITS-1:0] slot_q, entry_slot_q, maker_slot;
  logic [LOTS-1:0] lots_q, filled_q, traded_q, removed_q, growth_q, maker_lots;
  logic [31:0]     enter_price_q, limit_q;

  // Registered flags.
  logic refused_low_q, refused_high_q, improves_q, at_best_q, keeps_q, only_q, top_q, book_read_q;
  logic ending_q, walked_q, matched_q, dry_q, roomed_q, loading_q, waited_q;
  logic scanned_q, scan_found_q, below_window_q, above_window_q;
  logic cancels_resting_q, cancels_both_q;
  // Of this cycle.
  logic sells, resting, pool_full, begin_match, applies, walks, empties, out;
  logic match_done, match_fault, match_valid, maker_own, maker_change, maker_ends, vacates;

  assign kind = command_q.kind;
  assign named = vetted.named;
  assign sells = order_q.side;
  assign own = sells ? book.ask : book.bid;
  assign opposite = sells ? book.bid : book.ask;
  assign resting = !named.state.parked;

  always_comb begin
    order = order_q;
    order.price = enter_price_q;
  end

  order_vetting #(.LEVELS(LEVELS)) u_vetting (
      .clk_i,
      .command_i(command_q),
      .named_i(state_q == FETCH),
      .other_i(state_q == OTHER),
      .vet_i(state_q == VET),
      .entry_i,
      .config_i,
      .book_i(book),
      .vetted_o(vetted)
  );

  matching u_matching (
      .clk_i,
      .rst_i,
      .begin_i(begin_match),
      .dry_i(state_q == ANSWER && walks),
      .best_i(opposite),
      .lots_i(lots_q),
      .taker_i(order_q),
      .limit_i(limit_q),
      .cancels_resting_i(cancels_resting_q),
      .cancels_both_i(cancels_both_q),
      .access_o(match_access),
      .entry_slot_i(entry_slot_q),
      .entry_i,
      .level_i,
      .search_done_i,
      .search_found_i,
      .search_price_i,
      .vacate_o(vacates),
      .change_o(maker_change),
      .slot_o(maker_slot),
      .state_o(maker_state),
      .takes_out_o(maker_ends),
      .update_o(maker_update),
      .done_o(match_done),
      .fault_o(match_fault),
      .outcome_o(outcome),
      .valid_o(match_valid),
      .is_own_o(maker_own),
      .maker_o(maker),
      .lots_o(maker_lots),
      .ready_i
  );

  book_keeper #(.LIVE_ORDERS(LIVE_ORDERS)) u_keeper (
      .clk_i,
      .rst_i,
      .operation_i(does),
      .command_i(command_q),
      .order_i(order),
      .slot_i(slot_q),
      .lots_i(lots_q),
      .filled_i(filled_q),
      .improves_i(improves_q),
      .vetted_i(vetted),
      .removed_i(removed_q),
      .at_best_i(at_best_q),
      .only_i(only_q),
      .outcome_i(outcome),
      .traded_i(traded_q),
      .vacate_i(vacates),
      .maker_change_i(maker_change),
      .maker_ends_i(maker_ends),
      .maker_slot_i(maker_slot),
      .maker_state_i(maker_state),
      .maker_update_i(maker_update),
      .book_read_i(book_read_q),
      .book_i,
      .level_i,
      .occupied_i,
      .search_found_i,
      .search_price_i,
      .book_o(book),
      .kept_o(kept),
      .book_write_o(table_write_o.book_write),
      .book_changed_o(table_write_o.book),
      .ladder_write_o,
      .pool_write_o,
      .position_update_o,
      .live_o,
      .parked_o,
      .pool_full_o(pool_full)
  );

  definitions u_definitions (
      .apply_i(applies),
      .command_i(command_q),
      .config_i(facts_q.configuration),
      .config_write_o(table_write_o.config_write),
      .config_o(table_write_o.configuration),
      .account_write_o,
      .position_bind_o
  );
  assign table_write_o.instrument = order_q.instrument;

  judge u_judge (
      .answers_i(state_q == ANSWER),
      .command_i(command_q),
      .facts_i(facts_q),
      .refused_low_i(refused_low_q),
      .refused_high_i(refused_high_q),
      .late_i(late_q),
      .standing_i(standing_q),
      .order_i(order_q),
      .own_i(own),
      .entry_live_i(entry_i.state.live),
      .pool_full_i(pool_full),
      .vetted_i(vetted),
      .ending_i(ending_q),
      .roomed_i(roomed_q),
      .room_i(position_i.room),
      .walked_i(matched_q),
      .outcome_i(outcome),
      .verdict_o(verdict),
      .refusals_o
  );

  teller u_teller (
      .answers_i(state_q == ANSWER),
      .tells_i(state_q == TELL),
      .matches_i(state_q == MATCH),
      .leaves_i(state_q == LEFT),
      .tops_i(state_q == TOP),
      .last_i(!top_q),
      .command_i(command_q),
      .order_i(order_q),
      .vetted_i(vetted),
      .verdict_i(verdict),
      .lots_i(lots_q),
      .maker_i(maker),
      .maker_slot_i(maker_slot),
      .maker_own_i(maker_own),
      .maker_lots_i(maker_lots),
      .maker_price_i(outcome.cursor.price),
      .event_o
  );

  // A fill or kill walks the book before it is answered.
  assign walks = facts_q.fill_or_kill && !walked_q;

  // Where an order goes that is to be in the book or parked, and one that was taken out.
  assign entering = facts_q.parked || kind.park ? ENTER : kind.unpark ? PREPARE
      : verdict.crosses ? MATCH : verdict.leaves ? LEFT : PREPARE;
  assign empties = resting && only_q && !keeps_q;
  assign out = (state_q == REMOVE && !keeps_q && !empties) || state_q == VACATED
      || (state_q == SEEK && search_done_i);
  assign removed_to = kind.park || kind.unpark || (kind.replace && !vetted.ends) ? entering
      : ending_q ? WALK : at_best_q ? TOP : IDLE;

  always_comb begin
    state_d = state_q;
    late_d = late_q;
    finish_o = 1'b0;
    begin_match = 1'b0;
    applies = 1'b0;
    does = '0;
    does.measure = state_q == ANSWER || state_q == PREPARE;
    walk_start_o = 1'b0;
    ended_o = 1'b0;
    position_read_o = 1'b0;

    // Addresses follow from the state; whether there is a read is decided later.
    access_o = '0;
    access_o.instrument = state_q == FETCH ? entry_i.order.instrument : order_q.instrument;
    access_o.index = enter_price_q[BITS-1:0];
    access_o.slot = opposite.head;
    access_o.up = sells;

    case (state_q)
      ANSWER: begin
        if (verdict.refused) begin
          if (ready_i) state_d = IDLE;
        end else if (kind.audit || kind.mass_cancel) begin
          walk_start_o = 1'b1;
          state_d = WALK;
        end else if (walks) begin
          begin_match = verdict.crosses;
          late_d[card_pkg::REJECT_REASON_UNFILLABLE] = !verdict.crosses;
          if (verdict.crosses) state_d = MATCH;
        end else if (ready_i) begin
          applies = 1'b1;
          begin_match = kind.is_new && verdict.crosses && !facts_q.parked;
          state_d = kind.load_order || (kind.is_new && facts_q.parked) ? ENTER
              : !kind.is_new ? IDLE : verdict.crosses ? MATCH : verdict.leaves ? LEFT : ENTER;
        end
      end

      FETCH: begin
        access_o.table_read = 1'b1;
        access_o.ladder_read = 1'b1;
        access_o.index = entry_i.order.price[BITS-1:0];
        position_read_o = 1'b1;
        access_o.pool_read = kind.is_cross;
        access_o.slot = command_q.other_slot[kernel_pkg::SLOT_BITS-1:0];
        state_d = kind.is_cross ? OTHER : kind.unpark ? VET : TELL;
        late_d[card_pkg::REJECT_REASON_NOT_RESTING] = kind.park && entry_i.state.parked;
        if (kind.replace) begin
          late_d[card_pkg::REJECT_REASON_PRICE_OUTSIDE_WINDOW] = facts_q.outside && !facts_q.parked
              && !(entry_i.order.side ? facts_q.beyond_asks : facts_q.beyond_bids);
          late_d[card_pkg::REJECT_REASON_WOULD_CROSS] = facts_q.post_only
              && (entry_i.order.side ? standing_q.bid_meets : standing_q.ask_meets);
        end
      end

      OTHER: state_d = VET;
      VET: state_d = JUDGE;

      JUDGE: begin
        late_d = vetted.reasons[kernel_pkg::REASONS-1:1];
        access_o.ladder_read = kind.set_window;
        access_o.index = vetted.window_edge;
        state_d = kind.unpark || kind.is_cross ? TELL
            : kind.set_window && !vetted.window_same && (book.bid.valid || book.ask.valid)
                && !refused_low_q && !refused_high_q ? EDGE : ANSWER;
      end

      ROOM: if (position_fresh_i) begin
        late_d[card_pkg::REJECT_REASON_POSITION_BOUND] =
            vetted.grows && growth_q > position_i.room;
        state_d = TELL;
      end

      TELL: begin
        if (verdict.asks_room) state_d = ROOM;
        else if (verdict.refused) state_d = ready_i ? IDLE : TELL;
        else if (!verdict.sound) state_d = FAULT;
        else if (ready_i) state_d = kind.is_cross ? BUYER : REMOVE;
      end

      REMOVE: begin
        does.remove = !keeps_q;
        does.lower = keeps_q;
        access_o.search = empties && at_best_q;
        state_d = keeps_q ? (top_q ? TOP : IDLE) : at_best_q ? SEEK : VACATED;
      end

      SEEK: does.found = search_done_i;

      MATCH: begin
        access_o = match_access;
        if (match_done) state_d = match_fault ? FAULT : dry_q ? ANSWER : SETTLE;
      end

      SETTLE: begin
        does.settle = 1'b1;
        access_o.ladder_read = 1'b1;
        state_d = outcome.spent ? TOP : verdict.leaves || outcome.met_own ? LEFT : PREPARE;
      end

      PREPARE: state_d = ENTER;

      ENTER: begin
        does.enter = 1'b1;
        does.link = !facts_q.parked && !kind.park;
        finish_o = !(top_q || (does.link && improves_q));
        state_d = finish_o ? IDLE : TOP;
      end

      LEFT: begin
        finish_o = ready_i && !top_q;
        if (ready_i) state_d = top_q ? TOP : IDLE;
      end

      BUYER: begin
        does.buy = 1'b1;
        state_d = SELLER;
      end

      SELLER: begin
        does.sell = 1'b1;
        state_d = IDLE;
      end

      EDGE: if (waited_q) begin
        access_o.search = !occupied_i;
        access_o.up = vetted.window_up;
        late_d[card_pkg::REJECT_REASON_ORDERS_OUTSIDE_WINDOW] = occupied_i;
        state_d = occupied_i ? ANSWER : SCAN;
      end

      SCAN: if (scanned_q) begin
        late_d[card_pkg::REJECT_REASON_ORDERS_OUTSIDE_WINDOW] = scan_found_q
            && (vetted.window_up ? below_window_q : above_window_q);
        state_d = ANSWER;
      end

      TOP, FAULT: begin
        finish_o = ready_i;
        if (ready_i) state_d = IDLE;
      end

      WALK: begin
        access_o.pool_read = end_i;
        access_o.slot = end_slot_i;
        finish_o = walk_done_i;
        state_d = end_i ? FETCH : walk_done_i ? IDLE : WALK;
      end

      default: ;  // IDLE
    endcase

    // An order was taken out: on to what comes next.
    if (out) begin
      begin_match = removed_to == MATCH;
      ended_o = removed_to == WALK;
      finish_o = removed_to == IDLE;
      access_o.ladder_read = removed_to == PREPARE;
      state_d = removed_to;
    end

    if (begin_match) begin
      access_o.ladder_read = 1'b1;
      access_o.index = opposite.price[BITS-1:0];
      access_o.pool_read = 1'b1;
      access_o.slot = opposite.head;
    end
  end

  always_comb begin
    case (state_q)
      ANSWER: valid_o = verdict.refused || !(kind.audit || kind.mass_cancel || walks);
      TELL: valid_o = !verdict.asks_room && (verdict.refused || verdict.sound);
      MATCH: valid_o = match_valid;
      LEFT, TOP, FAULT: valid_o = 1'b1;
      default: valid_o = 1'b0;
    endcase
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : start_i ? first : state_d;
    late_q <= start_i ? '0 : late_d;
    book_read_q <= start_i || state_q == FETCH;
    enter_price_q <= kind.park || kind.unpark ? order_q.price : command_q.price;
    limit_q <= sells ? facts_q.limit_sell : facts_q.limit_buy;
    cancels_resting_q <= facts_q.cancels_resting && order_q.group != 32'd0;
    cancels_both_q <= facts_q.cancels_both && order_q.group != 32'd0;
    loading_q <= rst_i || (loading_q && !(applies && kind.end_of_load));
    waited_q <= state_q == EDGE;
    scanned_q <= state_q == SCAN && search_done_i;
    scan_found_q <= search_found_i;
    below_window_q <= $signed(search_price_i) < $signed(command_q.window_base);
    above_window_q <= $signed({search_price_i[31], search_price_i}) > $signed(vetted.window_last);
    if (access_o.pool_read) entry_slot_q <= access_o.slot;
    if (begin_match) matched_q <= 1'b1;

    case (state_q)
      ANSWER: begin
        improves_q <= verdict.improves;
        walked_q <= facts_q.fill_or_kill;
        dry_q <= walks;
      end
      FETCH: begin
        order_q <= entry_i.order;
        filled_q <= entry_i.state.filled;
      end
      ROOM: roomed_q <= position_fresh_i;
      TELL: begin
        dry_q <= 1'b0;
        lots_q <= vetted.lots;
        at_best_q <= verdict.at_best;
        keeps_q <= verdict.keeps;
        top_q <= verdict.at_best && !(verdict.keeps && vetted.same_lots);
        growth_q <= vetted.lots - named.state.open;
        removed_q <= verdict.removed;
        only_q <= slot_q == level_i.head && slot_q == level_i.tail;
      end
      SETTLE: begin
        lots_q <= outcome.left;
        traded_q <= outcome.spent ? lots_q : lots_q - outcome.left;
        top_q <= top_q || outcome.changed;
      end
      PREPARE: begin
        improves_q <= sells
            ? !kept.ask.valid || $signed(enter_price_q) <= $signed(kept.ask.price)
            : !kept.bid.valid || $signed(enter_price_q) >= $signed(kept.bid.price);
        filled_q <= filled_q + traded_q;
      end
      WALK: begin
        ending_q <= end_i;
        slot_q <= end_slot_i;
      end
      default: ;
    endcase

    if (start_i) begin
      command_q <= command_i;
      facts_q <= facts_i;
      standing_q <= standing;
      order_q <= {
        command_i.order_id,
        command_i.account,
        command_i.session,
        facts_i.group,
        command_i.price,
        command_i.position_slot[kernel_pkg::SLOT_BITS-1:0],
        command_i.instrument[kernel_pkg::INSTRUMENT_BITS-1:0],
        command_i.side[0]
      };
      slot_q <= command_i.slot[kernel_pkg::SLOT_BITS-1:0];
      lots_q <= facts_i.lots;
      filled_q <= command_i.kind.load_order ? command_i.filled[LOTS-1:0] : '0;
      traded_q <= '0;
      refused_low_q <= facts_i.refusals[NAMING:1] != '0;
      refused_high_q <= facts_i.refusals[kernel_pkg::REASONS-1:NAMING+1] != '0;
      top_q <= 1'b0;
      walked_q <= 1'b0;
      roomed_q <= 1'b0;
      matched_q <= 1'b0;
      ending_q <= 1'b0;
    end
  end

  // Where a command begins. The book at the port is the one that the command before it leaves.
  always_comb begin
    first = ANSWER;
    if (command_i.kind.cancel || command_i.kind.replace || command_i.kind.park
        || command_i.kind.unpark || command_i.kind.is_cross) begin
      first = FETCH;
    end
    if (command_i.kind.set_instrument || command_i.kind.set_band
        || command_i.kind.set_window) begin
      first = VET;
    end
    standing.ask_meets = book_i.ask.valid
        && $signed(book_i.ask.price) <= $signed(facts_i.limit_buy);
    standing.bid_meets = book_i.bid.valid
        && $signed(book_i.bid.price) >= $signed(facts_i.limit_sell);
    standing.bid_improves = !book_i.bid.valid
        || $signed(command_i.price) >= $signed(book_i.bid.price);
    standing.ask_improves = !book_i.ask.valid
        || $signed(command_i.price) <= $signed(book_i.ask.price);
  end

  assign idle_o = state_q == IDLE;
  assign alone_o = facts_q.alone;
  assign loading_o = loading_q;
  assign command_o = command_q;
  assign book_o = book;
  assign walking_o = state_q == WALK && !end_i;
  assign position_taken_o = state_q == FETCH || state_q == TELL || state_q == ROOM;
  assign ended_at_best_o = at_best_q;
endmodule
