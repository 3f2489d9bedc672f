// IM, MM and the worst profit of each portfolio, as they were and as they are now.
//
// Latency, in cycles after the operation: the step and the worst profit are taken at 12, the needs at
// 13; all figures are there at 14, whether one rose at 16. Without a portfolio all are 0. In a trial MM
// and the worst profit stay as they were, and worst_rose_o tells of the profit after the whole fill.
// Throughput: one operation a cycle; each sees all before it.
module portfolio_needs #(
    parameter int unsigned PORTFOLIOS = 4096
) (
    input  logic                             clk_i,
    input  margin_pkg::step_t                step_i,
    input  logic [margin_pkg::SUM_BITS-1:0]  worst_i,
    input  margin_pkg::need_t                initial_i,
    input  margin_pkg::need_t                maintenance_i,
    output logic [margin_pkg::NEED_BITS-1:0] initial_o,
    output logic [margin_pkg::NEED_BITS-1:0] initial_before_o,
    output logic [margin_pkg::NEED_BITS-1:0] maintenance_o,
    output logic [margin_pkg::NEED_BITS-1:0] maintenance_before_o,
    output logic                             initial_rose_o,
    output logic                             worst_rose_o
);
  localparam int unsigned BITS = (PORTFOLIOS > 1) ? $clog2(PORTFOLIOS) : 1;
  localparam int unsigned NEED = margin_pkg::NEED_BITS;
  localparam int unsigned SUM = margin_pkg::SUM_BITS;

  margin_pkg::step_t step_1_q;
  logic              again_q, write_q, loose_q;
  logic [BITS-1:0]   portfolio_q;
  logic [NEED-1:0]   initial_read, maintenance_read, initial_before, maintenance_before;
  logic [NEED-1:0]   initial_new, maintenance_new, initial_q, maintenance_q;
  logic [NEED-1:0]   initial_before_q, maintenance_before_q;
  logic [SUM-1:0]    worst_read, worst_before, worst_before_q, worst_1_q, worst_new_q, worst_q;
  logic [4:0]        initial_parts_q, worst_parts_q;

  ram_1r1w #(.WIDTH(2 * NEED + SUM), .DEPTH(PORTFOLIOS)) u_needs (
      .clk_i,
      .read_i(step_i.valid),
      .read_address_i(step_i.portfolio[BITS-1:0]),
      .read_data_o({initial_read, maintenance_read, worst_read}),
      .write_i(write_q),
      .write_address_i(portfolio_q),
      .write_data_i({initial_q, maintenance_q, worst_q})
  );

  always_comb begin
    initial_before = again_q ? initial_q : initial_read;
    maintenance_before = again_q ? maintenance_q : maintenance_read;
    worst_before = again_q ? worst_q : worst_read;
    if (step_1_q.wipe || !step_1_q.has_portfolio) begin
      initial_before = '0;
      maintenance_before = '0;
      worst_before = '0;
    end
  end

  assign initial_new = initial_i.scans ? initial_i.scan : initial_i.minimum;
  assign maintenance_new = maintenance_i.scans ? maintenance_i.scan : maintenance_i.minimum;

  always_ff @(posedge clk_i) begin
    step_1_q <= step_i;
    worst_1_q <= worst_i;
    // The one before it is a cycle ahead, at 13.
    again_q <= step_i.portfolio == step_1_q.portfolio && step_1_q.valid && step_1_q.has_portfolio;
    write_q <= step_1_q.valid && step_1_q.has_portfolio;
    loose_q <= step_1_q.loose;
    portfolio_q <= step_1_q.portfolio[BITS-1:0];
    if (step_1_q.valid) begin
      initial_before_q <= initial_before;
      maintenance_before_q <= maintenance_before;
      worst_before_q <= worst_before;
      initial_q <= step_1_q.has_portfolio ? initial_new : '0;
      maintenance_q <= (step_1_q.trial || !step_1_q.has_portfolio)
          ? maintenance_before : maintenance_new;
      worst_q <= step_1_q.trial ? worst_before : worst_1_q;
      worst_new_q <= worst_1_q;
    end
    initial_parts_q <= margin_pkg::less_parts(initial_before_q, initial_q);
    worst_parts_q <= margin_pkg::less_parts(
        margin_pkg::ordered(worst_new_q), margin_pkg::ordered(worst_before_q));
    initial_rose_o <= margin_pkg::is_less(initial_parts_q);
    worst_rose_o <= margin_pkg::is_less(worst_parts_q);
  end

  assign initial_o = initial_q;
  assign initial_before_o = initial_before_q;
  assign maintenance_o = maintenance_q;
  assign maintenance_before_o = maintenance_before_q;

  always_ff @(posedge clk_i) begin
    if (write_q) begin
      needs_are_in_their_bounds :
      assert ((loose_q || initial_q[NEED-1] == 1'b0) && maintenance_q[NEED-1] == 1'b0);
    end
  end
endmodule
