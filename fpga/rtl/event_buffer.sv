// Two places between a sender and a receiver, both by valid/ready, so that neither waits for the
// other within a cycle.
//
// Latency: one cycle; throughput: one a cycle; ready_o falls when both places are taken.
// A place is written whenever it is free, whether or not something comes, so that the data wait for
// no handshake.
module event_buffer #(
    parameter int unsigned WIDTH = 8
) (
    input  logic             clk_i,
    input  logic             rst_i,
    input  logic             valid_i,
    output logic             ready_o,
    input  logic [WIDTH-1:0] data_i,
    output logic             valid_o,
    input  logic             ready_i,
    output logic [WIDTH-1:0] data_o
);
  logic [WIDTH-1:0] first_q, second_q;
  logic             full_q, valid_q;  // the second place is taken; the first is

  always_ff @(posedge clk_i) begin
    if (!valid_q || ready_i) first_q <= full_q ? second_q : data_i;
    if (!full_q) second_q <= data_i;
    valid_q <= !rst_i && (full_q || valid_i || (valid_q && !ready_i));
    full_q <= !rst_i && valid_q && !ready_i && (full_q || valid_i);
  end

  assign ready_o = !full_q;
  assign valid_o = valid_q;
  assign data_o = first_q;
endmodule
