// Lays an event out as its 64 bytes, without what the ring adds (stamp, consumed, sequence);
// combinational.
//
// Top of book and audit lines take their fields from the memories' outputs beside event_i.
module event_builder (
    input  kernel_pkg::event_t  event_i,
    input  kernel_pkg::config_t config_i,
    input  kernel_pkg::book_t   book_i,
    input  kernel_pkg::entry_t  entry_i,
    output logic [511:0]        event_o
);
  logic [511:0] head, accepted, rejected, trade, cancelled, top, instrument, order, done, fault;
  logic [kernel_pkg::QUANTITY_BITS-1:0] filled;

  assign filled = entry_i.order.total - entry_i.open;

  always_comb begin
    head = '0;
    head[card_pkg::ACCEPTED_HEADER_TEMPLATE_ID_LSB+:16] = event_i.template_id;
    head[card_pkg::ACCEPTED_HEADER_FLAGS_LSB+card_pkg::EVENT_FLAGS_LAST_BIT] = event_i.last;

    accepted = head;
    accepted[card_pkg::ACCEPTED_ACCOUNT_LSB+:32] = event_i.account;
    accepted[card_pkg::ACCEPTED_ORDER_ID_LSB+:64] = event_i.order_id;
    accepted[card_pkg::ACCEPTED_INSTRUMENT_LSB+:16] = event_i.instrument;

    rejected = head;
    rejected[card_pkg::REJECTED_ACCOUNT_LSB+:32] = event_i.account;
    rejected[card_pkg::REJECTED_ORDER_ID_LSB+:64] = event_i.order_id;
    rejected[card_pkg::REJECTED_REASON_LSB+:16] = event_i.reason;
    rejected[card_pkg::REJECTED_COMMAND_TEMPLATE_LSB+:16] = event_i.command_template;

    trade = head;
    trade[card_pkg::TRADE_MAKER_SLOT_LSB+:32] = event_i.slot;
    trade[card_pkg::TRADE_TAKER_ID_LSB+:64] = event_i.order_id;
    trade[card_pkg::TRADE_MAKER_ID_LSB+:64] = event_i.maker_id;
    trade[card_pkg::TRADE_PRICE_LSB+:32] = event_i.price;
    trade[card_pkg::TRADE_QUANTITY_LSB+:32] = event_i.quantity;
    trade[card_pkg::TRADE_INSTRUMENT_LSB+:16] = event_i.instrument;
    trade[card_pkg::TRADE_TAKER_SIDE_LSB+:8] = event_i.side;

    cancelled = head;
    cancelled[card_pkg::CANCELLED_ACCOUNT_LSB+:32] = event_i.account;
    cancelled[card_pkg::CANCELLED_ORDER_ID_LSB+:64] = event_i.order_id;
    cancelled[card_pkg::CANCELLED_QUANTITY_LSB+:32] = event_i.quantity;
    cancelled[card_pkg::CANCELLED_INSTRUMENT_LSB+:16] = event_i.instrument;
    cancelled[card_pkg::CANCELLED_REASON_LSB+:8] = event_i.reason[7:0];

    top = head;
    top[card_pkg::TOP_OF_BOOK_INSTRUMENT_LSB+:16] = event_i.instrument;
    top[card_pkg::TOP_OF_BOOK_BID_PRICE_LSB+:32] = kernel_pkg::NO_PRICE;
    top[card_pkg::TOP_OF_BOOK_ASK_PRICE_LSB+:32] = kernel_pkg::NO_PRICE;
    if (book_i.bid.valid) begin
      top[card_pkg::TOP_OF_BOOK_BID_QUANTITY_LSB+:64] = 64'(book_i.bid.total);
      top[card_pkg::TOP_OF_BOOK_BID_PRICE_LSB+:32] = book_i.bid.price;
    end
    if (book_i.ask.valid) begin
      top[card_pkg::TOP_OF_BOOK_ASK_QUANTITY_LSB+:64] = 64'(book_i.ask.total);
      top[card_pkg::TOP_OF_BOOK_ASK_PRICE_LSB+:32] = book_i.ask.price;
    end

    instrument = head;
    instrument[card_pkg::AUDIT_INSTRUMENT_INSTRUMENT_LSB+:16] = event_i.instrument;
    instrument[card_pkg::AUDIT_INSTRUMENT_WINDOW_BASE_LSB+:32] = config_i.window_base;
    instrument[card_pkg::AUDIT_INSTRUMENT_BAND_LOW_LSB+:32] = config_i.band_low;
    instrument[card_pkg::AUDIT_INSTRUMENT_BAND_HIGH_LSB+:32] = config_i.band_high;
    instrument[card_pkg::AUDIT_INSTRUMENT_MAX_PRICE_LSB+:32] = 32'(config_i.max_price);
    instrument[card_pkg::AUDIT_INSTRUMENT_MAX_QUANTITY_LSB+:32] = 32'(config_i.max_quantity);
    instrument[card_pkg::AUDIT_INSTRUMENT_ORDERS_LSB+:32] = 32'(book_i.orders);

    order = head;
    order[card_pkg::AUDIT_ORDER_ACCOUNT_LSB+:32] = entry_i.order.account;
    order[card_pkg::AUDIT_ORDER_ORDER_ID_LSB+:64] = entry_i.order.id;
    order[card_pkg::AUDIT_ORDER_SESSION_LSB+:32] = entry_i.order.session;
    order[card_pkg::AUDIT_ORDER_PRICE_LSB+:32] = entry_i.order.price;
    order[card_pkg::AUDIT_ORDER_TOTAL_LSB+:32] = 32'(entry_i.order.total);
    order[card_pkg::AUDIT_ORDER_FILLED_LSB+:32] = 32'(filled);
    order[card_pkg::AUDIT_ORDER_RANK_LSB+:32] = event_i.number;
    order[card_pkg::AUDIT_ORDER_INSTRUMENT_LSB+:16] = event_i.instrument;
    order[card_pkg::AUDIT_ORDER_SIDE_LSB+:8] = 8'(entry_i.order.side);

    done = head;
    done[card_pkg::DONE_LINES_LSB+:32] = event_i.number;
    done[card_pkg::DONE_COMMAND_TEMPLATE_LSB+:16] = event_i.command_template;

    fault = head;
    fault[card_pkg::FAULT_CODE_LSB+:16] = card_pkg::FAULT_CODE_INVARIANT;
  end

  always_comb begin
    case (event_i.template_id)
      card_pkg::TEMPLATE_ID_ACCEPTED: event_o = accepted;
      card_pkg::TEMPLATE_ID_REJECTED: event_o = rejected;
      card_pkg::TEMPLATE_ID_TRADE: event_o = trade;
      card_pkg::TEMPLATE_ID_CANCELLED: event_o = cancelled;
      card_pkg::TEMPLATE_ID_TOP_OF_BOOK: event_o = top;
      card_pkg::TEMPLATE_ID_AUDIT_INSTRUMENT: event_o = instrument;
      card_pkg::TEMPLATE_ID_AUDIT_ORDER: event_o = order;
      card_pkg::TEMPLATE_ID_DONE: event_o = done;
      default: event_o = fault;
    endcase
  end
endmodule
