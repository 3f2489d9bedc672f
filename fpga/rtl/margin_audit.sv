// What only the audit reads: two lanes of a portfolio, the checksum of all, and that of an
// instrument's parameters.
//
// Latency, in cycles after the operation: the rates are taken at 1, curve and minimum at 4, the lanes
// at 5; all is there at 7. Throughput: one a cycle; for an operation without `audit` nothing moves.
module margin_audit #(
    parameter int unsigned SCENARIOS = 32
) (
    input  logic                                       clk_i,
    input  margin_pkg::step_t                          step_i,   // the operation at 1
    input  logic [SCENARIOS*margin_pkg::RATE_BITS-1:0] rates_i,
    input  margin_pkg::curve_t                         curve_i,
    input  logic [26:0]                                minimum_i,
    input  logic [SCENARIOS*margin_pkg::SUM_BITS-1:0]  positions_i,
    input  logic [SCENARIOS*margin_pkg::SUM_BITS-1:0]  worsts_i,
    output logic [margin_pkg::MONEY_BITS-1:0]          lane_sum_o,
    output logic [margin_pkg::MONEY_BITS-1:0]          array_sum_o,
    output logic [4*margin_pkg::SUM_BITS-1:0]          lanes_o
);
  localparam int unsigned SUM = margin_pkg::SUM_BITS;
  localparam int unsigned RATE = margin_pkg::RATE_BITS;
  localparam int unsigned EIGHTS = SCENARIOS / 8;

  function automatic logic [63:0] turned(input logic [63:0] word, input int unsigned left);
    turned = (word << left) | (word >> ((64 - left) % 64));
  endfunction

  logic [5:0]           audit_q;  // at 2 to 7
  logic [4*6-1:0]       lanes_q;
  logic [EIGHTS*64-1:0] rates_q, lane_sums, lane_sums_q, rate_sums;
  logic [63:0]          array_3_q, array_4_q, array_5_q, array_6_q;
  logic [63:0]          array_2, lane_sum;
  logic [4*SUM-1:0]     chosen_q;

  always_comb begin
    rate_sums = '0;
    lane_sums = '0;
    for (int unsigned s = 0; s < SCENARIOS; s++) begin
      rate_sums[64*(s/8)+:64] = rate_sums[64*(s/8)+:64]
          ^ turned({{(64-RATE) {rates_i[RATE*s+RATE-1]}}, rates_i[RATE*s+:RATE]}, 2 * s);
      lane_sums[64*(s/8)+:64] = lane_sums[64*(s/8)+:64]
          ^ turned({{(64-SUM) {positions_i[SUM*s+SUM-1]}}, positions_i[SUM*s+:SUM]}, 2 * s)
          ^ turned({{(64-SUM) {worsts_i[SUM*s+SUM-1]}}, worsts_i[SUM*s+:SUM]}, 2 * s + 1);
    end
  end
  always_comb begin
    array_2 = '0;
    lane_sum = '0;
    for (int unsigned i = 0; i < EIGHTS; i++) begin
      array_2 = array_2 ^ rates_q[64*i+:64];
      lane_sum = lane_sum ^ lane_sums_q[64*i+:64];
    end
  end

  always_ff @(posedge clk_i) begin
    audit_q <= {audit_q[4:0], step_i.valid && step_i.audit};
    lanes_q <= {lanes_q[19:0], step_i.lanes};
    if (step_i.valid && step_i.audit) rates_q <= rate_sums;
    if (audit_q[0]) array_3_q <= array_2;
    if (audit_q[1]) array_4_q <= array_3_q;
    if (audit_q[2]) begin
      array_5_q <= array_4_q ^ turned(64'(minimum_i), 1) ^ turned(64'(curve_i.slope_0), 3)
          ^ turned(64'(curve_i.slope_1), 5) ^ turned(64'(curve_i.slope_2), 7);
      array_6_q <= turned(64'(curve_i.slope_3), 9) ^ turned(64'(curve_i.bound_1), 33)
          ^ turned(64'(curve_i.bound_2), 35) ^ turned(64'(curve_i.bound_3), 37);
    end
    if (audit_q[3]) begin
      lane_sums_q <= lane_sums;
      chosen_q <= '0;
      for (int unsigned s = 0; s < SCENARIOS; s += 2) begin
        if (lanes_q[15:12] == 4'(s / 2)) begin
          chosen_q <= {
            worsts_i[SUM*(s+1)+:SUM], positions_i[SUM*(s+1)+:SUM],
            worsts_i[SUM*s+:SUM], positions_i[SUM*s+:SUM]
          };
        end
      end
    end
  end

  logic [63:0] array_joined_q;
  always_ff @(posedge clk_i) begin
    if (audit_q[3]) array_joined_q <= array_5_q ^ array_6_q;
    if (audit_q[4]) begin
      array_sum_o <= array_joined_q;
      lane_sum_o <= lane_sum;
      lanes_o <= chosen_q;
    end
  end
endmodule
