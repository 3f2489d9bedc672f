// One tier of the occupancy bitmap: 64-bit words, WORDS (a power of two) for each instrument.
//
// A read selects the word and bit that later operations work on ("the path"). A word counts only
// while valid_i says that the tier above has its bit; so only the top tier is ever cleared.
// Latency: path one cycle after read_i; a bit found one cycle after mark_i, or with all_i in the
// same cycle, whatever valid_i says. One operation a cycle; occupy_i and vacate_i write, and leave
// the path as it was read. Masking and finding are a cycle each, so that neither is a long path.
module bitmap_tier #(
    parameter int unsigned INSTRUMENTS = 64,
    parameter int unsigned WORDS = 64
) (
    input  logic        clk_i,
    input  logic        read_i,
    input  logic [7:0]  instrument_i,
    input  logic [11:0] word_i,
    input  logic [5:0]  bit_i,
    input  logic        clear_i,      // zero word 0 of instrument_i
    input  logic        valid_i,
    input  logic        occupy_i,
    input  logic        vacate_i,
    input  logic        mark_i,       // note what lies strictly beyond the path's bit ...
    input  logic        up_i,         // ... upwards, else downwards
    input  logic        all_i,        // find in the whole word, else in what was noted
    input  logic        upwards_i,    // find the lowest bit, else the highest
    output logic        occupied_o,   // the path's bit, whatever valid_i says
    output logic        empties_o,    // vacate_i leaves the word zero
    output logic        hit_o,
    output logic [5:0]  hit_bit_o
);
  localparam int unsigned DEPTH = INSTRUMENTS * WORDS;
  localparam int unsigned ADDRESS_BITS = (DEPTH > 1) ? $clog2(DEPTH) : 1;

  logic [19:0]             address;
  logic [ADDRESS_BITS-1:0] path_q;
  logic [5:0]              bit_q;
  logic [63:0]             stored, word, selected, beyond, noted_q, changed;

  assign address = (20'(instrument_i) << $clog2(WORDS)) | 20'(word_i);

  always_ff @(posedge clk_i) begin
    if (read_i) begin
      path_q <= address[ADDRESS_BITS-1:0];
      bit_q <= bit_i;
    end
  end

  ram_1r1w #(.WIDTH(64), .DEPTH(DEPTH)) u_words (
      .clk_i,
      .read_i,
      .read_address_i(address[ADDRESS_BITS-1:0]),
      .read_data_o(stored),
      .write_i(clear_i || occupy_i || vacate_i),
      .write_address_i(clear_i ? address[ADDRESS_BITS-1:0] : path_q),
      .write_data_i(changed)
  );

  assign word = valid_i ? stored : 64'd0;

  always_comb begin
    for (int i = 0; i < 64; i++) begin
      selected[i] = bit_q == 6'(i);
      beyond[i] = up_i ? 6'(i) > bit_q : 6'(i) < bit_q;
    end
  end

  assign changed = clear_i ? 64'd0 : occupy_i ? (word | selected) : (word & ~selected);
  assign occupied_o = (stored & selected) != 64'd0;
  assign empties_o = (word & ~selected) == 64'd0;

  always_ff @(posedge clk_i) if (mark_i) noted_q <= word & beyond;

  find_bit u_find (
      .word_i(all_i ? stored : noted_q), .up_i(upwards_i), .any_o(hit_o), .bit_o(hit_bit_o)
  );
endmodule
