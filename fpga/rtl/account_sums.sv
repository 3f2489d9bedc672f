// What is kept of an account: cash, reserves, value and needs of its portfolios, and its status.
//
// Latency, in cycles after the operation: the money of the operation is taken at MONEY_AT = 11, and the
// change of value (29 low bits; the high ones at 12); the portfolio's needs before and after at 14. The
// result's figures of the account are there at RESULT_AT = 17, the status after one choice.
// Throughput: one operation a cycle; each sees all before it. step_9_i, step_10_i, step_13_i,
// step_16_i are the operation at 9, 10, 13 and 16.
module account_sums #(
    parameter int unsigned ACCOUNTS = 16384
) (
    input  logic                              clk_i,
    input  margin_pkg::step_t                 step_9_i,
    input  margin_pkg::step_t                 step_10_i,
    input  margin_pkg::step_t                 step_13_i,
    input  margin_pkg::step_t                 step_16_i,
    input  margin_pkg::money_t                money_i,
    input  logic [28:0]                       value_low_i,
    input  logic [34:0]                       value_high_i,
    input  logic [margin_pkg::NEED_BITS-1:0]  initial_i,
    input  logic [margin_pkg::NEED_BITS-1:0]  initial_before_i,
    input  logic [margin_pkg::NEED_BITS-1:0]  maintenance_i,
    input  logic [margin_pkg::NEED_BITS-1:0]  maintenance_before_i,
    output logic [margin_pkg::MONEY_BITS-1:0] cash_o,
    output logic [margin_pkg::MONEY_BITS-1:0] reserve_o,
    output logic [margin_pkg::MONEY_BITS-1:0] equity_o,
    output logic [margin_pkg::MONEY_BITS-1:0] initial_sum_o,
    output logic [margin_pkg::MONEY_BITS-1:0] maintenance_sum_o,
    output logic [margin_pkg::MONEY_BITS-1:0] free_o,
    output logic [1:0]                        status_before_o,
    output logic [1:0]                        status_o
);
  localparam int unsigned BITS = (ACCOUNTS > 1) ? $clog2(ACCOUNTS) : 1;
  localparam int unsigned LOW = 29;
  localparam int unsigned HIGH = margin_pkg::MONEY_BITS - LOW;

  // Cash and value; equity.
  logic [2*LOW-1:0]  unused_low;
  logic [2*HIGH-1:0] unused_high;
  logic [LOW-1:0]    cash_low, value_low, cash_low_q, equity_low_2_q;
  logic [HIGH-1:0]   cash_high_q, cash_high, value_high, equity_high_q;
  logic [LOW:0]      equity_low_q;

  sum_table #(.DEPTH(ACCOUNTS), .SUMS(2), .WIDTH(margin_pkg::MONEY_BITS), .LOW(LOW)) u_money (
      .clk_i,
      .valid_i(step_9_i.valid),
      .index_i(step_9_i.account[BITS-1:0]),
      .wipe_i({step_9_i.wipe, step_9_i.wipe || step_9_i.cash_clear}),
      .write_i(1'b1),
      .hold_i('0),
      .clear_i('0),
      .loose_i('0),
      .low_i({value_low_i, money_i.cash_delta[LOW-1:0]}),
      .high_i({value_high_i, cash_high_q}),
      .low_before_o(unused_low),
      .high_before_o(unused_high),
      .low_o({value_low, cash_low}),
      .high_o({value_high, cash_high})
  );

  always_ff @(posedge clk_i) begin
    cash_high_q <= money_i.cash_delta[63:LOW];
    cash_low_q <= cash_low;
    equity_low_q <= 30'(margin_pkg::add48(48'(cash_low), 48'(value_low), 1'b0));
    equity_low_2_q <= equity_low_q[LOW-1:0];
    equity_high_q <= 35'(margin_pkg::add48(48'(cash_high), 48'(value_high), equity_low_q[LOW]));
  end

  // Reserves, a cycle later; what is free before the needs of the portfolios.
  logic [LOW:0]    reserve_change_low_q, rest_low_q;
  logic [HIGH-1:0] added_high_q, freed_high_q, reserve_change_high_q, rest_high_q;
  logic [LOW-1:0]  unused_reserve_low, reserve_low, reserve_low_q;
  logic [HIGH-1:0] unused_reserve_high, reserve_high;

  sum_table #(.DEPTH(ACCOUNTS), .SUMS(1), .WIDTH(margin_pkg::MONEY_BITS), .LOW(LOW)) u_reserves (
      .clk_i,
      .valid_i(step_10_i.valid),
      .index_i(step_10_i.account[BITS-1:0]),
      .wipe_i(step_10_i.wipe),
      .write_i(1'b1),
      .hold_i('0),
      .clear_i('0),
      .loose_i('0),
      .low_i(reserve_change_low_q[LOW-1:0]),
      .high_i(reserve_change_high_q),
      .low_before_o(unused_reserve_low),
      .high_before_o(unused_reserve_high),
      .low_o(reserve_low),
      .high_o(reserve_high)
  );

  always_ff @(posedge clk_i) begin
    added_high_q <= money_i.reserve_added[63:LOW];
    freed_high_q <= money_i.reserve_freed[63:LOW];
    reserve_change_low_q <= 30'(margin_pkg::add48(
        48'(money_i.reserve_added[LOW-1:0]), {19'd0, ~money_i.reserve_freed[LOW-1:0]}, 1'b1));
    reserve_change_high_q <= 35'(margin_pkg::add48(
        48'(added_high_q), {13'd0, ~freed_high_q}, reserve_change_low_q[LOW]));
    reserve_low_q <= reserve_low;
    rest_low_q <= 30'(margin_pkg::add48(
        48'(equity_low_q[LOW-1:0]), {19'd0, ~reserve_low}, 1'b1));
    rest_high_q <= 35'(margin_pkg::add48(
        48'(equity_high_q), {13'd0, ~reserve_high}, rest_low_q[LOW]));
  end

  delay_line #(.WIDTH(margin_pkg::MONEY_BITS), .CYCLES(4)) u_cash_line (
      .clk_i, .take_i(step_16_i.valid), .data_i({cash_high, cash_low_q}), .data_o(cash_o)
  );
  delay_line #(.WIDTH(2 * margin_pkg::MONEY_BITS), .CYCLES(3)) u_equity_line (
      .clk_i,
      .take_i(step_16_i.valid),
      .data_i({equity_high_q, equity_low_2_q, reserve_high, reserve_low_q}),
      .data_o({equity_o, reserve_o})
  );

  // What the portfolio's need adds to the account's, and what is left over it.
  logic [LOW-1:0]  initial_low, maintenance_low, initial_low_q, maintenance_low_q;
  logic [HIGH-1:0] initial_high, maintenance_high;
  logic [LOW-1:0]  initial_sum_before_low, maintenance_sum_before_low;
  logic [HIGH-1:0] initial_sum_before_high, maintenance_sum_before_high;

  need_change u_initial (
      .clk_i,
      .need_i(initial_i),
      .need_before_i(initial_before_i),
      .sum_before_low_i(initial_sum_before_low),
      .sum_before_high_i(initial_sum_before_high),
      .rest_low_i(rest_low_q[LOW-1:0]),
      .rest_high_i(rest_high_q),
      .change_low_o(initial_low),
      .change_high_o(initial_high),
      .left_o(free_o)
  );

  logic [margin_pkg::MONEY_BITS-1:0] over_maintenance;
  logic [HIGH-1:0]                   equity_high_2_q;
  always_ff @(posedge clk_i) equity_high_2_q <= equity_high_q;

  need_change u_maintenance (
      .clk_i,
      .need_i(maintenance_i),
      .need_before_i(maintenance_before_i),
      .sum_before_low_i(maintenance_sum_before_low),
      .sum_before_high_i(maintenance_sum_before_high),
      .rest_low_i(equity_low_2_q),
      .rest_high_i(equity_high_2_q),
      .change_low_o(maintenance_low),
      .change_high_o(maintenance_high),
      .left_o(over_maintenance)
  );

  logic [LOW-1:0]  initial_sum_low, maintenance_sum_low;
  logic [HIGH-1:0] initial_sum_high, maintenance_sum_high;

  sum_table #(.DEPTH(ACCOUNTS), .SUMS(2), .WIDTH(margin_pkg::MONEY_BITS), .LOW(LOW)) u_needs (
      .clk_i,
      .valid_i(step_13_i.valid),
      .index_i(step_13_i.account[BITS-1:0]),
      .wipe_i({2 {step_13_i.wipe}}),
      .write_i(1'b1),
      .hold_i('0),
      .clear_i('0),
      .loose_i({1'b0, step_13_i.loose}),
      .low_i({maintenance_low, initial_low}),
      .high_i({maintenance_high, initial_high}),
      .low_before_o({maintenance_sum_before_low, initial_sum_before_low}),
      .high_before_o({maintenance_sum_before_high, initial_sum_before_high}),
      .low_o({maintenance_sum_low, initial_sum_low}),
      .high_o({maintenance_sum_high, initial_sum_high})
  );

  always_ff @(posedge clk_i) begin
    initial_low_q <= initial_sum_low;
    maintenance_low_q <= maintenance_sum_low;
  end
  assign initial_sum_o = {initial_sum_high, initial_low_q};
  assign maintenance_sum_o = {maintenance_sum_high, maintenance_low_q};

  // The status, and the one last reported.
  margin_pkg::step_t step_17_q;
  logic              again_q, write_q, stays;
  logic [BITS-1:0]   account_q;
  logic [1:0]        status_read, status_kept, status_kept_q;

  ram_1r1w #(.WIDTH(2), .DEPTH(ACCOUNTS)) u_status (
      .clk_i,
      .read_i(step_16_i.valid),
      .read_address_i(step_16_i.account[BITS-1:0]),
      .read_data_o(status_read),
      .write_i(write_q),
      .write_address_i(account_q),
      .write_data_i(status_kept_q)
  );

  always_comb begin
    status_before_o = again_q ? status_kept_q : status_read;
    if (step_17_q.wipe) status_before_o = card_pkg::MARGIN_STATUS_HEALTHY[1:0];
    stays = step_17_q.sure && status_before_o == card_pkg::MARGIN_STATUS_HEALTHY[1:0];

    status_o = card_pkg::MARGIN_STATUS_HEALTHY[1:0];
    if (free_o[63] && !stays) status_o = card_pkg::MARGIN_STATUS_INITIAL_BREACHED[1:0];
    if (over_maintenance[63] && !stays) status_o = card_pkg::MARGIN_STATUS_MAINTENANCE_BREACHED[1:0];
    if (equity_o[63] && !stays) status_o = card_pkg::MARGIN_STATUS_BANKRUPT[1:0];

    status_kept = step_17_q.judge ? status_o : status_before_o;
    if (step_17_q.set_status) status_kept = step_17_q.status;
  end

  always_ff @(posedge clk_i) begin
    step_17_q <= step_16_i;
    again_q <= step_16_i.account == step_17_q.account && step_17_q.valid;
    write_q <= step_17_q.valid;
    account_q <= step_17_q.account[BITS-1:0];
    if (step_17_q.valid) status_kept_q <= status_kept;
  end

  logic [7:0] stored_q;
  logic       over_q, under_q;
  always_ff @(posedge clk_i) begin
    stored_q <= {stored_q[6:0], step_9_i.valid};
    over_q <= !cash_high[HIGH-1] && !value_high[HIGH-1];
    under_q <= cash_high[HIGH-1] && value_high[HIGH-1];
    if (stored_q[3]) begin
      cash_is_in_its_bound : assert (cash_high[HIGH-1-:3] == {3 {cash_high[HIGH-1]}});
    end
    if (stored_q[4]) begin
      reserves_are_not_below_zero : assert (!reserve_high[HIGH-1]);
      equity_is_in_its_bound :
      assert (!(over_q && equity_high_q[HIGH-1]) && !(under_q && !equity_high_q[HIGH-1]));
    end
    if (stored_q[7]) begin
      sums_of_needs_are_not_below_zero :
      assert ((step_17_q.loose || !initial_sum_high[HIGH-1]) && !maintenance_sum_high[HIGH-1]);
    end
  end
endmodule
