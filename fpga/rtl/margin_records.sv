// The memories of what margin knows but for money: accounts, portfolios, positions, orders, instruments.
//
// reach_i: reads of a cycle; records_o has them from the next cycle on, until the next read of the same
// kind. write_i: writes of a cycle, seen by a read of that cycle. A change of a position's lots follows
// its read by a cycle (change_i; not with looks_i); instruments and banks have a second port for it.
// While clears_i the entries at clear_index_i are cleared.
module margin_records #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned ORDERS = 65536,
    parameter int unsigned ACCOUNTS = 16384,
    parameter int unsigned POSITIONS = 65536,
    parameter int unsigned PORTFOLIOS = 16384,
    parameter int unsigned GROUPS = 16
) (
    input  logic                            clk_i,
    input  logic                            clears_i,
    input  logic [19:0]                     clear_index_i,
    input  margin_stage_pkg::reach_t        reach_i,
    output margin_stage_pkg::records_t      records_o,
    input  margin_stage_pkg::record_write_t write_i,
    // Changes of positions
    input  logic                            change_i,
    input  logic                            looks_i,
    input  logic                            sell_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] traded_i,
    input  logic [kernel_pkg::QUANTITY_BITS:0]   opened_i,
    output margin_stage_pkg::lots_t         after_o,
    input  logic                            issue_read_i,
    input  logic [kernel_pkg::INSTRUMENT_BITS-1:0] issue_instrument_i,
    input  logic [2:0]                      issue_tier_i,
    input  logic [margin_stage_pkg::PORTFOLIO_BITS-1:0] issue_portfolio_i,
    output margin_stage_pkg::terms_t        issue_terms_o,
    output margin_stage_pkg::fees_t         issue_fees_o,
    output logic [31:0]                     issue_mark_0_o,
    output logic [31:0]                     issue_mark_1_o,
    output logic                            issue_bank_o
);
  margin_stage_pkg::account_t      account;
  margin_stage_pkg::portfolio_t    portfolio;
  margin_stage_pkg::bound_t        bound;
  margin_stage_pkg::lots_t         lots;
  margin_stage_pkg::margin_order_t order;
  margin_stage_pkg::terms_t        terms;
  margin_stage_pkg::fees_t         fees;
  logic [31:0]                     mark_0, mark_1;
  logic                            next_valid;
  logic [kernel_pkg::SLOT_BITS-1:0] next;

  assign records_o = {
    account, portfolio, bound, lots, next_valid, next, order, terms, fees, mark_0, mark_1
  };

  margin_accounts #(.ACCOUNTS(ACCOUNTS), .GROUPS(GROUPS)) u_accounts (
      .clk_i,
      .clear_i(clears_i),
      .read_i(reach_i.account_read),
      .account_i(reach_i.account),
      .account_o(account),
      .write_i(write_i.account_write),
      .write_account_i(clears_i ? clear_index_i : write_i.account),
      .write_data_i(write_i.account_data)
  );

  margin_portfolios #(.PORTFOLIOS(PORTFOLIOS)) u_portfolios (
      .clk_i,
      .clear_i(clears_i),
      .read_i(reach_i.portfolio_read),
      .portfolio_i(reach_i.portfolio),
      .portfolio_o(portfolio),
      .write_i(write_i.portfolio_write),
      .write_portfolio_i(clears_i ? clear_index_i : write_i.portfolio),
      .write_data_i(write_i.portfolio_data),
      .bank_read_i(issue_read_i),
      .bank_portfolio_i(issue_portfolio_i),
      .bank_o(issue_bank_o),
      .bank_write_i(write_i.bank_write),
      .bank_i(write_i.bank)
  );

  margin_positions #(.POSITIONS(POSITIONS)) u_positions (
      .clk_i,
      .clear_i(clears_i),
      .read_i(reach_i.position_read),
      .slot_i(reach_i.position),
      .bound_o(bound),
      .before_o(lots),
      .change_i,
      .trial_i(looks_i),
      .sell_i,
      .traded_i,
      .opened_i,
      .after_o,
      .follow_i(reach_i.follow),
      .follow_slot_i(reach_i.follow_slot),
      .next_valid_o(next_valid),
      .next_o(next),
      .bind_i(write_i.bind_position),
      .link_i(write_i.link_position),
      .write_slot_i(clears_i ? clear_index_i : write_i.position),
      .write_bound_i(write_i.bound),
      .write_lots_i('0),
      .write_next_valid_i(write_i.next_valid),
      .write_next_i(write_i.next)
  );

  margin_orders #(.ORDERS(ORDERS)) u_orders (
      .clk_i,
      .read_i(reach_i.order_read),
      .slot_i(reach_i.order),
      .order_o(order),
      .write_i(write_i.order_write),
      .write_slot_i(write_i.order),
      .order_i(write_i.order_data)
  );

  instrument_terms #(.INSTRUMENTS(INSTRUMENTS)) u_terms (
      .clk_i,
      .clear_i(clears_i && 32'(clear_index_i) < INSTRUMENTS),
      .ahead_read_i(reach_i.terms_read),
      .ahead_instrument_i(reach_i.instrument),
      .ahead_tier_i(reach_i.tier),
      .ahead_terms_o(terms),
      .ahead_fees_o(fees),
      .ahead_mark_0_o(mark_0),
      .ahead_mark_1_o(mark_1),
      .issue_read_i,
      .issue_instrument_i,
      .issue_tier_i,
      .issue_terms_o,
      .issue_fees_o,
      .issue_mark_0_o,
      .issue_mark_1_o,
      .write_instrument_i(clears_i ? clear_index_i[kernel_pkg::INSTRUMENT_BITS-1:0]
          : write_i.instrument),
      .terms_write_i(write_i.terms_write),
      .terms_i(write_i.terms),
      .fees_write_i(write_i.fees_write),
      .fees_tier_i(write_i.tier),
      .fees_i(write_i.fees),
      .mark_write_i(write_i.mark_write),
      .mark_bank_i(write_i.mark_bank),
      .mark_i(write_i.mark)
  );
endmodule
