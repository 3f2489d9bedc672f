// What is held of the command under way: its fields and facts, how it stood against the best prices
// as it began, and what its steps find out about its order.
//
// start_i: a command comes, with its instrument's book at book_i. What a step finds is there from the
// cycle after, and stays until another step or command changes it.
module held_command (
    input  logic                           clk_i,
    input  logic                           start_i,
    input  kernel_pkg::command_t           command_i,
    input  kernel_pkg::facts_t             facts_i,
    input  kernel_pkg::book_t              book_i,
    input  kernel_pkg::step_t              step_i,
    input  logic                           match_i,         // matching begins
    input  kernel_pkg::entry_t             entry_i,
    input  kernel_pkg::level_t             level_i,
    input  kernel_pkg::book_t              kept_i,          // the working copy
    input  kernel_pkg::vetted_t            vetted_i,
    input  kernel_pkg::verdict_t           verdict_i,
    input  kernel_pkg::outcome_t           outcome_i,
    input  logic                           position_fresh_i,
    input  logic                           clear_i,         // hold this slot; no command is under way
    input  logic [kernel_pkg::SLOT_BITS-1:0] clear_slot_i,
    input  logic                           end_i,           // the walker asks to end this order
    input  logic [kernel_pkg::SLOT_BITS-1:0] end_slot_i,
    output kernel_pkg::command_t           command_o,
    output kernel_pkg::facts_t             facts_o,
    output kernel_pkg::standing_t          standing_o,
    output kernel_pkg::held_t              held_o
);
  // The reasons up to this one say what a command names; a replace that ends its order has no others.
  localparam int NAMING = 8;
  // Those from here on come behind what a walk of the book may find.
  localparam int unsigned LAST = 32'(card_pkg::REJECT_REASON_NOT_VALUED);

  kernel_pkg::command_t  command_q;
  kernel_pkg::facts_t    facts_q;
  kernel_pkg::standing_t standing, standing_q;
  kernel_pkg::held_t     held_q;
  kernel_pkg::kind_t     kind;
  logic [1:0] crosses_q, improves_q;  // an ask, a bid; of the order's side alone
  logic sells, still_q;  // still: nothing changes
  logic [kernel_pkg::QUANTITY_BITS-1:0] traded;

  assign kind = command_q.kind;
  assign sells = held_q.order.side;

  // The book at the port is the one that the command before it leaves.
  always_comb begin
    standing.ask_meets = book_i.ask.valid
        && $signed(book_i.ask.price) <= $signed(facts_i.limit_buy);
    standing.bid_meets = book_i.bid.valid
        && $signed(book_i.bid.price) >= $signed(facts_i.limit_sell);
    standing.bid_improves = !book_i.bid.valid
        || $signed(command_i.price) >= $signed(book_i.bid.price);
    standing.ask_improves = !book_i.ask.valid
        || $signed(command_i.price) <= $signed(book_i.ask.price);
    standing.crosses = 1'b0;
    standing.improves = 1'b0;
    standing.beyond_band = command_i.side[0] ? facts_i.beyond_asks : facts_i.beyond_bids;
  end

  split_adder #(
      .WIDTH(kernel_pkg::QUANTITY_BITS), .PART(kernel_pkg::QUANTITY_BITS / 2)
  ) u_traded (
      .a_i(held_q.lots),
      .b_i(outcome_i.left),
      .subtract_i(1'b1),
      .sum_o(traded)
  );

  always_ff @(posedge clk_i) begin
    held_q.enter_price <= kind.park || kind.unpark ? held_q.order.price : command_q.price;
    held_q.limit <= sells ? facts_q.limit_sell : facts_q.limit_buy;
    held_q.cancels_resting <= facts_q.cancels_resting && held_q.order.group != 32'd0;
    held_q.cancels_both <= facts_q.cancels_both && held_q.order.group != 32'd0;
    if (match_i) held_q.matched <= 1'b1;

    if (step_i.answer) held_q.improves <= verdict_i.improves;
    if (step_i.fetch) begin
      held_q.order <= entry_i.order;
      held_q.filled <= entry_i.state.filled;
      crosses_q <=
          {standing_q.bid_meets && entry_i.order.side, standing_q.ask_meets && !entry_i.order.side};
      improves_q <= {
        standing_q.ask_improves && entry_i.order.side, standing_q.bid_improves && !entry_i.order.side
      };
      standing_q.beyond_band <=
          entry_i.order.side ? facts_q.beyond_asks : facts_q.beyond_bids;
    end
    if (step_i.room) held_q.roomed <= position_fresh_i;
    if (step_i.tell) begin
      held_q.lots <= vetted_i.lots;
      held_q.at_best <= verdict_i.at_best;
      held_q.keeps <= verdict_i.keeps;
      held_q.top <= 1'b0;
      still_q <= verdict_i.keeps && vetted_i.same_lots;
      held_q.growth <= vetted_i.lots - vetted_i.named.state.open;
      held_q.removed <= verdict_i.removed;
      held_q.only <= held_q.slot == level_i.head && held_q.slot == level_i.tail;
    end
    if (step_i.settle) begin
      held_q.lots <= outcome_i.left;
      held_q.traded <= outcome_i.spent ? held_q.lots : traded;
      held_q.top <= outcome_i.changed;
    end
    if (step_i.prepare) begin
      held_q.improves <= sells
          ? !kept_i.ask.valid || $signed(held_q.enter_price) <= $signed(kept_i.ask.price)
          : !kept_i.bid.valid || $signed(held_q.enter_price) >= $signed(kept_i.bid.price);
      held_q.filled <= held_q.filled + held_q.traded;
    end
    if (step_i.walk) begin
      held_q.ending <= end_i;
      held_q.slot <= end_slot_i;
    end

    if (clear_i) held_q.slot <= clear_slot_i;

    if (start_i) begin
      command_q <= command_i;
      facts_q <= facts_i;
      standing_q <= standing;
      crosses_q <= {standing.bid_meets && command_i.side[0], standing.ask_meets && !command_i.side[0]};
      improves_q <=
          {standing.ask_improves && command_i.side[0], standing.bid_improves && !command_i.side[0]};
      held_q.order <= {
        command_i.order_id,
        command_i.account,
        command_i.session,
        facts_i.group,
        command_i.price,
        command_i.position_slot[kernel_pkg::SLOT_BITS-1:0],
        command_i.instrument[kernel_pkg::INSTRUMENT_BITS-1:0],
        command_i.side[0]
      };
      held_q.slot <= command_i.slot[kernel_pkg::SLOT_BITS-1:0];
      held_q.lots <= facts_i.lots;
      held_q.filled <= command_i.kind.load_order
          ? command_i.filled[kernel_pkg::QUANTITY_BITS-1:0] : '0;
      held_q.traded <= '0;
      held_q.refused_low <= facts_i.refusals[NAMING:1] != '0;
      held_q.refused_high <= facts_i.refusals[LAST-1:NAMING+1] != '0;
      held_q.refused_last <= facts_i.refusals[kernel_pkg::REASONS-1:LAST] != '0;
      held_q.at_best <= 1'b0;
      held_q.top <= 1'b0;
      held_q.roomed <= 1'b0;
      held_q.matched <= 1'b0;
      held_q.ending <= 1'b0;
    end
  end

  // The top of the book changed by matching, or with the order that left it.
  always_comb begin
    held_o = held_q;
    standing_o = standing_q;
    standing_o.crosses = |crosses_q;
    standing_o.improves = |improves_q;
    held_o.top = held_q.top || (held_q.at_best && !still_q);
  end
  assign command_o = command_q;
  assign facts_o = facts_q;
endmodule
