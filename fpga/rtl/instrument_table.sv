// Configuration and top of book of each instrument.
//
// Latency: both one cycle after read_i, until the next read; a write of the same cycle is seen. The
// two are written independently, one write a cycle each. clear_i zeroes the entry of write_index_i:
// an instrument is then unknown and its book empty.
module instrument_table #(
    parameter int unsigned INSTRUMENTS = 64
) (
    input  logic                                    clk_i,
    input  logic                                    clear_i,
    input  logic                                    read_i,
    input  logic [kernel_pkg::INSTRUMENT_BITS-1:0]  read_index_i,
    output kernel_pkg::config_t                     config_o,
    output kernel_pkg::book_t                       book_o,
    input  logic [kernel_pkg::INSTRUMENT_BITS-1:0]  write_index_i,
    input  logic                                    config_write_i,
    input  kernel_pkg::config_t                     config_i,
    input  logic                                    book_write_i,
    input  kernel_pkg::book_t                       book_i
);
  localparam int unsigned BITS = (INSTRUMENTS > 1) ? $clog2(INSTRUMENTS) : 1;
  localparam int unsigned CONFIG_BITS = 1 + 3 * 32 + 31 + kernel_pkg::QUANTITY_BITS;
  localparam int unsigned BOOK_BITS = kernel_pkg::COUNT_BITS
      + 2 * (1 + 32 + kernel_pkg::SLOT_BITS + kernel_pkg::TOTAL_BITS);

  ram_1r1w #(.WIDTH(CONFIG_BITS), .DEPTH(INSTRUMENTS)) u_config (
      .clk_i,
      .read_i,
      .read_address_i(read_index_i[BITS-1:0]),
      .read_data_o(config_o),
      .write_i(clear_i || config_write_i),
      .write_address_i(write_index_i[BITS-1:0]),
      .write_data_i(clear_i ? CONFIG_BITS'(0) : config_i)
  );

  ram_1r1w #(.WIDTH(BOOK_BITS), .DEPTH(INSTRUMENTS)) u_book (
      .clk_i,
      .read_i,
      .read_address_i(read_index_i[BITS-1:0]),
      .read_data_o(book_o),
      .write_i(clear_i || book_write_i),
      .write_address_i(write_index_i[BITS-1:0]),
      .write_data_i(clear_i ? BOOK_BITS'(0) : book_i)
  );
endmodule
