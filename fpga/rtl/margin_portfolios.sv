// Portfolio slots: to whom each is bound, and its lists; and, read apart, its bank.
//
// Latency: portfolio_o and bank_o one cycle after their reads, until the next; a write of the same
// cycle is seen. A portfolio beyond PORTFOLIOS (a power of two) is not open. After a reset each is
// cleared (clear_i).
module margin_portfolios #(
    parameter int unsigned PORTFOLIOS = 16384
) (
    input  logic                             clk_i,
    input  logic                             clear_i,
    input  logic                             read_i,
    input  logic [31:0]                      portfolio_i,
    output margin_stage_pkg::portfolio_t     portfolio_o,
    input  logic                             write_i,
    input  logic [margin_stage_pkg::PORTFOLIO_BITS-1:0] write_portfolio_i,
    input  margin_stage_pkg::portfolio_t     write_data_i,
    // Banks
    input  logic                             bank_read_i,
    input  logic [margin_stage_pkg::PORTFOLIO_BITS-1:0] bank_portfolio_i,
    output logic                             bank_o,
    input  logic                             bank_write_i,  // of write_portfolio_i
    input  logic                             bank_i
);
  localparam int unsigned BITS = $clog2(PORTFOLIOS);
  localparam int unsigned WIDTH = 1 + kernel_pkg::ACCOUNT_BITS + margin_stage_pkg::GROUP_BITS
      + 8 + 1 + kernel_pkg::SLOT_BITS + 1
      + margin_stage_pkg::PORTFOLIO_BITS;

  margin_stage_pkg::portfolio_t written, portfolio;
  logic                         beyond_q;

  always_comb begin
    written = write_data_i;
    written.open = write_data_i.open && !clear_i;
  end

  ram_1r1w #(.WIDTH(WIDTH), .DEPTH(PORTFOLIOS)) u_portfolios (
      .clk_i,
      .read_i,
      .read_address_i(portfolio_i[BITS-1:0]),
      .read_data_o(portfolio),
      .write_i(clear_i || write_i),
      .write_address_i(write_portfolio_i[BITS-1:0]),
      .write_data_i(written)
  );

  ram_1r1w #(.WIDTH(1), .DEPTH(PORTFOLIOS)) u_banks (
      .clk_i,
      .read_i(bank_read_i),
      .read_address_i(bank_portfolio_i[BITS-1:0]),
      .read_data_o(bank_o),
      .write_i(bank_write_i),
      .write_address_i(write_portfolio_i[BITS-1:0]),
      .write_data_i(bank_i)
  );

  always_ff @(posedge clk_i) if (read_i) beyond_q <= (portfolio_i >> BITS) != 32'd0;

  always_comb begin
    portfolio_o = portfolio;
    portfolio_o.open = portfolio.open && !beyond_q;
  end
endmodule
