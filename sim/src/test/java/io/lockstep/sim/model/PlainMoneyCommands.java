package io.lockstep.sim.model;

import static io.lockstep.schema.card.RejectReason.ADD_ON_BOUND;
import static io.lockstep.schema.card.RejectReason.CASH_BOUND;
import static io.lockstep.schema.card.RejectReason.LOADING;
import static io.lockstep.schema.card.RejectReason.MARGIN_INSUFFICIENT;
import static io.lockstep.schema.card.RejectReason.NOT_VALUED;
import static io.lockstep.schema.card.RejectReason.PORTFOLIO_OUT_OF_RANGE;
import static io.lockstep.schema.card.RejectReason.POSITION_BOUND;
import static io.lockstep.schema.card.RejectReason.PRICE_BEYOND_LIMIT;
import static io.lockstep.schema.card.RejectReason.QUANTITY_TOO_LARGE;
import static io.lockstep.schema.card.RejectReason.QUANTITY_ZERO;
import static io.lockstep.schema.card.RejectReason.SAME_POSITION;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_ACCOUNT;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_INSTRUMENT;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_ORDER;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_PORTFOLIO;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_POSITION;

import io.lockstep.schema.card.AdjustAddOnDecoder;
import io.lockstep.schema.card.AdjustDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.ReserveDecoder;
import io.lockstep.schema.card.SweepChunkDecoder;
import io.lockstep.schema.card.TransferDecoder;
import io.lockstep.sim.model.PlainState.PlainPortfolio;
import io.lockstep.sim.model.PlainState.PlainPosition;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.agrona.DirectBuffer;

/** The commands that move or re-value what {@link PlainCard} knows of accounts. */
final class PlainMoneyCommands extends PlainRules {
  private static final int NO_FLAGS = 0;
  private static final int SYSTEM = 2;

  PlainMoneyCommands(PlainContext context) {
    super(context);
  }

  /** What comes before the command itself: its accounts' stale portfolios are re-valued. */
  void revalue(int template, DirectBuffer bytes) {
    List<Long> accounts =
        switch (template) {
          case NewDecoder.TEMPLATE_ID -> List.of(new NewDecoder().wrap(bytes, 0, 64, 1).account());
          case ReplaceDecoder.TEMPLATE_ID ->
              List.of(new ReplaceDecoder().wrap(bytes, 0, 64, 1).account());
          case AdjustDecoder.TEMPLATE_ID ->
              List.of(new AdjustDecoder().wrap(bytes, 0, 64, 1).account());
          case AdjustAddOnDecoder.TEMPLATE_ID ->
              List.of(new AdjustAddOnDecoder().wrap(bytes, 0, 64, 1).account());
          case TransferDecoder.TEMPLATE_ID -> {
            TransferDecoder transfer = new TransferDecoder().wrap(bytes, 0, 64, 1);
            yield List.of(transfer.seller(), transfer.buyer());
          }
          default -> List.of();
        };
    if (!state.loading && state.accounts.keySet().containsAll(accounts)) {
      for (long account : accounts) {
        List<PlainPortfolio> stale =
            state.portfoliosOf(account).stream()
                .map(state.portfolios::get)
                .filter(portfolio -> portfolio.isStale)
                .toList();
        stale.forEach(portfolio -> portfolio.isStale = false);
        if (!stale.isEmpty()) {
          context.compareStatus(account);
        }
      }
    }
  }

  Runnable sweep(SweepChunkDecoder command) {
    named(NO_FLAGS);
    long end = command.portfolio() + command.count();
    refuse(LOADING, state.loading);
    refuse(PORTFOLIO_OUT_OF_RANGE, end > state.capacities.portfolios());
    return () -> {
      Collection<PlainPortfolio> stale =
          state.portfolios.subMap(command.portfolio(), end).values().stream()
              .filter(portfolio -> portfolio.isStale)
              .toList();
      for (PlainPortfolio portfolio : stale) {
        portfolio.isStale = false;
        context.compareStatus(portfolio.account);
      }
      events.ofMargin.swept(stale.size());
    };
  }

  Runnable reserve(ReserveDecoder command) {
    named(NO_FLAGS);
    context.id = command.orderId();
    context.account = command.account();
    refuse(LOADING, state.loading);
    PlainOrder order = state.named(command.slot(), command.orderId(), command.account());
    refuse(UNKNOWN_ORDER, order == null);
    return () -> {
      PlainTerms terms = state.instruments.get(order.instrument).terms;
      order.reserve = context.formulas.reserve(order, terms);
      events.ofMargin.reserved(order);
      context.compareStatus(order.account);
    };
  }

