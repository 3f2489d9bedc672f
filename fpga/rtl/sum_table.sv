// Rows of sums, each operation adding to one row: read, changed and written on its way.
//
// Throughput: one operation a cycle, of any rows; each sees all before it. Latency, in cycles after
// index_i and its flags: the low part of the amounts is taken at 2 (low_before_o tells what it is
// added to, combinational), the sum's low part is there at 3; the high part of the amounts is taken at
// 3 and the sum's high part is there at 4. The sums' LOW lowest bits are their low part.
// Flags: write_i, the row is stored; hold_i, but not this sum; clear_i, this sum starts from 0 (what
// it was is told all the same); wipe_i, this sum was nothing. Without valid_i nothing happens.
// loose_i: this sum may pass its width, with whatever takes it back later. Contents are not reset. No other
// sum passes its width: an assertion.
module sum_table #(
    parameter int unsigned DEPTH = 4096,
    parameter int unsigned SUMS  = 2,
    parameter int unsigned WIDTH = 57,
    parameter int unsigned LOW   = 17,
    parameter int unsigned INDEX_BITS = (DEPTH > 1) ? $clog2(DEPTH) : 1,
    parameter int unsigned HIGH  = WIDTH - LOW
) (
    input  logic                  clk_i,
    input  logic                  valid_i,
    input  logic [INDEX_BITS-1:0] index_i,
    input  logic [SUMS-1:0]       wipe_i,
    input  logic                  write_i,
    input  logic [SUMS-1:0]       hold_i,
    input  logic [SUMS-1:0]       clear_i,
    input  logic [SUMS-1:0]       loose_i,
    input  logic [SUMS*LOW-1:0]   low_i,
    input  logic [SUMS*HIGH-1:0]  high_i,
    output logic [SUMS*LOW-1:0]   low_before_o,
    output logic [SUMS*HIGH-1:0]  high_before_o,
    output logic [SUMS*LOW-1:0]   low_o,
    output logic [SUMS*HIGH-1:0]  high_o
);
  // The operation in cycles 1 to 4.
  logic                  valid_1_q, valid_2_q, valid_3_q;
  logic                  write_1_q, write_2_q, write_3_q, write_4_q;
  logic [SUMS-1:0]       wipe_1_q, wipe_2_q;
  logic [INDEX_BITS-1:0] index_1_q, index_2_q, index_3_q, index_4_q;
  logic [SUMS-1:0]       hold_1_q, hold_2_q, hold_3_q, hold_4_q;
  logic [SUMS-1:0]       clear_1_q, clear_2_q, clear_3_q;

  // Whether the operation one or two before it, of the same row, leaves it what it starts from.
  logic                  same_two_q;
  logic [SUMS-1:0]       again_q, again_high_q, two_high_q;

  logic [SUMS*LOW-1:0]   low_read, low_chosen_q, low_before_q, low_kept;
  logic [SUMS*HIGH-1:0]  high_read, high_chosen_q, high_before_q, high_kept;
  logic [SUMS-1:0]       carry_q, passed;

  ram_1r1w #(.WIDTH(SUMS * LOW), .DEPTH(DEPTH)) u_low (
      .clk_i,
      .read_i(valid_i),
      .read_address_i(index_i),
      .read_data_o(low_read),
      .write_i(write_3_q),
      .write_address_i(index_3_q),
      .write_data_i(low_kept)
  );

  ram_1r1w #(.WIDTH(SUMS * HIGH), .DEPTH(DEPTH)) u_high (
      .clk_i,
      .read_i(valid_1_q),
      .read_address_i(index_1_q),
      .read_data_o(high_read),
      .write_i(write_4_q),
      .write_address_i(index_4_q),
      .write_data_i(high_kept)
  );

  always_ff @(posedge clk_i) begin
    valid_1_q <= valid_i;
    valid_2_q <= valid_1_q;
    valid_3_q <= valid_2_q;
    write_1_q <= valid_i && write_i;
    write_2_q <= write_1_q;
    write_3_q <= write_2_q;
    write_4_q <= write_3_q;
    wipe_1_q <= wipe_i;
    wipe_2_q <= wipe_1_q;
    index_1_q <= index_i;
    index_2_q <= index_1_q;
    index_3_q <= index_2_q;
    index_4_q <= index_3_q;
    hold_1_q <= hold_i;
    hold_2_q <= hold_1_q;
    hold_3_q <= hold_2_q;
    hold_4_q <= hold_3_q;
    clear_1_q <= clear_i;
    clear_2_q <= clear_1_q;
    clear_3_q <= clear_2_q;
    same_two_q <= index_i == index_2_q;
    again_q <= (index_1_q == index_2_q && write_2_q) ? ~(hold_2_q | wipe_1_q) : '0;
    again_high_q <= again_q;
    two_high_q <= (same_two_q && write_3_q) ? ~hold_3_q : '0;
  end

  for (genvar s = 0; s < SUMS; s++) begin : gen_sums
    logic [LOW:0]    low_sum_q;
    logic [HIGH-1:0] high_sum_q;

    assign low_before_o[LOW*s+:LOW] = again_q[s] ? low_sum_q[LOW-1:0] : low_chosen_q[LOW*s+:LOW];
    assign high_before_o[HIGH*s+:HIGH] = again_high_q[s] ? high_sum_q : high_chosen_q[HIGH*s+:HIGH];
    assign carry_q[s] = low_sum_q[LOW];
    assign low_o[LOW*s+:LOW] = low_sum_q[LOW-1:0];
    assign high_o[HIGH*s+:HIGH] = high_sum_q;
    assign low_kept[LOW*s+:LOW] = hold_3_q[s] ? low_before_q[LOW*s+:LOW] : low_sum_q[LOW-1:0];
    assign high_kept[HIGH*s+:HIGH] = hold_4_q[s] ? high_before_q[HIGH*s+:HIGH] : high_sum_q;

    always_ff @(posedge clk_i) begin
      if (valid_1_q) begin
        low_chosen_q[LOW*s+:LOW] <= wipe_1_q[s] ? '0
            : (same_two_q && write_3_q && !hold_3_q[s]) ? low_sum_q[LOW-1:0]
            : low_read[LOW*s+:LOW];
      end
      if (valid_2_q) begin
        high_chosen_q[HIGH*s+:HIGH] <= wipe_2_q[s] ? '0
            : two_high_q[s] ? high_sum_q
            : high_read[HIGH*s+:HIGH];
        low_before_q[LOW*s+:LOW] <= low_before_o[LOW*s+:LOW];
        low_sum_q <= (LOW+1)'(margin_pkg::add48(
            48'(low_i[LOW*s+:LOW]), clear_2_q[s] ? '0 : 48'(low_before_o[LOW*s+:LOW]), 1'b0));
      end
      if (valid_3_q) begin
        high_before_q[HIGH*s+:HIGH] <= high_before_o[HIGH*s+:HIGH];
        high_sum_q <= HIGH'(margin_pkg::add48(
            48'(high_i[HIGH*s+:HIGH]), clear_3_q[s] ? '0 : 48'(high_before_o[HIGH*s+:HIGH]),
            carry_q[s]));
      end
    end

    // Both terms of the sum were at one side of 0, and it is at the other.
    logic positive_q, negative_q;
    always_ff @(posedge clk_i) begin
      positive_q <= !high_i[HIGH*s+HIGH-1] && (clear_3_q[s] || !high_before_o[HIGH*s+HIGH-1]);
      negative_q <= high_i[HIGH*s+HIGH-1] && !clear_3_q[s] && high_before_o[HIGH*s+HIGH-1];
    end
    assign passed[s] = high_sum_q[HIGH-1] ? positive_q : negative_q;
  end

  logic            added_q;
  logic [SUMS-1:0] loose_1_q, loose_2_q, loose_3_q, loose_4_q;
  always_ff @(posedge clk_i) begin
    added_q <= valid_3_q;
    loose_1_q <= loose_i;
    loose_2_q <= loose_1_q;
    loose_3_q <= loose_2_q;
    loose_4_q <= loose_3_q;
    if (added_q) begin
      sums_are_in_their_bounds : assert ((passed & ~loose_4_q) == '0);
    end
  end
endmodule
