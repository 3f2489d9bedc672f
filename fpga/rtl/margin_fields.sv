// What a command is to margin, and the fields by which it names things; combinational.
//
// command_i is the same command as the kernel's decoder has it. Fields that a kind lacks hold whatever
// lies there.
module margin_fields (
    input  logic [511:0]              raw_i,
    input  kernel_pkg::command_t      command_i,
    output margin_stage_pkg::fields_t fields_o
);
  logic [15:0]       template_id;
  kernel_pkg::kind_t kind;
  logic              binds, holds;

  assign template_id = command_i.template_id;
  assign kind = command_i.kind;
  assign binds = kind.open_position || kind.close_position || kind.load_position;
  assign holds = template_id == card_pkg::TEMPLATE_ID_OPEN_PORTFOLIO
      || template_id == card_pkg::TEMPLATE_ID_CLOSE_PORTFOLIO;

  always_comb begin
    fields_o.reserve = template_id == card_pkg::TEMPLATE_ID_RESERVE;
    fields_o.adjust = template_id == card_pkg::TEMPLATE_ID_ADJUST;
    fields_o.adjust_add_on = template_id == card_pkg::TEMPLATE_ID_ADJUST_ADD_ON;
    fields_o.transfer = template_id == card_pkg::TEMPLATE_ID_TRANSFER;
    fields_o.set_curve = template_id == card_pkg::TEMPLATE_ID_SET_SIZE_CURVE;
    fields_o.set_fees = template_id == card_pkg::TEMPLATE_ID_SET_FEE_ROW;
    fields_o.open_portfolio = template_id == card_pkg::TEMPLATE_ID_OPEN_PORTFOLIO;
    fields_o.close_portfolio = template_id == card_pkg::TEMPLATE_ID_CLOSE_PORTFOLIO;
    fields_o.stage_array = template_id == card_pkg::TEMPLATE_ID_STAGE_ARRAY;
    fields_o.commit = template_id == card_pkg::TEMPLATE_ID_COMMIT_GROUP;
    fields_o.sweep = template_id == card_pkg::TEMPLATE_ID_SWEEP_CHUNK;
    fields_o.load_account = template_id == card_pkg::TEMPLATE_ID_LOAD_ACCOUNT;
    fields_o.load_portfolio = template_id == card_pkg::TEMPLATE_ID_LOAD_PORTFOLIO;
    fields_o.only_margin = fields_o.reserve || fields_o.adjust || fields_o.adjust_add_on
        || fields_o.transfer || fields_o.set_curve || fields_o.set_fees || fields_o.open_portfolio
        || fields_o.close_portfolio || fields_o.stage_array || fields_o.commit || fields_o.sweep
        || fields_o.load_portfolio;

    fields_o.account = command_i.account;
    if (fields_o.adjust || fields_o.adjust_add_on) begin
      fields_o.account = raw_i[card_pkg::ADJUST_ACCOUNT_LSB+:32];
    end
    if (fields_o.transfer) fields_o.account = raw_i[card_pkg::TRANSFER_SELLER_LSB+:32];
    if (holds) fields_o.account = raw_i[card_pkg::OPEN_PORTFOLIO_ACCOUNT_LSB+:32];
    if (fields_o.load_portfolio) fields_o.account = raw_i[card_pkg::LOAD_PORTFOLIO_ACCOUNT_LSB+:32];
    if (fields_o.reserve) fields_o.account = raw_i[card_pkg::RESERVE_ACCOUNT_LSB+:32];
    fields_o.other_account = raw_i[card_pkg::TRANSFER_BUYER_LSB+:32];

    fields_o.portfolio = raw_i[card_pkg::OPEN_PORTFOLIO_PORTFOLIO_LSB+:32];
    if (fields_o.adjust_add_on) fields_o.portfolio = raw_i[card_pkg::ADJUST_ADD_ON_PORTFOLIO_LSB+:32];
    if (fields_o.load_portfolio) begin
      fields_o.portfolio = raw_i[card_pkg::LOAD_PORTFOLIO_PORTFOLIO_LSB+:32];
    end
    if (binds) fields_o.portfolio = raw_i[card_pkg::OPEN_POSITION_PORTFOLIO_LSB+:32];

    fields_o.group = raw_i[card_pkg::COMMIT_GROUP_GROUP_LSB+:16];
    if (kind.set_instrument) fields_o.group = raw_i[card_pkg::SET_INSTRUMENT_GROUP_LSB+:16];
    if (holds) fields_o.group = raw_i[card_pkg::OPEN_PORTFOLIO_GROUP_LSB+:16];
    if (fields_o.load_portfolio) fields_o.group = raw_i[card_pkg::LOAD_PORTFOLIO_GROUP_LSB+:16];

    fields_o.instrument = command_i.instrument;
    if (fields_o.set_curve || fields_o.set_fees || fields_o.stage_array) begin
      fields_o.instrument = raw_i[card_pkg::STAGE_ARRAY_INSTRUMENT_LSB+:16];
    end
    if (fields_o.transfer) fields_o.instrument = raw_i[card_pkg::TRANSFER_INSTRUMENT_LSB+:16];

    fields_o.position_slot = command_i.position_slot;
    if (kind.replace) fields_o.position_slot = raw_i[card_pkg::REPLACE_POSITION_SLOT_LSB+:32];
    if (fields_o.transfer) begin
      fields_o.position_slot = raw_i[card_pkg::TRANSFER_SELLER_POSITION_LSB+:32];
    end
    fields_o.other_position = raw_i[card_pkg::TRANSFER_BUYER_POSITION_LSB+:32];
    fields_o.slot = command_i.slot;

    fields_o.amount = raw_i[card_pkg::ADJUST_AMOUNT_LSB+:64];
    fields_o.tier = raw_i[card_pkg::SET_ACCOUNT_FEE_TIER_LSB+:3];
    if (fields_o.load_account) fields_o.tier = raw_i[card_pkg::LOAD_ACCOUNT_FEE_TIER_LSB+:3];
    if (kind.load_order) fields_o.tier = raw_i[card_pkg::LOAD_ORDER_FEE_TIER_LSB+:3];
    if (fields_o.set_fees) fields_o.tier = raw_i[card_pkg::SET_FEE_ROW_TIER_LSB+:3];
  end
endmodule
