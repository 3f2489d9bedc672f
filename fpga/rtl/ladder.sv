// The price ladder: a FIFO level for each tick of each instrument's window, and the bitmap that
// says which levels hold orders. A level's index is its price modulo LEVELS.
//
// read_i gives, a cycle later, level_o, until the next read or search; occupied_o a cycle after it.
// write_i changes that level; occupy_i, from two cycles after the read on, and vacate_i, from one
// cycle after it on, its bit; no read together with vacate_i. search_i, also together with vacate_i,
// looks for the next level up or down within the window that starts at base_i; done_o comes 3 cycles
// later (6 when the level lies in another word of the bitmap, more round the end), with found_o,
// price_o and that level read; abort_i, in the cycle after search_i, drops it. base_i must have been
// stable for a cycle before search_i. No read while a search runs. Levels are not cleared by reset:
// clear_i empties the bitmap of instrument_i.
module ladder #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned LEVELS = 4096
) (
    input  logic               clk_i,
    input  logic               rst_i,
    input  logic               clear_i,
    input  logic               read_i,
    input  logic [7:0]         instrument_i,
    input  logic [17:0]        index_i,
    output kernel_pkg::level_t level_o,
    output logic               occupied_o,
    input  logic               write_i,
    input  kernel_pkg::level_t level_i,
    input  logic               occupy_i,
    input  logic               vacate_i,
    input  logic               search_i,
    input  logic               abort_i,
    input  logic               up_i,
    input  logic [31:0]        base_i,
    output logic               done_o,
    output logic               found_o,
    output logic [31:0]        price_o
);
  localparam int unsigned BITS = $clog2(LEVELS);
  localparam int unsigned DEPTH = INSTRUMENTS * LEVELS;
  localparam int unsigned ADDRESS_BITS = $clog2(DEPTH);

  logic                    idle, bitmap_done, bitmap_found, read, below_base, above, below, beyond;
  logic [17:0]             bitmap_index, index;
  logic [7:0]              instrument, instrument_q;
  logic [25:0]             address;
  logic [ADDRESS_BITS-1:0] path_q;
  logic [17:0]             index_q;
  logic                    up_q, done_q, found_q, wrapped_q, wraps;
  logic [31:0]             price_q;
  logic [BITS-1:0]         base_q;
  logic [31:BITS]          high_next_q;

  // A search that ends reads the level it found.
  assign read = read_i || bitmap_done;
  assign index = bitmap_done ? bitmap_index : index_i;
  assign instrument = bitmap_done ? instrument_q : instrument_i;
  assign address = (26'(instrument) << BITS) | 26'(index);

  ram_1r1w #(.WIDTH(2 * kernel_pkg::SLOT_BITS + kernel_pkg::TOTAL_BITS), .DEPTH(DEPTH)) u_levels (
      .clk_i,
      .read_i(read),
      .read_address_i(address[ADDRESS_BITS-1:0]),
      .read_data_o(level_o),
      .write_i,
      .write_address_i(path_q),
      .write_data_i(level_i)
  );

  // It takes the place that it found by itself.
  level_bitmap #(.INSTRUMENTS(INSTRUMENTS), .LEVELS(LEVELS)) u_bitmap (
      .clk_i,
      .rst_i,
      .clear_i,
      .read_i(read),
      .instrument_i,
      .index_i,
      .occupy_i,
      .vacate_i,
      .search_i,
      .abort_i,
      .up_i,
      .wrap_i(up_q ^ wrapped_q),
      .idle_o(idle),
      .occupied_o,
      .done_o(bitmap_done),
      .found_o(bitmap_found),
      .index_o(bitmap_index)
  );

  // Indices below the window's first lie in its upper part, after the wrap. Downwards only such a
  // path can go round the end, upwards only one before the wrap.
  assign wraps = index_q[BITS-1:0] < base_q;
  assign below_base = bitmap_index[BITS-1:0] < base_q;
  // What was found must lie in the direction asked for: round the window it belongs to the others.
  assign above = bitmap_index[BITS-1:0] > index_q[BITS-1:0];
  assign below = bitmap_index[BITS-1:0] < index_q[BITS-1:0];
  assign beyond = below_base == wrapped_q ? (up_q ? above : below) : below_base == up_q;

  always_ff @(posedge clk_i) begin
    if (read) begin
      path_q <= address[ADDRESS_BITS-1:0];
      instrument_q <= instrument;
      index_q <= index;
    end
    if (idle) begin
      up_q <= up_i;
      wrapped_q <= wraps;
    end
    done_q <= bitmap_done && !rst_i;
    found_q <= bitmap_found && beyond;
    base_q <= base_i[BITS-1:0];
    high_next_q <= base_i[31:BITS] + 1'b1;
    price_q <= {below_base ? high_next_q : base_i[31:BITS], bitmap_index[BITS-1:0]};
  end

  assign done_o = done_q;
  assign found_o = found_q;
  assign price_o = price_q;
endmodule
