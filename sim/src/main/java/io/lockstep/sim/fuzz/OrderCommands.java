package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.CrossEncoder;
import io.lockstep.schema.card.MassCancelEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.ParkEncoder;
import io.lockstep.schema.card.ReplaceEncoder;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.UnparkEncoder;
import org.agrona.MutableDirectBuffer;

/** Commands about orders that the card should carry out, as far as the generator knows. */
final class OrderCommands {
  private static final int FEW_SESSIONS = 4;
  private static final SelfTradePrevention[] MODES = {
    SelfTradePrevention.CANCEL_INCOMING,
    SelfTradePrevention.CANCEL_RESTING,
    SelfTradePrevention.CANCEL_BOTH
  };

  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final MarginFields fields;
  private final Prices prices;
  private final Lots lots;
  private final NewEncoder order = new NewEncoder();
  private final CancelEncoder cancel = new CancelEncoder();
  private final ReplaceEncoder replace = new ReplaceEncoder();
  private final MassCancelEncoder massCancel = new MassCancelEncoder();
  private final ParkEncoder park = new ParkEncoder();
  private final CrossEncoder cross = new CrossEncoder();

  OrderCommands(Dice dice, Knowledge knowledge, CommandWriter writer) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
    fields = new MarginFields(dice, knowledge);
    this.prices = new Prices(dice, knowledge);
    this.lots = new Lots(dice, knowledge);
  }

  /** An order of a position, in the manner of the phase. */
  void order(MutableDirectBuffer command, int position, Phase phase) {
    order(command, position, phase, true);
  }

  /** An order to be broken: it takes no slot. */
  void orderToBreak(MutableDirectBuffer command, int position, Phase phase) {
    order(command, position, phase, false);
  }

  private void order(MutableDirectBuffer command, int position, Phase phase, boolean takesSlot) {
    OrderKind kind = phase.orderKind(dice);
    int instrument = knowledge.positions.instrument(position);
    boolean sells = side(kind, position);
    SelfTradePrevention mode = MODES[dice.below(MODES.length)];
    int price = prices.ofOrder(instrument, sells, kind, phase);
    boolean mayRest = kind.timeInForce == TimeInForce.GTC;
    long slot = slot(mayRest, takesSlot);
    CommandHeaderEncoder header = writer.begin(command, NewEncoder.TEMPLATE_ID);
    header.flags().postOnly(kind == OrderKind.POST_ONLY).reduceOnly(kind == OrderKind.REDUCE_ONLY);
    header.flags().parked(kind == OrderKind.PARKED);
    fields.order(header);
    boolean market = kind.timeInForce == TimeInForce.IOC && dice.oneIn(3);
    order
        .wrap(command, 0)
        .account(knowledge.positions.account(position))
        .session(session())
        .slot(slot)
        .positionSlot(position)
        .price(price)
        .quantity(lots.ofOrder(position, sells, kind, phase, price, mode))
        .instrument(instrument)
        .side(sells ? Side.SELL : Side.BUY)
        .orderType(market ? OrderType.MARKET : OrderType.LIMIT)
        .timeInForce(kind.timeInForce)
        .selfTradePrevention(mode);
  }

  private long slot(boolean mayRest, boolean takesSlot) {
    if (!mayRest) {
      return writer.anyUnsigned();
    }
    return takesSlot ? knowledge.orders.takeFreeSlot(dice) : knowledge.orders.anyFreeSlot(dice);
  }

  private boolean side(OrderKind kind, int position) {
    long held = knowledge.positions.lots(position);
    // Reduce-only is mostly of the side that reduces.
    return kind == OrderKind.REDUCE_ONLY && held != 0 && !dice.oneIn(8) ? held > 0 : dice.oneIn(2);
  }

  private long session() {
    return dice.oneIn(8) ? Integer.toUnsignedLong(dice.anyInt()) : dice.below(FEW_SESSIONS);
  }

  /** Makes an order of a dry run: with an id of its own, and a slot if it may rest. */
  void inEarnest(MutableDirectBuffer command) {
    writer.renew(command);
    order.wrap(command, 0).header().flags().dryRun(false);
    int timeInForce = command.getByte(NewEncoder.timeInForceEncodingOffset());
    if (timeInForce == TimeInForce.GTC.value()) {
      order.slot(knowledge.orders.takeFreeSlot(dice));
    }
  }

  /** A cancel of the order in a slot that is believed live. */
  void cancel(MutableDirectBuffer command, int slot) {
    cancel(command, knowledge.orders.id(slot), slot, knowledge.orders.account(slot));
  }

  void cancel(MutableDirectBuffer command, long orderId, long slot, int account) {
    writer.begin(command, CancelEncoder.TEMPLATE_ID);
    cancel.wrap(command, 0).orderId(orderId).slot(slot).account(Integer.toUnsignedLong(account));
  }

  /** A replace of the order in a slot that is believed live: of price, total, place or several. */
  void replace(MutableDirectBuffer command, int slot, Phase phase) {
    KnownOrders orders = knowledge.orders;
    int instrument = orders.instrument(slot);
    boolean samePrice = dice.oneIn(3);
    boolean parked = orders.isParked(slot) ^ dice.oneIn(phase.parkedPercent > 10 ? 4 : 8);
    CommandHeaderEncoder header = writer.begin(command, ReplaceEncoder.TEMPLATE_ID);
    header.flags().parked(parked).postOnly(!parked && dice.oneIn(6));
    replace
        .wrap(command, 0)
        .orderId(orders.id(slot))
        .slot(slot)
        .account(Integer.toUnsignedLong(orders.account(slot)))
        .price(samePrice ? orders.price(slot) : prices.ofReplace(slot, parked, phase))
        .total(lots.ofReplace(slot, phase))
        .instrument(instrument)
        .selfTradePrevention(MODES[dice.below(MODES.length)]);
    fields.replace(replace, slot);
  }

  /** A mass cancel by any of the fields, most often more than one. */
  void massCancel(MutableDirectBuffer command) {
    int account = knowledge.accounts.any(dice);
    int instrument = knowledge.instruments.anyKnown(dice);
    writer.begin(command, MassCancelEncoder.TEMPLATE_ID);
    massCancel
        .wrap(command, 0)
        .account(account < 0 || dice.oneIn(2) ? MassCancelEncoder.accountNullValue() : account)
        .session(dice.oneIn(2) ? MassCancelEncoder.sessionNullValue() : dice.below(FEW_SESSIONS))
        .instrument(
            instrument < 0 || dice.oneIn(2) ? MassCancelEncoder.instrumentNullValue() : instrument);
  }

  /** Parks, or with the other template unparks, the order in a slot. */
  void park(MutableDirectBuffer command, int slot) {
    parkOrUnpark(command, ParkEncoder.TEMPLATE_ID, slot);
  }

  void unpark(MutableDirectBuffer command, int slot) {
    parkOrUnpark(command, UnparkEncoder.TEMPLATE_ID, slot);
  }

  private void parkOrUnpark(MutableDirectBuffer command, int template, int slot) {
    writer.begin(command, template);
    // Both commands have the same layout.
    park.wrap(command, 0)
        .orderId(knowledge.orders.id(slot))
        .slot(slot)
        .account(Integer.toUnsignedLong(knowledge.orders.account(slot)));
  }

  /** A cross of two parked orders at a price, of as many lots as they have open or fewer. */
  void cross(MutableDirectBuffer command, int bid, int ask) {
    KnownOrders orders = knowledge.orders;
    int instrument = orders.instrument(bid);
    long low = Math.max(orders.price(ask), knowledge.instruments.low(instrument));
    long high = Math.min(orders.price(bid), knowledge.instruments.high(instrument));
    long most = Math.min(orders.open(bid), orders.open(ask));
    long price = low <= high ? dice.between(low, high) : low;
    cross(command, bid, ask, (int) price, dice.oneIn(3) ? dice.between(1, most) : most);
  }

  void cross(MutableDirectBuffer command, int bid, int ask, int price, long quantity) {
    writer.begin(command, CrossEncoder.TEMPLATE_ID);
    cross
        .wrap(command, 0)
        .buyId(knowledge.orders.id(bid))
        .sellId(knowledge.orders.id(ask))
        .buySlot(bid)
        .sellSlot(ask)
        .price(price)
        .quantity(quantity)
        .instrument(knowledge.orders.instrument(bid));
  }
}
