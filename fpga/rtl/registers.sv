// The register blocks of BAR 0, a chain from the identity block at 0: capacity, event ring,
// counters, latency. Layouts come from the schema.
//
// write_i: one pulse a write. read_i: read_data_o two cycles later. reset_o is a pulse: the host
// asked for a reset; rst_i then clears counters, ring and enable. Ring base and slots are written
// only while disabled. Counters count their pulses.
module registers #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned LEVELS = 4096,
    parameter int unsigned ORDERS = 65536,
    parameter int unsigned LIVE_ORDERS = ORDERS - 256,
    parameter int unsigned ACCOUNTS = 16384,
    parameter int unsigned PORTFOLIOS = 0,
    parameter int unsigned POSITIONS = 65536,
    parameter int unsigned SCENARIOS = 0,
    parameter int unsigned GROUPS = 0,
    parameter int unsigned WINDOW_SLOTS = 256,
    parameter int unsigned CLOCK_KILOHERTZ = 0
) (
    input  logic        clk_i,
    input  logic        rst_i,
    output logic        clearing_o,
    input  logic        write_i,
    input  logic [15:0] write_address_i,
    input  logic [31:0] write_data_i,
    input  logic        read_i,
    input  logic [15:0] read_address_i,
    output logic [31:0] read_data_o,
    output logic        reset_o,
    output logic        enable_o,
    output logic [63:0] ring_base_o,
    output logic [31:0] ring_slots_o,
    output logic [31:0] head_o,
    input  logic        resetting_i,
    input  logic        stalled_i,
    input  logic [31:0] consumed_i,
    input  logic        written_i,
    input  logic        out_of_sequence_i,
    input  logic        bad_write_i,
    input  logic        bus_error_i,
    input  logic        reject_i,
    input  logic [5:0]  reason_i,
    input  logic        finished_i,       // a command's last event ...
    input  logic [5:0]  cycles_i          // ... came so many cycles after it, at most 63
);
  localparam int unsigned CAPACITY = 'h040;
  localparam int unsigned RING = 'h080;
  localparam int unsigned COUNTERS = 'h100;
  localparam int unsigned LATENCY = 'h240;
  localparam logic [15:0] VERSION = 16'd1;
  localparam logic [31:0] MAGIC = 32'h4C4B5354;
  localparam logic [31:0] REVISION = 32'd1;
  localparam logic [31:0] RULES_VERSION = 32'd1;

  localparam int unsigned REJECTS = COUNTERS + card_pkg::COUNTER_BLOCK_REJECTS_BYTE;
  localparam int unsigned BUCKETS = LATENCY + card_pkg::LATENCY_BLOCK_BUCKETS_BYTE;

  logic [7:0]  word_q;
  logic [15:0] rejects_offset, buckets_offset;
  logic [31:0] identity, identity_q, limits, limits_q, state, state_q, count_q, reject_count, bucket_count;
  logic [31:0] events_q, out_of_sequence_q, bad_write_q, stall_q, bus_error_q;
  logic [63:0] base_q;
  logic [31:0] slots_q, head_q;
  logic        enable_q, reset_q, clearing_rejects, clearing_buckets, is_reject, is_bucket;
  logic        known_q, shown_q;  // the address is that of a word of a block

  // Counters in memory: addressed as the read comes in, known with the decoded address.
  assign rejects_offset = read_address_i - 16'(REJECTS);
  assign buckets_offset = read_address_i - 16'(BUCKETS);

  counter_memory #(.COUNT(card_pkg::COUNTER_BLOCK_REJECTS_COUNT)) u_rejects (
      .clk_i,
      .rst_i,
      .clearing_o(clearing_rejects),
      .increment_i(reject_i),
      .index_i(reason_i),
      .read_index_i(rejects_offset[7:2]),
      .count_o(reject_count)
  );

  counter_memory #(.COUNT(card_pkg::LATENCY_BLOCK_BUCKETS_COUNT)) u_buckets (
      .clk_i,
      .rst_i,
      .clearing_o(clearing_buckets),
      .increment_i(finished_i),
      .index_i(cycles_i),
      .read_index_i(buckets_offset[7:2]),
      .count_o(bucket_count)
  );

  always_ff @(posedge clk_i) begin
    if (read_i) begin
      word_q <= read_address_i[9:2];
      known_q <= (read_address_i & ~16'h3FC) == 16'd0;
      is_reject <= rejects_offset < 16'(4 * card_pkg::COUNTER_BLOCK_REJECTS_COUNT);
      is_bucket <= buckets_offset < 16'(4 * card_pkg::LATENCY_BLOCK_BUCKETS_COUNT);
    end
  end

  // Who the card is, what it holds, what changes, and what is counted in memory: all 0 but the one that is read.
  // The blocks lie in the first 1,024 bytes.
  always_comb begin
    case (32'(word_q) << 2)
      card_pkg::IDENTITY_BLOCK_HEADER_BLOCK_TYPE_BYTE:
        identity = {VERSION, card_pkg::IDENTITY_BLOCK_TYPE};
      card_pkg::IDENTITY_BLOCK_HEADER_NEXT_BYTE_BYTE: identity = CAPACITY;
      card_pkg::IDENTITY_BLOCK_MAGIC_BYTE: identity = MAGIC;
      card_pkg::IDENTITY_BLOCK_REVISION_BYTE: identity = REVISION;
      card_pkg::IDENTITY_BLOCK_SCHEMA_HASH_BYTE: identity = card_pkg::SCHEMA_HASH[31:0];
      card_pkg::IDENTITY_BLOCK_SCHEMA_HASH_BYTE + 4: identity = card_pkg::SCHEMA_HASH[63:32];
      card_pkg::IDENTITY_BLOCK_RULES_VERSION_MIN_BYTE: identity = RULES_VERSION;
      card_pkg::IDENTITY_BLOCK_RULES_VERSION_MAX_BYTE: identity = RULES_VERSION;
      card_pkg::IDENTITY_BLOCK_CLOCK_KILOHERTZ_BYTE: identity = CLOCK_KILOHERTZ;
      default: identity = 32'd0;
    endcase

    case (32'(word_q) << 2)
      CAPACITY: limits = {VERSION, card_pkg::CAPACITY_BLOCK_TYPE};
      CAPACITY + card_pkg::CAPACITY_BLOCK_HEADER_NEXT_BYTE_BYTE: limits = RING;
      CAPACITY + card_pkg::CAPACITY_BLOCK_INSTRUMENTS_BYTE: limits = INSTRUMENTS;
      CAPACITY + card_pkg::CAPACITY_BLOCK_LEVELS_BYTE: limits = LEVELS;
      CAPACITY + card_pkg::CAPACITY_BLOCK_ORDER_SLOTS_BYTE: limits = ORDERS;
      CAPACITY + card_pkg::CAPACITY_BLOCK_LIVE_ORDERS_BYTE: limits = LIVE_ORDERS;
      CAPACITY + card_pkg::CAPACITY_BLOCK_ACCOUNTS_BYTE: limits = ACCOUNTS;
      CAPACITY + card_pkg::CAPACITY_BLOCK_PORTFOLIOS_BYTE: limits = PORTFOLIOS;
      CAPACITY + card_pkg::CAPACITY_BLOCK_POSITIONS_BYTE: limits = POSITIONS;
      CAPACITY + card_pkg::CAPACITY_BLOCK_SCENARIOS_BYTE: limits = SCENARIOS;
      CAPACITY + card_pkg::CAPACITY_BLOCK_WINDOW_SLOTS_BYTE: limits = WINDOW_SLOTS;
      CAPACITY + card_pkg::CAPACITY_BLOCK_GROUPS_BYTE: limits = GROUPS;

      RING: limits = {VERSION, card_pkg::EVENT_RING_BLOCK_TYPE};
      RING + card_pkg::EVENT_RING_BLOCK_HEADER_NEXT_BYTE_BYTE: limits = COUNTERS;

      COUNTERS: limits = {VERSION, card_pkg::COUNTER_BLOCK_TYPE};
      COUNTERS + card_pkg::COUNTER_BLOCK_HEADER_NEXT_BYTE_BYTE: limits = LATENCY;

      LATENCY: limits = {VERSION, card_pkg::LATENCY_BLOCK_TYPE};
      default: limits = 32'd0;
    endcase

    case (32'(word_q) << 2)
      RING + card_pkg::EVENT_RING_BLOCK_RING_BASE_BYTE: state = base_q[31:0];
      RING + card_pkg::EVENT_RING_BLOCK_RING_BASE_BYTE + 4: state = base_q[63:32];
      RING + card_pkg::EVENT_RING_BLOCK_SLOTS_BYTE: state = slots_q;
      RING + card_pkg::EVENT_RING_BLOCK_HEAD_BYTE: state = head_q;
      RING + card_pkg::EVENT_RING_BLOCK_CONTROL_BYTE:
        state = 32'(enable_q) << card_pkg::RING_CONTROL_ENABLE_BIT;
      RING + card_pkg::EVENT_RING_BLOCK_STATUS_BYTE:
        state = (32'(resetting_i) << card_pkg::RING_STATUS_RESETTING_BIT)
            | (32'(stalled_i) << card_pkg::RING_STATUS_STALLED_BIT);

      COUNTERS + card_pkg::COUNTER_BLOCK_COMMANDS_BYTE: state = consumed_i;
      COUNTERS + card_pkg::COUNTER_BLOCK_EVENTS_BYTE: state = events_q;
      COUNTERS + card_pkg::COUNTER_BLOCK_WINDOW_OUT_OF_SEQUENCE_BYTE: state = out_of_sequence_q;
      COUNTERS + card_pkg::COUNTER_BLOCK_WINDOW_BAD_WRITE_BYTE: state = bad_write_q;
      COUNTERS + card_pkg::COUNTER_BLOCK_STALL_CYCLES_BYTE: state = stall_q;
      COUNTERS + card_pkg::COUNTER_BLOCK_BUS_ERRORS_BYTE: state = bus_error_q;
      default: state = 32'd0;
    endcase
  end

  always_ff @(posedge clk_i) begin
    shown_q <= known_q;
    identity_q <= identity;
    limits_q <= limits;
    state_q <= state;
    count_q <= is_reject ? reject_count : is_bucket ? bucket_count : 32'd0;
    reset_q <= 1'b0;
    events_q <= events_q + 32'(written_i);
    out_of_sequence_q <= out_of_sequence_q + 32'(out_of_sequence_i);
    bad_write_q <= bad_write_q + 32'(bad_write_i);
    stall_q <= stall_q + 32'(stalled_i);
    bus_error_q <= bus_error_q + 32'(bus_error_i);
    if (write_i) begin
      case (32'(write_address_i))
        RING + card_pkg::EVENT_RING_BLOCK_RING_BASE_BYTE:
          if (!enable_q) base_q[31:0] <= write_data_i;
        RING + card_pkg::EVENT_RING_BLOCK_RING_BASE_BYTE + 4:
          if (!enable_q) base_q[63:32] <= write_data_i;
        RING + card_pkg::EVENT_RING_BLOCK_SLOTS_BYTE:
          if (!enable_q) slots_q <= write_data_i;
        RING + card_pkg::EVENT_RING_BLOCK_HEAD_BYTE: head_q <= write_data_i;
        RING + card_pkg::EVENT_RING_BLOCK_CONTROL_BYTE: begin
          enable_q <= write_data_i[card_pkg::RING_CONTROL_ENABLE_BIT];
          reset_q <= write_data_i[card_pkg::RING_CONTROL_RESET_BIT];
        end
        default: ;
      endcase
    end
    if (rst_i) begin
      events_q <= 32'd0;
      out_of_sequence_q <= 32'd0;
      bad_write_q <= 32'd0;
      stall_q <= 32'd0;
      bus_error_q <= 32'd0;
      base_q <= 64'd0;
      slots_q <= 32'd0;
      head_q <= 32'd0;
      enable_q <= 1'b0;
    end
  end

  assign read_data_o = (shown_q ? identity_q | limits_q | state_q : 32'd0) | count_q;
  assign clearing_o = clearing_rejects || clearing_buckets;
  assign reset_o = reset_q;
  assign enable_o = enable_q;
  assign ring_base_o = base_q;
  assign ring_slots_o = slots_q;
  assign head_o = head_q;
endmodule
