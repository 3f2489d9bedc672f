// COUNT counters of 32 bits in block memory, cleared after reset.
//
// increment_i adds one to counter index_i, every cycle if need be. count_o is that of read_index_i
// one cycle earlier; an increment shows there after two cycles. While clearing_o (COUNT cycles
// after rst_i) increments are lost.
module counter_memory #(
    parameter int unsigned COUNT = 32,
    parameter int unsigned BITS = $clog2(COUNT)
) (
    input  logic            clk_i,
    input  logic            rst_i,
    output logic            clearing_o,
    input  logic            increment_i,
    input  logic [BITS-1:0] index_i,
    input  logic [BITS-1:0] read_index_i,
    output logic [31:0]     count_o
);
  logic            clearing_q, pending_q;
  logic [BITS-1:0] clear_q, index_q, write_index;
  logic [31:0]     old, sum;
  logic [15:0]     high;

  assign write_index = clearing_q ? clear_q : index_q;
  // In halves, for half the carry chain.
  assign high = (old[15:0] == '1) ? old[31:16] + 16'd1 : old[31:16];
  assign sum = clearing_q ? 32'd0 : {high, old[15:0] + 16'd1};

  ram_1r1w #(.WIDTH(32), .DEPTH(COUNT)) u_counts (
      .clk_i,
      .read_i(1'b1),
      .read_address_i(index_i),
      .read_data_o(old),
      .write_i(clearing_q || pending_q),
      .write_address_i(write_index),
      .write_data_i(sum)
  );

  ram_1r1w #(.WIDTH(32), .DEPTH(COUNT)) u_copy (
      .clk_i,
      .read_i(1'b1),
      .read_address_i(read_index_i),
      .read_data_o(count_o),
      .write_i(clearing_q || pending_q),
      .write_address_i(write_index),
      .write_data_i(sum)
  );

  always_ff @(posedge clk_i) begin
    index_q <= index_i;
    pending_q <= increment_i && !clearing_q && !rst_i;
    if (rst_i) begin
      clearing_q <= 1'b1;
      clear_q <= '0;
    end else if (clearing_q) begin
      clear_q <= clear_q + 1'b1;
      clearing_q <= 32'(clear_q) != COUNT - 1;
    end
  end

  assign clearing_o = clearing_q;
endmodule
