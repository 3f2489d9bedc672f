// Fields of a command by its kind; combinational.
//
// Fields that a kind lacks hold whatever lies there and must not be used.
module command_decoder (
    input  logic [511:0]         command_i,
    output kernel_pkg::command_t command_o
);
  logic [15:0] template_id;
  logic [2:0]  kind;
  logic        is_new, is_cancel, is_set_band;

  assign template_id = command_i[card_pkg::NEW_HEADER_TEMPLATE_ID_LSB+:16];
  assign is_new = template_id == card_pkg::TEMPLATE_ID_NEW;
  assign is_cancel = template_id == card_pkg::TEMPLATE_ID_CANCEL;
  assign is_set_band = template_id == card_pkg::TEMPLATE_ID_SET_BAND;

  always_comb begin
    case (template_id)
      card_pkg::TEMPLATE_ID_NEW: kind = kernel_pkg::KIND_NEW;
      card_pkg::TEMPLATE_ID_CANCEL: kind = kernel_pkg::KIND_CANCEL;
      card_pkg::TEMPLATE_ID_SET_INSTRUMENT: kind = kernel_pkg::KIND_SET_INSTRUMENT;
      card_pkg::TEMPLATE_ID_SET_BAND: kind = kernel_pkg::KIND_SET_BAND;
      card_pkg::TEMPLATE_ID_AUDIT: kind = kernel_pkg::KIND_AUDIT;
      card_pkg::TEMPLATE_ID_BARRIER: kind = kernel_pkg::KIND_BARRIER;
      default: kind = kernel_pkg::KIND_UNSUPPORTED;
    endcase
  end

  assign command_o.kind = kind;
  assign command_o.template_id = template_id;
  assign command_o.flags = command_i[card_pkg::NEW_HEADER_FLAGS_LSB+:16];
  assign command_o.order_id = is_cancel
      ? command_i[card_pkg::CANCEL_ORDER_ID_LSB+:64]
      : command_i[card_pkg::NEW_HEADER_LOG_SEQUENCE_LSB+:64];
  assign command_o.account = is_cancel
      ? command_i[card_pkg::CANCEL_ACCOUNT_LSB+:32]
      : command_i[card_pkg::NEW_ACCOUNT_LSB+:32];
  assign command_o.session = command_i[card_pkg::NEW_SESSION_LSB+:32];
  assign command_o.slot = is_cancel
      ? command_i[card_pkg::CANCEL_SLOT_LSB+:32]
      : command_i[card_pkg::NEW_SLOT_LSB+:32];
  assign command_o.price = command_i[card_pkg::NEW_PRICE_LSB+:32];
  assign command_o.quantity = command_i[card_pkg::NEW_QUANTITY_LSB+:32];
  assign command_o.instrument = is_new ? command_i[card_pkg::NEW_INSTRUMENT_LSB+:16]
      : is_set_band ? command_i[card_pkg::SET_BAND_INSTRUMENT_LSB+:16]
      : command_i[card_pkg::SET_INSTRUMENT_INSTRUMENT_LSB+:16];
  assign command_o.side = command_i[card_pkg::NEW_SIDE_LSB+:8];
  assign command_o.order_type = command_i[card_pkg::NEW_ORDER_TYPE_LSB+:8];
  assign command_o.time_in_force = command_i[card_pkg::NEW_TIME_IN_FORCE_LSB+:8];
  assign command_o.self_trade_prevention = command_i[card_pkg::NEW_SELF_TRADE_PREVENTION_LSB+:8];
  assign command_o.window_base = command_i[card_pkg::SET_INSTRUMENT_WINDOW_BASE_LSB+:32];
  assign command_o.band_low = is_set_band
      ? command_i[card_pkg::SET_BAND_LOW_LSB+:32]
      : command_i[card_pkg::SET_INSTRUMENT_BAND_LOW_LSB+:32];
  assign command_o.band_high = is_set_band
      ? command_i[card_pkg::SET_BAND_HIGH_LSB+:32]
      : command_i[card_pkg::SET_INSTRUMENT_BAND_HIGH_LSB+:32];
  assign command_o.max_price = command_i[card_pkg::SET_INSTRUMENT_MAX_PRICE_LSB+:32];
  assign command_o.max_quantity = command_i[card_pkg::SET_INSTRUMENT_MAX_QUANTITY_LSB+:32];
  assign command_o.lines = command_i[card_pkg::AUDIT_LINES_LSB+:16];
endmodule
