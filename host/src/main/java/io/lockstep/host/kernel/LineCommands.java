package io.lockstep.host.kernel;

import static io.lockstep.host.kernel.CommandLine.ACCOUNT;
import static io.lockstep.host.kernel.CommandLine.FLAGS;
import static io.lockstep.host.kernel.CommandLine.GROUP;
import static io.lockstep.host.kernel.CommandLine.HIGH;
import static io.lockstep.host.kernel.CommandLine.ID;
import static io.lockstep.host.kernel.CommandLine.INSTRUMENT;
import static io.lockstep.host.kernel.CommandLine.LOW;
import static io.lockstep.host.kernel.CommandLine.PRICE;
import static io.lockstep.host.kernel.CommandLine.QUANTITY;
import static io.lockstep.host.kernel.CommandLine.SELF_TRADE;
import static io.lockstep.host.kernel.CommandLine.SELL_ID;
import static io.lockstep.host.kernel.CommandLine.SESSION;
import static io.lockstep.host.kernel.CommandLine.SIDE;
import static io.lockstep.host.kernel.CommandLine.TIME_IN_FORCE;
import static io.lockstep.host.kernel.CommandLine.TYPE;

import io.lockstep.driver.CommandWriter;
import io.lockstep.host.csv.CsvLines;
import io.lockstep.host.csv.LineException;
import io.lockstep.host.kernel.CommandLine.Kind;
import io.lockstep.schema.card.MassCancelEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;

/**
 * Writes the command that a line says. It names slots, and has accounts set and positions opened
 * before their first use. One thread; a right line allocates nothing.
 */
final class LineCommands {
  private static final long UINT32_MAX = 0xFFFF_FFFEL;
  private static final int INSTRUMENT_MAX = 0xFFFE;
  private static final int PRICE_MIN = Integer.MIN_VALUE + 1;
  private static final long NO_SLOT = NewEncoder.slotNullValue();

  private final CsvLines line;
  private final CommandWriter writer;
  private final LiveOrders orders;
  private final Instruments instruments;
  private final Owners owners;
  private final Runnable sendSilently;

  /**
   * @param line the line at hand.
   * @param writer gets its command.
   * @param orders those that are live.
   * @param instruments what the card was told of them.
   * @param owners the accounts and positions that the card has.
   * @param sendSilently sends a command that no line says.
   */
  LineCommands(
      CsvLines line,
      CommandWriter writer,
      LiveOrders orders,
      Instruments instruments,
      Owners owners,
      Runnable sendSilently) {
    this.line = line;
    this.writer = writer;
    this.orders = orders;
    this.instruments = instruments;
    this.owners = owners;
    this.sendSilently = sendSilently;
  }

  /**
   * Writes the command of the line at hand; what it needs before, it sends.
   *
   * @throws LineException if the line is wrong.
   */
  void write() {
    switch (Kind.of(line)) {
      case NEW -> newOrder();
      case CANCEL -> cancel();
      case REPLACE -> replace();
      case MASS_CANCEL -> massCancel();
      case PARK -> writer.park(id(), slotOf(id()), accountOf(id()));
      case UNPARK -> writer.unpark(id(), slotOf(id()), accountOf(id()));
      case CROSS -> cross();
      case SET_ACCOUNT -> setAccount();
      case SET_BAND -> setBand();
      case SET_WINDOW -> writer.setWindow(instrument(), price(LOW));
      case AUDIT -> audit();
      case BARRIER -> writer.barrier();
    }
  }

  private void newOrder() {
    long id = id();
    if (orders.slot(id) != LiveOrders.NONE) {
      throw line.fault(ID, "order " + Long.toUnsignedString(id) + " is live already");
    }
    int instrument = instrument();
    long account = line.number(ACCOUNT, 0, UINT32_MAX);
    Side side = Side.get((short) CommandLine.SIDES.code(line, SIDE));
    OrderType type = OrderType.get((short) CommandLine.TYPES.code(line, TYPE, 0));
    boolean market = type == OrderType.MARKET;
    int usual = market ? TimeInForce.IOC.value() : TimeInForce.GTC.value();
    int timeInForce = CommandLine.TIMES_IN_FORCE.code(line, TIME_IN_FORCE, usual);
    int price =
        market && line.isEmpty(PRICE) ? instruments.worstPrice(instrument, side) : price(PRICE);
    long quantity = quantity();
    long session = line.isEmpty(SESSION) ? 0 : line.number(SESSION, 0, UINT32_MAX);
    int flags = CommandLine.ORDER_FLAGS.codes(line, FLAGS);
    SelfTradePrevention mode = selfTrade();

    int position = owners.position(account, instrument, writer, sendSilently);
    int slot =
        timeInForce == TimeInForce.GTC.value()
            ? orders.enter(id, account, instrument, quantity)
            : LiveOrders.NONE;
    writer
        .newOrder(id, instrument, account, session)
        .slots(
            slot == LiveOrders.NONE ? NO_SLOT : slot, position == Owners.NONE ? NO_SLOT : position)
        .terms(side, price, quantity)
        .kind(type, TimeInForce.get((short) timeInForce), mode);
    writeFlags(flags);
  }

