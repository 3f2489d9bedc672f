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
final class AssetMoves extends OperatorSettings<MoveAssetDecoder> {
  private static final long LOTS_MAX = (1 << 28) - 1;

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
    super(new MoveAssetDecoder(), state, commands, reports);
    groups = state.groups();
    accounts = state.accounts();
    positions = state.positions();
    this.openings = openings;
    this.margin = margin;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  boolean isDrained(LogMessage message) {
    return true;
  }

  @Override
  RejectReason fault(LogMessage message) {
    Instrument asset = state.instruments().get((int) asked.instrument());
    if (asset == null) {
      return RejectReason.INSTRUMENT_NOT_DEFINED;
    }
    boolean known =
        accounts.isDefined((int) asked.account()) && accounts.isDefined((int) asked.custodian());
    if (!known || asked.account() == asked.custodian()) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    if (!openings.hasRoom((int) asked.account(), asset)
        || !openings.hasRoom((int) asked.custodian(), asset)) {
      return RejectReason.POSITIONS_EXHAUSTED;
    }
    if (!groups.isMargined()) {
      return RejectReason.NO_MARGIN_HERE;
    }
    if (asked.lots() == 0) {
      return RejectReason.AMOUNT_ZERO;
    }
    MarginContract contract = groups.contract(asset.id());
    if (contract.kind() != ContractKind.ASSET || Math.abs(asked.lots()) > LOTS_MAX) {
      return contract.kind() != ContractKind.ASSET
          ? RejectReason.NO_ASSET
          : RejectReason.QUANTITY_BEYOND_LIMIT;
    }
    boolean isThere = asked.lots() > 0 || canLeave((int) asked.account(), asset.id());
    return isThere ? RejectReason.NONE : RejectReason.WITHDRAWAL_BEYOND_FREE;
  }

  /** The account has the lots, and its free equity is not below zero without them. */
  private boolean canLeave(int account, int asset) {
    int slot = positions.slotOf(account, asset);
    int lots = (int) asked.lots();
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
    Instrument asset = state.instruments().get((int) asked.instrument());
    position = openings.require(message, queue, (int) asked.account(), asset);
    custodiansPosition = openings.require(message, queue, (int) asked.custodian(), asset);
  }

  @Override
  void command(Request request) {
    boolean deposit = asked.lots() > 0;
    request.account = (int) asked.account();
    commands
        .margin(request)
        .transfer((int) asked.instrument(), 0, Math.abs(asked.lots()))
        .buyer(deposit ? asked.account() : asked.custodian())
        .seller(deposit ? asked.custodian() : asked.account())
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
