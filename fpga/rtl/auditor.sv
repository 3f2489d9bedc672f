// Walks the books and streams their lines for an audit.
//
// start_i with the lines asked for (the command's bits). Then, for each known instrument, its line
// and its orders: bids from the best down, asks from the best up, each level from its head; last
// `done` with the count. valid_o / ready_i: an event stays until taken; the walk waits meanwhile.
// Reads the memories through access_o, one cycle ahead of use, and changes nothing.
// Throughput: an order a cycle on a level, 4 or more cycles between levels, 4 an instrument without
// orders (2 where no orders are asked for), 2 an unknown one.
module auditor #(
    parameter int unsigned INSTRUMENTS = 64
) (
    input  logic                clk_i,
    input  logic                rst_i,
    input  logic                start_i,
    input  logic [15:0]         lines_i,
    output kernel_pkg::access_t access_o,
    input  kernel_pkg::config_t config_i,
    input  kernel_pkg::book_t   book_i,
    input  kernel_pkg::entry_t  entry_i,
    input  kernel_pkg::level_t  level_i,
    input  logic                search_done_i,
    input  logic                search_found_i,
    output logic                valid_o,
    output kernel_pkg::event_t  event_o,
    input  logic                ready_i
);
  typedef enum logic [2:0] {
    IDLE,
    TABLE,       // read the instrument
    INSTRUMENT,  // its line
    BIDS,        // read the best bid level and its first order
    ASKS,        // the same for asks
    ORDER,       // a line for each order of the level
    SEARCH,      // the next level of the side
    DONE
  } state_t;
  state_t state_q, state_d;

  logic [15:0]                      instrument_q, instrument_d;
  logic                             sells_q, sells_d;
  logic [kernel_pkg::SLOT_BITS-1:0] slot_q, slot_d;
  logic [31:0]                      rank_q, rank_d, count_q, count_d;
  logic                             with_instruments, with_orders, has_line;

  assign with_instruments = lines_i[card_pkg::AUDIT_LINES_INSTRUMENTS_BIT];
  assign with_orders = lines_i[card_pkg::AUDIT_LINES_ORDERS_BIT];
  assign has_line = config_i.known && with_instruments;

  always_comb begin
    state_d = state_q;
    instrument_d = instrument_q;
    sells_d = sells_q;
    slot_d = slot_q;
    rank_d = rank_q;
    count_d = count_q;
    valid_o = 1'b0;
    event_o = '0;
    event_o.instrument = instrument_q;
    event_o.slot = 32'(slot_q);
    event_o.command_template = card_pkg::TEMPLATE_ID_AUDIT;
    access_o = '0;
    access_o.instrument = instrument_q[kernel_pkg::INSTRUMENT_BITS-1:0];
    access_o.up = sells_q;

    case (state_q)
      TABLE: begin
        access_o.table_read = 1'b1;
        state_d = INSTRUMENT;
      end

      INSTRUMENT: begin
        event_o.template_id = card_pkg::TEMPLATE_ID_AUDIT_INSTRUMENT;
        valid_o = has_line;
        if (ready_i || !has_line) begin
          if (has_line) count_d = count_q + 32'd1;
          instrument_d = instrument_q + 16'd1;
          state_d = (32'(instrument_q) == INSTRUMENTS - 1) ? DONE : TABLE;
          if (config_i.known && with_orders) begin
            instrument_d = instrument_q;
            state_d = BIDS;
          end
        end
      end

      BIDS, ASKS: begin
        sells_d = state_q == ASKS;
        slot_d = sells_d ? book_i.ask.head : book_i.bid.head;
        rank_d = 32'd0;
        access_o.ladder_read = 1'b1;
        access_o.index = sells_d ? book_i.ask.price[17:0] : book_i.bid.price[17:0];
        access_o.pool_read = 1'b1;
        access_o.slot = slot_d;
        if (sells_d ? book_i.ask.valid : book_i.bid.valid) begin
          state_d = ORDER;
        end else if (!sells_d) begin
          state_d = ASKS;
        end else begin
          instrument_d = instrument_q + 16'd1;
          state_d = (32'(instrument_q) == INSTRUMENTS - 1) ? DONE : TABLE;
        end
      end

      ORDER: begin
        event_o.template_id = card_pkg::TEMPLATE_ID_AUDIT_ORDER;
        event_o.number = rank_q;
        valid_o = 1'b1;
        if (ready_i) begin
          count_d = count_q + 32'd1;
          rank_d = rank_q + 32'd1;
          slot_d = entry_i.next;
          access_o.slot = entry_i.next;
          if (slot_q == level_i.tail) begin
            access_o.search = 1'b1;
            state_d = SEARCH;
          end else begin
            access_o.pool_read = 1'b1;
          end
        end
      end

      SEARCH: begin
        rank_d = 32'd0;
        slot_d = level_i.head;
        access_o.pool_read = search_done_i;
        access_o.slot = level_i.head;
        if (search_done_i && search_found_i) begin
          state_d = ORDER;
        end else if (search_done_i && !sells_q) begin
          state_d = ASKS;
        end else if (search_done_i) begin
          instrument_d = instrument_q + 16'd1;
          state_d = (32'(instrument_q) == INSTRUMENTS - 1) ? DONE : TABLE;
        end
      end

      DONE: begin
        event_o.template_id = card_pkg::TEMPLATE_ID_DONE;
        event_o.last = 1'b1;
        event_o.number = count_q;
        valid_o = 1'b1;
        if (ready_i) state_d = IDLE;
      end

      default: begin  // IDLE
        instrument_d = 16'd0;
        count_d = 32'd0;
        if (start_i) state_d = TABLE;
      end
    endcase
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : state_d;
    instrument_q <= instrument_d;
    sells_q <= sells_d;
    slot_q <= slot_d;
    rank_q <= rank_d;
    count_q <= count_d;
  end

  always_ff @(posedge clk_i) begin
    if (!rst_i && state_q == ORDER) begin
      audited_order_is_live : assert (entry_i.live);
      audited_order_is_in_its_book :
      assert (entry_i.order.side == sells_q && 16'(entry_i.order.instrument) == instrument_q);
    end
  end
endmodule
