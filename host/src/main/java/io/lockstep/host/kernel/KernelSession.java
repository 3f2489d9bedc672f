package io.lockstep.host.kernel;

import static io.lockstep.host.kernel.CommandLine.ACCOUNT;
import static io.lockstep.host.kernel.CommandLine.COLUMNS;
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

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.EventHandler;
import io.lockstep.host.direct.CardLink;
import io.lockstep.host.kernel.CommandLine.Kind;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.MassCancelEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Sends lines of commands to a card, one in flight, and writes its events as lines. It names slots,
 * sets accounts and opens positions by itself. One thread; a right line allocates nothing.
 */
public final class KernelSession {
  private static final long UINT32_MAX = 0xFFFF_FFFEL;
  private static final int INSTRUMENT_MAX = 0xFFFE;
  private static final int PRICE_MIN = Integer.MIN_VALUE + 1;
  private static final long NO_SLOT = NewEncoder.slotNullValue();

  private final CardLink link;
  private final CommandWriter writer = new CommandWriter();
  private final CsvLines line;
  private final CsvOutput out;
  private final EventLines lines;
  private final LiveOrders orders;
  private final OrderUpdates updates;
  private final Instruments instruments;
  private final Owners owners;
  private final EventHandler tell = this::onEvent;
  private final Runnable sendSilently;
  private long commands;

  /**
   * Defines the instruments and ends the loading.
   *
   * @param card after its reset; stays open.
   * @throws IllegalArgumentException if the card refuses an instrument.
   */
  public KernelSession(
      Card card, List<InstrumentDefinition> definitions, InputStream in, OutputStream events) {
    this.link = new CardLink(card);
    this.out = new CsvOutput(events);
    this.line = new CsvLines(in, COLUMNS, out::flush);
    this.lines = new EventLines(out);
    this.orders = new LiveOrders(card.description().orderSlots());
    this.updates = new OrderUpdates(orders);
    this.instruments = new Instruments(definitions);
    this.owners = new Owners(card.description(), instruments);
    this.sendSilently = () -> link.exchange(writer.command(), KernelSession::requireTaken);
    definitions.forEach(this::define);
    writer.endOfLoad();
    sendSilently.run();
  }

  private void define(InstrumentDefinition one) {
    writer.setInstrument(
        one.instrument(),
        one.windowBase(),
        one.bandLow(),
        one.bandHigh(),
        one.maxPrice(),
        one.maxQuantity());
    try {
      sendSilently.run();
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          "instrument " + one.instrument() + ": " + refused.getMessage(), refused);
    }
  }

  /** What the session does by itself is nobody's event. */
  private static void requireTaken(DirectBuffer event, int offset) {
    if (new EventHeaderDecoder().wrap(event, offset).templateId() == RejectedDecoder.TEMPLATE_ID) {
      RejectedDecoder rejected =
          new RejectedDecoder()
              .wrap(event, offset, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
      throw new IllegalArgumentException("the card refuses it: " + rejected.reason());
    }
  }

  /**
   * Reads all lines.
   *
   * @throws LineException if one is wrong; the events of those before it are written.
   * @throws IOException if the lines cannot be read.
   * @throws IllegalStateException if the card is lost.
   */
  public void run() throws IOException {
    lines.header();
    try {
      while (line.next()) {
        write(Kind.of(line));
        link.exchange(writer.command(), tell);
        commands++;
      }
    } finally {
      out.flush();
    }
  }

  /** Lines sent so far. */
  public long commands() {
    return commands;
  }

  /** Events written so far. */
  public long events() {
    return lines.events();
  }

  private void onEvent(DirectBuffer event, int offset) {
    updates.onEvent(event, offset);
    instruments.onEvent(event, offset, writer.command());
    lines.write(line.line(), event, offset);
  }

  private void write(Kind kind) {
    switch (kind) {
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
