// Visits the entries of a table that are in use, in rising order, until all count_i were seen.
//
// start_i, then read_o with index_o for each entry; in the next cycle present_i says whether it is in
// use. If it is, valid_o until advance_i; used_i with it says that somebody else has the memory in
// that cycle, so that the scan reads in the next one. done_o in the last cycle. Throughput: an entry
// a cycle.
module slot_scan (
    input  logic                             clk_i,
    input  logic                             rst_i,
    input  logic                             start_i,
    input  logic [kernel_pkg::COUNT_BITS-1:0] count_i,
    output logic                             read_o,
    output logic [kernel_pkg::SLOT_BITS-1:0] index_o,   // of the entry read
    input  logic                             present_i,
    output logic                             valid_o,
    output logic [kernel_pkg::SLOT_BITS-1:0] visited_o, // of the entry at hand
    input  logic                             advance_i,
    input  logic                             used_i,
    output logic                             done_o
);
  typedef enum logic [2:0] {
    IDLE,
    LOOK,  // the entry's answer is there
    HOLD,  // it is in use, and visited
    NEXT,  // read the one after it
    LAST   // all were seen
  } scan_t;
  scan_t state_q, state_d;

  logic [kernel_pkg::SLOT_BITS-1:0]  index_q, index_d;
  logic [kernel_pkg::COUNT_BITS-1:0] left_q, left_d;
  logic                              last;

  assign valid_o = state_q == HOLD || (state_q == LOOK && present_i);
  assign last = left_q == kernel_pkg::COUNT_BITS'(1);

  always_comb begin
    state_d = state_q;
    left_d = left_q;
    read_o = 1'b0;
    index_d = state_q == IDLE ? '0 : index_q + 1'b1;

    case (state_q)
      LOOK, HOLD: begin
        if (valid_o && !advance_i) begin
          state_d = HOLD;
        end else if (valid_o && last) begin
          state_d = LAST;
        end else begin
          if (valid_o) left_d = left_q - 1'b1;
          read_o = !(valid_o && used_i);
          state_d = read_o ? LOOK : NEXT;
        end
      end
      NEXT: begin
        read_o = 1'b1;
        state_d = LOOK;
      end
      LAST: state_d = IDLE;
      default: begin  // IDLE
        left_d = count_i;
        if (start_i) begin
          read_o = count_i != '0;
          state_d = count_i == '0 ? LAST : LOOK;
        end
      end
    endcase
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : state_d;
    left_q <= left_d;
    if (read_o) index_q <= index_d;
  end

  always_ff @(posedge clk_i) begin
    if (!rst_i && state_q == LOOK && !present_i) all_entries_in_use_exist : assert (index_q != '1);
  end

  assign index_o = index_d;
  assign visited_o = index_q;
  assign done_o = state_q == LAST;
endmodule
