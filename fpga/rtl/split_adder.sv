// a + b, or a - b, modulo 2^WIDTH; combinational.
//
// In PARTS parts, of PART bits but for the last: each is worked out for both carries, so that no carry
// runs through more than one part, and which of its sums holds is chosen by the carries alone.
module split_adder #(
    parameter int unsigned WIDTH = 48,
    parameter int unsigned PART = 14,
    parameter int unsigned PARTS = (WIDTH + PART - 1) / PART
) (
    input  logic [WIDTH-1:0] a_i,
    input  logic [WIDTH-1:0] b_i,
    input  logic             subtract_i,
    output logic [WIDTH-1:0] sum_o
);
  logic [WIDTH-1:0] b, sum_0, sum_1;      // without a carry into the part, and with one
  logic [PARTS-1:0] out_0, out_1, carry;  // the carry that leaves it then; the one that comes
  logic             leaves;               // the part before

  assign b = subtract_i ? ~b_i : b_i;

  for (genvar p = 0; p < PARTS; p++) begin : gen_part
    localparam int unsigned LOW = p * PART;
    localparam int unsigned BITS = (p == PARTS - 1) ? WIDTH - LOW : PART;

    // The carry comes in as one more bit below. Without it the two sums would look like one, of operands
    // chosen by the carry, and Yosys would make them one chain again.
    logic [BITS+1:0] with_carry;
    assign {out_0[p], sum_0[LOW+:BITS]} = {1'b0, a_i[LOW+:BITS]} + {1'b0, b[LOW+:BITS]};
    assign with_carry = {1'b0, a_i[LOW+:BITS], 1'b1} + {1'b0, b[LOW+:BITS], 1'b1};
    assign {out_1[p], sum_1[LOW+:BITS]} = with_carry[BITS+1:1];
    if (p == 0) begin : gen_first
      assign sum_o[LOW+:BITS] = subtract_i ? sum_1[LOW+:BITS] : sum_0[LOW+:BITS];
    end else begin : gen_next
      assign sum_o[LOW+:BITS] = carry[p-1]
          ? (out_1[p-1] ? sum_1[LOW+:BITS] : sum_0[LOW+:BITS])
          : (out_0[p-1] ? sum_1[LOW+:BITS] : sum_0[LOW+:BITS]);
    end
  end

  always_comb begin
    leaves = subtract_i;
    for (int unsigned p = 0; p < PARTS; p++) begin
      carry[p] = leaves;
      leaves = leaves ? out_1[p] : out_0[p];
    end
  end
endmodule
