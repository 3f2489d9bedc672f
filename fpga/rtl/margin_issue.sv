// Makes operations of requests, and says beside each result what the pipe does not know.
//
// request_valid_i: one a cycle, always taken. Two cycles of look-ups (position; terms, fees, bank),
// then money and pipe beside each other. result_o and aside_o: LATENCY cycles after the request, in
// order. A position changes in the cycle after its request, so that requests of one position may
// follow each other at once.
module margin_issue #(
    parameter int unsigned MONEY = 16,
    parameter int unsigned LATENCY = 2 + MONEY - margin_pkg::MONEY_AT + margin_pkg::RESULT_AT
) (
    input  logic                               clk_i,
    input  logic                               clearing_i,  // only wipes are out, or nothing
    input  logic                               request_valid_i,
    input  margin_stage_pkg::request_t         request_i,
    // Cycle 1: the position read
    output logic                               change_o,
    output logic                               looks_o,
    output logic                               sell_o,
    output logic [kernel_pkg::QUANTITY_BITS-1:0] traded_o,
    output logic [kernel_pkg::QUANTITY_BITS:0]   opened_o,
    input  margin_stage_pkg::bound_t           bound_i,
    input  margin_stage_pkg::lots_t            before_i,
    input  margin_stage_pkg::lots_t            after_i,
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
  localparam int unsigned WAIT = MONEY - margin_pkg::MONEY_AT;  // the pipe's, for the money
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;

  margin_stage_pkg::request_t request_1, request_2;
  margin_stage_pkg::bound_t   bound_2;
  margin_stage_pkg::lots_t    before_2, after_2;
  logic                       valid_1, valid_2;

  // Cycle 1.
  assign change_o = valid_1 && request_1.of_position && !request_1.revalues;
  assign looks_o = request_1.looks;
  assign sell_o = request_1.sell;
  assign traded_o = request_1.traded;
  assign opened_o = request_1.opened;
  assign terms_read_o = valid_1;
  assign instrument_o = request_1.of_position ? bound_i.instrument : request_1.instrument;
  assign tier_o = request_1.tier;
  assign portfolio_o = request_1.of_position ? bound_i.portfolio : request_1.portfolio;

  always_ff @(posedge clk_i) begin
    valid_1 <= request_valid_i;
    valid_2 <= valid_1;
    request_1 <= request_i;
    request_2 <= request_1;
    bound_2 <= bound_i;
    before_2 <= before_i;
    after_2 <= after_i;
    if (!request_1.of_position) begin
      bound_2.account <= request_1.account;
      bound_2.portfolio <= request_1.portfolio;
      bound_2.instrument <= request_1.instrument;
    end
  end

  // Cycle 2: the operation.
  margin_pkg::operation_t operation;
  margin_pkg::holding_t   holding;
  logic [31:0]            mark;
  logic                   alters, same_side, is_long, is_short;
  logic [LOTS:0]          fill, size;
  logic [LOTS-1:0]        side_lots;
  logic                   closes, near;

  assign group_o = request_2.of_position ? terms_i.group : request_2.group;
  assign bank_o = request_2.revalues ? banks_i[group_o] : bank_i;
  assign mark = banks_i[terms_i.group] ? mark_1_i : mark_0_i;
  assign alters = request_2.of_position && !request_2.looks && !request_2.revalues;
  assign fill = request_2.sell ? -{1'b0, request_2.reserving} : {1'b0, request_2.reserving};

  always_comb begin
    operation = '0;
    operation.valid = valid_2;
    operation.tag[0] = !request_2.wipe;
    operation.wipe = request_2.wipe;
    operation.has_portfolio = request_2.of_position || request_2.has_portfolio;
    operation.clear = request_2.clear;
    operation.trial = request_2.gate;
    operation.cash_clear = request_2.cash_clear;
    operation.judge = request_2.judge;
    operation.set_status = request_2.set_status;
    operation.status = request_2.status;
    operation.sure = request_2.sure;
    operation.account = bound_2.account;
    operation.portfolio = bound_2.portfolio;
    operation.instrument = bound_2.instrument;
    operation.bank = bank_o;
    operation.initial_factor = initial_i;
    operation.maintenance_factor = maintenance_i;
    operation.add_on_delta = request_2.add_on;
    operation.audit = request_2.audit;
    operation.lanes = request_2.lanes;
    if (request_2.revalues && request_2.of_position) begin
      operation.pos_delta = before_2.pos;
      operation.bids_delta = {1'b0, before_2.bids};
      operation.asks_delta = {1'b0, before_2.asks};
    end else if (alters) begin
      operation.pos_delta = request_2.gate ? fill
          : request_2.sell ? -{1'b0, request_2.traded} : {1'b0, request_2.traded};
      if (request_2.sell) operation.asks_delta = request_2.opened;
      else operation.bids_delta = request_2.opened;
    end
    holding = '0;
    if (request_2.of_position) begin
      if (!request_2.revalues) begin
        {holding.pos_before, holding.bids_before, holding.asks_before} = before_2;
      end
      {holding.pos, holding.bids, holding.asks} =
          request_2.revalues || request_2.looks ? before_2 : after_2;
    end
  end

  margin_delay #(.WIDTH($bits(operation)), .CYCLES(WAIT)) u_operation (
      .clk_i, .data_i(operation), .data_o(operation_o));
  margin_delay #(.WIDTH($bits(holding)), .CYCLES(WAIT + margin_pkg::HOLDING_AT)) u_holding (
      .clk_i, .data_i(holding), .data_o(holding_o));

  // Whether it closes.
  assign is_long = !before_2.pos[LOTS] && before_2.pos != '0;
  assign is_short = before_2.pos[LOTS];
  assign same_side = request_2.sell ? is_long : is_short;
  assign size = after_2.pos[LOTS] ? -after_2.pos : after_2.pos;
  assign side_lots = request_2.sell ? after_2.asks : after_2.bids;

  always_ff @(posedge clk_i) closes <= same_side && {1'b0, side_lots} <= size;

  margin_delay #(.WIDTH(1), .CYCLES(LATENCY - 3)) u_closes (
      .clk_i, .data_i(closes), .data_o(aside_o.closes));
  margin_delay #(.WIDTH(1 + kernel_pkg::ACCOUNT_BITS), .CYCLES(LATENCY - 2)) u_whose (
      .clk_i, .data_i({bank_o, bound_2.account}), .data_o({aside_o.bank, aside_o.account}));

  margin_delay #(.WIDTH(3 + margin_stage_pkg::RING_BITS), .CYCLES(LATENCY - 2)) u_asker (
      .clk_i, .data_i({request_2.asker, request_2.early, request_2.index}),
      .data_o({aside_o.asker, aside_o.early, aside_o.index}));
  assign aside_o.fits = 1'b0;
  assign aside_o.tier = '0;

  // Money.
  logic [margin_stage_pkg::RESERVE_BITS-1:0] r;
  logic        r_rises, looks;
  logic [63:0] fee, cash_change, reserve_added, reserve_freed;

  margin_money u_money (
      .clk_i,
      .sell_i(request_2.sell),
      .price_i(request_2.price),
      .mark_i(mark),
      .multiplier_i(terms_i.multiplier),
      .close_band_i(terms_i.close_band),
      .fees_i,
      .rate_i(request_2.rate),
      .traded_i(request_2.traded),
      .anew_i(request_2.anew),
      .reserve_i(request_2.reserve),
      .reserving_i(request_2.reserving),
      .reserved_i(request_2.reserved),
      .turned_i(request_2.turned),
      .cash_i(request_2.cash),
      .near_o(near),
      .r_o(r),
      .r_rises_o(r_rises),
      .fee_o(fee),
      .cash_change_o(cash_change),
      .reserve_added_o(reserve_added),
      .reserve_freed_o(reserve_freed)
  );
  margin_delay #(.WIDTH(1), .CYCLES(MONEY)) u_looks (
      .clk_i, .data_i(request_2.looks), .data_o(looks));

  assign money_o.cash_delta = looks ? '0 : cash_change;
  assign money_o.reserve_added = looks ? '0 : reserve_added;
  assign money_o.reserve_freed = looks ? '0 : reserve_freed;

  margin_delay #(
      .WIDTH(2 + margin_stage_pkg::RESERVE_BITS + 128),
      .CYCLES(margin_pkg::RESULT_AT - margin_pkg::MONEY_AT)
  ) u_aside (
      .clk_i,
      .data_i({near, r_rises, r, fee, cash_change}),
      .data_o({aside_o.close_by, aside_o.r_rises, aside_o.r, aside_o.fee, aside_o.cash_change})
  );

  // The pipe keeps marks too.
  logic        marked;
  logic [31:0] mark_then;
  margin_delay #(.WIDTH(33), .CYCLES(WAIT + 1)) u_mark (
      .clk_i,
      .data_i({valid_2 && request_2.of_position && terms_i.valued && bank_o == banks_i[group_o],
        mark}),
      .data_o({marked, mark_then})
  );
  always_ff @(posedge clk_i) begin
    if (!clearing_i && marked) marks_agree : assert (mark_i == mark_then);
  end

  // How many are out, wipes left aside.
  logic [5:0] out_q;
  always_ff @(posedge clk_i) begin
    out_q <= clearing_i ? '0 : out_q + 6'(request_valid_i && !request_i.wipe)
        - 6'(result_i.valid && result_i.tag[0]);
  end
  assign busy_o = out_q != '0;
endmodule
