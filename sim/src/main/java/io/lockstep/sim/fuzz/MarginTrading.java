package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.Side;
import org.agrona.MutableDirectBuffer;

/** What a card with margin is sent beside what all cards are sent while it takes orders. */
final class MarginTrading {
  private static final int NONE = -1;
  private static final int SHARE_PERCENT = 30;
  private static final int SCRIPT_ONE_IN = 3;
  private static final int LARGEST_SCRIPTED_GROUP = 12;

  private final Dice dice;
  private final Knowledge knowledge;
  private final OrderCommands orders;
  private final MoneyCommands money;
  private final ParameterCommands parameters;
  private final MarginInstruments instruments;
  private final MarginScript script;
  private final EdgeProbe probe;
  private final NewEncoder order = new NewEncoder();

  MarginTrading(
      Dice dice,
      Knowledge knowledge,
      OrderCommands orders,
      MoneyCommands money,
      ParameterCommands parameters,
      MarginInstruments instruments) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.orders = orders;
    this.money = money;
    this.parameters = parameters;
    this.instruments = instruments;
    script = new MarginScript(dice, knowledge, parameters);
    probe = new EdgeProbe(dice, knowledge, orders, money);
  }

  /** Whether the next command is one of these. */
  boolean isNext() {
    return knowledge.hasMargin() && dice.percent(SHARE_PERCENT);
  }

  /** All is answered: what follows from that, and now and then new parameters for a group. */
  void onSettled(Script prepared, int instrument) {
    probe.write(prepared);
    int group = knowledge.margin.terms.group(instrument);
    boolean large = knowledge.margin.groups.size(group) > LARGEST_SCRIPTED_GROUP;
    if (dice.oneIn(large ? 20 * SCRIPT_ONE_IN : SCRIPT_ONE_IN)) {
      script.write(prepared, group);
    }
  }

  void next(MutableDirectBuffer command, int position, Phase phase) {
    int instrument = knowledge.positions.instrument(position);
    int account = knowledge.positions.account(position);
    switch (dice.below(40)) {
      case 0, 1, 2, 3, 4 -> reserve(command, position, phase);
      case 5, 6, 7, 8 -> money.adjust(command, account);
      case 9, 10 -> addOn(command, account);
      case 11, 12, 13, 14 -> money.transfer(command, instrument);
      case 15, 16, 17, 18, 19, 20, 21 -> probe.ask(command, position, phase);
      case 22, 23, 24, 25, 26, 27, 28 -> closing(command, phase, position);
      case 29, 30 -> parameters.sweep(command);
      case 31 -> parameters.feeRow(command, instrument);
      case 32, 33 -> openAnyPortfolio(command, account);
      case 34, 35 -> closePortfolio(command, account);
      case 36, 37 ->
          parameters.stage(
              command,
              parameters.anyArray(instrument, parameters.anyShocks()),
              dice.below(knowledge.margin.terms.parts));
      case 38 -> parameters.curve(command, instrument);
      default -> instruments.instrument(command, dice.below(knowledge.instruments.count));
    }
  }

  /** Whether an account needs a portfolio before it can have a position in an instrument. */
  boolean lacksPortfolio(int account, int instrument) {
    return knowledge.hasMargin()
        && knowledge.margin.portfolioFor(account, instrument) == NONE
        && !dice.oneIn(8);
  }

  /** Opens the portfolio that an account needs for an instrument. */
  void openPortfolio(MutableDirectBuffer command, int account, int instrument) {
    int group = knowledge.margin.terms.group(instrument);
    money.openPortfolio(command, money.anyFreePortfolio(), account, group);
  }

  private void reserve(MutableDirectBuffer command, int position, Phase phase) {
    int instrument = knowledge.positions.instrument(position);
    int slot = knowledge.orders.any(dice, instrument, dice.oneIn(2), dice.oneIn(4));
    if (slot == NONE) {
      orders.order(command, position, phase);
    } else {
      money.reserve(command, slot);
    }
  }

  private void addOn(MutableDirectBuffer command, int account) {
    int portfolio = knowledge.margin.portfolios.any(dice);
    if (portfolio == NONE) {
      money.adjust(command, account);
    } else {
      money.addOn(command, portfolio);
    }
  }

  private void openAnyPortfolio(MutableDirectBuffer command, int account) {
    int group = dice.below(knowledge.margin.groups.count);
    if (knowledge.margin.portfolios.slotOf(account, group) == NONE) {
      money.openPortfolio(command, money.anyFreePortfolio(), account, group);
    } else {
      parameters.sweep(command);
    }
  }

  /** Closes a portfolio that is empty, where a few throws find one. */
  private void closePortfolio(MutableDirectBuffer command, int account) {
    KnownPortfolios portfolios = knowledge.margin.portfolios;
    int slot = portfolios.any(dice);
    for (int tries = 0; slot != NONE && portfolios.positions(slot) > 0 && tries < 8; tries++) {
      slot = portfolios.any(dice);
    }
    if (slot == NONE) {
      money.adjust(command, account);
    } else {
      money.closePortfolio(command, slot);
    }
  }

  /**
   * An order that closes a position of a breached account where there is one, on both sides of each
   * condition: as many lots as there are, or one more; at the edge of the close band, or beyond.
   */
  private void closing(MutableDirectBuffer command, Phase phase, int anyPosition) {
    int position = anyPosition;
    for (int tries = 0; !isToBeClosed(position) && tries < 12; tries++) {
      position = knowledge.positions.any(dice);
    }
    int instrument = knowledge.positions.instrument(position);
    long held = knowledge.positions.lots(position);
    boolean sells = dice.oneIn(12) ? held < 0 : held > 0;
    long room = Math.abs(held) - knowledge.positions.open(position, sells);
    long lots = dice.oneIn(2) ? room + dice.between(-1, 1) : dice.between(1, Math.max(1, room));
    long band = Math.min(knowledge.margin.terms.closeBand(instrument), Integer.MAX_VALUE / 2);
    long away = dice.oneIn(2) ? band + dice.below(2) : dice.between(-10, Math.max(1, band));
    long price = (long) knowledge.margin.mark(instrument) + (sells ? -away : away);
    orders.order(command, position, phase);
    order
        .wrap(command, 0)
        .side(sells ? Side.SELL : Side.BUY)
        .price(knowledge.instruments.inWindow(instrument, price))
        .quantity(Math.max(1, Math.min(lots, knowledge.instruments.maxQuantity(instrument))));
  }

  private boolean isToBeClosed(int position) {
    return knowledge.positions.lots(position) != 0
        && knowledge.margin.money.status(knowledge.positions.account(position)) > 0;
  }
}
