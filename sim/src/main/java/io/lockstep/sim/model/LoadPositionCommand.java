package io.lockstep.sim.model;

import io.lockstep.schema.card.LoadPositionDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.InstrumentTerms;

/** Load position: opens a position with the lots that it had. */
final class LoadPositionCommand extends Command {
  private final Checks checks;
  private final Holdings holdings;
  private final LoadPositionDecoder command = new LoadPositionDecoder();
  private int account;
  private int slot;
  private int portfolio;

  LoadPositionCommand(CardState state, EventWriter events, Checks checks, Holdings holdings) {
    super(state, events, LoadPositionDecoder.TEMPLATE_ID, Flags.NONE, When.LOADING);
    this.checks = checks;
    this.holdings = holdings;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    account = (int) command.account();
    slot = (int) command.positionSlot();
    portfolio = (int) command.portfolio();
  }

  @Override
  RejectReason refusal() {
    RejectReason unknown = checks.holder(command.instrument(), account);
    if (unknown != NOT_REFUSED) {
      return unknown;
    }
    InstrumentTerms terms = state.instrument(command.instrument()).terms;
    if (Math.abs((long) command.position()) > terms.positionLimit()) {
      return RejectReason.POSITION_BOUND;
    }
    RejectReason taken = checks.freePositionSlot(slot);
    if (taken != NOT_REFUSED) {
      return taken;
    }
    RejectReason room = checks.roomInPortfolio(portfolio, account, command.instrument());
    if (room != NOT_REFUSED) {
      return room;
    }
    boolean unvalued = state.hasMargin() && !terms.current().isValued();
    return unvalued ? RejectReason.NOT_VALUED : NOT_REFUSED;
  }

  @Override
  void carryOut() {
    holdings.openPosition(slot, account, command.instrument(), portfolio, command.position());
    events.done(TemplateId.LOAD_POSITION, 0);
  }
}
