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
    SEEK,     // the best level is empty: find the next
    MATCH,    // makers come by, one a cycle
    SEARCH,   // the level is used up: find the next
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
  state_t state_q, state_d, first, removed_to, entering;

  kernel_pkg::command_t command_q;
  kernel_pkg::facts_t   facts_q;
  kernel_pkg::kind_t    kind;
  kernel_pkg::order_t   order_q;              // that the command creates or names
  kernel_pkg::book_t    book_q, book;         // of its instrument, as changed so far
  kernel_pkg::best_t    own, opposite;        // of the order's side, and of the other
  kernel_pkg::best_t    cursor_q, cursor_d;   // the level that is matched
  kernel_pkg::best_t    best;                 // what own or opposite becomes
  kernel_pkg::entry_t   named, other, maker;
  logic own_write, opposite_write;

  logic [kernel_pkg::REASONS-1:1]   late_q, late_d, vetted, known_now;
  logic [kernel_pkg::SLOT_BITS-1:0] slot_q, read_slot_q, maker_slot;
  logic [LOTS-1:0] lots_q, left, filled_q, traded_q, removed_q, removed_d, named_lots;
  logic [LOTS-1:0] maker_before, maker_rest, maker_progress;
  logic [kernel_pkg::TOTAL_BITS-1:0] total_q, total_added, total_removed;
  logic [kernel_pkg::COUNT_BITS-1:0] live_q, live_d, parked_q;
  logic [31:0] enter_price, limit_q;

  // Registered flags
  logic refused_low_q, refused_high_q, ask_meets_q, bid_meets_q, bid_improves_q, ask_improves_q;
  logic improves_q, at_best_q, keeps_q, top_q, book_read_q, ending_q, walked_q, dry_q, matched_q;
  logic only_q, look_q, arrived_q, meets_q, first_q, gone_q, stopping_q, found_q, found_valid_q, spent_q;
  logic met_own_q, changed_q, roomed_q, owed_q, loading_q, pool_full_q;
  logic cancels_resting_q, cancels_both_q;
  // Of this cycle
  logic refused, refused_named, sells, crosses, improves, at_best, keeps, more, resting, sound;
  logic ends, unknown, same_price, vetted_improves, window_up, window_same, buys_all, sells_all;
  logic beyond_band, with_room, leaves, lowers, link, unlink, counts_down, counts_up, parks_less;
  logic act, maker_tail, maker_own, maker_sound, maker_fills, exhausted, stop, takes_out, emits;
  logic acted, step, look, look_tail, search_done, next_found, begin_match;
  logic next_write, prev_write;
  logic [kernel_pkg::SLOT_BITS-1:0] next_slot, next, prev_slot, prev;
  logic [LOTS-1:0] rest, joining, leaving;
  kernel_pkg::level_t list_level;
  kernel_pkg::position_update_t update_d;

  assign kind = command_q.kind;
  assign link = state_q == ENTER && !facts_q.parked && !kind.park;
  assign unlink = state_q == REMOVE && resting && !keeps_q;
  assign sells = order_q.side;
  assign book = book_read_q ? book_i : book_q;
  assign own = sells ? book.ask : book.bid;
  assign opposite = sells ? book.bid : book.ask;
  assign crosses = sells ? bid_meets_q : ask_meets_q;
  assign beyond_band = sells ? facts_q.beyond_asks : facts_q.beyond_bids;
  assign leaves = beyond_band || !facts_q.may_rest;
  assign enter_price = kind.park || kind.unpark ? order_q.price : command_q.price;

  order_vetting #(.LEVELS(LEVELS)) u_vetting (
      .clk_i,
      .command_i(command_q),
      .named_i(state_q == FETCH),
      .other_i(state_q == OTHER),
      .vet_i(state_q == VET),
      .entry_i,
      .config_i,
      .book_i(book),
      .named_o(named),
      .other_o(other),
      .unknown_o(unknown),
      .ends_o(ends),
      .same_price_o(same_price),
      .lots_o(named_lots),
      .improves_o(vetted_improves),
      .window_up_o(window_up),
      .window_same_o(window_same),
      .buys_all_o(buys_all),
      .sells_all_o(sells_all),
      .reasons_o(vetted)
  );

  maker_lane u_lane (
      .clk_i,
      .rst_i,
      .load_i(begin_match),
      .lots_i(lots_q),
      .step_i(step),
      .look_i(look),
      .stop_i(stop),
      .entry_i,
      .slot_i(read_slot_q),
      .tail_i(level_i.tail),
      .taker_i(order_q),
      .act_o(act),
      .maker_o(maker),
      .slot_o(maker_slot),
      .is_tail_o(maker_tail),
      .is_own_o(maker_own),
      .is_sound_o(maker_sound),
      .fills_o(maker_fills),
      .before_o(maker_before),
      .rest_o(maker_rest),
      .progress_o(maker_progress),
      .left_o(left)
  );

  level_list u_list (
      .level_i,
      .occupied_i,
      .link_i(link),
      .unlink_i(unlink),
      .slot_i(slot_q),
      .prev_i(named.prev),
      .next_i(named.next),
      .level_o(list_level),
      .next_write_o(next_write),
      .next_slot_o(next_slot),
      .next_o(next),
      .prev_write_o(prev_write),
      .prev_slot_o(prev_slot),
      .prev_o(prev)
  );

  // Lots that join or leave a level.
  assign joining = state_q == PREPARE ? rest : lots_q;
  assign leaving = state_q != MATCH ? removed_q : maker_own || maker_fills ? maker.state.open
      : maker_before;

  split_adder u_added (
      .a_i(level_i.total),
      .b_i(kernel_pkg::TOTAL_BITS'(joining)),
      .subtract_i(1'b0),
      .sum_o(total_added)
  );

  split_adder u_removed (
      .a_i(state_q == MATCH ? cursor_q.total : level_i.total),
      .b_i(kernel_pkg::TOTAL_BITS'(leaving)),
      .subtract_i(1'b1),
      .sum_o(total_removed)
  );

  // Reasons to refuse what names no order.
  always_comb begin
    known_now = facts_q.refusals[kernel_pkg::REASONS-1:1] | late_q;
    if (state_q == ANSWER) begin
      known_now[card_pkg::REJECT_REASON_SLOT_OCCUPIED] = facts_q.takes_slot && entry_i.state.live;
      known_now[card_pkg::REJECT_REASON_POOL_FULL] = facts_q.takes_slot && pool_full_q;
      known_now[card_pkg::REJECT_REASON_WOULD_CROSS] = crosses
          && (facts_q.post_only || (kind.load_order && !facts_q.parked));
    end else if (kind.replace && ends) begin
      // Nothing but whose order it is counts then.
      for (int i = NAMING + 1; i < kernel_pkg::REASONS; i++) known_now[i] = 1'b0;
    end
    known_now[card_pkg::REJECT_REASON_UNKNOWN_ORDER] =
        known_now[card_pkg::REJECT_REASON_UNKNOWN_ORDER] || (state_q == TELL && unknown);
  end
  assign refused = refused_low_q || refused_high_q || late_q != '0
      || (facts_q.takes_slot && (entry_i.state.live || pool_full_q))
      || (crosses && (facts_q.post_only || (kind.load_order && !facts_q.parked)));
  assign refused_named = refused_low_q || unknown
      || ((refused_high_q || late_q != '0) && !(kind.replace && ends));
  assign refusals_o = {known_now, 1'b0};

  // An order named: what shall become of it.
  assign resting = !named.state.parked;
  assign at_best = resting && own.valid && own.price == order_q.price;
  assign sound = !resting || own.valid;
  assign more = named_lots > named.state.open;
  assign keeps = kind.replace && !ends && same_price && !more
      && named.state.parked == facts_q.parked;
  assign with_room = !kind.replace || ends || roomed_q
      || (!facts_q.alone && position_i.room[LOTS-1]);
  assign removed_d = keeps ? named.state.open - named_lots : named.state.open;
  assign lowers = removed_d != '0;

  // The maker that acts.
  assign exhausted = !maker_own && (!maker_fills || left == '0);
  assign takes_out = maker_own ? cancels_resting_q || cancels_both_q : maker_fills;
  assign stop = act && (maker_own ? !cancels_resting_q : exhausted);
  assign emits = act && !dry_q && (!maker_own || takes_out);
  assign acted = act && (!emits || ready_i);
  assign step = state_q == MATCH && (!act || acted);
  assign look = look_q && (!arrived_q || meets_q);
  assign look_tail = read_slot_q == level_i.tail;
  assign rest = matched_q ? left : lots_q;
  assign search_done = search_done_i || found_q;
  assign next_found = search_done_i ? search_found_i : found_valid_q;

  // Where an order goes that is to be in the book or parked, and one that was taken out.
  assign entering = facts_q.parked || kind.park ? ENTER
      : crosses && !kind.unpark ? MATCH : leaves && !kind.unpark ? LEFT : PREPARE;
  assign removed_to = kind.park || kind.unpark || (kind.replace && !ends) ? entering
      : ending_q ? WALK : at_best_q ? TOP : IDLE;

  always_comb begin
    state_d = state_q;
    late_d = late_q;
    valid_o = 1'b0;
    finish_o = 1'b0;
    begin_match = 1'b0;
    counts_down = 1'b0;
    counts_up = 1'b0;
    own_write = 1'b0;
    opposite_write = 1'b0;
    best = own;
    cursor_d = cursor_q;
    walk_start_o = 1'b0;
    ended_o = 1'b0;
    account_write_o = 1'b0;

    ladder_write_o.level_write = 1'b0;
    ladder_write_o.occupy = 1'b0;
    ladder_write_o.vacate = 1'b0;
    ladder_write_o.level = list_level;
    ladder_write_o.level.total = total_removed;

    pool_write_o.insert = 1'b0;
    pool_write_o.change = 1'b0;
    pool_write_o.slot = slot_q;
    pool_write_o.order = order_q;
    pool_write_o.order.price = enter_price;
    pool_write_o.state = '0;
    pool_write_o.next_write = next_write;
    pool_write_o.next_slot = next_slot;
    pool_write_o.next = next;
    pool_write_o.prev_write = prev_write;
    pool_write_o.prev_slot = prev_slot;
    pool_write_o.prev = prev;

    update_d = '0;
    update_d.slot = order_q.position_slot;
    update_d.sell = sells;
    update_d.traded = traded_q;
    update_d.valid = owed_q;

    position_bind_o = '0;
    position_bind_o.slot = command_q.position_slot[kernel_pkg::SLOT_BITS-1:0];
    position_bind_o.open = !kind.close_position;
    position_bind_o.account = command_q.account[kernel_pkg::ACCOUNT_BITS-1:0];
    position_bind_o.instrument = command_q.instrument[kernel_pkg::INSTRUMENT_BITS-1:0];
    if (kind.load_position) position_bind_o.pos = command_q.position[LOTS:0];

    table_write_o.instrument = order_q.instrument;
    table_write_o.config_write = 1'b0;
    table_write_o.configuration = facts_q.configuration;
    table_write_o.configuration.known = 1'b1;
    if (!kind.set_window) begin
      table_write_o.configuration.band_low = command_q.band_low;
      table_write_o.configuration.band_high = command_q.band_high;
    end
    if (!kind.set_band) table_write_o.configuration.window_base = command_q.window_base;
    if (kind.set_instrument) begin
      table_write_o.configuration.max_price = command_q.max_price[30:0];
      table_write_o.configuration.max_quantity = command_q.max_quantity[LOTS-1:0];
    end

    // Addresses follow from the state; whether there is a read is decided later.
    access_o = '0;
    access_o.instrument = state_q == FETCH ? entry_i.order.instrument : order_q.instrument;
    access_o.index = enter_price[BITS-1:0];
    access_o.slot = opposite.head;
    access_o.up = !sells;
    position_read_o = 1'b0;

    event_o = '0;
    event_o.account = command_q.account;
    event_o.order_id = command_q.order_id;
    event_o.maker_id = maker.order.id;
    event_o.slot = 32'(maker_slot);
    event_o.price = cursor_q.price;
    event_o.quantity = 32'(lots_q);
    event_o.instrument = 16'(order_q.instrument);
    event_o.side = 8'(sells);
    event_o.kept = keeps;
    event_o.command_template = command_q.template_id;

    case (state_q)
      ANSWER: begin
        valid_o = 1'b1;
        event_o.template_id = card_pkg::TEMPLATE_ID_DONE;
        event_o.last = 1'b1;
        if (refused) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_REJECTED;
          if (!(kind.is_new || kind.load_order)) begin
            event_o.account = 32'd0;
            event_o.order_id = 64'd0;
          end
          if (ready_i) state_d = IDLE;
        end else if (kind.is_new) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_ACCEPTED;
          event_o.last = facts_q.parked || (!crosses && !leaves && !improves);
          if (facts_q.fill_or_kill && !walked_q) begin
            valid_o = 1'b0;
            begin_match = crosses;
            late_d[card_pkg::REJECT_REASON_UNFILLABLE] = !crosses;
            if (crosses) state_d = MATCH;
          end else if (ready_i) begin
            begin_match = crosses;
            state_d = facts_q.parked ? ENTER : crosses ? MATCH : leaves ? LEFT : ENTER;
          end
        end else if (kind.load_order) begin
          event_o.last = facts_q.parked || !improves;
          if (ready_i) state_d = ENTER;
        end else if (kind.audit || kind.mass_cancel) begin
          valid_o = 1'b0;
          walk_start_o = 1'b1;
          state_d = WALK;
        end else if (ready_i) begin
          table_write_o.config_write = kind.set_instrument || kind.set_band || kind.set_window;
          position_bind_o.valid = kind.open_position || kind.close_position || kind.load_position;
          account_write_o = kind.set_account;
          state_d = IDLE;
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
        if (kind.replace) begin
          late_d[card_pkg::REJECT_REASON_PRICE_OUTSIDE_WINDOW] = facts_q.outside && !facts_q.parked
              && !(entry_i.order.side ? facts_q.beyond_asks : facts_q.beyond_bids);
          late_d[card_pkg::REJECT_REASON_WOULD_CROSS] =
              facts_q.post_only && (entry_i.order.side ? bid_meets_q : ask_meets_q);
        end
        if (kind.park) late_d[card_pkg::REJECT_REASON_NOT_RESTING] = entry_i.state.parked;
      end

      OTHER: state_d = VET;
      VET: state_d = JUDGE;
      JUDGE: begin
        late_d = vetted;
        access_o.ladder_read = kind.set_window;
        access_o.index = window_up ? config_i.window_base[BITS-1:0]
            : config_i.window_base[BITS-1:0] - 1'b1;
        state_d = kind.unpark || kind.is_cross ? TELL
            : kind.set_window && !window_same && (book.bid.valid || book.ask.valid)
                && !refused_low_q && !refused_high_q ? EDGE : ANSWER;
      end

      ROOM: if (position_fresh_i) begin
        late_d[card_pkg::REJECT_REASON_POSITION_BOUND] =
            more && named_lots - named.state.open > position_i.room;
        state_d = TELL;
      end

      TELL: begin
        event_o.last = 1'b1;
        valid_o = 1'b1;
        if (!with_room && !refused_low_q && !unknown) begin
          valid_o = 1'b0;
          state_d = ROOM;
        end else if (refused_named && !ending_q) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_REJECTED;
          if (kind.is_cross) begin
            event_o.account = 32'd0;
            event_o.order_id = 64'd0;
          end
          if (ready_i) state_d = IDLE;
        end else if (!sound) begin
          valid_o = 1'b0;
          state_d = FAULT;
        end else if (kind.is_cross) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_TRADE;
          event_o.maker_id = command_q.other_id;
          event_o.slot = command_q.other_slot;
          event_o.price = command_q.price;
          event_o.quantity = command_q.quantity;
          event_o.side = card_pkg::SIDE_BUY;
          if (ready_i) state_d = BUYER;
        end else begin
          event_o.template_id = card_pkg::TEMPLATE_ID_CANCELLED;
          event_o.cancel_reason = ending_q ? card_pkg::CANCEL_REASON_MASS_CANCEL
              : card_pkg::CANCEL_REASON_REQUESTED;
          event_o.quantity = 32'(named.state.open);
          event_o.last = !at_best && !ending_q;
          if (ending_q) begin
            event_o.account = order_q.account;
            event_o.order_id = order_q.id;
          end
          if (kind.park || kind.unpark) begin
            event_o.template_id = card_pkg::TEMPLATE_ID_DONE;
            event_o.last = kind.park ? !at_best : !improves;
          end
          if (kind.replace && !ends) begin
            event_o.template_id = card_pkg::TEMPLATE_ID_REPLACED;
            event_o.price = command_q.price;
            event_o.quantity = command_q.quantity;
            event_o.last = keeps ? !(at_best && lowers)
                : facts_q.parked ? !at_best : !(at_best || crosses || leaves || improves);
          end
          if (ready_i) state_d = REMOVE;
        end
      end

      REMOVE: begin
        pool_write_o.change = 1'b1;
        pool_write_o.state.live = keeps_q;
        pool_write_o.state.parked = named.state.parked;
        pool_write_o.state.open = named_lots;
        pool_write_o.state.filled = named.state.filled;
        ladder_write_o.level_write = resting;
        ladder_write_o.vacate = unlink && only_q;
        own_write = at_best_q;
        best.head = list_level.head;
        best.total = total_removed;
        counts_down = !keeps_q;
        update_d.valid = 1'b1;
        update_d.traded = '0;
        update_d.opened = -{1'b0, removed_q};
        if (keeps_q) begin
          state_d = top_q ? TOP : IDLE;
        end else if (resting && only_q) begin
          access_o.search = at_best_q;
          access_o.up = sells;
          state_d = at_best_q ? SEEK : VACATED;
        end else begin
          begin_match = removed_to == MATCH;
          ended_o = removed_to == WALK;
          finish_o = removed_to == IDLE;
          state_d = removed_to;
        end
        access_o.ladder_read = removed_to == PREPARE && !(resting && only_q);
      end

      VACATED: begin
        begin_match = removed_to == MATCH;
        ended_o = removed_to == WALK;
        finish_o = removed_to == IDLE;
        access_o.ladder_read = removed_to == PREPARE;
        state_d = removed_to;
      end

      SEEK: begin
        best.valid = search_found_i;
        best.price = search_price_i;
        best.head = level_i.head;
        best.total = level_i.total;
        own_write = search_done_i;
        if (search_done_i) begin
          begin_match = removed_to == MATCH;
          ended_o = removed_to == WALK;
          access_o.ladder_read = removed_to == PREPARE;
          state_d = removed_to;
        end
      end

      MATCH: begin
        event_o.template_id = maker_own ? card_pkg::TEMPLATE_ID_CANCELLED
            : card_pkg::TEMPLATE_ID_TRADE;
        event_o.quantity = 32'(leaving);
        event_o.cancel_reason = card_pkg::CANCEL_REASON_SELF_TRADE;
        if (maker_own) begin
          event_o.account = maker.order.account;
          event_o.order_id = maker.order.id;
        end
        valid_o = emits && maker_sound;
        access_o.slot = entry_i.next;
        access_o.pool_read = step;
        access_o.search = step && look && !stop && look_tail;
        ladder_write_o.vacate = act && first_q && !dry_q && takes_out && maker_tail && maker_sound;
        access_o.drop = act && first_q && maker_tail && (dry_q ? stop : !takes_out);
        pool_write_o.slot = maker_slot;
        pool_write_o.state.live = !takes_out;
        pool_write_o.state.open = takes_out ? '0 : maker_rest;
        pool_write_o.state.filled = maker_progress;
        update_d.slot = maker.order.position_slot;
        update_d.sell = maker.order.side;
        update_d.traded = maker_own ? '0 : leaving;
        update_d.opened = -{1'b0, leaving};
        if (act && !maker_sound) begin
          state_d = FAULT;
        end else if (acted) begin
          if (!dry_q && (!maker_own || takes_out)) begin
            pool_write_o.change = 1'b1;
            counts_down = takes_out;
            update_d.valid = 1'b1;
            cursor_d.head = takes_out ? maker.next : maker_slot;
            cursor_d.total = total_removed;
          end
          if (maker_tail && (dry_q ? !stop : takes_out)) state_d = SEARCH;
          else if (stop) state_d = dry_q ? ANSWER : SETTLE;
          if (dry_q && stop && maker_own) late_d[card_pkg::REJECT_REASON_WOULD_SELF_TRADE] = 1'b1;
        end else if (!act && look_q && !look) begin
          if (dry_q) late_d[card_pkg::REJECT_REASON_UNFILLABLE] = 1'b1;
          state_d = dry_q ? ANSWER : SETTLE;
        end
      end

      SEARCH: begin
        access_o.slot = level_i.head;
        if (search_done) begin
          cursor_d = {next_found, search_price_i, level_i.head, level_i.total};
          access_o.pool_read = 1'b1;
          state_d = stopping_q ? SETTLE : MATCH;
        end
      end

      SETTLE: begin
        ladder_write_o.level_write = !gone_q;
        ladder_write_o.level.head = cursor_q.head;
        ladder_write_o.level.total = cursor_q.total;
        opposite_write = 1'b1;
        best = cursor_q;
        access_o.ladder_read = 1'b1;
        state_d = spent_q ? TOP : leaves || met_own_q ? LEFT : PREPARE;
      end

      PREPARE: state_d = ENTER;

      ENTER: begin
        pool_write_o.insert = 1'b1;
        pool_write_o.change = 1'b1;
        pool_write_o.state.live = 1'b1;
        pool_write_o.state.parked = !link;
        pool_write_o.state.open = lots_q;
        pool_write_o.state.filled = filled_q;
        ladder_write_o.level_write = link;
        ladder_write_o.occupy = link;
        ladder_write_o.level.total = occupied_i ? total_q : kernel_pkg::TOTAL_BITS'(lots_q);
        own_write = link && improves_q;
        best.valid = 1'b1;
        best.price = enter_price;
        best.head = list_level.head;
        best.total = ladder_write_o.level.total;
        counts_up = 1'b1;
        update_d.valid = 1'b1;
        update_d.traded = '0;
        update_d.opened = {1'b0, lots_q};
        finish_o = !(top_q || (link && improves_q));
        state_d = finish_o ? IDLE : TOP;
      end

      LEFT: begin
        event_o.template_id = card_pkg::TEMPLATE_ID_CANCELLED;
        event_o.cancel_reason = met_own_q ? card_pkg::CANCEL_REASON_SELF_TRADE
            : beyond_band ? card_pkg::CANCEL_REASON_BAND
            : card_pkg::CANCEL_REASON_IMMEDIATE_OR_CANCEL;
        event_o.quantity = 32'(rest);
        event_o.last = !top_q;
        valid_o = 1'b1;
        finish_o = ready_i && !top_q;
        if (ready_i) state_d = top_q ? TOP : IDLE;
      end

      BUYER, SELLER: begin
        pool_write_o.change = 1'b1;
        pool_write_o.slot = state_q == BUYER ? slot_q
            : command_q.other_slot[kernel_pkg::SLOT_BITS-1:0];
        pool_write_o.state = state_q == BUYER ? named.state : other.state;
        pool_write_o.state.live = !(state_q == BUYER ? buys_all : sells_all);
        pool_write_o.state.open = (state_q == BUYER ? named.state.open : other.state.open)
            - command_q.quantity[LOTS-1:0];
        pool_write_o.state.filled = (state_q == BUYER ? named.state.filled : other.state.filled)
            + command_q.quantity[LOTS-1:0];
        counts_down = state_q == BUYER ? buys_all : sells_all;
        update_d.valid = 1'b1;
        update_d.slot = state_q == BUYER ? named.order.position_slot : other.order.position_slot;
        update_d.sell = state_q == SELLER;
        update_d.traded = command_q.quantity[LOTS-1:0];
        update_d.opened = -{1'b0, command_q.quantity[LOTS-1:0]};
        state_d = state_q == BUYER ? SELLER : IDLE;
      end

      EDGE: if (!first_q) begin
        access_o.search = !occupied_i;
        access_o.up = window_up;
        late_d[card_pkg::REJECT_REASON_ORDERS_OUTSIDE_WINDOW] = occupied_i;
        state_d = occupied_i ? ANSWER : SCAN;
      end

      SCAN: if (search_done_i) begin
        late_d[card_pkg::REJECT_REASON_ORDERS_OUTSIDE_WINDOW] = search_found_i && (window_up
            ? $signed(search_price_i) < $signed(command_q.window_base)
            : $signed({search_price_i[31], search_price_i})
                > $signed({command_q.window_base[31], command_q.window_base})
                    + $signed(33'(LEVELS - 1)));
        state_d = ANSWER;
      end

      TOP, FAULT: begin
        event_o.template_id = state_q == TOP
            ? card_pkg::TEMPLATE_ID_TOP_OF_BOOK : card_pkg::TEMPLATE_ID_FAULT;
        event_o.last = 1'b1;
        valid_o = 1'b1;
        finish_o = ready_i;
        if (ready_i) state_d = IDLE;
      end

      WALK: begin
        access_o.pool_read = end_i;
        access_o.slot = end_slot_i;
        if (end_i) state_d = FETCH;
        finish_o = walk_done_i;
        if (walk_done_i) state_d = IDLE;
      end

      default: ;  // IDLE
    endcase

    if (begin_match) begin
      access_o.ladder_read = 1'b1;
      access_o.index = opposite.price[BITS-1:0];
      access_o.pool_read = 1'b1;
      access_o.slot = opposite.head;
      cursor_d = opposite;
    end

    table_write_o.book = book;
    // Orders are counted only once the working copy is here.
    if (counts_down) table_write_o.book.orders = book_q.orders - 1'b1;
    else if (counts_up) table_write_o.book.orders = book_q.orders + 1'b1;
    if (sells ? own_write : opposite_write) table_write_o.book.ask = best;
    if (sells ? opposite_write : own_write) table_write_o.book.bid = best;
    table_write_o.book_write = own_write || opposite_write || counts_down || counts_up;
  end

  assign improves = kind.unpark ? vetted_improves : sells ? ask_improves_q : bid_improves_q;
  assign parks_less = counts_down
      && (state_q == REMOVE ? !resting : state_q == BUYER || state_q == SELLER);
  assign live_d = counts_down ? live_q - 1'b1 : counts_up ? live_q + 1'b1 : live_q;

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : start_i ? first : state_d;
    late_q <= start_i ? '0 : late_d;
    book_q <= table_write_o.book;
    book_read_q <= start_i || state_q == FETCH;
    cursor_q <= cursor_d;
    limit_q <= sells ? facts_q.limit_sell : facts_q.limit_buy;
    cancels_resting_q <= facts_q.cancels_resting && order_q.group != 32'd0;
    cancels_both_q <= facts_q.cancels_both && order_q.group != 32'd0;
    position_update_o <= update_d;
    if (access_o.pool_read) read_slot_q <= access_o.slot;

    live_q <= rst_i ? '0 : live_d;
    pool_full_q <= !rst_i
        && (counts_up ? 32'(live_q) == LIVE_ORDERS - 1 : pool_full_q && !counts_down);
    parked_q <= rst_i ? '0 : parks_less ? parked_q - 1'b1
        : counts_up && !link ? parked_q + 1'b1 : parked_q;
    loading_q <= rst_i || (loading_q && !(kind.end_of_load && state_q == ANSWER && !refused));
    owed_q <= state_q == SETTLE;

    case (state_q)
      ANSWER: begin
        improves_q <= improves;
        total_q <= total_added;
        if (state_d == MATCH) dry_q <= facts_q.fill_or_kill && !walked_q;
        walked_q <= walked_q || facts_q.fill_or_kill;
      end
      JUDGE: first_q <= 1'b1;
      EDGE: first_q <= 1'b0;
      FETCH: begin
        order_q <= entry_i.order;
        filled_q <= entry_i.state.filled;
      end
      ROOM: roomed_q <= position_fresh_i;
      TELL: begin
        lots_q <= named_lots;
        at_best_q <= at_best;
        keeps_q <= keeps;
        top_q <= at_best && (!keeps || lowers);
        removed_q <= removed_d;
        only_q <= slot_q == level_i.head && slot_q == level_i.tail;
        dry_q <= 1'b0;
      end
      MATCH: begin
        first_q <= step;
        if (step) begin
          look_q <= look && !look_tail && !stop;
          arrived_q <= 1'b0;
          if (look) gone_q <= 1'b0;
        end
        if (acted) begin
          stopping_q <= stop;
          spent_q <= exhausted;
          met_own_q <= stop && maker_own;
          if (takes_out || !maker_own) changed_q <= 1'b1;
          if (takes_out && maker_tail) gone_q <= 1'b1;
        end
        if (search_done_i) begin
          found_q <= 1'b1;
          found_valid_q <= search_found_i;
        end
      end
      SEARCH: if (search_done) begin
        found_q <= 1'b0;
        look_q <= 1'b1;
        arrived_q <= 1'b1;
        meets_q <= next_found && (sells ? $signed(search_price_i) >= $signed(limit_q)
            : $signed(search_price_i) <= $signed(limit_q));
      end
      SETTLE: begin
        traded_q <= spent_q ? lots_q : lots_q - left;
        top_q <= top_q || changed_q;
      end
      PREPARE: begin
        improves_q <= !own.valid || (sells ? $signed(enter_price) <= $signed(own.price)
            : $signed(enter_price) >= $signed(own.price));
        total_q <= total_added;
        filled_q <= filled_q + traded_q;
        lots_q <= rest;
        matched_q <= 1'b0;
      end
      default: ;
    endcase

    if (begin_match) begin
      matched_q <= 1'b1;
      look_q <= 1'b1;
      arrived_q <= 1'b0;
      first_q <= 1'b0;
      gone_q <= 1'b0;
      found_q <= 1'b0;
      spent_q <= 1'b0;
      met_own_q <= 1'b0;
      changed_q <= 1'b0;
    end
    if (state_q == WALK) begin
      ending_q <= end_i;
      slot_q <= end_slot_i;
      matched_q <= 1'b0;
    end
    if (start_i) begin
      command_q <= command_i;
      facts_q <= facts_i;
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
      refused_high_q <=
          facts_i.refusals[kernel_pkg::REASONS-1:NAMING+1] != '0;
      // The book at the port is the one that the command before this one leaves.
      ask_meets_q <= book_i.ask.valid
          && $signed(book_i.ask.price) <= $signed(facts_i.limit_buy);
      bid_meets_q <= book_i.bid.valid
          && $signed(book_i.bid.price) >= $signed(facts_i.limit_sell);
      bid_improves_q <= !book_i.bid.valid
          || $signed(command_i.price) >= $signed(book_i.bid.price);
      ask_improves_q <= !book_i.ask.valid
          || $signed(command_i.price) <= $signed(book_i.ask.price);
      top_q <= 1'b0;
      walked_q <= 1'b0;
      dry_q <= 1'b0;
      roomed_q <= 1'b0;
      matched_q <= 1'b0;
      met_own_q <= 1'b0;
      ending_q <= 1'b0;
    end
  end

  // Where a command begins.
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
  end

  assign idle_o = state_q == IDLE;
  assign alone_o = facts_q.alone;
  assign loading_o = loading_q;
  assign live_o = live_q;
  assign parked_o = parked_q;
  assign command_o = command_q;
  assign book_o = book_q;
  assign walking_o = state_q == WALK && !end_i;
  assign position_taken_o = state_q == FETCH || state_q == TELL || state_q == ROOM;
  assign ended_at_best_o = at_best_q;
endmodule
