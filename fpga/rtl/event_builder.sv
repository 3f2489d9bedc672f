// Lays an event out as its 64 bytes, without what the ring adds (stamp, consumed, sequence);
// combinational.
module event_builder (
    input  kernel_pkg::answer_t event_i,
    output logic [511:0]        event_o,
    output logic                reject_o,  // it is a refusal, for ...
    output logic [kernel_pkg::REASON_BITS-1:0] reason_o
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;
  localparam int unsigned HALF = LOTS / 2;

  kernel_pkg::event_t  told;
  kernel_pkg::book_t   book;
  kernel_pkg::config_t configuration;
  kernel_pkg::entry_t  entry;
  kernel_pkg::position_t position;
  logic [31:0] total, lots;
  logic [511:0] of_order, of_other;
  logic [LOTS-1:0] inverse;
  logic [LOTS-HALF-1:0] high;
  logic        carries;
  logic [63:0] reasons;
  logic [7:0]  groups;  // of reasons, that have one

  assign told = event_i.told;
  assign book = event_i.book;
  assign configuration = event_i.configuration;
  assign entry = event_i.entry;
  assign position = event_i.position;
  assign total = 32'(entry.state.open) + 32'(entry.state.filled);
  // In two halves: to the upper one comes a carry where the lower is zero.
  assign carries = position.is_short && position.size[HALF-1:0] == '0;
  assign inverse = position.size ^ {LOTS {position.is_short}};
  assign high = inverse[LOTS-1:HALF] + (LOTS-HALF)'(1);
  assign lots = {
    {32 - LOTS {position.is_short}}, carries ? high : inverse[LOTS-1:HALF],
    inverse[HALF-1:0] + HALF'(position.is_short)
  };
  assign reject_o = told.template_id == card_pkg::TEMPLATE_ID_REJECTED;

  // Bit 0 is no reason. Where there is none, this is no refusal.
  assign reasons = 64'(event_i.refusals[kernel_pkg::REASONS-1:1]) << 1;
  for (genvar i = 0; i < 8; i++) begin : gen_group
    assign groups[i] = reasons[8*i+:8] != '0;
  end
  find_bit u_find (
      .word_i(reasons),
      .groups_i(groups),
      .bit_o(reason_o)
  );

  // In two parts, joined by OR: as one choice of constants and fields it would become resets of the
  // register behind, which come late.
  always_comb begin
    of_order = '0;
    of_order[card_pkg::ACCEPTED_HEADER_TEMPLATE_ID_LSB+:16] = told.template_id;
    of_order[card_pkg::ACCEPTED_HEADER_FLAGS_LSB+card_pkg::EVENT_FLAGS_LAST_BIT] = told.last;
    case (told.template_id)
      card_pkg::TEMPLATE_ID_ACCEPTED: begin
        of_order[card_pkg::ACCEPTED_ACCOUNT_LSB+:32] = told.account;
        of_order[card_pkg::ACCEPTED_ORDER_ID_LSB+:64] = told.order_id;
        of_order[card_pkg::ACCEPTED_INSTRUMENT_LSB+:16] = told.instrument;
        of_order[card_pkg::ACCEPTED_QUANTITY_LSB+:32] = told.quantity;
      end
      card_pkg::TEMPLATE_ID_REJECTED: begin
        of_order[card_pkg::REJECTED_ACCOUNT_LSB+:32] = told.account;
        of_order[card_pkg::REJECTED_ORDER_ID_LSB+:64] = told.order_id;
        of_order[card_pkg::REJECTED_REASON_LSB+:16] = 16'(reason_o);
        of_order[card_pkg::REJECTED_COMMAND_TEMPLATE_LSB+:16] = told.command_template;
      end
      card_pkg::TEMPLATE_ID_TRADE: begin
        of_order[card_pkg::TRADE_MAKER_SLOT_LSB+:32] = told.slot;
        of_order[card_pkg::TRADE_TAKER_ID_LSB+:64] = told.order_id;
        of_order[card_pkg::TRADE_MAKER_ID_LSB+:64] = told.maker_id;
        of_order[card_pkg::TRADE_PRICE_LSB+:32] = told.price;
        of_order[card_pkg::TRADE_QUANTITY_LSB+:32] = told.quantity;
        of_order[card_pkg::TRADE_INSTRUMENT_LSB+:16] = told.instrument;
        of_order[card_pkg::TRADE_TAKER_SIDE_LSB+:8] = told.side;
      end
      card_pkg::TEMPLATE_ID_CANCELLED: begin
        of_order[card_pkg::CANCELLED_ACCOUNT_LSB+:32] = told.account;
        of_order[card_pkg::CANCELLED_ORDER_ID_LSB+:64] = told.order_id;
        of_order[card_pkg::CANCELLED_QUANTITY_LSB+:32] = told.quantity;
        of_order[card_pkg::CANCELLED_INSTRUMENT_LSB+:16] = told.instrument;
        of_order[card_pkg::CANCELLED_REASON_LSB+:8] = told.cancel_reason;
      end
      card_pkg::TEMPLATE_ID_REPLACED: begin
        of_order[card_pkg::REPLACED_ACCOUNT_LSB+:32] = told.account;
        of_order[card_pkg::REPLACED_ORDER_ID_LSB+:64] = told.order_id;
        of_order[card_pkg::REPLACED_PRICE_LSB+:32] = told.price;
        of_order[card_pkg::REPLACED_TOTAL_LSB+:32] = told.quantity;
        of_order[card_pkg::REPLACED_INSTRUMENT_LSB+:16] = told.instrument;
        of_order[card_pkg::REPLACED_PLACE_LSB+:8] = 8'(told.kept);
      end
      default: ;
    endcase

    of_other = '0;
    case (told.template_id)
      card_pkg::TEMPLATE_ID_ACCEPTED, card_pkg::TEMPLATE_ID_REJECTED, card_pkg::TEMPLATE_ID_TRADE,
      card_pkg::TEMPLATE_ID_CANCELLED, card_pkg::TEMPLATE_ID_REPLACED: ;
      card_pkg::TEMPLATE_ID_TOP_OF_BOOK: begin
        of_other[card_pkg::TOP_OF_BOOK_INSTRUMENT_LSB+:16] = told.instrument;
        of_other[card_pkg::TOP_OF_BOOK_BID_PRICE_LSB+:32] = kernel_pkg::NO_PRICE;
        of_other[card_pkg::TOP_OF_BOOK_ASK_PRICE_LSB+:32] = kernel_pkg::NO_PRICE;
        if (book.bid.valid) begin
          of_other[card_pkg::TOP_OF_BOOK_BID_QUANTITY_LSB+:64] = 64'(book.bid.total);
          of_other[card_pkg::TOP_OF_BOOK_BID_PRICE_LSB+:32] = book.bid.price;
        end
        if (book.ask.valid) begin
          of_other[card_pkg::TOP_OF_BOOK_ASK_QUANTITY_LSB+:64] = 64'(book.ask.total);
          of_other[card_pkg::TOP_OF_BOOK_ASK_PRICE_LSB+:32] = book.ask.price;
        end
      end
      card_pkg::TEMPLATE_ID_AUDIT_INSTRUMENT: begin
        of_other[card_pkg::AUDIT_INSTRUMENT_INSTRUMENT_LSB+:16] = told.instrument;
        of_other[card_pkg::AUDIT_INSTRUMENT_WINDOW_BASE_LSB+:32] = configuration.window_base;
        of_other[card_pkg::AUDIT_INSTRUMENT_BAND_LOW_LSB+:32] = configuration.band_low;
        of_other[card_pkg::AUDIT_INSTRUMENT_BAND_HIGH_LSB+:32] = configuration.band_high;
        of_other[card_pkg::AUDIT_INSTRUMENT_MAX_PRICE_LSB+:32] = 32'(configuration.max_price);
        of_other[card_pkg::AUDIT_INSTRUMENT_MAX_QUANTITY_LSB+:32] = 32'(configuration.max_quantity);
        of_other[card_pkg::AUDIT_INSTRUMENT_ORDERS_LSB+:32] = 32'(book.orders);
      end
      card_pkg::TEMPLATE_ID_AUDIT_ORDER: begin
        of_other[card_pkg::AUDIT_ORDER_ACCOUNT_LSB+:32] = entry.order.account;
        of_other[card_pkg::AUDIT_ORDER_ORDER_ID_LSB+:64] = entry.order.id;
        of_other[card_pkg::AUDIT_ORDER_SESSION_LSB+:32] = entry.order.session;
        of_other[card_pkg::AUDIT_ORDER_PRICE_LSB+:32] = entry.order.price;
        of_other[card_pkg::AUDIT_ORDER_TOTAL_LSB+:32] = total;
        of_other[card_pkg::AUDIT_ORDER_FILLED_LSB+:32] = 32'(entry.state.filled);
        of_other[card_pkg::AUDIT_ORDER_RANK_LSB+:32] = told.number;
        of_other[card_pkg::AUDIT_ORDER_SELF_TRADE_GROUP_LSB+:32] = entry.order.group;
        of_other[card_pkg::AUDIT_ORDER_PLACE_LSB+:8] = 8'(entry.state.parked);
        of_other[card_pkg::AUDIT_ORDER_INSTRUMENT_LSB+:16] = told.instrument;
        of_other[card_pkg::AUDIT_ORDER_SIDE_LSB+:8] = 8'(entry.order.side);
      end
      card_pkg::TEMPLATE_ID_AUDIT_POSITION: begin
        of_other[card_pkg::AUDIT_POSITION_ACCOUNT_LSB+:32] = 32'(position.account);
        of_other[card_pkg::AUDIT_POSITION_POSITION_LSB+:32] = lots;
        of_other[card_pkg::AUDIT_POSITION_OPEN_BIDS_LSB+:32] = 32'(position.bids);
        of_other[card_pkg::AUDIT_POSITION_OPEN_ASKS_LSB+:32] = 32'(position.asks);
        of_other[card_pkg::AUDIT_POSITION_INSTRUMENT_LSB+:16] = 16'(position.instrument);
      end
      card_pkg::TEMPLATE_ID_AUDIT_ACCOUNT: begin
        of_other[card_pkg::AUDIT_ACCOUNT_ACCOUNT_LSB+:32] = told.account;
        of_other[card_pkg::AUDIT_ACCOUNT_SELF_TRADE_GROUP_LSB+:32] = event_i.group;
      end
      card_pkg::TEMPLATE_ID_DONE: begin
        of_other[card_pkg::DONE_LINES_LSB+:32] = told.number;
        of_other[card_pkg::DONE_COMMAND_TEMPLATE_LSB+:16] = told.command_template;
      end
      card_pkg::TEMPLATE_ID_FAULT:
      of_other[card_pkg::FAULT_CODE_LSB+:16] = card_pkg::FAULT_CODE_INVARIANT;
      default: ;  // laid out by the margin stage
    endcase
  end
  assign event_o = of_order | of_other;
endmodule
