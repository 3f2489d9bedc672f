// Generated from card.xml: do not edit.
#pragma once

#include <cstddef>
#include <cstdint>

namespace lockstep::card {

inline constexpr std::uint64_t SCHEMA_HASH = 0xdaf76cb50a21a616ULL;

enum class CancelReason : std::uint8_t {
  REQUESTED = 1,
  IMMEDIATE_OR_CANCEL = 2,
  BAND = 3,
  SELF_TRADE = 4,
  MASS_CANCEL = 5,
};

enum class FaultCode : std::uint16_t {
  INVARIANT = 1,
};

enum class KeptPlace : std::uint8_t {
  LOST = 0,
  KEPT = 1,
};

enum class MarginStatus : std::uint8_t {
  HEALTHY = 0,
  INITIAL_BREACHED = 1,
  MAINTENANCE_BREACHED = 2,
  BANKRUPT = 3,
};

enum class OrderPlace : std::uint8_t {
  RESTING = 0,
  PARKED = 1,
};

enum class OrderType : std::uint8_t {
  LIMIT = 0,
  MARKET = 1,
};

enum class RejectReason : std::uint16_t {
  UNSUPPORTED_COMMAND = 1,
  UNSUPPORTED_FIELD = 2,
  LOADING = 3,
  NOT_LOADING = 4,
  UNKNOWN_INSTRUMENT = 5,
  UNKNOWN_ACCOUNT = 6,
  UNKNOWN_POSITION = 7,
  UNKNOWN_ORDER = 8,
  QUANTITY_ZERO = 9,
  QUANTITY_TOO_LARGE = 10,
  PRICE_BEYOND_LIMIT = 11,
  PRICE_OUTSIDE_WINDOW = 12,
  SLOT_OUT_OF_RANGE = 13,
  SLOT_OCCUPIED = 14,
  POOL_FULL = 15,
  POSITION_BOUND = 16,
  NOTHING_TO_REDUCE = 17,
  WOULD_CROSS = 18,
  BEYOND_BAND = 19,
  WOULD_SELF_TRADE = 20,
  UNFILLABLE = 21,
  LIMITS_INVALID = 22,
  WINDOW_INVALID = 23,
  BAND_OUTSIDE_WINDOW = 24,
  BOOK_NOT_EMPTY = 25,
  ORDERS_OUTSIDE_BAND = 26,
  ORDERS_OUTSIDE_WINDOW = 27,
  POSITION_OUT_OF_RANGE = 28,
  POSITION_OCCUPIED = 29,
  POSITION_NOT_EMPTY = 30,
  NOT_RESTING = 31,
  NOT_PARKED = 32,
  QUANTITY_BEYOND_OPEN = 33,
  PRICE_BEYOND_ORDER = 34,
  GROUP_OUT_OF_RANGE = 35,
  GROUP_FULL = 36,
  INSTRUMENT_IN_USE = 37,
  UNKNOWN_PORTFOLIO = 38,
  PORTFOLIO_OUT_OF_RANGE = 39,
  PORTFOLIO_OCCUPIED = 40,
  PORTFOLIO_EXISTS = 41,
  PORTFOLIO_FULL = 42,
  PORTFOLIO_NOT_EMPTY = 43,
  SAME_POSITION = 44,
  MARGIN_BOUND = 45,
  CURVE_INVALID = 46,
  FACTOR_INVALID = 47,
  WRONG_EPOCH = 48,
  SWEEP_UNFINISHED = 49,
  NOT_STAGED = 50,
  NOT_VALUED = 51,
  ADD_ON_BOUND = 52,
  CASH_BOUND = 53,
  MARGIN_INSUFFICIENT = 54,
};

enum class SelfTradePrevention : std::uint8_t {
  CANCEL_INCOMING = 0,
  CANCEL_RESTING = 1,
  CANCEL_BOTH = 2,
};

enum class Side : std::uint8_t {
  BUY = 0,
  SELL = 1,
};

enum class TemplateId : std::uint16_t {
  NEW = 1,
  CANCEL = 2,
  REPLACE = 3,
  MASS_CANCEL = 4,
  PARK = 5,
  UNPARK = 6,
  CROSS = 7,
  RESERVE = 8,
  ADJUST = 9,
  ADJUST_ADD_ON = 10,
  TRANSFER = 11,
  SET_INSTRUMENT = 12,
  SET_ACCOUNT = 13,
  SET_BAND = 14,
  SET_WINDOW = 15,
  SET_SIZE_CURVE = 16,
  SET_FEE_ROW = 17,
  OPEN_PORTFOLIO = 18,
  CLOSE_PORTFOLIO = 19,
  OPEN_POSITION = 20,
  CLOSE_POSITION = 21,
  STAGE_ARRAY = 22,
  COMMIT_GROUP = 23,
  SWEEP_CHUNK = 24,
  LOAD_ACCOUNT = 25,
  LOAD_PORTFOLIO = 26,
  LOAD_POSITION = 27,
  LOAD_ORDER = 28,
  END_OF_LOAD = 29,
  AUDIT = 30,
  BARRIER = 31,
  ACCEPTED = 64,
  REJECTED = 65,
  TRADE = 66,
  CANCELLED = 67,
  REPLACED = 68,
  RESERVED = 69,
  TOP_OF_BOOK = 70,
  MARGIN_STATUS = 71,
  GROUP_COMMITTED = 72,
  SWEEP_DONE = 73,
  AUDIT_INSTRUMENT = 74,
  AUDIT_ORDER = 75,
  AUDIT_POSITION = 76,
  AUDIT_PORTFOLIO = 77,
  AUDIT_ACCOUNT = 78,
  FAULT = 79,
  DONE = 80,
  AUDIT_GROUP = 81,
  AUDIT_LANES = 82,
  AUDIT_TERMS = 83,
};

enum class TimeInForce : std::uint8_t {
  GTC = 0,
  IOC = 1,
  FOK = 2,
};

namespace audit_lines {  // masks
inline constexpr std::uint32_t INSTRUMENTS = 1u << 0;
inline constexpr std::uint32_t ORDERS = 1u << 1;
inline constexpr std::uint32_t POSITIONS = 1u << 2;
inline constexpr std::uint32_t PORTFOLIOS = 1u << 3;
inline constexpr std::uint32_t ACCOUNTS = 1u << 4;
inline constexpr std::uint32_t GROUPS = 1u << 5;
inline constexpr std::uint32_t LANES = 1u << 6;
}

namespace command_flags {  // masks
inline constexpr std::uint32_t DRY_RUN = 1u << 0;
inline constexpr std::uint32_t SYSTEM = 1u << 1;
inline constexpr std::uint32_t POST_ONLY = 1u << 2;
inline constexpr std::uint32_t REDUCE_ONLY = 1u << 3;
inline constexpr std::uint32_t PARKED = 1u << 4;
}

namespace event_flags {  // masks
inline constexpr std::uint32_t LAST = 1u << 0;
}

namespace ring_control {  // masks
inline constexpr std::uint32_t ENABLE = 1u << 0;
inline constexpr std::uint32_t RESET = 1u << 1;
}

namespace ring_status {  // masks
inline constexpr std::uint32_t RESETTING = 1u << 0;
inline constexpr std::uint32_t STALLED = 1u << 1;
}

namespace new_ {  // byte offsets
inline constexpr std::uint16_t ID = 1;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t ACCOUNT = 16;
inline constexpr std::size_t SESSION = 20;
inline constexpr std::size_t SLOT = 24;
inline constexpr std::size_t POSITION_SLOT = 28;
inline constexpr std::size_t PRICE = 32;
inline constexpr std::size_t QUANTITY = 36;
inline constexpr std::size_t EPOCH = 40;
inline constexpr std::size_t INSTRUMENT = 44;
inline constexpr std::size_t SIDE = 48;
inline constexpr std::size_t ORDER_TYPE = 49;
inline constexpr std::size_t TIME_IN_FORCE = 50;
inline constexpr std::size_t SELF_TRADE_PREVENTION = 51;
}

namespace cancel {  // byte offsets
inline constexpr std::uint16_t ID = 2;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t ORDER_ID = 16;
inline constexpr std::size_t SLOT = 24;
inline constexpr std::size_t ACCOUNT = 28;
}

namespace replace {  // byte offsets
inline constexpr std::uint16_t ID = 3;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t ORDER_ID = 16;
inline constexpr std::size_t SLOT = 24;
inline constexpr std::size_t ACCOUNT = 28;
inline constexpr std::size_t PRICE = 32;
inline constexpr std::size_t TOTAL = 36;
inline constexpr std::size_t INSTRUMENT = 40;
inline constexpr std::size_t SELF_TRADE_PREVENTION = 44;
inline constexpr std::size_t SIDE = 45;
inline constexpr std::size_t POSITION_SLOT = 48;
}

namespace mass_cancel {  // byte offsets
inline constexpr std::uint16_t ID = 4;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t ACCOUNT = 16;
inline constexpr std::size_t SESSION = 20;
inline constexpr std::size_t INSTRUMENT = 24;
}

namespace park {  // byte offsets
inline constexpr std::uint16_t ID = 5;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t ORDER_ID = 16;
inline constexpr std::size_t SLOT = 24;
inline constexpr std::size_t ACCOUNT = 28;
}

namespace unpark {  // byte offsets
inline constexpr std::uint16_t ID = 6;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t ORDER_ID = 16;
inline constexpr std::size_t SLOT = 24;
inline constexpr std::size_t ACCOUNT = 28;
}

namespace cross {  // byte offsets
inline constexpr std::uint16_t ID = 7;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t BUY_ID = 16;
inline constexpr std::size_t SELL_ID = 24;
inline constexpr std::size_t BUY_SLOT = 32;
inline constexpr std::size_t SELL_SLOT = 36;
inline constexpr std::size_t PRICE = 40;
inline constexpr std::size_t QUANTITY = 44;
inline constexpr std::size_t INSTRUMENT = 48;
}

namespace reserve {  // byte offsets
inline constexpr std::uint16_t ID = 8;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t ORDER_ID = 16;
inline constexpr std::size_t SLOT = 24;
inline constexpr std::size_t ACCOUNT = 28;
}

namespace adjust {  // byte offsets
inline constexpr std::uint16_t ID = 9;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t AMOUNT = 16;
inline constexpr std::size_t ACCOUNT = 24;
}

namespace adjust_add_on {  // byte offsets
inline constexpr std::uint16_t ID = 10;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t AMOUNT = 16;
inline constexpr std::size_t ACCOUNT = 24;
inline constexpr std::size_t PORTFOLIO = 28;
}

namespace transfer {  // byte offsets
inline constexpr std::uint16_t ID = 11;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t BUYER = 16;
inline constexpr std::size_t SELLER = 20;
inline constexpr std::size_t BUYER_POSITION = 24;
inline constexpr std::size_t SELLER_POSITION = 28;
inline constexpr std::size_t PRICE = 32;
inline constexpr std::size_t QUANTITY = 36;
inline constexpr std::size_t INSTRUMENT = 40;
}

namespace set_instrument {  // byte offsets
inline constexpr std::uint16_t ID = 12;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t INSTRUMENT = 16;
inline constexpr std::size_t GROUP = 18;
inline constexpr std::size_t WINDOW_BASE = 20;
inline constexpr std::size_t BAND_LOW = 24;
inline constexpr std::size_t BAND_HIGH = 28;
inline constexpr std::size_t MAX_PRICE = 32;
inline constexpr std::size_t MAX_QUANTITY = 36;
inline constexpr std::size_t MULTIPLIER = 40;
inline constexpr std::size_t CLOSE_BAND = 44;
inline constexpr std::size_t WORST_FEE = 48;
inline constexpr std::size_t POSITION_LIMIT = 56;
}

namespace set_account {  // byte offsets
inline constexpr std::uint16_t ID = 13;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t ACCOUNT = 16;
inline constexpr std::size_t SELF_TRADE_GROUP = 20;
inline constexpr std::size_t FEE_TIER = 24;
}

namespace set_band {  // byte offsets
inline constexpr std::uint16_t ID = 14;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t INSTRUMENT = 16;
inline constexpr std::size_t LOW = 20;
inline constexpr std::size_t HIGH = 24;
}

namespace set_window {  // byte offsets
inline constexpr std::uint16_t ID = 15;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t INSTRUMENT = 16;
inline constexpr std::size_t WINDOW_BASE = 20;
}

namespace set_size_curve {  // byte offsets
inline constexpr std::uint16_t ID = 16;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t INSTRUMENT = 16;
inline constexpr std::size_t BOUND1 = 20;
inline constexpr std::size_t BOUND2 = 24;
inline constexpr std::size_t BOUND3 = 28;
inline constexpr std::size_t SLOPE0 = 32;
inline constexpr std::size_t SLOPE1 = 36;
inline constexpr std::size_t SLOPE2 = 40;
inline constexpr std::size_t SLOPE3 = 44;
}

namespace set_fee_row {  // byte offsets
inline constexpr std::uint16_t ID = 17;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t INSTRUMENT = 16;
inline constexpr std::size_t TIER = 18;
inline constexpr std::size_t MAKER = 20;
inline constexpr std::size_t TAKER = 24;
inline constexpr std::size_t AUCTION = 28;
}

namespace open_portfolio {  // byte offsets
inline constexpr std::uint16_t ID = 18;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t PORTFOLIO = 16;
inline constexpr std::size_t ACCOUNT = 20;
inline constexpr std::size_t GROUP = 24;
}

namespace close_portfolio {  // byte offsets
inline constexpr std::uint16_t ID = 19;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t PORTFOLIO = 16;
inline constexpr std::size_t ACCOUNT = 20;
inline constexpr std::size_t GROUP = 24;
}

namespace open_position {  // byte offsets
inline constexpr std::uint16_t ID = 20;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t POSITION_SLOT = 16;
inline constexpr std::size_t ACCOUNT = 20;
inline constexpr std::size_t PORTFOLIO = 24;
inline constexpr std::size_t INSTRUMENT = 28;
}

namespace close_position {  // byte offsets
inline constexpr std::uint16_t ID = 21;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t POSITION_SLOT = 16;
inline constexpr std::size_t ACCOUNT = 20;
inline constexpr std::size_t PORTFOLIO = 24;
inline constexpr std::size_t INSTRUMENT = 28;
}

namespace stage_array {  // byte offsets
inline constexpr std::uint16_t ID = 22;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t INSTRUMENT = 16;
inline constexpr std::size_t PART = 18;
inline constexpr std::size_t MARK = 20;
inline constexpr std::size_t SHORT_OPTION_MINIMUM = 24;
inline constexpr std::size_t LANE0 = 32;
inline constexpr std::size_t LANE1 = 36;
inline constexpr std::size_t LANE2 = 40;
inline constexpr std::size_t LANE3 = 44;
inline constexpr std::size_t LANE4 = 48;
inline constexpr std::size_t LANE5 = 52;
inline constexpr std::size_t LANE6 = 56;
inline constexpr std::size_t LANE7 = 60;
}

namespace commit_group {  // byte offsets
inline constexpr std::uint16_t ID = 23;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t GROUP = 16;
inline constexpr std::size_t INITIAL_FACTOR = 18;
inline constexpr std::size_t MAINTENANCE_FACTOR = 20;
inline constexpr std::size_t EPOCH = 24;
}

namespace sweep_chunk {  // byte offsets
inline constexpr std::uint16_t ID = 24;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t PORTFOLIO = 16;
inline constexpr std::size_t COUNT = 20;
}

namespace load_account {  // byte offsets
inline constexpr std::uint16_t ID = 25;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t CASH = 16;
inline constexpr std::size_t ACCOUNT = 24;
inline constexpr std::size_t SELF_TRADE_GROUP = 28;
inline constexpr std::size_t FEE_TIER = 32;
inline constexpr std::size_t STATUS = 33;
}

namespace load_portfolio {  // byte offsets
inline constexpr std::uint16_t ID = 26;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t ADD_ON = 16;
inline constexpr std::size_t PORTFOLIO = 24;
inline constexpr std::size_t ACCOUNT = 28;
inline constexpr std::size_t EPOCH = 32;
inline constexpr std::size_t GROUP = 36;
}

namespace load_position {  // byte offsets
inline constexpr std::uint16_t ID = 27;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t POSITION_SLOT = 16;
inline constexpr std::size_t ACCOUNT = 20;
inline constexpr std::size_t PORTFOLIO = 24;
inline constexpr std::size_t INSTRUMENT = 28;
inline constexpr std::size_t POSITION = 32;
}

namespace load_order {  // byte offsets
inline constexpr std::uint16_t ID = 28;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t RESERVE = 16;
inline constexpr std::size_t ACCOUNT = 24;
inline constexpr std::size_t SESSION = 28;
inline constexpr std::size_t SLOT = 32;
inline constexpr std::size_t POSITION_SLOT = 36;
inline constexpr std::size_t PRICE = 40;
inline constexpr std::size_t TOTAL = 44;
inline constexpr std::size_t FILLED = 48;
inline constexpr std::size_t SELF_TRADE_GROUP = 52;
inline constexpr std::size_t INSTRUMENT = 56;
inline constexpr std::size_t SIDE = 58;
inline constexpr std::size_t FEE_TIER = 59;
}

namespace end_of_load {  // byte offsets
inline constexpr std::uint16_t ID = 29;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
}

namespace audit {  // byte offsets
inline constexpr std::uint16_t ID = 30;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
inline constexpr std::size_t LINES = 16;
}

namespace barrier {  // byte offsets
inline constexpr std::uint16_t ID = 31;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_WINDOW_SEQUENCE = 4;
inline constexpr std::size_t HEADER_LOG_SEQUENCE = 8;
}

namespace accepted {  // byte offsets
inline constexpr std::uint16_t ID = 64;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t ACCOUNT = 12;
inline constexpr std::size_t ORDER_ID = 16;
inline constexpr std::size_t RESERVE = 24;
inline constexpr std::size_t INSTRUMENT = 32;
inline constexpr std::size_t QUANTITY = 36;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace rejected {  // byte offsets
inline constexpr std::uint16_t ID = 65;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t ACCOUNT = 12;
inline constexpr std::size_t ORDER_ID = 16;
inline constexpr std::size_t REASON = 24;
inline constexpr std::size_t COMMAND_TEMPLATE = 26;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace trade {  // byte offsets
inline constexpr std::uint16_t ID = 66;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t MAKER_SLOT = 12;
inline constexpr std::size_t TAKER_ID = 16;
inline constexpr std::size_t MAKER_ID = 24;
inline constexpr std::size_t TAKER_FEE = 32;
inline constexpr std::size_t MAKER_FEE = 40;
inline constexpr std::size_t PRICE = 48;
inline constexpr std::size_t QUANTITY = 52;
inline constexpr std::size_t INSTRUMENT = 56;
inline constexpr std::size_t TAKER_SIDE = 58;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace cancelled {  // byte offsets
inline constexpr std::uint16_t ID = 67;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t ACCOUNT = 12;
inline constexpr std::size_t ORDER_ID = 16;
inline constexpr std::size_t QUANTITY = 24;
inline constexpr std::size_t INSTRUMENT = 28;
inline constexpr std::size_t REASON = 30;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace replaced {  // byte offsets
inline constexpr std::uint16_t ID = 68;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t ACCOUNT = 12;
inline constexpr std::size_t ORDER_ID = 16;
inline constexpr std::size_t RESERVE = 24;
inline constexpr std::size_t PRICE = 32;
inline constexpr std::size_t TOTAL = 36;
inline constexpr std::size_t INSTRUMENT = 40;
inline constexpr std::size_t PLACE = 42;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace reserved {  // byte offsets
inline constexpr std::uint16_t ID = 69;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t ACCOUNT = 12;
inline constexpr std::size_t ORDER_ID = 16;
inline constexpr std::size_t RESERVE = 24;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace top_of_book {  // byte offsets
inline constexpr std::uint16_t ID = 70;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t INSTRUMENT = 12;
inline constexpr std::size_t BID_QUANTITY = 16;
inline constexpr std::size_t ASK_QUANTITY = 24;
inline constexpr std::size_t BID_PRICE = 32;
inline constexpr std::size_t ASK_PRICE = 36;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace margin_status {  // byte offsets
inline constexpr std::uint16_t ID = 71;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t ACCOUNT = 12;
inline constexpr std::size_t CASH = 16;
inline constexpr std::size_t EQUITY = 24;
inline constexpr std::size_t RESERVE = 32;
inline constexpr std::size_t INITIAL_MARGIN = 40;
inline constexpr std::size_t MAINTENANCE_MARGIN = 48;
inline constexpr std::size_t STATUS = 56;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace group_committed {  // byte offsets
inline constexpr std::uint16_t ID = 72;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t EPOCH = 12;
inline constexpr std::size_t GROUP = 16;
inline constexpr std::size_t STALE = 20;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace sweep_done {  // byte offsets
inline constexpr std::uint16_t ID = 73;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t REVALUED = 12;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace audit_instrument {  // byte offsets
inline constexpr std::uint16_t ID = 74;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t INSTRUMENT = 12;
inline constexpr std::size_t WINDOW_BASE = 16;
inline constexpr std::size_t BAND_LOW = 20;
inline constexpr std::size_t BAND_HIGH = 24;
inline constexpr std::size_t MAX_PRICE = 28;
inline constexpr std::size_t MAX_QUANTITY = 32;
inline constexpr std::size_t ORDERS = 36;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace audit_order {  // byte offsets
inline constexpr std::uint16_t ID = 75;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t ACCOUNT = 12;
inline constexpr std::size_t ORDER_ID = 16;
inline constexpr std::size_t RESERVE = 24;
inline constexpr std::size_t SESSION = 32;
inline constexpr std::size_t PRICE = 36;
inline constexpr std::size_t TOTAL = 40;
inline constexpr std::size_t FILLED = 44;
inline constexpr std::size_t RANK = 48;
inline constexpr std::size_t SELF_TRADE_GROUP = 52;
inline constexpr std::size_t INSTRUMENT = 56;
inline constexpr std::size_t PLACE = 58;
inline constexpr std::size_t SIDE = 59;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace audit_position {  // byte offsets
inline constexpr std::uint16_t ID = 76;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t ACCOUNT = 12;
inline constexpr std::size_t POSITION = 20;
inline constexpr std::size_t OPEN_BIDS = 24;
inline constexpr std::size_t OPEN_ASKS = 28;
inline constexpr std::size_t INSTRUMENT = 32;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace audit_portfolio {  // byte offsets
inline constexpr std::uint16_t ID = 77;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t ACCOUNT = 12;
inline constexpr std::size_t LANE_SUM = 16;
inline constexpr std::size_t ADD_ON = 24;
inline constexpr std::size_t INITIAL_MARGIN = 32;
inline constexpr std::size_t MAINTENANCE_MARGIN = 40;
inline constexpr std::size_t VALUE = 48;
inline constexpr std::size_t GROUP = 56;
inline constexpr std::size_t OLDER = 58;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace audit_account {  // byte offsets
inline constexpr std::uint16_t ID = 78;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t ACCOUNT = 12;
inline constexpr std::size_t SELF_TRADE_GROUP = 16;
inline constexpr std::size_t FEE_TIER = 20;
inline constexpr std::size_t STATUS = 21;
inline constexpr std::size_t CASH = 24;
inline constexpr std::size_t RESERVE = 32;
inline constexpr std::size_t INITIAL_MARGIN = 40;
inline constexpr std::size_t MAINTENANCE_MARGIN = 48;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace fault {  // byte offsets
inline constexpr std::uint16_t ID = 79;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t CODE = 12;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace done {  // byte offsets
inline constexpr std::uint16_t ID = 80;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t LINES = 12;
inline constexpr std::size_t COMMAND_TEMPLATE = 16;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace audit_group {  // byte offsets
inline constexpr std::uint16_t ID = 81;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t EPOCH = 12;
inline constexpr std::size_t STALE = 16;
inline constexpr std::size_t GROUP = 20;
inline constexpr std::size_t INITIAL_FACTOR = 22;
inline constexpr std::size_t MAINTENANCE_FACTOR = 24;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace audit_lanes {  // byte offsets
inline constexpr std::uint16_t ID = 82;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t ACCOUNT = 12;
inline constexpr std::size_t POSITIONS0 = 16;
inline constexpr std::size_t WORST0 = 24;
inline constexpr std::size_t POSITIONS1 = 32;
inline constexpr std::size_t WORST1 = 40;
inline constexpr std::size_t GROUP = 48;
inline constexpr std::size_t SCENARIO = 50;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace audit_terms {  // byte offsets
inline constexpr std::uint16_t ID = 83;
inline constexpr std::size_t BYTES = 64;
inline constexpr std::size_t HEADER_TEMPLATE_ID = 0;
inline constexpr std::size_t HEADER_FLAGS = 2;
inline constexpr std::size_t HEADER_STAMP_CYCLES = 4;
inline constexpr std::size_t HEADER_CONSUMED = 8;
inline constexpr std::size_t INSTRUMENT = 12;
inline constexpr std::size_t GROUP = 14;
inline constexpr std::size_t MULTIPLIER = 16;
inline constexpr std::size_t CLOSE_BAND = 20;
inline constexpr std::size_t WORST_FEE = 24;
inline constexpr std::size_t FEE_SUM = 32;
inline constexpr std::size_t ARRAY_SUM = 40;
inline constexpr std::size_t MARK = 48;
inline constexpr std::size_t POSITION_LIMIT = 52;
inline constexpr std::size_t VALUED = 56;
inline constexpr std::size_t SEQUENCE = 60;
}

namespace identity_block {  // byte offsets
inline constexpr std::uint16_t ID = 128;
inline constexpr std::size_t BYTES = 40;
inline constexpr std::size_t HEADER_BLOCK_TYPE = 0;
inline constexpr std::size_t HEADER_BLOCK_VERSION = 2;
inline constexpr std::size_t HEADER_NEXT_BYTE = 4;
inline constexpr std::size_t MAGIC = 8;
inline constexpr std::size_t REVISION = 12;
inline constexpr std::size_t SCHEMA_HASH = 16;
inline constexpr std::size_t RULES_VERSION_MIN = 24;
inline constexpr std::size_t RULES_VERSION_MAX = 28;
inline constexpr std::size_t CLOCK_KILOHERTZ = 32;
}

namespace capacity_block {  // byte offsets
inline constexpr std::uint16_t ID = 129;
inline constexpr std::size_t BYTES = 48;
inline constexpr std::size_t HEADER_BLOCK_TYPE = 0;
inline constexpr std::size_t HEADER_BLOCK_VERSION = 2;
inline constexpr std::size_t HEADER_NEXT_BYTE = 4;
inline constexpr std::size_t INSTRUMENTS = 8;
inline constexpr std::size_t LEVELS = 12;
inline constexpr std::size_t ORDER_SLOTS = 16;
inline constexpr std::size_t LIVE_ORDERS = 20;
inline constexpr std::size_t ACCOUNTS = 24;
inline constexpr std::size_t PORTFOLIOS = 28;
inline constexpr std::size_t POSITIONS = 32;
inline constexpr std::size_t SCENARIOS = 36;
inline constexpr std::size_t WINDOW_SLOTS = 40;
inline constexpr std::size_t GROUPS = 44;
}

namespace event_ring_block {  // byte offsets
inline constexpr std::uint16_t ID = 130;
inline constexpr std::size_t BYTES = 40;
inline constexpr std::size_t HEADER_BLOCK_TYPE = 0;
inline constexpr std::size_t HEADER_BLOCK_VERSION = 2;
inline constexpr std::size_t HEADER_NEXT_BYTE = 4;
inline constexpr std::size_t RING_BASE = 8;
inline constexpr std::size_t SLOTS = 16;
inline constexpr std::size_t HEAD = 20;
inline constexpr std::size_t CONTROL = 24;
inline constexpr std::size_t STATUS = 28;
}

namespace counter_block {  // byte offsets
inline constexpr std::uint16_t ID = 131;
inline constexpr std::size_t BYTES = 288;
inline constexpr std::size_t HEADER_BLOCK_TYPE = 0;
inline constexpr std::size_t HEADER_BLOCK_VERSION = 2;
inline constexpr std::size_t HEADER_NEXT_BYTE = 4;
inline constexpr std::size_t COMMANDS = 8;
inline constexpr std::size_t EVENTS = 12;
inline constexpr std::size_t WINDOW_OUT_OF_SEQUENCE = 16;
inline constexpr std::size_t WINDOW_BAD_WRITE = 20;
inline constexpr std::size_t STALL_CYCLES = 24;
inline constexpr std::size_t BUS_ERRORS = 28;
inline constexpr std::size_t REJECTS = 32;
}

namespace latency_block {  // byte offsets
inline constexpr std::uint16_t ID = 132;
inline constexpr std::size_t BYTES = 264;
inline constexpr std::size_t HEADER_BLOCK_TYPE = 0;
inline constexpr std::size_t HEADER_BLOCK_VERSION = 2;
inline constexpr std::size_t HEADER_NEXT_BYTE = 4;
inline constexpr std::size_t BUCKETS = 8;
}

}  // namespace lockstep::card
