// Compares a command with what the memories say of its instrument, account and position.
//
// measures_o is combinational but for operands that a definition, a loaded order or a command that
// needs its position exactly takes from registers: those hold a cycle after the memories do.
module command_measures #(
    parameter int unsigned LEVELS = 4096
) (
    input  logic                     clk_i,
    input  kernel_pkg::command_t     command_i,
    input  kernel_pkg::config_t      config_i,
    input  logic                     account_known_i,
    input  logic [31:0]              group_i,
    input  kernel_pkg::position_t    position_i,
    output kernel_pkg::measures_t    measures_o
);
  logic [31:0] base_q, low_q, high_q, lots_q;
  logic [31:0] distance;
  logic        price_above, price_below;

  always_ff @(posedge clk_i) begin
    base_q <= command_i.kind.set_band ? config_i.window_base : command_i.window_base;
    low_q <= command_i.kind.set_window ? config_i.band_low : command_i.band_low;
    high_q <= command_i.kind.set_window ? config_i.band_high : command_i.band_high;
    lots_q <= command_i.kind.load_order ? command_i.quantity - command_i.filled
        : command_i.quantity;
  end

  assign price_above = $signed(command_i.price) > $signed(config_i.band_high);
  assign price_below = $signed(command_i.price) < $signed(config_i.band_low);

  split_adder #(.WIDTH(32), .PART(16)) u_distance (
      .a_i(command_i.price),
      .b_i(config_i.window_base),
      .subtract_i(1'b1),
      .sum_o(distance)
  );

  // |price| > max_price is a comparison for either sign of the price; below zero ~price is |price| - 1.
  always_comb begin
    measures_o.configuration = config_i;
    measures_o.group = group_i;
    measures_o.account_known = account_known_i;
    measures_o.above_limit = command_i.price[30:0] > config_i.max_price;
    measures_o.below_limit = config_i.max_price <= ~command_i.price[30:0];
    measures_o.distance = distance;
    measures_o.under_base = command_i.price[31] && !config_i.window_base[31];
    measures_o.beyond_bids = price_above;
    measures_o.beyond_asks = price_below;
    measures_o.price_in_band = !price_above && !price_below;
    measures_o.too_large = command_i.quantity > 32'(config_i.max_quantity);
    measures_o.nothing_open = command_i.quantity <= command_i.filled;
    measures_o.lots = lots_q;
    measures_o.over_room = lots_q > 32'(position_i.room);
    measures_o.position_open = position_i.open;
    measures_o.position_fits = position_i.open && 32'(position_i.account) == command_i.account
        && 16'(position_i.instrument) == command_i.instrument;
    measures_o.position_empty =
        position_i.size == '0 && position_i.bids == '0 && position_i.asks == '0;
    measures_o.is_long = position_i.size != '0 && !position_i.is_short;
    measures_o.is_short = position_i.size != '0 && position_i.is_short;
    measures_o.size_is_less = 32'(position_i.size) < command_i.quantity;
    measures_o.size = position_i.size;
    measures_o.low_distance = {low_q[31], low_q} - {base_q[31], base_q};
    measures_o.high_distance = {high_q[31], high_q} - {base_q[31], base_q};
    measures_o.band_reversed = $signed(low_q) > $signed(high_q);
    measures_o.window_last = {base_q[31], base_q} + 33'(LEVELS - 1);
  end
endmodule
