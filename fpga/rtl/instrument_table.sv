// Configuration and top of book of each instrument.
//
// Latency: one cycle after a read, until the next; a write of the same cycle is seen. Configurations
// are read at two ports, each with its own copy: ahead, for a command that is made ready, and with
// the book's instrument, for the one that is carried out. One write of each kind a cycle. clear_i
// makes the instrument of write_index_i unknown and its book empty.
module instrument_table #(
    parameter int unsigned INSTRUMENTS = 64
) (
    input  logic                                    clk_i,
    input  logic                                    clear_i,
    input  logic                                    ahead_read_i,
    input  logic [kernel_pkg::INSTRUMENT_BITS-1:0]  ahead_index_i,
    output kernel_pkg::config_t                     ahead_config_o,
    input  logic                                    config_read_i,
    input  logic [kernel_pkg::INSTRUMENT_BITS-1:0]  config_index_i,
    output kernel_pkg::config_t                     config_o,
    input  logic                                    book_read_i,
    input  logic [kernel_pkg::INSTRUMENT_BITS-1:0]  book_index_i,
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

  kernel_pkg::config_t configuration;
  kernel_pkg::book_t   book;

  // What is said of an unknown instrument or of a side without orders means nothing.
  always_comb begin
    configuration = config_i;
    configuration.known = config_i.known && !clear_i;
    book = book_i;
    book.orders = clear_i ? '0 : book_i.orders;
    book.bid.valid = book_i.bid.valid && !clear_i;
    book.ask.valid = book_i.ask.valid && !clear_i;
  end

  ram_1r1w #(.WIDTH(CONFIG_BITS), .DEPTH(INSTRUMENTS)) u_ahead (
      .clk_i,
      .read_i(ahead_read_i),
      .read_address_i(ahead_index_i[BITS-1:0]),
      .read_data_o(ahead_config_o),
      .write_i(config_write_i || clear_i),
      .write_address_i(write_index_i[BITS-1:0]),
      .write_data_i(configuration)
  );

  ram_1r1w #(.WIDTH(CONFIG_BITS), .DEPTH(INSTRUMENTS)) u_config (
      .clk_i,
      .read_i(config_read_i),
      .read_address_i(config_index_i[BITS-1:0]),
      .read_data_o(config_o),
      .write_i(config_write_i || clear_i),
      .write_address_i(write_index_i[BITS-1:0]),
      .write_data_i(configuration)
  );

  ram_1r1w #(.WIDTH(BOOK_BITS), .DEPTH(INSTRUMENTS)) u_book (
      .clk_i,
      .read_i(book_read_i),
      .read_address_i(book_index_i[BITS-1:0]),
      .read_data_o(book_o),
      .write_i(book_write_i || clear_i),
      .write_address_i(write_index_i[BITS-1:0]),
      .write_data_i(book)
  );
endmodule
