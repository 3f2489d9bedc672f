package io.lockstep.sim.model;

import static io.lockstep.sim.model.Sides.BUY;
import static io.lockstep.sim.model.Sides.SELL;

import io.lockstep.schema.card.CrossDecoder;
import io.lockstep.schema.card.RejectReason;

/** Cross: executes two parked orders of a call auction at its price, whoever owns them. */
final class CrossCommand extends Command {
  private final OrderPool pool;
  private final Trades trades;
  private final CrossDecoder command = new CrossDecoder();
  private int bid;
  private int ask;
  private int price;
  private int lots;

  CrossCommand(CardState state, EventWriter events, Trades trades) {
    super(state, events, CrossDecoder.TEMPLATE_ID, Flags.NONE, When.LOADED);
    this.pool = state.pool;
    this.trades = trades;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    bid = (int) command.buySlot();
    ask = (int) command.sellSlot();
    price = command.price();
    lots = (int) command.quantity();
  }

  @Override
  RejectReason refusal() {
    int number = command.instrument();
    if (!state.knowsInstrument(number)) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    if (!isOrder(bid, command.buyId(), number, BUY)
        || !isOrder(ask, command.sellId(), number, SELL)) {
      return RejectReason.UNKNOWN_ORDER;
    }
    if (lots == 0) {
      return RejectReason.QUANTITY_ZERO;
    }
    if (!state.instrument(number).bandHolds(price)) {
      return RejectReason.BEYOND_BAND;
    }
    if (!pool.isParked(bid) || !pool.isParked(ask)) {
      return RejectReason.NOT_PARKED;
    }
    if (hasFewerOpen(bid) || hasFewerOpen(ask)) {
      return RejectReason.QUANTITY_BEYOND_OPEN;
    }
    if (price > pool.price(bid) || price < pool.price(ask)) {
      return RejectReason.PRICE_BEYOND_ORDER;
    }
    return NOT_REFUSED;
  }

  private boolean isOrder(int slot, long id, int instrument, int side) {
    return pool.holds(slot, id) && pool.instrument(slot) == instrument && pool.side(slot) == side;
  }

  private boolean hasFewerOpen(int slot) {
    return Integer.compareUnsigned(lots, pool.open(slot)) > 0;
  }

  @Override
  void carryOut() {
    trades.cross(bid, ask, price, lots);
  }
}
