// Types of the margin unit.
//
// Widths follow from the bounds of docs/card.md: a position's products are below 2^49, a portfolio's
// sums below 2^56, IM below 2^59 and an account's sums below 2^63. Numbers that may be negative are
// two's complement. Slots are as wide as in kernel_pkg.
package margin_pkg;

  localparam int unsigned PORTFOLIO_BITS = 20;
  localparam int unsigned ACCOUNT_BITS = 20;
  localparam int unsigned INSTRUMENT_BITS = 8;
  localparam int unsigned LOT_BITS = 28;
  localparam int unsigned CHANGE_BITS = 29;   // lots, signed
  localparam int unsigned RATE_BITS = 28;     // profit of a lot in a scenario, signed
  localparam int unsigned TERM_BITS = 50;     // of one position, signed
  localparam int unsigned SUM_BITS = 57;      // of a portfolio, signed
  localparam int unsigned NEED_BITS = 60;     // IM, MM
  localparam int unsigned MONEY_BITS = 64;    // of an account, signed
  localparam int unsigned FACTOR_BITS = 10;
  localparam int unsigned TAG_BITS = 8;
  localparam int unsigned PART_RATES_BITS = 224;  // eight rates

  // When, in cycles after the operation was given.
  localparam int unsigned HOLDING_AT = 3;
  localparam int unsigned MONEY_AT = 11;
  localparam int unsigned RESULT_AT = 17;

  // One effect on one position, portfolio and account. Everything may be zero: then it is a look.
  typedef struct packed {
    logic                       valid;
    logic [TAG_BITS-1:0]        tag;                // comes back with the result
    logic                       wipe;               // after a reset: both rows start from nothing
    logic                       has_portfolio;      // 0: the account alone is touched
    logic                       clear;              // V, W, sums but the add-on start from 0
    logic                       trial;              // a gate: pos_delta is what a whole fill would do
    logic                       cash_clear;         // load account: C starts from 0
    logic                       judge;              // the status becomes the one that follows
    logic                       set_status;         // ... or this one
    logic [1:0]                 status;
    logic                       sure;               // ... but one that is healthy stays so
    logic                       loose;              // what is early may be in, beyond all bounds
    logic [ACCOUNT_BITS-1:0]    account;
    logic [PORTFOLIO_BITS-1:0]  portfolio;
    logic [INSTRUMENT_BITS-1:0] instrument;
    logic                       bank;               // that the portfolio is of
    logic [FACTOR_BITS-1:0]     initial_factor;     // of that bank
    logic [FACTOR_BITS-1:0]     maintenance_factor;
    logic [CHANGE_BITS-1:0]     pos_delta;
    logic [CHANGE_BITS-1:0]     bids_delta;
    logic [CHANGE_BITS-1:0]     asks_delta;
    logic [MONEY_BITS-1:0]      add_on_delta;
    logic                       audit;              // the result has what only the audit reads
    logic [3:0]                 lanes;              // ... with lanes 2 * this and the next
  } operation_t;

  // What goes with an operation through all stages.
  typedef struct packed {
    logic                       valid;
    logic [TAG_BITS-1:0]        tag;
    logic                       wipe;
    logic                       has_portfolio;
    logic                       clear;
    logic                       trial;
    logic                       cash_clear;
    logic                       judge;
    logic                       set_status;
    logic [1:0]                 status;
    logic                       sure;
    logic                       loose;
    logic [ACCOUNT_BITS-1:0]    account;
    logic [PORTFOLIO_BITS-1:0]  portfolio;
    logic [INSTRUMENT_BITS-1:0] instrument;
    logic                       bank;
    logic [FACTOR_BITS-1:0]     initial_factor;
    logic [FACTOR_BITS-1:0]     maintenance_factor;
    logic                       audit;
    logic [3:0]                 lanes;
  } step_t;

  // The position's lots, given HOLDING_AT cycles after the operation. A position that is added to a
  // cleared row was nothing before. In a trial pos is the same before and after.
  typedef struct packed {
    logic [CHANGE_BITS-1:0] pos_before;
    logic [LOT_BITS-1:0]    bids_before;
    logic [LOT_BITS-1:0]    asks_before;
    logic [CHANGE_BITS-1:0] pos;
    logic [LOT_BITS-1:0]    bids;
    logic [LOT_BITS-1:0]    asks;
  } holding_t;

  // What it does to C and F, given MONEY_AT cycles after the operation.
  typedef struct packed {
    logic [MONEY_BITS-1:0] cash_delta;
    logic [MONEY_BITS-1:0] reserve_added;  // F grows by this ...
    logic [MONEY_BITS-1:0] reserve_freed;  // ... less this
  } money_t;

  // How portfolio and account stand after the operation, RESULT_AT cycles after it.
  typedef struct packed {
    logic                  valid;
    logic [TAG_BITS-1:0]   tag;
    logic                  free_negative;
    logic                  initial_rose;        // IM is above what it was
    logic                  worst_rose;          // so is the worst loss, of a trial after its whole fill
    logic [1:0]            status_before;       // as last reported
    logic [1:0]            status;              // as it follows
    logic [NEED_BITS-1:0]  initial_margin;      // of the portfolio
    logic [NEED_BITS-1:0]  maintenance_margin;
    logic [MONEY_BITS-1:0] add_on;
    logic [SUM_BITS-1:0]   value;
    logic [MONEY_BITS-1:0] free;                // of the account
    logic [MONEY_BITS-1:0] equity;
    logic [MONEY_BITS-1:0] cash;
    logic [MONEY_BITS-1:0] reserve;
    logic [MONEY_BITS-1:0] initial_sum;
    logic [MONEY_BITS-1:0] maintenance_sum;
    // Of an operation with `audit`
    logic [MONEY_BITS-1:0] lane_sum;            // checksum of V and W
    logic [MONEY_BITS-1:0] array_sum;           // ... of the instrument's parameters in the bank
    logic [SUM_BITS-1:0]   positions_0;         // V and W of the two lanes asked for
    logic [SUM_BITS-1:0]   worst_0;
    logic [SUM_BITS-1:0]   positions_1;
    logic [SUM_BITS-1:0]   worst_1;
  } result_t;

  // Eight lanes of an instrument's array, its mark and short-option minimum; or its size curve.
  typedef struct packed {
    logic                       array;
    logic                       curve;
    logic [INSTRUMENT_BITS-1:0] instrument;
    logic                       bank;
    logic [1:0]                 part;
    logic [PART_RATES_BITS-1:0] rates;       // lane 8 * part lowest
    logic [31:0]                mark;
    logic [31:0]                multiplier;
    logic [26:0]                minimum;
    logic [LOT_BITS-1:0]        bound_1;
    logic [LOT_BITS-1:0]        bound_2;
    logic [LOT_BITS-1:0]        bound_3;
    logic [26:0]                slope_0;
    logic [26:0]                slope_1;
    logic [26:0]                slope_2;
    logic [26:0]                slope_3;
  } staged_t;

  // An instrument's size curve: size(n) = slope_k * n + base_k modulo 2^50, k the bounds not above n.
  typedef struct packed {
    logic [LOT_BITS-1:0]  bound_1;
    logic [LOT_BITS-1:0]  bound_2;
    logic [LOT_BITS-1:0]  bound_3;
    logic [26:0]          slope_0;
    logic [26:0]          slope_1;
    logic [26:0]          slope_2;
    logic [26:0]          slope_3;
    logic [TERM_BITS-1:0] base_1;
    logic [TERM_BITS-1:0] base_2;
    logic [TERM_BITS-1:0] base_3;
  } curve_t;

  // A product of lots and money a lot: low + high * 2^17.
  typedef struct packed {
    logic [44:0] low;
    logic [38:0] high;
  } pieces_t;

  // What a position's lots ask for: size = pieces + base modulo 2^50, and the short-option minimum.
  typedef struct packed {
    pieces_t              size;
    logic [TERM_BITS-1:0] base;
    pieces_t              minimum;
  } term_t;

  // What a portfolio needs, IM or MM: the larger of the two.
  typedef struct packed {
    logic [NEED_BITS-1:0] scan;     // by the worst scenario
    logic [NEED_BITS-1:0] minimum;  // by the short-option minimum
    logic                 scans;    // the first counts
  } need_t;

  // How a stands against b in three parts of 20 bits: less, equal, less, equal, less.
  function automatic logic [4:0] less_parts(
      input logic [NEED_BITS-1:0] a, input logic [NEED_BITS-1:0] b
  );
    less_parts = {
      a[59:40] < b[59:40], a[59:40] == b[59:40], a[39:20] < b[39:20], a[39:20] == b[39:20],
      a[19:0] < b[19:0]
    };
  endfunction

  // A signed sum of a portfolio, so that it compares as an unsigned number.
  function automatic logic [NEED_BITS-1:0] ordered(input logic [SUM_BITS-1:0] sum);
    ordered = {~sum[SUM_BITS-1], sum[SUM_BITS-2:0], {(NEED_BITS-SUM_BITS) {1'b0}}};
  endfunction

  // Whether a was less than b.
  function automatic logic is_less(input logic [4:0] parts);
    is_less = parts[4] || (parts[3] && (parts[2] || (parts[1] && parts[0])));
  endfunction

  // a + b + c modulo 2^48: parts of 13, 13 and 22 bits, the upper two worked out for both carries, so
  // that no carry travels far. A carry comes in as one more bit below, so that each part is one adder.
  function automatic logic [47:0] add48(input logic [47:0] a, input logic [47:0] b, input logic c);
    logic [14:0] low, middle_0, middle_1;
    logic [22:0] high_0, high_1;
    low = {1'b0, a[12:0], 1'b1} + {1'b0, b[12:0], c};
    middle_0 = {1'b0, a[25:13], 1'b0} + {1'b0, b[25:13], 1'b0};
    middle_1 = {1'b0, a[25:13], 1'b1} + {1'b0, b[25:13], 1'b1};
    high_0 = {a[47:26], 1'b0} + {b[47:26], 1'b0};
    high_1 = {a[47:26], 1'b1} + {b[47:26], 1'b1};
    add48 = {
      (low[14] ? middle_1[14] : middle_0[14]) ? high_1[22:1] : high_0[22:1],
      low[14] ? middle_1[13:1] : middle_0[13:1], low[13:1]
    };
  endfunction
endpackage
