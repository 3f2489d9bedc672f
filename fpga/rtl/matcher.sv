// The rules: carries out one command at a time, and keeps the books.
//
// start_i: the command at the port begins; book, level and order that it names are read in that
// cycle. finish_o: it ends in this cycle, so that another start_i may come with it; the best prices
// do not change in that cycle. event valid_o / ready_i: an event stays until taken; meanwhile the
// command stands still, but for a search in the ladder.
// Cycles from start_i, when events are taken at once: new and all that names no order 1 (fill or
// kill: after its walk); first trade 3, each further maker of the level +1, of the next level +4 (+6
// in another word of the bitmap); cancel, replace, park 2. Ready: new that rests 2, cancel 3.
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
  kernel_pkg::book_t      book;            // of its instrument, as changed so far
  kernel_pkg::best_t      own, opposite;   // of the order's side, and of the other
  kernel_pkg::vetted_t    vetted;
  kernel_pkg::entry_t     named, maker;
  kernel_pkg::outcome_t   outcome;
  kernel_pkg::operation_t does;
  kernel_pkg::access_t    match_access;
  kernel_pkg::state_t     maker_state;
  kernel_pkg::position_update_t maker_update;

  logic [kernel_pkg::REASONS-1:1]   late_q, late_d, reasons;
  logic [kernel_pkg::SLOT_BITS-1:0] slot_q, entry_slot_q, maker_slot;
  logic [LOTS-1:0] lots_q, rest, filled_q, traded_q, removed_q, removed, maker_lots;
  logic [31:0]     enter_price, limit_q;

  // Registered flags.
  logic refused_low_q, refused_high_q, improves_q, at_best_q, keeps_q, only_q, top_q, book_read_q;
  logic ending_q, walked_q, matched_q, dry_q, roomed_q, loading_q, waited_q;
  logic cancels_resting_q, cancels_both_q;
  // Of this cycle.
  logic refused, refused_named, sells, crosses, improves, at_best, keeps, more, resting, sound;
  logic no_room, leaves, beyond_band, pool_full, begin_match, applies, unfillable;
  logic match_done, match_fault, match_valid, maker_own, maker_change, maker_ends, vacates;

  assign kind = command_q.kind;
  assign named = vetted.named;
  assign sells = order_q.side;
  assign own = sells ? book.ask : book.bid;
  assign opposite = sells ? book.bid : book.ask;
  assign crosses = sells ? standing_q.bid_meets : standing_q.ask_meets;
  assign improves = kind.unpark ? vetted.improves
      : sells ? standing_q.ask_improves : standing_q.bid_improves;
  assign beyond_band = sells ? facts_q.beyond_asks : facts_q.beyond_bids;
  assign leaves = beyond_band || !facts_q.may_rest;
  assign enter_price = kind.park || kind.unpark ? order_q.price : command_q.price;
  assign rest = matched_q ? outcome.left : lots_q;

  always_comb begin
    order = order_q;
    order.price = enter_price;
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
      .dry_i(state_q == ANSWER && facts_q.fill_or_kill && !walked_q),
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
      .lots_i(state_q == PREPARE ? rest : lots_q),
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

  // Reasons to refuse: of the command, and those that its order and its book add.
  assign unfillable = walked_q && matched_q && !outcome.spent;
  always_comb begin
    reasons = facts_q.refusals[kernel_pkg::REASONS-1:1] | late_q;
    if (state_q == ANSWER) begin
      reasons[card_pkg::REJECT_REASON_SLOT_OCCUPIED] = facts_q.takes_slot && entry_i.state.live;
      reasons[card_pkg::REJECT_REASON_POOL_FULL] = facts_q.takes_slot && pool_full;
      reasons[card_pkg::REJECT_REASON_WOULD_CROSS] = crosses
          && (facts_q.post_only || (kind.load_order && !facts_q.parked));
      if (unfillable && outcome.met_own) reasons[card_pkg::REJECT_REASON_WOULD_SELF_TRADE] = 1'b1;
      if (unfillable) reasons[card_pkg::REJECT_REASON_UNFILLABLE] = 1'b1;
    end else begin
      if (kind.replace && vetted.ends) begin
        for (int i = NAMING + 1; i < kernel_pkg::REASONS; i++) reasons[i] = 1'b0;
      end
      if (vetted.unknown) reasons[card_pkg::REJECT_REASON_UNKNOWN_ORDER] = 1'b1;
    end
  end
  assign refused = refused_low_q || refused_high_q || late_q != '0 || unfillable
      || (facts_q.takes_slot && (entry_i.state.live || pool_full))
      || (crosses && (facts_q.post_only || (kind.load_order && !facts_q.parked)));
  assign refused_named = refused_low_q || vetted.unknown
      || ((refused_high_q || late_q != '0) && !(kind.replace && vetted.ends));
  assign refusals_o = {reasons, 1'b0};

  // An order named: what shall become of it.
  assign resting = !named.state.parked;
  assign at_best = resting && own.valid && own.price == order_q.price;
  assign sound = !resting || own.valid;
  assign more = vetted.lots > named.state.open;
  assign keeps = kind.replace && !vetted.ends && vetted.same_price && !more
      && named.state.parked == facts_q.parked;
  assign no_room = kind.replace && !vetted.ends && !roomed_q && !refused_low_q && !vetted.unknown
      && (facts_q.alone || !position_i.room[LOTS-1]);
  assign removed = keeps ? named.state.open - vetted.lots : named.state.open;

  // Where an order goes that is to be in the book or parked, and one that was taken out.
  assign entering = facts_q.parked || kind.park ? ENTER : kind.unpark ? PREPARE
      : crosses ? MATCH : leaves ? LEFT : PREPARE;
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
    access_o.index = enter_price[BITS-1:0];
    access_o.slot = opposite.head;
    access_o.up = sells;

    case (state_q)
      ANSWER: begin
        if (refused) begin
          if (ready_i) state_d = IDLE;
        end else if (kind.audit || kind.mass_cancel) begin
          walk_start_o = 1'b1;
          state_d = WALK;
        end else if (facts_q.fill_or_kill && !walked_q) begin
          begin_match = crosses;
          late_d[card_pkg::REJECT_REASON_UNFILLABLE] = !crosses;
          if (crosses) state_d = MATCH;
        end else if (ready_i) begin
          applies = 1'b1;
          begin_match = kind.is_new && crosses && !facts_q.parked;
          state_d = kind.load_order || (kind.is_new && facts_q.parked) ? ENTER
              : !kind.is_new ? IDLE : crosses ? MATCH : leaves ? LEFT : ENTER;
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
        access_o.index = config_i.window_base[BITS-1:0] - BITS'(!vetted.window_up);
        state_d = kind.unpark || kind.is_cross ? TELL
            : kind.set_window && !vetted.window_same && (book.bid.valid || book.ask.valid)
                && !refused_low_q && !refused_high_q ? EDGE : ANSWER;
      end

      ROOM: if (position_fresh_i) begin
        late_d[card_pkg::REJECT_REASON_POSITION_BOUND] =
            more && vetted.lots - named.state.open > position_i.room;
        state_d = TELL;
      end

      TELL: begin
        if (no_room) state_d = ROOM;
        else if (refused_named && !ending_q) state_d = ready_i ? IDLE : TELL;
        else if (!sound) state_d = FAULT;
        else if (ready_i) state_d = kind.is_cross ? BUYER : REMOVE;
      end

      REMOVE: begin
        does.remove = !keeps_q;
        does.lower = keeps_q;
        state_d = removed_to;
        if (keeps_q) begin
          state_d = top_q ? TOP : IDLE;
        end else if (resting && only_q) begin
          access_o.search = at_best_q;
          state_d = at_best_q ? SEEK : VACATED;
        end
      end

      VACATED: state_d = removed_to;

      SEEK: begin
        does.found = search_done_i;
        if (search_done_i) state_d = removed_to;
      end

      MATCH: begin
        access_o = match_access;
        if (match_done) state_d = match_fault ? FAULT : dry_q ? ANSWER : SETTLE;
      end

      SETTLE: begin
        does.settle = 1'b1;
        access_o.ladder_read = 1'b1;
        state_d = outcome.spent ? TOP : leaves || outcome.met_own ? LEFT : PREPARE;
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

      SCAN: if (search_done_i) begin
        late_d[card_pkg::REJECT_REASON_ORDERS_OUTSIDE_WINDOW] = search_found_i && (vetted.window_up
            ? $signed(search_price_i) < $signed(command_q.window_base)
            : $signed({search_price_i[31], search_price_i})
                > $signed({command_q.window_base[31], command_q.window_base})
                    + $signed(33'(LEVELS - 1)));
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
    if ((state_q == REMOVE && !keeps_q) || state_q == VACATED || state_q == SEEK) begin
      if (state_d == removed_to) begin
        begin_match = removed_to == MATCH;
        ended_o = removed_to == WALK;
        finish_o = removed_to == IDLE;
        access_o.ladder_read = removed_to == PREPARE;
      end
    end

    if (begin_match) begin
      access_o.ladder_read = 1'b1;
      access_o.index = opposite.price[BITS-1:0];
      access_o.pool_read = 1'b1;
      access_o.slot = opposite.head;
    end
  end

  // What is told.
  always_comb begin
    valid_o = 1'b0;
    event_o = '0;
    event_o.last = 1'b1;
    event_o.account = command_q.account;
    event_o.order_id = command_q.order_id;
    event_o.maker_id = maker.order.id;
    event_o.slot = 32'(maker_slot);
    event_o.price = outcome.cursor.price;
    event_o.quantity = 32'(lots_q);
    event_o.instrument = 16'(order_q.instrument);
    event_o.side = 8'(sells);
    event_o.kept = keeps;
    event_o.command_template = command_q.template_id;
    event_o.template_id = card_pkg::TEMPLATE_ID_DONE;

    case (state_q)
      ANSWER: begin
        valid_o = refused || !(kind.audit || kind.mass_cancel
            || (facts_q.fill_or_kill && !walked_q));
        if (kind.load_order) event_o.last = facts_q.parked || !improves;
        if (kind.is_new) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_ACCEPTED;
          event_o.last = facts_q.parked || (!crosses && !leaves && !improves);
        end
        if (refused) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_REJECTED;
          event_o.last = 1'b1;
          if (!(kind.is_new || kind.load_order)) begin
            event_o.account = 32'd0;
            event_o.order_id = 64'd0;
          end
        end
      end

      TELL: begin
        valid_o = !no_room && (sound || (refused_named && !ending_q));
        event_o.quantity = 32'(named.state.open);
        event_o.cancel_reason = card_pkg::CANCEL_REASON_REQUESTED;
        if (kind.cancel || (kind.replace && vetted.ends)) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_CANCELLED;
          event_o.last = !at_best;
        end else if (kind.replace) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_REPLACED;
          event_o.price = command_q.price;
          event_o.quantity = command_q.quantity;
          event_o.last = keeps ? !at_best || removed == '0
              : !at_best && (facts_q.parked || !(crosses || leaves || improves));
        end else if (kind.park || kind.unpark) begin
          event_o.last = kind.park ? !at_best : !improves;
        end else if (kind.is_cross) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_TRADE;
          event_o.maker_id = command_q.other_id;
          event_o.slot = command_q.other_slot;
          event_o.price = command_q.price;
          event_o.quantity = command_q.quantity;
          event_o.side = card_pkg::SIDE_BUY;
        end
        if (ending_q) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_CANCELLED;
          event_o.cancel_reason = card_pkg::CANCEL_REASON_MASS_CANCEL;
          event_o.account = order_q.account;
          event_o.order_id = order_q.id;
          event_o.last = 1'b0;
        end else if (refused_named) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_REJECTED;
          event_o.last = 1'b1;
          if (kind.is_cross) begin
            event_o.account = 32'd0;
            event_o.order_id = 64'd0;
          end
        end
      end

      MATCH: begin
        valid_o = match_valid;
        event_o.template_id = card_pkg::TEMPLATE_ID_TRADE;
        event_o.quantity = 32'(maker_lots);
        event_o.cancel_reason = card_pkg::CANCEL_REASON_SELF_TRADE;
        event_o.last = 1'b0;
        if (maker_own) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_CANCELLED;
          event_o.account = maker.order.account;
          event_o.order_id = maker.order.id;
        end
      end

      LEFT: begin
        valid_o = 1'b1;
        event_o.template_id = card_pkg::TEMPLATE_ID_CANCELLED;
        event_o.cancel_reason = matched_q && outcome.met_own ? card_pkg::CANCEL_REASON_SELF_TRADE
            : beyond_band ? card_pkg::CANCEL_REASON_BAND
            : card_pkg::CANCEL_REASON_IMMEDIATE_OR_CANCEL;
        event_o.quantity = 32'(rest);
        event_o.last = !top_q;
      end

      TOP, FAULT: begin
        valid_o = 1'b1;
        event_o.template_id = state_q == TOP
            ? card_pkg::TEMPLATE_ID_TOP_OF_BOOK : card_pkg::TEMPLATE_ID_FAULT;
      end

      default: ;
    endcase
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : start_i ? first : state_d;
    late_q <= start_i ? '0 : late_d;
    book_read_q <= start_i || state_q == FETCH;
    limit_q <= sells ? facts_q.limit_sell : facts_q.limit_buy;
    cancels_resting_q <= facts_q.cancels_resting && order_q.group != 32'd0;
    cancels_both_q <= facts_q.cancels_both && order_q.group != 32'd0;
    loading_q <= rst_i || (loading_q && !(applies && kind.end_of_load));
    waited_q <= state_q == EDGE;
    if (access_o.pool_read) entry_slot_q <= access_o.slot;
    if (begin_match) matched_q <= 1'b1;

    case (state_q)
      ANSWER: begin
        improves_q <= improves;
        walked_q <= facts_q.fill_or_kill;
        dry_q <= facts_q.fill_or_kill && !walked_q;
      end
      FETCH: begin
        order_q <= entry_i.order;
        filled_q <= entry_i.state.filled;
      end
      ROOM: roomed_q <= position_fresh_i;
      TELL: begin
        dry_q <= 1'b0;
        lots_q <= vetted.lots;
        at_best_q <= at_best;
        keeps_q <= keeps;
        top_q <= at_best && (!keeps || removed != '0);
        removed_q <= removed;
        only_q <= slot_q == level_i.head && slot_q == level_i.tail;
      end
      SETTLE: begin
        traded_q <= outcome.spent ? lots_q : lots_q - outcome.left;
        top_q <= top_q || outcome.changed;
      end
      PREPARE: begin
        improves_q <= !own.valid || (sells ? $signed(enter_price) <= $signed(own.price)
            : $signed(enter_price) >= $signed(own.price));
        filled_q <= filled_q + traded_q;
        lots_q <= rest;
        matched_q <= 1'b0;
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
