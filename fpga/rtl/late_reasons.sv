// Reasons to refuse a command that are found on its way, beside those that it comes with.
//
// Each is registered in the step that finds it: late_o has it from the cycle after, until start_i.
module late_reasons (
    input  logic                           clk_i,
    input  logic                           start_i,
    input  kernel_pkg::step_t              step_i,
    input  kernel_pkg::command_t           command_i,
    input  kernel_pkg::facts_t             facts_i,
    input  kernel_pkg::standing_t          standing_i,
    input  kernel_pkg::held_t              held_i,
    input  kernel_pkg::entry_t             entry_i,
    input  kernel_pkg::vetted_t            vetted_i,
    input  kernel_pkg::verdict_t           verdict_i,
    input  kernel_pkg::position_t          position_i,
    input  logic                           position_fresh_i,
    input  logic                           occupied_i,      // the window's edge
    input  logic                           search_found_i,  // an order from there
    input  logic [31:0]                    search_price_i,
    output logic [kernel_pkg::REASONS-1:1] late_o,
    output logic                           any_o            // there is one
);
  kernel_pkg::kind_t kind;
  logic [kernel_pkg::REASONS-1:1] late_q, late_d;
  logic any_q, sells, scan_found_q, below_window_q, above_window_q;

  assign kind = command_i.kind;
  assign sells = entry_i.order.side;

  always_comb begin
    late_d = late_q;
    if (step_i.walks && !verdict_i.refused) begin
      late_d[card_pkg::REJECT_REASON_UNFILLABLE] = !verdict_i.crosses;
    end
    if (step_i.fetch) begin
      late_d[card_pkg::REJECT_REASON_NOT_RESTING] = kind.park && entry_i.state.parked;
      if (kind.replace) begin
        late_d[card_pkg::REJECT_REASON_PRICE_OUTSIDE_WINDOW] = facts_i.outside && !facts_i.parked
            && !(sells ? facts_i.beyond_asks : facts_i.beyond_bids);
        late_d[card_pkg::REJECT_REASON_WOULD_CROSS] = facts_i.post_only
            && (sells ? standing_i.bid_meets : standing_i.ask_meets);
      end
    end
    if (step_i.conclude) late_d = vetted_i.reasons[kernel_pkg::REASONS-1:1];
    if (step_i.room && position_fresh_i) begin
      late_d[card_pkg::REJECT_REASON_POSITION_BOUND] =
          vetted_i.grows && held_i.growth > position_i.room;
    end
    if (step_i.edge_known) late_d[card_pkg::REJECT_REASON_ORDERS_OUTSIDE_WINDOW] = occupied_i;
    if (step_i.scan_known) begin
      late_d[card_pkg::REJECT_REASON_ORDERS_OUTSIDE_WINDOW] = scan_found_q
          && (vetted_i.window_up ? below_window_q : above_window_q);
    end
  end

  always_ff @(posedge clk_i) begin
    late_q <= start_i ? '0 : late_d;
    any_q <= !start_i && late_d != '0;
    scan_found_q <= search_found_i;
    below_window_q <= $signed(search_price_i) < $signed(command_i.window_base);
    above_window_q <= $signed({search_price_i[31], search_price_i}) > $signed(vetted_i.window_last);
  end

  assign late_o = late_q;
  assign any_o = any_q;
endmodule
