package io.lockstep.sim.model;

import io.lockstep.sim.model.margin.AccountMargin;
import io.lockstep.sim.model.margin.Portfolio;

/**
 * What orders and fills do to a position, and with margin to its portfolio and its account: pos, B
 * and A, V and W, cash and reserve are kept in step here and nowhere else.
 */
final class Holdings {
  private final CardState state;
  private final Positions positions;
  private final boolean withMargin;

  Holdings(CardState state) {
    this.state = state;
    this.positions = state.positions;
    this.withMargin = state.hasMargin();
  }

  /**
   * Binds a portfolio slot.
   *
   * @param bank of the group's banks, that whose figures it has.
   */
  void openPortfolio(int slot, int account, int group, int bank, long addOn) {
    state.portfolios.open.add(slot);
    state
        .portfolios
        .get(slot)
        .open(state.accounts.margin(account), account, state.group(group), group, bank, addOn);
  }

  /** Frees the slot of an empty portfolio. */
  void closePortfolio(int slot) {
    state.portfolios.get(slot).close();
    state.portfolios.open.remove(slot);
  }

  /**
   * Binds a position slot.
   *
   * @param portfolio the slot of one of its account; ignored without margin.
   * @param lots pos.
   */
  void openPosition(int slot, int account, int instrument, int portfolio, int lots) {
    positions.open(slot, account, instrument, lots);
    if (withMargin) {
      positions.join(slot, portfolio);
      addToNumbers(slot, 1);
      countIn(slot);
    }
  }

  /** Frees the slot of an empty position. */
  void closePosition(int slot) {
    if (withMargin) {
      addToNumbers(slot, -1);
      positions.leave(slot);
    }
    positions.close(slot);
  }

  private void addToNumbers(int slot, int more) {
    portfolioOf(slot).addPositions(more);
    state.instrumentOfPosition(slot).terms.addPositions(more);
  }

  /** An order's lots are open from now on. */
  void open(Order order) {
    addOpen(order.positionSlot, order.side, order.left, order.reserve);
  }

  /** What is left of an order is open no more. */
  void close(Order order) {
    addOpen(order.positionSlot, order.side, -order.left, order.reserve);
  }

  /**
   * More lots of a position's orders are open, or fewer where negative.
   *
   * @param reserve what each reserves.
   */
  void addOpen(int slot, int side, int lots, long reserve) {
    countOut(slot);
    positions.addOpen(slot, side, lots);
    countIn(slot);
    if (withMargin) {
      accountOf(slot).addReserve(lots * reserve);
    }
  }

  /**
   * Settles a fill of open lots.
   *
   * @param fee that the order pays; negative: a rebate.
   * @param reserve what each lot of the order reserved.
   */
  void fill(int slot, int side, int lots, int price, long fee, long reserve) {
    countOut(slot);
    positions.addOpen(slot, side, -lots);
    positions.fill(slot, side, lots);
    countIn(slot);
    if (withMargin) {
      pay(slot, side, lots, price);
      accountOf(slot).addCash(-fee);
      accountOf(slot).addReserve(-lots * reserve);
    }
  }

  /** Lots are bought or sold at a price, without an order and without a fee. */
  void transfer(int slot, int side, int lots, int price) {
    countOut(slot);
    positions.fill(slot, side, lots);
    countIn(slot);
    pay(slot, side, lots, price);
  }

  private void pay(int slot, int side, int lots, int price) {
    long cost = state.instrumentOfPosition(slot).terms.cost(lots, price);
    accountOf(slot).addCash(-Sides.sign(side) * cost);
  }

  /** Values a portfolio anew, in the current bank. */
  void revalue(Portfolio portfolio) {
    portfolio.startAnew();
    for (int slot = positions.firstOf(portfolio.slot);
        slot != Positions.NONE;
        slot = positions.next(slot)) {
      count(1, slot, portfolio);
    }
    portfolio.sumUp();
  }

  private void countOut(int slot) {
    if (withMargin) {
      count(-1, slot, portfolioOf(slot));
    }
  }

  private void countIn(int slot) {
    if (withMargin) {
      count(1, slot, portfolioOf(slot));
      portfolioOf(slot).sumUp();
    }
  }

  private void count(int sign, int slot, Portfolio portfolio) {
    portfolio.count(
        sign,
        state.instrumentOfPosition(slot).terms,
        positions.lots(slot),
        positions.openBids(slot),
        positions.openAsks(slot));
  }

  private Portfolio portfolioOf(int slot) {
    return state.portfolios.get(positions.portfolio(slot));
  }

  private AccountMargin accountOf(int slot) {
    return state.accounts.margin(positions.account(slot));
  }
}
