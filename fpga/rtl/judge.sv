// What shall become of a command: whether it is refused, and for what reasons; whether its order
// would trade, rest or leave; whether it keeps its place; combinational.
//
// answers_i: of a command that names no live order, whose slot's entry is at entry_live_i; else of
// one that does. late_i: reasons found on the way. The reasons may be wrong where a lower one holds.
module judge (
    input  logic                           answers_i,
    input  kernel_pkg::command_t           command_i,
    input  kernel_pkg::facts_t             facts_i,
    input  logic                           refused_low_i,   // facts_i: a reason up to UNKNOWN_ORDER
    input  logic                           refused_high_i,  // ... a later one
    input  logic                           refused_last_i,  // ... one behind those of the book
    input  logic [kernel_pkg::REASONS-1:1] late_i,
    input  logic                           late_any_i,      // late_i: there is one
    input  kernel_pkg::standing_t          standing_i,
    input  logic                           own_valid_i,     // the order's side has a best price
    input  logic                           own_price_i,     // and that is the order's
    input  logic                           entry_live_i,
    input  logic                           pool_full_i,
    input  kernel_pkg::vetted_t            vetted_i,
    input  logic                           ending_i,        // the order ends by a mass cancel
    input  logic                           roomed_i,        // its position was looked at
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] room_i,    // of its position
    input  logic                           walked_i,        // matching, dry or not, has ended as ...
    input  kernel_pkg::outcome_t           outcome_i,
    output kernel_pkg::verdict_t           verdict_o,
    output logic [kernel_pkg::REASONS-1:0] refusals_o
);
  // The reasons up to this one say what a command names; a replace that ends its order has no others.
  localparam int NAMING = 8;

  kernel_pkg::kind_t  kind;
  kernel_pkg::state_t state;  // of the order named
  logic [kernel_pkg::REASONS-1:1] reasons;
  logic may_not_cross, unfillable, refused_answer, refused_tell, ends, goes_on;
  logic crosses, occupied, beyond_band, leaves, improves, at_best, keeps;
  logic [kernel_pkg::QUANTITY_BITS-1:0] removed;

  assign kind = command_i.kind;
  assign state = vetted_i.named.state;
  assign ends = kind.replace && vetted_i.ends;
  assign may_not_cross = facts_i.post_only || (kind.load_order && !facts_i.parked);
  assign occupied = entry_live_i && !facts_i.dry;
  assign unfillable = walked_i && facts_i.fill_or_kill && !outcome_i.spent;

  always_comb begin
    reasons = facts_i.refusals[kernel_pkg::REASONS-1:1] | late_i;
    if (answers_i) begin
      reasons[card_pkg::REJECT_REASON_SLOT_OCCUPIED] = facts_i.takes_slot && occupied;
      reasons[card_pkg::REJECT_REASON_POOL_FULL] = facts_i.takes_slot && pool_full_i;
      reasons[card_pkg::REJECT_REASON_WOULD_CROSS] = crosses && may_not_cross;
      reasons[card_pkg::REJECT_REASON_WOULD_SELF_TRADE] = unfillable && outcome_i.met_own;
      if (unfillable) reasons[card_pkg::REJECT_REASON_UNFILLABLE] = 1'b1;
    end else begin
      if (ends) for (int i = NAMING + 1; i < kernel_pkg::REASONS; i++) reasons[i] = 1'b0;
      if (vetted_i.unknown) reasons[card_pkg::REJECT_REASON_UNKNOWN_ORDER] = 1'b1;
    end
  end
  assign refusals_o = {reasons, 1'b0};

  assign refused_answer = refused_low_i || refused_high_i || late_any_i || unfillable
      || (refused_last_i && (!facts_i.fill_or_kill || walked_i))
      || (facts_i.takes_slot && (occupied || pool_full_i))
      || (crosses && may_not_cross);
  assign refused_tell = !ending_i && (refused_low_i || vetted_i.unknown
      || ((refused_high_i || refused_last_i || late_any_i) && !ends));

  assign crosses = standing_i.crosses;
  assign beyond_band = standing_i.beyond_band;
  assign leaves = beyond_band || !facts_i.may_rest;
  assign improves = kind.unpark ? vetted_i.improves : standing_i.improves;
  assign at_best = !state.parked && own_price_i;
  assign keeps = kind.replace && !ends && vetted_i.same_price && !vetted_i.grows
      && state.parked == facts_i.parked;
  assign removed = keeps ? state.open - vetted_i.lots : state.open;
  // Something follows an order's entry.
  assign goes_on = !facts_i.parked && (crosses || leaves || improves);

  always_comb begin
    verdict_o.refused = answers_i ? refused_answer : refused_tell;
    verdict_o.crosses = crosses;
    verdict_o.beyond_band = beyond_band;
    verdict_o.leaves = leaves;
    verdict_o.improves = improves;
    verdict_o.met_own = walked_i && outcome_i.met_own;
    verdict_o.at_best = at_best;
    verdict_o.keeps = keeps;
    verdict_o.removed = removed;
    verdict_o.sound = state.parked || own_valid_i;
    // An order of few lots fits wherever there is much room.
    verdict_o.asks_room = kind.replace && !ends && !roomed_i && !refused_low_i && !vetted_i.unknown
        && (facts_i.alone || !room_i[kernel_pkg::QUANTITY_BITS-1]);

    verdict_o.last_below = 1'b0;
    if (answers_i) begin
      verdict_o.last = kind.is_new ? !goes_on || facts_i.dry
          : !kind.load_order || facts_i.parked || !improves;
    end else begin
      verdict_o.last = !ending_i && (kind.unpark ? !improves : keeps && vetted_i.same_lots);
      verdict_o.last_below = !ending_i && !kind.unpark
          && (keeps || !(kind.replace && !ends && goes_on));
    end
  end

endmodule
