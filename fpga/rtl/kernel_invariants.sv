// What must hold of everything that the matcher writes; assertions only, no logic.
//
// Each is checked in the cycle of the write.
module kernel_invariants #(
    parameter int unsigned LIVE_ORDERS = 65280
) (
    input logic                              clk_i,
    input logic                              rst_i,
    input logic [kernel_pkg::COUNT_BITS-1:0] live_i,  // live orders of all books
    input kernel_pkg::table_write_t          table_write_i,
    input kernel_pkg::ladder_write_t         ladder_write_i,
    input kernel_pkg::pool_write_t           pool_write_i
);
  kernel_pkg::book_t book;
  assign book = table_write_i.book;

  always_ff @(posedge clk_i) begin
    if (!rst_i) begin
      live_orders_within_limit : assert (32'(live_i) <= LIVE_ORDERS);
      if (table_write_i.book_write) begin
        book_is_not_crossed :
        assert (!book.bid.valid || !book.ask.valid
            || $signed(book.bid.price) < $signed(book.ask.price));
        book_holds_live_orders_only : assert (book.orders <= live_i + 1'b1);
      end
      if (ladder_write_i.level_write && !ladder_write_i.vacate) begin
        occupied_level_has_quantity : assert (ladder_write_i.level.total != '0);
      end
      bit_is_set_or_cleared : assert (!(ladder_write_i.occupy && ladder_write_i.vacate));
      if (ladder_write_i.occupy) begin
        level_bit_comes_with_its_order : assert (ladder_write_i.level_write && pool_write_i.insert);
      end
      if (pool_write_i.state) begin
        live_order_has_quantity : assert (pool_write_i.live == (pool_write_i.open != '0));
      end
    end
  end
endmodule
