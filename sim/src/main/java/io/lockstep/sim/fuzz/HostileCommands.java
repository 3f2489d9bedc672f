package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.TemplateId;
import org.agrona.MutableDirectBuffer;

/** Commands that the card should refuse, of all kinds, and some that may mean anything. */
final class HostileCommands {
  private static final int MARGIN_PERCENT = 45;
  private static final int LAST_COMMAND = TemplateId.BARRIER.value();

  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final HostileOrders orders;
  private final HostileSettings settings;
  private final HostileLoads loads;
  private final HostileMargin margin;
  private final CommandRules rules;

  HostileCommands(
      Dice dice,
      Knowledge knowledge,
      CommandWriter writer,
      OrderCommands orders,
      SettingCommands settings,
      LoadCommands loads,
      HostileMargin margin) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
    this.margin = margin;
    this.rules = CommandRules.of(knowledge.card);
    this.orders = new HostileOrders(dice, knowledge, writer, orders);
    this.settings = new HostileSettings(dice, knowledge, writer, settings);
    this.loads = new HostileLoads(dice, knowledge, writer, loads);
  }

  /** Any of them, while the card takes orders. */
  void any(MutableDirectBuffer command, int position, Phase phase) {
    if (knowledge.hasMargin() && dice.percent(MARGIN_PERCENT)) {
      margin.any(command, position);
      return;
    }
    int instrument = knowledge.positions.instrument(position);
    switch (dice.below(60)) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 -> orders.order(command, position, phase);
      case 12, 13, 14 -> orders.cancel(command);
      case 15, 16, 17, 18, 19, 20, 21 -> orders.replace(command, phase);
      case 22, 23 -> orders.park(command, instrument);
      case 24, 25, 26 -> orders.unpark(command, instrument);
      case 27, 28, 29, 30, 31, 32, 33 -> orders.cross(command, instrument);
      case 34, 35, 36 -> orders.massCancel(command);
      case 37, 38, 39, 40 -> settings.instrument(command, instrument);
      case 41, 42, 43 -> settings.band(command, instrument);
      case 44, 45, 46 -> settings.window(command, instrument);
      case 47, 48, 49 -> settings.openPosition(command, instrument);
      case 50, 51 -> settings.closePosition(command);
      case 52 -> settings.account(command);
      case 53 -> settings.audit(command);
      case 54 -> settings.barrier(command);
      case 55 -> settings.endOfLoad(command);
      case 56 -> loads.position(command, instrument);
      case 57 -> loads.order(command, position);
      case 58 -> raw(command);
      default -> writer.begin(command, unknownTemplate());
    }
  }

  /** One that a loading card refuses whatever it holds, so that it cannot change what is loaded. */
  void whileLoading(MutableDirectBuffer command, int position) {
    if (knowledge.hasMargin() && dice.percent(MARGIN_PERCENT)) {
      margin.whileLoading(command, position);
      return;
    }
    Phase phase = Phase.HOSTILE;
    int instrument = knowledge.positions.instrument(position);
    switch (dice.below(20)) {
      case 0 -> orders.order(command, position, phase);
      case 1 -> orders.cancel(command);
      case 2 -> orders.replace(command, phase);
      case 3 -> orders.park(command, instrument);
      case 4 -> orders.unpark(command, instrument);
      case 5 -> orders.cross(command, instrument);
      case 6 -> orders.massCancel(command);
      case 7 -> settings.endOfLoad(command);
      case 8, 9, 10 -> loads.position(command, instrument);
      default -> loads.order(command, position);
    }
  }

  /** One bit of a valid or hostile command turned round, or a command of random bytes. */
  private void raw(MutableDirectBuffer command) {
    if (dice.oneIn(2)) {
      writer.begin(command, (int) dice.between(1, LAST_COMMAND));
      writer.scatter(command);
    } else {
      orders.order(command, Math.max(0, knowledge.positions.any(dice)), Phase.HOSTILE);
      writer.flipBit(command);
    }
  }

  private int unknownTemplate() {
    int template = dice.oneIn(3) ? dice.below(1 << 16) : dice.below(128);
    return rules.isImplemented(template) ? template + 64 : template;
  }
}
