// Proof of level_bitmap (with bitmap_tier and find_bit): its tiers are a plain vector of bits, and
// a search finds the nearest of them.
//
// Beside the module runs a vector with a bit for each level of one instrument: occupying sets,
// vacating and clearing clear. Whatever is asked within the contract of the header, and for ever:
// - each bit of a summary is the OR of its word, and the lowest tier is the vector, as far as the
//   tier above says that a word counts;
// - two cycles after a read, occupied_o is the level's bit;
// - a search ends with an occupied level beyond the path in its direction, and none is nearer; only
//   when there is none, and while wrap_i, with the first one from the other end; without found_o
//   only when there is none of these. It takes at most 11 cycles; an aborted one never ends.
// Another instrument, whose words hold anything, is read, changed and searched in between. Proved
// for two instruments and three tiers of words of 4 bits, that is 64 levels: of the tiers each kind
// is there (lowest, in between, top), and of a word's bits, as of its groups: the path's, one
// before it, one beyond it. The card's own tiers differ in GROUPS alone, the size of a word.
module level_bitmap_proof (
    input logic       clk_i,
    input logic       rst_i,
    input logic       clear_i,
    input logic       read_i,
    input logic       instrument_i,
    input logic [5:0] index_i,
    input logic       occupy_i,
    input logic       vacate_i,
    input logic       search_i,
    input logic       abort_i,
    input logic       up_i,
    input logic       wrap_i
);
  localparam logic OURS = 1'b1;  // the instrument that is followed; the other is 0

  logic        occupied, done, found;
  logic [17:0] index;

  level_bitmap #(.INSTRUMENTS(2), .LEVELS(64), .GROUPS(2)) dut (
      .clk_i,
      .rst_i,
      .clear_i,
      .read_i,
      .instrument_i(8'(instrument_i)),
      .index_i(18'(index_i)),
      .occupy_i,
      .vacate_i,
      .search_i,
      .abort_i,
      .up_i,
      .wrap_i,
      .occupied_o(occupied),
      .done_o(done),
      .found_o(found),
      .index_o(index)
  );

  // The module's own state, by its names.
  localparam logic [2:0] IDLE = 3'd0, LOOK = 3'd1, READ = 3'd2, NOTE = 3'd3, TAKE = 3'd4;
  (* hierconn *) wire [2:0]  \dut.state_q ;
  (* hierconn *) wire [1:0]  \dut.tier_q ;
  (* hierconn *) wire        \dut.up_q ;
  (* hierconn *) wire        \dut.vacate_q ;
  (* hierconn *) wire [7:0]  \dut.instrument_q ;
  (* hierconn *) wire [1:0]  \dut.since_read_q ;
  (* hierconn *) wire \dut.gen_tier[2].gen_used.u_tier.clear_q ;
  (* hierconn *) wire [4:0] \dut.gen_tier[0].gen_used.u_tier.path_q ;
  (* hierconn *) wire [1:0] \dut.gen_tier[0].gen_used.u_tier.bit_q ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.stored ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.word_q ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.noted_q ;
  (* hierconn *) wire [1:0] \dut.gen_tier[0].gen_used.u_tier.groups_q ;
  (* hierconn *) wire \dut.gen_tier[0].gen_used.u_tier.up_q ;
  (* hierconn *) wire \dut.gen_tier[0].gen_used.u_tier.occupied_q ;
  (* hierconn *) wire \dut.gen_tier[0].gen_used.u_tier.alone_q ;
  (* hierconn *) wire [2:0] \dut.gen_tier[1].gen_used.u_tier.path_q ;
  (* hierconn *) wire [1:0] \dut.gen_tier[1].gen_used.u_tier.bit_q ;
  (* hierconn *) wire [3:0] \dut.gen_tier[1].gen_used.u_tier.stored ;
  (* hierconn *) wire [3:0] \dut.gen_tier[1].gen_used.u_tier.word_q ;
  (* hierconn *) wire [3:0] \dut.gen_tier[1].gen_used.u_tier.noted_q ;
  (* hierconn *) wire [1:0] \dut.gen_tier[1].gen_used.u_tier.groups_q ;
  (* hierconn *) wire \dut.gen_tier[1].gen_used.u_tier.up_q ;
  (* hierconn *) wire \dut.gen_tier[1].gen_used.u_tier.occupied_q ;
  (* hierconn *) wire \dut.gen_tier[1].gen_used.u_tier.alone_q ;
  (* hierconn *) wire \dut.gen_tier[2].gen_used.u_tier.path_q ;
  (* hierconn *) wire [1:0] \dut.gen_tier[2].gen_used.u_tier.bit_q ;
  (* hierconn *) wire [3:0] \dut.gen_tier[2].gen_used.u_tier.stored ;
  (* hierconn *) wire [3:0] \dut.gen_tier[2].gen_used.u_tier.word_q ;
  (* hierconn *) wire [3:0] \dut.gen_tier[2].gen_used.u_tier.noted_q ;
  (* hierconn *) wire [1:0] \dut.gen_tier[2].gen_used.u_tier.groups_q ;
  (* hierconn *) wire \dut.gen_tier[2].gen_used.u_tier.up_q ;
  (* hierconn *) wire \dut.gen_tier[2].gen_used.u_tier.occupied_q ;
  (* hierconn *) wire \dut.gen_tier[2].gen_used.u_tier.alone_q ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[16] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[17] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[18] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[19] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[20] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[21] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[22] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[23] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[24] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[25] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[26] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[27] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[28] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[29] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[30] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[0].gen_used.u_tier.u_words.memory[31] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[1].gen_used.u_tier.u_words.memory[4] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[1].gen_used.u_tier.u_words.memory[5] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[1].gen_used.u_tier.u_words.memory[6] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[1].gen_used.u_tier.u_words.memory[7] ;
  (* hierconn *) wire [3:0] \dut.gen_tier[2].gen_used.u_tier.u_words.memory[1] ;

  // The tiers' state side by side, the lowest tier lowest.
  logic [11:0] stored, words, noted;
  logic [5:0]  places, groups;
  logic [2:0]  ups, occupieds, alones;
  logic [8:0]  addresses;
  assign stored = {
      \dut.gen_tier[2].gen_used.u_tier.stored ,
      \dut.gen_tier[1].gen_used.u_tier.stored ,
      \dut.gen_tier[0].gen_used.u_tier.stored };
  assign words = {
      \dut.gen_tier[2].gen_used.u_tier.word_q ,
      \dut.gen_tier[1].gen_used.u_tier.word_q ,
      \dut.gen_tier[0].gen_used.u_tier.word_q };
  assign noted = {
      \dut.gen_tier[2].gen_used.u_tier.noted_q ,
      \dut.gen_tier[1].gen_used.u_tier.noted_q ,
      \dut.gen_tier[0].gen_used.u_tier.noted_q };
  assign groups = {
      \dut.gen_tier[2].gen_used.u_tier.groups_q ,
      \dut.gen_tier[1].gen_used.u_tier.groups_q ,
      \dut.gen_tier[0].gen_used.u_tier.groups_q };
  assign places = {
      \dut.gen_tier[2].gen_used.u_tier.bit_q ,
      \dut.gen_tier[1].gen_used.u_tier.bit_q ,
      \dut.gen_tier[0].gen_used.u_tier.bit_q };
  assign ups = {
      \dut.gen_tier[2].gen_used.u_tier.up_q ,
      \dut.gen_tier[1].gen_used.u_tier.up_q ,
      \dut.gen_tier[0].gen_used.u_tier.up_q };
  assign occupieds = {
      \dut.gen_tier[2].gen_used.u_tier.occupied_q ,
      \dut.gen_tier[1].gen_used.u_tier.occupied_q ,
      \dut.gen_tier[0].gen_used.u_tier.occupied_q };
  assign alones = {
      \dut.gen_tier[2].gen_used.u_tier.alone_q ,
      \dut.gen_tier[1].gen_used.u_tier.alone_q ,
      \dut.gen_tier[0].gen_used.u_tier.alone_q };
  assign addresses = {
      \dut.gen_tier[2].gen_used.u_tier.path_q ,
      \dut.gen_tier[1].gen_used.u_tier.path_q ,
      \dut.gen_tier[0].gen_used.u_tier.path_q };

  logic clearing;  // the instrument's
  assign clearing = \dut.gen_tier[2].gen_used.u_tier.clear_q
      && \dut.gen_tier[2].gen_used.u_tier.path_q  == OURS;

  // The words of the instrument.
  logic [63:0] lowest;
  logic [15:0] middle;
  logic [3:0]  top;
  assign lowest = {
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[31] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[30] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[29] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[28] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[27] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[26] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[25] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[24] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[23] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[22] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[21] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[20] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[19] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[18] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[17] ,
      \dut.gen_tier[0].gen_used.u_tier.u_words.memory[16] };
  assign middle = {
      \dut.gen_tier[1].gen_used.u_tier.u_words.memory[7] ,
      \dut.gen_tier[1].gen_used.u_tier.u_words.memory[6] ,
      \dut.gen_tier[1].gen_used.u_tier.u_words.memory[5] ,
      \dut.gen_tier[1].gen_used.u_tier.u_words.memory[4] };
  assign top = \dut.gen_tier[2].gen_used.u_tier.u_words.memory[1] ;

  // Told apart from the module: the levels, the path, and the search under way.
  logic        started = 1'b0;
  logic [63:0] levels, levels_d;
  logic        known;      // cleared since the last reset
  logic        cleared;    // in the last cycle
  logic        current;    // the path may be changed and searched from
  logic        ours;       // it is of the instrument that is followed
  logic [5:0]  path;
  logic        told;       // whether it was occupied when it was read
  logic        settled;    // it was read two cycles ago or earlier
  logic        vacated;    // in the last cycle
  logic        up;
  logic [3:0]  waited;     // cycles since the search began, 0 if none is under way
  logic        wrap;       // whether it may go round the end
  logic        round;      // it did

  // A level, any: what holds of it holds of each.
  (* anyconst *) logic [5:0] any;

  function automatic logic [63:0] with_bit(logic [63:0] bits, logic [5:0] which, logic value);
    with_bit = bits;
    with_bit[which] = value;
  endfunction

  // The OR of each four bits.
  function automatic logic [15:0] ors(input logic [63:0] bits);
    for (int i = 0; i < 16; i++) ors[i] = bits[4*i+:4] != 4'd0;
  endfunction
  function automatic logic [3:0] ors_of_ors(input logic [63:0] bits);
    for (int i = 0; i < 4; i++) ors_of_ors[i] = bits[16*i+:16] != 16'd0;
  endfunction

  // Whether a search meets one level, or word, before another.
  function automatic logic before(logic [5:0] one, logic [5:0] other, logic upwards);
    before = upwards ? one < other : one > other;
  endfunction

  always_comb begin
    levels_d = levels;
    if (occupy_i && ours) levels_d[path] = 1'b1;
    if (vacate_i && ours) levels_d[path] = 1'b0;
    if (clear_i && instrument_i == OURS) levels_d = 64'd0;
  end

  always_ff @(posedge clk_i) begin
    started <= 1'b1;
    levels <= levels_d;
    known <= !rst_i && (known || (clear_i && instrument_i == OURS));
    cleared <= !rst_i && clear_i && instrument_i == OURS;
    vacated <= !rst_i && vacate_i;
    settled <= !read_i;
    if (read_i) begin
      current <= instrument_i != OURS || known;
      ours <= instrument_i == OURS;
      path <= index_i;
      told <= levels[index_i];
    end
    if (clear_i || (waited == 4'd1 && !abort_i)) current <= 1'b0;
    if (search_i) up <= up_i;
    waited <= search_i ? 4'd1
        : waited == 4'd0 || done || (waited == 4'd1 && abort_i) ? 4'd0 : waited + 4'd1;
    if (waited == 4'd1) begin
      wrap <= wrap_i;
      round <= 1'b0;
    end
    if (goes_round) round <= 1'b1;
    if (rst_i) begin
      current <= 1'b0;
      waited <= 4'd0;
    end
  end

  // The word where a search is, as the levels have it.
  logic        searching, goes_round;
  logic [3:0]  word;
  logic [2:0]  below;  // bits of an index that say where in that word's part of the levels it lies
  assign goes_round = \dut.state_q == READ && \dut.tier_q == 2'd2;

  always_comb begin
    searching = \dut.state_q != IDLE && \dut.state_q != LOOK;
    case (\dut.tier_q )
      2'd0: word = 4'(levels >> {index[5:2], 2'd0});
      2'd1: word = 4'(ors(levels) >> {index[5:4], 2'd0});
      default: word = ors_of_ors(levels);
    endcase
    below = 3'd2 * (3'(\dut.tier_q ) + 3'd1);
  end

  // Of the words only those count of which the tier above has the bit.
  logic [15:0] counted_middle;
  logic [63:0] counted_lowest;
  always_comb begin
    for (int i = 0; i < 16; i++) counted_middle[i] = middle[i] && top[i/4];
    for (int i = 0; i < 64; i++) counted_lowest[i] = lowest[i] && counted_middle[i/4];
  end

  // What the memories hold (a vacation is written a cycle later); what the path's words say.
  logic [63:0] written, seen;
  assign written = vacated && ours ? with_bit(levels, path, 1'b1) : levels;
  assign seen = with_bit(levels, path, told);

  function automatic logic [3:0] past(input logic [1:0] which, input logic upwards);
    for (int i = 0; i < 4; i++) past[i] = upwards ? 2'(i) > which : 2'(i) < which;
  endfunction
  function automatic logic [3:0] turned(input logic [3:0] bits, input logic upwards);
    turned = upwards ? bits : {bits[0], bits[1], bits[2], bits[3]};
  endfunction
  function automatic logic [1:0] halves(input logic [3:0] bits);
    halves = {bits[3:2] != 2'd0, bits[1:0] != 2'd0};
  endfunction

  always_comb begin
    if (!started) assume (rst_i);
    if (started && !rst_i) begin
      // The contract.
      if (read_i || clear_i) begin
        assume (!(read_i && clear_i) && !occupy_i && !vacate_i && !search_i);
        // A path to what was found is taken by itself.
        if (done) assume (18'(index_i) == index && 8'(instrument_i) == \dut.instrument_q );
        assume (\dut.state_q == IDLE || (\dut.state_q == LOOK && abort_i));
      end
      if (search_i) assume (current && \dut.state_q == IDLE);
      if (occupy_i) assume (current && settled && !vacate_i && \dut.state_q == IDLE);
      if (vacate_i) begin
        assume (current);
        if (ours) assume (told && levels[path]);
      end
      if (vacated && !ours) assume (occupied);

      // What is promised.
      if (known && !cleared) begin
        top_is_the_or_of_its_words : assert (top == ors_of_ors(written));
        middle_is_the_or_of_its_words : assert (counted_middle == ors(written));
        lowest_is_the_levels : assert (counted_lowest == written);
      end
      if (current && ours && settled) told_of_the_path : assert (occupied == told);
      if (done && ours) begin
        if (found) begin
          none_invented : assert (levels[index[5:0]] && index[17:6] == 12'd0);
          on_its_way : assert (before(path, index[5:0], up) || wrap);
        end
        if (levels[any] && before(path, any, up)) begin
          none_beyond_missed :
          assert (found && before(path, index[5:0], up) && !before(any, index[5:0], up));
        end
        if (levels[any] && wrap) begin
          none_round_the_end_missed :
          assert (found && (before(path, index[5:0], up) || !before(any, index[5:0], up)));
        end
      end
      ends_once : assert ((waited != 4'd0) == (\dut.state_q != IDLE || done));
      within_eleven_cycles : assert (waited <= 4'd11);

      // Why it holds: the path.
      if (cleared) assert (known && levels == 64'd0);
      assert (cleared == (known && clearing));
      if (current && ours) assert (known);
      assert (vacated == \dut.vacate_q );
      if (current || vacated) begin
        assert (!\dut.gen_tier[2].gen_used.u_tier.clear_q && places == path);
        assert (addresses == {ours, ours, path[5:4], ours, path[5:2]});
        if (ours) begin
          assert (stored[11:8] == ors_of_ors(seen));
          if (stored[8+path[5:4]]) begin
            assert (stored[7:4] == 4'(ors(seen) >> {path[5:4], 2'd0}));
            if (stored[4+path[3:2]]) assert (stored[3:0] == 4'(seen >> {path[5:2], 2'd0}));
          end
        end
        if (settled) begin
          assert (\dut.since_read_q != 2'd1 && words == stored);
          for (int t = 0; t < 3; t++) begin
            assert (occupieds[t] == stored[4*t+path[2*t+:2]]);
            assert (alones[t] == ((stored[4*t+:4] & ~(4'd1 << path[2*t+:2])) == 4'd0));
          end
        end
      end
      if (current) assert (index == 18'(path) && \dut.instrument_q == 8'(ours ? OURS : !OURS));
      if (vacated) assert (settled);
      if (vacated && ours) assert (told && known && !levels[path]);

      // The search.
      assert (\dut.state_q <= TAKE);
      assert ((waited == 4'd1) == (\dut.state_q == LOOK));
      if (\dut.state_q == LOOK) begin
        assert (current && settled && !done && \dut.up_q == up);
        for (int t = 0; t < 3; t++) begin
          assert (ups[t] == up && groups[2*t+:2] == halves(noted[4*t+:4]));
          assert (noted[4*t+:4] == turned(stored[4*t+:4] & past(path[2*t+:2], up), up));
        end
      end
      if (searching) begin
        assert (!current && !done && !cleared && \dut.tier_q <= 2'd2 && \dut.up_q == up);
        assert (index[17:6] == 12'd0 && \dut.instrument_q == 8'(ours ? OURS : !OURS));
        assert (!vacated || \dut.state_q == READ);
        assert (waited <= 4'd8 - 4'd3 * 4'(\dut.tier_q ) + 4'(\dut.state_q - READ));
        if (ours) begin
          assert (known && (word != 4'd0 || \dut.tier_q == 2'd2));
          if (round || goes_round) begin
            assert (wrap && !(levels[any] && before(path, any, up)));
            if (levels[any]) assert (!before(any >> below, index[5:0] >> below, up));
          end else begin
            assert (\dut.tier_q != 2'd2 && before(path >> below, index[5:0] >> below, up));
            if (levels[any] && before(path, any, up))
              assert (!before(any >> below, index[5:0] >> below, up));
          end
          for (int t = 0; t < 3; t++) begin
            if (\dut.tier_q == 2'(t) && \dut.state_q == NOTE) assert (stored[4*t+:4] == word);
            if (\dut.tier_q == 2'(t) && \dut.state_q == TAKE)
              assert (noted[4*t+:4] == turned(word, up) && groups[2*t+:2] == halves(noted[4*t+:4]) && ups[t] == up);
          end
        end
      end
    end
  end
endmodule
