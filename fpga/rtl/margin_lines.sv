// The audit's lines of margin: an instrument's terms, portfolios and their lanes, groups.
//
// terms_start_i: the line of instrument_i. before_start_i: the portfolios, unless this audit had them,
// and, with ends_i, the groups. done_o when the last was taken. An event stays until ready_i. While it is
// busy nobody else reads terms or portfolios, or issues operations. count_o: lines since the audit began.
module margin_lines #(
    parameter int unsigned GROUPS = 16,
    parameter int unsigned SCENARIOS = 32
) (
    input  logic                           clk_i,
    input  logic                           rst_i,
    input  logic                           terms_start_i,
    input  logic                           before_start_i,
    input  logic                           ends_i,
    input  logic [15:0]                    lines_i,       // asked for
    input  logic [15:0]                    instrument_i,
    input  logic [margin_stage_pkg::PORTFOLIO_BITS:0] portfolios_i,  // open
    output logic                           done_o,
    output logic [31:0]                    count_o,
    // Records
    output margin_stage_pkg::reach_t       reach_o,
    input  margin_stage_pkg::records_t     records_i,
    // Groups
    output logic                           group_take_o,  // what is said of groups is of group_o
    output logic [margin_stage_pkg::GROUP_BITS-1:0] group_o,
    input  margin_stage_pkg::group_t       group_i,       // a cycle later
    input  logic [margin_stage_pkg::MOST_GROUPS-1:0] banks_i,
    // Operations
    output logic                           request_valid_o,
    output margin_stage_pkg::request_t     request_o,
    input  logic                           result_valid_i,
    input  margin_pkg::result_t            result_i,
    input  margin_stage_pkg::aside_t       aside_i,
    // Events
    output logic                           valid_o,
    output logic [15:0]                    template_o,
    output logic [511:0]                   overlay_o,
    input  logic                           ready_i
);
  typedef enum logic [3:0] {
    IDLE,
    FEES,       // the rows of all tiers are read, one a cycle
    ARRAY,      // a look at the array is out
    TERMS,      // the line
    NEXT,       // the next portfolio is read
    LOOK,       // it is at hand
    ASK,        // a look at it is out
    PORTFOLIO,  // its line
    ASK_LANES,
    LANES,      // two of its lanes
    GROUP       // a group's line
  } state_t;
  state_t state_q, state_d;

  margin_pkg::result_t result_q;
  logic [kernel_pkg::INSTRUMENT_BITS-1:0] instrument;
  logic [margin_stage_pkg::PORTFOLIO_BITS:0] next_q, left_q;
  logic [3:0]  tier_q, pair_q;
  logic [margin_stage_pkg::GROUP_BITS:0] group_q;
  logic [63:0] fee_sum_q, word, turned;
  logic [31:0] count_q;
  logic        group_next, group_said_q, group_last_q;
  logic        through_q, begun_q, asked_q, older_q, ends_q, with_lanes, with_groups, to_groups, current;

  assign with_lanes = lines_i[card_pkg::AUDIT_LINES_LANES_BIT];
  assign with_groups = lines_i[card_pkg::AUDIT_LINES_GROUPS_BIT];
  assign current = banks_i[records_i.terms.group];
  assign to_groups = ends_q && with_groups;

  always_comb begin
    state_d = state_q;
    case (state_q)
      IDLE: begin
        if (terms_start_i) state_d = FEES;
        else if (before_start_i) state_d = NEXT;
      end
      FEES: if (tier_q == 4'd8) state_d = ARRAY;
      ARRAY: if (result_valid_i) state_d = TERMS;
      TERMS: if (ready_i) state_d = IDLE;
      NEXT: state_d = left_q != '0 ? LOOK : to_groups ? GROUP : IDLE;
      LOOK: state_d = records_i.portfolio.open ? ASK : NEXT;
      ASK: if (result_valid_i) state_d = PORTFOLIO;
      PORTFOLIO: if (ready_i) state_d = with_lanes ? ASK_LANES : NEXT;
      ASK_LANES: if (result_valid_i) state_d = LANES;
      LANES: if (ready_i) state_d = 32'(pair_q) == SCENARIOS / 2 - 1 ? NEXT : ASK_LANES;
      GROUP: if (group_next && group_last_q) state_d = IDLE;
      default: state_d = IDLE;
    endcase
  end

  // A tier's rates side by side, rotated left by 8 bits a tier.
  assign word = {10'd0, records_i.fees.auction, records_i.fees.taker, records_i.fees.maker};
  always_comb begin
    turned = word;
    for (int i = 0; i < 8; i++) begin
      if (tier_q == 4'(i + 1)) turned = (word << (8 * i)) | (word >> (64 - 8 * i));
    end
  end

  always_ff @(posedge clk_i) begin
    state_q <= rst_i ? IDLE : state_d;
    asked_q <= state_d == state_q;
    if (result_valid_i) begin
      result_q <= result_i;
      older_q <= aside_i.bank != banks_i[records_i.portfolio.group];
    end
    if (state_q == IDLE) begin
      tier_q <= '0;
      fee_sum_q <= '0;
      next_q <= '0;
      left_q <= through_q || !lines_i[card_pkg::AUDIT_LINES_PORTFOLIOS_BIT] ? '0 : portfolios_i;
      group_q <= '0;
      ends_q <= ends_i;
    end
    if (state_q == FEES) begin
      tier_q <= tier_q + 4'd1;
      if (tier_q != '0) fee_sum_q <= fee_sum_q ^ turned;
    end
    if (state_q == NEXT) next_q <= next_q + 1'b1;
    if (state_q == PORTFOLIO) begin
      pair_q <= '0;
      if (ready_i) left_q <= left_q - 1'b1;
    end
    if (state_q == LANES && ready_i) pair_q <= pair_q + 4'd1;
    group_said_q <= state_q == GROUP && !group_next;
    group_last_q <= 32'(group_q) == GROUPS - 1;
    if (group_next) group_q <= group_q + 1'b1;
    if (before_start_i) through_q <= !ends_i;
    if (valid_o && ready_i) count_q <= count_q + 32'd1;
    if (terms_start_i || before_start_i) begin
      // Counted from the first line of an audit on.
      if (!begun_q) count_q <= '0;
      begun_q <= 1'b1;
    end
    if (done_o && ends_q) begin
      through_q <= 1'b0;
      begun_q <= 1'b0;
    end
    if (rst_i) begin
      through_q <= 1'b0;
      begun_q <= 1'b0;
      count_q <= '0;
    end
  end

  assign done_o = state_q != IDLE && state_d == IDLE;
  assign count_o = count_q;
  assign instrument = instrument_i[kernel_pkg::INSTRUMENT_BITS-1:0];
  always_comb begin
    reach_o = '0;
    if (state_q == FEES) begin
      reach_o.terms_read = 1'b1;
      reach_o.instrument = instrument;
      reach_o.tier = tier_q[2:0];
    end
    if (state_q == NEXT) begin
      reach_o.portfolio_read = 1'b1;
      reach_o.portfolio = 32'(next_q);
    end
  end
  assign group_take_o = state_q == GROUP;
  assign group_o = group_q[margin_stage_pkg::GROUP_BITS-1:0];

  assign request_valid_o = (state_q == ARRAY || state_q == ASK || state_q == ASK_LANES) && !asked_q;
  always_comb begin
    request_o = '0;
    request_o.rate = margin_stage_pkg::RATE_NONE;
    request_o.audit = 1'b1;
    if (state_q == ARRAY) begin
      request_o.revalues = 1'b1;  // in the current bank
      request_o.instrument = instrument;
      request_o.group = records_i.terms.group;
    end else begin
      request_o.has_portfolio = 1'b1;
      request_o.account = records_i.portfolio.account;
      request_o.portfolio = next_q[margin_stage_pkg::PORTFOLIO_BITS-1:0] - 1'b1;
      request_o.group = records_i.portfolio.group;
      request_o.lanes = pair_q;
    end
  end

  assign valid_o = state_q == TERMS || state_q == PORTFOLIO || state_q == LANES
      || (group_said_q && group_i.committed);
  assign group_next = group_said_q && (ready_i || !group_i.committed);

  always_comb begin
    template_o = card_pkg::TEMPLATE_ID_AUDIT_TERMS;
    overlay_o = '0;
    case (state_q)
      PORTFOLIO: begin
        template_o = card_pkg::TEMPLATE_ID_AUDIT_PORTFOLIO;
        overlay_o[card_pkg::AUDIT_PORTFOLIO_ACCOUNT_LSB+:32] = 32'(records_i.portfolio.account);
        overlay_o[card_pkg::AUDIT_PORTFOLIO_LANE_SUM_LSB+:64] = result_q.lane_sum;
        overlay_o[card_pkg::AUDIT_PORTFOLIO_ADD_ON_LSB+:64] = result_q.add_on;
        overlay_o[card_pkg::AUDIT_PORTFOLIO_INITIAL_MARGIN_LSB+:64] = 64'(result_q.initial_margin);
        overlay_o[card_pkg::AUDIT_PORTFOLIO_MAINTENANCE_MARGIN_LSB+:64] =
            64'(result_q.maintenance_margin);
        overlay_o[card_pkg::AUDIT_PORTFOLIO_VALUE_LSB+:64] = 64'($signed(result_q.value));
        overlay_o[card_pkg::AUDIT_PORTFOLIO_GROUP_LSB+:16] = 16'(records_i.portfolio.group);
        overlay_o[card_pkg::AUDIT_PORTFOLIO_OLDER_LSB+:8] = 8'(older_q);
      end
      LANES: begin
        template_o = card_pkg::TEMPLATE_ID_AUDIT_LANES;
        overlay_o[card_pkg::AUDIT_LANES_ACCOUNT_LSB+:32] = 32'(records_i.portfolio.account);
        overlay_o[card_pkg::AUDIT_LANES_POSITIONS0_LSB+:64] = 64'($signed(result_q.positions_0));
        overlay_o[card_pkg::AUDIT_LANES_WORST0_LSB+:64] = 64'($signed(result_q.worst_0));
        overlay_o[card_pkg::AUDIT_LANES_POSITIONS1_LSB+:64] = 64'($signed(result_q.positions_1));
        overlay_o[card_pkg::AUDIT_LANES_WORST1_LSB+:64] = 64'($signed(result_q.worst_1));
        overlay_o[card_pkg::AUDIT_LANES_GROUP_LSB+:16] = 16'(records_i.portfolio.group);
        overlay_o[card_pkg::AUDIT_LANES_SCENARIO_LSB+:16] = {11'd0, pair_q, 1'b0};
      end
      GROUP: begin
        template_o = card_pkg::TEMPLATE_ID_AUDIT_GROUP;
        overlay_o[card_pkg::AUDIT_GROUP_EPOCH_LSB+:32] = group_i.epoch;
        overlay_o[card_pkg::AUDIT_GROUP_STALE_LSB+:32] = 32'(group_i.stale);
        overlay_o[card_pkg::AUDIT_GROUP_GROUP_LSB+:16] = 16'(group_q);
        overlay_o[card_pkg::AUDIT_GROUP_INITIAL_FACTOR_LSB+:16] = 16'(group_i.initial_factor);
        overlay_o[card_pkg::AUDIT_GROUP_MAINTENANCE_FACTOR_LSB+:16] = 16'(group_i.maintenance_factor);
      end
      default: begin
        overlay_o[card_pkg::AUDIT_TERMS_INSTRUMENT_LSB+:16] = instrument_i;
        overlay_o[card_pkg::AUDIT_TERMS_GROUP_LSB+:16] = 16'(records_i.terms.group);
        overlay_o[card_pkg::AUDIT_TERMS_MULTIPLIER_LSB+:32] = records_i.terms.multiplier;
        overlay_o[card_pkg::AUDIT_TERMS_CLOSE_BAND_LSB+:32] = records_i.terms.close_band;
        overlay_o[card_pkg::AUDIT_TERMS_WORST_FEE_LSB+:64] = 64'(records_i.terms.worst_fee);
        overlay_o[card_pkg::AUDIT_TERMS_FEE_SUM_LSB+:64] = fee_sum_q;
        overlay_o[card_pkg::AUDIT_TERMS_POSITION_LIMIT_LSB+:32] = 32'(records_i.terms.position_limit);
        overlay_o[card_pkg::AUDIT_TERMS_VALUED_LSB+:8] = 8'(records_i.terms.valued);
        if (records_i.terms.valued) begin
          overlay_o[card_pkg::AUDIT_TERMS_ARRAY_SUM_LSB+:64] = result_q.array_sum;
          overlay_o[card_pkg::AUDIT_TERMS_MARK_LSB+:32] = current ? records_i.mark_1 : records_i.mark_0;
        end
      end
    endcase
  end
endmodule
