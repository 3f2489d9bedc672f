package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.NewEncoder;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Brings accounts exactly to an edge and one minor unit beyond: a dry run tells how the account
 * stands with an order in, an adjust moves its cash by that, and the same order follows in earnest.
 */
final class EdgeProbe {
  private static final int KINDS = 10;

  private final Dice dice;
  private final Knowledge knowledge;
  private final OrderCommands orders;
  private final MoneyCommands money;
  private final MutableDirectBuffer asked = new ExpandableArrayBuffer(Card.MESSAGE_BYTES);
  private final MutableDirectBuffer command = new ExpandableArrayBuffer(Card.MESSAGE_BYTES);
  private final CommandHeaderDecoder header = new CommandHeaderDecoder();
  private final NewEncoder order = new NewEncoder();
  private long askedId;

  EdgeProbe(Dice dice, Knowledge knowledge, OrderCommands orders, MoneyCommands money) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.orders = orders;
    this.money = money;
  }

  /** Asks about an order of a position. */
  void ask(MutableDirectBuffer dryRun, int position, Phase phase) {
    orders.orderToBreak(dryRun, position, phase);
    order.wrap(dryRun, 0).header().flags().dryRun(true).system(false);
    asked.putBytes(0, dryRun, 0, Card.MESSAGE_BYTES);
    askedId = header.wrap(dryRun, 0).logSequence();
  }

  /** Writes what an answer, or a change of a status, makes worth while; often nothing. */
  void write(Script script) {
    KnownMoney.Figures answer = knowledge.margin.money.answerOf(askedId);
    KnownMoney.Figures reported = knowledge.margin.money.takeReported();
    if (answer != null && !MoneyCommands.isRich(answer.account())) {
      atAnEdge(script, answer);
      askedId = 0;
    } else if (reported != null && !MoneyCommands.isRich(reported.account())) {
      atFree(script, reported);
    }
  }

  private void atAnEdge(Script script, KnownMoney.Figures stands) {
    int account = stands.account();
    switch (dice.below(KINDS)) {
      case 0 -> adjust(script, account, -stands.equity() - dice.below(2), true);
      case 1, 2 ->
          adjust(script, account, stands.maintenance() - stands.equity() - dice.below(2), true);
      case 3 -> {
        if (dice.oneIn(8)) {
          long bound = KnownMoney.CASH_BOUND - 1;
          long to = dice.oneIn(2) ? bound : -bound;
          adjust(script, account, to - stands.cash() + (to > 0 ? 1 : -1) * dice.below(2), true);
        }
      }
      case 4 -> adjust(script, account, -stands.free() + money.anyAmount(), true);
      default -> {
        adjust(script, account, -stands.free() + dice.between(-1, 1), true);
        inEarnest(script);
      }
    }
  }

  /** The order asked about, with an id and a slot of its own. */
  private void inEarnest(Script script) {
    command.putBytes(0, asked, 0, Card.MESSAGE_BYTES);
    orders.inEarnest(command);
    script.add(command);
  }

  /** Withdraws all that is free, or one more; or asks for as much by an add-on. */
  private void atFree(Script script, KnownMoney.Figures stands) {
    int account = stands.account();
    long beyond = dice.below(2);
    int portfolio = knowledge.margin.portfolios.anyOf(account, dice);
    if (portfolio >= 0 && dice.oneIn(3)) {
      money.addOn(command, portfolio, Math.max(1, stands.free() + beyond), false);
      script.add(command);
    } else {
      adjust(script, account, Math.min(-1, -stands.free() - beyond), false);
    }
  }

  private void adjust(Script script, int account, long amount, boolean system) {
    money.adjust(command, account, amount, system);
    script.add(command);
  }
}
