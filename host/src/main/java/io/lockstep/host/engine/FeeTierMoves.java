package io.lockstep.host.engine;

import io.lockstep.host.margin.FeeRows;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.SetAccountDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetFeeTierDecoder;

/** Which rates an account's orders get that enter from now on. */
final class FeeTierMoves extends OperatorSettings<SetFeeTierDecoder> {
  private final SetAccountDecoder command = new SetAccountDecoder();

  FeeTierMoves(LogState state, Commands commands, VenueReports reports) {
    super(new SetFeeTierDecoder(), state, commands, reports);
  }

  @Override
  RejectReason fault(LogMessage message) {
    RejectReason fault = faultOf(asked.account());
    boolean noTier = fault == RejectReason.NONE && asked.tier() >= FeeRows.TIERS;
    return noTier ? RejectReason.FEE_TIER_INVALID : fault;
  }

  @Override
  void command(Request request) {
    request.account = (int) asked.account();
    state.marginAccounts().define(request.account, asked.tier());
    long group = Integer.toUnsignedLong(state.accounts().selfTradeGroup(request.account));
    commands.setAccount(request, group, asked.tier());
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
