// What becomes of a level's FIFO when an order joins or leaves it; combinational.
//
// link_i: the order at slot_i joins behind the tail, or begins the level if it was empty. unlink_i:
// it leaves from wherever it stands; prev_i and next_i are its neighbours as the pool holds them
// (of the head prev, of the tail next is stale and not used). The pool's links change by the next
// and prev writes; of level_o head and tail only.
module level_list (
    input  kernel_pkg::level_t               level_i,
    input  logic                             occupied_i,  // the level holds orders
    input  logic                             link_i,
    input  logic                             unlink_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0] slot_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0] prev_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0] next_i,
    output kernel_pkg::level_t               level_o,
    output logic                             next_write_o,
    output logic [kernel_pkg::SLOT_BITS-1:0] next_slot_o,
    output logic [kernel_pkg::SLOT_BITS-1:0] next_o,
    output logic                             prev_write_o,
    output logic [kernel_pkg::SLOT_BITS-1:0] prev_slot_o,
    output logic [kernel_pkg::SLOT_BITS-1:0] prev_o
);
  logic is_head, is_tail, is_inside;

  assign is_head = slot_i == level_i.head;
  assign is_tail = slot_i == level_i.tail;
  assign is_inside = !is_head && !is_tail;

  always_comb begin
    level_o = level_i;
    if (link_i) begin
      level_o.tail = slot_i;
      if (!occupied_i) level_o.head = slot_i;
    end else if (unlink_i) begin
      if (is_head) level_o.head = next_i;
      if (is_tail) level_o.tail = prev_i;
    end
  end

  // Joining: tail.next = slot, slot.prev = tail. Leaving: prev.next = next, next.prev = prev.
  assign next_write_o = (link_i && occupied_i) || (unlink_i && is_inside);
  assign next_slot_o = link_i ? level_i.tail : prev_i;
  assign next_o = link_i ? slot_i : next_i;
  assign prev_write_o = next_write_o;
  assign prev_slot_o = link_i ? slot_i : next_i;
  assign prev_o = link_i ? level_i.tail : prev_i;
endmodule
