// Makes operations of requests, and says beside each result what the pipe does not know.
//
// request_valid_i: one a cycle, always taken. Two cycles of look-ups (position; terms, fees, bank),
// then the pipe, with the money beside it. Latency: result_i and aside_o belong to the request LATENCY
// cycles ago, in order. A position changes in the cycle after its request, so that requests of one
// position may follow each other at once. multiplier_i is that of the instrument of a request with
// lots traded, in the cycle of the request: so a fill's money is there in time.
// account_i: an early request's account, a cycle after the request; it fits if that is known and
// has no stale portfolio, the position is its own, of the instrument named, which is valued, and the
// position's limit holds. If the position is not its own nothing changes, nor does it when the early
// one is turned.
module margin_issue #(
    parameter int unsigned LATENCY = 2 + margin_pkg::RESULT_AT
) (
    input  logic                               clk_i,
    input  logic                               clearing_i,  // only wipes are out, or nothing
    input  logic                               request_valid_i,
    input  margin_stage_pkg::request_t         request_i,
    input  logic [31:0]                        multiplier_i,
    // Cycle 1: the position read
    output logic                               change_o,
    output logic                               looks_o,
    output logic                               sell_o,
    output logic [kernel_pkg::QUANTITY_BITS-1:0] traded_o,
    output logic [kernel_pkg::QUANTITY_BITS:0]   opened_o,
    input  margin_stage_pkg::bound_t           bound_i,
    input  margin_stage_pkg::lots_t            before_i,
    input  margin_stage_pkg::lots_t            after_i,
    input  margin_stage_pkg::account_t         account_i,
    // ... from which terms and bank are read
    output logic                               terms_read_o,
    output logic [kernel_pkg::INSTRUMENT_BITS-1:0] instrument_o,
    output logic [2:0]                         tier_o,
    output logic [margin_stage_pkg::PORTFOLIO_BITS-1:0] portfolio_o,
    // Cycle 2
    input  margin_stage_pkg::terms_t           terms_i,
    input  margin_stage_pkg::fees_t            fees_i,
    input  logic [31:0]                        mark_0_i,
    input  logic [31:0]                        mark_1_i,
    input  logic                               bank_i,
    input  logic [margin_stage_pkg::MOST_GROUPS-1:0] banks_i,  // current
    output logic [margin_stage_pkg::GROUP_BITS-1:0]  group_o,
    output logic                               bank_o,
    input  logic [9:0]                         initial_i,      // of that group and bank
    input  logic [9:0]                         maintenance_i,
    // Pipe
    output margin_pkg::operation_t             operation_o,
    output margin_pkg::holding_t               holding_o,
    output margin_pkg::money_t                 money_o,
    input  logic [31:0]                        mark_i,         // a cycle after the operation
    input  margin_pkg::result_t                result_i,
    output margin_stage_pkg::aside_t           aside_o,
    output logic                               busy_o          // operations are out
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;
  localparam int unsigned R = margin_stage_pkg::RESERVE_BITS;

  logic [15:0]                valid_q;  // at 3 to 18
  margin_stage_pkg::request_t request_1, request_2;
  margin_stage_pkg::bound_t   bound_2;
  margin_stage_pkg::lots_t    before_2, after_2;
  logic                       valid_1, valid_2, own, looks_1, looks_2, known_2, fresh_2;
  logic [LOTS:0]              fill_2;
  logic [2:0]                 tier_2;

  // Cycle 1.
  assign own = bound_i.open && bound_i.account == request_1.account
      && bound_i.instrument == request_1.instrument;
  assign looks_1 = request_1.looks || (request_1.early && !own);
  assign change_o = valid_1 && request_1.of_position && !request_1.revalues;
  assign looks_o = looks_1;
  assign sell_o = request_1.sell;
  assign traded_o = request_1.traded;
  assign opened_o = request_1.opened;
  assign terms_read_o = valid_1;
  assign instrument_o = request_1.of_position ? bound_i.instrument : request_1.instrument;
  assign tier_o = request_1.early ? account_i.tier : request_1.tier;
  assign portfolio_o = request_1.of_position ? bound_i.portfolio : request_1.portfolio;

  always_ff @(posedge clk_i) begin
    valid_1 <= request_valid_i;
    valid_2 <= valid_1;
    valid_q <= {valid_q[14:0], valid_2};
    request_1 <= request_i;
    request_2 <= request_1;
    bound_2 <= bound_i;
    before_2 <= before_i;
    after_2 <= after_i;
    looks_2 <= looks_1;
    tier_2 <= tier_o;
    known_2 <= own && account_i.known;
    fresh_2 <= (account_i.has & (account_i.bank ^ banks_i)) == '0;
    // What a fill moves pos by; of a gate, the whole of the order.
    fill_2 <= ({1'b0, request_1.gate ? request_1.reserving : request_1.traded}
        ^ {LOTS+1 {request_1.sell}}) + (LOTS+1)'(request_1.sell);
    if (!request_1.of_position) begin
      bound_2.account <= request_1.account;
      bound_2.portfolio <= request_1.portfolio;
      bound_2.instrument <= request_1.instrument;
    end
  end

  // Cycle 2: the operation.
  logic [31:0] mark, mark_3;
  logic        alters;

  assign group_o = request_2.of_position ? terms_i.group : request_2.group;
  assign bank_o = request_2.revalues ? banks_i[group_o] : bank_i;
  assign mark = banks_i[terms_i.group] ? mark_1_i : mark_0_i;
  assign alters = request_2.of_position && !looks_2 && !request_2.revalues;

  always_comb begin
    operation_o = '0;
    operation_o.valid = valid_2;
    operation_o.tag[0] = !request_2.wipe;
    operation_o.wipe = request_2.wipe;
    operation_o.has_portfolio = request_2.of_position || request_2.has_portfolio;
    operation_o.clear = request_2.clear;
    operation_o.trial = request_2.gate;
    operation_o.cash_clear = request_2.cash_clear;
    operation_o.judge = request_2.judge;
    operation_o.set_status = request_2.set_status;
    operation_o.status = request_2.status;
    operation_o.sure = request_2.sure;
    operation_o.loose = request_2.sure || request_2.early;
    operation_o.account = bound_2.account;
    operation_o.portfolio = bound_2.portfolio;
    operation_o.instrument = bound_2.instrument;
    operation_o.bank = bank_o;
    operation_o.initial_factor = initial_i;
    operation_o.maintenance_factor = maintenance_i;
    operation_o.add_on_delta = request_2.add_on;
    operation_o.audit = request_2.audit;
    operation_o.lanes = request_2.lanes;
    if (request_2.revalues && request_2.of_position) begin
      operation_o.pos_delta = before_2.pos;
      operation_o.bids_delta = {1'b0, before_2.bids};
      operation_o.asks_delta = {1'b0, before_2.asks};
    end else if (alters) begin
      operation_o.pos_delta = fill_2;
      if (request_2.sell) operation_o.asks_delta = request_2.opened;
      else operation_o.bids_delta = request_2.opened;
    end
  end

  margin_pkg::holding_t holding;
  always_comb begin
    holding = '0;
    if (request_2.of_position) begin
      if (!request_2.revalues) begin
        {holding.pos_before, holding.bids_before, holding.asks_before} = before_2;
      end
      {holding.pos, holding.bids, holding.asks} = request_2.revalues || looks_2 ? before_2 : after_2;
    end
  end
  delay_line #(.WIDTH($bits(holding)), .CYCLES(margin_pkg::HOLDING_AT)) u_holding (
      .clk_i, .take_i(valid_q[1]), .data_i(holding), .data_o(holding_o));

  // Whether it closes, and fits: 2 to 5. An order that comes in does not move pos.
  logic [LOTS-1:0] side_3_q;
  logic [LOTS:0]   size_3_q;
  logic [LOTS+1:0] used_4_q, open_3_q;
  logic [LOTS-1:0] limit_3_q, limit_4_q;
  logic            opposite_3_q, closes_4_q, may_3_q, may_4_q, fits_5_q;

  always_ff @(posedge clk_i) begin
    size_3_q <= ({LOTS+1 {before_2.pos[LOTS]}} ^ before_2.pos) + (LOTS+1)'(before_2.pos[LOTS]);
    side_3_q <= request_2.sell ? after_2.asks : after_2.bids;
    opposite_3_q <= before_2.pos != '0 && before_2.pos[LOTS] != request_2.sell;
    closes_4_q <= opposite_3_q && {1'b0, side_3_q} <= size_3_q;
    open_3_q <= (LOTS+2)'(after_2.bids) + (LOTS+2)'(after_2.asks);
    used_4_q <= open_3_q + (LOTS+2)'(size_3_q);
    limit_3_q <= terms_i.position_limit;
    limit_4_q <= limit_3_q;
    may_3_q <= known_2 && fresh_2 && terms_i.valued;
    may_4_q <= may_3_q;
    fits_5_q <= may_4_q && used_4_q <= (LOTS+2)'(limit_4_q);
  end

  delay_line #(.WIDTH(1), .CYCLES(LATENCY - 4)) u_closes (
      .clk_i, .take_i(valid_q[15]), .data_i(closes_4_q), .data_o(aside_o.closes));
  delay_line #(.WIDTH(1), .CYCLES(LATENCY - 5)) u_fits (
      .clk_i, .take_i(valid_q[15]), .data_i(fits_5_q), .data_o(aside_o.fits));
  delay_line #(
      .WIDTH(8 + kernel_pkg::ACCOUNT_BITS + margin_stage_pkg::RING_BITS), .CYCLES(LATENCY - 2)
  ) u_whose (
      .clk_i,
      .take_i(valid_q[15]),
      .data_i({bank_o, bound_2.account, request_2.asker, request_2.early, request_2.judge,
        request_2.index, tier_2}),
      .data_o({aside_o.bank, aside_o.account, aside_o.asker, aside_o.early, aside_o.judge,
        aside_o.index, aside_o.tier})
  );

  // Reserves: r and the lots that reserve it, beside the lots that did times what they did. Lots that
  // keep theirs are set off against these.
  logic [R-1:0]  r, reserve_3, reserve_10;
  logic [16:0]   highest;
  logic [17:0]   rate_high;
  logic          maker_first, maker_last, taker_last, maker_first_q, maker_last_q, taker_last_q;
  margin_stage_pkg::fees_t fees_3_q;
  logic [63:0]   reserve, anew, old, old_13;
  logic [LOTS:0] freed_3_q;
  logic          near, rises_q, above_q, same_q, below_q;
  logic          anew_added, anew_freed, old_added, old_freed;

  // The highest rate, if one is above 0: all are compared at once, and it is chosen a cycle later.
  assign maker_first = $signed(fees_i.maker) > $signed(fees_i.taker);
  assign maker_last = $signed(fees_i.maker) > $signed(fees_i.auction);
  assign taker_last = $signed(fees_i.taker) > $signed(fees_i.auction);
  always_ff @(posedge clk_i) begin
    {fees_3_q, maker_first_q, maker_last_q, taker_last_q}
        <= {fees_i, maker_first, maker_last, taker_last};
  end
  always_comb begin
    rate_high = maker_first_q ? (maker_last_q ? fees_3_q.maker : fees_3_q.auction)
        : (taker_last_q ? fees_3_q.taker : fees_3_q.auction);
    highest = rate_high[16:0] & {17 {!rate_high[17]}};
  end

  always_ff @(posedge clk_i) begin
    mark_3 <= mark;
    reserve_3 <= request_2.reserve;
    freed_3_q <= {1'b0, request_2.reserved} - (request_2.anew ? '0 : {1'b0, request_2.reserving});
  end

  order_reserve u_reserve (
      .clk_i,
      .valid_i(valid_2),
      .sell_i(request_2.sell),
      .limit_i(request_2.price),
      .multiplier_i(terms_i.multiplier),
      .rate_i(highest),
      .close_band_i(terms_i.close_band),
      .lots_i(request_2.reserving),
      .mark_i(mark_3),
      .near_o(near),
      .reserve_o(reserve),
      .amount_o(anew)
  );
  wide_product u_old (
      .clk_i, .valid_i(valid_q[0]), .a_i(53'(reserve_3)), .b_i({{6 {freed_3_q[LOTS]}}, freed_3_q}),
      .product_o(old)
  );
  delay_line #(.WIDTH(64), .CYCLES(7)) u_old_line (
      .clk_i, .take_i(valid_q[9]), .data_i(old), .data_o(old_13));
  delay_line #(.WIDTH(4), .CYCLES(margin_pkg::MONEY_AT)) u_turned (
      .clk_i,
      .take_i(valid_q[9]),
      .data_i({request_2.anew && !request_2.turned, request_2.anew && request_2.turned,
        request_2.turned, !request_2.turned} & {4 {!looks_2}}),
      .data_o({anew_added, anew_freed, old_added, old_freed})
  );
  assign money_o.reserve_added = (anew & {64 {anew_added}}) | (old_13 & {64 {old_added}});
  assign money_o.reserve_freed = (anew & {64 {anew_freed}}) | (old_13 & {64 {old_freed}});

  // Whether r rises: compared in two parts, at 10 and 11.
  assign r = reserve[R-1:0];
  delay_line #(.WIDTH(R), .CYCLES(7)) u_before (
      .clk_i, .take_i(valid_q[6]), .data_i(reserve_3), .data_o(reserve_10));
  always_ff @(posedge clk_i) begin
    above_q <= r[R-1:26] > reserve_10[R-1:26];
    same_q <= r[R-1:26] == reserve_10[R-1:26];
    below_q <= r[25:0] > reserve_10[25:0];
    rises_q <= above_q || (same_q && below_q);
  end
  delay_line #(.WIDTH(1), .CYCLES(LATENCY - 12)) u_rises (
      .clk_i, .take_i(valid_q[15]), .data_i(rises_q), .data_o(aside_o.r_rises));
  delay_line #(.WIDTH(1), .CYCLES(LATENCY - 5)) u_near (
      .clk_i, .take_i(valid_q[15]), .data_i(near), .data_o(aside_o.close_by));
  delay_line #(.WIDTH(R), .CYCLES(LATENCY - 10)) u_r (
      .clk_i, .take_i(valid_q[15]), .data_i(r), .data_o(aside_o.r));

  // Cash: from the request on.
  logic [17:0] rate;
  logic [63:0] fee, cash;
  logic        cash_looks;

  always_comb begin
    case (request_2.rate)
      margin_stage_pkg::RATE_MAKER: rate = fees_i.maker;
      margin_stage_pkg::RATE_TAKER: rate = fees_i.taker;
      margin_stage_pkg::RATE_AUCTION: rate = fees_i.auction;
      default: rate = '0;
    endcase
  end

  trade_money u_money (
      .clk_i,
      .valid_i(request_valid_i),
      .sell_i(request_i.sell),
      .price_i(request_i.price),
      .multiplier_i,
      .lots_i(request_i.traded),
      .other_i(request_i.cash),
      .rate_i(rate),
      .fee_o(fee),
      .cash_o(cash)
  );
  delay_line #(.WIDTH(1), .CYCLES(margin_pkg::MONEY_AT)) u_looks (
      .clk_i, .take_i(valid_q[9]), .data_i(looks_2), .data_o(cash_looks));
  assign money_o.cash_delta = cash & {64 {!cash_looks}};

  delay_line #(.WIDTH(64), .CYCLES(LATENCY - 11)) u_fee (
      .clk_i, .take_i(valid_q[15]), .data_i(fee), .data_o(aside_o.fee));
  delay_line #(.WIDTH(64), .CYCLES(LATENCY - 13)) u_cash (
      .clk_i, .take_i(valid_q[15]), .data_i(cash), .data_o(aside_o.cash_change));

  // The pipe keeps marks too; and what a fill's money began with was its instrument's multiplier.
  logic        marked_q;
  logic [31:0] multiplier_1_q, multiplier_2_q;
  always_ff @(posedge clk_i) begin
    marked_q <= valid_2 && request_2.of_position && terms_i.valued && bank_o == banks_i[group_o];
    multiplier_1_q <= multiplier_i;
    multiplier_2_q <= multiplier_1_q;
    if (!clearing_i && marked_q) marks_agree : assert (mark_i == mark_3);
    if (!clearing_i && valid_2 && request_2.traded != '0) begin
      multipliers_agree : assert (multiplier_2_q == terms_i.multiplier);
    end
  end

  // How many are out, wipes left aside.
  logic [5:0] out_q;
  always_ff @(posedge clk_i) begin
    out_q <= clearing_i ? '0 : out_q + 6'(request_valid_i && !request_i.wipe)
        - 6'(result_i.valid && result_i.tag[0]);
  end
  assign busy_o = out_q != '0;
endmodule
