// What margin keeps of each order, by its slot: its position slot, side, fee tier and reserve.
//
// Latency: order_o one cycle after read_i, until the next read; a write of the same cycle is seen.
// Only what was written of a live order means anything.
module margin_orders #(
    parameter int unsigned ORDERS = 65536
) (
    input  logic                             clk_i,
    input  logic                             read_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0] slot_i,
    output margin_stage_pkg::margin_order_t  order_o,
    input  logic                             write_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0] write_slot_i,
    input  margin_stage_pkg::margin_order_t  order_i
);
  localparam int unsigned BITS = $clog2(ORDERS);

  ram_1r1w #(
      .WIDTH(kernel_pkg::SLOT_BITS + 4 + margin_stage_pkg::RESERVE_BITS), .DEPTH(ORDERS)
  ) u_orders (
      .clk_i,
      .read_i,
      .read_address_i(slot_i[BITS-1:0]),
      .read_data_o(order_o),
      .write_i,
      .write_address_i(write_slot_i[BITS-1:0]),
      .write_data_i(order_i)
  );
endmodule
