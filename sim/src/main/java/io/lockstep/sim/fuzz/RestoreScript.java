package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import io.lockstep.driver.StateLoader;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.EndOfLoadDecoder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The commands that load the state which an audit told, into a card that was reset. Orders and
 * positions get other slots than they had, in another order.
 */
final class RestoreScript {
  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandHeaderDecoder header = new CommandHeaderDecoder();

  RestoreScript(Dice dice, Knowledge knowledge) {
    this.dice = dice;
    this.knowledge = knowledge;
  }

  /**
   * Writes the script for the last audit's lines, while what is known is still of the card that
   * gave them. The end of load is left out.
   */
  void write(Script script) {
    StateLoader loader = loader();
    for (int line = 0; line < knowledge.audit.count(); line++) {
      loader.onEvent(knowledge.audit.lines(), line * Card.MESSAGE_BYTES);
    }
    for (UnsafeBuffer command : loader.commands()) {
      if (header.wrap(command, 0).templateId() != EndOfLoadDecoder.TEMPLATE_ID) {
        script.add(command);
      }
    }
  }

  private StateLoader loader() {
    OtherSlots slots = new OtherSlots();
    return knowledge.hasMargin()
        ? new StateLoader(slots, new MarginToRestore(dice, knowledge))
        : new StateLoader(slots);
  }

  private final class OtherSlots implements StateLoader.Slots {
    private final Renumbering orders =
        new Renumbering(dice, knowledge.ranges, knowledge.card.orderSlots());
    private final Renumbering positions =
        new Renumbering(dice, knowledge.ranges, knowledge.card.positions());

    @Override
    public int ofOrder(long orderId) {
      return orders.of(Math.max(0, knowledge.orders.slotOf(orderId)));
    }

    @Override
    public int ofPosition(int account, int instrument) {
      return positions.of(Math.max(0, knowledge.positions.slotOf(account, instrument)));
    }
  }

  /** Other numbers for slots: each moved by the same, perhaps the other way round. */
  private static final class Renumbering {
    private final int slots;
    private final int moved;
    private final boolean reversed;

    Renumbering(Dice dice, Ranges ranges, int slots) {
      this.slots = slots;
      moved = ranges.anyShift(dice, slots);
      reversed = ranges.isReversed(dice);
    }

    int of(int slot) {
      return (moved + (reversed ? slots - 1 - slot : slot)) % slots;
    }
  }
}
