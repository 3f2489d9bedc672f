// One tier of the occupancy bitmap: words of GROUPS * GROUPS bits (by default 64; fewer only for
// proofs), WORDS of them (a power of two) for each instrument.
//
// A read selects the word and bit that later operations work on ("the path"); its word is there one
// cycle later, what is told of it (occupied_o, alone_o) two cycles later, and stays until two cycles
// after the next read. A word counts only while valid_i says that the tier above has its bit; so
// only the top tier is ever cleared. occupy_i and vacate_i, from two cycles after the read on, write
// the path's word, and leave what is told of it. mark_i, from one cycle after the read on, notes
// which bits lie beyond the path's; a cycle later hit_o and hit_bit_o tell the first of them.
module bitmap_tier #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned WORDS = 64,
    parameter int unsigned GROUPS = 8,
    parameter int unsigned BITS = 2 * $clog2(GROUPS)
) (
    input  logic        clk_i,
    input  logic        read_i,
    input  logic [7:0]  instrument_i,
    input  logic [11:0] word_i,
    input  logic [BITS-1:0] bit_i,
    input  logic        clear_i,      // a cycle later zero the word; selects it as a read does
    input  logic        valid_i,      // of the path's word, for occupy_i
    input  logic        occupy_i,
    input  logic        vacate_i,
    input  logic        mark_i,       // note what lies strictly beyond the path's bit ...
    input  logic        all_i,        // ... or all of the word, ...
    input  logic        up_i,         // ... upwards, else downwards
    output logic        occupied_o,   // the path's bit, whatever valid_i says
    output logic        alone_o,      // no other bit of its word is set
    output logic        hit_o,
    output logic [BITS-1:0] hit_bit_o
);
  localparam int unsigned SIZE = GROUPS * GROUPS;
  localparam int unsigned DEPTH = INSTRUMENTS * WORDS;
  localparam int unsigned ADDRESS_BITS = (DEPTH > 1) ? $clog2(DEPTH) : 1;

  logic [19:0]             address;
  logic [ADDRESS_BITS-1:0] path_q;
  logic [BITS-1:0]         bit_q;
  logic [SIZE-1:0]         stored, word_q, selected, changed;
  logic [SIZE-1:0]         above, below, noted, noted_q;  // downwards turned round
  logic [BITS-1:0]         place;
  logic [GROUPS-1:0]       groups, groups_q;
  logic                    up_q, clear_q, occupied_q, alone_q;

  assign address = (20'(instrument_i) << $clog2(WORDS)) | 20'(word_i);

  always_ff @(posedge clk_i) begin
    clear_q <= clear_i;
    if (read_i || clear_i) begin
      path_q <= address[ADDRESS_BITS-1:0];
      bit_q <= bit_i;
    end
  end

  ram_1r1w #(.WIDTH(SIZE), .DEPTH(DEPTH)) u_words (
      .clk_i,
      .read_i,
      .read_address_i(address[ADDRESS_BITS-1:0]),
      .read_data_o(stored),
      .write_i(clear_q || occupy_i || vacate_i),
      .write_address_i(path_q),
      .write_data_i(changed)
  );

  always_comb begin
    for (int unsigned i = 0; i < SIZE; i++) begin
      selected[i] = bit_q == BITS'(i);
      above[i] = stored[i] && (all_i || BITS'(i) > bit_q);
      below[SIZE-1-i] = stored[i] && (all_i || BITS'(i) < bit_q);
      changed[i] = !clear_q && (selected[i] ? occupy_i : word_q[i] && (vacate_i || valid_i));
    end
    // So the bit to find is the lowest, whichever way the search goes.
    noted = up_i ? above : below;
    for (int unsigned i = 0; i < GROUPS; i++) begin
      groups[i] = up_i ? above[GROUPS*i+:GROUPS] != '0 : below[GROUPS*i+:GROUPS] != '0;
    end
  end

  always_ff @(posedge clk_i) begin
    word_q <= stored;
    occupied_q <= stored[bit_q];
    alone_q <= (stored & ~selected) == '0;
    if (mark_i) begin
      noted_q <= noted;
      groups_q <= groups;
      up_q <= up_i;
    end
  end

  find_bit #(.GROUPS(GROUPS)) u_find (
      .word_i(noted_q),
      .groups_i(groups_q),
      .bit_o(place)
  );
  assign hit_bit_o = place ^ {BITS {!up_q}};

  assign occupied_o = occupied_q;
  assign alone_o = alone_q;
  assign hit_o = groups_q != '0;
endmodule
