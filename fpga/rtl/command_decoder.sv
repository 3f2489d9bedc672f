// Fields of a command by its kind; combinational.
//
// Fields that a kind lacks hold whatever lies there and must not be used.
module command_decoder #(
    parameter bit MARGIN = 1'b0
) (
    input  logic [511:0]         command_i,
    output kernel_pkg::command_t command_o
);
  logic [15:0]       template_id;
  kernel_pkg::kind_t kind;
  logic              names_order, sets_config, binds, loads_account;

  assign template_id = command_i[card_pkg::NEW_HEADER_TEMPLATE_ID_LSB+:16];

  assign kind.is_new = template_id == card_pkg::TEMPLATE_ID_NEW;
  assign kind.cancel = template_id == card_pkg::TEMPLATE_ID_CANCEL;
  assign kind.replace = template_id == card_pkg::TEMPLATE_ID_REPLACE;
  assign kind.mass_cancel = template_id == card_pkg::TEMPLATE_ID_MASS_CANCEL;
  assign kind.park = template_id == card_pkg::TEMPLATE_ID_PARK;
  assign kind.unpark = template_id == card_pkg::TEMPLATE_ID_UNPARK;
  assign kind.is_cross = template_id == card_pkg::TEMPLATE_ID_CROSS;
  assign kind.set_instrument = template_id == card_pkg::TEMPLATE_ID_SET_INSTRUMENT;
  assign loads_account = MARGIN && template_id == card_pkg::TEMPLATE_ID_LOAD_ACCOUNT;
  assign kind.set_account = template_id == card_pkg::TEMPLATE_ID_SET_ACCOUNT || loads_account;
  assign kind.set_band = template_id == card_pkg::TEMPLATE_ID_SET_BAND;
  assign kind.set_window = template_id == card_pkg::TEMPLATE_ID_SET_WINDOW;
  assign kind.open_position = template_id == card_pkg::TEMPLATE_ID_OPEN_POSITION;
  assign kind.close_position = template_id == card_pkg::TEMPLATE_ID_CLOSE_POSITION;
  assign kind.load_position = template_id == card_pkg::TEMPLATE_ID_LOAD_POSITION;
  assign kind.load_order = template_id == card_pkg::TEMPLATE_ID_LOAD_ORDER;
  assign kind.end_of_load = template_id == card_pkg::TEMPLATE_ID_END_OF_LOAD;
  assign kind.audit = template_id == card_pkg::TEMPLATE_ID_AUDIT;
  assign kind.barrier = template_id == card_pkg::TEMPLATE_ID_BARRIER;

  // Cancel, replace, park and unpark begin alike, and so do those of positions.
  assign names_order = kind.cancel || kind.replace || kind.park || kind.unpark;
  assign sets_config = kind.set_instrument || kind.set_band || kind.set_window;
  assign binds = kind.open_position || kind.close_position || kind.load_position;

  always_comb begin
    command_o.kind = kind;
    command_o.template_id = template_id;
    command_o.flags = command_i[card_pkg::NEW_HEADER_FLAGS_LSB+:16];
    command_o.order_id = names_order ? command_i[card_pkg::CANCEL_ORDER_ID_LSB+:64]
        : kind.is_cross ? command_i[card_pkg::CROSS_BUY_ID_LSB+:64]
        : command_i[card_pkg::NEW_HEADER_LOG_SEQUENCE_LSB+:64];
    command_o.account = names_order ? command_i[card_pkg::CANCEL_ACCOUNT_LSB+:32]
        : binds ? command_i[card_pkg::OPEN_POSITION_ACCOUNT_LSB+:32]
        : kind.load_order ? command_i[card_pkg::LOAD_ORDER_ACCOUNT_LSB+:32]
        : loads_account ? command_i[card_pkg::LOAD_ACCOUNT_ACCOUNT_LSB+:32]
        : command_i[card_pkg::NEW_ACCOUNT_LSB+:32];
    command_o.session = kind.load_order ? command_i[card_pkg::LOAD_ORDER_SESSION_LSB+:32]
        : command_i[card_pkg::NEW_SESSION_LSB+:32];
    command_o.slot = kind.is_cross || kind.load_order ? command_i[card_pkg::CROSS_BUY_SLOT_LSB+:32]
        : command_i[card_pkg::NEW_SLOT_LSB+:32];
    command_o.position_slot = binds ? command_i[card_pkg::OPEN_POSITION_POSITION_SLOT_LSB+:32]
        : kind.load_order ? command_i[card_pkg::LOAD_ORDER_POSITION_SLOT_LSB+:32]
        : MARGIN && kind.replace ? command_i[card_pkg::REPLACE_POSITION_SLOT_LSB+:32]
        : command_i[card_pkg::NEW_POSITION_SLOT_LSB+:32];
    command_o.price = kind.is_cross || kind.load_order ? command_i[card_pkg::CROSS_PRICE_LSB+:32]
        : command_i[card_pkg::NEW_PRICE_LSB+:32];
    command_o.quantity = kind.is_cross || kind.load_order
        ? command_i[card_pkg::CROSS_QUANTITY_LSB+:32] : command_i[card_pkg::NEW_QUANTITY_LSB+:32];
    command_o.filled = command_i[card_pkg::LOAD_ORDER_FILLED_LSB+:32];
    command_o.group = kind.load_order ? command_i[card_pkg::LOAD_ORDER_SELF_TRADE_GROUP_LSB+:32]
        : loads_account ? command_i[card_pkg::LOAD_ACCOUNT_SELF_TRADE_GROUP_LSB+:32]
        : command_i[card_pkg::SET_ACCOUNT_SELF_TRADE_GROUP_LSB+:32];
    command_o.other_id = command_i[card_pkg::CROSS_SELL_ID_LSB+:64];
    command_o.other_slot = command_i[card_pkg::CROSS_SELL_SLOT_LSB+:32];
    command_o.instrument = kind.replace ? command_i[card_pkg::REPLACE_INSTRUMENT_LSB+:16]
        : kind.is_cross ? command_i[card_pkg::CROSS_INSTRUMENT_LSB+:16]
        : kind.mass_cancel ? command_i[card_pkg::MASS_CANCEL_INSTRUMENT_LSB+:16]
        : kind.load_order ? command_i[card_pkg::LOAD_ORDER_INSTRUMENT_LSB+:16]
        : binds ? command_i[card_pkg::OPEN_POSITION_INSTRUMENT_LSB+:16]
        : sets_config ? command_i[card_pkg::SET_INSTRUMENT_INSTRUMENT_LSB+:16]
        : command_i[card_pkg::NEW_INSTRUMENT_LSB+:16];
    command_o.side = kind.load_order ? command_i[card_pkg::LOAD_ORDER_SIDE_LSB+:8]
        : MARGIN && kind.replace ? command_i[card_pkg::REPLACE_SIDE_LSB+:8]
        : command_i[card_pkg::NEW_SIDE_LSB+:8];
    command_o.order_type = command_i[card_pkg::NEW_ORDER_TYPE_LSB+:8];
    command_o.time_in_force = command_i[card_pkg::NEW_TIME_IN_FORCE_LSB+:8];
    command_o.self_trade_prevention = kind.replace
        ? command_i[card_pkg::REPLACE_SELF_TRADE_PREVENTION_LSB+:8]
        : command_i[card_pkg::NEW_SELF_TRADE_PREVENTION_LSB+:8];
    command_o.window_base = command_i[card_pkg::SET_INSTRUMENT_WINDOW_BASE_LSB+:32];
    command_o.band_low = kind.set_band ? command_i[card_pkg::SET_BAND_LOW_LSB+:32]
        : command_i[card_pkg::SET_INSTRUMENT_BAND_LOW_LSB+:32];
    command_o.band_high = kind.set_band ? command_i[card_pkg::SET_BAND_HIGH_LSB+:32]
        : command_i[card_pkg::SET_INSTRUMENT_BAND_HIGH_LSB+:32];
    command_o.max_price = command_i[card_pkg::SET_INSTRUMENT_MAX_PRICE_LSB+:32];
    command_o.max_quantity = command_i[card_pkg::SET_INSTRUMENT_MAX_QUANTITY_LSB+:32];
    command_o.position = command_i[card_pkg::LOAD_POSITION_POSITION_LSB+:32];
    command_o.lines = command_i[card_pkg::AUDIT_LINES_LSB+:16];
  end
endmodule
