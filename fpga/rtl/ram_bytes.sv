// Memory of 64-byte words with byte enables: one write and one synchronous read port.
//
// Latency: read data one cycle after the address; a read every cycle. A read of the word that is
// written in the same cycle gets undefined data: the user must read again.
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
  logic [511:0] memory [0:DEPTH-1];

  always_ff @(posedge clk_i) begin
    for (int i = 0; i < 64; i++) begin
      if (write_i[i]) memory[write_address_i][8*i+:8] <= write_data_i[8*i+:8];
    end
    read_data_o <= memory[read_address_i];
  end
endmodule
