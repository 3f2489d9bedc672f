// ram_1r1w with a stored_memory in the place of its words; all else is the same.
module ram_1r1w #(
    parameter int unsigned WIDTH = 8,
    parameter int unsigned DEPTH = 16,
    parameter int unsigned ADDRESS_BITS = (DEPTH > 1) ? $clog2(DEPTH) : 1,
    parameter int unsigned PART_BITS = (ADDRESS_BITS > 6) ? (ADDRESS_BITS + 1) / 2 : ADDRESS_BITS
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
  localparam int unsigned PARTS = (ADDRESS_BITS + PART_BITS - 1) / PART_BITS;

  logic [PARTS-1:0] same, same_q;
  logic             written_q;

  stored_memory #(.WIDTH(WIDTH), .ADDRESS_BITS(ADDRESS_BITS)) u_memory (
      .clk_i,
      .read_i,
      .read_address_i,
      .read_data_o(read_q),
      .write_i,
      .write_address_i,
      .write_data_i
  );

  // Whether the addresses are one is noted in parts of PART_BITS: they come late, or the data are used
  // late: the more parts, the less before the flip-flops, and the more behind them.
  for (genvar part = 0; part < PARTS; part++) begin : g_same
    localparam int unsigned FIRST = part * PART_BITS;
    localparam int unsigned BITS = (part == PARTS - 1) ? ADDRESS_BITS - FIRST : PART_BITS;
    assign same[part] = read_address_i[FIRST +: BITS] == write_address_i[FIRST +: BITS];
  end

  always_ff @(posedge clk_i) begin
    if (read_i) begin
      same_q <= same;
      written_q <= write_i;
      forward_q <= write_data_i;
    end
  end

  assign read_data_o = (written_q && same_q == '1) ? forward_q : read_q;
endmodule
