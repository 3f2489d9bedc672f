package io.lockstep.host.engine;

import io.lockstep.driver.MarginWriter;
import io.lockstep.host.margin.ContingencyCharges;
import io.lockstep.host.margin.Portfolios;
import io.lockstep.host.scenarios.Contingencies;
import io.lockstep.schema.card.AdjustAddOnDecoder;
import io.lockstep.schema.card.DoneDecoder;

/**
 * The host's part of add-ons: what portfolios must have for what no scenario sees. At each tick, so
 * many of the portfolios whose positions or marks have moved since are looked at, and the card is
 * told by how much their part has changed. Allocates nothing.
 */
final class ContingencyMoves extends CommandKind {
  /** Positions that are valued at a tick, but for the first portfolio. */
  private static final int POSITIONS_A_TICK = 512;

  private static final int NONE = -1;

  private final AdjustAddOnDecoder command = new AdjustAddOnDecoder();
  private final ContingencyCharges charges;
  private final ContingencyPlace place;
  private final Portfolios portfolios;
  private final Positions positions;
  private final Commands commands;

  /** Of the tick at hand. */
  private int looked;

  private int valued;

  ContingencyMoves(LogState state, Commands commands) {
    charges = state.contingencies();
    place = state.contingencyPlace();
    portfolios = state.portfolios();
    positions = state.positions();
    this.commands = commands;
  }

  // ------------------------------------------------------------------ stage A

  /** The venue charges for contingencies. */
  boolean isCharging() {
    return charges.isCharging();
  }

  /** A tick. */
  void begin() {
    looked = 0;
    valued = 0;
  }

  /**
   * Fills the request with the next command, all before being settled; false: there are no more.
   */
  boolean next(LogMessage message, Request request) {
    int slot = nextMoved();
    while (slot != NONE) {
      portfolios.moved(slot, false);
      long more = wanted(slot, message.timeNs()) - portfolios.contingency(slot);
      if (more != 0) {
        request.begin(this, message);
        request.account = portfolios.account(slot);
        MarginWriter writer = commands.margin(request);
        writer.adjustAddOn(request.account, slot, more);
        writer.bySystem();
        return true;
      }
      slot = nextMoved();
    }
    return false;
  }

  /** Each portfolio is looked at once a tick at most, beginning where the last tick ended. */
  private int nextMoved() {
    while (looked < portfolios.opened()) {
      int slot = place.next() % portfolios.opened();
      if (portfolios.isMoved(slot)) {
        if (valued > 0 && valued + portfolios.positions(slot) > POSITIONS_A_TICK) {
          return NONE;
        }
        valued += portfolios.positions(slot);
      }
      looked++;
      place.next((slot + 1) % portfolios.opened());
      if (portfolios.isMoved(slot)) {
        return slot;
      }
    }
    return NONE;
  }

  private long wanted(int portfolio, long nowNs) {
    charges.begin(portfolios.group(portfolio));
    for (int slot = positions.first(portfolio);
        slot != Positions.MISSING;
        slot = positions.next(slot)) {
      if (positions.lots(slot) != 0) {
        charges.add(positions.instrument(slot), positions.lots(slot), nowNs);
      }
    }
    long others = portfolios.addOn(portfolio) - portfolios.contingency(portfolio);
    return Math.min(charges.addOn(), Contingencies.ADD_ON_MAX - others);
  }

  // ------------------------------------------------------------------ stage B

  /** A position has moved. */
  void onPosition(int slot) {
    if (charges.isCharging()) {
      onPortfolio(positions.portfolio(slot));
    }
  }

  /** A group's marks have moved. */
  void onMarks(int group) {
    for (int slot = 0; charges.charges(group) && slot < portfolios.opened(); slot++) {
      if (portfolios.group(slot) == group) {
        onPortfolio(slot);
      }
    }
  }

  private void onPortfolio(int slot) {
    if (charges.charges(portfolios.group(slot))) {
      portfolios.moved(slot, true);
    }
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    command.wrap(
        request.command, 0, AdjustAddOnDecoder.BLOCK_LENGTH, AdjustAddOnDecoder.SCHEMA_VERSION);
    portfolios.moveContingency((int) command.portfolio(), command.amount());
    return true;
  }
}
