// Why a command is refused: every reject reason that applies; combinational.
//
// Takes the command and what the memories say of its instrument and slot. All tests run side by
// side; each has its reason's number as its place in fails, so that precedence is the bit order.
module command_checker #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned LEVELS = 4096,
    parameter int unsigned ORDERS = 65536,
    parameter int unsigned ACCOUNTS = 16384
) (
    input  kernel_pkg::command_t               command_i,
    input  kernel_pkg::config_t                config_i,
    input  kernel_pkg::book_t                  book_i,
    input  kernel_pkg::entry_t                 entry_i,
    input  logic                               pool_full_i,
    output logic [kernel_pkg::REASONS-1:0]     refusals_o,
    output logic                               refused_o  // at least one
);
  localparam int unsigned LEVEL_BITS = $clog2(LEVELS);

  // Distance of two prices; its upper bits are zero when it is 0 .. LEVELS - 1.
  function automatic logic outside(input logic [31:0] price, input logic [31:0] base);
    logic [32:0] distance;
    distance = {price[31], price} - {base[31], base};
    outside = distance[32:LEVEL_BITS] != '0;
  endfunction

  logic is_new, is_cancel, is_set, is_set_band, has_flags, rests, slot_outside, band_invalid;
  logic bad_code, bad_lines, beyond_price, window_invalid, orders_outside;
  logic [31:0] base;
  logic [32:0] above, below;
  logic signed [32:0] window_end;
  logic [kernel_pkg::REASONS-1:1] fails;

  assign is_new = command_i.kind == kernel_pkg::KIND_NEW;
  assign is_cancel = command_i.kind == kernel_pkg::KIND_CANCEL;
  assign is_set = command_i.kind == kernel_pkg::KIND_SET_INSTRUMENT;
  assign is_set_band = command_i.kind == kernel_pkg::KIND_SET_BAND;

  assign has_flags = command_i.flags != 16'd0;
  assign rests = is_new && command_i.time_in_force == card_pkg::TIME_IN_FORCE_GTC;
  assign bad_code = command_i.side > card_pkg::SIDE_SELL
      || command_i.order_type > card_pkg::ORDER_TYPE_MARKET
      || command_i.time_in_force > card_pkg::TIME_IN_FORCE_IOC
      || (command_i.order_type == card_pkg::ORDER_TYPE_MARKET
          && command_i.time_in_force == card_pkg::TIME_IN_FORCE_GTC)
      || command_i.self_trade_prevention != card_pkg::SELF_TRADE_PREVENTION_CANCEL_INCOMING;
  assign bad_lines = (command_i.lines >> (card_pkg::AUDIT_LINES_ORDERS_BIT + 1)) != 16'd0;

  assign slot_outside = command_i.slot >= ORDERS;

  // |price| > max_price as two sums, neither waiting for the other.
  assign above = {2'b00, config_i.max_price} - {command_i.price[31], command_i.price};
  assign below = {2'b00, config_i.max_price} + {command_i.price[31], command_i.price};
  assign beyond_price = above[32] || below[32];

  assign base = is_set ? command_i.window_base : config_i.window_base;
  assign window_end = $signed({command_i.window_base[31], command_i.window_base})
      + $signed(33'(LEVELS - 1));
  assign window_invalid = window_end[32:31] == 2'b01
      || command_i.window_base == kernel_pkg::NO_PRICE;
  assign band_invalid = $signed(command_i.band_low) > $signed(command_i.band_high)
      || outside(command_i.band_low, base) || outside(command_i.band_high, base);
  assign orders_outside =
      (book_i.bid.valid && $signed(book_i.bid.price) > $signed(command_i.band_high))
      || (book_i.ask.valid && $signed(book_i.ask.price) < $signed(command_i.band_low));

  always_comb begin
    fails = '0;
    fails[card_pkg::REJECT_REASON_UNSUPPORTED_COMMAND] =
        command_i.kind == kernel_pkg::KIND_UNSUPPORTED;
    fails[card_pkg::REJECT_REASON_UNSUPPORTED_FIELD] = has_flags || (is_new && bad_code)
        || (command_i.kind == kernel_pkg::KIND_AUDIT && bad_lines);
    fails[card_pkg::REJECT_REASON_UNKNOWN_INSTRUMENT] =
        ((is_new || is_set || is_set_band) && 32'(command_i.instrument) >= INSTRUMENTS)
        || ((is_new || is_set_band) && !config_i.known);
    fails[card_pkg::REJECT_REASON_UNKNOWN_ACCOUNT] = is_new && command_i.account >= ACCOUNTS;
    fails[card_pkg::REJECT_REASON_UNKNOWN_ORDER] = is_cancel
        && (slot_outside || !entry_i.live || entry_i.order.id != command_i.order_id
            || entry_i.order.account != command_i.account);
    fails[card_pkg::REJECT_REASON_QUANTITY_ZERO] = is_new && command_i.quantity == 32'd0;
    fails[card_pkg::REJECT_REASON_QUANTITY_TOO_LARGE] =
        is_new && command_i.quantity > 32'(config_i.max_quantity);
    fails[card_pkg::REJECT_REASON_PRICE_BEYOND_LIMIT] = is_new && beyond_price;
    fails[card_pkg::REJECT_REASON_PRICE_OUTSIDE_WINDOW] =
        is_new && outside(command_i.price, config_i.window_base);
    fails[card_pkg::REJECT_REASON_SLOT_OUT_OF_RANGE] = rests && slot_outside;
    fails[card_pkg::REJECT_REASON_SLOT_OCCUPIED] = rests && entry_i.live;
    fails[card_pkg::REJECT_REASON_POOL_FULL] = rests && pool_full_i;
    fails[card_pkg::REJECT_REASON_LIMITS_INVALID] = is_set
        && (command_i.max_price == 32'd0 || command_i.max_price[31]
            || command_i.max_quantity == 32'd0
            || command_i.max_quantity[31:kernel_pkg::QUANTITY_BITS] != '0);
    fails[card_pkg::REJECT_REASON_WINDOW_INVALID] = is_set && window_invalid;
    fails[card_pkg::REJECT_REASON_BAND_OUTSIDE_WINDOW] = (is_set || is_set_band) && band_invalid;
    fails[card_pkg::REJECT_REASON_BOOK_NOT_EMPTY] = is_set && book_i.orders != '0;
    fails[card_pkg::REJECT_REASON_ORDERS_OUTSIDE_BAND] = is_set_band && orders_outside;
  end

  assign refusals_o = {fails, 1'b0};
  assign refused_o = fails != '0;
endmodule