  Runnable adjust(AdjustDecoder command) {
    named(SYSTEM);
    long account = command.account();
    long amount = command.amount();
    refuse(LOADING, state.loading);
    refuse(UNKNOWN_ACCOUNT, !state.accounts.containsKey(account));
    if (state.accounts.containsKey(account)) {
      refuseCash(account, BigInteger.valueOf(amount));
      refuseBelowZero(account, amount < 0, BigInteger.valueOf(amount));
    }
    return () -> {
      state.accounts.get(account).cash += amount;
      events.done(AdjustDecoder.TEMPLATE_ID, 0);
      context.compareStatus(account);
    };
  }

  private void refuseCash(long account, BigInteger more) {
    BigInteger cash = BigInteger.valueOf(state.accounts.get(account).cash);
    refuse(CASH_BOUND, PlainMoney.isBeyond(cash, PlainGate.MOST_CASH_BITS));
    refuse(CASH_BOUND, PlainMoney.isBeyond(cash.add(more), PlainGate.MOST_CASH_BITS));
  }

  private void refuseBelowZero(long account, boolean isTested, BigInteger more) {
    if (reasons.isEmpty()) {
      BigInteger free = BigInteger.valueOf(margin.of(account).free());
      refuse(MARGIN_INSUFFICIENT, isTested && !has(SYSTEM) && free.add(more).signum() < 0);
    }
  }

  Runnable adjustAddOn(AdjustAddOnDecoder command) {
    named(SYSTEM);
    BigInteger amount = BigInteger.valueOf(command.amount());
    refuse(LOADING, state.loading);
    PlainPortfolio portfolio = state.portfolios.get(command.portfolio());
    boolean isTheirs = portfolio != null && portfolio.account == command.account();
    refuse(UNKNOWN_PORTFOLIO, !isTheirs);
    if (isTheirs) {
      BigInteger addOn = BigInteger.valueOf(portfolio.addOn).add(amount);
      refuse(ADD_ON_BOUND, PlainAccountCommands.isBeyondBound(addOn));
      refuseBelowZero(command.account(), amount.signum() > 0, amount.negate());
    }
    return () -> {
      portfolio.addOn += command.amount();
      events.done(AdjustAddOnDecoder.TEMPLATE_ID, 0);
      context.compareStatus(command.account());
    };
  }

  Runnable transfer(TransferDecoder command) {
    named(NO_FLAGS);
    refuse(LOADING, state.loading);
    int number = command.instrument();
    long lots = command.quantity();
    boolean isKnown = state.instruments.containsKey(number);
    refuse(UNKNOWN_INSTRUMENT, !isKnown);
    refuse(QUANTITY_ZERO, lots == 0);
    refuse(SAME_POSITION, command.buyerPosition() == command.sellerPosition());
    if (isKnown) {
      PlainTerms terms = state.instruments.get(number).terms;
      refuse(QUANTITY_TOO_LARGE, lots > terms.positionLimit);
      refuse(PRICE_BEYOND_LIMIT, Math.abs((long) command.price()) > terms.maxPrice);
      refuse(NOT_VALUED, !terms.valued);
      check(command.seller(), command.sellerPosition(), command, -lots);
      check(command.buyer(), command.buyerPosition(), command, lots);
    }
    return () -> {
      context.move(command.sellerPosition(), -lots, command.price());
      context.move(command.buyerPosition(), lots, command.price());
      events.done(TransferDecoder.TEMPLATE_ID, 0);
      context.compareStatus(command.seller());
      context.compareStatus(command.buyer());
    };
  }

  private void check(long account, long slot, TransferDecoder command, long lots) {
    int number = command.instrument();
    boolean isKnown = state.accounts.containsKey(account);
    boolean isTheirs = state.isPositionOf(slot, account, number);
    refuse(UNKNOWN_ACCOUNT, !isKnown);
    refuse(UNKNOWN_POSITION, !isTheirs);
    if (isKnown) {
      long multiplier = state.instruments.get(number).terms.multiplier;
      refuseCash(account, PlainMoney.exact(-lots, command.price(), multiplier));
    }
    if (isTheirs) {
      PlainPosition position = state.positions.get(slot);
      long open = state.openLots(slot, true) + state.openLots(slot, false);
      refuse(POSITION_BOUND, Math.abs(position.lots + lots) + open > state.limit(slot));
    }
  }
}
