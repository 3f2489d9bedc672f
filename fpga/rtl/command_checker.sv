// What follows from a command and its measures: the reasons to refuse it that need no book and no
// order, and how it is to be carried out; combinational.
//
// All tests run side by side; each has its reason's number as its place in refusals, so that
// precedence is the bit order. A reason that presumes a lower one to be absent may be wrong beside it.
module command_checker #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned LEVELS = 4096,
    parameter int unsigned ORDERS = 65536,
    parameter int unsigned ACCOUNTS = 16384,
    parameter int unsigned POSITIONS = 65536,
    parameter bit MARGIN = 1'b0
) (
    input  kernel_pkg::command_t  command_i,
    input  kernel_pkg::measures_t measures_i,
    input  logic                  loading_i,
    input  logic                  alone_i,
    output kernel_pkg::facts_t    facts_o
);
  localparam int unsigned LEVEL_BITS = $clog2(LEVELS);
  localparam logic [15:0] NEW_FLAGS = (16'd1 << card_pkg::COMMAND_FLAGS_POST_ONLY_BIT)
      | (16'd1 << card_pkg::COMMAND_FLAGS_REDUCE_ONLY_BIT)
      | (16'd1 << card_pkg::COMMAND_FLAGS_PARKED_BIT)
      | (16'(MARGIN) << card_pkg::COMMAND_FLAGS_DRY_RUN_BIT)
      | (16'(MARGIN) << card_pkg::COMMAND_FLAGS_SYSTEM_BIT);
  localparam logic [15:0] REPLACE_FLAGS = (16'd1 << card_pkg::COMMAND_FLAGS_POST_ONLY_BIT)
      | (16'd1 << card_pkg::COMMAND_FLAGS_PARKED_BIT);
  localparam logic [15:0] LOAD_FLAGS = 16'd1 << card_pkg::COMMAND_FLAGS_PARKED_BIT;
  localparam logic [15:0] LINES = (16'd1 << card_pkg::AUDIT_LINES_INSTRUMENTS_BIT)
      | (16'd1 << card_pkg::AUDIT_LINES_ORDERS_BIT)
      | (16'd1 << card_pkg::AUDIT_LINES_POSITIONS_BIT)
      | (16'd1 << card_pkg::AUDIT_LINES_ACCOUNTS_BIT)
      | (16'(MARGIN) << card_pkg::AUDIT_LINES_PORTFOLIOS_BIT)
      | (16'(MARGIN) << card_pkg::AUDIT_LINES_GROUPS_BIT)
      | (16'(MARGIN) << card_pkg::AUDIT_LINES_LANES_BIT);

  kernel_pkg::kind_t kind;
  logic [kernel_pkg::REASONS-1:1] reasons;
  logic post_only, reduce_only, parked, dry, is_gtc, is_ioc, sells, is_order, moves_order, defines;
  logic bad_flags, bad_side, bad_mode, bad_codes, bad_new, outside, beyond_band, beyond_limit;
  logic instrument_outside, known, slot_outside, position_outside, account_given;
  logic instrument_given, takes_slot, window_invalid, band_invalid, restores, position_unbounded;

  assign kind = command_i.kind;
  assign post_only = command_i.flags[card_pkg::COMMAND_FLAGS_POST_ONLY_BIT];
  assign reduce_only = command_i.flags[card_pkg::COMMAND_FLAGS_REDUCE_ONLY_BIT] && kind.is_new;
  assign parked = command_i.flags[card_pkg::COMMAND_FLAGS_PARKED_BIT];
  assign dry = MARGIN && kind.is_new && command_i.flags[card_pkg::COMMAND_FLAGS_DRY_RUN_BIT];
  assign is_gtc = command_i.time_in_force == card_pkg::TIME_IN_FORCE_GTC;
  assign is_ioc = command_i.time_in_force == card_pkg::TIME_IN_FORCE_IOC;
  assign sells = command_i.side == card_pkg::SIDE_SELL;
  assign is_order = kind.is_new || kind.load_order;
  assign moves_order = kind.cancel || kind.replace || kind.park || kind.unpark || kind.is_cross;
  assign defines = kind.set_instrument || kind.set_band || kind.set_window;
  assign takes_slot = kind.load_order || (kind.is_new && is_gtc);
  assign restores = kind.load_position || kind.load_order || kind.end_of_load;

  assign bad_flags = (command_i.flags & ~(kind.is_new ? NEW_FLAGS : kind.replace ? REPLACE_FLAGS
      : kind.load_order ? LOAD_FLAGS : 16'd0)) != 16'd0;
  assign bad_side = command_i.side > card_pkg::SIDE_SELL;
  assign bad_mode = command_i.self_trade_prevention > card_pkg::SELF_TRADE_PREVENTION_CANCEL_BOTH;
  assign bad_codes = bad_side || bad_mode || command_i.order_type > card_pkg::ORDER_TYPE_MARKET
      || command_i.time_in_force > card_pkg::TIME_IN_FORCE_FOK;
  assign bad_new = bad_codes
      || ((command_i.order_type == card_pkg::ORDER_TYPE_MARKET || reduce_only) && !is_ioc)
      || ((post_only || parked) && !is_gtc) || (post_only && parked);

  assign instrument_outside = 32'(command_i.instrument) >= INSTRUMENTS;
  assign known = !instrument_outside && measures_i.configuration.known;
  assign slot_outside = command_i.slot >= ORDERS;
  assign position_outside = command_i.position_slot >= POSITIONS;
  assign account_given = command_i.account != 32'hFFFF_FFFF;
  assign instrument_given = command_i.instrument != 16'hFFFF;

  assign outside = measures_i.distance[31:LEVEL_BITS] != '0 || measures_i.under_base;
  assign beyond_band = sells ? measures_i.beyond_asks : measures_i.beyond_bids;
  assign beyond_limit =
      command_i.price[31] ? measures_i.below_limit : measures_i.above_limit;
  assign window_invalid = measures_i.window_last[32:31] == 2'b01
      || command_i.window_base == kernel_pkg::NO_PRICE;
  assign band_invalid = measures_i.band_reversed || measures_i.low_distance[32:LEVEL_BITS] != '0
      || measures_i.high_distance[32:LEVEL_BITS] != '0;
  // Not -(2^28 - 1) .. 2^28 - 1.
  assign position_unbounded = command_i.position[31]
      ? command_i.position[30:28] != 3'b111 || command_i.position[27:0] == 28'd0
      : command_i.position[30:28] != 3'b000;

  always_comb begin
    reasons = '0;
    reasons[card_pkg::REJECT_REASON_UNSUPPORTED_COMMAND] = kind == '0;
    reasons[card_pkg::REJECT_REASON_UNSUPPORTED_FIELD] = bad_flags
        || (kind.is_new && bad_new) || (kind.replace && (bad_mode || (post_only && parked)))
        || (kind.load_order && bad_side)
        || (kind.audit && (command_i.lines & ~LINES) != 16'd0);
    reasons[card_pkg::REJECT_REASON_LOADING] =
        loading_i && (kind.is_new || moves_order || kind.mass_cancel);
    reasons[card_pkg::REJECT_REASON_NOT_LOADING] = !loading_i && restores;
    reasons[card_pkg::REJECT_REASON_UNKNOWN_INSTRUMENT] =
        (!known && (is_order || kind.replace || kind.is_cross || kind.set_band || kind.set_window
            || kind.open_position || kind.load_position
            || (kind.mass_cancel && instrument_given)))
        || (kind.set_instrument && instrument_outside);
    reasons[card_pkg::REJECT_REASON_UNKNOWN_ACCOUNT] =
        (!measures_i.account_known && (is_order || kind.open_position || kind.load_position
            || (kind.mass_cancel && account_given)))
        || (kind.set_account && command_i.account >= ACCOUNTS);
    reasons[card_pkg::REJECT_REASON_UNKNOWN_POSITION] =
        !measures_i.position_fits && (is_order || kind.close_position);
    reasons[card_pkg::REJECT_REASON_UNKNOWN_ORDER] =
        (moves_order && slot_outside) || (kind.is_cross && command_i.other_slot >= ORDERS);
    reasons[card_pkg::REJECT_REASON_QUANTITY_ZERO] =
        ((kind.is_new || kind.is_cross) && command_i.quantity == 32'd0)
        || (kind.load_order && measures_i.nothing_open);
    reasons[card_pkg::REJECT_REASON_QUANTITY_TOO_LARGE] =
        (is_order || kind.replace) && measures_i.too_large;
    reasons[card_pkg::REJECT_REASON_PRICE_BEYOND_LIMIT] =
        (is_order || kind.replace) && beyond_limit;
    reasons[card_pkg::REJECT_REASON_PRICE_OUTSIDE_WINDOW] = outside && !parked
        && ((kind.is_new && is_gtc && !beyond_band) || kind.load_order);
    reasons[card_pkg::REJECT_REASON_SLOT_OUT_OF_RANGE] =
        slot_outside && takes_slot && !dry;
    reasons[card_pkg::REJECT_REASON_POSITION_BOUND] =
        (measures_i.over_room && alone_i && (kind.load_order || (kind.is_new && !reduce_only)))
        || (kind.load_position && position_unbounded);
    reasons[card_pkg::REJECT_REASON_NOTHING_TO_REDUCE] =
        reduce_only && (sells ? !measures_i.is_long : !measures_i.is_short);
    reasons[card_pkg::REJECT_REASON_BEYOND_BAND] =
        (kind.load_order && !parked && beyond_band) || (kind.is_cross && !measures_i.price_in_band);
    reasons[card_pkg::REJECT_REASON_LIMITS_INVALID] = kind.set_instrument
        && (command_i.max_price == 32'd0 || command_i.max_price[31]
            || command_i.max_quantity == 32'd0
            || command_i.max_quantity[31:kernel_pkg::QUANTITY_BITS] != '0);
    reasons[card_pkg::REJECT_REASON_WINDOW_INVALID] =
        (kind.set_instrument || kind.set_window) && window_invalid;
    reasons[card_pkg::REJECT_REASON_BAND_OUTSIDE_WINDOW] = defines && band_invalid;
    reasons[card_pkg::REJECT_REASON_POSITION_OUT_OF_RANGE] =
        (kind.open_position || kind.load_position) && position_outside;
    reasons[card_pkg::REJECT_REASON_POSITION_OCCUPIED] =
        (kind.open_position || kind.load_position) && measures_i.position_open;
    reasons[card_pkg::REJECT_REASON_POSITION_NOT_EMPTY] =
        kind.close_position && !measures_i.position_empty;

    facts_o.refusals = {reasons, 1'b0};
    facts_o.alone = alone_i;
    facts_o.configuration = measures_i.configuration;
    // A loaded order is held against the whole book, any other only within the band.
    facts_o.limit_buy = measures_i.beyond_bids && !kind.load_order
        ? measures_i.configuration.band_high : command_i.price;
    facts_o.limit_sell = measures_i.beyond_asks && !kind.load_order
        ? measures_i.configuration.band_low : command_i.price;
    facts_o.beyond_bids = measures_i.beyond_bids;
    facts_o.beyond_asks = measures_i.beyond_asks;
    facts_o.outside = outside;
    facts_o.lots = reduce_only && measures_i.size_is_less ? measures_i.size
        : kind.load_order ? measures_i.lots[kernel_pkg::QUANTITY_BITS-1:0]
        : command_i.quantity[kernel_pkg::QUANTITY_BITS-1:0];
    facts_o.takes_slot = takes_slot;
    facts_o.parked = parked;
    facts_o.dry = dry;
    facts_o.post_only = post_only;
    facts_o.may_rest = is_gtc || kind.replace;
    facts_o.fill_or_kill =
        kind.is_new && command_i.time_in_force == card_pkg::TIME_IN_FORCE_FOK;
    facts_o.cancels_resting =
        command_i.self_trade_prevention == card_pkg::SELF_TRADE_PREVENTION_CANCEL_RESTING;
    facts_o.cancels_both =
        command_i.self_trade_prevention == card_pkg::SELF_TRADE_PREVENTION_CANCEL_BOTH;
    facts_o.group = kind.load_order ? command_i.group : measures_i.group;
  end
endmodule
