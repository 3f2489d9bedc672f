// Matches the order of a command against the other side of its book, or walks it for a fill or kill.
//
// From begin_i until done_o. All of outcome_o is registered in done_o's cycle: valid in the cycle
// after; spent and met_own until the cycle after the next begin_i. Dry: nothing is written and
// nothing told; the walk only finds out how it would end. Otherwise each maker's event is valid_o until
// ready_i, and its order, position and the bitmap change with it; book and level are left as they are:
// the caller settles them from outcome_o.cursor.
// Latency: the first maker is told of 2 cycles after begin_i, each further one of the level +1, the
// first of the next level +4 (+7 in another word of the bitmap): the search for it begins while the
// level's last order is looked at.
module matching (
    input  logic                         clk_i,
    input  logic                         rst_i,
    input  logic                         begin_i,
    input  logic                         dry_i,            // with begin_i
    input  kernel_pkg::best_t            best_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] lots_i,
    input  kernel_pkg::order_t           taker_i,
    input  logic [31:0]                  limit_i,
    input  logic                         cancels_resting_i,
    input  logic                         cancels_both_i,
    // Memories
    output kernel_pkg::access_t          access_o,
    input  logic [kernel_pkg::SLOT_BITS-1:0] entry_slot_i,  // of entry_i
    input  kernel_pkg::entry_t           entry_i,
    input  kernel_pkg::level_t           level_i,
    input  logic                         search_done_i,
    input  logic                         search_found_i,
    input  logic [31:0]                  search_price_i,
    output logic                         vacate_o,
    output logic                         change_o,         // of the maker's state
    output logic [kernel_pkg::SLOT_BITS-1:0] slot_o,
    output kernel_pkg::state_t           state_o,
    output logic                         takes_out_o,      // with change_o: it is not live any more
    output kernel_pkg::position_update_t update_o,
    // Progress
    output logic                         done_o,
    output logic                         fault_o,          // a maker is not in the book: done
    output kernel_pkg::outcome_t         outcome_o,
    // Events: the makers', of the same owner or traded with
    output logic                         valid_o,
    output logic                         is_own_o,
    output kernel_pkg::entry_t           maker_o,
    output logic [kernel_pkg::QUANTITY_BITS-1:0] lots_o,
    input  logic                         ready_i
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;

  typedef enum logic [1:0] {
    IDLE,
    MATCH,   // makers come by, one a cycle
    SEARCH   // the level is used up: find the next
  } state_t;
  state_t state_q, state_d;

  kernel_pkg::best_t    cursor_q;  // the level that is matched
  kernel_pkg::entry_t   maker;
  logic [kernel_pkg::SLOT_BITS-1:0]  slot;
  logic [LOTS-1:0]                   left_before, maker_rest, maker_filled, left, leaving;
  logic [LOTS-1:0]                   left_level_q;  // by the maker of the cycle before
  logic [kernel_pkg::TOTAL_BITS-1:0] total;
  logic [LOTS:0]                     closed;
  logic dry_q, look_q, arrived_q, meets_q, first_q, stopping_q, found_q, found_valid_q, gone_q;
  logic spent_q, met_own_q, changed_q;
  logic act, is_tail, is_own, is_sound, fills, evens, exhausted, takes_out, stop, emits, acted, step;
  logic look, look_tail, search_done, found, sells, needs_next, alters;

  maker_lane u_lane (
      .clk_i,
      .rst_i,
      .load_i(state_q == IDLE),
      .lots_i,
      .step_i(step),
      .look_i(look),
      .stop_i(stop),
      .entry_i,
      .slot_i(entry_slot_i),
      .tail_i(level_i.tail),
      .taker_i,
      .act_o(act),
      .maker_o(maker),
      .slot_o(slot),
      .is_tail_o(is_tail),
      .is_own_o(is_own),
      .is_sound_o(is_sound),
      .fills_o(fills),
      .evens_o(evens),
      .before_o(left_before),
      .rest_o(maker_rest),
      .filled_o(maker_filled),
      .left_o(left)
  );

  split_adder #(.WIDTH(kernel_pkg::TOTAL_BITS), .PARTS(3)) u_total (
      .a_i(cursor_q.total),
      .b_i(kernel_pkg::TOTAL_BITS'(left_level_q)),
      .subtract_i(1'b1),
      .sum_o(total)
  );

  split_adder #(.WIDTH(LOTS + 1), .PART((LOTS + 2) / 2)) u_closed (
      .a_i('0),
      .b_i({1'b0, leaving}),
      .subtract_i(1'b1),
      .sum_o(closed)
  );

  assign sells = taker_i.side;
  assign leaving = is_own || fills ? maker.state.open : left_before;

  // The maker that acts.
  assign exhausted = !is_own && (!fills || evens);
  assign takes_out = is_own ? cancels_resting_i || cancels_both_i : fills;
  assign stop = act && (is_own ? !cancels_resting_i : exhausted);
  assign alters = act && is_sound && !dry_q && (!is_own || takes_out);
  assign acted = act && is_sound && (!alters || ready_i);
  assign needs_next = is_tail && (dry_q ? !stop : takes_out);

  // The one that is looked at.
  assign step = state_q == MATCH && (!act || acted);
  assign look = look_q && (!arrived_q || meets_q);
  assign look_tail = entry_slot_i == level_i.tail;

  assign search_done = search_done_i || found_q;
  assign found = search_done_i ? search_found_i : found_valid_q;

  assign emits = alters;
  assign fault_o = state_q == MATCH && act && !is_sound;

  always_comb begin
    state_d = state_q;
    done_o = fault_o;
    access_o = '0;
    access_o.instrument = taker_i.instrument;
    access_o.up = !sells;
    access_o.slot = entry_i.next;

    case (state_q)
      MATCH: begin
        access_o.pool_read = step;
        access_o.search = step && look && look_tail && !stop;
        access_o.drop = act && first_q && is_tail && !needs_next;
        if (acted && needs_next) state_d = SEARCH;
        else if (acted && stop) done_o = 1'b1;
        else if (!act && look_q && !look) done_o = 1'b1;
      end
      SEARCH: begin
        access_o.slot = level_i.head;
        if (search_done) begin
          access_o.pool_read = 1'b1;
          done_o = stopping_q;
          state_d = MATCH;
        end
      end
      default: ;
    endcase
    if (done_o) state_d = IDLE;
  end

  // The level's total follows a cycle later, so that no choice of lots meets a sum.
  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : begin_i ? MATCH : state_d;
    cursor_q.total <= total;
    left_level_q <= state_q == MATCH && acted && alters ? leaving : '0;
    if (state_q == MATCH) begin
      first_q <= step;
      if (step) begin
        look_q <= look && !look_tail && !stop;
        arrived_q <= 1'b0;
        if (look) gone_q <= 1'b0;
      end
      if (acted) begin
        stopping_q <= stop;
        spent_q <= exhausted;
        met_own_q <= stop && is_own;
        if (takes_out && is_tail) gone_q <= 1'b1;
      end
      if (acted && alters) begin
        changed_q <= 1'b1;
        cursor_q.head <= takes_out ? maker.next : slot;
      end
      if (search_done_i) begin
        found_q <= 1'b1;
        found_valid_q <= search_found_i;
      end
    end
    if (state_q == SEARCH && search_done) begin
      cursor_q <= {found, search_price_i, level_i.head, level_i.total};
      found_q <= 1'b0;
      look_q <= 1'b1;
      arrived_q <= 1'b1;
      meets_q <= found && (sells ? $signed(search_price_i) >= $signed(limit_i)
          : $signed(search_price_i) <= $signed(limit_i));
    end
    // Made ready in every cycle before it begins: that it begins comes late.
    if (state_q == IDLE) begin
      cursor_q <= best_i;
      dry_q <= dry_i;
      look_q <= 1'b1;
      arrived_q <= 1'b0;
      first_q <= 1'b0;
      gone_q <= 1'b0;
      found_q <= 1'b0;
      changed_q <= 1'b0;
    end
    // No maker acts in the first cycle; a later one without a maker that acts has none that was met.
    if (state_q == MATCH && !act) begin
      spent_q <= 1'b0;
      met_own_q <= 1'b0;
    end
  end

  // What happens to the maker; the bitmap goes ahead of its event, while the level is its path.
  assign vacate_o = state_q == MATCH && first_q && alters && takes_out && is_tail;
  assign change_o = state_q == MATCH && acted && alters;
  assign slot_o = slot;
  assign takes_out_o = takes_out;

  always_comb begin
    state_o.live = !takes_out;
    state_o.parked = 1'b0;
    state_o.open = takes_out ? '0 : maker_rest;
    state_o.filled = maker_filled;
    update_o.valid = change_o;
    update_o.slot = maker.order.position_slot;
    update_o.sell = maker.order.side;
    update_o.traded = is_own ? '0 : leaving;
    update_o.opened = closed;
    outcome_o.spent = spent_q;
    outcome_o.met_own = met_own_q;
    outcome_o.changed = changed_q;
    outcome_o.cursor = cursor_q;
    outcome_o.cursor.total = total;
    outcome_o.gone = gone_q;
    outcome_o.left = left;
  end

  assign valid_o = state_q == MATCH && emits;
  assign is_own_o = is_own;
  assign maker_o = maker;
  assign lots_o = leaving;
endmodule
