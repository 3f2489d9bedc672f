// What must hold of everything that the matcher writes, and of the events: each command has exactly
// one that is its last (of the matcher that is proved too: one_last_proof). Assertions only, no logic.
//
// Each is checked in the cycle of the write, or while the event is offered.
module kernel_invariants #(
    parameter int unsigned LIVE_ORDERS = 65280
) (
    input logic                              clk_i,
    input logic                              rst_i,
    input logic [kernel_pkg::COUNT_BITS-1:0] live_i,    // live orders of all books
    input logic [kernel_pkg::COUNT_BITS-1:0] parked_i,  // those of them that are parked
    input logic                              start_i,   // a command is taken
    input logic                              event_valid_i,
    input logic                              event_ready_i,
    input logic                              event_last_i,
    input kernel_pkg::config_t               configuration_i,
    input kernel_pkg::book_t                 book_i,    // read at the port, then as the command began
    input kernel_pkg::table_write_t          table_write_i,
    input kernel_pkg::ladder_write_t         ladder_write_i,
    input kernel_pkg::pool_write_t           pool_write_i
);
  kernel_pkg::book_t book;
  kernel_pkg::best_t bid_q, ask_q;  // as a command begins
  logic              started_q;
  assign book = table_write_i.book;

  logic owed_q, ends;  // a command was taken whose last event was not
  assign ends = event_valid_i && event_ready_i && event_last_i;

  always_ff @(posedge clk_i) begin
    started_q <= start_i && !rst_i;
    bid_q <= book_i.bid;
    ask_q <= book_i.ask;
    owed_q <= !rst_i && (start_i || (owed_q && !ends));
    if (!rst_i) begin
      no_event_without_a_command_or_after_its_last : assert (!event_valid_i || owed_q);
      no_command_before_the_last_event_of_the_one_before : assert (!start_i || !owed_q || ends);
      if (started_q) begin
        best_levels_do_not_change_as_a_command_begins :
        assert ((book_i.bid == bid_q || !bid_q.valid && !book_i.bid.valid)
            && (book_i.ask == ask_q || !ask_q.valid && !book_i.ask.valid));
      end
      live_orders_within_limit : assert (32'(live_i) <= LIVE_ORDERS);
      parked_orders_are_live : assert (parked_i <= live_i);
      if (table_write_i.book_write) begin
        book_is_not_crossed :
        assert (!book.bid.valid || !book.ask.valid
            || $signed(book.bid.price) < $signed(book.ask.price));
        book_holds_live_orders_only : assert (book.orders <= live_i + 1'b1);
        no_bid_rests_above_the_band :
        assert (!book.bid.valid || $signed(book.bid.price) <= $signed(configuration_i.band_high));
        no_ask_rests_below_the_band :
        assert (!book.ask.valid || $signed(book.ask.price) >= $signed(configuration_i.band_low));
      end
      if (ladder_write_i.level_write && !ladder_write_i.vacate) begin
        occupied_level_has_quantity : assert (ladder_write_i.level.total != '0);
      end
      bit_is_set_or_cleared : assert (!(ladder_write_i.occupy && ladder_write_i.vacate));
      if (ladder_write_i.occupy) begin
        level_bit_comes_with_its_order :
        assert (ladder_write_i.level_write && pool_write_i.insert && !pool_write_i.state.parked);
      end
      if (pool_write_i.change && pool_write_i.state.live) begin
        live_order_has_quantity : assert (pool_write_i.state.open != '0);
      end
      if (pool_write_i.insert) begin
        entered_order_is_live : assert (pool_write_i.change && pool_write_i.state.live);
      end
    end
  end
endmodule
