// Risk groups: epoch, factors and current bank, how many portfolios each has, and how many of them are
// stale.
//
// Latency: what is said of group_i comes a cycle later (group_o), a change of the same cycle with it; the
// factors of issue_group_i and the current banks are combinational. One change a cycle, of group_i,
// which was the same the cycle before: a commit makes all its portfolios stale; add_i and remove_i count
// a portfolio (stale_i: a stale one), revalued_i makes one current.
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
  localparam int unsigned SLOTS = 1 << BITS;
  localparam int unsigned COUNT = margin_stage_pkg::PORTFOLIO_BITS + 1;

  logic [9:0]        initial_q [0:2*SLOTS-1];      // of both banks
  logic [9:0]        maintenance_q [0:2*SLOTS-1];
  logic [SLOTS-1:0]  known_q, committed_q, bank_q;
  logic [BITS-1:0]   group;
  logic              change, said_known_q, said_committed_q, said_bank_q;
  logic [31:0]       read_epoch, said_epoch, epoch;
  logic [COUNT-1:0]  read_portfolios, read_stale, said_portfolios, said_stale, portfolios, stale;
  logic [9:0]        said_initial_q, said_maintenance_q;

  assign group = group_i[BITS-1:0];
  assign change = commit_i || add_i || remove_i || revalued_i;

  // Counts and epoch; nothing of a group that was not written since the reset.
  ram_1r1w #(.WIDTH(32 + 2 * COUNT), .DEPTH(SLOTS)) u_groups (
      .clk_i,
      .read_i(1'b1),
      .read_address_i(group),
      .read_data_o({read_epoch, read_portfolios, read_stale}),
      .write_i(change),
      .write_address_i(group),
      .write_data_i({epoch, portfolios, stale})
  );
  assign said_epoch = said_known_q ? read_epoch : '0;
  assign said_portfolios = said_known_q ? read_portfolios : '0;
  assign said_stale = said_known_q ? read_stale : '0;

  always_comb begin
    epoch = commit_i ? epoch_i : said_epoch;
    portfolios = said_portfolios + COUNT'(add_i) - COUNT'(remove_i);
    stale = commit_i ? said_portfolios
        : said_stale + COUNT'(add_i && stale_i) - COUNT'(revalued_i || (remove_i && stale_i));
  end

  always_ff @(posedge clk_i) begin
    if (change) known_q[group] <= 1'b1;
    if (commit_i) begin
      initial_q[{group, !bank_q[group]}] <= initial_i;
      maintenance_q[{group, !bank_q[group]}] <= maintenance_i;
      committed_q[group] <= 1'b1;
      bank_q[group] <= !bank_q[group];
    end
    if (rst_i) begin
      known_q <= '0;
      committed_q <= '0;
      bank_q <= '0;
    end
    said_known_q <= known_q[group] || change;
    said_committed_q <= committed_q[group] || commit_i;
    said_bank_q <= bank_q[group] ^ commit_i;
    said_initial_q <= commit_i ? initial_i : initial_q[{group, bank_q[group]}];
    said_maintenance_q <= commit_i ? maintenance_i : maintenance_q[{group, bank_q[group]}];
  end

  assign group_o.committed = said_committed_q;
  assign group_o.epoch = said_epoch;
  assign group_o.bank = said_bank_q;
  assign group_o.initial_factor = said_initial_q;
  assign group_o.maintenance_factor = said_maintenance_q;
  assign group_o.stale = said_stale;
  assign issue_initial_o = initial_q[{issue_group_i[BITS-1:0], issue_bank_i}];
  assign issue_maintenance_o = maintenance_q[{issue_group_i[BITS-1:0], issue_bank_i}];
  assign banks_o = margin_stage_pkg::MOST_GROUPS'(bank_q);

  logic [BITS-1:0] group_q;
  always_ff @(posedge clk_i) begin
    group_q <= group;
    if (!rst_i) begin
      one_change_a_cycle :
      assert (3'(commit_i) + 3'(add_i) + 3'(remove_i) + 3'(revalued_i) <= 3'd1);
      what_changes_was_read : assert (!change || group_q == group);
      no_more_stale_than_there_are : assert (said_stale <= said_portfolios);
      what_was_stale_was_counted :
      assert (!(revalued_i || (remove_i && stale_i)) || said_stale != '0);
    end
  end
endmodule
