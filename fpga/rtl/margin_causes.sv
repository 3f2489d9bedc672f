// What the matcher's events cause: their operations, and the records of orders that came in.
//
// valid_i / ready_o: an event is taken, with the command it is of (running_i; command_i if that is not
// fast). It stands in the first stage from the next cycle on, and in the second from the one after, if
// nothing holds it: there its requests go out, one a cycle, two for a trade, a replaced order, or the
// end of a replace; none for most others. In its last cycle there push_o hands it on, with caused_o;
// room_i says, early, that there is room for three more. Throughput: an event a cycle, two for each
// with two requests. hold_i: lines of an audit are being told, and may read what it would read.
//
// A maker's operation is judged by itself, so nothing early of its account may be in: maker_valid_o with
// maker_account_o while such an event stands in the first stage, which it leaves in a cycle with
// maker_free_i (of what was shown in the cycle before); its request goes out in the next cycle.
// gating_waits_o: a cycle after gating_account_i, an operation of a maker with such an account (its lower
// bits) is to come or is out. The running command's own operations cannot lower what is free: sure.
module margin_causes (
    input  logic                          clk_i,
    input  logic                          rst_i,
    input  logic                          valid_i,
    output logic                          ready_o,
    input  kernel_pkg::answer_t           event_i,
    input  logic [kernel_pkg::SLOT_BITS-1:0] walk_slot_i,  // of the order that walker is at
    output logic                          idle_o,
    // The command
    input  margin_stage_pkg::running_t    running_i,
    input  kernel_pkg::command_t          command_i,
    input  margin_stage_pkg::margin_order_t order_i,
    // Records
    output margin_stage_pkg::reach_t      reach_o,
    input  margin_stage_pkg::records_t    records_i,
    output logic                          order_write_o,
    output logic [kernel_pkg::SLOT_BITS-1:0] order_slot_o,
    output margin_stage_pkg::margin_order_t order_o,
    // Operations
    output logic                          request_valid_o,
    output margin_stage_pkg::request_t    request_o,
    output logic [31:0]                   multiplier_o,     // of a fill's instrument
    input  logic                          result_valid_i,   // of one of these
    input  margin_stage_pkg::aside_t      aside_i,
    // Early gates
    output logic                          maker_valid_o,
    output logic [kernel_pkg::ACCOUNT_BITS-1:0] maker_account_o,
    input  logic                          maker_free_i,
    input  logic [kernel_pkg::ACCOUNT_BITS-1:0] gating_account_i,
    output logic                          gating_waits_o,
    // On
    output logic                          push_o,
    output kernel_pkg::answer_t           event_o,
    output margin_stage_pkg::caused_t     caused_o,
    input  logic                          room_i,
    input  logic                          hold_i
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;
  localparam int unsigned ANSWER = $bits(event_i) + $bits(running_i) + kernel_pkg::SLOT_BITS;

  // The first stage.
  kernel_pkg::answer_t                a;
  margin_stage_pkg::running_t         a_running;
  logic [kernel_pkg::SLOT_BITS-1:0]   a_walk_slot, a_order;
  kernel_pkg::kind_t                  kind;
  logic [15:0]                        a_template;
  logic a_valid, moves, shown_q, crosses, free, full, begun;
  logic a_trade, a_cancel, a_requested, a_replaced, a_ends, a_own, a_maker, a_lines, a_account, a_refused;

  // ... and the second: lots_1_q and lots_2_q are what its two operations close.
  kernel_pkg::answer_t        b_q;
  margin_stage_pkg::running_t b_running_q;
  margin_stage_pkg::margin_order_t taker, closed;
  logic [LOTS-1:0] lots_1_q, lots_2_q, lots;
  logic b_valid_q, b_second_q, b_last, b_trade_q, b_cancel_q, b_replaced_q, b_refused_q, b_ends_q;
  logic b_own_q, b_maker_q, b_crosses_q, b_account_q, b_lines_q, b_two_q, b_asks_q, b_first_is_own;

  event_buffer #(.WIDTH(ANSWER)) u_first (
      .clk_i,
      .rst_i,
      .valid_i,
      .ready_o,
      .data_i({event_i, running_i, walk_slot_i}),
      .valid_o(a_valid),
      .ready_i(moves),
      .data_o({a, a_running, a_walk_slot})
  );

  assign kind = command_i.kind;
  assign a_template = a.told.template_id;
  assign a_trade = a_template == card_pkg::TEMPLATE_ID_TRADE;
  assign a_cancel = a_template == card_pkg::TEMPLATE_ID_CANCELLED;
  assign a_requested = a_cancel && a.told.cancel_reason == card_pkg::CANCEL_REASON_REQUESTED;
  assign a_replaced = a_template == card_pkg::TEMPLATE_ID_REPLACED && a_running.fast;
  assign a_refused = a_template == card_pkg::TEMPLATE_ID_REJECTED && a_running.fast && a_running.gated;
  assign a_ends = a_requested && a_running.fast && a_running.replace;
  assign a_lines = !a_running.fast && kind.audit;
  assign a_account = a_lines && a_template == card_pkg::TEMPLATE_ID_AUDIT_ACCOUNT;
  assign crosses = !a_running.fast && kind.is_cross;
  // What is left of the command's own order ends.
  assign a_own = a_cancel && !a_requested && (a_running.fast
      ? !a_running.cancel && a.told.order_id == a_running.order_id
      : (kind.is_new || kind.replace) && a.told.order_id == command_i.order_id);
  assign a_maker = a_running.fast
      && (a_trade || (a_cancel && a.told.cancel_reason == card_pkg::CANCEL_REASON_SELF_TRADE));

  assign free = !a_maker || (shown_q && maker_free_i);
  assign full = b_valid_q && !b_last;
  assign begun = a_lines && (hold_i || b_valid_q);
  assign moves = a_valid && free && !full && !begun && room_i;
  assign maker_valid_o = a_valid && a_maker;
  assign maker_account_o = a_trade ? a.told.maker_account[kernel_pkg::ACCOUNT_BITS-1:0]
      : a.told.account[kernel_pkg::ACCOUNT_BITS-1:0];

  // Which order: the maker; in a cross the ask, then the bid; that which a command names, or the
  // walker is at.
  always_comb begin
    a_order = a.told.slot[kernel_pkg::SLOT_BITS-1:0];
    if (a_running.fast && (a_requested || a_replaced)) a_order = a_running.slot;
    if (!a_running.fast && a_requested) a_order = command_i.slot[kernel_pkg::SLOT_BITS-1:0];
    if (!a_running.fast && (kind.mass_cancel || kind.audit)) a_order = a_walk_slot;

    reach_o = '0;
    if (moves) begin
      reach_o.order_read = a_trade || a_cancel || a_replaced || a_lines;
      reach_o.order = a_order & {kernel_pkg::SLOT_BITS {reach_o.order_read}};
      // A trade's money begins with its request.
      reach_o.terms_read = a_trade;
      reach_o.instrument = a.told.instrument[kernel_pkg::INSTRUMENT_BITS-1:0]
          & {kernel_pkg::INSTRUMENT_BITS {a_trade}};
      reach_o.account_read = a_account;
      reach_o.account = a.told.account & {32 {a_account}};
    end
    if (b_valid_q && b_crosses_q && !b_second_q) begin
      reach_o.order_read = 1'b1;
      reach_o.order = command_i.slot[kernel_pkg::SLOT_BITS-1:0];
    end
  end

  // The second stage.
  always_ff @(posedge clk_i) begin
    b_valid_q <= !rst_i && (moves || full);
    b_second_q <= !rst_i && full;
    shown_q <= a_valid && !moves;
    if (!full) begin
      b_q <= a;
      b_running_q <= a_running;
      b_trade_q <= a_trade;
      b_cancel_q <= a_cancel;
      b_replaced_q <= a_replaced;
      b_refused_q <= a_refused;
      b_ends_q <= a_ends;
      b_own_q <= a_own;
      b_maker_q <= a_maker;
      b_crosses_q <= a_trade && crosses;
      b_account_q <= a_account;
      b_lines_q <= a_lines;
      b_two_q <= a_trade || a_replaced || a_ends;
      b_asks_q <= a_trade || a_cancel || a_replaced || a_refused || a_account;
      // A replaced order that keeps its place keeps its lots but those that it gives up.
      lots_1_q <= a_refused || a_ends || (a_replaced && a.told.kept) ? a_running.lots
          : a_replaced ? a.entry.state.filled : LOTS'(a.told.quantity);
      lots_2_q <= !a_replaced ? LOTS'(a.told.quantity)
          : a.told.kept ? a.entry.state.open + a.entry.state.filled - LOTS'(a.told.quantity)
          : a.entry.state.open;
    end
  end
  assign b_last = !b_two_q || b_second_q;

  assign taker = b_running_q.fast ? b_running_q.order : b_crosses_q ? records_i.order : order_i;
  assign lots = b_second_q ? lots_2_q : lots_1_q;
  // Whose lots the first operation closes: the command's own, or of what was read.
  assign b_first_is_own = b_own_q || b_replaced_q || b_refused_q || b_ends_q;
  assign closed = (b_second_q ? b_trade_q : b_first_is_own) ? taker : records_i.order;

  // Others may read terms after its first request.
  logic [31:0] multiplier_q;
  always_ff @(posedge clk_i) multiplier_q <= records_i.terms.multiplier;
  assign multiplier_o = b_second_q ? multiplier_q : records_i.terms.multiplier;

  assign request_valid_o = b_valid_q && b_asks_q;
  always_comb begin
    request_o = '0;
    request_o.asker = margin_stage_pkg::ASKER_EVENTS;
    request_o.rate = margin_stage_pkg::RATE_NONE;
    request_o.account = b_q.told.account[kernel_pkg::ACCOUNT_BITS-1:0];
    request_o.index[margin_stage_pkg::INDEX_SECOND] = b_second_q;
    request_o.index[margin_stage_pkg::INDEX_SILENT] = b_replaced_q || b_refused_q || b_ends_q;
    request_o.index[margin_stage_pkg::INDEX_MAKER] = b_maker_q && !b_second_q;
    if (!b_account_q) begin
      request_o.of_position = 1'b1;
      request_o.judge = 1'b1;
      request_o.sure = b_running_q.fast && !(b_maker_q && !b_second_q);
      request_o.position_slot = closed.position_slot;
      request_o.sell = closed.sell;
      request_o.tier = closed.tier;
      request_o.reserve = closed.reserve;
      request_o.opened = -{1'b0, lots};
      request_o.reserved = lots;
      if (b_trade_q) begin
        request_o.traded = lots;
        request_o.price = b_q.told.price;
        request_o.rate = b_crosses_q ? margin_stage_pkg::RATE_AUCTION
            : b_second_q ? margin_stage_pkg::RATE_TAKER : margin_stage_pkg::RATE_MAKER;
      end
    end
  end

  // The record of an order that is in.
  always_comb begin
    order_o = b_running_q.order;
    if (b_replaced_q && b_q.told.kept) order_o.reserve = records_i.order.reserve;
  end
  assign order_slot_o = b_running_q.slot;
  assign order_write_o = push_o && (b_replaced_q || (b_running_q.fast && b_running_q.takes_slot
      && b_q.told.template_id == card_pkg::TEMPLATE_ID_ACCEPTED));

  // On.
  assign push_o = b_valid_q && b_last;
  assign event_o = b_q;
  always_comb begin
    caused_o.fast = b_running_q.fast;
    caused_o.one = b_trade_q || (b_cancel_q && !b_ends_q) || b_account_q;
    caused_o.two = b_trade_q;
    caused_o.reserve = b_lines_q ? records_i.order.reserve : order_o.reserve;
    caused_o.tier = records_i.account.tier;
  end
  assign idle_o = !valid_i && !a_valid && !b_valid_q;

  // Operations of makers that are out, by the lower bits of their accounts.
  localparam int unsigned HASH = 5;
  localparam int unsigned COUNT = 6;
  logic [COUNT*2**HASH-1:0] makers_q;
  logic [2**HASH-1:0]  some;
  logic                maker_out, maker_back, waits_q;
  logic [HASH-1:0]     out_hash, back_hash, gating_hash;

  assign maker_out = maker_valid_o && moves;
  assign out_hash = maker_account_o[HASH-1:0];
  assign maker_back = result_valid_i && aside_i.index[margin_stage_pkg::INDEX_MAKER];
  assign back_hash = aside_i.account[HASH-1:0];
  assign gating_hash = gating_account_i[HASH-1:0];

  always_comb begin
    for (int unsigned i = 0; i < 2 ** HASH; i++) some[i] = makers_q[COUNT*i+:COUNT] != '0;
  end

  always_ff @(posedge clk_i) begin
    for (int unsigned i = 0; i < 2 ** HASH; i++) begin
      if ((maker_out && out_hash == HASH'(i)) != (maker_back && back_hash == HASH'(i))) begin
        makers_q[COUNT*i+:COUNT] <= makers_q[COUNT*i+:COUNT] + {{COUNT-1 {maker_back && back_hash == HASH'(i)}}, 1'b1};
      end
    end
    if (rst_i) makers_q <= '0;
    waits_q <= some[gating_hash] || (maker_valid_o && out_hash == gating_hash);
  end
  assign gating_waits_o = waits_q;

  always_ff @(posedge clk_i) begin
    if (!rst_i) begin
      a_fast_command_names_its_account :
      assert (!(moves && a_own && a_running.fast) || a.told.account == 32'(a_running.account));
      what_is_replaced_was_gated : assert (!(moves && a_replaced) || a_running.gated);
    end
  end
endmodule
