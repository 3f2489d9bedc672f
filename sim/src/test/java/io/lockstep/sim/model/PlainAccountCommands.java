package io.lockstep.sim.model;

import static io.lockstep.schema.card.RejectReason.ADD_ON_BOUND;
import static io.lockstep.schema.card.RejectReason.CASH_BOUND;
import static io.lockstep.schema.card.RejectReason.GROUP_OUT_OF_RANGE;
import static io.lockstep.schema.card.RejectReason.NOT_LOADING;
import static io.lockstep.schema.card.RejectReason.PORTFOLIO_EXISTS;
import static io.lockstep.schema.card.RejectReason.PORTFOLIO_NOT_EMPTY;
import static io.lockstep.schema.card.RejectReason.PORTFOLIO_OCCUPIED;
import static io.lockstep.schema.card.RejectReason.PORTFOLIO_OUT_OF_RANGE;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_ACCOUNT;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_PORTFOLIO;
import static io.lockstep.schema.card.RejectReason.UNSUPPORTED_FIELD;
import static io.lockstep.schema.card.RejectReason.WRONG_EPOCH;

import io.lockstep.schema.card.ClosePortfolioDecoder;
import io.lockstep.schema.card.LoadAccountDecoder;
import io.lockstep.schema.card.LoadPortfolioDecoder;
import io.lockstep.schema.card.OpenPortfolioDecoder;
import io.lockstep.sim.model.PlainState.PlainAccount;
import io.lockstep.sim.model.PlainState.PlainPortfolio;
import java.math.BigInteger;

/** Portfolios, and accounts as they are restored, as {@link PlainCard} has them. */
final class PlainAccountCommands extends PlainRules {
  static final int ADD_ON_BITS = 54;

  private static final int NO_FLAGS = 0;
  private static final BigInteger MOST_LOADED_CASH = PlainMoney.exact(3, 1L << 59);
  private static final int STATUSES = 4;
  private static final long EPOCHS = 1L << 32;

  PlainAccountCommands(PlainContext context) {
    super(context);
  }

  Runnable openPortfolio(OpenPortfolioDecoder command) {
    return open(
        OpenPortfolioDecoder.TEMPLATE_ID,
        command.portfolio(),
        command.account(),
        command.group(),
        new PlainPortfolio());
  }

  private Runnable open(
      int template, long slot, long account, int group, PlainPortfolio portfolio) {
    named(NO_FLAGS);
    refuse(UNKNOWN_ACCOUNT, !state.accounts.containsKey(account));
    refuse(GROUP_OUT_OF_RANGE, group >= state.capacities.groups());
    refuse(PORTFOLIO_OUT_OF_RANGE, slot >= state.capacities.portfolios());
    refuse(PORTFOLIO_OCCUPIED, state.portfolios.containsKey(slot));
    refuse(
        PORTFOLIO_EXISTS,
        state.portfolios.values().stream()
            .anyMatch(other -> other.account == account && other.group == group));
    portfolio.account = account;
    portfolio.group = group;
    return () -> {
      state.portfolios.put(slot, portfolio);
      events.done(template, 0);
    };
  }

  Runnable loadPortfolio(LoadPortfolioDecoder command) {
    PlainPortfolio portfolio = new PlainPortfolio();
    portfolio.addOn = command.addOn();
    refuse(NOT_LOADING, !state.loading);
    refuse(ADD_ON_BOUND, isBeyondBound(BigInteger.valueOf(portfolio.addOn)));
    if (command.group() < state.capacities.groups()) {
      long epoch = state.groups.get(command.group()).epoch;
      portfolio.isStale = command.epoch() == (epoch + EPOCHS - 1) % EPOCHS;
      refuse(WRONG_EPOCH, command.epoch() != epoch && !portfolio.isStale);
    }
    return open(
        LoadPortfolioDecoder.TEMPLATE_ID,
        command.portfolio(),
        command.account(),
        command.group(),
        portfolio);
  }

  static boolean isBeyondBound(BigInteger addOn) {
    return addOn.signum() < 0 || PlainMoney.isBeyond(addOn, ADD_ON_BITS);
  }

  Runnable closePortfolio(ClosePortfolioDecoder command) {
    named(NO_FLAGS);
    long slot = command.portfolio();
    boolean isTheirs = state.isPortfolioOf(slot, command.account(), command.group());
    refuse(UNKNOWN_PORTFOLIO, !isTheirs);
    if (isTheirs) {
      boolean isEmpty = state.positionsOf(slot).isEmpty();
      refuse(PORTFOLIO_NOT_EMPTY, !isEmpty || state.portfolios.get(slot).addOn != 0);
    }
    return () -> {
      state.portfolios.remove(slot);
      events.done(ClosePortfolioDecoder.TEMPLATE_ID, 0);
    };
  }

  Runnable loadAccount(LoadAccountDecoder command) {
    named(NO_FLAGS);
    refuse(UNSUPPORTED_FIELD, command.feeTier() >= PlainTerms.TIERS);
    refuse(UNSUPPORTED_FIELD, command.statusRaw() >= STATUSES);
    refuse(NOT_LOADING, !state.loading);
    refuse(UNKNOWN_ACCOUNT, command.account() >= state.capacities.accounts());
    refuse(CASH_BOUND, PlainMoney.exact(command.cash()).abs().compareTo(MOST_LOADED_CASH) >= 0);
    return () -> {
      PlainAccount account = new PlainAccount();
      account.group = command.selfTradeGroup();
      account.tier = command.feeTier();
      account.cash = command.cash();
      account.status = command.status();
      state.accounts.put(command.account(), account);
      events.done(LoadAccountDecoder.TEMPLATE_ID, 0);
    };
  }
}
