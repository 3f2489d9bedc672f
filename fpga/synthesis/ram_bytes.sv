// ram_bytes with a stored_memory in the place of its words.
module ram_bytes #(
    parameter int unsigned DEPTH = 256,
    parameter int unsigned ADDRESS_BITS = $clog2(DEPTH)
) (
    input  logic                    clk_i,
    input  logic [ADDRESS_BITS-1:0] read_address_i,
    output logic [511:0]            read_data_o,
    input  logic [63:0]             write_i,
    input  logic [ADDRESS_BITS-1:0] write_address_i,
    input  logic [511:0]            write_data_i
);
  stored_memory #(.WIDTH(512), .ADDRESS_BITS(ADDRESS_BITS), .WRITES(64)) u_memory (
      .clk_i,
      .read_i(1'b1),
      .read_address_i,
      .read_data_o,
      .write_i,
      .write_address_i,
      .write_data_i
  );
endmodule
