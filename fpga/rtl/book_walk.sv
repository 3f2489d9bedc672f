// Visits the known instruments and their resting orders, in the order of an audit.
//
// start_i, then one item after the other, each until advance_i: instrument_o (config_i and book_i
// are of it), then, if orders_i, order_o for each of its orders (entry_i is the order; bids from the
// best down, then asks from the best up, each level from its head), then, if closing_i, closed_o
// (book_i, read anew). done_o in the last cycle. only_i: nothing but first_i.
// Whoever ends an order while it is visited takes the memories meanwhile, and says so by used_i with
// advance_i; the walk goes on from its own copies. Addresses come from registers.
// Throughput: an order every 2 cycles on a level (3 when the memories were used), 6 or more cycles
// between levels, 4 an instrument without orders (2 where no orders are asked for), 2 an unknown one.
module book_walk #(
    parameter int unsigned INSTRUMENTS = 64
) (
    input  logic                clk_i,
    input  logic                rst_i,
    input  logic                start_i,
    input  logic                only_i,
    input  logic [15:0]         first_i,
    input  logic                orders_i,
    input  logic                closing_i,
    output logic                instrument_o,
    output logic                order_o,
    output logic                closed_o,
    output logic                done_o,
    input  logic                advance_i,
    input  logic                used_i,
    output logic [kernel_pkg::INSTRUMENT_BITS-1:0] index_o,
    output logic [kernel_pkg::SLOT_BITS-1:0]       slot_o,
    output logic [31:0]         rank_o,
    output kernel_pkg::access_t access_o,
    input  kernel_pkg::config_t config_i,
    input  kernel_pkg::book_t   book_i,
    input  kernel_pkg::entry_t  entry_i,
    input  kernel_pkg::level_t  level_i,
    input  logic                search_done_i,
    input  logic                search_found_i
);
  typedef enum logic [3:0] {
    IDLE,
    TABLE,       // read the instrument
    INSTRUMENT,  // visit it
    BIDS,        // take down the best bid level and its first order
    ASKS,        // the same for asks
    ENTER,       // read an order and its level
    HEAD,        // read the first order of the level at hand
    ORDER,       // an order is at hand; from the next cycle on visit it
    PATH,        // ... or, after the level's last order, its path, ...
    SEEK,        // ... and search from there
    SEARCH,      // the next level of the side
    AGAIN,       // read the instrument once more
    CLOSED,      // visit its book
    LAST         // no instrument is left
  } walk_t;
  walk_t state_q, state_d, after_side, after_instrument;

  logic [kernel_pkg::INSTRUMENT_BITS-1:0] index_q, index_d;
  logic [kernel_pkg::SLOT_BITS-1:0]       slot_q, slot_d, next_q;  // next: to read
  logic [kernel_pkg::INDEX_BITS-1:0]      level_q, level_d;
  logic [31:0]                            rank_q, rank_d;
  logic sells_q, sells_d, at_tail_q, arrived_q, leaves;

  assign after_instrument = (only_i || 32'(index_q) == INSTRUMENTS - 1) ? LAST : TABLE;
  assign after_side = !sells_q ? ASKS : closing_i ? AGAIN : after_instrument;

  always_comb begin
    state_d = state_q;
    sells_d = sells_q;
    slot_d = slot_q;
    rank_d = rank_q;
    level_d = level_q;
    leaves = 1'b0;
    access_o = '0;
    access_o.instrument = index_q;
    access_o.up = sells_q;
    access_o.index = level_q;
    access_o.slot = next_q;

    case (state_q)
      TABLE: begin
        access_o.table_read = 1'b1;
        state_d = INSTRUMENT;
      end

      INSTRUMENT: begin
        sells_d = 1'b0;
        leaves = !config_i.known || (advance_i && !orders_i);
        if (leaves) state_d = after_instrument;
        else if (advance_i) state_d = BIDS;
      end

      BIDS, ASKS: begin
        sells_d = state_q == ASKS;
        slot_d = sells_d ? book_i.ask.head : book_i.bid.head;
        level_d = sells_d ? book_i.ask.price[kernel_pkg::INDEX_BITS-1:0]
            : book_i.bid.price[kernel_pkg::INDEX_BITS-1:0];
        rank_d = 32'd0;
        if (sells_d ? book_i.ask.valid : book_i.bid.valid) begin
          state_d = ENTER;
        end else if (!sells_d) begin
          state_d = ASKS;
        end else begin
          state_d = closing_i ? AGAIN : after_instrument;
          leaves = !closing_i;
        end
      end

      ENTER: begin
        access_o.ladder_read = 1'b1;
        access_o.pool_read = 1'b1;
        state_d = ORDER;
      end

      HEAD: begin
        access_o.pool_read = 1'b1;
        state_d = ORDER;
      end

      ORDER: if (order_o && advance_i) begin
        slot_d = next_q;
        rank_d = rank_q + 32'd1;
        access_o.search = at_tail_q && !used_i;
        access_o.pool_read = !at_tail_q && !used_i;
        if (at_tail_q) state_d = used_i ? PATH : SEARCH;
        else if (used_i) state_d = ENTER;
      end

      PATH: begin
        access_o.ladder_read = 1'b1;
        state_d = SEEK;
      end

      SEEK: begin
        access_o.search = 1'b1;
        state_d = SEARCH;
      end

      SEARCH: begin
        rank_d = 32'd0;
        slot_d = level_i.head;
        if (search_done_i && search_found_i) begin
          state_d = HEAD;
        end else if (search_done_i) begin
          state_d = after_side;
          leaves = sells_q && !closing_i;
        end
      end

      AGAIN: begin
        access_o.table_read = 1'b1;
        state_d = CLOSED;
      end

      CLOSED: begin
        leaves = advance_i;
        if (advance_i) state_d = after_instrument;
      end

      LAST: state_d = IDLE;

      default: if (start_i) state_d = TABLE;  // IDLE
    endcase

    index_d = leaves ? index_q + 1'b1 : index_q;
    if (start_i) index_d = only_i ? first_i[kernel_pkg::INSTRUMENT_BITS-1:0] : '0;
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : state_d;
    index_q <= index_d;
    sells_q <= sells_d;
    slot_q <= slot_d;
    rank_q <= rank_d;
    arrived_q <= state_q != ORDER || (order_o && advance_i);
    // Taken down while the memories still show the order.
    level_q <= state_q == ORDER && arrived_q
        ? entry_i.order.price[kernel_pkg::INDEX_BITS-1:0] : level_d;
    if (arrived_q) begin
      next_q <= state_q == ORDER ? entry_i.next : slot_d;
      at_tail_q <= slot_q == level_i.tail;
    end
  end

  always_ff @(posedge clk_i) begin
    if (!rst_i && state_q == ORDER && arrived_q) begin
      visited_order_rests : assert (entry_i.state.live && !entry_i.state.parked);
      visited_order_is_in_its_book :
      assert (entry_i.order.side == sells_q && entry_i.order.instrument == index_q);
    end
  end

  assign instrument_o = state_q == INSTRUMENT && config_i.known;
  assign order_o = state_q == ORDER && !arrived_q;
  assign closed_o = state_q == CLOSED;
  assign done_o = state_q == LAST;
  assign index_o = index_q;
  assign slot_o = slot_q;
  assign rank_o = rank_q;
endmodule
