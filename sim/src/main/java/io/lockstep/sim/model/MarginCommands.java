package io.lockstep.sim.model;

import io.lockstep.schema.card.AdjustAddOnDecoder;
import io.lockstep.schema.card.AdjustDecoder;
import io.lockstep.schema.card.ClosePortfolioDecoder;
import io.lockstep.schema.card.CommitGroupDecoder;
import io.lockstep.schema.card.LoadAccountDecoder;
import io.lockstep.schema.card.LoadPortfolioDecoder;
import io.lockstep.schema.card.OpenPortfolioDecoder;
import io.lockstep.schema.card.ReserveDecoder;
import io.lockstep.schema.card.SetFeeRowDecoder;
import io.lockstep.schema.card.SetSizeCurveDecoder;
import io.lockstep.schema.card.StageArrayDecoder;
import io.lockstep.schema.card.SweepChunkDecoder;
import io.lockstep.schema.card.TransferDecoder;

/** The commands that only a card with margin implements. */
final class MarginCommands {
  private final SetSizeCurveCommand setSizeCurve;
  private final SetFeeRowCommand setFeeRow;
  private final OpenPortfolioCommand openPortfolio;
  private final ClosePortfolioCommand closePortfolio;
  private final StageArrayCommand stageArray;
  private final CommitGroupCommand commitGroup;
  private final SweepChunkCommand sweepChunk;
  private final ReserveCommand reserve;
  private final AdjustCommand adjust;
  private final AdjustAddOnCommand adjustAddOn;
  private final TransferCommand transfer;
  private final LoadAccountCommand loadAccount;
  private final LoadPortfolioCommand loadPortfolio;

  MarginCommands(
      CardState state,
      EventWriter events,
      Checks checks,
      Holdings holdings,
      LiveOrders orders,
      Revaluation revaluation,
      StatusReports statuses) {
    setSizeCurve = new SetSizeCurveCommand(state, events);
    setFeeRow = new SetFeeRowCommand(state, events);
    openPortfolio = new OpenPortfolioCommand(state, events, checks, holdings);
    closePortfolio = new ClosePortfolioCommand(state, events, holdings);
    stageArray = new StageArrayCommand(state, events);
    commitGroup = new CommitGroupCommand(state, events);
    sweepChunk = new SweepChunkCommand(state, events, revaluation);
    reserve = new ReserveCommand(state, events, checks, orders, statuses);
    adjust = new AdjustCommand(state, events, revaluation, statuses);
    adjustAddOn = new AdjustAddOnCommand(state, events, revaluation, statuses);
    transfer = new TransferCommand(state, events, checks, holdings, revaluation, statuses);
    loadAccount = new LoadAccountCommand(state, events, checks);
    loadPortfolio = new LoadPortfolioCommand(state, events, checks, holdings);
  }

  /** The command of a template; null: it is not one of margin. */
  Command of(int template) {
    return switch (template) {
      case SetSizeCurveDecoder.TEMPLATE_ID -> setSizeCurve;
      case SetFeeRowDecoder.TEMPLATE_ID -> setFeeRow;
      case OpenPortfolioDecoder.TEMPLATE_ID -> openPortfolio;
      case ClosePortfolioDecoder.TEMPLATE_ID -> closePortfolio;
      case StageArrayDecoder.TEMPLATE_ID -> stageArray;
      case CommitGroupDecoder.TEMPLATE_ID -> commitGroup;
      case SweepChunkDecoder.TEMPLATE_ID -> sweepChunk;
      case ReserveDecoder.TEMPLATE_ID -> reserve;
      case AdjustDecoder.TEMPLATE_ID -> adjust;
      case AdjustAddOnDecoder.TEMPLATE_ID -> adjustAddOn;
      case TransferDecoder.TEMPLATE_ID -> transfer;
      case LoadAccountDecoder.TEMPLATE_ID -> loadAccount;
      case LoadPortfolioDecoder.TEMPLATE_ID -> loadPortfolio;
      default -> null;
    };
  }
}
