// Generated from card.xml: do not edit.

// verilator lint_off UNUSEDPARAM
package card_pkg;

  localparam logic [63:0] SCHEMA_HASH = 64'hdaf76cb50a21a616;

  // cancelReason
  localparam logic [7:0] CANCEL_REASON_REQUESTED = 8'd1;
  localparam logic [7:0] CANCEL_REASON_IMMEDIATE_OR_CANCEL = 8'd2;
  localparam logic [7:0] CANCEL_REASON_BAND = 8'd3;
  localparam logic [7:0] CANCEL_REASON_SELF_TRADE = 8'd4;
  localparam logic [7:0] CANCEL_REASON_MASS_CANCEL = 8'd5;

  // faultCode
  localparam logic [15:0] FAULT_CODE_INVARIANT = 16'd1;

  // keptPlace
  localparam logic [7:0] KEPT_PLACE_LOST = 8'd0;
  localparam logic [7:0] KEPT_PLACE_KEPT = 8'd1;

  // marginStatus
  localparam logic [7:0] MARGIN_STATUS_HEALTHY = 8'd0;
  localparam logic [7:0] MARGIN_STATUS_INITIAL_BREACHED = 8'd1;
  localparam logic [7:0] MARGIN_STATUS_MAINTENANCE_BREACHED = 8'd2;
  localparam logic [7:0] MARGIN_STATUS_BANKRUPT = 8'd3;

  // orderPlace
  localparam logic [7:0] ORDER_PLACE_RESTING = 8'd0;
  localparam logic [7:0] ORDER_PLACE_PARKED = 8'd1;

  // orderType
  localparam logic [7:0] ORDER_TYPE_LIMIT = 8'd0;
  localparam logic [7:0] ORDER_TYPE_MARKET = 8'd1;

  // rejectReason
  localparam logic [15:0] REJECT_REASON_UNSUPPORTED_COMMAND = 16'd1;
  localparam logic [15:0] REJECT_REASON_UNSUPPORTED_FIELD = 16'd2;
  localparam logic [15:0] REJECT_REASON_LOADING = 16'd3;
  localparam logic [15:0] REJECT_REASON_NOT_LOADING = 16'd4;
  localparam logic [15:0] REJECT_REASON_UNKNOWN_INSTRUMENT = 16'd5;
  localparam logic [15:0] REJECT_REASON_UNKNOWN_ACCOUNT = 16'd6;
  localparam logic [15:0] REJECT_REASON_UNKNOWN_POSITION = 16'd7;
  localparam logic [15:0] REJECT_REASON_UNKNOWN_ORDER = 16'd8;
  localparam logic [15:0] REJECT_REASON_QUANTITY_ZERO = 16'd9;
  localparam logic [15:0] REJECT_REASON_QUANTITY_TOO_LARGE = 16'd10;
  localparam logic [15:0] REJECT_REASON_PRICE_BEYOND_LIMIT = 16'd11;
  localparam logic [15:0] REJECT_REASON_PRICE_OUTSIDE_WINDOW = 16'd12;
  localparam logic [15:0] REJECT_REASON_SLOT_OUT_OF_RANGE = 16'd13;
  localparam logic [15:0] REJECT_REASON_SLOT_OCCUPIED = 16'd14;
  localparam logic [15:0] REJECT_REASON_POOL_FULL = 16'd15;
  localparam logic [15:0] REJECT_REASON_POSITION_BOUND = 16'd16;
  localparam logic [15:0] REJECT_REASON_NOTHING_TO_REDUCE = 16'd17;
  localparam logic [15:0] REJECT_REASON_WOULD_CROSS = 16'd18;
  localparam logic [15:0] REJECT_REASON_BEYOND_BAND = 16'd19;
  localparam logic [15:0] REJECT_REASON_WOULD_SELF_TRADE = 16'd20;
  localparam logic [15:0] REJECT_REASON_UNFILLABLE = 16'd21;
  localparam logic [15:0] REJECT_REASON_LIMITS_INVALID = 16'd22;
  localparam logic [15:0] REJECT_REASON_WINDOW_INVALID = 16'd23;
  localparam logic [15:0] REJECT_REASON_BAND_OUTSIDE_WINDOW = 16'd24;
  localparam logic [15:0] REJECT_REASON_BOOK_NOT_EMPTY = 16'd25;
  localparam logic [15:0] REJECT_REASON_ORDERS_OUTSIDE_BAND = 16'd26;
  localparam logic [15:0] REJECT_REASON_ORDERS_OUTSIDE_WINDOW = 16'd27;
  localparam logic [15:0] REJECT_REASON_POSITION_OUT_OF_RANGE = 16'd28;
  localparam logic [15:0] REJECT_REASON_POSITION_OCCUPIED = 16'd29;
  localparam logic [15:0] REJECT_REASON_POSITION_NOT_EMPTY = 16'd30;
  localparam logic [15:0] REJECT_REASON_NOT_RESTING = 16'd31;
  localparam logic [15:0] REJECT_REASON_NOT_PARKED = 16'd32;
  localparam logic [15:0] REJECT_REASON_QUANTITY_BEYOND_OPEN = 16'd33;
  localparam logic [15:0] REJECT_REASON_PRICE_BEYOND_ORDER = 16'd34;
  localparam logic [15:0] REJECT_REASON_GROUP_OUT_OF_RANGE = 16'd35;
  localparam logic [15:0] REJECT_REASON_GROUP_FULL = 16'd36;
  localparam logic [15:0] REJECT_REASON_INSTRUMENT_IN_USE = 16'd37;
  localparam logic [15:0] REJECT_REASON_UNKNOWN_PORTFOLIO = 16'd38;
  localparam logic [15:0] REJECT_REASON_PORTFOLIO_OUT_OF_RANGE = 16'd39;
  localparam logic [15:0] REJECT_REASON_PORTFOLIO_OCCUPIED = 16'd40;
  localparam logic [15:0] REJECT_REASON_PORTFOLIO_EXISTS = 16'd41;
  localparam logic [15:0] REJECT_REASON_PORTFOLIO_FULL = 16'd42;
  localparam logic [15:0] REJECT_REASON_PORTFOLIO_NOT_EMPTY = 16'd43;
  localparam logic [15:0] REJECT_REASON_SAME_POSITION = 16'd44;
  localparam logic [15:0] REJECT_REASON_MARGIN_BOUND = 16'd45;
  localparam logic [15:0] REJECT_REASON_CURVE_INVALID = 16'd46;
  localparam logic [15:0] REJECT_REASON_FACTOR_INVALID = 16'd47;
  localparam logic [15:0] REJECT_REASON_WRONG_EPOCH = 16'd48;
  localparam logic [15:0] REJECT_REASON_SWEEP_UNFINISHED = 16'd49;
  localparam logic [15:0] REJECT_REASON_NOT_STAGED = 16'd50;
  localparam logic [15:0] REJECT_REASON_NOT_VALUED = 16'd51;
  localparam logic [15:0] REJECT_REASON_ADD_ON_BOUND = 16'd52;
  localparam logic [15:0] REJECT_REASON_CASH_BOUND = 16'd53;
  localparam logic [15:0] REJECT_REASON_MARGIN_INSUFFICIENT = 16'd54;

  // selfTradePrevention
  localparam logic [7:0] SELF_TRADE_PREVENTION_CANCEL_INCOMING = 8'd0;
  localparam logic [7:0] SELF_TRADE_PREVENTION_CANCEL_RESTING = 8'd1;
  localparam logic [7:0] SELF_TRADE_PREVENTION_CANCEL_BOTH = 8'd2;

  // side
  localparam logic [7:0] SIDE_BUY = 8'd0;
  localparam logic [7:0] SIDE_SELL = 8'd1;

  // templateId
  localparam logic [15:0] TEMPLATE_ID_NEW = 16'd1;
  localparam logic [15:0] TEMPLATE_ID_CANCEL = 16'd2;
  localparam logic [15:0] TEMPLATE_ID_REPLACE = 16'd3;
  localparam logic [15:0] TEMPLATE_ID_MASS_CANCEL = 16'd4;
  localparam logic [15:0] TEMPLATE_ID_PARK = 16'd5;
  localparam logic [15:0] TEMPLATE_ID_UNPARK = 16'd6;
  localparam logic [15:0] TEMPLATE_ID_CROSS = 16'd7;
  localparam logic [15:0] TEMPLATE_ID_RESERVE = 16'd8;
  localparam logic [15:0] TEMPLATE_ID_ADJUST = 16'd9;
  localparam logic [15:0] TEMPLATE_ID_ADJUST_ADD_ON = 16'd10;
  localparam logic [15:0] TEMPLATE_ID_TRANSFER = 16'd11;
  localparam logic [15:0] TEMPLATE_ID_SET_INSTRUMENT = 16'd12;
  localparam logic [15:0] TEMPLATE_ID_SET_ACCOUNT = 16'd13;
  localparam logic [15:0] TEMPLATE_ID_SET_BAND = 16'd14;
  localparam logic [15:0] TEMPLATE_ID_SET_WINDOW = 16'd15;
  localparam logic [15:0] TEMPLATE_ID_SET_SIZE_CURVE = 16'd16;
  localparam logic [15:0] TEMPLATE_ID_SET_FEE_ROW = 16'd17;
  localparam logic [15:0] TEMPLATE_ID_OPEN_PORTFOLIO = 16'd18;
  localparam logic [15:0] TEMPLATE_ID_CLOSE_PORTFOLIO = 16'd19;
  localparam logic [15:0] TEMPLATE_ID_OPEN_POSITION = 16'd20;
  localparam logic [15:0] TEMPLATE_ID_CLOSE_POSITION = 16'd21;
  localparam logic [15:0] TEMPLATE_ID_STAGE_ARRAY = 16'd22;
  localparam logic [15:0] TEMPLATE_ID_COMMIT_GROUP = 16'd23;
  localparam logic [15:0] TEMPLATE_ID_SWEEP_CHUNK = 16'd24;
  localparam logic [15:0] TEMPLATE_ID_LOAD_ACCOUNT = 16'd25;
  localparam logic [15:0] TEMPLATE_ID_LOAD_PORTFOLIO = 16'd26;
  localparam logic [15:0] TEMPLATE_ID_LOAD_POSITION = 16'd27;
  localparam logic [15:0] TEMPLATE_ID_LOAD_ORDER = 16'd28;
  localparam logic [15:0] TEMPLATE_ID_END_OF_LOAD = 16'd29;
  localparam logic [15:0] TEMPLATE_ID_AUDIT = 16'd30;
  localparam logic [15:0] TEMPLATE_ID_BARRIER = 16'd31;
  localparam logic [15:0] TEMPLATE_ID_ACCEPTED = 16'd64;
  localparam logic [15:0] TEMPLATE_ID_REJECTED = 16'd65;
  localparam logic [15:0] TEMPLATE_ID_TRADE = 16'd66;
  localparam logic [15:0] TEMPLATE_ID_CANCELLED = 16'd67;
  localparam logic [15:0] TEMPLATE_ID_REPLACED = 16'd68;
  localparam logic [15:0] TEMPLATE_ID_RESERVED = 16'd69;
  localparam logic [15:0] TEMPLATE_ID_TOP_OF_BOOK = 16'd70;
  localparam logic [15:0] TEMPLATE_ID_MARGIN_STATUS = 16'd71;
  localparam logic [15:0] TEMPLATE_ID_GROUP_COMMITTED = 16'd72;
  localparam logic [15:0] TEMPLATE_ID_SWEEP_DONE = 16'd73;
  localparam logic [15:0] TEMPLATE_ID_AUDIT_INSTRUMENT = 16'd74;
  localparam logic [15:0] TEMPLATE_ID_AUDIT_ORDER = 16'd75;
  localparam logic [15:0] TEMPLATE_ID_AUDIT_POSITION = 16'd76;
  localparam logic [15:0] TEMPLATE_ID_AUDIT_PORTFOLIO = 16'd77;
  localparam logic [15:0] TEMPLATE_ID_AUDIT_ACCOUNT = 16'd78;
  localparam logic [15:0] TEMPLATE_ID_FAULT = 16'd79;
  localparam logic [15:0] TEMPLATE_ID_DONE = 16'd80;
  localparam logic [15:0] TEMPLATE_ID_AUDIT_GROUP = 16'd81;
  localparam logic [15:0] TEMPLATE_ID_AUDIT_LANES = 16'd82;
  localparam logic [15:0] TEMPLATE_ID_AUDIT_TERMS = 16'd83;

  // timeInForce
  localparam logic [7:0] TIME_IN_FORCE_GTC = 8'd0;
  localparam logic [7:0] TIME_IN_FORCE_IOC = 8'd1;
  localparam logic [7:0] TIME_IN_FORCE_FOK = 8'd2;

  // auditLines: bit numbers
  localparam int unsigned AUDIT_LINES_INSTRUMENTS_BIT = 0;
  localparam int unsigned AUDIT_LINES_ORDERS_BIT = 1;
  localparam int unsigned AUDIT_LINES_POSITIONS_BIT = 2;
  localparam int unsigned AUDIT_LINES_PORTFOLIOS_BIT = 3;
  localparam int unsigned AUDIT_LINES_ACCOUNTS_BIT = 4;
  localparam int unsigned AUDIT_LINES_GROUPS_BIT = 5;
  localparam int unsigned AUDIT_LINES_LANES_BIT = 6;

  // commandFlags: bit numbers
  localparam int unsigned COMMAND_FLAGS_DRY_RUN_BIT = 0;
  localparam int unsigned COMMAND_FLAGS_SYSTEM_BIT = 1;
  localparam int unsigned COMMAND_FLAGS_POST_ONLY_BIT = 2;
  localparam int unsigned COMMAND_FLAGS_REDUCE_ONLY_BIT = 3;
  localparam int unsigned COMMAND_FLAGS_PARKED_BIT = 4;

  // eventFlags: bit numbers
  localparam int unsigned EVENT_FLAGS_LAST_BIT = 0;

  // ringControl: bit numbers
  localparam int unsigned RING_CONTROL_ENABLE_BIT = 0;
  localparam int unsigned RING_CONTROL_RESET_BIT = 1;

  // ringStatus: bit numbers
  localparam int unsigned RING_STATUS_RESETTING_BIT = 0;
  localparam int unsigned RING_STATUS_STALLED_BIT = 1;

  // New
  localparam int unsigned NEW_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned NEW_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned NEW_HEADER_FLAGS_LSB = 16;
  localparam int unsigned NEW_HEADER_FLAGS_BITS = 16;
  localparam int unsigned NEW_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned NEW_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned NEW_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned NEW_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned NEW_ACCOUNT_LSB = 128;
  localparam int unsigned NEW_ACCOUNT_BITS = 32;
  localparam int unsigned NEW_SESSION_LSB = 160;
  localparam int unsigned NEW_SESSION_BITS = 32;
  localparam int unsigned NEW_SLOT_LSB = 192;
  localparam int unsigned NEW_SLOT_BITS = 32;
  localparam int unsigned NEW_POSITION_SLOT_LSB = 224;
  localparam int unsigned NEW_POSITION_SLOT_BITS = 32;
  localparam int unsigned NEW_PRICE_LSB = 256;
  localparam int unsigned NEW_PRICE_BITS = 32;
  localparam int unsigned NEW_QUANTITY_LSB = 288;
  localparam int unsigned NEW_QUANTITY_BITS = 32;
  localparam int unsigned NEW_EPOCH_LSB = 320;
  localparam int unsigned NEW_EPOCH_BITS = 32;
  localparam int unsigned NEW_INSTRUMENT_LSB = 352;
  localparam int unsigned NEW_INSTRUMENT_BITS = 16;
  localparam int unsigned NEW_SIDE_LSB = 384;
  localparam int unsigned NEW_SIDE_BITS = 8;
  localparam int unsigned NEW_ORDER_TYPE_LSB = 392;
  localparam int unsigned NEW_ORDER_TYPE_BITS = 8;
  localparam int unsigned NEW_TIME_IN_FORCE_LSB = 400;
  localparam int unsigned NEW_TIME_IN_FORCE_BITS = 8;
  localparam int unsigned NEW_SELF_TRADE_PREVENTION_LSB = 408;
  localparam int unsigned NEW_SELF_TRADE_PREVENTION_BITS = 8;

  // Cancel
  localparam int unsigned CANCEL_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned CANCEL_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned CANCEL_HEADER_FLAGS_LSB = 16;
  localparam int unsigned CANCEL_HEADER_FLAGS_BITS = 16;
  localparam int unsigned CANCEL_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned CANCEL_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned CANCEL_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned CANCEL_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned CANCEL_ORDER_ID_LSB = 128;
  localparam int unsigned CANCEL_ORDER_ID_BITS = 64;
  localparam int unsigned CANCEL_SLOT_LSB = 192;
  localparam int unsigned CANCEL_SLOT_BITS = 32;
  localparam int unsigned CANCEL_ACCOUNT_LSB = 224;
  localparam int unsigned CANCEL_ACCOUNT_BITS = 32;

  // Replace
  localparam int unsigned REPLACE_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned REPLACE_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned REPLACE_HEADER_FLAGS_LSB = 16;
  localparam int unsigned REPLACE_HEADER_FLAGS_BITS = 16;
  localparam int unsigned REPLACE_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned REPLACE_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned REPLACE_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned REPLACE_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned REPLACE_ORDER_ID_LSB = 128;
  localparam int unsigned REPLACE_ORDER_ID_BITS = 64;
  localparam int unsigned REPLACE_SLOT_LSB = 192;
  localparam int unsigned REPLACE_SLOT_BITS = 32;
  localparam int unsigned REPLACE_ACCOUNT_LSB = 224;
  localparam int unsigned REPLACE_ACCOUNT_BITS = 32;
  localparam int unsigned REPLACE_PRICE_LSB = 256;
  localparam int unsigned REPLACE_PRICE_BITS = 32;
  localparam int unsigned REPLACE_TOTAL_LSB = 288;
  localparam int unsigned REPLACE_TOTAL_BITS = 32;
  localparam int unsigned REPLACE_INSTRUMENT_LSB = 320;
  localparam int unsigned REPLACE_INSTRUMENT_BITS = 16;
  localparam int unsigned REPLACE_SELF_TRADE_PREVENTION_LSB = 352;
  localparam int unsigned REPLACE_SELF_TRADE_PREVENTION_BITS = 8;
  localparam int unsigned REPLACE_SIDE_LSB = 360;
  localparam int unsigned REPLACE_SIDE_BITS = 8;
  localparam int unsigned REPLACE_POSITION_SLOT_LSB = 384;
  localparam int unsigned REPLACE_POSITION_SLOT_BITS = 32;

  // MassCancel
  localparam int unsigned MASS_CANCEL_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned MASS_CANCEL_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned MASS_CANCEL_HEADER_FLAGS_LSB = 16;
  localparam int unsigned MASS_CANCEL_HEADER_FLAGS_BITS = 16;
  localparam int unsigned MASS_CANCEL_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned MASS_CANCEL_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned MASS_CANCEL_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned MASS_CANCEL_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned MASS_CANCEL_ACCOUNT_LSB = 128;
  localparam int unsigned MASS_CANCEL_ACCOUNT_BITS = 32;
  localparam int unsigned MASS_CANCEL_SESSION_LSB = 160;
  localparam int unsigned MASS_CANCEL_SESSION_BITS = 32;
  localparam int unsigned MASS_CANCEL_INSTRUMENT_LSB = 192;
  localparam int unsigned MASS_CANCEL_INSTRUMENT_BITS = 16;

  // Park
  localparam int unsigned PARK_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned PARK_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned PARK_HEADER_FLAGS_LSB = 16;
  localparam int unsigned PARK_HEADER_FLAGS_BITS = 16;
  localparam int unsigned PARK_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned PARK_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned PARK_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned PARK_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned PARK_ORDER_ID_LSB = 128;
  localparam int unsigned PARK_ORDER_ID_BITS = 64;
  localparam int unsigned PARK_SLOT_LSB = 192;
  localparam int unsigned PARK_SLOT_BITS = 32;
  localparam int unsigned PARK_ACCOUNT_LSB = 224;
  localparam int unsigned PARK_ACCOUNT_BITS = 32;

  // Unpark
  localparam int unsigned UNPARK_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned UNPARK_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned UNPARK_HEADER_FLAGS_LSB = 16;
  localparam int unsigned UNPARK_HEADER_FLAGS_BITS = 16;
  localparam int unsigned UNPARK_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned UNPARK_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned UNPARK_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned UNPARK_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned UNPARK_ORDER_ID_LSB = 128;
  localparam int unsigned UNPARK_ORDER_ID_BITS = 64;
  localparam int unsigned UNPARK_SLOT_LSB = 192;
  localparam int unsigned UNPARK_SLOT_BITS = 32;
  localparam int unsigned UNPARK_ACCOUNT_LSB = 224;
  localparam int unsigned UNPARK_ACCOUNT_BITS = 32;

  // Cross
  localparam int unsigned CROSS_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned CROSS_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned CROSS_HEADER_FLAGS_LSB = 16;
  localparam int unsigned CROSS_HEADER_FLAGS_BITS = 16;
  localparam int unsigned CROSS_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned CROSS_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned CROSS_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned CROSS_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned CROSS_BUY_ID_LSB = 128;
  localparam int unsigned CROSS_BUY_ID_BITS = 64;
  localparam int unsigned CROSS_SELL_ID_LSB = 192;
  localparam int unsigned CROSS_SELL_ID_BITS = 64;
  localparam int unsigned CROSS_BUY_SLOT_LSB = 256;
  localparam int unsigned CROSS_BUY_SLOT_BITS = 32;
  localparam int unsigned CROSS_SELL_SLOT_LSB = 288;
  localparam int unsigned CROSS_SELL_SLOT_BITS = 32;
  localparam int unsigned CROSS_PRICE_LSB = 320;
  localparam int unsigned CROSS_PRICE_BITS = 32;
  localparam int unsigned CROSS_QUANTITY_LSB = 352;
  localparam int unsigned CROSS_QUANTITY_BITS = 32;
  localparam int unsigned CROSS_INSTRUMENT_LSB = 384;
  localparam int unsigned CROSS_INSTRUMENT_BITS = 16;

  // Reserve
  localparam int unsigned RESERVE_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned RESERVE_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned RESERVE_HEADER_FLAGS_LSB = 16;
  localparam int unsigned RESERVE_HEADER_FLAGS_BITS = 16;
  localparam int unsigned RESERVE_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned RESERVE_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned RESERVE_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned RESERVE_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned RESERVE_ORDER_ID_LSB = 128;
  localparam int unsigned RESERVE_ORDER_ID_BITS = 64;
  localparam int unsigned RESERVE_SLOT_LSB = 192;
  localparam int unsigned RESERVE_SLOT_BITS = 32;
  localparam int unsigned RESERVE_ACCOUNT_LSB = 224;
  localparam int unsigned RESERVE_ACCOUNT_BITS = 32;

  // Adjust
  localparam int unsigned ADJUST_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned ADJUST_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned ADJUST_HEADER_FLAGS_LSB = 16;
  localparam int unsigned ADJUST_HEADER_FLAGS_BITS = 16;
  localparam int unsigned ADJUST_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned ADJUST_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned ADJUST_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned ADJUST_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned ADJUST_AMOUNT_LSB = 128;
  localparam int unsigned ADJUST_AMOUNT_BITS = 64;
  localparam int unsigned ADJUST_ACCOUNT_LSB = 192;
  localparam int unsigned ADJUST_ACCOUNT_BITS = 32;

  // AdjustAddOn
  localparam int unsigned ADJUST_ADD_ON_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned ADJUST_ADD_ON_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned ADJUST_ADD_ON_HEADER_FLAGS_LSB = 16;
  localparam int unsigned ADJUST_ADD_ON_HEADER_FLAGS_BITS = 16;
  localparam int unsigned ADJUST_ADD_ON_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned ADJUST_ADD_ON_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned ADJUST_ADD_ON_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned ADJUST_ADD_ON_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned ADJUST_ADD_ON_AMOUNT_LSB = 128;
  localparam int unsigned ADJUST_ADD_ON_AMOUNT_BITS = 64;
  localparam int unsigned ADJUST_ADD_ON_ACCOUNT_LSB = 192;
  localparam int unsigned ADJUST_ADD_ON_ACCOUNT_BITS = 32;
  localparam int unsigned ADJUST_ADD_ON_PORTFOLIO_LSB = 224;
  localparam int unsigned ADJUST_ADD_ON_PORTFOLIO_BITS = 32;

  // Transfer
  localparam int unsigned TRANSFER_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned TRANSFER_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned TRANSFER_HEADER_FLAGS_LSB = 16;
  localparam int unsigned TRANSFER_HEADER_FLAGS_BITS = 16;
  localparam int unsigned TRANSFER_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned TRANSFER_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned TRANSFER_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned TRANSFER_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned TRANSFER_BUYER_LSB = 128;
  localparam int unsigned TRANSFER_BUYER_BITS = 32;
  localparam int unsigned TRANSFER_SELLER_LSB = 160;
  localparam int unsigned TRANSFER_SELLER_BITS = 32;
  localparam int unsigned TRANSFER_BUYER_POSITION_LSB = 192;
  localparam int unsigned TRANSFER_BUYER_POSITION_BITS = 32;
  localparam int unsigned TRANSFER_SELLER_POSITION_LSB = 224;
  localparam int unsigned TRANSFER_SELLER_POSITION_BITS = 32;
  localparam int unsigned TRANSFER_PRICE_LSB = 256;
  localparam int unsigned TRANSFER_PRICE_BITS = 32;
  localparam int unsigned TRANSFER_QUANTITY_LSB = 288;
  localparam int unsigned TRANSFER_QUANTITY_BITS = 32;
  localparam int unsigned TRANSFER_INSTRUMENT_LSB = 320;
  localparam int unsigned TRANSFER_INSTRUMENT_BITS = 16;

  // SetInstrument
  localparam int unsigned SET_INSTRUMENT_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned SET_INSTRUMENT_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned SET_INSTRUMENT_HEADER_FLAGS_LSB = 16;
  localparam int unsigned SET_INSTRUMENT_HEADER_FLAGS_BITS = 16;
  localparam int unsigned SET_INSTRUMENT_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned SET_INSTRUMENT_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned SET_INSTRUMENT_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned SET_INSTRUMENT_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned SET_INSTRUMENT_INSTRUMENT_LSB = 128;
  localparam int unsigned SET_INSTRUMENT_INSTRUMENT_BITS = 16;
  localparam int unsigned SET_INSTRUMENT_GROUP_LSB = 144;
  localparam int unsigned SET_INSTRUMENT_GROUP_BITS = 16;
  localparam int unsigned SET_INSTRUMENT_WINDOW_BASE_LSB = 160;
  localparam int unsigned SET_INSTRUMENT_WINDOW_BASE_BITS = 32;
  localparam int unsigned SET_INSTRUMENT_BAND_LOW_LSB = 192;
  localparam int unsigned SET_INSTRUMENT_BAND_LOW_BITS = 32;
  localparam int unsigned SET_INSTRUMENT_BAND_HIGH_LSB = 224;
  localparam int unsigned SET_INSTRUMENT_BAND_HIGH_BITS = 32;
  localparam int unsigned SET_INSTRUMENT_MAX_PRICE_LSB = 256;
  localparam int unsigned SET_INSTRUMENT_MAX_PRICE_BITS = 32;
  localparam int unsigned SET_INSTRUMENT_MAX_QUANTITY_LSB = 288;
  localparam int unsigned SET_INSTRUMENT_MAX_QUANTITY_BITS = 32;
  localparam int unsigned SET_INSTRUMENT_MULTIPLIER_LSB = 320;
  localparam int unsigned SET_INSTRUMENT_MULTIPLIER_BITS = 32;
  localparam int unsigned SET_INSTRUMENT_CLOSE_BAND_LSB = 352;
  localparam int unsigned SET_INSTRUMENT_CLOSE_BAND_BITS = 32;
  localparam int unsigned SET_INSTRUMENT_WORST_FEE_LSB = 384;
  localparam int unsigned SET_INSTRUMENT_WORST_FEE_BITS = 64;
  localparam int unsigned SET_INSTRUMENT_POSITION_LIMIT_LSB = 448;
  localparam int unsigned SET_INSTRUMENT_POSITION_LIMIT_BITS = 32;

  // SetAccount
  localparam int unsigned SET_ACCOUNT_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned SET_ACCOUNT_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned SET_ACCOUNT_HEADER_FLAGS_LSB = 16;
  localparam int unsigned SET_ACCOUNT_HEADER_FLAGS_BITS = 16;
  localparam int unsigned SET_ACCOUNT_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned SET_ACCOUNT_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned SET_ACCOUNT_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned SET_ACCOUNT_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned SET_ACCOUNT_ACCOUNT_LSB = 128;
  localparam int unsigned SET_ACCOUNT_ACCOUNT_BITS = 32;
  localparam int unsigned SET_ACCOUNT_SELF_TRADE_GROUP_LSB = 160;
  localparam int unsigned SET_ACCOUNT_SELF_TRADE_GROUP_BITS = 32;
  localparam int unsigned SET_ACCOUNT_FEE_TIER_LSB = 192;
  localparam int unsigned SET_ACCOUNT_FEE_TIER_BITS = 8;

  // SetBand
  localparam int unsigned SET_BAND_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned SET_BAND_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned SET_BAND_HEADER_FLAGS_LSB = 16;
  localparam int unsigned SET_BAND_HEADER_FLAGS_BITS = 16;
  localparam int unsigned SET_BAND_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned SET_BAND_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned SET_BAND_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned SET_BAND_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned SET_BAND_INSTRUMENT_LSB = 128;
  localparam int unsigned SET_BAND_INSTRUMENT_BITS = 16;
  localparam int unsigned SET_BAND_LOW_LSB = 160;
  localparam int unsigned SET_BAND_LOW_BITS = 32;
  localparam int unsigned SET_BAND_HIGH_LSB = 192;
  localparam int unsigned SET_BAND_HIGH_BITS = 32;

  // SetWindow
  localparam int unsigned SET_WINDOW_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned SET_WINDOW_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned SET_WINDOW_HEADER_FLAGS_LSB = 16;
  localparam int unsigned SET_WINDOW_HEADER_FLAGS_BITS = 16;
  localparam int unsigned SET_WINDOW_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned SET_WINDOW_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned SET_WINDOW_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned SET_WINDOW_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned SET_WINDOW_INSTRUMENT_LSB = 128;
  localparam int unsigned SET_WINDOW_INSTRUMENT_BITS = 16;
  localparam int unsigned SET_WINDOW_WINDOW_BASE_LSB = 160;
  localparam int unsigned SET_WINDOW_WINDOW_BASE_BITS = 32;

  // SetSizeCurve
  localparam int unsigned SET_SIZE_CURVE_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned SET_SIZE_CURVE_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned SET_SIZE_CURVE_HEADER_FLAGS_LSB = 16;
  localparam int unsigned SET_SIZE_CURVE_HEADER_FLAGS_BITS = 16;
  localparam int unsigned SET_SIZE_CURVE_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned SET_SIZE_CURVE_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned SET_SIZE_CURVE_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned SET_SIZE_CURVE_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned SET_SIZE_CURVE_INSTRUMENT_LSB = 128;
  localparam int unsigned SET_SIZE_CURVE_INSTRUMENT_BITS = 16;
  localparam int unsigned SET_SIZE_CURVE_BOUND1_LSB = 160;
  localparam int unsigned SET_SIZE_CURVE_BOUND1_BITS = 32;
  localparam int unsigned SET_SIZE_CURVE_BOUND2_LSB = 192;
  localparam int unsigned SET_SIZE_CURVE_BOUND2_BITS = 32;
  localparam int unsigned SET_SIZE_CURVE_BOUND3_LSB = 224;
  localparam int unsigned SET_SIZE_CURVE_BOUND3_BITS = 32;
  localparam int unsigned SET_SIZE_CURVE_SLOPE0_LSB = 256;
  localparam int unsigned SET_SIZE_CURVE_SLOPE0_BITS = 32;
  localparam int unsigned SET_SIZE_CURVE_SLOPE1_LSB = 288;
  localparam int unsigned SET_SIZE_CURVE_SLOPE1_BITS = 32;
  localparam int unsigned SET_SIZE_CURVE_SLOPE2_LSB = 320;
  localparam int unsigned SET_SIZE_CURVE_SLOPE2_BITS = 32;
  localparam int unsigned SET_SIZE_CURVE_SLOPE3_LSB = 352;
  localparam int unsigned SET_SIZE_CURVE_SLOPE3_BITS = 32;

  // SetFeeRow
  localparam int unsigned SET_FEE_ROW_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned SET_FEE_ROW_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned SET_FEE_ROW_HEADER_FLAGS_LSB = 16;
  localparam int unsigned SET_FEE_ROW_HEADER_FLAGS_BITS = 16;
  localparam int unsigned SET_FEE_ROW_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned SET_FEE_ROW_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned SET_FEE_ROW_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned SET_FEE_ROW_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned SET_FEE_ROW_INSTRUMENT_LSB = 128;
  localparam int unsigned SET_FEE_ROW_INSTRUMENT_BITS = 16;
  localparam int unsigned SET_FEE_ROW_TIER_LSB = 144;
  localparam int unsigned SET_FEE_ROW_TIER_BITS = 8;
  localparam int unsigned SET_FEE_ROW_MAKER_LSB = 160;
  localparam int unsigned SET_FEE_ROW_MAKER_BITS = 32;
  localparam int unsigned SET_FEE_ROW_TAKER_LSB = 192;
  localparam int unsigned SET_FEE_ROW_TAKER_BITS = 32;
  localparam int unsigned SET_FEE_ROW_AUCTION_LSB = 224;
  localparam int unsigned SET_FEE_ROW_AUCTION_BITS = 32;

  // OpenPortfolio
  localparam int unsigned OPEN_PORTFOLIO_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned OPEN_PORTFOLIO_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned OPEN_PORTFOLIO_HEADER_FLAGS_LSB = 16;
  localparam int unsigned OPEN_PORTFOLIO_HEADER_FLAGS_BITS = 16;
  localparam int unsigned OPEN_PORTFOLIO_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned OPEN_PORTFOLIO_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned OPEN_PORTFOLIO_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned OPEN_PORTFOLIO_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned OPEN_PORTFOLIO_PORTFOLIO_LSB = 128;
  localparam int unsigned OPEN_PORTFOLIO_PORTFOLIO_BITS = 32;
  localparam int unsigned OPEN_PORTFOLIO_ACCOUNT_LSB = 160;
  localparam int unsigned OPEN_PORTFOLIO_ACCOUNT_BITS = 32;
  localparam int unsigned OPEN_PORTFOLIO_GROUP_LSB = 192;
  localparam int unsigned OPEN_PORTFOLIO_GROUP_BITS = 16;

  // ClosePortfolio
  localparam int unsigned CLOSE_PORTFOLIO_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned CLOSE_PORTFOLIO_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned CLOSE_PORTFOLIO_HEADER_FLAGS_LSB = 16;
  localparam int unsigned CLOSE_PORTFOLIO_HEADER_FLAGS_BITS = 16;
  localparam int unsigned CLOSE_PORTFOLIO_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned CLOSE_PORTFOLIO_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned CLOSE_PORTFOLIO_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned CLOSE_PORTFOLIO_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned CLOSE_PORTFOLIO_PORTFOLIO_LSB = 128;
  localparam int unsigned CLOSE_PORTFOLIO_PORTFOLIO_BITS = 32;
  localparam int unsigned CLOSE_PORTFOLIO_ACCOUNT_LSB = 160;
  localparam int unsigned CLOSE_PORTFOLIO_ACCOUNT_BITS = 32;
  localparam int unsigned CLOSE_PORTFOLIO_GROUP_LSB = 192;
  localparam int unsigned CLOSE_PORTFOLIO_GROUP_BITS = 16;

  // OpenPosition
  localparam int unsigned OPEN_POSITION_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned OPEN_POSITION_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned OPEN_POSITION_HEADER_FLAGS_LSB = 16;
  localparam int unsigned OPEN_POSITION_HEADER_FLAGS_BITS = 16;
  localparam int unsigned OPEN_POSITION_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned OPEN_POSITION_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned OPEN_POSITION_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned OPEN_POSITION_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned OPEN_POSITION_POSITION_SLOT_LSB = 128;
  localparam int unsigned OPEN_POSITION_POSITION_SLOT_BITS = 32;
  localparam int unsigned OPEN_POSITION_ACCOUNT_LSB = 160;
  localparam int unsigned OPEN_POSITION_ACCOUNT_BITS = 32;
  localparam int unsigned OPEN_POSITION_PORTFOLIO_LSB = 192;
  localparam int unsigned OPEN_POSITION_PORTFOLIO_BITS = 32;
  localparam int unsigned OPEN_POSITION_INSTRUMENT_LSB = 224;
  localparam int unsigned OPEN_POSITION_INSTRUMENT_BITS = 16;

  // ClosePosition
  localparam int unsigned CLOSE_POSITION_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned CLOSE_POSITION_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned CLOSE_POSITION_HEADER_FLAGS_LSB = 16;
  localparam int unsigned CLOSE_POSITION_HEADER_FLAGS_BITS = 16;
  localparam int unsigned CLOSE_POSITION_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned CLOSE_POSITION_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned CLOSE_POSITION_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned CLOSE_POSITION_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned CLOSE_POSITION_POSITION_SLOT_LSB = 128;
  localparam int unsigned CLOSE_POSITION_POSITION_SLOT_BITS = 32;
  localparam int unsigned CLOSE_POSITION_ACCOUNT_LSB = 160;
  localparam int unsigned CLOSE_POSITION_ACCOUNT_BITS = 32;
  localparam int unsigned CLOSE_POSITION_PORTFOLIO_LSB = 192;
  localparam int unsigned CLOSE_POSITION_PORTFOLIO_BITS = 32;
  localparam int unsigned CLOSE_POSITION_INSTRUMENT_LSB = 224;
  localparam int unsigned CLOSE_POSITION_INSTRUMENT_BITS = 16;

  // StageArray
  localparam int unsigned STAGE_ARRAY_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned STAGE_ARRAY_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned STAGE_ARRAY_HEADER_FLAGS_LSB = 16;
  localparam int unsigned STAGE_ARRAY_HEADER_FLAGS_BITS = 16;
  localparam int unsigned STAGE_ARRAY_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned STAGE_ARRAY_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned STAGE_ARRAY_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned STAGE_ARRAY_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned STAGE_ARRAY_INSTRUMENT_LSB = 128;
  localparam int unsigned STAGE_ARRAY_INSTRUMENT_BITS = 16;
  localparam int unsigned STAGE_ARRAY_PART_LSB = 144;
  localparam int unsigned STAGE_ARRAY_PART_BITS = 8;
  localparam int unsigned STAGE_ARRAY_MARK_LSB = 160;
  localparam int unsigned STAGE_ARRAY_MARK_BITS = 32;
  localparam int unsigned STAGE_ARRAY_SHORT_OPTION_MINIMUM_LSB = 192;
  localparam int unsigned STAGE_ARRAY_SHORT_OPTION_MINIMUM_BITS = 64;
  localparam int unsigned STAGE_ARRAY_LANE0_LSB = 256;
  localparam int unsigned STAGE_ARRAY_LANE0_BITS = 32;
  localparam int unsigned STAGE_ARRAY_LANE1_LSB = 288;
  localparam int unsigned STAGE_ARRAY_LANE1_BITS = 32;
  localparam int unsigned STAGE_ARRAY_LANE2_LSB = 320;
  localparam int unsigned STAGE_ARRAY_LANE2_BITS = 32;
  localparam int unsigned STAGE_ARRAY_LANE3_LSB = 352;
  localparam int unsigned STAGE_ARRAY_LANE3_BITS = 32;
  localparam int unsigned STAGE_ARRAY_LANE4_LSB = 384;
  localparam int unsigned STAGE_ARRAY_LANE4_BITS = 32;
  localparam int unsigned STAGE_ARRAY_LANE5_LSB = 416;
  localparam int unsigned STAGE_ARRAY_LANE5_BITS = 32;
  localparam int unsigned STAGE_ARRAY_LANE6_LSB = 448;
  localparam int unsigned STAGE_ARRAY_LANE6_BITS = 32;
  localparam int unsigned STAGE_ARRAY_LANE7_LSB = 480;
  localparam int unsigned STAGE_ARRAY_LANE7_BITS = 32;

  // CommitGroup
  localparam int unsigned COMMIT_GROUP_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned COMMIT_GROUP_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned COMMIT_GROUP_HEADER_FLAGS_LSB = 16;
  localparam int unsigned COMMIT_GROUP_HEADER_FLAGS_BITS = 16;
  localparam int unsigned COMMIT_GROUP_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned COMMIT_GROUP_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned COMMIT_GROUP_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned COMMIT_GROUP_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned COMMIT_GROUP_GROUP_LSB = 128;
  localparam int unsigned COMMIT_GROUP_GROUP_BITS = 16;
  localparam int unsigned COMMIT_GROUP_INITIAL_FACTOR_LSB = 144;
  localparam int unsigned COMMIT_GROUP_INITIAL_FACTOR_BITS = 16;
  localparam int unsigned COMMIT_GROUP_MAINTENANCE_FACTOR_LSB = 160;
  localparam int unsigned COMMIT_GROUP_MAINTENANCE_FACTOR_BITS = 16;
  localparam int unsigned COMMIT_GROUP_EPOCH_LSB = 192;
  localparam int unsigned COMMIT_GROUP_EPOCH_BITS = 32;

  // SweepChunk
  localparam int unsigned SWEEP_CHUNK_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned SWEEP_CHUNK_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned SWEEP_CHUNK_HEADER_FLAGS_LSB = 16;
  localparam int unsigned SWEEP_CHUNK_HEADER_FLAGS_BITS = 16;
  localparam int unsigned SWEEP_CHUNK_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned SWEEP_CHUNK_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned SWEEP_CHUNK_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned SWEEP_CHUNK_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned SWEEP_CHUNK_PORTFOLIO_LSB = 128;
  localparam int unsigned SWEEP_CHUNK_PORTFOLIO_BITS = 32;
  localparam int unsigned SWEEP_CHUNK_COUNT_LSB = 160;
  localparam int unsigned SWEEP_CHUNK_COUNT_BITS = 32;

  // LoadAccount
  localparam int unsigned LOAD_ACCOUNT_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned LOAD_ACCOUNT_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned LOAD_ACCOUNT_HEADER_FLAGS_LSB = 16;
  localparam int unsigned LOAD_ACCOUNT_HEADER_FLAGS_BITS = 16;
  localparam int unsigned LOAD_ACCOUNT_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned LOAD_ACCOUNT_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned LOAD_ACCOUNT_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned LOAD_ACCOUNT_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned LOAD_ACCOUNT_CASH_LSB = 128;
  localparam int unsigned LOAD_ACCOUNT_CASH_BITS = 64;
  localparam int unsigned LOAD_ACCOUNT_ACCOUNT_LSB = 192;
  localparam int unsigned LOAD_ACCOUNT_ACCOUNT_BITS = 32;
  localparam int unsigned LOAD_ACCOUNT_SELF_TRADE_GROUP_LSB = 224;
  localparam int unsigned LOAD_ACCOUNT_SELF_TRADE_GROUP_BITS = 32;
  localparam int unsigned LOAD_ACCOUNT_FEE_TIER_LSB = 256;
  localparam int unsigned LOAD_ACCOUNT_FEE_TIER_BITS = 8;
  localparam int unsigned LOAD_ACCOUNT_STATUS_LSB = 264;
  localparam int unsigned LOAD_ACCOUNT_STATUS_BITS = 8;

  // LoadPortfolio
  localparam int unsigned LOAD_PORTFOLIO_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned LOAD_PORTFOLIO_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned LOAD_PORTFOLIO_HEADER_FLAGS_LSB = 16;
  localparam int unsigned LOAD_PORTFOLIO_HEADER_FLAGS_BITS = 16;
  localparam int unsigned LOAD_PORTFOLIO_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned LOAD_PORTFOLIO_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned LOAD_PORTFOLIO_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned LOAD_PORTFOLIO_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned LOAD_PORTFOLIO_ADD_ON_LSB = 128;
  localparam int unsigned LOAD_PORTFOLIO_ADD_ON_BITS = 64;
  localparam int unsigned LOAD_PORTFOLIO_PORTFOLIO_LSB = 192;
  localparam int unsigned LOAD_PORTFOLIO_PORTFOLIO_BITS = 32;
  localparam int unsigned LOAD_PORTFOLIO_ACCOUNT_LSB = 224;
  localparam int unsigned LOAD_PORTFOLIO_ACCOUNT_BITS = 32;
  localparam int unsigned LOAD_PORTFOLIO_EPOCH_LSB = 256;
  localparam int unsigned LOAD_PORTFOLIO_EPOCH_BITS = 32;
  localparam int unsigned LOAD_PORTFOLIO_GROUP_LSB = 288;
  localparam int unsigned LOAD_PORTFOLIO_GROUP_BITS = 16;

  // LoadPosition
  localparam int unsigned LOAD_POSITION_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned LOAD_POSITION_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned LOAD_POSITION_HEADER_FLAGS_LSB = 16;
  localparam int unsigned LOAD_POSITION_HEADER_FLAGS_BITS = 16;
  localparam int unsigned LOAD_POSITION_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned LOAD_POSITION_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned LOAD_POSITION_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned LOAD_POSITION_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned LOAD_POSITION_POSITION_SLOT_LSB = 128;
  localparam int unsigned LOAD_POSITION_POSITION_SLOT_BITS = 32;
  localparam int unsigned LOAD_POSITION_ACCOUNT_LSB = 160;
  localparam int unsigned LOAD_POSITION_ACCOUNT_BITS = 32;
  localparam int unsigned LOAD_POSITION_PORTFOLIO_LSB = 192;
  localparam int unsigned LOAD_POSITION_PORTFOLIO_BITS = 32;
  localparam int unsigned LOAD_POSITION_INSTRUMENT_LSB = 224;
  localparam int unsigned LOAD_POSITION_INSTRUMENT_BITS = 16;
  localparam int unsigned LOAD_POSITION_POSITION_LSB = 256;
  localparam int unsigned LOAD_POSITION_POSITION_BITS = 32;

  // LoadOrder
  localparam int unsigned LOAD_ORDER_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned LOAD_ORDER_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned LOAD_ORDER_HEADER_FLAGS_LSB = 16;
  localparam int unsigned LOAD_ORDER_HEADER_FLAGS_BITS = 16;
  localparam int unsigned LOAD_ORDER_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned LOAD_ORDER_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned LOAD_ORDER_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned LOAD_ORDER_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned LOAD_ORDER_RESERVE_LSB = 128;
  localparam int unsigned LOAD_ORDER_RESERVE_BITS = 64;
  localparam int unsigned LOAD_ORDER_ACCOUNT_LSB = 192;
  localparam int unsigned LOAD_ORDER_ACCOUNT_BITS = 32;
  localparam int unsigned LOAD_ORDER_SESSION_LSB = 224;
  localparam int unsigned LOAD_ORDER_SESSION_BITS = 32;
  localparam int unsigned LOAD_ORDER_SLOT_LSB = 256;
  localparam int unsigned LOAD_ORDER_SLOT_BITS = 32;
  localparam int unsigned LOAD_ORDER_POSITION_SLOT_LSB = 288;
  localparam int unsigned LOAD_ORDER_POSITION_SLOT_BITS = 32;
  localparam int unsigned LOAD_ORDER_PRICE_LSB = 320;
  localparam int unsigned LOAD_ORDER_PRICE_BITS = 32;
  localparam int unsigned LOAD_ORDER_TOTAL_LSB = 352;
  localparam int unsigned LOAD_ORDER_TOTAL_BITS = 32;
  localparam int unsigned LOAD_ORDER_FILLED_LSB = 384;
  localparam int unsigned LOAD_ORDER_FILLED_BITS = 32;
  localparam int unsigned LOAD_ORDER_SELF_TRADE_GROUP_LSB = 416;
  localparam int unsigned LOAD_ORDER_SELF_TRADE_GROUP_BITS = 32;
  localparam int unsigned LOAD_ORDER_INSTRUMENT_LSB = 448;
  localparam int unsigned LOAD_ORDER_INSTRUMENT_BITS = 16;
  localparam int unsigned LOAD_ORDER_SIDE_LSB = 464;
  localparam int unsigned LOAD_ORDER_SIDE_BITS = 8;
  localparam int unsigned LOAD_ORDER_FEE_TIER_LSB = 472;
  localparam int unsigned LOAD_ORDER_FEE_TIER_BITS = 8;

  // EndOfLoad
  localparam int unsigned END_OF_LOAD_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned END_OF_LOAD_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned END_OF_LOAD_HEADER_FLAGS_LSB = 16;
  localparam int unsigned END_OF_LOAD_HEADER_FLAGS_BITS = 16;
  localparam int unsigned END_OF_LOAD_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned END_OF_LOAD_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned END_OF_LOAD_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned END_OF_LOAD_HEADER_LOG_SEQUENCE_BITS = 64;

  // Audit
  localparam int unsigned AUDIT_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned AUDIT_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned AUDIT_HEADER_FLAGS_LSB = 16;
  localparam int unsigned AUDIT_HEADER_FLAGS_BITS = 16;
  localparam int unsigned AUDIT_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned AUDIT_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned AUDIT_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned AUDIT_HEADER_LOG_SEQUENCE_BITS = 64;
  localparam int unsigned AUDIT_LINES_LSB = 128;
  localparam int unsigned AUDIT_LINES_BITS = 16;

  // Barrier
  localparam int unsigned BARRIER_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned BARRIER_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned BARRIER_HEADER_FLAGS_LSB = 16;
  localparam int unsigned BARRIER_HEADER_FLAGS_BITS = 16;
  localparam int unsigned BARRIER_HEADER_WINDOW_SEQUENCE_LSB = 32;
  localparam int unsigned BARRIER_HEADER_WINDOW_SEQUENCE_BITS = 32;
  localparam int unsigned BARRIER_HEADER_LOG_SEQUENCE_LSB = 64;
  localparam int unsigned BARRIER_HEADER_LOG_SEQUENCE_BITS = 64;

  // Accepted
  localparam int unsigned ACCEPTED_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned ACCEPTED_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned ACCEPTED_HEADER_FLAGS_LSB = 16;
  localparam int unsigned ACCEPTED_HEADER_FLAGS_BITS = 16;
  localparam int unsigned ACCEPTED_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned ACCEPTED_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned ACCEPTED_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned ACCEPTED_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned ACCEPTED_ACCOUNT_LSB = 96;
  localparam int unsigned ACCEPTED_ACCOUNT_BITS = 32;
  localparam int unsigned ACCEPTED_ORDER_ID_LSB = 128;
  localparam int unsigned ACCEPTED_ORDER_ID_BITS = 64;
  localparam int unsigned ACCEPTED_RESERVE_LSB = 192;
  localparam int unsigned ACCEPTED_RESERVE_BITS = 64;
  localparam int unsigned ACCEPTED_INSTRUMENT_LSB = 256;
  localparam int unsigned ACCEPTED_INSTRUMENT_BITS = 16;
  localparam int unsigned ACCEPTED_QUANTITY_LSB = 288;
  localparam int unsigned ACCEPTED_QUANTITY_BITS = 32;
  localparam int unsigned ACCEPTED_SEQUENCE_LSB = 480;
  localparam int unsigned ACCEPTED_SEQUENCE_BITS = 32;

  // Rejected
  localparam int unsigned REJECTED_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned REJECTED_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned REJECTED_HEADER_FLAGS_LSB = 16;
  localparam int unsigned REJECTED_HEADER_FLAGS_BITS = 16;
  localparam int unsigned REJECTED_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned REJECTED_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned REJECTED_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned REJECTED_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned REJECTED_ACCOUNT_LSB = 96;
  localparam int unsigned REJECTED_ACCOUNT_BITS = 32;
  localparam int unsigned REJECTED_ORDER_ID_LSB = 128;
  localparam int unsigned REJECTED_ORDER_ID_BITS = 64;
  localparam int unsigned REJECTED_REASON_LSB = 192;
  localparam int unsigned REJECTED_REASON_BITS = 16;
  localparam int unsigned REJECTED_COMMAND_TEMPLATE_LSB = 208;
  localparam int unsigned REJECTED_COMMAND_TEMPLATE_BITS = 16;
  localparam int unsigned REJECTED_SEQUENCE_LSB = 480;
  localparam int unsigned REJECTED_SEQUENCE_BITS = 32;

  // Trade
  localparam int unsigned TRADE_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned TRADE_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned TRADE_HEADER_FLAGS_LSB = 16;
  localparam int unsigned TRADE_HEADER_FLAGS_BITS = 16;
  localparam int unsigned TRADE_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned TRADE_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned TRADE_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned TRADE_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned TRADE_MAKER_SLOT_LSB = 96;
  localparam int unsigned TRADE_MAKER_SLOT_BITS = 32;
  localparam int unsigned TRADE_TAKER_ID_LSB = 128;
  localparam int unsigned TRADE_TAKER_ID_BITS = 64;
  localparam int unsigned TRADE_MAKER_ID_LSB = 192;
  localparam int unsigned TRADE_MAKER_ID_BITS = 64;
  localparam int unsigned TRADE_TAKER_FEE_LSB = 256;
  localparam int unsigned TRADE_TAKER_FEE_BITS = 64;
  localparam int unsigned TRADE_MAKER_FEE_LSB = 320;
  localparam int unsigned TRADE_MAKER_FEE_BITS = 64;
  localparam int unsigned TRADE_PRICE_LSB = 384;
  localparam int unsigned TRADE_PRICE_BITS = 32;
  localparam int unsigned TRADE_QUANTITY_LSB = 416;
  localparam int unsigned TRADE_QUANTITY_BITS = 32;
  localparam int unsigned TRADE_INSTRUMENT_LSB = 448;
  localparam int unsigned TRADE_INSTRUMENT_BITS = 16;
  localparam int unsigned TRADE_TAKER_SIDE_LSB = 464;
  localparam int unsigned TRADE_TAKER_SIDE_BITS = 8;
  localparam int unsigned TRADE_SEQUENCE_LSB = 480;
  localparam int unsigned TRADE_SEQUENCE_BITS = 32;

  // Cancelled
  localparam int unsigned CANCELLED_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned CANCELLED_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned CANCELLED_HEADER_FLAGS_LSB = 16;
  localparam int unsigned CANCELLED_HEADER_FLAGS_BITS = 16;
  localparam int unsigned CANCELLED_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned CANCELLED_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned CANCELLED_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned CANCELLED_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned CANCELLED_ACCOUNT_LSB = 96;
  localparam int unsigned CANCELLED_ACCOUNT_BITS = 32;
  localparam int unsigned CANCELLED_ORDER_ID_LSB = 128;
  localparam int unsigned CANCELLED_ORDER_ID_BITS = 64;
  localparam int unsigned CANCELLED_QUANTITY_LSB = 192;
  localparam int unsigned CANCELLED_QUANTITY_BITS = 32;
  localparam int unsigned CANCELLED_INSTRUMENT_LSB = 224;
  localparam int unsigned CANCELLED_INSTRUMENT_BITS = 16;
  localparam int unsigned CANCELLED_REASON_LSB = 240;
  localparam int unsigned CANCELLED_REASON_BITS = 8;
  localparam int unsigned CANCELLED_SEQUENCE_LSB = 480;
  localparam int unsigned CANCELLED_SEQUENCE_BITS = 32;

  // Replaced
  localparam int unsigned REPLACED_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned REPLACED_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned REPLACED_HEADER_FLAGS_LSB = 16;
  localparam int unsigned REPLACED_HEADER_FLAGS_BITS = 16;
  localparam int unsigned REPLACED_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned REPLACED_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned REPLACED_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned REPLACED_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned REPLACED_ACCOUNT_LSB = 96;
  localparam int unsigned REPLACED_ACCOUNT_BITS = 32;
  localparam int unsigned REPLACED_ORDER_ID_LSB = 128;
  localparam int unsigned REPLACED_ORDER_ID_BITS = 64;
  localparam int unsigned REPLACED_RESERVE_LSB = 192;
  localparam int unsigned REPLACED_RESERVE_BITS = 64;
  localparam int unsigned REPLACED_PRICE_LSB = 256;
  localparam int unsigned REPLACED_PRICE_BITS = 32;
  localparam int unsigned REPLACED_TOTAL_LSB = 288;
  localparam int unsigned REPLACED_TOTAL_BITS = 32;
  localparam int unsigned REPLACED_INSTRUMENT_LSB = 320;
  localparam int unsigned REPLACED_INSTRUMENT_BITS = 16;
  localparam int unsigned REPLACED_PLACE_LSB = 336;
  localparam int unsigned REPLACED_PLACE_BITS = 8;
  localparam int unsigned REPLACED_SEQUENCE_LSB = 480;
  localparam int unsigned REPLACED_SEQUENCE_BITS = 32;

  // Reserved
  localparam int unsigned RESERVED_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned RESERVED_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned RESERVED_HEADER_FLAGS_LSB = 16;
  localparam int unsigned RESERVED_HEADER_FLAGS_BITS = 16;
  localparam int unsigned RESERVED_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned RESERVED_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned RESERVED_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned RESERVED_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned RESERVED_ACCOUNT_LSB = 96;
  localparam int unsigned RESERVED_ACCOUNT_BITS = 32;
  localparam int unsigned RESERVED_ORDER_ID_LSB = 128;
  localparam int unsigned RESERVED_ORDER_ID_BITS = 64;
  localparam int unsigned RESERVED_RESERVE_LSB = 192;
  localparam int unsigned RESERVED_RESERVE_BITS = 64;
  localparam int unsigned RESERVED_SEQUENCE_LSB = 480;
  localparam int unsigned RESERVED_SEQUENCE_BITS = 32;

  // TopOfBook
  localparam int unsigned TOP_OF_BOOK_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned TOP_OF_BOOK_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned TOP_OF_BOOK_HEADER_FLAGS_LSB = 16;
  localparam int unsigned TOP_OF_BOOK_HEADER_FLAGS_BITS = 16;
  localparam int unsigned TOP_OF_BOOK_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned TOP_OF_BOOK_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned TOP_OF_BOOK_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned TOP_OF_BOOK_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned TOP_OF_BOOK_INSTRUMENT_LSB = 96;
  localparam int unsigned TOP_OF_BOOK_INSTRUMENT_BITS = 16;
  localparam int unsigned TOP_OF_BOOK_BID_QUANTITY_LSB = 128;
  localparam int unsigned TOP_OF_BOOK_BID_QUANTITY_BITS = 64;
  localparam int unsigned TOP_OF_BOOK_ASK_QUANTITY_LSB = 192;
  localparam int unsigned TOP_OF_BOOK_ASK_QUANTITY_BITS = 64;
  localparam int unsigned TOP_OF_BOOK_BID_PRICE_LSB = 256;
  localparam int unsigned TOP_OF_BOOK_BID_PRICE_BITS = 32;
  localparam int unsigned TOP_OF_BOOK_ASK_PRICE_LSB = 288;
  localparam int unsigned TOP_OF_BOOK_ASK_PRICE_BITS = 32;
  localparam int unsigned TOP_OF_BOOK_SEQUENCE_LSB = 480;
  localparam int unsigned TOP_OF_BOOK_SEQUENCE_BITS = 32;

  // MarginStatus
  localparam int unsigned MARGIN_STATUS_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned MARGIN_STATUS_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned MARGIN_STATUS_HEADER_FLAGS_LSB = 16;
  localparam int unsigned MARGIN_STATUS_HEADER_FLAGS_BITS = 16;
  localparam int unsigned MARGIN_STATUS_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned MARGIN_STATUS_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned MARGIN_STATUS_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned MARGIN_STATUS_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned MARGIN_STATUS_ACCOUNT_LSB = 96;
  localparam int unsigned MARGIN_STATUS_ACCOUNT_BITS = 32;
  localparam int unsigned MARGIN_STATUS_CASH_LSB = 128;
  localparam int unsigned MARGIN_STATUS_CASH_BITS = 64;
  localparam int unsigned MARGIN_STATUS_EQUITY_LSB = 192;
  localparam int unsigned MARGIN_STATUS_EQUITY_BITS = 64;
  localparam int unsigned MARGIN_STATUS_RESERVE_LSB = 256;
  localparam int unsigned MARGIN_STATUS_RESERVE_BITS = 64;
  localparam int unsigned MARGIN_STATUS_INITIAL_MARGIN_LSB = 320;
  localparam int unsigned MARGIN_STATUS_INITIAL_MARGIN_BITS = 64;
  localparam int unsigned MARGIN_STATUS_MAINTENANCE_MARGIN_LSB = 384;
  localparam int unsigned MARGIN_STATUS_MAINTENANCE_MARGIN_BITS = 64;
  localparam int unsigned MARGIN_STATUS_STATUS_LSB = 448;
  localparam int unsigned MARGIN_STATUS_STATUS_BITS = 8;
  localparam int unsigned MARGIN_STATUS_SEQUENCE_LSB = 480;
  localparam int unsigned MARGIN_STATUS_SEQUENCE_BITS = 32;

  // GroupCommitted
  localparam int unsigned GROUP_COMMITTED_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned GROUP_COMMITTED_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned GROUP_COMMITTED_HEADER_FLAGS_LSB = 16;
  localparam int unsigned GROUP_COMMITTED_HEADER_FLAGS_BITS = 16;
  localparam int unsigned GROUP_COMMITTED_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned GROUP_COMMITTED_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned GROUP_COMMITTED_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned GROUP_COMMITTED_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned GROUP_COMMITTED_EPOCH_LSB = 96;
  localparam int unsigned GROUP_COMMITTED_EPOCH_BITS = 32;
  localparam int unsigned GROUP_COMMITTED_GROUP_LSB = 128;
  localparam int unsigned GROUP_COMMITTED_GROUP_BITS = 16;
  localparam int unsigned GROUP_COMMITTED_STALE_LSB = 160;
  localparam int unsigned GROUP_COMMITTED_STALE_BITS = 32;
  localparam int unsigned GROUP_COMMITTED_SEQUENCE_LSB = 480;
  localparam int unsigned GROUP_COMMITTED_SEQUENCE_BITS = 32;

  // SweepDone
  localparam int unsigned SWEEP_DONE_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned SWEEP_DONE_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned SWEEP_DONE_HEADER_FLAGS_LSB = 16;
  localparam int unsigned SWEEP_DONE_HEADER_FLAGS_BITS = 16;
  localparam int unsigned SWEEP_DONE_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned SWEEP_DONE_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned SWEEP_DONE_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned SWEEP_DONE_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned SWEEP_DONE_REVALUED_LSB = 96;
  localparam int unsigned SWEEP_DONE_REVALUED_BITS = 32;
  localparam int unsigned SWEEP_DONE_SEQUENCE_LSB = 480;
  localparam int unsigned SWEEP_DONE_SEQUENCE_BITS = 32;

  // AuditInstrument
  localparam int unsigned AUDIT_INSTRUMENT_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned AUDIT_INSTRUMENT_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned AUDIT_INSTRUMENT_HEADER_FLAGS_LSB = 16;
  localparam int unsigned AUDIT_INSTRUMENT_HEADER_FLAGS_BITS = 16;
  localparam int unsigned AUDIT_INSTRUMENT_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned AUDIT_INSTRUMENT_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned AUDIT_INSTRUMENT_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned AUDIT_INSTRUMENT_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned AUDIT_INSTRUMENT_INSTRUMENT_LSB = 96;
  localparam int unsigned AUDIT_INSTRUMENT_INSTRUMENT_BITS = 16;
  localparam int unsigned AUDIT_INSTRUMENT_WINDOW_BASE_LSB = 128;
  localparam int unsigned AUDIT_INSTRUMENT_WINDOW_BASE_BITS = 32;
  localparam int unsigned AUDIT_INSTRUMENT_BAND_LOW_LSB = 160;
  localparam int unsigned AUDIT_INSTRUMENT_BAND_LOW_BITS = 32;
  localparam int unsigned AUDIT_INSTRUMENT_BAND_HIGH_LSB = 192;
  localparam int unsigned AUDIT_INSTRUMENT_BAND_HIGH_BITS = 32;
  localparam int unsigned AUDIT_INSTRUMENT_MAX_PRICE_LSB = 224;
  localparam int unsigned AUDIT_INSTRUMENT_MAX_PRICE_BITS = 32;
  localparam int unsigned AUDIT_INSTRUMENT_MAX_QUANTITY_LSB = 256;
  localparam int unsigned AUDIT_INSTRUMENT_MAX_QUANTITY_BITS = 32;
  localparam int unsigned AUDIT_INSTRUMENT_ORDERS_LSB = 288;
  localparam int unsigned AUDIT_INSTRUMENT_ORDERS_BITS = 32;
  localparam int unsigned AUDIT_INSTRUMENT_SEQUENCE_LSB = 480;
  localparam int unsigned AUDIT_INSTRUMENT_SEQUENCE_BITS = 32;

  // AuditOrder
  localparam int unsigned AUDIT_ORDER_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned AUDIT_ORDER_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned AUDIT_ORDER_HEADER_FLAGS_LSB = 16;
  localparam int unsigned AUDIT_ORDER_HEADER_FLAGS_BITS = 16;
  localparam int unsigned AUDIT_ORDER_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned AUDIT_ORDER_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned AUDIT_ORDER_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned AUDIT_ORDER_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned AUDIT_ORDER_ACCOUNT_LSB = 96;
  localparam int unsigned AUDIT_ORDER_ACCOUNT_BITS = 32;
  localparam int unsigned AUDIT_ORDER_ORDER_ID_LSB = 128;
  localparam int unsigned AUDIT_ORDER_ORDER_ID_BITS = 64;
  localparam int unsigned AUDIT_ORDER_RESERVE_LSB = 192;
  localparam int unsigned AUDIT_ORDER_RESERVE_BITS = 64;
  localparam int unsigned AUDIT_ORDER_SESSION_LSB = 256;
  localparam int unsigned AUDIT_ORDER_SESSION_BITS = 32;
  localparam int unsigned AUDIT_ORDER_PRICE_LSB = 288;
  localparam int unsigned AUDIT_ORDER_PRICE_BITS = 32;
  localparam int unsigned AUDIT_ORDER_TOTAL_LSB = 320;
  localparam int unsigned AUDIT_ORDER_TOTAL_BITS = 32;
  localparam int unsigned AUDIT_ORDER_FILLED_LSB = 352;
  localparam int unsigned AUDIT_ORDER_FILLED_BITS = 32;
  localparam int unsigned AUDIT_ORDER_RANK_LSB = 384;
  localparam int unsigned AUDIT_ORDER_RANK_BITS = 32;
  localparam int unsigned AUDIT_ORDER_SELF_TRADE_GROUP_LSB = 416;
  localparam int unsigned AUDIT_ORDER_SELF_TRADE_GROUP_BITS = 32;
  localparam int unsigned AUDIT_ORDER_INSTRUMENT_LSB = 448;
  localparam int unsigned AUDIT_ORDER_INSTRUMENT_BITS = 16;
  localparam int unsigned AUDIT_ORDER_PLACE_LSB = 464;
  localparam int unsigned AUDIT_ORDER_PLACE_BITS = 8;
  localparam int unsigned AUDIT_ORDER_SIDE_LSB = 472;
  localparam int unsigned AUDIT_ORDER_SIDE_BITS = 8;
  localparam int unsigned AUDIT_ORDER_SEQUENCE_LSB = 480;
  localparam int unsigned AUDIT_ORDER_SEQUENCE_BITS = 32;

  // AuditPosition
  localparam int unsigned AUDIT_POSITION_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned AUDIT_POSITION_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned AUDIT_POSITION_HEADER_FLAGS_LSB = 16;
  localparam int unsigned AUDIT_POSITION_HEADER_FLAGS_BITS = 16;
  localparam int unsigned AUDIT_POSITION_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned AUDIT_POSITION_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned AUDIT_POSITION_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned AUDIT_POSITION_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned AUDIT_POSITION_ACCOUNT_LSB = 96;
  localparam int unsigned AUDIT_POSITION_ACCOUNT_BITS = 32;
  localparam int unsigned AUDIT_POSITION_POSITION_LSB = 160;
  localparam int unsigned AUDIT_POSITION_POSITION_BITS = 32;
  localparam int unsigned AUDIT_POSITION_OPEN_BIDS_LSB = 192;
  localparam int unsigned AUDIT_POSITION_OPEN_BIDS_BITS = 32;
  localparam int unsigned AUDIT_POSITION_OPEN_ASKS_LSB = 224;
  localparam int unsigned AUDIT_POSITION_OPEN_ASKS_BITS = 32;
  localparam int unsigned AUDIT_POSITION_INSTRUMENT_LSB = 256;
  localparam int unsigned AUDIT_POSITION_INSTRUMENT_BITS = 16;
  localparam int unsigned AUDIT_POSITION_SEQUENCE_LSB = 480;
  localparam int unsigned AUDIT_POSITION_SEQUENCE_BITS = 32;

  // AuditPortfolio
  localparam int unsigned AUDIT_PORTFOLIO_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned AUDIT_PORTFOLIO_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned AUDIT_PORTFOLIO_HEADER_FLAGS_LSB = 16;
  localparam int unsigned AUDIT_PORTFOLIO_HEADER_FLAGS_BITS = 16;
  localparam int unsigned AUDIT_PORTFOLIO_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned AUDIT_PORTFOLIO_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned AUDIT_PORTFOLIO_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned AUDIT_PORTFOLIO_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned AUDIT_PORTFOLIO_ACCOUNT_LSB = 96;
  localparam int unsigned AUDIT_PORTFOLIO_ACCOUNT_BITS = 32;
  localparam int unsigned AUDIT_PORTFOLIO_LANE_SUM_LSB = 128;
  localparam int unsigned AUDIT_PORTFOLIO_LANE_SUM_BITS = 64;
  localparam int unsigned AUDIT_PORTFOLIO_ADD_ON_LSB = 192;
  localparam int unsigned AUDIT_PORTFOLIO_ADD_ON_BITS = 64;
  localparam int unsigned AUDIT_PORTFOLIO_INITIAL_MARGIN_LSB = 256;
  localparam int unsigned AUDIT_PORTFOLIO_INITIAL_MARGIN_BITS = 64;
  localparam int unsigned AUDIT_PORTFOLIO_MAINTENANCE_MARGIN_LSB = 320;
  localparam int unsigned AUDIT_PORTFOLIO_MAINTENANCE_MARGIN_BITS = 64;
  localparam int unsigned AUDIT_PORTFOLIO_VALUE_LSB = 384;
  localparam int unsigned AUDIT_PORTFOLIO_VALUE_BITS = 64;
  localparam int unsigned AUDIT_PORTFOLIO_GROUP_LSB = 448;
  localparam int unsigned AUDIT_PORTFOLIO_GROUP_BITS = 16;
  localparam int unsigned AUDIT_PORTFOLIO_OLDER_LSB = 464;
  localparam int unsigned AUDIT_PORTFOLIO_OLDER_BITS = 8;
  localparam int unsigned AUDIT_PORTFOLIO_SEQUENCE_LSB = 480;
  localparam int unsigned AUDIT_PORTFOLIO_SEQUENCE_BITS = 32;

  // AuditAccount
  localparam int unsigned AUDIT_ACCOUNT_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned AUDIT_ACCOUNT_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned AUDIT_ACCOUNT_HEADER_FLAGS_LSB = 16;
  localparam int unsigned AUDIT_ACCOUNT_HEADER_FLAGS_BITS = 16;
  localparam int unsigned AUDIT_ACCOUNT_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned AUDIT_ACCOUNT_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned AUDIT_ACCOUNT_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned AUDIT_ACCOUNT_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned AUDIT_ACCOUNT_ACCOUNT_LSB = 96;
  localparam int unsigned AUDIT_ACCOUNT_ACCOUNT_BITS = 32;
  localparam int unsigned AUDIT_ACCOUNT_SELF_TRADE_GROUP_LSB = 128;
  localparam int unsigned AUDIT_ACCOUNT_SELF_TRADE_GROUP_BITS = 32;
  localparam int unsigned AUDIT_ACCOUNT_FEE_TIER_LSB = 160;
  localparam int unsigned AUDIT_ACCOUNT_FEE_TIER_BITS = 8;
  localparam int unsigned AUDIT_ACCOUNT_STATUS_LSB = 168;
  localparam int unsigned AUDIT_ACCOUNT_STATUS_BITS = 8;
  localparam int unsigned AUDIT_ACCOUNT_CASH_LSB = 192;
  localparam int unsigned AUDIT_ACCOUNT_CASH_BITS = 64;
  localparam int unsigned AUDIT_ACCOUNT_RESERVE_LSB = 256;
  localparam int unsigned AUDIT_ACCOUNT_RESERVE_BITS = 64;
  localparam int unsigned AUDIT_ACCOUNT_INITIAL_MARGIN_LSB = 320;
  localparam int unsigned AUDIT_ACCOUNT_INITIAL_MARGIN_BITS = 64;
  localparam int unsigned AUDIT_ACCOUNT_MAINTENANCE_MARGIN_LSB = 384;
  localparam int unsigned AUDIT_ACCOUNT_MAINTENANCE_MARGIN_BITS = 64;
  localparam int unsigned AUDIT_ACCOUNT_SEQUENCE_LSB = 480;
  localparam int unsigned AUDIT_ACCOUNT_SEQUENCE_BITS = 32;

  // Fault
  localparam int unsigned FAULT_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned FAULT_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned FAULT_HEADER_FLAGS_LSB = 16;
  localparam int unsigned FAULT_HEADER_FLAGS_BITS = 16;
  localparam int unsigned FAULT_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned FAULT_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned FAULT_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned FAULT_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned FAULT_CODE_LSB = 96;
  localparam int unsigned FAULT_CODE_BITS = 16;
  localparam int unsigned FAULT_SEQUENCE_LSB = 480;
  localparam int unsigned FAULT_SEQUENCE_BITS = 32;

  // Done
  localparam int unsigned DONE_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned DONE_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned DONE_HEADER_FLAGS_LSB = 16;
  localparam int unsigned DONE_HEADER_FLAGS_BITS = 16;
  localparam int unsigned DONE_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned DONE_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned DONE_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned DONE_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned DONE_LINES_LSB = 96;
  localparam int unsigned DONE_LINES_BITS = 32;
  localparam int unsigned DONE_COMMAND_TEMPLATE_LSB = 128;
  localparam int unsigned DONE_COMMAND_TEMPLATE_BITS = 16;
  localparam int unsigned DONE_SEQUENCE_LSB = 480;
  localparam int unsigned DONE_SEQUENCE_BITS = 32;

  // AuditGroup
  localparam int unsigned AUDIT_GROUP_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned AUDIT_GROUP_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned AUDIT_GROUP_HEADER_FLAGS_LSB = 16;
  localparam int unsigned AUDIT_GROUP_HEADER_FLAGS_BITS = 16;
  localparam int unsigned AUDIT_GROUP_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned AUDIT_GROUP_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned AUDIT_GROUP_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned AUDIT_GROUP_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned AUDIT_GROUP_EPOCH_LSB = 96;
  localparam int unsigned AUDIT_GROUP_EPOCH_BITS = 32;
  localparam int unsigned AUDIT_GROUP_STALE_LSB = 128;
  localparam int unsigned AUDIT_GROUP_STALE_BITS = 32;
  localparam int unsigned AUDIT_GROUP_GROUP_LSB = 160;
  localparam int unsigned AUDIT_GROUP_GROUP_BITS = 16;
  localparam int unsigned AUDIT_GROUP_INITIAL_FACTOR_LSB = 176;
  localparam int unsigned AUDIT_GROUP_INITIAL_FACTOR_BITS = 16;
  localparam int unsigned AUDIT_GROUP_MAINTENANCE_FACTOR_LSB = 192;
  localparam int unsigned AUDIT_GROUP_MAINTENANCE_FACTOR_BITS = 16;
  localparam int unsigned AUDIT_GROUP_SEQUENCE_LSB = 480;
  localparam int unsigned AUDIT_GROUP_SEQUENCE_BITS = 32;

  // AuditLanes
  localparam int unsigned AUDIT_LANES_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned AUDIT_LANES_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned AUDIT_LANES_HEADER_FLAGS_LSB = 16;
  localparam int unsigned AUDIT_LANES_HEADER_FLAGS_BITS = 16;
  localparam int unsigned AUDIT_LANES_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned AUDIT_LANES_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned AUDIT_LANES_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned AUDIT_LANES_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned AUDIT_LANES_ACCOUNT_LSB = 96;
  localparam int unsigned AUDIT_LANES_ACCOUNT_BITS = 32;
  localparam int unsigned AUDIT_LANES_POSITIONS0_LSB = 128;
  localparam int unsigned AUDIT_LANES_POSITIONS0_BITS = 64;
  localparam int unsigned AUDIT_LANES_WORST0_LSB = 192;
  localparam int unsigned AUDIT_LANES_WORST0_BITS = 64;
  localparam int unsigned AUDIT_LANES_POSITIONS1_LSB = 256;
  localparam int unsigned AUDIT_LANES_POSITIONS1_BITS = 64;
  localparam int unsigned AUDIT_LANES_WORST1_LSB = 320;
  localparam int unsigned AUDIT_LANES_WORST1_BITS = 64;
  localparam int unsigned AUDIT_LANES_GROUP_LSB = 384;
  localparam int unsigned AUDIT_LANES_GROUP_BITS = 16;
  localparam int unsigned AUDIT_LANES_SCENARIO_LSB = 400;
  localparam int unsigned AUDIT_LANES_SCENARIO_BITS = 16;
  localparam int unsigned AUDIT_LANES_SEQUENCE_LSB = 480;
  localparam int unsigned AUDIT_LANES_SEQUENCE_BITS = 32;

  // AuditTerms
  localparam int unsigned AUDIT_TERMS_HEADER_TEMPLATE_ID_LSB = 0;
  localparam int unsigned AUDIT_TERMS_HEADER_TEMPLATE_ID_BITS = 16;
  localparam int unsigned AUDIT_TERMS_HEADER_FLAGS_LSB = 16;
  localparam int unsigned AUDIT_TERMS_HEADER_FLAGS_BITS = 16;
  localparam int unsigned AUDIT_TERMS_HEADER_STAMP_CYCLES_LSB = 32;
  localparam int unsigned AUDIT_TERMS_HEADER_STAMP_CYCLES_BITS = 32;
  localparam int unsigned AUDIT_TERMS_HEADER_CONSUMED_LSB = 64;
  localparam int unsigned AUDIT_TERMS_HEADER_CONSUMED_BITS = 32;
  localparam int unsigned AUDIT_TERMS_INSTRUMENT_LSB = 96;
  localparam int unsigned AUDIT_TERMS_INSTRUMENT_BITS = 16;
  localparam int unsigned AUDIT_TERMS_GROUP_LSB = 112;
  localparam int unsigned AUDIT_TERMS_GROUP_BITS = 16;
  localparam int unsigned AUDIT_TERMS_MULTIPLIER_LSB = 128;
  localparam int unsigned AUDIT_TERMS_MULTIPLIER_BITS = 32;
  localparam int unsigned AUDIT_TERMS_CLOSE_BAND_LSB = 160;
  localparam int unsigned AUDIT_TERMS_CLOSE_BAND_BITS = 32;
  localparam int unsigned AUDIT_TERMS_WORST_FEE_LSB = 192;
  localparam int unsigned AUDIT_TERMS_WORST_FEE_BITS = 64;
  localparam int unsigned AUDIT_TERMS_FEE_SUM_LSB = 256;
  localparam int unsigned AUDIT_TERMS_FEE_SUM_BITS = 64;
  localparam int unsigned AUDIT_TERMS_ARRAY_SUM_LSB = 320;
  localparam int unsigned AUDIT_TERMS_ARRAY_SUM_BITS = 64;
  localparam int unsigned AUDIT_TERMS_MARK_LSB = 384;
  localparam int unsigned AUDIT_TERMS_MARK_BITS = 32;
  localparam int unsigned AUDIT_TERMS_POSITION_LIMIT_LSB = 416;
  localparam int unsigned AUDIT_TERMS_POSITION_LIMIT_BITS = 32;
  localparam int unsigned AUDIT_TERMS_VALUED_LSB = 448;
  localparam int unsigned AUDIT_TERMS_VALUED_BITS = 8;
  localparam int unsigned AUDIT_TERMS_SEQUENCE_LSB = 480;
  localparam int unsigned AUDIT_TERMS_SEQUENCE_BITS = 32;

  // IdentityBlock
  localparam logic [15:0] IDENTITY_BLOCK_TYPE = 16'd128;
  localparam int unsigned IDENTITY_BLOCK_BYTES = 40;
  localparam int unsigned IDENTITY_BLOCK_HEADER_BLOCK_TYPE_BYTE = 0;
  localparam int unsigned IDENTITY_BLOCK_HEADER_BLOCK_VERSION_BYTE = 2;
  localparam int unsigned IDENTITY_BLOCK_HEADER_NEXT_BYTE_BYTE = 4;
  localparam int unsigned IDENTITY_BLOCK_MAGIC_BYTE = 8;
  localparam int unsigned IDENTITY_BLOCK_REVISION_BYTE = 12;
  localparam int unsigned IDENTITY_BLOCK_SCHEMA_HASH_BYTE = 16;
  localparam int unsigned IDENTITY_BLOCK_RULES_VERSION_MIN_BYTE = 24;
  localparam int unsigned IDENTITY_BLOCK_RULES_VERSION_MAX_BYTE = 28;
  localparam int unsigned IDENTITY_BLOCK_CLOCK_KILOHERTZ_BYTE = 32;

  // CapacityBlock
  localparam logic [15:0] CAPACITY_BLOCK_TYPE = 16'd129;
  localparam int unsigned CAPACITY_BLOCK_BYTES = 48;
  localparam int unsigned CAPACITY_BLOCK_HEADER_BLOCK_TYPE_BYTE = 0;
  localparam int unsigned CAPACITY_BLOCK_HEADER_BLOCK_VERSION_BYTE = 2;
  localparam int unsigned CAPACITY_BLOCK_HEADER_NEXT_BYTE_BYTE = 4;
  localparam int unsigned CAPACITY_BLOCK_INSTRUMENTS_BYTE = 8;
  localparam int unsigned CAPACITY_BLOCK_LEVELS_BYTE = 12;
  localparam int unsigned CAPACITY_BLOCK_ORDER_SLOTS_BYTE = 16;
  localparam int unsigned CAPACITY_BLOCK_LIVE_ORDERS_BYTE = 20;
  localparam int unsigned CAPACITY_BLOCK_ACCOUNTS_BYTE = 24;
  localparam int unsigned CAPACITY_BLOCK_PORTFOLIOS_BYTE = 28;
  localparam int unsigned CAPACITY_BLOCK_POSITIONS_BYTE = 32;
  localparam int unsigned CAPACITY_BLOCK_SCENARIOS_BYTE = 36;
  localparam int unsigned CAPACITY_BLOCK_WINDOW_SLOTS_BYTE = 40;
  localparam int unsigned CAPACITY_BLOCK_GROUPS_BYTE = 44;

  // EventRingBlock
  localparam logic [15:0] EVENT_RING_BLOCK_TYPE = 16'd130;
  localparam int unsigned EVENT_RING_BLOCK_BYTES = 40;
  localparam int unsigned EVENT_RING_BLOCK_HEADER_BLOCK_TYPE_BYTE = 0;
  localparam int unsigned EVENT_RING_BLOCK_HEADER_BLOCK_VERSION_BYTE = 2;
  localparam int unsigned EVENT_RING_BLOCK_HEADER_NEXT_BYTE_BYTE = 4;
  localparam int unsigned EVENT_RING_BLOCK_RING_BASE_BYTE = 8;
  localparam int unsigned EVENT_RING_BLOCK_SLOTS_BYTE = 16;
  localparam int unsigned EVENT_RING_BLOCK_HEAD_BYTE = 20;
  localparam int unsigned EVENT_RING_BLOCK_CONTROL_BYTE = 24;
  localparam int unsigned EVENT_RING_BLOCK_STATUS_BYTE = 28;

  // CounterBlock
  localparam logic [15:0] COUNTER_BLOCK_TYPE = 16'd131;
  localparam int unsigned COUNTER_BLOCK_BYTES = 288;
  localparam int unsigned COUNTER_BLOCK_HEADER_BLOCK_TYPE_BYTE = 0;
  localparam int unsigned COUNTER_BLOCK_HEADER_BLOCK_VERSION_BYTE = 2;
  localparam int unsigned COUNTER_BLOCK_HEADER_NEXT_BYTE_BYTE = 4;
  localparam int unsigned COUNTER_BLOCK_COMMANDS_BYTE = 8;
  localparam int unsigned COUNTER_BLOCK_EVENTS_BYTE = 12;
  localparam int unsigned COUNTER_BLOCK_WINDOW_OUT_OF_SEQUENCE_BYTE = 16;
  localparam int unsigned COUNTER_BLOCK_WINDOW_BAD_WRITE_BYTE = 20;
  localparam int unsigned COUNTER_BLOCK_STALL_CYCLES_BYTE = 24;
  localparam int unsigned COUNTER_BLOCK_BUS_ERRORS_BYTE = 28;
  localparam int unsigned COUNTER_BLOCK_REJECTS_BYTE = 32;
  localparam int unsigned COUNTER_BLOCK_REJECTS_COUNT = 64;

  // LatencyBlock
  localparam logic [15:0] LATENCY_BLOCK_TYPE = 16'd132;
  localparam int unsigned LATENCY_BLOCK_BYTES = 264;
  localparam int unsigned LATENCY_BLOCK_HEADER_BLOCK_TYPE_BYTE = 0;
  localparam int unsigned LATENCY_BLOCK_HEADER_BLOCK_VERSION_BYTE = 2;
  localparam int unsigned LATENCY_BLOCK_HEADER_NEXT_BYTE_BYTE = 4;
  localparam int unsigned LATENCY_BLOCK_BUCKETS_BYTE = 8;
  localparam int unsigned LATENCY_BLOCK_BUCKETS_COUNT = 64;

endpackage
// verilator lint_on UNUSEDPARAM
