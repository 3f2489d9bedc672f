package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.LoadPositionEncoder;
import io.lockstep.schema.card.Side;
import org.agrona.MutableDirectBuffer;

/** Commands that restore a state, which a card that is loading should carry out. */
final class LoadCommands {
  private static final int FEW_SESSIONS = 4;

  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final MarginFields fields;
  private final LoadPositionEncoder loadPosition = new LoadPositionEncoder();
  private final LoadOrderEncoder loadOrder = new LoadOrderEncoder();

  LoadCommands(Dice dice, Knowledge knowledge, CommandWriter writer) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
    fields = new MarginFields(dice, knowledge);
  }

  /** A position of any size, most often small or near the bound. */
  void position(MutableDirectBuffer command, int slot, int account, int instrument) {
    long bound = knowledge.positions.bound(instrument);
    long drawn =
        switch (dice.below(6)) {
          case 0 -> 0;
          case 1 -> bound - dice.between(0, 1_000);
          case 2 -> dice.between(0, bound);
          default -> dice.between(0, 1_000);
        };
    long lots = fields.mayHold(account, instrument) ? Math.max(0, Math.min(bound, drawn)) : 0;
    position(command, slot, account, instrument, (int) (dice.oneIn(2) ? lots : -lots));
  }

  void position(MutableDirectBuffer command, int slot, int account, int instrument, int lots) {
    writer.begin(command, LoadPositionEncoder.TEMPLATE_ID);
    loadPosition
        .wrap(command, 0)
        .positionSlot(slot)
        .account(account)
        .instrument(instrument)
        .position(lots);
    fields.loadPosition(loadPosition, account, instrument);
  }

  /** Whether a host may load something for the owner of a position in its instrument. */
  boolean mayHold(int position) {
    return fields.mayHold(
        knowledge.positions.account(position), knowledge.positions.instrument(position));
  }

  /** The most that an order of an instrument may reserve a lot. */
  long largestReserve(int instrument) {
    return fields.largestReserve(instrument);
  }

  /** An order of a position, resting where it crosses nothing, or parked. */
  void order(MutableDirectBuffer command, int position, boolean takesSlot) {
    KnownInstruments instruments = knowledge.instruments;
    int instrument = knowledge.positions.instrument(position);
    boolean sells = dice.oneIn(2);
    boolean parked = dice.oneIn(8);
    long offset = dice.between(1, dice.oneIn(4) ? instruments.levels : 100);
    long price = instruments.middle(instrument) + (sells == parked ? -offset : offset);
    long most = instruments.maxQuantity(instrument);
    long total = Math.min(most, dice.oneIn(100) ? most : dice.between(1, 50));
    int slot = takesSlot ? knowledge.orders.takeFreeSlot(dice) : knowledge.orders.anyFreeSlot(dice);
    CommandHeaderEncoder header = writer.begin(command, LoadOrderEncoder.TEMPLATE_ID);
    header.flags().parked(parked);
    loadOrder
        .wrap(command, 0)
        .account(knowledge.positions.account(position))
        .session(dice.below(FEW_SESSIONS))
        .slot(slot)
        .positionSlot(position)
        .price(instruments.inWindow(instrument, price))
        .total(total)
        .filled(dice.oneIn(3) ? dice.between(0, total - 1) : 0)
        .selfTradeGroup(dice.below(3))
        .instrument(instrument)
        .side(sells ? Side.SELL : Side.BUY);
    fields.loadOrder(loadOrder, instrument);
  }
}
