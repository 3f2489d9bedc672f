// What is found out of the orders that a command names, and of a book that it defines anew; the
// reasons that follow, beside those of the command itself.
//
// named_i: the order named is at entry_i; a cycle later vetted_o tells who it is and what a replace
// would do. other_i: the second order of a cross is at entry_i, and the configuration of the
// instrument is at hand. vet_i, in the cycle after, with the book too: prices and quantities are
// compared, for a cycle later.
module order_vetting #(
    parameter int unsigned LEVELS = 4096,
    parameter bit MARGIN = 1'b0             // a replace names side and position slot too
) (
    input  logic                           clk_i,
    input  kernel_pkg::command_t           command_i,
    input  logic                           named_i,
    input  logic                           other_i,
    input  logic                           vet_i,
    input  kernel_pkg::entry_t             entry_i,
    input  kernel_pkg::config_t            config_i,
    input  kernel_pkg::book_t              book_i,
    output kernel_pkg::vetted_t            vetted_o
);
  localparam int unsigned LEVEL_BITS = $clog2(LEVELS);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;
  localparam int unsigned HALF = (LOTS + 2) / 2;

  kernel_pkg::entry_t named_q, other_q;
  logic [kernel_pkg::REASONS-1:1] reasons;
  logic unknown_q, unknown_other_q, overfilled, overfilled_q, even_q, vast_q, same_price_q;
  logic misnamed_q, misnamed_other_q, carry_q;
  logic [1:0] grows_q;      // by the carry
  logic [1:0] same_lots_q;  // in either half
  logic [LOTS-1:0] lots_q, total_left;
  logic [LOTS+1:0] open, filled, less, sums, carries, even;
  logic [HALF:0] low, high_0, high_1;  // the upper ones with a bit below, where a carry comes in
  logic [31:0] base_q;
  logic [32:0] distance_q;
  logic above_q, below_q, meets_ask_q, meets_bid_q, bid_above_q, ask_below_q, book_used_q;
  logic beyond_buy_q, beyond_sell_q, over_limit_q, under_limit_q, buys_all_q, sells_all_q;
  logic [32:0] window_last_q;
  logic [kernel_pkg::INDEX_BITS-1:0] first_index_q, last_index_q, window_edge_q;  // of levels
  logic bid_improves_q, ask_improves_q, window_up_q, window_same_q;

  // What a new total leaves of open + filled: three numbers are made two, so that there is one sum;
  // whether that is zero shows without its carries.
  assign open = {2'b00, entry_i.state.open};
  assign filled = {2'b00, entry_i.state.filled};
  assign less = ~{2'b00, command_i.quantity[LOTS-1:0]};
  assign sums = open ^ filled ^ less;
  assign carries[0] = 1'b1;
  assign carries[LOTS+1:1] =
      (open[LOTS:0] & filled[LOTS:0]) | (less[LOTS:0] & (open[LOTS:0] | filled[LOTS:0]));
  assign even = sums ^ carries ^ {sums[LOTS:0] | carries[LOTS:0], 1'b0};
  // Added in two halves: the upper one for either carry.
  assign low = {1'b0, sums[HALF-1:0]} + {1'b0, carries[HALF-1:0]};
  assign high_0 = {sums[LOTS+1:HALF], 1'b0} + {carries[LOTS+1:HALF], 1'b0};
  assign high_1 = {sums[LOTS+1:HALF], 1'b1} + {carries[LOTS+1:HALF], 1'b1};

  // Below zero, if more was filled.
  split_adder #(.WIDTH(LOTS + 1), .PART(LOTS / 2)) u_total_left (
      .a_i({1'b0, command_i.quantity[LOTS-1:0]}),
      .b_i({1'b0, entry_i.state.filled}),
      .subtract_i(1'b1),
      .sum_o({overfilled, total_left})
  );

  // Each long comparison has a register of its own.
  always_ff @(posedge clk_i) begin
    if (named_i) begin
      named_q <= entry_i;
      misnamed_q <= entry_i.order.id != command_i.order_id;
      unknown_q <= !entry_i.state.live
          || (!command_i.kind.is_cross && entry_i.order.account != command_i.account)
          || ((command_i.kind.replace || command_i.kind.is_cross)
              && 16'(entry_i.order.instrument) != command_i.instrument)
          || (command_i.kind.is_cross && entry_i.order.side)
          || (MARGIN && command_i.kind.replace
              && (32'(entry_i.order.position_slot) != command_i.position_slot
                  || 8'(entry_i.order.side) != command_i.side));
      overfilled_q <= overfilled;
      even_q <= command_i.quantity[LOTS-1:0] == entry_i.state.filled;
      vast_q <= command_i.quantity[31:LOTS] != '0;
      same_price_q <= entry_i.order.price == command_i.price;
      carry_q <= low[HALF];
      grows_q <= {high_1[HALF], high_0[HALF]};
      same_lots_q <= {even[LOTS+1:HALF] == '0, even[HALF-1:0] == '0};
      lots_q <= command_i.kind.replace ? total_left : entry_i.state.open;
    end
    if (other_i) begin
      window_up_q <= $signed(command_i.window_base) > $signed(config_i.window_base);
      window_same_q <= command_i.window_base == config_i.window_base;
      base_q <= config_i.window_base;
      first_index_q <= config_i.window_base[kernel_pkg::INDEX_BITS-1:0];
      last_index_q <= config_i.window_base[kernel_pkg::INDEX_BITS-1:0] - 1'b1;
      other_q <= entry_i;
      misnamed_other_q <= entry_i.order.id != command_i.other_id;
      unknown_other_q <= !entry_i.state.live
          || 16'(entry_i.order.instrument) != command_i.instrument || !entry_i.order.side;
    end
    if (vet_i) begin
      distance_q <= {named_q.order.price[31], named_q.order.price}
          - {base_q[31], base_q};
      above_q <= $signed(named_q.order.price) > $signed(config_i.band_high);
      below_q <= $signed(named_q.order.price) < $signed(config_i.band_low);
      meets_ask_q <= book_i.ask.valid
          && $signed(book_i.ask.price) <= $signed(named_q.order.price);
      meets_bid_q <= book_i.bid.valid
          && $signed(book_i.bid.price) >= $signed(named_q.order.price);
      bid_improves_q <= !book_i.bid.valid
          || $signed(named_q.order.price) >= $signed(book_i.bid.price);
      ask_improves_q <= !book_i.ask.valid
          || $signed(named_q.order.price) <= $signed(book_i.ask.price);
      window_last_q <= {command_i.window_base[31], command_i.window_base} + 33'(LEVELS - 1);
      window_edge_q <= window_up_q ? first_index_q : last_index_q;
      bid_above_q <= book_i.bid.valid
          && $signed(book_i.bid.price) > $signed(command_i.band_high);
      ask_below_q <= book_i.ask.valid
          && $signed(book_i.ask.price) < $signed(command_i.band_low);
      book_used_q <= book_i.orders != '0;
      beyond_buy_q <= command_i.quantity > 32'(named_q.state.open);
      beyond_sell_q <= command_i.quantity > 32'(other_q.state.open);
      buys_all_q <= command_i.quantity == 32'(named_q.state.open);
      sells_all_q <= command_i.quantity == 32'(other_q.state.open);
      over_limit_q <= $signed(command_i.price) > $signed(named_q.order.price);
      under_limit_q <= $signed(command_i.price) < $signed(other_q.order.price);
    end
  end

  always_comb begin
    reasons = '0;
    if (command_i.kind.unpark) begin
      reasons[card_pkg::REJECT_REASON_NOT_PARKED] = !named_q.state.parked;
      if (named_q.state.parked) begin
        reasons[card_pkg::REJECT_REASON_PRICE_OUTSIDE_WINDOW] =
            distance_q[32:LEVEL_BITS] != '0;
        reasons[card_pkg::REJECT_REASON_WOULD_CROSS] =
            named_q.order.side ? meets_bid_q : meets_ask_q;
        reasons[card_pkg::REJECT_REASON_BEYOND_BAND] =
            named_q.order.side ? below_q : above_q;
      end
    end
    if (command_i.kind.is_cross) begin
      reasons[card_pkg::REJECT_REASON_UNKNOWN_ORDER] = unknown_other_q || misnamed_other_q;
      reasons[card_pkg::REJECT_REASON_NOT_PARKED] =
          !named_q.state.parked || !other_q.state.parked;
      reasons[card_pkg::REJECT_REASON_QUANTITY_BEYOND_OPEN] = beyond_buy_q || beyond_sell_q;
      reasons[card_pkg::REJECT_REASON_PRICE_BEYOND_ORDER] = over_limit_q || under_limit_q;
    end
    reasons[card_pkg::REJECT_REASON_BOOK_NOT_EMPTY] =
        command_i.kind.set_instrument && book_used_q;
    reasons[card_pkg::REJECT_REASON_ORDERS_OUTSIDE_BAND] =
        command_i.kind.set_band && (bid_above_q || ask_below_q);
  end

  always_comb begin
    vetted_o.named = named_q;
    vetted_o.other = other_q;
    vetted_o.unknown = unknown_q || misnamed_q;
    vetted_o.ends = !vast_q && (overfilled_q || even_q);
    vetted_o.same_price = same_price_q;
    vetted_o.grows = grows_q[carry_q];
    vetted_o.same_lots = &same_lots_q;
    vetted_o.lots = lots_q;
    vetted_o.improves = named_q.order.side ? ask_improves_q : bid_improves_q;
    vetted_o.window_up = window_up_q;
    vetted_o.window_same = window_same_q;
    vetted_o.window_last = window_last_q;
    vetted_o.window_edge = window_edge_q;
    vetted_o.buys_all = buys_all_q;
    vetted_o.sells_all = sells_all_q;
    vetted_o.reasons = {reasons, 1'b0};
  end
endmodule
