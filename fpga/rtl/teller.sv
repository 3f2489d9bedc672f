// The events of the rules: what each phase of a command tells; combinational.
//
// Whether there is an event is decided by the matcher, but for who it is about and what of it.
module teller (
    input  logic                   answers_i,   // the first event of what names no live order
    input  logic                   tells_i,     // the first event of what names live orders
    input  logic                   matches_i,   // a maker's
    input  logic                   leaves_i,    // what is left of the order ends
    input  logic                   tops_i,      // the top of the book changed; else: a fault
    input  logic                   last_i,      // with leaves_i: nothing follows
    input  kernel_pkg::command_t   command_i,
    input  kernel_pkg::order_t     order_i,
    input  kernel_pkg::vetted_t    vetted_i,
    input  kernel_pkg::verdict_t   verdict_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] lots_i,  // that the order takes in, or has left
    // Matching
    input  kernel_pkg::entry_t     maker_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0]     maker_slot_i,
    input  logic                   maker_own_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] maker_lots_i,
    input  logic [31:0]            maker_price_i,
    output kernel_pkg::event_t     event_o
);
  kernel_pkg::kind_t    kind;
  kernel_pkg::verdict_t verdict;
  logic                 one_order;  // it creates or names one order of one account

  assign kind = command_i.kind;
  assign verdict = verdict_i;
  assign one_order = kind.is_new || kind.load_order || kind.cancel || kind.replace || kind.park
      || kind.unpark;

  always_comb begin
    event_o = '0;
    event_o.last = 1'b1;
    event_o.account = command_i.account;
    event_o.order_id = command_i.order_id;
    event_o.maker_id = maker_i.order.id;
    event_o.maker_account = maker_i.order.account;
    event_o.slot = 32'(maker_slot_i);
    event_o.price = maker_price_i;
    event_o.quantity = 32'(lots_i);
    event_o.instrument = 16'(order_i.instrument);
    event_o.side = 8'(order_i.side);
    event_o.kept = verdict.keeps;
    event_o.command_template = command_i.template_id;
    event_o.template_id = card_pkg::TEMPLATE_ID_FAULT;

    if (answers_i) begin
      event_o.template_id = card_pkg::TEMPLATE_ID_DONE;
      if (kind.is_new) event_o.template_id = card_pkg::TEMPLATE_ID_ACCEPTED;
      event_o.last = verdict.last;
    end
    if (tells_i) begin
      event_o.quantity = 32'(vetted_i.named.state.open);
      event_o.cancel_reason = card_pkg::CANCEL_REASON_REQUESTED;
      event_o.template_id = card_pkg::TEMPLATE_ID_CANCELLED;
      event_o.last = verdict.last;
      if (kind.park || kind.unpark) event_o.template_id = card_pkg::TEMPLATE_ID_DONE;
      if (kind.replace && !vetted_i.ends) begin
        event_o.template_id = card_pkg::TEMPLATE_ID_REPLACED;
        event_o.price = command_i.price;
        event_o.quantity = command_i.quantity;
      end
      if (kind.is_cross) begin
        event_o.template_id = card_pkg::TEMPLATE_ID_TRADE;
        event_o.maker_id = command_i.other_id;
        event_o.slot = command_i.other_slot;
        event_o.price = command_i.price;
        event_o.quantity = command_i.quantity;
        event_o.side = card_pkg::SIDE_BUY;
      end
      if (kind.mass_cancel) begin
        event_o.cancel_reason = card_pkg::CANCEL_REASON_MASS_CANCEL;
        event_o.account = order_i.account;
        event_o.order_id = order_i.id;
      end
    end
    if ((answers_i || tells_i) && verdict.refused) begin
      event_o.template_id = card_pkg::TEMPLATE_ID_REJECTED;
      event_o.last = 1'b1;
      event_o.account = one_order ? command_i.account : 32'd0;
      event_o.order_id = one_order ? command_i.order_id : 64'd0;
    end
    if (matches_i) begin
      event_o.template_id = card_pkg::TEMPLATE_ID_TRADE;
      event_o.quantity = 32'(maker_lots_i);
      event_o.last = 1'b0;
      if (maker_own_i) begin
        event_o.template_id = card_pkg::TEMPLATE_ID_CANCELLED;
        event_o.cancel_reason = card_pkg::CANCEL_REASON_SELF_TRADE;
        event_o.account = maker_i.order.account;
        event_o.order_id = maker_i.order.id;
      end
    end
    if (leaves_i) begin
      event_o.template_id = card_pkg::TEMPLATE_ID_CANCELLED;
      event_o.cancel_reason = verdict.met_own ? card_pkg::CANCEL_REASON_SELF_TRADE
          : verdict.beyond_band ? card_pkg::CANCEL_REASON_BAND
          : card_pkg::CANCEL_REASON_IMMEDIATE_OR_CANCEL;
      event_o.last = last_i;
    end
    if (tops_i) event_o.template_id = card_pkg::TEMPLATE_ID_TOP_OF_BOOK;
  end
endmodule
