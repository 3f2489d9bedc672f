// In place of ram_bytes, for proofs: keeps the bytes of a command's window sequence and one more
// byte, LANE, and says anything of the others. What is proved with it holds of ram_bytes, whose
// bytes are all alike, for whichever byte LANE stands for; the solver has a tenth of the state.
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
  localparam int unsigned SEQUENCE = card_pkg::NEW_HEADER_WINDOW_SEQUENCE_LSB / 8;
  localparam int unsigned LANE = 17;

  (* anyseq *) logic [511:0] anything;
  logic [31:0] read_sequence;
  logic [7:0]  read_lane;

  for (genvar i = 0; i < 4; i++) begin : gen_sequence
    logic [7:0] memory [0:DEPTH-1];
    always_ff @(posedge clk_i) begin
      if (write_i[SEQUENCE+i]) memory[write_address_i] <= write_data_i[8*(SEQUENCE+i)+:8];
      read_sequence[8*i+:8] <= memory[read_address_i];
    end
  end

  logic [7:0] lane_memory [0:DEPTH-1];
  always_ff @(posedge clk_i) begin
    if (write_i[LANE]) lane_memory[write_address_i] <= write_data_i[8*LANE+:8];
    read_lane <= lane_memory[read_address_i];
  end

  always_comb begin
    read_data_o = anything;
    read_data_o[8*SEQUENCE+:32] = read_sequence;
    read_data_o[8*LANE+:8] = read_lane;
  end
endmodule
