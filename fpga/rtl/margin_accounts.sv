// What margin knows of accounts but for their money: fee tier, groups of their portfolios and the bank
// of each, the first of their portfolios.
//
// Latency: account_o one cycle after read_i, until the next read; a write of the same cycle is seen.
// An account beyond ACCOUNTS (a power of two) is not known. After a reset each is cleared (clear_i).
module margin_accounts #(
    parameter int unsigned ACCOUNTS = 16384,
    parameter int unsigned GROUPS = 16
) (
    input  logic                                clk_i,
    input  logic                                clear_i,
    input  logic                                read_i,
    input  logic [31:0]                         account_i,
    output margin_stage_pkg::account_t          account_o,
    input  logic                                write_i,
    input  logic [kernel_pkg::ACCOUNT_BITS-1:0] write_account_i,
    input  margin_stage_pkg::account_t          write_data_i
);
  localparam int unsigned BITS = $clog2(ACCOUNTS);
  localparam int unsigned REST = 11 + 1 + margin_stage_pkg::PORTFOLIO_BITS;

  margin_stage_pkg::account_t written;
  logic              known, mixed, beyond_q;
  logic [2:0]        tier;
  logic [GROUPS-1:0] has, bank;
  logic [REST-1:0]   rest;

  always_comb begin
    written = write_data_i;
    if (clear_i) written = '0;
  end

  ram_1r1w #(.WIDTH(5 + 2 * GROUPS + REST), .DEPTH(ACCOUNTS)) u_accounts (
      .clk_i,
      .read_i,
      .read_address_i(account_i[BITS-1:0]),
      .read_data_o({known, tier, mixed, has, bank, rest}),
      .write_i(clear_i || write_i),
      .write_address_i(write_account_i[BITS-1:0]),
      .write_data_i({
        written.known, written.tier, written.mixed, written.has[GROUPS-1:0],
        written.bank[GROUPS-1:0], written.positions, written.linked, written.first
      })
  );

  always_ff @(posedge clk_i) if (read_i) beyond_q <= (account_i >> BITS) != 32'd0;

  always_comb begin
    account_o.known = known && !beyond_q;
    account_o.tier = tier;
    account_o.mixed = mixed;
    account_o.has = margin_stage_pkg::MOST_GROUPS'(has);
    account_o.bank = margin_stage_pkg::MOST_GROUPS'(bank);
    {account_o.positions, account_o.linked, account_o.first} = rest;
  end
endmodule
