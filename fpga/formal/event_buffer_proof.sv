// Proof of event_buffer: what it hands on is what it took, each once and in order, and so is the one
// event of each command that is its last.
//
// Beside the module runs a plain queue. Whatever sender and receiver do, and for ever: the buffer
// offers the queue's first while there is one, and takes another while it holds less than two.
// Proved for one byte: the data are only moved, all bits alike.
module event_buffer_proof (
    input logic       clk_i,
    input logic       rst_i,
    input logic       valid_i,
    input logic [7:0] data_i,
    input logic       ready_i
);
  logic       ready, valid;
  logic [7:0] data;

  event_buffer #(.WIDTH(8)) dut (
      .clk_i,
      .rst_i,
      .valid_i,
      .ready_o(ready),
      .data_i,
      .valid_o(valid),
      .ready_i,
      .data_o(data)
  );

  (* hierconn *) wire       \dut.full_q ;
  (* hierconn *) wire [7:0] \dut.second_q ;

  logic       started = 1'b0;
  logic [1:0] length, left;  // of the queue; once its first has gone
  logic [7:0] first, second;
  assign left = length - 2'(valid && ready_i);

  always_ff @(posedge clk_i) begin
    started <= 1'b1;
    length <= rst_i ? 2'd0 : left + 2'(valid_i && ready);
    if (valid && ready_i) first <= second;
    if (valid_i && ready && left == 2'd0) first <= data_i;
    if (valid_i && ready && left == 2'd1) second <= data_i;
  end

  always_comb begin
    if (!started) assume (rst_i);
    if (started && !rst_i) begin
      nothing_lost_nothing_twice : assert (valid == (length != 2'd0));
      room_while_less_than_two : assert (ready == (length < 2'd2));
      if (valid) in_order : assert (data == first);

      // Why it holds.
      assert (length <= 2'd2 && \dut.full_q == (length == 2'd2));
      if (length == 2'd2) assert (\dut.second_q == second);
    end
  end
endmodule
