// Risk groups, in registers: epoch, factors and current bank, how many portfolios each has, and how
// many of them are stale.
//
// What is said of group_i is combinational. One change a cycle, of group_i: a commit makes all its
// portfolios stale; add_i and remove_i count a portfolio (stale_i: a stale one), revalued_i makes one
// current.
module margin_groups #(
    parameter int unsigned GROUPS = 16
) (
    input  logic                                    clk_i,
    input  logic                                    rst_i,
    input  logic [margin_stage_pkg::GROUP_BITS-1:0] group_i,
    output margin_stage_pkg::group_t                group_o,
    // Of the group and bank of an operation
    input  logic [margin_stage_pkg::GROUP_BITS-1:0] issue_group_i,
    input  logic                                    issue_bank_i,
    output logic [9:0]                              issue_initial_o,
    output logic [9:0]                              issue_maintenance_o,
    output logic [margin_stage_pkg::MOST_GROUPS-1:0] banks_o,     // current, of all groups
    input  logic                                    commit_i,
    input  logic [31:0]                             epoch_i,
    input  logic [9:0]                              initial_i,
    input  logic [9:0]                              maintenance_i,
    input  logic                                    add_i,
    input  logic                                    remove_i,
    input  logic                                    stale_i,
    input  logic                                    revalued_i
);
  localparam int unsigned BITS = (GROUPS > 1) ? $clog2(GROUPS) : 1;
  localparam int unsigned COUNT = margin_stage_pkg::PORTFOLIO_BITS + 1;

  logic [31:0]       epoch_q [0:GROUPS-1];
  logic [9:0]        initial_q [0:2*GROUPS-1];      // of both banks
  logic [9:0]        maintenance_q [0:2*GROUPS-1];
  logic [COUNT-1:0]  portfolios_q [0:GROUPS-1];
  logic [COUNT-1:0]  stale_q [0:GROUPS-1];
  logic [GROUPS-1:0] committed_q, bank_q;
  logic [BITS-1:0]   group;

  assign group = group_i[BITS-1:0];

  always_ff @(posedge clk_i) begin
    if (commit_i) begin
      epoch_q[group] <= epoch_i;
      initial_q[{group, !bank_q[group]}] <= initial_i;
      maintenance_q[{group, !bank_q[group]}] <= maintenance_i;
      committed_q[group] <= 1'b1;
      bank_q[group] <= !bank_q[group];
      stale_q[group] <= portfolios_q[group];
    end
    if (add_i) portfolios_q[group] <= portfolios_q[group] + 1'b1;
    if (remove_i) portfolios_q[group] <= portfolios_q[group] - 1'b1;
    if (add_i && stale_i) stale_q[group] <= stale_q[group] + 1'b1;
    if (revalued_i || (remove_i && stale_i)) stale_q[group] <= stale_q[group] - 1'b1;
    if (rst_i) begin
      committed_q <= '0;
      bank_q <= '0;
      for (int g = 0; g < GROUPS; g++) begin
        epoch_q[g] <= '0;
        portfolios_q[g] <= '0;
        stale_q[g] <= '0;
      end
    end
  end

  assign group_o.committed = committed_q[group];
  assign group_o.epoch = epoch_q[group];
  assign group_o.bank = bank_q[group];
  assign group_o.initial_factor = initial_q[{group, bank_q[group]}];
  assign group_o.maintenance_factor = maintenance_q[{group, bank_q[group]}];
  assign group_o.stale = stale_q[group];
  assign issue_initial_o = initial_q[{issue_group_i[BITS-1:0], issue_bank_i}];
  assign issue_maintenance_o = maintenance_q[{issue_group_i[BITS-1:0], issue_bank_i}];
  assign banks_o = margin_stage_pkg::MOST_GROUPS'(bank_q);

  always_ff @(posedge clk_i) begin
    if (!rst_i) begin
      one_change_a_cycle :
      assert (3'(commit_i) + 3'(add_i) + 3'(remove_i) + 3'(revalued_i) <= 3'd1);
      no_more_stale_than_there_are : assert (stale_q[group] <= portfolios_q[group]);
      what_was_stale_was_counted :
      assert (!(revalued_i || (remove_i && stale_i)) || stale_q[group] != '0);
    end
  end
endmodule
