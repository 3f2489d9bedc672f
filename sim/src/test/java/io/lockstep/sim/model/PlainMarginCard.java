package io.lockstep.sim.model;

import io.lockstep.schema.card.AdjustAddOnDecoder;
import io.lockstep.schema.card.AdjustDecoder;
import io.lockstep.schema.card.ClosePortfolioDecoder;
import io.lockstep.schema.card.CommitGroupDecoder;
import io.lockstep.schema.card.LoadAccountDecoder;
import io.lockstep.schema.card.LoadPortfolioDecoder;
import io.lockstep.schema.card.OpenPortfolioDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.ReserveDecoder;
import io.lockstep.schema.card.SetFeeRowDecoder;
import io.lockstep.schema.card.SetSizeCurveDecoder;
import io.lockstep.schema.card.StageArrayDecoder;
import io.lockstep.schema.card.SweepChunkDecoder;
import io.lockstep.schema.card.TransferDecoder;
import org.agrona.concurrent.UnsafeBuffer;

/** The commands that margin adds to {@link PlainCard}. */
final class PlainMarginCard extends PlainRules {
  private final PlainTermsCommands terms;
  private final PlainAccountCommands accounts;
  private final PlainMoneyCommands money;

  PlainMarginCard(PlainContext context, PlainTermsCommands terms, PlainMoneyCommands money) {
    super(context);
    this.terms = terms;
    this.accounts = new PlainAccountCommands(context);
    this.money = money;
  }

  Runnable action(int template, UnsafeBuffer bytes) {
    return switch (template) {
      case ReserveDecoder.TEMPLATE_ID -> money.reserve(new ReserveDecoder().wrap(bytes, 0, 64, 1));
      case AdjustDecoder.TEMPLATE_ID -> money.adjust(new AdjustDecoder().wrap(bytes, 0, 64, 1));
      case AdjustAddOnDecoder.TEMPLATE_ID ->
          money.adjustAddOn(new AdjustAddOnDecoder().wrap(bytes, 0, 64, 1));
      case TransferDecoder.TEMPLATE_ID ->
          money.transfer(new TransferDecoder().wrap(bytes, 0, 64, 1));
      case SweepChunkDecoder.TEMPLATE_ID ->
          money.sweep(new SweepChunkDecoder().wrap(bytes, 0, 64, 1));
      case SetSizeCurveDecoder.TEMPLATE_ID ->
          terms.setSizeCurve(new SetSizeCurveDecoder().wrap(bytes, 0, 64, 1));
      case SetFeeRowDecoder.TEMPLATE_ID ->
          terms.setFeeRow(new SetFeeRowDecoder().wrap(bytes, 0, 64, 1));
      case StageArrayDecoder.TEMPLATE_ID ->
          terms.stageArray(new StageArrayDecoder().wrap(bytes, 0, 64, 1));
      case CommitGroupDecoder.TEMPLATE_ID ->
          terms.commitGroup(new CommitGroupDecoder().wrap(bytes, 0, 64, 1));
      case OpenPortfolioDecoder.TEMPLATE_ID ->
          accounts.openPortfolio(new OpenPortfolioDecoder().wrap(bytes, 0, 64, 1));
      case ClosePortfolioDecoder.TEMPLATE_ID ->
          accounts.closePortfolio(new ClosePortfolioDecoder().wrap(bytes, 0, 64, 1));
      case LoadAccountDecoder.TEMPLATE_ID ->
          accounts.loadAccount(new LoadAccountDecoder().wrap(bytes, 0, 64, 1));
      case LoadPortfolioDecoder.TEMPLATE_ID ->
          accounts.loadPortfolio(new LoadPortfolioDecoder().wrap(bytes, 0, 64, 1));
      default -> {
        reasons.add(RejectReason.UNSUPPORTED_COMMAND);
        yield null;
      }
    };
  }
}
