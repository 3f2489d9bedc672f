package io.lockstep.sim.model;

import static io.lockstep.sim.model.Sides.BUY;
import static io.lockstep.sim.model.Sides.SELL;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.schema.card.TransferDecoder;
import io.lockstep.sim.model.margin.Bounds;

/** Transfer: moves lots from one position to another at a price, without fees. */
final class TransferCommand extends Command {
  private final Checks checks;
  private final Holdings holdings;
  private final Revaluation revaluation;
  private final StatusReports statuses;
  private final TransferDecoder command = new TransferDecoder();
  private int buyer;
  private int seller;
  private int buyerSlot;
  private int sellerSlot;
  private int lots;

  TransferCommand(
      CardState state,
      EventWriter events,
      Checks checks,
      Holdings holdings,
      Revaluation revaluation,
      StatusReports statuses) {
    super(state, events, TransferDecoder.TEMPLATE_ID, Flags.NONE, When.LOADED);
    this.checks = checks;
    this.holdings = holdings;
    this.revaluation = revaluation;
    this.statuses = statuses;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    buyer = (int) command.buyer();
    seller = (int) command.seller();
    buyerSlot = (int) command.buyerPosition();
    sellerSlot = (int) command.sellerPosition();
    lots = (int) command.quantity();
  }

  @Override
  void revalue() {
    if (state.accounts.knows(buyer) && state.accounts.knows(seller)) {
      revaluation.ofAccount(seller);
      revaluation.ofAccount(buyer);
    }
  }

  @Override
  RejectReason refusal() {
    int number = command.instrument();
    RejectReason unknown = checks.owners(number, buyer, buyerSlot, seller, sellerSlot);
    if (unknown != NOT_REFUSED) {
      return unknown;
    }
    Instrument instrument = state.instrument(number);
    if (lots == 0) {
      return RejectReason.QUANTITY_ZERO;
    }
    if (Integer.compareUnsigned(lots, instrument.terms.positionLimit()) > 0) {
      return RejectReason.QUANTITY_TOO_LARGE;
    }
    if (!instrument.allowsPrice(command.price())) {
      return RejectReason.PRICE_BEYOND_LIMIT;
    }
    if (wouldPassLimit(buyerSlot, BUY) || wouldPassLimit(sellerSlot, SELL)) {
      return RejectReason.POSITION_BOUND;
    }
    if (buyerSlot == sellerSlot) {
      return RejectReason.SAME_POSITION;
    }
    if (!instrument.terms.current().isValued()) {
      return RejectReason.NOT_VALUED;
    }
    long cost = instrument.terms.cost(lots, command.price());
    boolean allowed = allowsCash(buyer, -cost) && allowsCash(seller, cost);
    return allowed ? NOT_REFUSED : RejectReason.CASH_BOUND;
  }

  private boolean wouldPassLimit(int slot, int side) {
    long held = state.positions.lots(slot);
    long more = Math.abs(held + (long) Sides.sign(side) * lots) - Math.abs(held);
    return checks.wouldPassLimit(slot, more);
  }

  private boolean allowsCash(int account, long amount) {
    long cash = state.accounts.margin(account).cash();
    return Bounds.allowsCash(cash) && Bounds.allowsCash(cash + amount);
  }

  @Override
  void carryOut() {
    holdings.transfer(sellerSlot, SELL, lots, command.price());
    holdings.transfer(buyerSlot, BUY, lots, command.price());
    events.done(TemplateId.TRANSFER, 0);
    statuses.compare(seller);
    statuses.compare(buyer);
  }
}
