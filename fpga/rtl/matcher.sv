// The rules: carries out one command at a time, and keeps the books. The parts and their wires; what
// follows on what is the sequencer's.
//
// start_i: the command at the port begins; book, level and order that it names are read in that
// cycle. finish_o: it ends in this cycle, so that another start_i may come with it; the best levels
// do not change in that cycle. event valid_o / ready_i: an event stays until taken; meanwhile the
// command stands still, but for a search in the ladder.
// Cycles from start_i, when events are taken at once: new and all that names no order 1 (fill or
// kill: after its walk; what defines an instrument 4); first trade 3, each further maker of the level
// +1, of the next level +4 (+7 in another word of the bitmap); cancel, replace, park 2. Ready: new
// that rests 2, cancel 3.
module matcher #(
    parameter int unsigned LEVELS = 4096,
    parameter int unsigned LIVE_ORDERS = 65280,
    parameter bit MARGIN = 1'b0
) (
    input  logic                      clk_i,
    input  logic                      rst_i,
    input  logic                      clear_i,        // pool_write_o names clear_slot_i a cycle later
    input  logic [kernel_pkg::SLOT_BITS-1:0] clear_slot_i,
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
    output logic                      addressed_o,    // it may read in this cycle: no start_i
    output logic                      position_read_o,
    output logic                      position_taken_o,  // what was read must stay
    output logic                      book_taken_o,      // the book may be read, here or by the walker
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
    output logic                      walking_o,      // the walker reads the memories
    output logic                      ended_o,        // ... done; held until this pulse
    output logic                      ended_at_best_o,
    // Events
    output logic                      valid_o,
    output kernel_pkg::event_t        event_o,
    input  logic                      ready_i
);
  kernel_pkg::command_t   command;
  kernel_pkg::facts_t     facts;
  kernel_pkg::standing_t  standing;
  kernel_pkg::held_t      held;
  kernel_pkg::step_t      step;
  kernel_pkg::operation_t operation;
  kernel_pkg::order_t     order;           // as it enters
  kernel_pkg::book_t      book, kept;      // of its instrument, as changed so far; ... since read
  kernel_pkg::best_t      own, opposite;   // of the order's side, and of the other
  kernel_pkg::best_t      meets_q;         // opposite, a cycle old
  kernel_pkg::vetted_t    vetted;
  kernel_pkg::verdict_t   verdict;
  kernel_pkg::event_t     told;
  kernel_pkg::outcome_t   outcome;
  kernel_pkg::access_t    match_access;
  kernel_pkg::entry_t     maker;
  kernel_pkg::state_t     maker_state;
  kernel_pkg::position_update_t      maker_update;
  logic [kernel_pkg::REASONS-1:1]    late;
  logic [kernel_pkg::SLOT_BITS-1:0]  entry_slot, maker_slot;
  logic [kernel_pkg::QUANTITY_BITS-1:0] maker_lots;
  localparam int unsigned LEVEL_BITS = $clog2(LEVELS);

  logic [LEVEL_BITS-1:0] level;
  logic late_any, own_price, loading_q, pool_full, book_read, begin_match, apply, vacates;
  logic match_valid, match_done, match_fault, maker_own, maker_change, maker_ends;

  assign own = held.order.side ? book.ask : book.bid;
  // Two prices of resting orders are one if their levels are. Each side of either book is compared
  // before it is known which of the four it is.
  assign level = held.order.price[LEVEL_BITS-1:0];
  assign own_price = book_read
      ? (held.order.side ? book_i.ask.valid && book_i.ask.price[LEVEL_BITS-1:0] == level
          : book_i.bid.valid && book_i.bid.price[LEVEL_BITS-1:0] == level)
      : (held.order.side ? kept.ask.valid && kept.ask.price[LEVEL_BITS-1:0] == level
          : kept.bid.valid && kept.bid.price[LEVEL_BITS-1:0] == level);
  assign opposite = held.order.side ? book.bid : book.ask;

  // Where matching begins, for the addresses: held, so that no book is chosen on the way to a memory.
  // The bests are as they were when the command began, and then change only on the order's own side. A
  // cross meets its other order.
  always_ff @(posedge clk_i) begin
    meets_q <= !start_i ? opposite : command_i.side[0] ? book_i.bid : book_i.ask;
    if (start_i && command_i.kind.is_cross) meets_q.head <= command_i.other_slot[kernel_pkg::SLOT_BITS-1:0];
  end

  always_comb begin
    order = held.order;
    order.price = held.enter_price;
  end

  sequencer u_sequencer (
      .clk_i,
      .rst_i,
      .start_i,
      .start_kind_i(command_i.kind),
      .idle_o,
      .finish_o,
      .command_i(command),
      .facts_i(facts),
      .held_i(held),
      .vetted_i(vetted),
      .verdict_i(verdict),
      .book_i(book),
      .meets_i(meets_q),
      .step_o(step),
      .operation_o(operation),
      .apply_o(apply),
      .addressed_o,
      .access_o,
      .position_read_o,
      .position_taken_o,
      .book_taken_o,
      .book_read_o(book_read),
      .entry_slot_o(entry_slot),
      .entry_i,
      .occupied_i,
      .search_done_i,
      .position_fresh_i,
      .match_o(begin_match),
      .match_access_i(match_access),
      .match_valid_i(match_valid),
      .match_done_i(match_done),
      .match_fault_i(match_fault),
      .outcome_i(outcome),
      .walk_start_o,
      .walking_o,
      .walk_done_i,
      .end_i,
      .ended_o,
      .valid_o,
      .ready_i
  );

  held_command u_held (
      .clk_i,
      .clear_i,
      .clear_slot_i,
      .start_i,
      .command_i,
      .facts_i,
      .book_i,
      .step_i(step),
      .match_i(begin_match),
      .entry_i,
      .level_i,
      .kept_i(kept),
      .vetted_i(vetted),
      .verdict_i(verdict),
      .outcome_i(outcome),
      .position_fresh_i,
      .end_i,
      .end_slot_i,
      .command_o(command),
      .facts_o(facts),
      .standing_o(standing),
      .held_o(held)
  );

  late_reasons u_late (
      .clk_i,
      .start_i,
      .step_i(step),
      .command_i(command),
      .facts_i(facts),
      .standing_i(standing),
      .held_i(held),
      .entry_i,
      .vetted_i(vetted),
      .verdict_i(verdict),
      .position_i,
      .position_fresh_i,
      .occupied_i,
      .search_found_i,
      .search_price_i,
      .late_o(late),
      .any_o(late_any)
  );

  order_vetting #(.LEVELS(LEVELS), .MARGIN(MARGIN)) u_vetting (
      .clk_i,
      .command_i(command),
      .named_i(step.fetch),
      .other_i(step.other),
      .vet_i(step.vet),
      .entry_i,
      .config_i,
      .book_i(kept),
      .vetted_o(vetted)
  );

  matching u_matching (
      .clk_i,
      .rst_i,
      .begin_i(begin_match),
      .dry_i(step.walks),
      .best_i(opposite),
      .lots_i(held.lots),
      .taker_i(held.order),
      .limit_i(held.limit),
      .cancels_resting_i(held.cancels_resting),
      .cancels_both_i(held.cancels_both),
      .access_o(match_access),
      .entry_slot_i(entry_slot),
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
      .operation_i(operation),
      .command_i(command),
      .order_i(order),
      .slot_i(held.slot),
      .lots_i(held.lots),
      .filled_i(held.filled),
      .improves_i(held.improves),
      .vetted_i(vetted),
      .removed_i(held.removed),
      .at_best_i(held.at_best),
      .only_i(held.only),
      .matching_i(step.match),
      .outcome_i(outcome),
      .traded_i(held.traded),
      .vacate_i(vacates),
      .maker_change_i(maker_change),
      .maker_ends_i(maker_ends),
      .maker_slot_i(maker_slot),
      .maker_state_i(maker_state),
      .maker_update_i(maker_update),
      .book_read_i(book_read),
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
      .apply_i(apply),
      .command_i(command),
      .config_i(facts.configuration),
      .config_write_o(table_write_o.config_write),
      .config_o(table_write_o.configuration),
      .account_write_o,
      .position_bind_o
  );
  assign table_write_o.instrument = held.order.instrument;

  judge u_judge (
      .answers_i(step.answer),
      .command_i(command),
      .facts_i(facts),
      .refused_low_i(held.refused_low),
      .refused_high_i(held.refused_high),
      .refused_last_i(held.refused_last),
      .late_i(late),
      .late_any_i(late_any),
      .standing_i(standing),
      .own_valid_i(own.valid),
      .own_price_i(own_price),
      .entry_live_i(entry_i.state.live),
      .pool_full_i(pool_full),
      .vetted_i(vetted),
      .ending_i(held.ending),
      .roomed_i(held.roomed),
      .room_i(position_i.room),
      .walked_i(held.matched),
      .outcome_i(outcome),
      .verdict_o(verdict),
      .refusals_o
  );

  teller u_teller (
      .answers_i(step.answer),
      .tells_i(step.tell),
      .matches_i(step.match),
      .leaves_i(step.leave),
      .tops_i(step.top),
      .last_i(!held.top),
      .command_i(command),
      .order_i(held.order),
      .vetted_i(vetted),
      .verdict_i(verdict),
      .lots_i(held.lots),
      .maker_i(maker),
      .maker_slot_i(maker_slot),
      .maker_own_i(maker_own),
      .maker_lots_i(maker_lots),
      .maker_price_i(outcome.cursor.price),
      .event_o(told)
  );

  // Whether an order was at the best price comes last.
  always_comb begin
    event_o = told;
    event_o.last = told.last || (step.tell && verdict.last_below && !verdict.at_best);
  end

  always_ff @(posedge clk_i) loading_q <= rst_i || (loading_q && !(apply && command.kind.end_of_load));

  assign alone_o = facts.alone;
  assign loading_o = loading_q;
  assign command_o = command;
  assign book_o = book;
  assign ended_at_best_o = held.at_best;

  always_ff @(posedge clk_i) begin
    if (!rst_i && step.tell && own.valid && !vetted.unknown && !vetted.named.state.parked) begin
      resting_orders_are_in_the_window :
      assert (own_price == (own.price == held.order.price));
    end
  end
endmodule
