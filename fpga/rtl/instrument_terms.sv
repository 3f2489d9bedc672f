// What margin knows of instruments: terms, fee rows, and the marks of both banks.
//
// Two ports, each with its own copies: `ahead`, for the command that is made ready, and `issue`, for
// operations. Latency: one cycle after the read, until the next; a write of the same cycle is seen.
// clear_i makes the instrument of write_instrument_i unknown.
module instrument_terms #(
    parameter int unsigned INSTRUMENTS = 64
) (
    input  logic                                    clk_i,
    input  logic                                    clear_i,
    input  logic                                    ahead_read_i,
    input  logic [kernel_pkg::INSTRUMENT_BITS-1:0]  ahead_instrument_i,
    input  logic [2:0]                              ahead_tier_i,
    output margin_stage_pkg::terms_t                ahead_terms_o,
    output margin_stage_pkg::fees_t                 ahead_fees_o,
    output logic [31:0]                             ahead_mark_0_o,
    output logic [31:0]                             ahead_mark_1_o,
    input  logic                                    issue_read_i,
    input  logic [kernel_pkg::INSTRUMENT_BITS-1:0]  issue_instrument_i,
    input  logic [2:0]                              issue_tier_i,
    output margin_stage_pkg::terms_t                issue_terms_o,
    output margin_stage_pkg::fees_t                 issue_fees_o,
    output logic [31:0]                             issue_mark_0_o,
    output logic [31:0]                             issue_mark_1_o,
    input  logic [kernel_pkg::INSTRUMENT_BITS-1:0]  write_instrument_i,
    input  logic                                    terms_write_i,
    input  margin_stage_pkg::terms_t                terms_i,
    input  logic                                    fees_write_i,
    input  logic [2:0]                              fees_tier_i,
    input  margin_stage_pkg::fees_t                 fees_i,
    input  logic                                    mark_write_i,
    input  logic                                    mark_bank_i,
    input  logic [31:0]                             mark_i
);
  localparam int unsigned BITS = (INSTRUMENTS > 1) ? $clog2(INSTRUMENTS) : 1;
  localparam int unsigned TERMS_BITS = 1 + margin_stage_pkg::GROUP_BITS + 32 + 32 + 49 + 28 + 31
      + margin_stage_pkg::NOTIONAL_BITS + 1 + 21 + 5;
  localparam int unsigned FEES_BITS = 3 * margin_stage_pkg::RATE_BITS;

  margin_stage_pkg::terms_t written;

  always_comb begin
    written = terms_i;
    written.known = terms_i.known && !clear_i;
    if (clear_i) written.positions = '0;
  end

  for (genvar port = 0; port < 2; port++) begin : g_port
    logic                     read;
    logic [BITS-1:0]          instrument;
    logic [2:0]               tier;
    margin_stage_pkg::terms_t terms;
    margin_stage_pkg::fees_t  fees;
    logic [31:0]              mark_0, mark_1;

    assign read = port == 0 ? ahead_read_i : issue_read_i;
    assign instrument = port == 0 ? ahead_instrument_i[BITS-1:0] : issue_instrument_i[BITS-1:0];
    assign tier = port == 0 ? ahead_tier_i : issue_tier_i;

    ram_1r1w #(.WIDTH(TERMS_BITS), .DEPTH(INSTRUMENTS)) u_terms (
        .clk_i,
        .read_i(read),
        .read_address_i(instrument),
        .read_data_o(terms),
        .write_i(clear_i || terms_write_i),
        .write_address_i(write_instrument_i[BITS-1:0]),
        .write_data_i(written)
    );

    ram_1r1w #(.WIDTH(FEES_BITS), .DEPTH(8 * INSTRUMENTS), .ADDRESS_BITS(BITS + 3)) u_fees (
        .clk_i,
        .read_i(read),
        .read_address_i({instrument, tier}),
        .read_data_o(fees),
        .write_i(fees_write_i),
        .write_address_i({write_instrument_i[BITS-1:0], fees_tier_i}),
        .write_data_i(fees_i)
    );

    ram_1r1w #(.WIDTH(32), .DEPTH(INSTRUMENTS)) u_mark_0 (
        .clk_i,
        .read_i(read),
        .read_address_i(instrument),
        .read_data_o(mark_0),
        .write_i(mark_write_i && !mark_bank_i),
        .write_address_i(write_instrument_i[BITS-1:0]),
        .write_data_i(mark_i)
    );

    ram_1r1w #(.WIDTH(32), .DEPTH(INSTRUMENTS)) u_mark_1 (
        .clk_i,
        .read_i(read),
        .read_address_i(instrument),
        .read_data_o(mark_1),
        .write_i(mark_write_i && mark_bank_i),
        .write_address_i(write_instrument_i[BITS-1:0]),
        .write_data_i(mark_i)
    );
  end

  assign ahead_terms_o = g_port[0].terms;
  assign ahead_fees_o = g_port[0].fees;
  assign ahead_mark_0_o = g_port[0].mark_0;
  assign ahead_mark_1_o = g_port[0].mark_1;
  assign issue_terms_o = g_port[1].terms;
  assign issue_fees_o = g_port[1].fees;
  assign issue_mark_0_o = g_port[1].mark_0;
  assign issue_mark_1_o = g_port[1].mark_1;
endmodule