  private void cancel() {
    writer.cancel(id(), slotOf(id()), accountOf(id()));
  }

  private void replace() {
    long id = id();
    int slot = orders.slot(id);
    int instrument =
        line.isEmpty(INSTRUMENT) && slot != LiveOrders.NONE
            ? orders.instrument(slot)
            : optionalInstrument(0);
    int flags = CommandLine.ORDER_FLAGS.codes(line, FLAGS);
    writer.replace(
        id, slotOf(id), accountOf(id), instrument, price(PRICE), quantity(), selfTrade());
    writeFlags(flags);
  }

  private void massCancel() {
    writer.massCancel(
        optionalNumber(ACCOUNT, MassCancelEncoder.accountNullValue()),
        optionalNumber(SESSION, MassCancelEncoder.sessionNullValue()),
        optionalInstrument(MassCancelEncoder.instrumentNullValue()));
  }

  private void cross() {
    long sell = line.unsigned(SELL_ID);
    int slot = orders.slot(id());
    int instrument =
        line.isEmpty(INSTRUMENT) && slot != LiveOrders.NONE
            ? orders.instrument(slot)
            : optionalInstrument(0);
    writer.cross(id(), slotOf(id()), sell, slotOf(sell), instrument, price(PRICE), quantity());
  }

  private void setAccount() {
    long account = line.number(ACCOUNT, 0, UINT32_MAX);
    writer.setAccount(account, optionalNumber(GROUP, 0));
    owners.set(account);
  }

  private void setBand() {
    writer.setBand(instrument(), price(LOW), price(HIGH));
  }

  private void audit() {
    int lines = CommandLine.LINES.codes(line, FLAGS);
    boolean all = lines == 0;
    writer
        .audit()
        .instruments(all || (lines & 1) != 0)
        .orders(all || (lines & 2) != 0)
        .positions(all || (lines & 4) != 0)
        .accounts(all || (lines & 8) != 0);
  }

  private void writeFlags(int flags) {
    if (flags != 0) {
      writer
          .flags()
          .postOnly((flags & 1) != 0)
          .reduceOnly((flags & 2) != 0)
          .parked((flags & 4) != 0);
    }
  }

  private long id() {
    return line.unsigned(ID);
  }

  private long slotOf(long id) {
    int slot = orders.slot(id);
    return slot == LiveOrders.NONE ? NO_SLOT : slot;
  }

  /** As the line names it, else that of the order; 0 where nobody knows. */
  private long accountOf(long id) {
    int slot = orders.slot(id);
    boolean own = line.isEmpty(ACCOUNT) && slot != LiveOrders.NONE;
    return own ? orders.account(slot) : optionalNumber(ACCOUNT, 0);
  }

  private int instrument() {
    return (int) line.number(INSTRUMENT, 0, INSTRUMENT_MAX);
  }

  private int optionalInstrument(int empty) {
    return line.isEmpty(INSTRUMENT) ? empty : instrument();
  }

  private long optionalNumber(int column, long empty) {
    return line.isEmpty(column) ? empty : line.number(column, 0, UINT32_MAX);
  }

  private int price(int column) {
    return (int) line.number(column, PRICE_MIN, Integer.MAX_VALUE);
  }

  private long quantity() {
    return line.number(QUANTITY, 0, UINT32_MAX);
  }

  private SelfTradePrevention selfTrade() {
    return SelfTradePrevention.get((short) CommandLine.SELF_TRADES.code(line, SELF_TRADE, 0));
  }
}
