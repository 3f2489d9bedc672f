package io.lockstep.sim.model;

import static io.lockstep.schema.card.RejectReason.CASH_BOUND;
import static io.lockstep.schema.card.RejectReason.MARGIN_INSUFFICIENT;
import static io.lockstep.schema.card.RejectReason.NOT_VALUED;

import io.lockstep.sim.model.PlainMargin.Figures;
import io.lockstep.sim.model.PlainState.PlainPosition;

/** The gate of {@link PlainCard}: whether an account can bear an order with all its others. */
final class PlainGate extends PlainRules {
  static final int MOST_CASH_BITS = 60;

  PlainGate(PlainContext context) {
    super(context);
  }

  /**
   * Adds the reasons of margin to a command that has no lower one.
   *
   * @param wanted the order that is to be in, with its reserve.
   * @param old the order that it replaces, or null.
   */
  void check(PlainOrder wanted, PlainOrder old, boolean passes) {
    refuse(NOT_VALUED, !state.instruments.get(wanted.instrument).terms.valued);
    refuse(CASH_BOUND, isCashBeyondBound(wanted.account));
    if (reasons.isEmpty()) {
      refuse(
          MARGIN_INSUFFICIENT,
          !passes
              && with(wanted, old).free() < 0
              && !isNoMoreThan(wanted, old)
              && !closesAndReduces(wanted, old));
    }
  }

  boolean isCashBeyondBound(long account) {
    return PlainMoney.isBeyond(PlainMoney.exact(state.accounts.get(account).cash), MOST_CASH_BITS);
  }

  /** The account as it would stand with the order in and nothing of it filled. */
  Figures with(PlainOrder wanted, PlainOrder old) {
    return state.supposing(wanted, old, () -> margin.of(wanted.account));
  }

  private boolean isNoMoreThan(PlainOrder wanted, PlainOrder old) {
    return old != null && wanted.open() <= old.open() && wanted.reserve <= old.reserve;
  }

  private boolean closesAndReduces(PlainOrder wanted, PlainOrder old) {
    PlainFormulas formulas = context.formulas;
    PlainPosition position = state.positions.get(wanted.position);
    long ofItsSide =
        state.supposing(wanted, old, () -> state.openLots(wanted.position, wanted.isBid));
    long initial = state.supposing(wanted, old, () -> margin.initial(position.portfolio));
    long filled = wanted.isBid ? wanted.open() : -wanted.open();
    return formulas.closes(wanted.isBid, position.lots, ofItsSide)
        && formulas.keepsInitial(margin.initial(position.portfolio), initial)
        && formulas.keepsScanLoss(
            PlainFormulas.scanLoss(margin.profits(position.portfolio)),
            margin.scanLossAfter(position.portfolio, wanted.position, filled))
        && formulas.isWithinCloseBand(wanted, state.instruments.get(wanted.instrument).terms);
  }
}
