// Visits the entries of a table that are in use, in rising order, until all count_i were seen.
//
// start_i, then read_o with index_o for each entry; in the next cycle present_i says whether it is in
// use. If it is, valid_o from the cycle after until advance_i; used_i with it says that somebody else
// has the memory in that cycle, so that the scan reads in the next one. done_o in the last cycle.
// Throughput: an entry a cycle, two cycles one in use. Addresses come from a register.
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
    NEXT,  // read the next entry, unless all were seen
    LOOK,  // its answer is there
    HOLD,  // it is in use, and visited
    LAST   // all were seen
  } scan_t;
  scan_t state_q, state_d;

  logic [kernel_pkg::SLOT_BITS-1:0]  next_q, visited_q;
  logic [kernel_pkg::COUNT_BITS-1:0] left_q;  // in use and not visited before
  logic                              last_q;

  always_comb begin
    state_d = state_q;
    read_o = 1'b0;

    case (state_q)
      NEXT: begin
        read_o = left_q != '0;
        state_d = read_o ? LOOK : LAST;
      end
      LOOK: begin
        read_o = !present_i;
        if (present_i) state_d = HOLD;
      end
      HOLD: begin
        read_o = advance_i && !used_i && !last_q;
        if (advance_i) state_d = last_q ? LAST : used_i ? NEXT : LOOK;
      end
      LAST: state_d = IDLE;
      default: if (start_i) state_d = NEXT;  // IDLE
    endcase
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : state_d;
    last_q <= left_q == kernel_pkg::COUNT_BITS'(1);
    if (state_q == IDLE) left_q <= count_i;
    else if (state_q == HOLD && advance_i) left_q <= left_q - 1'b1;
    if (state_q == IDLE) next_q <= '0;
    else if (read_o) next_q <= next_q + 1'b1;
    if (read_o) visited_q <= next_q;
  end

  always_ff @(posedge clk_i) begin
    if (!rst_i && state_q == LOOK && !present_i) all_entries_in_use_exist : assert (next_q != '0);
  end

  assign index_o = next_q;
  assign valid_o = state_q == HOLD;
  assign visited_o = visited_q;
  assign done_o = state_q == LAST;
endmodule
