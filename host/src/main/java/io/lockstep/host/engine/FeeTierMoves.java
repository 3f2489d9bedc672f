package io.lockstep.host.engine;

import io.lockstep.host.margin.FeeRows;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.SetAccountDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetFeeTierDecoder;

/** Which rates an account's orders get that enter from now on. */
final class FeeTierMoves extends OperatorSettings {
  private final SetFeeTierDecoder move = new SetFeeTierDecoder();
  private final SetAccountDecoder command = new SetAccountDecoder();

  FeeTierMoves(LogState state, Commands commands, VenueReports reports) {
    super(state, commands, reports);
  }

  @Override
  int templateId() {
    return SetFeeTierDecoder.TEMPLATE_ID;
  }

  @Override
  long wrap(LogMessage message) {
    move.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    return move.clientOrderId();
  }

  @Override
  RejectReason fault(LogMessage message) {
    RejectReason fault = faultOf(move.account());
    boolean noTier = fault == RejectReason.NONE && move.tier() >= FeeRows.TIERS;
    return noTier ? RejectReason.FEE_TIER_INVALID : fault;
  }

  @Override
  void command(Request request) {
    request.account = (int) move.account();
    state.marginAccounts().define(request.account, move.tier());
    long group = Integer.toUnsignedLong(state.accounts().selfTradeGroup(request.account));
    commands.setAccount(request, group, move.tier());
  }

  // ------------------------------------------------------------------ stage B

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    command.wrap(
        request.command, 0, SetAccountDecoder.BLOCK_LENGTH, SetAccountDecoder.SCHEMA_VERSION);
    state.marginAccounts().settle(request.account, command.feeTier());
    return super.onDone(request, done);
  }
}
