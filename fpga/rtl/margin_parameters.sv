// What the lanes do not keep of the instruments' parameters, in two banks: mark, value and
// short-option minimum of a lot, and the size curve; and how they are made ready.
//
// Latency: mark, value (mark * multiplier) and minimum one cycle after read_i, until the next; the
// curve two cycles after curve_read_i. What is staged is written up to 24 cycles later: busy_o is 1
// from the cycle after it until then, nothing else may be staged, nor its instrument's bank be read.
module margin_parameters #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned ROW_BITS = $clog2(2 * INSTRUMENTS)
) (
    input  logic                             clk_i,
    input  logic                             rst_i,
    input  margin_pkg::staged_t              staged_i,
    output logic                             busy_o,
    input  logic                             read_i,
    input  logic [ROW_BITS-1:0]              row_i,
    output logic [31:0]                      mark_o,
    output logic [margin_pkg::TERM_BITS-1:0] value_o,
    output logic [26:0]                      minimum_o,
    input  logic                             curve_read_i,
    input  logic [ROW_BITS-1:0]              curve_row_i,
    output margin_pkg::curve_t               curve_o
);
  localparam int unsigned CURVE_BITS = 3 * margin_pkg::LOT_BITS + 4 * 27 + 3 * margin_pkg::TERM_BITS;
  localparam int unsigned LOW = 26;

  margin_pkg::staged_t staged_q;
  margin_pkg::curve_t  curve, curve_written;
  logic [ROW_BITS-1:0] row;
  logic [2:0]          phase_q;  // of a product: 0 to 5 from its factors to its sum
  logic [1:0]          bound_q;  // 1 to 3; 0: idle
  logic                start, sum_low, sum_high, last;
  logic [27:0]         slope_step;  // signed
  logic [27:0]         bound;
  logic [52:0]         factor_q;
  logic [34:0]         other_q;
  logic [63:0]         product;
  logic [LOW:0]        low_q;
  logic [23:0]         high;
  logic [margin_pkg::TERM_BITS-1:0] base_q, base_1_q, base_2_q, base;

  assign row = ROW_BITS'({staged_q.instrument, staged_q.bank});
  assign busy_o = bound_q != 2'd0;
  assign start = phase_q == 3'd0;
  assign sum_low = phase_q == 3'd4;
  assign sum_high = phase_q == 3'd5;
  assign last = sum_high && (staged_q.array || bound_q == 2'd3);

  // base_k = base_(k-1) + (slope_(k-1) - slope_k) * bound_k: the curve has no jumps.
  always_comb begin
    slope_step = {1'b0, staged_q.slope_2} - {1'b0, staged_q.slope_3};
    bound = staged_q.bound_3;
    if (bound_q == 2'd1) begin
      slope_step = {1'b0, staged_q.slope_0} - {1'b0, staged_q.slope_1};
      bound = staged_q.bound_1;
    end else if (bound_q == 2'd2) begin
      slope_step = {1'b0, staged_q.slope_1} - {1'b0, staged_q.slope_2};
      bound = staged_q.bound_2;
    end
  end

  wide_product u_product (
      .clk_i, .valid_i(busy_o), .a_i(factor_q), .b_i(other_q), .product_o(product)
  );

  assign high = 24'(margin_pkg::add48(48'(base_q[49:26]), 48'(product[49:26]), low_q[LOW]));
  assign base = {high, low_q[LOW-1:0]};

  always_ff @(posedge clk_i) begin
    if (rst_i) bound_q <= 2'd0;
    else if (staged_i.array || staged_i.curve) bound_q <= 2'd1;
    else if (last) bound_q <= 2'd0;
    else if (sum_high) bound_q <= bound_q + 2'd1;

    phase_q <= (busy_o && !sum_high) ? phase_q + 3'd1 : 3'd0;
    if (staged_i.array || staged_i.curve) begin
      staged_q <= staged_i;
      base_q <= '0;
    end
    if (start) begin
      factor_q <= staged_q.array ? 53'(staged_q.multiplier) : {{25 {slope_step[27]}}, slope_step};
      other_q <= staged_q.array ? {{3 {staged_q.mark[31]}}, staged_q.mark} : 35'(bound);
    end
    if (sum_low) low_q <= 27'(margin_pkg::add48(48'(base_q[25:0]), 48'(product[25:0]), 1'b0));
    if (sum_high) begin
      base_q <= base;
      if (bound_q == 2'd1) base_1_q <= base;
      if (bound_q == 2'd2) base_2_q <= base;
    end
  end

  ram_1r1w #(.WIDTH(32 + margin_pkg::TERM_BITS + 27), .DEPTH(2 * INSTRUMENTS)) u_marks (
      .clk_i,
      .read_i,
      .read_address_i(row_i),
      .read_data_o({mark_o, value_o, minimum_o}),
      .write_i(last && staged_q.array && busy_o),
      .write_address_i(row),
      .write_data_i({staged_q.mark, base, staged_q.minimum})
  );

  assign curve_written = {
    staged_q.bound_1, staged_q.bound_2, staged_q.bound_3,
    staged_q.slope_0, staged_q.slope_1, staged_q.slope_2, staged_q.slope_3,
    base_1_q, base_2_q, base
  };

  ram_1r1w #(.WIDTH(CURVE_BITS), .DEPTH(2 * INSTRUMENTS)) u_curves (
      .clk_i,
      .read_i(curve_read_i),
      .read_address_i(curve_row_i),
      .read_data_o(curve),
      .write_i(last && staged_q.curve && busy_o),
      .write_address_i(row),
      .write_data_i(curve_written)
  );

  always_ff @(posedge clk_i) begin
    curve_o <= curve;
    if (!rst_i) begin
      staged_one_at_a_time : assert (!((staged_i.array || staged_i.curve) && busy_o));
    end
  end
endmodule
