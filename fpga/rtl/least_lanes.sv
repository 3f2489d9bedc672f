// The least of all lanes, but for one last choice: the least of each half.
//
// Latency: 4 cycles. Throughput: one a cycle; without valid_i nothing moves.
module least_lanes #(
    parameter int unsigned SCENARIOS = 32
) (
    input  logic                                      clk_i,
    input  logic                                      valid_i,
    input  logic [SCENARIOS*margin_pkg::SUM_BITS-1:0] lanes_i,
    output logic [margin_pkg::SUM_BITS-1:0]           first_o,
    output logic [margin_pkg::SUM_BITS-1:0]           second_o
);
  localparam int unsigned WIDTH = margin_pkg::SUM_BITS;
  localparam int unsigned FOURS = SCENARIOS / 4;

  logic [8*WIDTH-1:0] fours;  // with 16 lanes each stands there twice
  logic               valid_1_q, valid_2_q;

  always_ff @(posedge clk_i) begin
    valid_1_q <= valid_i;
    valid_2_q <= valid_1_q;
  end

  for (genvar i = 0; i < FOURS; i++) begin : gen_fours
    least_of_four u_four (
        .clk_i,
        .valid_i,
        .numbers_i(lanes_i[4*WIDTH*i+:4*WIDTH]),
        .least_o(fours[WIDTH*i+:WIDTH])
    );
  end
  for (genvar i = FOURS; i < 8; i++) begin : gen_again
    assign fours[WIDTH*i+:WIDTH] = fours[WIDTH*(i%FOURS)+:WIDTH];
  end

  least_of_four u_first (
      .clk_i, .valid_i(valid_2_q), .numbers_i(fours[0+:4*WIDTH]), .least_o(first_o)
  );
  least_of_four u_second (
      .clk_i, .valid_i(valid_2_q), .numbers_i(fours[4*WIDTH+:4*WIDTH]), .least_o(second_o)
  );

  if (SCENARIOS != 16 && SCENARIOS != 32) begin : gen_refused
    $error("SCENARIOS is 16 or 32");
  end
endmodule
