// The gate ahead of the matcher: commands between the intake and the kernel port have their gate's
// operation early, so that their verdicts are there when they come to the port.
//
// entered_i: a command left the intake's checks; it is at the port (its entry is 0 ahead) when those before
// it have started. The next cycle it is looked at, if none waits before it; two cycles later request_o
// is up until granted_i. Throughput: a command each 2 or 3 cycles. Its result comes with its index; go_o
// is up from the cycle after while it is at the port. Not accepted: it is taken back, with all younger
// ones, and is serial: the conductor's. So is what is not an order or a cancel, or names an account that is
// not healthy. Nothing is looked at behind a serial one until that is done (waiting_i).
//
// maker_valid_i: an operation that may lower what is free of maker_account_i is to be issued.
// maker_free_o, a cycle later, says that nothing early of that account is in: else all is taken back first.
// Nothing early is requested and no command starts while it is up. gating_account_o: gating_waits_i says a
// cycle later that such an operation of that account is not back yet.
//
// Why an early verdict holds: fpga/margin.md.
module margin_ahead #(
    parameter int unsigned ACCOUNTS = 16384,
    parameter bit OVERLAP = 1'b1             // 0: every command is serial
) (
    input  logic                          clk_i,
    input  logic                          rst_i,
    input  logic                          clears_i,       // an account's entry, at ...
    input  logic [19:0]                   clear_index_i,
    // Commands
    input  logic                          entered_i,
    input  kernel_pkg::command_t          command_i,
    input  kernel_pkg::facts_t            facts_i,
    output logic                          room_o,         // one more may enter
    input  logic                          started_i,      // the oldest
    input  kernel_pkg::command_t          port_command_i, // that one
    input  kernel_pkg::facts_t            port_facts_i,
    input  logic                          waiting_i,      // no serial command is under way
    output logic                          go_o,           // the oldest may start
    output logic                          serial_o,       // ... is serial
    output logic                          at_hand_o,      // ... and its account's record was read last
    output margin_stage_pkg::running_t    running_o,
    // Records
    output margin_stage_pkg::reach_t      reach_o,
    input  margin_stage_pkg::account_t    account_i,
    input  margin_stage_pkg::terms_t      terms_i,
    input  logic [margin_stage_pkg::MOST_GROUPS-1:0] banks_i,  // current
    // Operations
    output logic                          request_valid_o,
    output margin_stage_pkg::request_t    request_o,
    input  logic                          granted_i,
    input  logic                          result_valid_i,
    input  margin_pkg::result_t           result_i,
    input  margin_stage_pkg::aside_t      aside_i,
    // Makers
    input  logic                          maker_valid_i,
    input  logic [kernel_pkg::ACCOUNT_BITS-1:0] maker_account_i,
    output logic                          maker_free_o,
    output logic [kernel_pkg::ACCOUNT_BITS-1:0] gating_account_o,
    input  logic                          gating_waits_i
);
  localparam int unsigned BITS = margin_stage_pkg::RING_BITS;
  localparam int unsigned ENTRIES = 1 << BITS;
  localparam int unsigned MOST_BITS = 22;  // lots of an early gate: so B and A never pass 28 bits
  localparam int unsigned ACCOUNT_INDEX = $clog2(ACCOUNTS);

  typedef struct packed {
    logic                                   orders;     // new or replace
    logic                                   replaces;
    logic                                   serial;
    logic [31:0]                            account;
    logic [kernel_pkg::INSTRUMENT_BITS-1:0] instrument;
    logic [kernel_pkg::SLOT_BITS-1:0]       position_slot;
    logic                                   sell;
    logic [31:0]                            price;
    logic [MOST_BITS-1:0]                   lots;
  } ahead_t;

  typedef enum logic [2:0] {
    SELECT,   // the oldest that was not looked at
    EXAMINE,  // its records are at hand
    ASK,      // its operation is requested
    TURN,     // the next one to be taken back
    TURNED    // ... its operation is requested
  } state_t;
  state_t state_q;

  // What entered, a cycle later: it is written, and looked at if none is before it.
  kernel_pkg::command_t entered_q;
  kernel_pkg::facts_t   entered_facts_q;
  logic                 entered_valid_q, plain, dry, reduce_only, system, beyond;
  ahead_t               entering, waits, chosen, one_q;

  always_ff @(posedge clk_i) begin
    entered_valid_q <= !rst_i && entered_i;
    entered_q <= command_i;
    entered_facts_q <= facts_i;
  end

  assign dry = entered_q.flags[card_pkg::COMMAND_FLAGS_DRY_RUN_BIT];
  assign reduce_only = entered_q.flags[card_pkg::COMMAND_FLAGS_REDUCE_ONLY_BIT];
  assign system = entered_q.flags[card_pkg::COMMAND_FLAGS_SYSTEM_BIT];
  assign plain = entered_q.kind.cancel
      || ((entered_q.kind.replace || (entered_q.kind.is_new && !dry && !reduce_only && !system))
          && !beyond);
  assign beyond = entered_q.position_slot[31:kernel_pkg::SLOT_BITS] != '0
      || entered_q.quantity[31:MOST_BITS] != '0;

  always_comb begin
    entering.orders = entered_q.kind.is_new || entered_q.kind.replace;
    entering.replaces = entered_q.kind.replace;
    entering.serial = !OVERLAP || !plain || entered_facts_q.alone
        || entered_facts_q.refusals[kernel_pkg::REASONS-1:1] != '0;
    entering.account = entered_q.account;
    entering.instrument = entered_q.instrument[kernel_pkg::INSTRUMENT_BITS-1:0];
    entering.position_slot = entered_q.position_slot[kernel_pkg::SLOT_BITS-1:0];
    entering.sell = entered_q.side[0];
    entering.price = entered_q.price;
    entering.lots = entered_q.quantity[MOST_BITS-1:0];
  end

  // The ring: first_q is the oldest, next_q the oldest not looked at. room_o counts one on its way.
  ahead_t ring [0:ENTRIES-1];
  logic [margin_stage_pkg::RESERVE_BITS+2:0] gated [0:ENTRIES-1];  // tier and reserve
  logic [kernel_pkg::ACCOUNT_BITS-1:0] accounts_q [0:ENTRIES-1];
  logic [ENTRIES-1:0] in_q, done_q;       // its operation is in; it may start
  logic [BITS:0] first_q, next_q, last_q, turn_q, from_q, count_q;
  logic          serial_q, stops_q;       // next_q is serial; and so will be from_q
  logic          at_hand_q;
  logic          candidate, request, ahead_result, accepted, refused, healthy, eligible, hit, hit_q, recalls;
  logic [5:0]    out_q, ignored_q;        // operations out; how many of their results mean nothing

  always_ff @(posedge clk_i) begin
    if (entered_valid_q) ring[last_q[BITS-1:0]] <= entering;
    if (entered_valid_q) accounts_q[last_q[BITS-1:0]] <= entering.account[kernel_pkg::ACCOUNT_BITS-1:0];
    last_q <= rst_i ? '0 : last_q + (BITS+1)'(entered_valid_q);
    count_q <= rst_i ? '0 : count_q + (BITS+1)'(entered_i) - (BITS+1)'(started_i);
  end
  assign room_o = !count_q[BITS];

  assign waits = ring[state_q == TURN ? turn_q[BITS-1:0] : next_q[BITS-1:0]];
  assign chosen = next_q == last_q && state_q != TURN ? entering : waits;
  assign candidate = waiting_i && !serial_q && !maker_valid_i && (next_q != last_q || entered_valid_q);

  // Which accounts were healthy, and free not below zero, when last compared.
  ram_1r1w #(.WIDTH(1), .DEPTH(ACCOUNTS)) u_healthy (
      .clk_i,
      .read_i(state_q == SELECT),
      .read_address_i(chosen.account[ACCOUNT_INDEX-1:0]),
      .read_data_o(healthy),
      .write_i(clears_i || (result_valid_i && (aside_i.asker == margin_stage_pkg::ASKER_FRONT
          || (aside_i.asker == margin_stage_pkg::ASKER_EVENTS && aside_i.judge)))),
      .write_address_i(clears_i ? clear_index_i[ACCOUNT_INDEX-1:0]
          : aside_i.account[ACCOUNT_INDEX-1:0]),
      .write_data_i(clears_i
          || (aside_i.judge && result_i.status == card_pkg::MARGIN_STATUS_HEALTHY[1:0]))
  );

  // Lots above the position's limit: digits of three bits, each a look-up, joined in pairs.
  logic [23:0] lots_24;
  logic [7:0]  above, same;
  logic [3:0]  above_2, same_2;
  logic        too_many;
  always_comb begin
    for (int i = 0; i < 8; i++) begin
      above[i] = lots_24[3*i+:3] > terms_i.position_limit[3*i+:3];
      same[i] = lots_24[3*i+:3] == terms_i.position_limit[3*i+:3];
    end
    for (int i = 0; i < 4; i++) begin
      above_2[i] = above[2*i+1] || (same[2*i+1] && above[2*i]);
      same_2[i] = same[2*i+1] && same[2*i];
    end
  end
  assign lots_24 = 24'(one_q.lots);
  assign too_many = terms_i.position_limit[27:24] == '0 && (above_2[3] || (same_2[3] && (above_2[2]
      || (same_2[2] && (above_2[1] || (same_2[1] && above_2[0]))))));

  always_comb begin
    eligible = healthy && account_i.known && !one_q.serial
        && (account_i.has & (account_i.bank ^ banks_i)) == '0;
    if (one_q.orders && (!terms_i.valued || too_many || (one_q.replaces && account_i.mixed))) begin
      eligible = 1'b0;
    end
  end

  // Results: in order, so those of what was taken back are the next ones.
  assign ahead_result = result_valid_i && aside_i.asker == margin_stage_pkg::ASKER_AHEAD;
  assign recalls = state_q == TURN || state_q == TURNED;
  assign accepted = aside_i.fits && !result_i.free_negative
      && result_i.status_before == card_pkg::MARGIN_STATUS_HEALTHY[1:0]
      && (result_i.cash[63:59] == '0 || result_i.cash[63:59] == '1);
  assign refused = ahead_result && !recalls && ignored_q == '0 && !accepted;

  always_comb begin
    hit = 1'b0;
    for (int i = 0; i < ENTRIES; i++) begin
      if (in_q[i] && accounts_q[i] == maker_account_i) hit = 1'b1;
    end
  end

  assign request = (state_q == ASK && !maker_valid_i && !gating_waits_i) || state_q == TURNED;

  always_ff @(posedge clk_i) begin
    maker_free_o <= maker_valid_i && !hit;
    hit_q <= maker_valid_i && hit;
    out_q <= rst_i ? '0 : out_q + 6'(granted_i) - 6'(ahead_result);
    if (rst_i) ignored_q <= '0;
    else if (recalls) ignored_q <= out_q + 6'(granted_i) - 6'(ahead_result);
    else if (ahead_result && ignored_q != '0) ignored_q <= ignored_q - 6'd1;

    if (ahead_result && !recalls && ignored_q == '0) begin
      done_q[aside_i.index] <= accepted;
      gated[aside_i.index] <= {aside_i.tier, aside_i.r};
    end
    if (started_i) begin
      first_q <= first_q + 1'b1;
      in_q[first_q[BITS-1:0]] <= 1'b0;
      done_q[first_q[BITS-1:0]] <= 1'b0;
      if (serial_q && first_q == next_q) begin
        serial_q <= 1'b0;
        next_q <= next_q + 1'b1;
      end
    end

    if ((state_q == SELECT && candidate) || request) at_hand_q <= 1'b0;
    case (state_q)
      SELECT: begin
        one_q <= chosen;
        if (candidate && chosen.serial && !chosen.orders) serial_q <= 1'b1;
        else if (candidate) state_q <= EXAMINE;
      end
      EXAMINE: begin
        state_q <= SELECT;
        if (one_q.orders && gating_waits_i) begin
          state_q <= SELECT;
        end else if (!eligible) begin
          serial_q <= 1'b1;
          at_hand_q <= 1'b1;
        end else if (one_q.orders) begin
          state_q <= ASK;
        end else begin
          done_q[next_q[BITS-1:0]] <= 1'b1;
          next_q <= next_q + 1'b1;
        end
      end
      ASK: begin
        if (gating_waits_i) begin
          state_q <= SELECT;
        end else if (granted_i) begin
          in_q[next_q[BITS-1:0]] <= 1'b1;
          next_q <= next_q + 1'b1;
          state_q <= SELECT;
        end
      end
      TURN: begin
        one_q <= chosen;
        if (turn_q == next_q) begin
          next_q <= from_q;
          serial_q <= stops_q;
          state_q <= SELECT;
        end else begin
          done_q[turn_q[BITS-1:0]] <= 1'b0;
          if (in_q[turn_q[BITS-1:0]]) state_q <= TURNED;
          else turn_q <= turn_q + 1'b1;
        end
      end
      TURNED: if (granted_i) begin
        in_q[turn_q[BITS-1:0]] <= 1'b0;
        turn_q <= turn_q + 1'b1;
        state_q <= TURN;
      end
      default: state_q <= SELECT;
    endcase

    // A recall: from the oldest for a maker, else from the one that was not accepted.
    if (!recalls && (hit_q || refused)) begin
      state_q <= TURN;
      stops_q <= !hit_q;
      turn_q <= first_q;
      from_q <= first_q;
      if (!hit_q) begin
        turn_q <= first_q + {1'b0, aside_i.index - first_q[BITS-1:0]};
        from_q <= first_q + {1'b0, aside_i.index - first_q[BITS-1:0]};
      end
    end
    if (rst_i) begin
      state_q <= SELECT;
      first_q <= '0;
      next_q <= '0;
      in_q <= '0;
      done_q <= '0;
      serial_q <= 1'b0;
    end
  end

  // The oldest: it may start when it is done, and no one is to be taken back.
  logic ready_q, serial;
  margin_stage_pkg::running_t running_q;

  assign serial = serial_q && first_q == next_q && !recalls;
  assign serial_o = serial;
  assign at_hand_o = at_hand_q;
  assign go_o = ready_q && waiting_i && !recalls && !maker_valid_i;

  always_ff @(posedge clk_i) begin
    ready_q <= !rst_i && !started_i && !recalls && (done_q[first_q[BITS-1:0]]
        || (ahead_result && ignored_q == '0 && accepted && aside_i.index == first_q[BITS-1:0]));
    if (started_i) begin
      running_q.fast <= !serial;
      running_q.gated <= in_q[first_q[BITS-1:0]];
      running_q.is_new <= port_command_i.kind.is_new;
      running_q.cancel <= port_command_i.kind.cancel;
      running_q.replace <= port_command_i.kind.replace;
      running_q.takes_slot <= port_facts_i.takes_slot;
      running_q.order_id <= port_command_i.order_id;
      running_q.account <= port_command_i.account[kernel_pkg::ACCOUNT_BITS-1:0];
      running_q.slot <= port_command_i.slot[kernel_pkg::SLOT_BITS-1:0];
      running_q.order.position_slot <= port_command_i.position_slot[kernel_pkg::SLOT_BITS-1:0];
      running_q.order.sell <= port_command_i.side[0];
      {running_q.order.tier, running_q.order.reserve} <= gated[first_q[BITS-1:0]];
      running_q.lots <= port_facts_i.lots;
      running_q.price <= port_command_i.price;
    end
    if (rst_i) running_q.fast <= 1'b0;
  end
  assign running_o = running_q;

  // What is read, and requested.
  assign gating_account_o = state_q == SELECT ? chosen.account[kernel_pkg::ACCOUNT_BITS-1:0]
      : one_q.account[kernel_pkg::ACCOUNT_BITS-1:0];

  always_comb begin
    reach_o = '0;
    if (state_q == SELECT && candidate) begin
      reach_o.account_read = 1'b1;
      reach_o.account = chosen.account;
      reach_o.terms_read = 1'b1;
      reach_o.instrument = chosen.instrument;
    end
    if (request) begin
      reach_o.account_read = 1'b1;
      reach_o.account = one_q.account;
    end
  end

  assign request_valid_o = request;
  always_comb begin
    request_o = '0;
    request_o.asker = margin_stage_pkg::ASKER_AHEAD;
    request_o.rate = margin_stage_pkg::RATE_NONE;
    request_o.early = 1'b1;
    request_o.index = next_q[BITS-1:0];
    request_o.of_position = 1'b1;
    request_o.account = one_q.account[kernel_pkg::ACCOUNT_BITS-1:0];
    request_o.instrument = one_q.instrument;
    request_o.position_slot = one_q.position_slot;
    request_o.sell = one_q.sell;
    request_o.price = one_q.price;
    request_o.anew = 1'b1;
    request_o.reserving = kernel_pkg::QUANTITY_BITS'(one_q.lots);
    request_o.opened = (kernel_pkg::QUANTITY_BITS+1)'(one_q.lots);
    if (state_q == TURNED) begin
      request_o.turned = 1'b1;
      request_o.opened = -((kernel_pkg::QUANTITY_BITS+1)'(one_q.lots));
    end
  end

  always_ff @(posedge clk_i) begin
    if (!rst_i) begin
      no_more_enter_than_there_is_room_for : assert (!(entered_i && !room_o));
      what_starts_was_looked_at : assert (!started_i || serial || done_q[first_q[BITS-1:0]]);
      nothing_starts_before_a_maker : assert (!(started_i && maker_valid_i));
      nothing_early_is_in_beside_a_serial_command : assert (waiting_i || in_q == '0);
    end
  end
endmodule
