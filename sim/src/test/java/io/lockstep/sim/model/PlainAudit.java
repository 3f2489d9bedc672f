package io.lockstep.sim.model;

import static io.lockstep.schema.card.RejectReason.UNSUPPORTED_FIELD;

import io.lockstep.schema.card.AuditDecoder;
import java.util.List;

/** The audit as {@link PlainCard} has it. */
final class PlainAudit extends PlainRules {
  private static final int NO_FLAGS = 0;
  private static final int INSTRUMENTS = 1;
  private static final int ORDERS = 2;
  private static final int POSITIONS = 4;
  private static final int PORTFOLIOS = 8;
  private static final int ACCOUNTS = 16;
  private static final int GROUPS = 32;
  private static final int LANES = 64;
  private static final int WITHOUT_MARGIN = INSTRUMENTS | ORDERS | POSITIONS | ACCOUNTS;
  private static final int WITH_MARGIN = WITHOUT_MARGIN | PORTFOLIOS | GROUPS | LANES;

  private int lines;

  PlainAudit(PlainContext context) {
    super(context);
  }

  Runnable audit(AuditDecoder command) {
    named(NO_FLAGS);
    lines = command.lines().getRaw();
    refuse(UNSUPPORTED_FIELD, (lines & ~(state.hasMargin() ? WITH_MARGIN : WITHOUT_MARGIN)) != 0);
    return () -> {
      state.instruments.keySet().forEach(this::instrument);
      if (asks(ORDERS)) {
        state.parkedOrders().forEach(order -> events.order(order, 0));
      }
      if (asks(POSITIONS)) {
        state.positions.forEach(
            (slot, position) ->
                events.position(position, state.openLots(slot, true), state.openLots(slot, false)));
      }
      if (asks(PORTFOLIOS)) {
        state.portfolios.keySet().forEach(this::portfolio);
      }
      if (asks(ACCOUNTS)) {
        state.accounts.forEach((n, account) -> events.account(n, account, margin.of(n)));
      }
      if (asks(GROUPS)) {
        state.groups.forEach(
            (number, group) -> {
              if (group.isCommitted) {
                events.ofMargin.group(number, group, state.stalePortfolios(number));
              }
            });
      }
      events.done(AuditDecoder.TEMPLATE_ID, events.count());
    };
  }

  private boolean asks(int line) {
    return (lines & line) != 0;
  }

  private void instrument(int number) {
    if (asks(INSTRUMENTS)) {
      long live = state.orders.stream().filter(order -> order.instrument == number).count();
      events.instrument(number, state.instruments.get(number), live);
      if (state.hasMargin()) {
        events.ofMargin.terms(number, state.instruments.get(number).terms);
      }
    }
    if (asks(ORDERS)) {
      resting(state.bookOrder(number, true));
      resting(state.bookOrder(number, false));
    }
  }

  private void resting(List<PlainOrder> side) {
    for (int index = 0; index < side.size(); index++) {
      long price = side.get(index).price;
      long rank = side.subList(0, index).stream().filter(other -> other.price == price).count();
      events.order(side.get(index), rank);
    }
  }

  private void portfolio(long slot) {
    events.ofMargin.portfolio(state.portfolios.get(slot), slot, margin);
    if (asks(LANES)) {
      events.ofMargin.lanes(state.portfolios.get(slot), slot, margin);
    }
  }
}
