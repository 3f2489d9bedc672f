package io.lockstep.host.engine;

import io.lockstep.host.margin.Portfolios;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.schema.card.DoneDecoder;

/**
 * Positions that stage A opens on the card before the first order that needs them; with margin, the
 * portfolio before its first position.
 */
final class PositionOpenings extends CommandKind {
  private final Positions positions;
  private final Portfolios portfolios;
  private final RiskGroups groups;
  private final Commands commands;
  private final CommandKind portfolioOpenings = new PortfolioOpenings();

  PositionOpenings(LogState state, Commands commands) {
    positions = state.positions();
    portfolios = state.portfolios();
    groups = state.groups();
    this.commands = commands;
  }

  /** True when the account has a position in the instrument, or can get one. */
  boolean hasRoom(int account, Instrument instrument) {
    if (positions.slotOf(account, instrument.id()) != Positions.MISSING) {
      return true;
    }
    return !positions.isFull() && (hasPortfolio(account, instrument) || !portfolios.isFull());
  }

  private boolean hasPortfolio(int account, Instrument instrument) {
    return !groups.isMargined() || portfolio(account, instrument) != Portfolios.MISSING;
  }

  private int portfolio(int account, Instrument instrument) {
    return portfolios.slotOf(account, groups.contract(instrument.id()).group());
  }

  /** The slot of a position; when it is the first time, what opens it is pushed. */
  int require(LogMessage message, RequestQueue queue, int account, Instrument instrument) {
    int slot = positions.slotOf(account, instrument.id());
    if (slot != Positions.MISSING) {
      return slot;
    }
    if (!hasPortfolio(account, instrument)) {
      openPortfolio(message, queue, account, groups.contract(instrument.id()).group());
    }
    slot = positions.give(account, instrument.id());
    Request request = queue.next();
    request.begin(this, message);
    request.account = account;
    request.instrumentId = instrument.id();
    commands.openPosition(request, slot, positions.portfolio(slot));
    queue.push();
    return slot;
  }

  private void openPortfolio(LogMessage message, RequestQueue queue, int account, int group) {
    Request request = queue.next();
    request.begin(portfolioOpenings, message);
    request.account = account;
    commands.openPortfolio(request, portfolios.give(account, group), group);
    queue.push();
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    positions.open();
    return true;
  }

  private final class PortfolioOpenings extends CommandKind {
    @Override
    boolean onDone(Request request, DoneDecoder done) {
      portfolios.open();
      return true;
    }
  }
}
