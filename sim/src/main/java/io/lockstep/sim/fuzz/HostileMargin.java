package io.lockstep.sim.fuzz;

import org.agrona.MutableDirectBuffer;

/** Commands of margin that the card should refuse, of all kinds. */
final class HostileMargin {
  private final Dice dice;
  private final Knowledge knowledge;
  private final HostileParameters parameters;
  private final HostileMoney money;
  private final MoneyCommands valid;
  private final ParameterCommands validParameters;

  HostileMargin(
      Dice dice,
      Knowledge knowledge,
      CommandWriter writer,
      MoneyCommands valid,
      ParameterCommands validParameters,
      MarginInstruments instruments) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.valid = valid;
    this.validParameters = validParameters;
    parameters = new HostileParameters(dice, knowledge, writer, instruments, validParameters);
    money = new HostileMoney(dice, knowledge, writer, valid);
  }

  /** Any of them, while the card takes orders. */
  void any(MutableDirectBuffer command, int position) {
    int instrument = knowledge.positions.instrument(position);
    int account = knowledge.positions.account(position);
    int portfolio = Math.max(0, knowledge.margin.portfolios.any(dice));
    switch (dice.below(40)) {
      case 0, 1, 2, 3, 4, 5 -> parameters.instrument(command);
      case 6, 7, 8 -> parameters.feeRow(command, instrument);
      case 9, 10, 11, 12, 13 -> parameters.stage(command, instrument);
      case 14, 15, 16, 17 -> parameters.curve(command, instrument);
      case 18, 19, 20, 21 -> parameters.commit(command, anyGroup(instrument));
      case 22, 23 -> parameters.sweep(command);
      case 24, 25, 26 -> money.adjust(command, account);
      case 27, 28, 29 -> money.addOn(command, portfolio);
      case 30, 31, 32, 33 -> money.transfer(command, instrument);
      case 34 -> money.reserve(command);
      case 35, 36 -> money.openPortfolio(command, account);
      case 37 -> money.closePortfolio(command);
      case 38 -> money.loadAccount(command);
      default -> money.loadPortfolio(command, account);
    }
  }

  private int anyGroup(int instrument) {
    int stale = knowledge.margin.portfolios.anyStale(dice);
    return switch (dice.below(4)) {
      case 0 -> dice.below(knowledge.margin.groups.count);
      case 1, 2 -> stale < 0 ? 0 : knowledge.margin.portfolios.group(stale);
      default -> knowledge.margin.terms.group(instrument);
    };
  }

  /** One that a loading card refuses whatever it holds. */
  void whileLoading(MutableDirectBuffer command, int position) {
    int instrument = knowledge.positions.instrument(position);
    int account = knowledge.positions.account(position);
    int portfolio = Math.max(0, knowledge.margin.portfolios.any(dice));
    switch (dice.below(16)) {
      case 0 -> valid.adjust(command, account);
      case 1 -> valid.addOn(command, portfolio);
      case 2 -> valid.transfer(command, instrument);
      case 3 -> money.reserve(command);
      case 4 -> validParameters.sweep(command);
      case 5, 6, 7, 8 -> money.loadAccount(command);
      default -> money.loadPortfolio(command, account);
    }
  }
}
