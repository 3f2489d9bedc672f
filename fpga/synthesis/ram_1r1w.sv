// ram_1r1w with a stored_memory in the place of its words; all else is the same.
module ram_1r1w #(
    parameter int unsigned WIDTH = 8,
    parameter int unsigned DEPTH = 16,
    parameter int unsigned ADDRESS_BITS = (DEPTH > 1) ? $clog2(DEPTH) : 1
) (
    input  logic                    clk_i,
    input  logic                    read_i,
    input  logic [ADDRESS_BITS-1:0] read_address_i,
    output logic [WIDTH-1:0]        read_data_o,
    input  logic                    write_i,
    input  logic [ADDRESS_BITS-1:0] write_address_i,
    input  logic [WIDTH-1:0]        write_data_i
);
  logic [WIDTH-1:0] read_q, forward_q;
  logic             same_low_q, same_high_q;
  logic [ADDRESS_BITS-1:0] differs;
  localparam int unsigned LOW_BITS = (ADDRESS_BITS > 6) ? ADDRESS_BITS / 2 : ADDRESS_BITS;
  localparam logic [ADDRESS_BITS-1:0] LOW = ADDRESS_BITS'((64'd1 << LOW_BITS) - 64'd1);

  stored_memory #(.WIDTH(WIDTH), .ADDRESS_BITS(ADDRESS_BITS)) u_memory (
      .clk_i,
      .read_i,
      .read_address_i,
      .read_data_o(read_q),
      .write_i,
      .write_address_i,
      .write_data_i
  );

  // Whether the addresses are one is noted in two halves, if they are long: they come late.
  assign differs = read_address_i ^ write_address_i;
  always_ff @(posedge clk_i) begin
    if (read_i) begin
      same_low_q <= (differs & LOW) == '0 && write_i;
      same_high_q <= (differs & ~LOW) == '0;
      forward_q <= write_data_i;
    end
  end

  assign read_data_o = (same_low_q && same_high_q) ? forward_q : read_q;
endmodule
