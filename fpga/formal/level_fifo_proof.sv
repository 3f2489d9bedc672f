// Proof of the FIFO of orders of a level, as level_list, order_pool and a level's record hold it:
// whatever joins and leaves, in any order and for ever, no order is lost or there twice, and the
// order of joining is kept.
//
// Beside the modules runs a plain queue for each of two levels: joining appends, leaving takes out.
// At any time the walk from a level's head by next, and that from its tail by prev, is the queue.
// As in the kernel, order and level are read a cycle before the change, also while the change before
// is being written; an order joins one level at a time and only if it is in none, and leaves only
// where it is (the checks of the command); a level's bit tells whether its queue is empty (proof of
// level_bitmap). Proved for 4 orders and 2 levels: a change touches a level's record, an order and
// its two neighbours, and four orders hold each case of these (alone, head, inside, tail, next to
// each of them), two levels that of another list; more orders and levels only repeat words of memory.
module level_fifo_proof (
    input logic       clk_i,
    input logic       link_i,
    input logic       unlink_i,
    input logic [1:0] slot_i,
    input logic       level_i
);
  localparam int unsigned LEVEL_BITS = 2 * kernel_pkg::SLOT_BITS + kernel_pkg::TOTAL_BITS;

  kernel_pkg::entry_t      entry;
  kernel_pkg::level_t      level, changed;
  kernel_pkg::pool_write_t write;

  logic       started = 1'b0;
  logic       link_q, unlink_q, level_q, act;
  logic [1:0] slot_q;
  logic       next_write, prev_write;
  logic [kernel_pkg::SLOT_BITS-1:0] next_slot, next, prev_slot, prev;

  // The queues: four places of two bits, the first to leave lowest.
  logic [7:0] queue_0, queue_1, queue, after;
  logic [2:0] length_0 = 3'd0;
  logic [2:0] length_1 = 3'd0;
  logic [2:0] length;

  assign queue = level_q ? queue_1 : queue_0;
  assign length = level_q ? length_1 : length_0;
  assign act = link_q || unlink_q;

  order_pool #(.ORDERS(4)) pool (
      .clk_i,
      .clear_i(1'b0),
      .read_i(1'b1),
      .slot_i(kernel_pkg::SLOT_BITS'(slot_i)),
      .entry_o(entry),
      .write_i(write)
  );

  ram_1r1w #(.WIDTH(LEVEL_BITS), .DEPTH(2)) levels (
      .clk_i,
      .read_i(1'b1),
      .read_address_i(level_i),
      .read_data_o(level),
      .write_i(act),
      .write_address_i(level_q),
      .write_data_i(changed)
  );

  level_list list (
      .level_i(level),
      .occupied_i(length != 3'd0),
      .link_i(link_q),
      .unlink_i(unlink_q),
      .slot_i(kernel_pkg::SLOT_BITS'(slot_q)),
      .prev_i(entry.prev),
      .next_i(entry.next),
      .level_o(changed),
      .next_write_o(next_write),
      .next_slot_o(next_slot),
      .next_o(next),
      .prev_write_o(prev_write),
      .prev_slot_o(prev_slot),
      .prev_o(prev)
  );

  always_comb begin
    write = '0;
    write.next_write = next_write;
    write.next_slot = next_slot;
    write.next = next;
    write.prev_write = prev_write;
    write.prev_slot = prev_slot;
    write.prev = prev;
  end

  (* hierconn *) wire [1:0] \pool.u_next.memory[0] ;
  (* hierconn *) wire [1:0] \pool.u_next.memory[1] ;
  (* hierconn *) wire [1:0] \pool.u_next.memory[2] ;
  (* hierconn *) wire [1:0] \pool.u_next.memory[3] ;
  (* hierconn *) wire [1:0] \pool.u_prev.memory[0] ;
  (* hierconn *) wire [1:0] \pool.u_prev.memory[1] ;
  (* hierconn *) wire [1:0] \pool.u_prev.memory[2] ;
  (* hierconn *) wire [1:0] \pool.u_prev.memory[3] ;
  (* hierconn *) wire [LEVEL_BITS-1:0] \levels.memory[0] ;
  (* hierconn *) wire [LEVEL_BITS-1:0] \levels.memory[1] ;

  logic [7:0] nexts, prevs;
  assign nexts = {\pool.u_next.memory[3] , \pool.u_next.memory[2] ,
                  \pool.u_next.memory[1] , \pool.u_next.memory[0] };
  assign prevs = {\pool.u_prev.memory[3] , \pool.u_prev.memory[2] ,
                  \pool.u_prev.memory[1] , \pool.u_prev.memory[0] };

  // Which orders a queue holds, and whether it holds one twice.
  function automatic logic [3:0] members(input logic [7:0] q, input logic [2:0] n);
    members = 4'd0;
    for (int i = 0; i < 4; i++) if (3'(i) < n) members[q[2*i+:2]] = 1'b1;
  endfunction

  function automatic logic twice(input logic [7:0] q, input logic [2:0] n);
    twice = 1'b0;
    for (int i = 0; i < 4; i++) begin
      for (int j = 0; j < i; j++) begin
        if (3'(i) < n && q[2*i+:2] == q[2*j+:2]) twice = 1'b1;
      end
    end
  endfunction

  // Taken out: what came later moves up.
  function automatic logic [7:0] without(input logic [7:0] q, input logic [1:0] slot);
    logic found;
    found = 1'b0;
    without = q;
    for (int i = 0; i < 3; i++) begin
      if (q[2*i+:2] == slot) found = 1'b1;
      if (found) without[2*i+:2] = q[2*i+2+:2];
    end
  endfunction

  // The walks over the links are the queue.
  function automatic logic linked(input logic [7:0] q, input logic [2:0] n,
                                  input logic [7:0] forth, input logic [7:0] back);
    linked = 1'b1;
    for (int i = 0; i < 3; i++) begin
      if (3'(i) + 3'd1 < n) begin
        if (forth[2*q[2*i+:2]+:2] != q[2*i+2+:2]) linked = 1'b0;
        if (back[2*q[2*i+2+:2]+:2] != q[2*i+:2]) linked = 1'b0;
      end
    end
  endfunction

  function automatic logic ends(input logic [7:0] q, input logic [2:0] n,
                                input logic [LEVEL_BITS-1:0] level_record);
    logic [kernel_pkg::SLOT_BITS-1:0] head, tail;
    head = level_record[LEVEL_BITS-1-:kernel_pkg::SLOT_BITS];
    tail = level_record[LEVEL_BITS-1-kernel_pkg::SLOT_BITS-:kernel_pkg::SLOT_BITS];
    ends = n == 3'd0 || (head == kernel_pkg::SLOT_BITS'(q[1:0])
        && tail == kernel_pkg::SLOT_BITS'(q[2*(n-3'd1)+:2]));
  endfunction

  always_comb begin
    after = queue;
    if (link_q) after[2*length[1:0]+:2] = slot_q;
    if (unlink_q) after = without(queue, slot_q);
  end

  always_ff @(posedge clk_i) begin
    started <= 1'b1;
    link_q <= link_i && !unlink_i && started;
    unlink_q <= unlink_i && started;
    slot_q <= slot_i;
    level_q <= level_i;
    if (act && level_q) begin
      queue_1 <= after;
      length_1 <= link_q ? length + 3'd1 : length - 3'd1;
    end
    if (act && !level_q) begin
      queue_0 <= after;
      length_0 <= link_q ? length + 3'd1 : length - 3'd1;
    end
  end

  logic [3:0] in_0, in_1;
  assign in_0 = members(queue_0, length_0);
  assign in_1 = members(queue_1, length_1);

  always_comb begin
    if (!started) assume (!link_q && !unlink_q);
    if (link_q) assume (!in_0[slot_q] && !in_1[slot_q]);
    if (unlink_q) assume (level_q ? in_1[slot_q] : in_0[slot_q]);

    walks_of_the_first_level : assert (linked(queue_0, length_0, nexts, prevs));
    walks_of_the_second_level : assert (linked(queue_1, length_1, nexts, prevs));
    ends_of_the_first_level : assert (ends(queue_0, length_0, \levels.memory[0] ));
    ends_of_the_second_level : assert (ends(queue_1, length_1, \levels.memory[1] ));

    // Why it holds.
    assert (length_0 <= 3'd4 && length_1 <= 3'd4);
    assert (!twice(queue_0, length_0) && !twice(queue_1, length_1) && (in_0 & in_1) == 4'd0);
    if (act) begin
      assert (entry.next == kernel_pkg::SLOT_BITS'(nexts[2*slot_q+:2]));
      assert (entry.prev == kernel_pkg::SLOT_BITS'(prevs[2*slot_q+:2]));
      assert (level == (level_q ? \levels.memory[1] : \levels.memory[0] ));
    end
  end
endmodule
