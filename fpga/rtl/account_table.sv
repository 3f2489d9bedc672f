// The accounts: known or not, and the self-trade group of each.
//
// Latency: known_o and group_o one cycle after read_i, until the next read; a write of the same
// cycle is seen; an account beyond ACCOUNTS (a power of two) is not known. write_i makes an account known, with
// group_i. After a reset each account must be cleared (clear_i). count_o: accounts known, if a write
// is of the account that was read last.
module account_table #(
    parameter int unsigned ACCOUNTS = 16384
) (
    input  logic                                clk_i,
    input  logic                                rst_i,
    input  logic                                clear_i,
    input  logic [kernel_pkg::ACCOUNT_BITS-1:0] clear_account_i,
    input  logic                                read_i,
    input  logic [31:0]                         account_i,
    output logic                                known_o,
    output logic [31:0]                         group_o,
    input  logic                                write_i,
    input  logic [kernel_pkg::ACCOUNT_BITS-1:0] write_account_i,
    input  logic [31:0]                         group_i,
    output logic [kernel_pkg::ACCOUNT_BITS:0]   count_o
);
  localparam int unsigned BITS = $clog2(ACCOUNTS);

  logic                              known, beyond_q;
  logic [kernel_pkg::ACCOUNT_BITS:0] count_q;
  logic [BITS-1:0]                   account_q;

  ram_1r1w #(.WIDTH(33), .DEPTH(ACCOUNTS)) u_accounts (
      .clk_i,
      .read_i,
      .read_address_i(account_i[BITS-1:0]),
      .read_data_o({known, group_o}),
      .write_i(clear_i || write_i),
      .write_address_i(clear_i ? clear_account_i[BITS-1:0] : write_account_i[BITS-1:0]),
      .write_data_i(clear_i ? 33'd0 : {1'b1, group_i})
  );

  always_ff @(posedge clk_i) begin
    if (read_i) begin
      beyond_q <= (account_i >> BITS) != 32'd0;
      account_q <= account_i[BITS-1:0];
    end
    if (rst_i) count_q <= '0;
    else if (write_i && !known) count_q <= count_q + 1'b1;
  end

  always_ff @(posedge clk_i) begin
    if (!rst_i && write_i) begin
      written_account_was_read : assert (account_q == write_account_i[BITS-1:0] && !beyond_q);
    end
  end

  assign known_o = known && !beyond_q;
  assign count_o = count_q;
endmodule
