package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.sim.model.PlainMargin.Figures;
import io.lockstep.sim.model.PlainState.PlainPortfolio;
import io.lockstep.sim.model.PlainState.PlainPosition;
import io.lockstep.sim.model.PlainState.Top;
import java.util.TreeMap;
import java.util.TreeSet;

/** The state of {@link PlainCard}, and the command that it carries out. */
final class PlainContext {
  final PlainState state;
  final PlainEvents events = new PlainEvents();

  /** All reasons that apply, the lowest first. */
  final TreeSet<RejectReason> reasons = new TreeSet<>();

  int flags;

  /** The account as a dry run finds it; null: no dry run that came to the gate. */
  Figures supposed;

  /** What a refusal repeats. */
  long id;

  long account;

  final PlainFormulas formulas;
  final PlainMargin margin;

  PlainContext(Capacities capacities, PlainFormulas formulas) {
    this.state = new PlainState(capacities);
    this.formulas = formulas;
    this.margin = new PlainMargin(state, formulas);
  }

  void begin(int itsFlags) {
    flags = itsFlags;
    id = 0;
    account = 0;
    supposed = null;
    reasons.clear();
  }

  /** The top of book of each instrument. */
  TreeMap<Integer, Top> tops() {
    TreeMap<Integer, Top> tops = new TreeMap<>();
    state.instruments.keySet().forEach(number -> tops.put(number, state.top(number)));
    return tops;
  }

  /** Lots come to a position, or leave it, at a price. */
  void move(long position, long lots, long price) {
    PlainPosition moved = state.positions.get(position);
    PlainPortfolio portfolio = state.portfolios.get(moved.portfolio);
    formulas.move(moved, lots, portfolio != null && portfolio.isStale);
    long multiplier = state.instruments.get(moved.instrument).terms.multiplier;
    state.accounts.get(moved.account).cash -= PlainMoney.product(lots, price, multiplier);
  }

  /** Compares an account's status after an event that touched it; tells it if it changed. */
  void compareStatus(long account) {
    if (state.hasMargin() && !state.loading) {
      Figures figures = margin.of(account);
      if (figures.status() != state.accounts.get(account).status) {
        state.accounts.get(account).status = figures.status();
        events.ofMargin.status(account, figures);
      }
    }
  }

  void tellTop(int instrument, Top before) {
    Top now = state.top(instrument);
    if (!now.equals(before)) {
      events.top(instrument, now);
    }
  }
}
