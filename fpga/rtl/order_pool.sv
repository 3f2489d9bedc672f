// The orders' records, one for each slot. Slots are named by the host.
//
// Split by what changes together: order (written when it enters), state, next and prev.
// Latency: entry_o one cycle after read_i, until the next read; a write of the same cycle is
// seen. Every part takes one write a cycle. After a reset each slot must be cleared (clear_i,
// at write_i.slot).
module order_pool #(
    parameter int unsigned ORDERS = 65536
) (
    input  logic                              clk_i,
    input  logic                              clear_i,
    input  logic                              read_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0]  slot_i,
    output kernel_pkg::entry_t                entry_o,
    input  kernel_pkg::pool_write_t           write_i
);
  localparam int unsigned BITS = $clog2(ORDERS);
  localparam int unsigned ORDER_BITS = 64 + 4 * 32 + kernel_pkg::SLOT_BITS
      + kernel_pkg::INSTRUMENT_BITS + 1;
  localparam int unsigned STATE_BITS = 2 + 2 * kernel_pkg::QUANTITY_BITS;

  logic [BITS-1:0] next, prev;

  ram_1r1w #(.WIDTH(ORDER_BITS), .DEPTH(ORDERS)) u_order (
      .clk_i,
      .read_i,
      .read_address_i(slot_i[BITS-1:0]),
      .read_data_o(entry_o.order),
      .write_i(write_i.insert),
      .write_address_i(write_i.slot[BITS-1:0]),
      .write_data_i(write_i.order)
  );

  ram_1r1w #(.WIDTH(STATE_BITS), .DEPTH(ORDERS)) u_state (
      .clk_i,
      .read_i,
      .read_address_i(slot_i[BITS-1:0]),
      .read_data_o(entry_o.state),
      .write_i(clear_i || write_i.change),
      .write_address_i(write_i.slot[BITS-1:0]),
      .write_data_i(clear_i ? STATE_BITS'(0) : write_i.state)
  );

  ram_1r1w #(.WIDTH(BITS), .DEPTH(ORDERS), .PART_BITS(3)) u_next (
      .clk_i,
      .read_i,
      .read_address_i(slot_i[BITS-1:0]),
      .read_data_o(next),
      .write_i(write_i.next_write),
      .write_address_i(write_i.next_slot[BITS-1:0]),
      .write_data_i(write_i.next[BITS-1:0])
  );

  ram_1r1w #(.WIDTH(BITS), .DEPTH(ORDERS), .PART_BITS(3)) u_prev (
      .clk_i,
      .read_i,
      .read_address_i(slot_i[BITS-1:0]),
      .read_data_o(prev),
      .write_i(write_i.prev_write),
      .write_address_i(write_i.prev_slot[BITS-1:0]),
      .write_data_i(write_i.prev[BITS-1:0])
  );

  assign entry_o.next = kernel_pkg::SLOT_BITS'(next);
  assign entry_o.prev = kernel_pkg::SLOT_BITS'(prev);
endmodule
