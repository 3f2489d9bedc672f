// Types of the matching kernel.
// Widths are those of the largest card (256 instruments of 64^3 levels, 1,048,576 orders), so that
// ports need no parameters; a smaller card leaves the upper bits zero and synthesis drops them.
package kernel_pkg;
  localparam int unsigned INSTRUMENT_BITS = 8;
  localparam int unsigned INDEX_BITS = 18;
  localparam int unsigned SLOT_BITS = 20;
  localparam int unsigned QUANTITY_BITS = 28;
  localparam int unsigned TOTAL_BITS = SLOT_BITS + QUANTITY_BITS;
  localparam int unsigned COUNT_BITS = SLOT_BITS + 1;
  localparam int unsigned ACCOUNT_BITS = 20;
  localparam int unsigned REASON_BITS = 6;
  localparam int unsigned REASONS = 55;

  localparam logic [31:0] NO_PRICE = 32'h8000_0000;  // in events and records
  // What a command is, one bit each; none for a template that the card does not implement.
  typedef struct packed {
    logic is_new;
    logic cancel;
    logic replace;
    logic mass_cancel;
    logic park;
    logic unpark;
    logic is_cross;
    logic set_instrument;
    logic set_account;
    logic set_band;
    logic set_window;
    logic open_position;
    logic close_position;
    logic load_position;
    logic load_order;
    logic end_of_load;
    logic audit;
    logic barrier;
  } kind_t;

  // A command's fields, those of its kind; the others hold what lay there.
  typedef struct packed {
    kind_t       kind;
    logic [15:0] template_id;
    logic [15:0] flags;
    logic [63:0] order_id;       // new, load order: its own; else the order named; cross: the bid
    logic [31:0] account;
    logic [31:0] session;
    logic [31:0] slot;
    logic [31:0] position_slot;
    logic [31:0] price;
    logic [31:0] quantity;       // replace, load order: the total
    logic [31:0] filled;         // load order
    logic [31:0] group;          // set account, load order
    logic [63:0] other_id;       // cross: the ask
    logic [31:0] other_slot;
    logic [15:0] instrument;
    logic [7:0]  side;
    logic [7:0]  order_type;
    logic [7:0]  time_in_force;
    logic [7:0]  self_trade_prevention;
    logic [31:0] window_base;
    logic [31:0] band_low;
    logic [31:0] band_high;
    logic [31:0] max_price;
    logic [31:0] max_quantity;
    logic [31:0] position;       // load position: lots, signed
    logic [15:0] lines;
  } command_t;

  // What set instrument and set band define.
  typedef struct packed {
    logic                     known;
    logic [31:0]              window_base;
    logic [31:0]              band_low;
    logic [31:0]              band_high;
    logic [30:0]              max_price;
    logic [QUANTITY_BITS-1:0] max_quantity;
  } config_t;

  // One side's best level: a copy of the level's head and total, so that a match needs no look-up.
  typedef struct packed {
    logic                  valid;
    logic [31:0]           price;
    logic [SLOT_BITS-1:0]  head;
    logic [TOTAL_BITS-1:0] total;
  } best_t;

  typedef struct packed {
    logic [COUNT_BITS-1:0] orders;
    best_t                 bid;
    best_t                 ask;
  } book_t;

  // A FIFO of orders at one price. Meaningful only while the bitmap has the level's bit.
  typedef struct packed {
    logic [SLOT_BITS-1:0]  head;
    logic [SLOT_BITS-1:0]  tail;
    logic [TOTAL_BITS-1:0] total;
  } level_t;

  // What does not change while an order keeps its place.
  typedef struct packed {
    logic [63:0]                id;
    logic [31:0]                account;
    logic [31:0]                session;
    logic [31:0]                group;          // for self-trade prevention; 0: none
    logic [31:0]                price;
    logic [SLOT_BITS-1:0]       position_slot;
    logic [INSTRUMENT_BITS-1:0] instrument;
    logic                       side;           // 1: sell
  } order_t;

  // What changes in place. The order's total is open + filled.
  typedef struct packed {
    logic                     live;
    logic                     parked;
    logic [QUANTITY_BITS-1:0] open;
    logic [QUANTITY_BITS-1:0] filled;
  } state_t;

  // What the pool says of a slot. The head's prev and the tail's next are stale.
  typedef struct packed {
    state_t               state;
    logic [SLOT_BITS-1:0] next;
    logic [SLOT_BITS-1:0] prev;
    order_t               order;
  } entry_t;

  // What a position slot holds. Each number of lots is below 2^28; room is what is still allowed,
  // 2^28 - 1 - (size + bids + asks), kept so that a check is one comparison.
  typedef struct packed {
    logic                       open;
    logic [ACCOUNT_BITS-1:0]    account;
    logic [INSTRUMENT_BITS-1:0] instrument;
    logic                       is_short;  // the position is below zero
    logic [QUANTITY_BITS-1:0]   size;   // |pos|
    logic [QUANTITY_BITS-1:0]   bids;   // B: open lots of its bids
    logic [QUANTITY_BITS-1:0]   asks;   // A: open lots of its asks
    logic [QUANTITY_BITS-1:0]   room;
  } position_t;

  // A change of a position by its orders: lots traded, and opened (or, negative, closed), at a side.
  typedef struct packed {
    logic                     valid;
    logic [SLOT_BITS-1:0]     slot;
    logic                     sell;
    logic [QUANTITY_BITS-1:0] traded;
    logic [QUANTITY_BITS:0]   opened;  // signed
  } position_update_t;

  // Binds a position slot, without open orders, or frees it.
  typedef struct packed {
    logic                       valid;
    logic [SLOT_BITS-1:0]       slot;
    logic                       open;
    logic [ACCOUNT_BITS-1:0]    account;
    logic [INSTRUMENT_BITS-1:0] instrument;
    logic [QUANTITY_BITS:0]     pos;  // signed
  } position_bind_t;

  // A command's sums and comparisons with what it names; flags follow from them a cycle later.
  typedef struct packed {
    config_t                  configuration;
    logic [31:0]              group;            // of the account
    logic                     account_known;
    logic                     above_limit;      // price > max_price, if it is not negative
    logic                     below_limit;      // price < -max_price, if it is
    logic [31:0]              distance;         // price - window_base, modulo 2^32
    logic                     under_base;       // price < 0 <= window_base
    logic                     beyond_bids;      // price > band_high
    logic                     beyond_asks;      // price < band_low
    logic                     too_large;        // quantity > max_quantity
    logic                     nothing_open;     // total <= filled
    logic [31:0]              lots;             // that it would open
    logic                     over_room;        // more than its position has room for
    logic                     position_open;
    logic                     position_fits;    // open, of the same account and instrument
    logic                     position_empty;
    logic                     is_long;
    logic                     is_short;
    logic                     size_is_less;     // |pos| < quantity
    logic [QUANTITY_BITS-1:0] size;             // |pos|
    logic                     price_in_band;
    logic [32:0]              low_distance;     // of the band from the window's first price
    logic [32:0]              high_distance;
    logic                     band_reversed;    // band_low > band_high
    logic [32:0]              window_last;
  } measures_t;

  // What is known of a command when it reaches the kernel port.
  typedef struct packed {
    logic [REASONS-1:0]       refusals;
    logic                     alone;            // no other command may be under way beside it
    config_t                  configuration;
    logic [31:0]              limit_buy;        // the highest price at which it may buy
    logic [31:0]              limit_sell;
    logic                     beyond_bids;      // as a bid it is beyond the band
    logic                     beyond_asks;
    logic                     outside;          // its price has no level
    logic [QUANTITY_BITS-1:0] lots;             // that it would open; replace: the new total
    logic                     takes_slot;       // it may rest in its slot
    logic                     parked;
    logic                     dry;              // it is only answered
    logic                     post_only;
    logic                     may_rest;         // not IOC, not FOK
    logic                     fill_or_kill;
    logic                     cancels_resting;  // self-trade prevention, if it has a group
    logic                     cancels_both;
    logic [31:0]              group;
  } facts_t;

  // One cycle's reads of memories; answers come in the next cycle and stay until the next read there.
  typedef struct packed {
    logic                       table_read;
    logic                       ladder_read;
    logic [INSTRUMENT_BITS-1:0] instrument;  // of table and ladder
    logic [INDEX_BITS-1:0]      index;
    logic                       pool_read;
    logic [SLOT_BITS-1:0]       slot;
    logic                       search;      // next level from the ladder's path ...
    logic                       up;          // ... upwards, else downwards
    logic                       drop;        // the search begun in the cycle before is not wanted
  } access_t;

  // One cycle's change of the instrument table.
  typedef struct packed {
    logic [INSTRUMENT_BITS-1:0] instrument;
    logic                       config_write;
    config_t                    configuration;
    logic                       book_write;
    book_t                      book;
  } table_write_t;

  // One cycle's change of the level that the ladder's path leads to.
  typedef struct packed {
    logic   level_write;
    level_t level;
    logic   occupy;
    logic   vacate;
  } ladder_write_t;

  // One cycle's change of the order pool.
  typedef struct packed {
    logic                     insert;        // write the order at `slot`
    logic                     change;        // write the state at `slot`
    logic [SLOT_BITS-1:0]     slot;
    state_t                   state;
    order_t                   order;
    logic                     next_write;
    logic [SLOT_BITS-1:0]     next_slot;
    logic [SLOT_BITS-1:0]     next;
    logic                     prev_write;
    logic [SLOT_BITS-1:0]     prev_slot;
    logic [SLOT_BITS-1:0]     prev;
  } pool_write_t;

  // How matching ended, and what it leaves to be written.
  typedef struct packed {
    logic                     spent;    // nothing is left of the order
    logic                     met_own;  // it was stopped by one of its owner
    logic                     changed;  // makers traded or ended
    logic                     gone;     // the levels matched are empty: the cursor is untouched
    logic [QUANTITY_BITS-1:0] left;     // unless spent
    best_t                    cursor;   // the best level now
  } outcome_t;

  // What is known of the orders that a command names.
  typedef struct packed {
    entry_t                   named;
    entry_t                   other;        // cross: the ask
    logic                     unknown;      // the named order is not the one meant
    logic                     ends;         // replace: nothing would be open
    logic                     same_price;   // replace: the price is the old one
    logic                     grows;        // replace: more lots would be open
    logic                     same_lots;    // replace: as many lots would be open
    logic [QUANTITY_BITS-1:0] lots;         // open afterwards
    logic                     improves;     // unpark: at the best price or better
    logic                     window_up;    // set window: upwards
    logic                     window_same;
    logic [32:0]              window_last;  // its last price
    logic [INDEX_BITS-1:0]    window_edge;  // the level that the old window loses first
    logic                     buys_all;     // cross: all that the bid has open
    logic                     sells_all;
    logic [REASONS-1:0]       reasons;      // to refuse unpark, cross, set instrument, set band
  } vetted_t;

  // How a command stands against the best prices, as it begins.
  typedef struct packed {
    logic ask_meets;     // as a bid it would trade
    logic bid_meets;
    logic bid_improves;  // as a bid it would be at the best price or better
    logic ask_improves;
    logic crosses;       // of its order's side: it would trade
    logic improves;      // it would be at the best price or better
    logic beyond_band;
  } standing_t;

  // What shall become of a command, as far as it is known in its first answer.
  typedef struct packed {
    logic                     refused;
    logic                     last;         // nothing follows this answer, ...
    logic                     last_below;   // ... or unless it rests at the best price
    logic                     crosses;      // it would trade
    logic                     beyond_band;
    logic                     leaves;       // what does not trade does not rest
    logic                     improves;     // it would rest at the best price or better
    logic                     met_own;      // matching was stopped by an order of its owner
    // Of an order named
    logic                     at_best;      // it rests at the best price of its side
    logic                     keeps;        // it keeps its place
    logic [QUANTITY_BITS-1:0] removed;      // lots that leave its place
    logic                     sound;        // the book agrees with it
    logic                     asks_room;    // its position must be looked at first
  } verdict_t;

  // What one cycle does to the books.
  typedef struct packed {
    logic remove;   // the named order ends, or leaves its place
    logic lower;    // its lots are lowered in place
    logic found;    // a search found the next best level of its side
    logic settle;   // matching is over
    logic measure;  // an order's level is at hand: what will its total be
    logic enter;    // it comes in
    logic link;     // ... into the book, not parked
    logic buy;      // cross: the bid's part
    logic sell;     // cross: the ask's
  } operation_t;

  // The step that the command under way is at; none: it is at one that only the sequencer knows.
  typedef struct packed {
    logic answer;     // the first event of what names no live order ...
    logic walks;      // ... but a fill or kill is walked before
    logic fetch;      // the order named is at the pool's port
    logic other;      // the second order of a cross is
    logic vet;        // prices and quantities are compared
    logic conclude;   // what follows from that
    logic room;       // the position's exact room
    logic tell;       // the first event of what names live orders
    logic match;      // matching is under way
    logic settle;     // what matching left is written
    logic prepare;    // the level where the order will rest is at hand
    logic leave;      // what is left of the order ends
    logic top;        // the top of the book changed
    logic edge_known; // set window: whether the old window's first or last level holds orders
    logic scan_known; // ... and the first order from there
    logic walk;       // the walker has the memories
  } step_t;

  // What is held of the command under way, beside its fields.
  typedef struct packed {
    order_t                   order;            // that it creates or names
    logic [SLOT_BITS-1:0]     slot;
    logic [QUANTITY_BITS-1:0] lots;             // that it takes in; after matching, what is left
    logic [QUANTITY_BITS-1:0] filled;
    logic [QUANTITY_BITS-1:0] traded;           // by matching
    logic [QUANTITY_BITS-1:0] removed;          // lots that leave its place
    logic [QUANTITY_BITS-1:0] growth;           // if it grows: more lots than were open
    logic [31:0]              enter_price;
    logic [31:0]              limit;            // of matching
    logic                     cancels_resting;  // self-trade prevention, as its group asks
    logic                     cancels_both;
    logic                     refused_low;      // a reason up to UNKNOWN_ORDER is known ...
    logic                     refused_high;     // ... a later one
    logic                     refused_last;     // ... one that comes behind all of the book's
    logic                     improves;         // it enters at the best price or better
    logic                     at_best;          // it left the best level
    logic                     keeps;            // it keeps its place
    logic                     only;             // it was alone on its level
    logic                     top;              // the top of the book changed
    logic                     matched;          // matching, dry or not, was begun
    logic                     roomed;           // its position was looked at
    logic                     ending;           // a mass cancel ends this order
  } held_t;

  // What rules and audit tell of an event; what a template lacks is not used.
  typedef struct packed {
    logic [15:0] template_id;
    logic        last;
    logic [31:0] account;
    logic [63:0] order_id;                   // trade: the taker's
    logic [63:0] maker_id;
    logic [31:0] maker_account;              // of the resting order, in matching
    logic [31:0] slot;
    logic [31:0] price;
    logic [31:0] quantity;
    logic [7:0]  cancel_reason;
    logic [15:0] command_template;
    logic [15:0] instrument;
    logic [7:0]  side;
    logic        kept;                       // replaced: the order kept its place
    logic [31:0] number;                     // done: lines or orders; audit order: rank
  } event_t;

  // An event as it leaves the kernel, before it is laid out: beside what is told, all that the layout
  // may take from elsewhere. So nothing is chosen or laid out in the cycle of the event.
  typedef struct packed {
    event_t             told;
    logic [REASONS-1:0] refusals;            // rejected: every reason at its number, the lowest counts
    book_t              book;                // top of book, audit instrument
    config_t            configuration;       // audit instrument
    entry_t             entry;               // audit order
    position_t          position;            // audit position
    logic [31:0]        group;               // audit account
  } answer_t;
endpackage
