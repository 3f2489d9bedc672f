// What the commands that define something write: configuration, account, position; combinational.
//
// apply_i in the cycle in which the command is carried out.
module definitions (
    input  logic                       apply_i,
    input  kernel_pkg::command_t       command_i,
    input  kernel_pkg::config_t        config_i,        // of the command's instrument, as it is
    output logic                       config_write_o,
    output kernel_pkg::config_t        config_o,
    output logic                       account_write_o,
    output kernel_pkg::position_bind_t position_bind_o
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;

  kernel_pkg::kind_t kind;
  assign kind = command_i.kind;

  assign config_write_o = apply_i && (kind.set_instrument || kind.set_band || kind.set_window);
  assign account_write_o = apply_i && kind.set_account;

  always_comb begin
    config_o = config_i;
    config_o.known = 1'b1;
    if (kind.set_instrument || kind.set_window) config_o.window_base = command_i.window_base;
    if (kind.set_instrument || kind.set_band) begin
      config_o.band_low = command_i.band_low;
      config_o.band_high = command_i.band_high;
    end
    if (kind.set_instrument) begin
      config_o.max_price = command_i.max_price[30:0];
      config_o.max_quantity = command_i.max_quantity[LOTS-1:0];
    end

    position_bind_o.valid =
        apply_i && (kind.open_position || kind.close_position || kind.load_position);
    position_bind_o.slot = command_i.position_slot[kernel_pkg::SLOT_BITS-1:0];
    position_bind_o.open = !kind.close_position;
    position_bind_o.account = command_i.account[kernel_pkg::ACCOUNT_BITS-1:0];
    position_bind_o.instrument = command_i.instrument[kernel_pkg::INSTRUMENT_BITS-1:0];
    position_bind_o.pos = kind.load_position ? command_i.position[LOTS:0] : '0;
  end
endmodule
