// What is kept of a portfolio beside its lanes: sums of size add-ons and short-option minima, with the
// open orders and without, its value, and the host's add-on.
//
// Latency, in cycles after the operation: the step is taken at 7, low parts (29 bits) of the changes
// at 9, high parts at 10. The minima and what is added to them (size add-ons and add-on) are there at
// 11 (low) and 12 (high), and so is the change of value; value and add-on as a whole at 11.
// Throughput: one operation a cycle; each sees all before it.
module portfolio_sums #(
    parameter int unsigned PORTFOLIOS = 4096
) (
    input  logic                               clk_i,
    input  margin_pkg::step_t                  step_i,
    input  logic [6*29-1:0]                    low_i,   // as margin_terms gives, then value, add-on
    input  logic [6*28-1:0]                    high_i,
    output logic [28:0]                        minimum_low_o,
    output logic [30:0]                        minimum_high_o,
    output logic [28:0]                        added_low_o,
    output logic [30:0]                        added_high_o,
    output logic [28:0]                        held_minimum_low_o,
    output logic [30:0]                        held_minimum_high_o,
    output logic [28:0]                        held_added_low_o,
    output logic [30:0]                        held_added_high_o,
    output logic [28:0]                        value_change_low_o,
    output logic [34:0]                        value_change_high_o,
    output logic [margin_pkg::SUM_BITS-1:0]    value_o,
    output logic [margin_pkg::SUM_BITS-1:0]    add_on_o
);
  localparam int unsigned BITS = (PORTFOLIOS > 1) ? $clog2(PORTFOLIOS) : 1;
  localparam int unsigned LOW = 29;
  localparam int unsigned HIGH = 28;
  localparam int unsigned SIZE = 0, MINIMUM = 1, HELD_SIZE = 2, HELD_MINIMUM = 3, VALUE = 4, ADD_ON = 5;

  logic [6*LOW-1:0]  low_before, low, low_q;
  logic [6*HIGH-1:0] high_before, high, high_q;
  logic [LOW-1:0]    value_before_low_q;
  logic [HIGH-1:0]   value_before_high_q;
  logic [LOW:0]      added_low_q, held_added_low_q, value_low_q;
  logic [30:0]       added_high_q, held_added_high_q;
  logic [34:0]       value_high_q;

  sum_table #(.DEPTH(PORTFOLIOS), .SUMS(6), .WIDTH(margin_pkg::SUM_BITS), .LOW(LOW)) u_sums (
      .clk_i,
      .valid_i(step_i.valid),
      .index_i(step_i.portfolio[BITS-1:0]),
      .wipe_i({{2 {step_i.wipe}}, {4 {step_i.wipe || step_i.clear}}}),
      .write_i(step_i.has_portfolio),
      .hold_i('0),
      .clear_i({1'b0, step_i.clear, 4'd0}),
      .loose_i({4'd0, {2 {step_i.loose}}}),
      .low_i,
      .high_i,
      .low_before_o(low_before),
      .high_before_o(high_before),
      .low_o(low),
      .high_o(high)
  );

  always_ff @(posedge clk_i) begin
    value_before_low_q <= low_before[LOW*VALUE+:LOW];
    value_before_high_q <= high_before[HIGH*VALUE+:HIGH];
    low_q <= low;
    high_q <= high;
    added_low_q <= 30'(margin_pkg::add48(
        48'(low[LOW*SIZE+:LOW]), 48'(low[LOW*ADD_ON+:LOW]), 1'b0));
    held_added_low_q <= 30'(margin_pkg::add48(
        48'(low[LOW*HELD_SIZE+:LOW]), 48'(low[LOW*ADD_ON+:LOW]), 1'b0));
    value_low_q <= 30'(margin_pkg::add48(
        48'(low[LOW*VALUE+:LOW]), {19'd0, ~value_before_low_q}, 1'b1));
    added_high_q <= 31'(margin_pkg::add48(
        48'(high[HIGH*SIZE+:HIGH]), 48'(high[HIGH*ADD_ON+:HIGH]), added_low_q[LOW]));
    held_added_high_q <= 31'(margin_pkg::add48(
        48'(high[HIGH*HELD_SIZE+:HIGH]), 48'(high[HIGH*ADD_ON+:HIGH]), held_added_low_q[LOW]));
    value_high_q <= 35'(margin_pkg::add48(
        {{20 {high[HIGH*VALUE+HIGH-1]}}, high[HIGH*VALUE+:HIGH]},
        ~{{20 {value_before_high_q[HIGH-1]}}, value_before_high_q}, value_low_q[LOW]));
  end

  assign minimum_low_o = low_q[LOW*MINIMUM+:LOW];
  assign minimum_high_o = 31'(high_q[HIGH*MINIMUM+:HIGH]);
  assign held_minimum_low_o = low_q[LOW*HELD_MINIMUM+:LOW];
  assign held_minimum_high_o = 31'(high_q[HIGH*HELD_MINIMUM+:HIGH]);
  assign added_low_o = added_low_q[LOW-1:0];
  assign added_high_o = added_high_q;
  assign held_added_low_o = held_added_low_q[LOW-1:0];
  assign held_added_high_o = held_added_high_q;
  assign value_change_low_o = value_low_q[LOW-1:0];
  assign value_change_high_o = value_high_q;
  assign value_o = {high[HIGH*VALUE+:HIGH], low_q[LOW*VALUE+:LOW]};
  assign add_on_o = {high[HIGH*ADD_ON+:HIGH], low_q[LOW*ADD_ON+:LOW]};

  logic [3:0] stored_q, loose_q;
  always_ff @(posedge clk_i) begin
    stored_q <= {stored_q[2:0], step_i.valid && step_i.has_portfolio};
    loose_q <= {loose_q[2:0], step_i.loose};
    if (stored_q[3]) begin
      sizes_are_not_below_zero :
      assert ((loose_q[3] || !high[HIGH*SIZE+HIGH-1]) && !high[HIGH*HELD_SIZE+HIGH-1]);
      minima_are_not_below_zero :
      assert ((loose_q[3] || !high[HIGH*MINIMUM+HIGH-1]) && !high[HIGH*HELD_MINIMUM+HIGH-1]);
      add_on_is_in_its_bound : assert (high[HIGH*ADD_ON+HIGH-1-:3] == 3'd0);
    end
  end
endmodule
