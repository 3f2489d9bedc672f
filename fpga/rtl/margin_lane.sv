// One scenario of all portfolios: V and W, and the rates by which lots change them.
//
// Throughput: one operation a cycle; each sees all before it. Latency, in cycles after the operation:
// its rate is read at 0 (there for the audit at 1); its lots are taken at 1, with the portfolio and
// what is done to it; V and W after it are there at 5, until the next.
// lots_i moves V and, by a rate below zero, lots_down_i moves W, else lots_up_i. A rate is written at
// any time, of a row that no operation reads. No product passes 2^49. What clears holds nothing.
module margin_lane #(
    parameter int unsigned PORTFOLIOS  = 4096,
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned PORTFOLIO_INDEX_BITS = (PORTFOLIOS > 1) ? $clog2(PORTFOLIOS) : 1,
    parameter int unsigned ROW_BITS = $clog2(2 * INSTRUMENTS)
) (
    input  logic                               clk_i,
    input  logic                               write_i,
    input  logic [ROW_BITS-1:0]                write_row_i,
    input  logic [margin_pkg::RATE_BITS-1:0]   write_rate_i,
    input  logic                               read_i,
    input  logic [ROW_BITS-1:0]                read_row_i,
    output logic [margin_pkg::RATE_BITS-1:0]   rate_o,
    input  logic                               valid_i,
    input  logic                               loose_i,      // W may be beyond all bounds
    input  logic [PORTFOLIO_INDEX_BITS-1:0]    portfolio_i,
    input  logic                               wipe_i,
    input  logic                               clear_i,
    input  logic                               store_i,
    input  logic                               hold_i,       // V stays as it was
    input  logic [margin_pkg::CHANGE_BITS-1:0] lots_i,
    input  logic [margin_pkg::CHANGE_BITS-1:0] lots_up_i,
    input  logic [margin_pkg::CHANGE_BITS-1:0] lots_down_i,
    output logic [margin_pkg::SUM_BITS-1:0]    positions_o,  // V
    output logic [margin_pkg::SUM_BITS-1:0]    worst_o       // W
);
  localparam int unsigned LOW = 17;
  localparam int unsigned HIGH = margin_pkg::SUM_BITS - LOW;

  logic                               is_large;  // the rate, so its lots are few: they change places
  logic [margin_pkg::CHANGE_BITS-1:0] wide_rate, worst_lots;
  logic signed [26:0]                 v_a_q, w_a_q;
  logic [margin_pkg::CHANGE_BITS-1:0] v_b_q, w_b_q;
  logic signed [17:0]                 v_b_low, w_b_low;
  logic signed [11:0]                 v_b_high, w_b_high;
  logic signed [44:0]                 v_low_q, w_low_q;
  logic signed [38:0]                 v_high_q, w_high_q;
  logic [32:0]                        v_rest_q, w_rest_q;
  logic                               valid_2_q, valid_3_q;
  logic [LOW-1:0]                     v_sum, w_sum, v_sum_q, w_sum_q;
  logic [HIGH-1:0]                    v_top, w_top;
  logic [2*LOW-1:0]                   unused_low;
  logic [2*HIGH-1:0]                  unused_high;

  ram_1r1w #(.WIDTH(margin_pkg::RATE_BITS + 1), .DEPTH(2 * INSTRUMENTS)) u_rates (
      .clk_i,
      .read_i,
      .read_address_i(read_row_i),
      .read_data_o({is_large, rate_o}),
      .write_i,
      .write_address_i(write_row_i),
      .write_data_i({write_rate_i[27] ^ write_rate_i[26], write_rate_i})
  );

  assign wide_rate = {rate_o[27], rate_o};
  assign worst_lots = rate_o[27] ? lots_down_i : lots_up_i;
  assign v_b_low = {1'b0, v_b_q[16:0]};
  assign w_b_low = {1'b0, w_b_q[16:0]};
  assign v_b_high = v_b_q[28:17];
  assign w_b_high = w_b_q[28:17];

  always_ff @(posedge clk_i) begin
    valid_2_q <= valid_i;
    valid_3_q <= valid_2_q;
    if (valid_i) begin
      v_a_q <= is_large ? lots_i[26:0] : rate_o[26:0];
      v_b_q <= is_large ? wide_rate : lots_i;
      w_a_q <= is_large ? worst_lots[26:0] : rate_o[26:0];
      w_b_q <= is_large ? wide_rate : worst_lots;
    end
    if (valid_2_q) begin
      v_low_q <= v_a_q * v_b_low;
      v_high_q <= v_a_q * v_b_high;
      w_low_q <= w_a_q * w_b_low;
      w_high_q <= w_a_q * w_b_high;
    end
    if (valid_3_q) begin
      v_rest_q <= 33'(margin_pkg::add48({{9 {v_high_q[38]}}, v_high_q}, {{20 {v_low_q[44]}}, v_low_q[44:17]}, 1'b0));
      w_rest_q <= 33'(margin_pkg::add48({{9 {w_high_q[38]}}, w_high_q}, {{20 {w_low_q[44]}}, w_low_q[44:17]}, 1'b0));
    end
    v_sum_q <= v_sum;
    w_sum_q <= w_sum;
  end

  sum_table #(
      .DEPTH(PORTFOLIOS), .SUMS(2), .WIDTH(margin_pkg::SUM_BITS), .LOW(LOW)
  ) u_sums (
      .clk_i,
      .valid_i,
      .index_i(portfolio_i),
      .wipe_i({2 {wipe_i || clear_i}}),
      .write_i(store_i),
      .hold_i({hold_i, 1'b0}),
      .clear_i('0),
      .loose_i({loose_i && hold_i, loose_i}),
      .low_i({v_low_q[LOW-1:0], w_low_q[LOW-1:0]}),
      .high_i({{(HIGH-33) {v_rest_q[32]}}, v_rest_q, {(HIGH-33) {w_rest_q[32]}}, w_rest_q}),
      .low_before_o(unused_low),
      .high_before_o(unused_high),
      .low_o({v_sum, w_sum}),
      .high_o({v_top, w_top})
  );

  assign positions_o = {v_top, v_sum_q};
  assign worst_o = {w_top, w_sum_q};

  always_ff @(posedge clk_i) begin
    if (valid_i) begin
      lots_are_few_where_the_rate_is_large :
      assert (!is_large || (lots_i[28:23] == {6 {lots_i[28]}}
          && worst_lots[28:23] == {6 {worst_lots[28]}}));
      what_clears_holds_nothing : assert (!clear_i || !hold_i);
    end
  end
endmodule
