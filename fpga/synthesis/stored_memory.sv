// A memory without its inside, so that synthesis sees the logic round it and nothing else. WRITES
// write enables share the word evenly. Yosys would else keep a bit of initial value for each bit
// stored (gigabytes for a large card), and map deep memories with multiplexers of its own.
(* blackbox *)
module stored_memory #(
    parameter int unsigned WIDTH = 8,
    parameter int unsigned ADDRESS_BITS = 4,
    parameter int unsigned WRITES = 1
) (
    input  logic                    clk_i,
    input  logic                    read_i,
    input  logic [ADDRESS_BITS-1:0] read_address_i,
    output logic [WIDTH-1:0]        read_data_o,
    input  logic [WRITES-1:0]       write_i,
    input  logic [ADDRESS_BITS-1:0] write_address_i,
    input  logic [WIDTH-1:0]        write_data_i
);
endmodule
