// Types of what stands around the margin pipe: definitions, requests for operations, verdicts.
//
// Widths are those of the largest card, as in kernel_pkg.
package margin_stage_pkg;

  localparam int unsigned ACCOUNT_BITS = 20;
  localparam int unsigned SLOT_BITS = 20;
  localparam int unsigned INSTRUMENT_BITS = 8;
  localparam int unsigned QUANTITY_BITS = 28;
  localparam int unsigned GROUP_BITS = 6;
  localparam int unsigned MOST_GROUPS = 64;
  localparam int unsigned PORTFOLIO_BITS = 20;
  localparam int unsigned RESERVE_BITS = 51;
  localparam int unsigned RATE_BITS = 18;
  localparam int unsigned NOTIONAL_BITS = 49;

  // What is defined of an instrument.
  typedef struct packed {
    logic                     known;
    logic [GROUP_BITS-1:0]    group;
    logic [31:0]              multiplier;
    logic [31:0]              close_band;
    logic [48:0]              worst_fee;
    logic [27:0]              position_limit;
    logic [30:0]              max_price;
    logic [NOTIONAL_BITS-1:0] notional;      // multiplier * max_price
    logic                     valued;        // its group was committed since it was set
    logic [20:0]              positions;     // open ones
    logic [4:0]               staged;        // parts of the array, and the curve (4)
  } terms_t;

  // Fee rates of one instrument and tier, in 2^-24; signed.
  typedef struct packed {
    logic [RATE_BITS-1:0] maker;
    logic [RATE_BITS-1:0] taker;
    logic [RATE_BITS-1:0] auction;
  } fees_t;

  typedef struct packed {
    logic                              known;
    logic [2:0]                        tier;
    logic                              mixed;      // some orders of it may have another tier
    logic [MOST_GROUPS-1:0]            has;        // groups of its portfolios
    logic [MOST_GROUPS-1:0]            bank;       // of each of them
    logic [10:0]                       positions;
    logic                              linked;     // it has a portfolio, the first is ...
    logic [PORTFOLIO_BITS-1:0]         first;
  } account_t;

  typedef struct packed {
    logic                              open;
    logic [ACCOUNT_BITS-1:0] account;
    logic [GROUP_BITS-1:0]             group;
    logic [7:0]                        positions;
    logic                              linked;     // it has a position, the first is ...
    logic [SLOT_BITS-1:0]  first;
    logic                              next_valid; // the account has another portfolio, ...
    logic [PORTFOLIO_BITS-1:0]         next;
  } portfolio_t;

  // To whom a position slot is bound.
  typedef struct packed {
    logic                                    open;
    logic [ACCOUNT_BITS-1:0]     account;
    logic [PORTFOLIO_BITS-1:0]               portfolio;
    logic [INSTRUMENT_BITS-1:0]  instrument;
  } bound_t;

  // Its lots.
  typedef struct packed {
    logic [QUANTITY_BITS:0]   pos;   // signed
    logic [QUANTITY_BITS-1:0] bids;
    logic [QUANTITY_BITS-1:0] asks;
  } lots_t;

  // What margin keeps of an order.
  typedef struct packed {
    logic [SLOT_BITS-1:0] position_slot;
    logic                             sell;
    logic [2:0]                       tier;
    logic [RESERVE_BITS-1:0]          reserve;  // r, a lot
  } margin_order_t;

  // What a command is, beside the kernel's kinds, and the fields by which it names things.
  typedef struct packed {
    logic        reserve;
    logic        adjust;
    logic        adjust_add_on;
    logic        transfer;
    logic        set_curve;
    logic        set_fees;
    logic        open_portfolio;
    logic        close_portfolio;
    logic        stage_array;
    logic        commit;
    logic        sweep;
    logic        load_account;
    logic        load_portfolio;
    logic        only_margin;     // the kernel has no kind for it
    logic [31:0] account;         // transfer: the seller
    logic [31:0] other_account;   // transfer: the buyer
    logic [31:0] portfolio;
    logic [15:0] group;
    logic [15:0] instrument;
    logic [31:0] position_slot;   // transfer: the seller's
    logic [31:0] other_position;  // transfer: the buyer's
    logic [31:0] slot;
    logic [63:0] amount;          // of cash, an add-on or a reserve
    logic [2:0]  tier;
  } fields_t;

  // What is read of the records in a cycle: all zero but where something is read, so that those who read
  // in turn need only be joined by OR.
  typedef struct packed {
    logic                       account_read;
    logic [31:0]                account;
    logic                       portfolio_read;
    logic [31:0]                portfolio;
    logic                       position_read;
    logic [31:0]                position;
    logic                       follow;        // what follows a position in its portfolio
    logic [SLOT_BITS-1:0]       follow_slot;
    logic                       order_read;
    logic [SLOT_BITS-1:0]       order;
    logic                       terms_read;
    logic [INSTRUMENT_BITS-1:0] instrument;
    logic [2:0]                 tier;          // of the fees
  } reach_t;

  // What was read last.
  typedef struct packed {
    account_t             account;
    portfolio_t           portfolio;
    bound_t               bound;
    lots_t                lots;
    logic                 next_valid;
    logic [SLOT_BITS-1:0] next;
    margin_order_t        order;
    terms_t               terms;
    fees_t                fees;
    logic [31:0]          mark_0;
    logic [31:0]          mark_1;
  } records_t;

  // What is written in a cycle; all zero but where something is.
  typedef struct packed {
    logic                       account_write;
    logic [ACCOUNT_BITS-1:0]    account;
    account_t                   account_data;
    logic                       portfolio_write;
    logic                       bank_write;    // now of `bank`
    logic                       bank;
    logic [PORTFOLIO_BITS-1:0]  portfolio;
    portfolio_t                 portfolio_data;
    logic                       bind_position; // to `bound`, without lots
    logic                       link_position; // what follows it
    logic [SLOT_BITS-1:0]       position;
    bound_t                     bound;
    logic                       next_valid;
    logic [SLOT_BITS-1:0]       next;
    logic                       order_write;
    logic [SLOT_BITS-1:0]       order;
    margin_order_t              order_data;
    logic [INSTRUMENT_BITS-1:0] instrument;
    logic                       terms_write;
    terms_t                     terms;
    logic                       fees_write;
    logic [2:0]                 tier;
    fees_t                      fees;
    logic                       mark_write;
    logic                       mark_bank;
    logic [31:0]                mark;
  } record_write_t;

  // What is said of a group.
  typedef struct packed {
    logic                    committed;   // ever
    logic [31:0]             epoch;
    logic                    bank;        // current
    logic [9:0]              initial_factor;
    logic [9:0]              maintenance_factor;
    logic [PORTFOLIO_BITS:0] stale;       // portfolios
  } group_t;

  localparam logic [1:0] RATE_MAKER = 2'd0;
  localparam logic [1:0] RATE_TAKER = 2'd1;
  localparam logic [1:0] RATE_AUCTION = 2'd2;
  localparam logic [1:0] RATE_NONE = 2'd3;

  // Who asks for an operation, and so for its result.
  localparam logic [1:0] ASKER_FRONT = 2'd0;   // the command at the port, and the clearing
  localparam logic [1:0] ASKER_EVENTS = 2'd1;
  localparam logic [1:0] ASKER_LINES = 2'd2;
  localparam logic [1:0] ASKER_AHEAD = 2'd3;   // early gates

  localparam int unsigned RING_BITS = 4;

  // By which the conductor knows results that come while others are out.
  localparam logic [RING_BITS-1:0] INDEX_JUDGE = 4'd1;  // the status after a re-valuation
  localparam logic [RING_BITS-1:0] INDEX_GATE = 4'd2;   // the order's

  // A request for an operation, of a position (its account, portfolio and instrument follow from it) or
  // of what it names itself.
  typedef struct packed {
    logic                                 wipe;        // after a reset: portfolio and account
    logic [1:0]                           asker;
    // Of the ring: changes something only if the position is the account's, of the instrument; the tier
    // is that of the account's record, which is read in the same cycle (reserve_i is taken unless anew).
    logic                                 early;
    logic [RING_BITS-1:0]                 index;
    logic                                 sure;        // cannot make a healthy account anything else
    logic                                 of_position;
    logic                                 looks;       // nothing is written; what it costs is worked out
    logic                                 gate;        // an order comes in: would it reduce?
    logic                                 clear;       // the portfolio's first in a re-valuation
    logic                                 revalues;    // the position as it is, in the current bank
    logic                                 judge;       // the account's status is compared
    logic                                 set_status;  // ... or set
    logic [1:0]                           status;
    logic                                 has_portfolio;
    logic [ACCOUNT_BITS-1:0]  account;
    logic [PORTFOLIO_BITS-1:0]            portfolio;
    logic [GROUP_BITS-1:0]                group;
    logic [INSTRUMENT_BITS-1:0] instrument;  // whose array is looked at
    logic [SLOT_BITS-1:0]     position_slot;
    logic                                 sell;        // side
    logic [QUANTITY_BITS-1:0] traded;      // lots
    logic [QUANTITY_BITS:0]   opened;      // lots, signed
    logic [31:0]                          price;       // limit, or of the trade
    logic [2:0]                           tier;
    logic [1:0]                           rate;        // of the fee
    logic                                 anew;        // r from limit and mark, else `reserve`
    logic [RESERVE_BITS-1:0]              reserve;     // of the order before
    logic [QUANTITY_BITS-1:0] reserving;   // lots that reserve r afterwards
    logic [QUANTITY_BITS-1:0] reserved;    // lots that reserved `reserve` before
    logic                                 turned;      // undo: F's change turned
    logic                                 cash_clear;  // C becomes `cash`
    logic [63:0]                          cash;        // added to C
    logic [63:0]                          add_on;      // added to the add-on
    logic                                 audit;       // what only the audit reads is read, ...
    logic [3:0]                           lanes;       // ... with these two lanes
  } request_t;

  // For what the conductor asks for an operation.
  typedef struct packed {
    logic judge;   // an account's status is to be compared
    logic ask;     // a look at account or portfolio, or at a part of a transfer
    logic gate;    // the order at the port
    logic act;     // adjust, adjust add-on, reserve, a part of a transfer
    logic other;   // of a transfer: the buyer's part
    logic back;    // the order is taken back
    logic load;    // a loaded order counts
  } asked_t;

  // How an account stands after an operation that is compared.
  typedef struct packed {
    logic                                valid;
    logic [ACCOUNT_BITS-1:0] account;
    logic [1:0]                          status_before;
    logic [1:0]                          status;
    logic [63:0]                         cash;
    logic [63:0]                         equity;
    logic [63:0]                         reserve;
    logic [63:0]                         initial_sum;
    logic [63:0]                         maintenance_sum;
  } compared_t;

  // What comes back of an operation beside the pipe's result.
  typedef struct packed {
    logic                    closes;       // opposite to pos, and with its side's orders within |pos|
    logic                    close_by;     // limit within the close band of the mark
    logic [RESERVE_BITS-1:0] r;
    logic                    r_rises;      // above `reserve`
    logic [63:0]             fee;          // signed
    logic [63:0]             cash_change;  // signed
    logic [ACCOUNT_BITS-1:0] account;
    logic                    bank;         // that the portfolio is of
    logic [1:0]              asker;
    logic [RING_BITS-1:0]    index;
    logic                    early;
    logic                    judge;
    logic                    fits;         // early: account known and not stale, position its own, of the
                                           // instrument, which is valued, and within the limit
    logic [2:0]              tier;         // early: of the account
  } aside_t;

  // The command that started last, from the cycle after its start until the next starts. A fast one
  // was gated early or needs no gate: no conductor is at work for it.
  typedef struct packed {
    logic                     fast;
    logic                     gated;       // its early operation counts
    logic                     is_new;
    logic                     cancel;
    logic                     replace;
    logic                     takes_slot;  // a new order's record is kept
    logic [ACCOUNT_BITS-1:0]  account;
    logic [63:0]              order_id;
    logic [SLOT_BITS-1:0]     slot;
    margin_order_t            order;       // replace: as anew
    logic [QUANTITY_BITS-1:0] lots;        // that were gated
    logic [31:0]              price;
  } running_t;

  // What is known of an event, on its way from what it causes to when it is told.
  typedef struct packed {
    logic                     fast;        // of a fast command
    logic                     one;         // it waits for the result of its first operation ...
    logic                     two;         // ... and of a second one
    logic [RESERVE_BITS-1:0]  reserve;     // fast: of the order it tells of; audit: of the order
    logic [2:0]               tier;        // audit: of the account
  } caused_t;

  // In an operation of an event, request_t's index: bits of it.
  localparam int unsigned INDEX_SECOND = 0;  // the second that the event waits for
  localparam int unsigned INDEX_SILENT = 1;  // it waits for none
  localparam int unsigned INDEX_MAKER = 2;   // of another's order, by a fast command
endpackage
