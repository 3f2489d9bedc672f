package io.lockstep.host.engine;

import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.TransferDecoder;
import io.lockstep.schema.client.ContractKind;
import io.lockstep.schema.client.MoveAssetDecoder;
import io.lockstep.schema.client.RejectReason;

/**
 * Deposits and withdrawals of collateral that is no cash: positions in assets, which the card moves
 * at the price 0 between the account and a custodian's. A transfer passes the card's gate, so it is
 * the host that judges a withdrawal; drained, so that it knows what the card has.
 */
final class AssetMoves extends OperatorSettings {
  private static final long LOTS_MAX = (1 << 28) - 1;

  private final MoveAssetDecoder move = new MoveAssetDecoder();
  private final TransferDecoder command = new TransferDecoder();
  private final RiskGroups groups;
  private final Accounts accounts;
  private final Positions positions;
  private final PositionOpenings openings;
  private final AccountMargin margin;
  private int position;
  private int custodiansPosition;

  AssetMoves(
      LogState state,
      PositionOpenings openings,
      AccountMargin margin,
      Commands commands,
      VenueReports reports) {
    super(state, commands, reports);
    groups = state.groups();
    accounts = state.accounts();
    positions = state.positions();
    this.openings = openings;
    this.margin = margin;
  }

  @Override
  int templateId() {
    return MoveAssetDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  boolean isDrained(LogMessage message) {
    return true;
  }

  @Override
  long wrap(LogMessage message) {
    move.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    return move.clientOrderId();
  }

  @Override
  RejectReason fault(LogMessage message) {
    Instrument asset = state.instruments().get((int) move.instrument());
    if (asset == null) {
      return RejectReason.INSTRUMENT_NOT_DEFINED;
    }
    boolean known =
        accounts.isDefined((int) move.account()) && accounts.isDefined((int) move.custodian());
    if (!known || move.account() == move.custodian()) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    if (!openings.hasRoom((int) move.account(), asset)
        || !openings.hasRoom((int) move.custodian(), asset)) {
      return RejectReason.POSITIONS_EXHAUSTED;
    }
    if (!groups.isMargined()) {
      return RejectReason.NO_MARGIN_HERE;
    }
    if (move.lots() == 0) {
      return RejectReason.AMOUNT_ZERO;
    }
    MarginContract contract = groups.contract(asset.id());
    if (contract.kind() != ContractKind.ASSET || Math.abs(move.lots()) > LOTS_MAX) {
      return contract.kind() != ContractKind.ASSET
          ? RejectReason.NO_ASSET
          : RejectReason.QUANTITY_BEYOND_LIMIT;
    }
    boolean isThere = move.lots() > 0 || canLeave((int) move.account(), asset.id());
    return isThere ? RejectReason.NONE : RejectReason.WITHDRAWAL_BEYOND_FREE;
  }

  /** The account has the lots, and its free equity is not below zero without them. */
  private boolean canLeave(int account, int asset) {
    int slot = positions.slotOf(account, asset);
    int lots = (int) move.lots();
    if (slot == Positions.MISSING || positions.lots(slot) + lots < 0) {
      return false;
    }
    positions.add(slot, lots);
    margin.compute(account);
    positions.add(slot, -lots); // it is the card that moves them
    return margin.free() >= 0;
  }

  @Override
  void prepare(LogMessage message, RequestQueue queue) {
    Instrument asset = state.instruments().get((int) move.instrument());
    position = openings.require(message, queue, (int) move.account(), asset);
    custodiansPosition = openings.require(message, queue, (int) move.custodian(), asset);
  }

  @Override
  void command(Request request) {
    boolean deposit = move.lots() > 0;
    request.account = (int) move.account();
    commands
        .margin(request)
        .transfer((int) move.instrument(), 0, Math.abs(move.lots()))
        .buyer(deposit ? move.account() : move.custodian())
        .seller(deposit ? move.custodian() : move.account())
        .buyerPosition(deposit ? position : custodiansPosition)
        .sellerPosition(deposit ? custodiansPosition : position);
  }

  // ------------------------------------------------------------------ stage B

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    command.wrap(request.command, 0, TransferDecoder.BLOCK_LENGTH, TransferDecoder.SCHEMA_VERSION);
    int lots = (int) command.quantity();
    positions.add((int) command.buyerPosition(), lots);
    positions.add((int) command.sellerPosition(), -lots);
    return super.onDone(request, done);
  }
}
