// Goes once through the instruments: how many others are of a group, and whether one of the group is
// not staged in full.
//
// start_i, then two cycles an instrument, and one, until done_o, in which the terms of except_i are read
// again; others_o and unstaged_o are valid from then on, until the next start.
module margin_scan #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned SCENARIOS = 32
) (
    input  logic                     clk_i,
    input  logic                     rst_i,
    input  logic                     start_i,
    input  logic [15:0]              group_i,
    input  logic [15:0]              except_i,      // an instrument that is not counted
    output logic                     done_o,
    output margin_stage_pkg::reach_t reach_o,
    input  margin_stage_pkg::terms_t terms_i,
    output logic [kernel_pkg::INSTRUMENT_BITS:0] others_o,
    output logic                     unstaged_o
);
  localparam logic [4:0] FULL = {1'b1, SCENARIOS == 16 ? 4'b0011 : 4'b1111};

  logic busy_q, reading_q, through_q, looking, last, of_group;
  logic [kernel_pkg::INSTRUMENT_BITS-1:0] index_q;

  assign looking = busy_q && !reading_q && !through_q;
  assign last = 32'(index_q) == INSTRUMENTS - 1;
  assign of_group = terms_i.known && 16'(terms_i.group) == group_i;

  always_ff @(posedge clk_i) begin
    reading_q <= start_i || (looking && !last);
    if (looking) begin
      index_q <= index_q + 1'b1;
      through_q <= last;
      if (of_group && 16'(index_q) != except_i) others_o <= others_o + 1'b1;
      if (of_group && terms_i.staged != FULL) unstaged_o <= 1'b1;
    end
    if (done_o) busy_q <= 1'b0;
    if (start_i) begin
      busy_q <= 1'b1;
      through_q <= 1'b0;
      index_q <= '0;
      others_o <= '0;
      unstaged_o <= 1'b0;
    end
    if (rst_i) busy_q <= 1'b0;
  end

  assign done_o = busy_q && through_q;

  // At the end the instrument itself is read again.
  always_comb begin
    reach_o = '0;
    if (reading_q) begin
      reach_o.terms_read = 1'b1;
      reach_o.instrument = index_q;
    end
    if (done_o) begin
      reach_o.terms_read = 1'b1;
      reach_o.instrument = except_i[kernel_pkg::INSTRUMENT_BITS-1:0];
    end
  end
endmodule
