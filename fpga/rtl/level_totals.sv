// What a level's total becomes, for each way in which a command may change it; combinational.
//
// All three are worked out side by side, before it is known which one is needed: without_maker_o
// when the maker (or the order cancelled) ends, without_left_o when the incoming order ends first,
// with_resting_o when an order joins. best_i is the total of the best level opposite, the one that
// matches while matching_i; level_i that of the level read.
module level_totals (
    input  logic [kernel_pkg::TOTAL_BITS-1:0]    best_i,
    input  logic [kernel_pkg::TOTAL_BITS-1:0]    level_i,
    input  logic                                 matching_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] maker_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] left_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] resting_i,
    output logic [kernel_pkg::TOTAL_BITS-1:0]    without_maker_o,
    output logic [kernel_pkg::TOTAL_BITS-1:0]    without_left_o,
    output logic [kernel_pkg::TOTAL_BITS-1:0]    with_resting_o
);
  split_adder u_without_maker (
      .a_i(matching_i ? best_i : level_i),
      .b_i(kernel_pkg::TOTAL_BITS'(maker_i)),
      .subtract_i(1'b1),
      .sum_o(without_maker_o)
  );

  split_adder u_without_left (
      .a_i(best_i),
      .b_i(kernel_pkg::TOTAL_BITS'(left_i)),
      .subtract_i(1'b1),
      .sum_o(without_left_o)
  );

  split_adder u_with_resting (
      .a_i(level_i),
      .b_i(kernel_pkg::TOTAL_BITS'(resting_i)),
      .subtract_i(1'b0),
      .sum_o(with_resting_o)
  );
endmodule
