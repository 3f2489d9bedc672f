// Which levels hold orders: a bitmap of up to three tiers of 64 (GROUPS squared; fewer only for
// proofs) for each instrument, both sides in one. Finds the next occupied level from a given one.
//
// read_i loads the path to one level; together with done_o, to the one found. From two cycles later on occupied_o tells of it and occupy_i
// sets it; from one cycle later on vacate_i clears it, and search_i (vacate_i may come with it, or a
// cycle later) looks strictly beyond it, upwards or downwards, round the end of the bitmap only while
// wrap_i. done_o then comes with found_o and index_o: 2 cycles after search_i within the level's
// word, 3 more for each tier climbed; round the end 3 more again. abort_i, in the cycle after
// search_i, drops the search. What vacate_i clears is written a cycle later: no read in its own
// cycle. No read and no occupy_i while a search runs; after it the path must be read anew. clear_i
// empties instrument_i, a cycle later.
module level_bitmap #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned LEVELS = 4096,
    parameter int unsigned GROUPS = 8
) (
    input  logic        clk_i,
    input  logic        rst_i,
    input  logic        clear_i,
    input  logic        read_i,
    input  logic [7:0]  instrument_i,
    input  logic [17:0] index_i,
    input  logic        occupy_i,
    input  logic        vacate_i,
    input  logic        search_i,
    input  logic        abort_i,
    input  logic        up_i,
    input  logic        wrap_i,
    output logic        idle_o,      // a search may begin
    output logic        occupied_o,
    output logic        done_o,
    output logic        found_o,
    output logic [17:0] index_o
);
  localparam int unsigned BITS = 2 * $clog2(GROUPS);  // of an index, in one tier
  localparam int unsigned TIERS = (LEVELS <= 1 << BITS) ? 1 : (LEVELS <= 1 << (2 * BITS)) ? 2 : 3;
  localparam logic [1:0] TOP = 2'(TIERS - 1);

  typedef enum logic [2:0] {
    IDLE,
    LOOK,  // all tiers at once, beyond the path
    READ,  // fetch the word of tier_q that index_q leads to
    NOTE,  // all of it
    TAKE   // its first bit
  } state_t;
  state_t state_q;

  logic [1:0]  tier_q;
  logic        up_q, done_q, found_q, vacate_q, own, looks, takes;
  logic [7:0]  instrument_q;
  logic [17:0] index_q, index;
  logic [2:0]  occupied, alone, hit, valid_hit;
  logic [3*BITS-1:0] hit_bits;
  logic [7:0]  instrument;

  // Addresses follow from the state: whether there is a read comes late.
  assign own = state_q == READ || done_q;
  assign looks = state_q == LOOK && !abort_i;
  assign takes = state_q == TAKE;
  assign instrument = own ? instrument_q : instrument_i;
  assign index = own ? index_q : index_i;

  for (genvar t = 0; t < 3; t++) begin : gen_tier
    if (t < TIERS) begin : gen_used
      localparam int unsigned SHIFT = BITS * (t + 1);
      localparam int unsigned WORDS = (LEVELS >> SHIFT) == 0 ? 1 : LEVELS >> SHIFT;
      logic [17:0] above;
      logic        valid;
      assign above = index >> SHIFT;
      assign valid = &(occupied | ((3'd2 << t) - 3'd1));
      assign valid_hit[t] = hit[t] && valid;
      bitmap_tier #(.INSTRUMENTS(INSTRUMENTS), .WORDS(WORDS), .GROUPS(GROUPS)) u_tier (
          .clk_i,
          .read_i(read_i || (state_q == READ && tier_q == 2'(t))),
          .instrument_i(instrument),
          .word_i(above[11:0]),
          .bit_i(index[BITS*t+:BITS]),
          .clear_i(clear_i && t == TIERS - 1),
          .valid_i(valid),
          .occupy_i,
          .vacate_i(vacate_q && (&(alone | ~((3'd1 << t) - 3'd1)))),
          .mark_i(state_q == IDLE || state_q == NOTE),
          .all_i(state_q == NOTE),
          .up_i(state_q == NOTE ? up_q : up_i),
          .occupied_o(occupied[t]),
          .alone_o(alone[t]),
          .hit_o(hit[t]),
          .hit_bit_o(hit_bits[BITS*t+:BITS])
      );
    end else begin : gen_absent
      assign occupied[t] = 1'b1;
      assign alone[t] = 1'b0;
      assign hit[t] = 1'b0;
      assign valid_hit[t] = 1'b0;
      assign hit_bits[BITS*t+:BITS] = '0;
    end
  end

  always_ff @(posedge clk_i) begin
    vacate_q <= vacate_i && !rst_i;
    done_q <= 1'b0;
    // The tier to go on in, and the place found in one; those in the tiers below it are found later, whatever they hold.
    // Noted in every cycle in which a search may begin: that it does comes late.
    if (state_q == IDLE) up_q <= up_i;
    if (state_q == LOOK) tier_q <= valid_hit[1] ? 2'd0 : valid_hit[2] ? 2'd1 : TOP;
    if (takes) tier_q <= tier_q - 2'd1;
    if (looks || takes) index_q[0+:BITS] <= hit_bits[0+:BITS];
    if ((looks && !valid_hit[0]) || (takes && tier_q != 2'd0)) begin
      index_q[BITS+:BITS] <= hit_bits[BITS+:BITS];
    end
    if (TIERS > 2 && ((looks && valid_hit[1:0] == 2'd0) || (takes && tier_q == 2'd2))) begin
      index_q[2*BITS+:BITS] <= hit_bits[2*BITS+:BITS];
    end
    if (read_i) begin
      instrument_q <= instrument;
      index_q <= index;
    end
    case (state_q)
      IDLE: if (search_i) state_q <= LOOK;
      LOOK: begin
        found_q <= 1'b1;
        state_q <= READ;
        if (abort_i) begin
          state_q <= IDLE;
        end else if (valid_hit[0]) begin
          done_q <= 1'b1;
          state_q <= IDLE;
        end else if (!valid_hit[1] && !valid_hit[2] && !wrap_i) begin
          found_q <= 1'b0;
          done_q <= 1'b1;
          state_q <= IDLE;
        end
      end
      READ: state_q <= NOTE;
      NOTE: state_q <= TAKE;
      TAKE: begin
        // Only a bitmap that is empty has nothing here, and only at its top.
        found_q <= (hit >> tier_q) != 3'd0;
        done_q <= tier_q == 2'd0 || (hit >> tier_q) == 3'd0;
        state_q <= (tier_q == 2'd0 || (hit >> tier_q) == 3'd0) ? IDLE : READ;
      end
      default: state_q <= IDLE;
    endcase
    if (rst_i) begin
      state_q <= IDLE;
      done_q <= 1'b0;
    end
  end

  assign idle_o = state_q == IDLE;
  assign occupied_o = &occupied;
  assign done_o = done_q;
  assign found_o = found_q;
  assign index_o = index_q;

  logic [1:0] since_read_q;  // cycles since the path was read, at most 2
  always_ff @(posedge clk_i) begin
    since_read_q <= read_i ? 2'd1 : since_read_q == 2'd1 ? 2'd2 : since_read_q;
    if (!rst_i) begin
      no_read_while_a_bit_is_on_its_way : assert (!(vacate_i && read_i));
      a_bit_is_set_once_its_path_is_known : assert (!(occupy_i && since_read_q == 2'd1));
      no_bit_is_set_while_a_search_runs : assert (!(occupy_i && state_q != IDLE));
      a_search_sees_what_is_vacated :
      assert (!(vacate_i && state_q != IDLE && state_q != LOOK));
      only_an_occupied_level_is_vacated : assert (!vacate_q || occupied_o);
      no_read_while_a_search_runs :
      assert (!(read_i && (search_i || (state_q != IDLE && !abort_i))));
    end
  end
endmodule
