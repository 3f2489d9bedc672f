// A queue of DEPTH words (a power of two), first in, first out.
//
// push_i when full_o is 0; data_o is the oldest while valid_o, pop_i takes it. A word may leave in
// the cycle after it came. Throughput: one each a cycle.
module margin_queue #(
    parameter int unsigned WIDTH = 8,
    parameter int unsigned DEPTH = 8
) (
    input  logic             clk_i,
    input  logic             rst_i,
    input  logic             push_i,
    input  logic [WIDTH-1:0] data_i,
    output logic             full_o,
    output logic             valid_o,
    output logic [WIDTH-1:0] data_o,
    input  logic             pop_i
);
  localparam int unsigned BITS = $clog2(DEPTH);

  logic [BITS:0] written_q, read_q, next_q, read;

  // pop_i comes late: what follows is counted before, and addresses are compared bit by bit.
  assign read = pop_i ? next_q : read_q;

  ram_1r1w #(.WIDTH(WIDTH), .DEPTH(DEPTH), .PART_BITS(1)) u_words (
      .clk_i,
      .read_i(1'b1),
      .read_address_i(read[BITS-1:0]),
      .read_data_o(data_o),
      .write_i(push_i),
      .write_address_i(written_q[BITS-1:0]),
      .write_data_i(data_i)
  );

  always_ff @(posedge clk_i) begin
    written_q <= rst_i ? '0 : written_q + (BITS+1)'(push_i);
    if (pop_i) begin
      read_q <= next_q;
      next_q <= next_q + 1'b1;
    end
    if (rst_i) begin
      read_q <= '0;
      next_q <= (BITS+1)'(1);
    end
  end

  assign valid_o = written_q != read_q;
  assign full_o = written_q == {!read_q[BITS], read_q[BITS-1:0]};

  always_ff @(posedge clk_i) begin
    if (!rst_i) begin
      nothing_is_pushed_into_a_full_queue : assert (!(push_i && full_o));
      nothing_is_taken_from_an_empty_queue : assert (!(pop_i && !valid_o));
    end
  end
endmodule
