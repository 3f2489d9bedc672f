// Keeps the book that a command works on, and writes what changes: book, level, orders, positions,
// counts. All that puts an order into a book or takes one out of it is here.
//
// operation_i says what the cycle does; it is done at its end. book_o is the instrument's book: read
// in the cycle before (book_read_i), then the working copy, written through to the table. The level
// must be at level_i a cycle before it is changed. Position updates leave a cycle later. A cross is buy,
// and sell in the cycle after. What a maker's match changes comes from `matching` as it is.
module book_keeper #(
    parameter int unsigned LIVE_ORDERS = 65280
) (
    input  logic                      clk_i,
    input  logic                      rst_i,
    input  kernel_pkg::operation_t    operation_i,
    // The command's order
    input  kernel_pkg::command_t      command_i,
    input  kernel_pkg::order_t        order_i,        // at the price at which it enters
    input  logic [kernel_pkg::SLOT_BITS-1:0] slot_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] lots_i,    // open as it enters
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] filled_i,
    input  logic                      improves_i,     // it enters at the best price or better
    input  kernel_pkg::vetted_t       vetted_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] removed_i, // lots that remove or lower takes out
    input  logic                      at_best_i,      // they are of the best level
    input  logic                      only_i,         // it is the only order of its level
    // Matching
    input  logic                      matching_i,     // under way: no operation
    input  kernel_pkg::outcome_t      outcome_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] traded_i,
    input  logic                      vacate_i,
    input  logic                      maker_change_i,
    input  logic                      maker_ends_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0] maker_slot_i,
    input  kernel_pkg::state_t        maker_state_i,
    input  kernel_pkg::position_update_t maker_update_i,
    // Memories
    input  logic                      book_read_i,
    input  kernel_pkg::book_t         book_i,
    input  kernel_pkg::level_t        level_i,
    input  logic                      occupied_i,
    input  logic                      search_found_i,
    input  logic [31:0]               search_price_i,
    output kernel_pkg::book_t         book_o,
    output kernel_pkg::book_t         kept_o,         // the working copy alone
    output logic                      book_write_o,
    output kernel_pkg::book_t         book_changed_o,
    output kernel_pkg::ladder_write_t ladder_write_o,
    output kernel_pkg::pool_write_t   pool_write_o,
    output kernel_pkg::position_update_t position_update_o,
    output logic [kernel_pkg::COUNT_BITS-1:0] live_o,
    output logic [kernel_pkg::COUNT_BITS-1:0] parked_o,
    output logic                      pool_full_o
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;

  kernel_pkg::operation_t does;
  kernel_pkg::book_t      book_q, book;
  kernel_pkg::best_t      own, best;
  kernel_pkg::level_t     list_level, level;
  kernel_pkg::entry_t     named, crossed_q;  // a cross: the bid, then the ask
  kernel_pkg::position_update_t update;
  logic [kernel_pkg::TOTAL_BITS-1:0] total_q, level_total_q, total_added, total_removed;
  logic [kernel_pkg::TOTAL_BITS-LOTS-1:0] upper_less_q;
  logic [kernel_pkg::TOTAL_BITS-1:0] entered;  // the total of a level that an order joins
  logic [kernel_pkg::COUNT_BITS-1:0] live_q, parked_q;
  logic [kernel_pkg::SLOT_BITS-1:0]  next_slot, next, prev_slot, prev;
  logic [LOTS-1:0]                   crossed_lots;
  logic [LOTS:0]                     crossed_less_q, closed;
  logic borrows, sells, resting, unlink, takes_out, crosses, crossed_ends, next_write, prev_write;
  logic own_write, counts_down, counts_up, settled_q, pool_full_q;

  assign does = operation_i;
  assign named = vetted_i.named;
  assign sells = order_i.side;
  assign resting = !named.state.parked;
  assign book = book_read_i ? book_i : book_q;
  assign own = sells ? book.ask : book.bid;
  assign unlink = does.remove && resting;
  assign takes_out = does.remove || does.lower;
  assign crosses = does.buy || does.sell;
  assign crossed_ends = does.sell ? vetted_i.sells_all : vetted_i.buys_all;
  assign crossed_lots = command_i.quantity[LOTS-1:0];

  level_list u_list (
      .level_i,
      .occupied_i,
      .link_i(does.link),
      .unlink_i(unlink),
      .slot_i,
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

  split_adder #(.WIDTH(kernel_pkg::TOTAL_BITS), .PART(16)) u_added (
      .a_i(level_i.total),
      .b_i(kernel_pkg::TOTAL_BITS'(lots_i)),
      .subtract_i(1'b0),
      .sum_o(total_added)
  );

  split_adder #(.WIDTH(LOTS + 1), .PART((LOTS + 2) / 2)) u_closed (
      .a_i('0),
      .b_i({1'b0, removed_i}),
      .subtract_i(1'b1),
      .sum_o(closed)
  );

  // What the upper part of a total is when the lower borrows is worked out while the total is read.
  split_adder #(.WIDTH(LOTS + 1), .PART(LOTS / 2)) u_removed (
      .a_i({1'b0, level_total_q[LOTS-1:0]}),
      .b_i({1'b0, removed_i}),
      .subtract_i(1'b1),
      .sum_o({borrows, total_removed[LOTS-1:0]})
  );
  assign total_removed[kernel_pkg::TOTAL_BITS-1:LOTS] =
      borrows ? upper_less_q : level_total_q[kernel_pkg::TOTAL_BITS-1:LOTS];

  // The level that the ladder's path leads to: as an order of the command's side leaves it, or as
  // matching did.
  assign entered = occupied_i ? total_q : kernel_pkg::TOTAL_BITS'(lots_i);

  always_comb begin
    level = list_level;
    level.total = takes_out ? total_removed : entered;
    ladder_write_o.level_write =
        does.link || (takes_out && resting) || (does.settle && !outcome_i.gone);
    ladder_write_o.occupy = does.link;
    ladder_write_o.vacate = vacate_i || (unlink && only_i);
    ladder_write_o.level = level;
    if (does.settle) begin
      ladder_write_o.level.head = outcome_i.cursor.head;
      ladder_write_o.level.total = outcome_i.cursor.total;
    end
  end

  // The book, and how many orders it holds; it is counted only once the working copy is here.
  assign own_write = (takes_out && at_best_i) || does.found
      || (does.link && improves_i);
  assign counts_down = does.remove || (maker_change_i && maker_ends_i) || (crosses && crossed_ends);
  assign counts_up = does.enter;

  always_comb begin
    best = own;
    best.head = level.head;
    best.total = entered;
    if (does.found) best = {search_found_i, search_price_i, level_i.head, level_i.total};
    if (does.link) begin
      best.valid = 1'b1;
      best.price = order_i.price;
    end
    book_changed_o = book;
    if (counts_down) book_changed_o.orders = book_q.orders - 1'b1;
    else if (counts_up) book_changed_o.orders = book_q.orders + 1'b1;
    if (own_write && sells) book_changed_o.ask = best;
    if (own_write && !sells) book_changed_o.bid = best;
    // Sums come late: they are chosen last.
    if (takes_out && at_best_i && sells) book_changed_o.ask.total = total_removed;
    if (takes_out && at_best_i && !sells) book_changed_o.bid.total = total_removed;
    if (does.settle && sells) book_changed_o.bid = outcome_i.cursor;
    if (does.settle && !sells) book_changed_o.ask = outcome_i.cursor;
    book_write_o = own_write || does.settle || counts_down || counts_up;
  end

  // Orders.
  always_comb begin
    pool_write_o.insert = does.enter;
    pool_write_o.change = does.enter || does.remove || does.lower || crosses || maker_change_i;
    pool_write_o.slot = does.sell ? command_i.other_slot[kernel_pkg::SLOT_BITS-1:0] : slot_i;
    pool_write_o.order = order_i;
    pool_write_o.state.live = !does.remove;
    pool_write_o.state.parked = does.enter ? !does.link : named.state.parked;
    pool_write_o.state.open = does.enter ? lots_i : vetted_i.lots;
    pool_write_o.state.filled = does.enter ? filled_i : named.state.filled;
    if (crosses) begin
      pool_write_o.state.live = !crossed_ends;
      pool_write_o.state.open = crossed_q.state.open - crossed_lots;
      pool_write_o.state.filled = crossed_q.state.filled + crossed_lots;
    end
    if (matching_i) begin
      pool_write_o.slot = maker_slot_i;
      pool_write_o.state = maker_state_i;
    end
    pool_write_o.next_write = next_write;
    pool_write_o.next_slot = next_slot;
    pool_write_o.next = next;
    pool_write_o.prev_write = prev_write;
    pool_write_o.prev_slot = prev_slot;
    pool_write_o.prev = prev;
  end

  // Positions. What the order itself traded follows a cycle after matching was settled.
  always_comb begin
    update.valid = takes_out || does.enter || settled_q;
    update.slot = order_i.position_slot;
    update.sell = sells;
    update.traded = settled_q ? traded_i : '0;
    update.opened = does.enter ? {1'b0, lots_i}
        : takes_out ? closed : '0;
    if (crosses) begin
      update.valid = 1'b1;
      update.slot = crossed_q.order.position_slot;
      update.sell = does.sell;
      update.traded = crossed_lots;
      update.opened = crossed_less_q;
    end
    if (matching_i) update = maker_update_i;
  end

  always_ff @(posedge clk_i) begin
    book_q <= book_changed_o;
    crossed_q <= does.buy ? vetted_i.other : named;
    crossed_less_q <= -{1'b0, crossed_lots};
    level_total_q <= level_i.total;
    upper_less_q <= level_i.total[kernel_pkg::TOTAL_BITS-1:LOTS] - 1'b1;
    if (does.measure) total_q <= total_added;
    position_update_o <= update;
    settled_q <= does.settle && !rst_i;
    if (counts_down) live_q <= live_q - 1'b1;
    if (counts_up) live_q <= live_q + 1'b1;
    pool_full_q <= counts_up ? 32'(live_q) == LIVE_ORDERS - 1 : pool_full_q && !counts_down;
    if ((does.remove && !resting) || (crosses && crossed_ends)) parked_q <= parked_q - 1'b1;
    if (does.enter && !does.link) parked_q <= parked_q + 1'b1;
    if (rst_i) begin
      live_q <= '0;
      parked_q <= '0;
      pool_full_q <= 1'b0;
    end
  end

  assign book_o = book;
  assign kept_o = book_q;
  assign live_o = live_q;
  assign parked_o = parked_q;
  assign pool_full_o = pool_full_q;
endmodule
