// The least of four signed numbers.
//
// Latency: 2 cycles: all pairs are compared at once, in parts; then one is taken. Throughput: one a
// cycle; without valid_i nothing moves.
module least_of_four (
    input  logic                              clk_i,
    input  logic                              valid_i,
    input  logic [4*margin_pkg::SUM_BITS-1:0] numbers_i,
    output logic [margin_pkg::SUM_BITS-1:0]   least_o
);
  localparam int unsigned WIDTH = margin_pkg::SUM_BITS;

  logic [4*WIDTH-1:0] numbers_q;
  logic               valid_q, upper_pair;
  logic [4:0]         parts_01_q, parts_02_q, parts_03_q, parts_12_q, parts_13_q, parts_23_q;
  logic               second, fourth, less_02, less_03, less_12, less_13;

  logic [margin_pkg::NEED_BITS-1:0] order_0, order_1, order_2, order_3;
  assign order_0 = margin_pkg::ordered(numbers_i[0+:WIDTH]);
  assign order_1 = margin_pkg::ordered(numbers_i[WIDTH+:WIDTH]);
  assign order_2 = margin_pkg::ordered(numbers_i[2*WIDTH+:WIDTH]);
  assign order_3 = margin_pkg::ordered(numbers_i[3*WIDTH+:WIDTH]);

  assign second = margin_pkg::is_less(parts_01_q);  // 1 below 0, and so on
  assign less_02 = margin_pkg::is_less(parts_02_q);
  assign less_03 = margin_pkg::is_less(parts_03_q);
  assign less_12 = margin_pkg::is_less(parts_12_q);
  assign less_13 = margin_pkg::is_less(parts_13_q);
  assign fourth = margin_pkg::is_less(parts_23_q);
  assign upper_pair = second ? (fourth ? less_13 : less_12) : (fourth ? less_03 : less_02);

  always_ff @(posedge clk_i) begin
    valid_q <= valid_i;
    if (valid_i) begin
      numbers_q <= numbers_i;
      parts_01_q <= margin_pkg::less_parts(order_1, order_0);
      parts_02_q <= margin_pkg::less_parts(order_2, order_0);
      parts_03_q <= margin_pkg::less_parts(order_3, order_0);
      parts_12_q <= margin_pkg::less_parts(order_2, order_1);
      parts_13_q <= margin_pkg::less_parts(order_3, order_1);
      parts_23_q <= margin_pkg::less_parts(order_3, order_2);
    end
    if (valid_q) begin
      if (upper_pair) least_o <= fourth ? numbers_q[3*WIDTH+:WIDTH] : numbers_q[2*WIDTH+:WIDTH];
      else least_o <= second ? numbers_q[WIDTH+:WIDTH] : numbers_q[0+:WIDTH];
    end
  end
endmodule
