// The rules: answers one command at a time, matches, and keeps the books.
//
// start_i: a command was taken and its memories are read; from the next cycle on command_i and the
// memories' outputs tell of it. finish_o: the command ends in this cycle, so that another start_i
// may come with it. event valid_o / ready_i: an event stays until taken, and nothing changes
// before. Cycles from start_i, when events are taken at once: accepted, rejected, done 1; first
// trade 2; each further maker of the level +1, of the next level +4 (+7 in another word of the
// bitmap); cancelled 2. Finished: new that rests 2, at the best 3; reject 1 (idle in 2); cancel 2
// or 3, with its level gone from the best 6 or more. Each change is written in the cycle of its
// event.
module matcher #(
    parameter int unsigned LIVE_ORDERS = 65280
) (
    input  logic                    clk_i,
    input  logic                    rst_i,
    input  logic                    start_i,
    output logic                    idle_o,
    output logic                    finish_o,
    input  kernel_pkg::command_t    command_i,
    input  logic                    refused_i,
    output logic                    pool_full_o,
    output logic [kernel_pkg::COUNT_BITS-1:0] live_o,     // live orders of all books
    // Memories
    output kernel_pkg::access_t     access_o,
    input  kernel_pkg::config_t     config_i,
    input  kernel_pkg::book_t       book_i,
    input  kernel_pkg::entry_t      entry_i,
    input  kernel_pkg::level_t      level_i,
    input  logic                    occupied_i,
    input  logic                    search_done_i,
    input  logic                    search_found_i,
    input  logic [31:0]             search_price_i,
    output kernel_pkg::table_write_t  table_write_o,
    output kernel_pkg::ladder_write_t ladder_write_o,
    output kernel_pkg::pool_write_t   pool_write_o,
    output kernel_pkg::book_t         book_o,         // as changed so far, for events
    // Audit
    output logic                    audit_start_o,
    input  logic                    audit_done_i,
    // Events
    output logic                    valid_o,
    output kernel_pkg::event_t      event_o,
    input  logic                    ready_i
);
  typedef enum logic [3:0] {
    IDLE,
    CHECK,   // refuse, or the first answer
    MATCH,   // a trade with the order at entry_i
    SEARCH,  // the level's last order is gone: find the next best
    SUM,     // what is left of the order will rest: the level's new total
    REST,    // put it there
    LEFT,    // what is left of the order ends
    CANCEL,  // unlink an order
    TOP,     // the top of the book changed
    AUDIT,   // the auditor has the memories
    FAULT    // an invariant does not hold
  } state_t;
  state_t state_q, state_d;

  kernel_pkg::book_t   book_q, book;       // of the command's instrument, as changed so far
  kernel_pkg::best_t   own, opposite;      // of the order's side, and of the side it trades with
  kernel_pkg::best_t   resting;            // of the side of the order that a cancel names
  kernel_pkg::best_t   thinned;            // of the side that loses orders, changed
  logic                thin;
  logic [kernel_pkg::QUANTITY_BITS-1:0] left_q, left_d, traded, rest;
  logic [kernel_pkg::TOTAL_BITS-1:0]    total_q, total_with_left;
  logic [kernel_pkg::TOTAL_BITS-1:0]    total_without_maker, total_without_left;
  logic [kernel_pkg::COUNT_BITS-1:0]    live_q, live_d;
  logic has_traded_q, has_traded_d, improves_q;
  logic is_new, buys, improves, crosses, beyond_band, ends, sells_side;
  logic maker_ok, fills_maker, takes_last, more, resting_ok, at_best, at_head, at_tail, pool_full_q;
  logic [31:0]                            maker_price;
  logic [kernel_pkg::INSTRUMENT_BITS-1:0] instrument;
  logic [kernel_pkg::SLOT_BITS-1:0]       slot;

  assign slot = command_i.slot[kernel_pkg::SLOT_BITS-1:0];
  assign is_new = command_i.kind == kernel_pkg::KIND_NEW;
  assign buys = command_i.side == card_pkg::SIDE_BUY;
  // The table's copy is read for this command; from its first change on the working copy counts.
  assign book = (state_q == CHECK || state_q == CANCEL) ? book_i : book_q;
  assign opposite = buys ? book.ask : book.bid;
  assign own = buys ? book.bid : book.ask;
  assign beyond_band = buys
      ? $signed(command_i.price) > $signed(config_i.band_high)
      : $signed(command_i.price) < $signed(config_i.band_low);
  // The next maker's price: of the best level, or of the one just found behind it.
  assign maker_price = state_q == SEARCH ? search_price_i : opposite.price;
  assign crosses = (state_q == SEARCH ? search_found_i : opposite.valid) && (buys
      ? $signed(maker_price) <= $signed(command_i.price)
          && $signed(maker_price) <= $signed(config_i.band_high)
      : $signed(maker_price) >= $signed(command_i.price)
          && $signed(maker_price) >= $signed(config_i.band_low));
  assign ends = beyond_band || command_i.time_in_force != card_pkg::TIME_IN_FORCE_GTC;
  assign improves = !own.valid || (buys
      ? $signed(command_i.price) >= $signed(own.price)
      : $signed(command_i.price) <= $signed(own.price));

  assign maker_ok = entry_i.live;
  assign fills_maker = entry_i.open <= left_q;
  assign traded = fills_maker ? entry_i.open : left_q;
  assign rest = entry_i.open - left_q;
  assign takes_last = fills_maker && opposite.head == level_i.tail;
  assign more = entry_i.open < left_q;

  assign resting = entry_i.order.side ? book.ask : book.bid;
  assign resting_ok = resting.valid;
  assign at_best = resting.price == entry_i.order.price;
  assign at_head = slot == level_i.head;
  assign at_tail = slot == level_i.tail;
  assign sells_side = is_new ? buys : entry_i.order.side;

  level_totals u_totals (
      .best_i(opposite.total),
      .level_i(level_i.total),
      .matching_i(state_q == MATCH),
      .maker_i(entry_i.open),
      .left_i(left_q),
      .resting_i(left_d),
      .without_maker_o(total_without_maker),
      .without_left_o(total_without_left),
      .with_resting_o(total_with_left)
  );

  assign instrument = is_new || command_i.kind != kernel_pkg::KIND_CANCEL
      ? command_i.instrument[kernel_pkg::INSTRUMENT_BITS-1:0] : entry_i.order.instrument;

  always_comb begin
    state_d = state_q;
    left_d = left_q;
    live_d = live_q;
    has_traded_d = has_traded_q;
    valid_o = 1'b0;
    finish_o = 1'b0;
    audit_start_o = 1'b0;
    table_write_o = '0;
    ladder_write_o = '0;
    pool_write_o = '0;

    thin = 1'b0;
    thinned = is_new ? opposite : resting;
    table_write_o.instrument = instrument;
    table_write_o.book = book;
    table_write_o.configuration = config_i;
    table_write_o.configuration.known = 1'b1;
    table_write_o.configuration.band_low = command_i.band_low;
    table_write_o.configuration.band_high = command_i.band_high;
    ladder_write_o.level = level_i;

    // Addresses follow from the state alone; only whether there is a read waits for the checks.
    access_o = '0;
    access_o.instrument = instrument;
    access_o.index = state_q != CHECK ? command_i.price[kernel_pkg::INDEX_BITS-1:0]
        : is_new ? opposite.price[kernel_pkg::INDEX_BITS-1:0]
        : entry_i.order.price[kernel_pkg::INDEX_BITS-1:0];
    access_o.slot = state_q == MATCH ? entry_i.next
        : state_q == SEARCH ? level_i.head : opposite.head;
    access_o.up = sells_side;

    event_o = '0;
    event_o.account = command_i.account;
    event_o.order_id = command_i.order_id;
    event_o.instrument = 16'(instrument);
    event_o.command_template = command_i.template_id;

    case (state_q)
      CHECK: begin
        left_d = command_i.quantity[kernel_pkg::QUANTITY_BITS-1:0];
        has_traded_d = 1'b0;
        if (refused_i) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_REJECTED;
          event_o.last = 1'b1;
          if (!is_new && command_i.kind != kernel_pkg::KIND_CANCEL) begin
            event_o.account = 32'd0;
            event_o.order_id = 64'd0;
          end
          valid_o = 1'b1;
          if (ready_i) state_d = IDLE;
        end else if (is_new) begin
          event_o.template_id = card_pkg::TEMPLATE_ID_ACCEPTED;
          event_o.last = !crosses && !ends && !improves;
          valid_o = 1'b1;
          if (ready_i) begin
            access_o.ladder_read = crosses;
            access_o.pool_read = crosses;
            state_d = crosses ? MATCH : ends ? LEFT : REST;
          end
        end else if (command_i.kind == kernel_pkg::KIND_CANCEL) begin
          access_o.table_read = 1'b1;
          access_o.ladder_read = 1'b1;
          state_d = CANCEL;
        end else if (command_i.kind == kernel_pkg::KIND_AUDIT) begin
          audit_start_o = 1'b1;
          state_d = AUDIT;
        end else begin
          event_o.template_id = card_pkg::TEMPLATE_ID_DONE;
          event_o.last = 1'b1;
          valid_o = 1'b1;
          if (ready_i) begin
            table_write_o.config_write = command_i.kind != kernel_pkg::KIND_BARRIER;
            if (command_i.kind == kernel_pkg::KIND_SET_INSTRUMENT) begin
              table_write_o.configuration.window_base = command_i.window_base;
              table_write_o.configuration.max_price = command_i.max_price[30:0];
              table_write_o.configuration.max_quantity =
                  command_i.max_quantity[kernel_pkg::QUANTITY_BITS-1:0];
            end
            state_d = IDLE;
          end
        end
      end

      MATCH: begin
        event_o.template_id = card_pkg::TEMPLATE_ID_TRADE;
        event_o.maker_id = entry_i.order.id;
        event_o.slot = 32'(opposite.head);
        event_o.price = opposite.price;
        event_o.quantity = 32'(traded);
        event_o.side = command_i.side;
        valid_o = maker_ok;
        pool_write_o.slot = opposite.head;
        pool_write_o.live = !fills_maker;
        pool_write_o.open = fills_maker ? '0 : rest;
        thinned.total = fills_maker ? total_without_maker : total_without_left;
        if (fills_maker) thinned.head = entry_i.next;
        if (!maker_ok) begin
          state_d = FAULT;
        end else if (ready_i) begin
          has_traded_d = 1'b1;
          left_d = more ? left_q - entry_i.open : '0;
          pool_write_o.state = 1'b1;
          thin = 1'b1;
          table_write_o.book_write = 1'b1;
          if (fills_maker) begin
            table_write_o.book.orders = book.orders - 1'b1;
            live_d = live_q - 1'b1;
          end
          if (takes_last) begin
            ladder_write_o.vacate = 1'b1;
            access_o.search = 1'b1;
            state_d = SEARCH;
          end else begin
            ladder_write_o.level_write = 1'b1;
            access_o.pool_read = more;
            state_d = more ? MATCH : TOP;
          end
        end
      end

      SEARCH: begin
        thinned.valid = search_found_i;
        thinned.price = search_price_i;
        thinned.head = level_i.head;
        thinned.total = level_i.total;
        if (search_done_i) begin
          thin = 1'b1;
          table_write_o.book_write = 1'b1;
          if (!is_new || left_q == '0) begin
            state_d = TOP;
          end else if (crosses) begin
            access_o.pool_read = 1'b1;
            state_d = MATCH;
          end else if (ends) begin
            state_d = LEFT;
          end else begin
            access_o.ladder_read = 1'b1;
            state_d = SUM;
          end
        end
      end

      SUM: state_d = REST;

      REST: begin
        pool_write_o.insert = 1'b1;
        pool_write_o.state = 1'b1;
        pool_write_o.slot = slot;
        pool_write_o.live = 1'b1;
        pool_write_o.open = left_q;
        pool_write_o.order.id = command_i.order_id;
        pool_write_o.order.account = command_i.account;
        pool_write_o.order.session = command_i.session;
        pool_write_o.order.price = command_i.price;
        pool_write_o.order.total = command_i.quantity[kernel_pkg::QUANTITY_BITS-1:0];
        pool_write_o.order.instrument = instrument;
        pool_write_o.order.side = !buys;
        pool_write_o.next_write = occupied_i;
        pool_write_o.next_slot = level_i.tail;
        pool_write_o.next = slot;
        pool_write_o.prev_write = occupied_i;
        pool_write_o.prev_slot = slot;
        pool_write_o.prev = level_i.tail;
        ladder_write_o.occupy = 1'b1;
        ladder_write_o.level_write = 1'b1;
        table_write_o.book_write = 1'b1;
        table_write_o.book.orders = book.orders + 1'b1;
        live_d = live_q + 1'b1;
        finish_o = !has_traded_q && !improves_q;
        state_d = has_traded_q || improves_q ? TOP : IDLE;
      end

      LEFT: begin
        event_o.template_id = card_pkg::TEMPLATE_ID_CANCELLED;
        event_o.cancel_reason = beyond_band ? card_pkg::CANCEL_REASON_BAND
            : card_pkg::CANCEL_REASON_IMMEDIATE_OR_CANCEL;
        event_o.quantity = 32'(left_q);
        event_o.last = !has_traded_q;
        valid_o = 1'b1;
        finish_o = ready_i && !has_traded_q;
        if (ready_i) state_d = has_traded_q ? TOP : IDLE;
      end

      CANCEL: begin
        event_o.template_id = card_pkg::TEMPLATE_ID_CANCELLED;
        event_o.cancel_reason = card_pkg::CANCEL_REASON_REQUESTED;
        event_o.quantity = 32'(entry_i.open);
        event_o.last = !at_best;
        valid_o = resting_ok;
        pool_write_o.slot = slot;
        pool_write_o.next_slot = entry_i.prev;
        pool_write_o.next = entry_i.next;
        pool_write_o.prev_slot = entry_i.next;
        pool_write_o.prev = entry_i.prev;
        thinned.total = total_without_maker;
        thinned.head = at_head ? entry_i.next : level_i.head;
        if (!resting_ok) begin
          state_d = FAULT;
        end else if (ready_i) begin
          pool_write_o.state = 1'b1;
          pool_write_o.next_write = !at_head && !at_tail;
          pool_write_o.prev_write = !at_head && !at_tail;
          ladder_write_o.level_write = 1'b1;
          ladder_write_o.vacate = at_head && at_tail;
          access_o.search = at_best && at_head && at_tail;
          thin = at_best;
          table_write_o.book_write = 1'b1;
          table_write_o.book.orders = book.orders - 1'b1;
          live_d = live_q - 1'b1;
          state_d = !at_best ? IDLE : at_head && at_tail ? SEARCH : TOP;
        end
      end

      TOP, FAULT: begin
        event_o.template_id = state_q == TOP
            ? card_pkg::TEMPLATE_ID_TOP_OF_BOOK : card_pkg::TEMPLATE_ID_FAULT;
        event_o.last = 1'b1;
        valid_o = 1'b1;
        finish_o = ready_i;
        if (ready_i) state_d = IDLE;
      end

      AUDIT: begin
        finish_o = audit_done_i;
        if (audit_done_i) state_d = IDLE;
      end

      default: ;  // IDLE
    endcase
    if (state_q == REST) begin
      ladder_write_o.level.head = occupied_i ? level_i.head : slot;
      ladder_write_o.level.tail = slot;
      ladder_write_o.level.total =
          occupied_i ? total_q : kernel_pkg::TOTAL_BITS'(left_q);
    end else begin
      ladder_write_o.level.head = thinned.head;
      if (state_q == CANCEL && at_tail) ladder_write_o.level.tail = entry_i.prev;
      ladder_write_o.level.total = thinned.total;
    end

    if (thin && sells_side) table_write_o.book.ask = thinned;
    if (thin && !sells_side) table_write_o.book.bid = thinned;
    if (state_q == REST && improves_q && buys) begin
      table_write_o.book.bid =
          {1'b1, command_i.price, ladder_write_o.level.head, ladder_write_o.level.total};
    end
    if (state_q == REST && improves_q && !buys) begin
      table_write_o.book.ask =
          {1'b1, command_i.price, ladder_write_o.level.head, ladder_write_o.level.total};
    end
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : start_i ? CHECK : state_d;
    live_q <= rst_i ? '0 : live_d;
    pool_full_q <= !rst_i && 32'(live_d) == LIVE_ORDERS;
    book_q <= table_write_o.book;
    left_q <= left_d;
    has_traded_q <= has_traded_d;
    if (state_q == CHECK) improves_q <= improves;
    if (state_q == CHECK || state_q == SUM) begin
      total_q <= total_with_left;
    end
  end

  assign idle_o = state_q == IDLE;
  assign book_o = book_q;
  assign live_o = live_q;
  assign pool_full_o = pool_full_q;
endmodule
