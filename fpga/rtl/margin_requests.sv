// The requests of the command at the port: what the conductor asks for, by kind; combinational.
module margin_requests (
    input  margin_stage_pkg::asked_t        asked_i,
    input  kernel_pkg::command_t            command_i,
    input  logic [511:0]                    raw_i,
    input  margin_stage_pkg::fields_t       fields_i,
    input  logic [kernel_pkg::ACCOUNT_BITS-1:0] judged_i,     // whose status is to be compared
    input  logic [margin_stage_pkg::GROUP_BITS-1:0] group_i,  // of the portfolio named
    input  kernel_pkg::entry_t              entry_i,      // the order named
    input  margin_stage_pkg::margin_order_t kept_i,       // what margin keeps of it
    input  margin_stage_pkg::margin_order_t order_i,      // of the command
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] new_open_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] old_open_i,
    input  logic [kernel_pkg::QUANTITY_BITS:0]   opened_i,
    input  logic [kernel_pkg::QUANTITY_BITS-1:0] loaded_i,
    input  logic                            keeps_i,
    input  logic [1:0]                      status_i,     // before the gate, to be set back
    output logic                            valid_o,
    output margin_stage_pkg::request_t      request_o
);
  localparam int unsigned LOTS = kernel_pkg::QUANTITY_BITS;

  margin_stage_pkg::fields_t f;
  logic dry, same_account;

  assign f = fields_i;
  assign dry = command_i.kind.is_new && command_i.flags[card_pkg::COMMAND_FLAGS_DRY_RUN_BIT];
  assign same_account = f.account == f.other_account;
  assign valid_o = asked_i.judge || asked_i.ask || asked_i.gate || asked_i.act || asked_i.back
      || asked_i.load;

  always_comb begin
    request_o = '0;
    request_o.rate = margin_stage_pkg::RATE_NONE;
    request_o.account = f.account[kernel_pkg::ACCOUNT_BITS-1:0];
    request_o.portfolio = f.portfolio[margin_stage_pkg::PORTFOLIO_BITS-1:0];
    request_o.group = group_i;
    request_o.price = command_i.price;
    request_o.tier = order_i.tier;
    request_o.position_slot = f.position_slot[kernel_pkg::SLOT_BITS-1:0];

    if (asked_i.judge) begin
      request_o.account = judged_i;
      request_o.judge = 1'b1;
    end
    if (asked_i.ask || asked_i.act) begin
      request_o.judge = asked_i.act && !(f.transfer && same_account && !asked_i.other);
      request_o.has_portfolio = f.adjust_add_on || f.close_portfolio;
      if (asked_i.act && f.adjust) request_o.cash = f.amount;
      if (asked_i.act && f.adjust_add_on) request_o.add_on = f.amount;
    end
    if (f.transfer && (asked_i.ask || asked_i.act)) begin
      request_o.of_position = 1'b1;
      request_o.looks = asked_i.ask;
      request_o.sell = !asked_i.other;
      if (asked_i.other) begin
        request_o.position_slot = f.other_position[kernel_pkg::SLOT_BITS-1:0];
      end
      request_o.traded = raw_i[card_pkg::TRANSFER_QUANTITY_LSB+:LOTS];
      request_o.price = raw_i[card_pkg::TRANSFER_PRICE_LSB+:32];
    end
    if (f.reserve && asked_i.act) begin
      request_o.of_position = 1'b1;
      request_o.position_slot = kept_i.position_slot;
      request_o.sell = kept_i.sell;
      request_o.price = entry_i.order.price;
      request_o.tier = kept_i.tier;
      request_o.anew = 1'b1;
      request_o.reserve = kept_i.reserve;
      request_o.reserving = entry_i.state.open;
      request_o.reserved = entry_i.state.open;
    end
    if (asked_i.gate || asked_i.back) begin
      request_o.of_position = 1'b1;
      request_o.gate = asked_i.gate;
      request_o.index = margin_stage_pkg::INDEX_GATE;
      request_o.judge = asked_i.gate && !dry;
      request_o.set_status = asked_i.back && !dry;
      request_o.status = status_i;
      request_o.turned = asked_i.back;
      request_o.sell = order_i.sell;
      request_o.opened = opened_i;
      request_o.anew = !keeps_i;
      request_o.reserve = command_i.kind.replace ? kept_i.reserve : '0;
      request_o.reserving = new_open_i;
      request_o.reserved = old_open_i;
    end
    if (asked_i.load) begin
      request_o.of_position = 1'b1;
      request_o.sell = order_i.sell;
      request_o.opened = {1'b0, loaded_i};
      request_o.reserve = order_i.reserve;
      request_o.reserving = loaded_i;
    end
  end
endmodule
