package io.lockstep.driver;

import io.lockstep.schema.card.AuditEncoder;
import io.lockstep.schema.card.AuditLinesEncoder;
import io.lockstep.schema.card.BarrierEncoder;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandFlagsEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.CrossEncoder;
import io.lockstep.schema.card.EndOfLoadEncoder;
import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.LoadPositionEncoder;
import io.lockstep.schema.card.MassCancelEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.ParkEncoder;
import io.lockstep.schema.card.ReplaceEncoder;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.SetWindowEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.UnparkEncoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes card commands from plain values, one at a time. Values of 32 bits that have no sign may
 * come with one. One thread; allocates nothing.
 */
public final class CommandWriter {
  private UnsafeBuffer buffer = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private long logSequence;
  private final CommandHeaderEncoder header = new CommandHeaderEncoder();
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();
  private final SetAccountEncoder setAccount = new SetAccountEncoder();
  private final OpenPositionEncoder openPosition = new OpenPositionEncoder();
  private final LoadPositionEncoder loadPosition = new LoadPositionEncoder();
  private final LoadOrderEncoder loadOrder = new LoadOrderEncoder();
  private final NewEncoder newOrder = new NewEncoder();
  private final CancelEncoder cancel = new CancelEncoder();
  private final ReplaceEncoder replace = new ReplaceEncoder();
  private final MassCancelEncoder massCancel = new MassCancelEncoder();
  private final ParkEncoder park = new ParkEncoder();
  private final UnparkEncoder unpark = new UnparkEncoder();
  private final CrossEncoder cross = new CrossEncoder();
  private final SetBandEncoder setBand = new SetBandEncoder();
  private final SetWindowEncoder setWindow = new SetWindowEncoder();
  private final AuditEncoder audit = new AuditEncoder();

  /**
   * The commands that follow are written here instead.
   *
   * @param command 64 bytes.
   * @param sequence the log sequence of all that do not enter an order; 0 until this is called.
   */
  public CommandWriter into(UnsafeBuffer command, long sequence) {
    buffer = command;
    logSequence = sequence;
    return this;
  }

  /** The command that was written last. */
  public DirectBuffer command() {
    return buffer;
  }

  /** Defines an instrument, with the multiplier 0 unless {@link #multiplier} follows. */
  public CommandWriter setInstrument(
      int instrument, int windowBase, int bandLow, int bandHigh, long maxPrice, long maxQuantity) {
    begin(SetInstrumentEncoder.TEMPLATE_ID);
    setInstrument
        .wrap(buffer, 0)
        .instrument(instrument)
        .windowBase(windowBase)
        .bandLow(bandLow)
        .bandHigh(bandHigh)
        .maxPrice(maxPrice)
        .maxQuantity(maxQuantity);
    return this;
  }

  /** Scaled minor units that a tick of a lot of the instrument is worth. */
  public CommandWriter multiplier(long multiplier) {
    setInstrument.multiplier(multiplier);
    return this;
  }

  /**
   * What margin wants to know of the instrument.
   *
   * @param closeBand ticks from the mark within which a breached account may close.
   * @param worstFee a lot, scaled minor units.
   * @param positionLimit lots.
   */
  public CommandWriter margin(int group, long closeBand, long worstFee, long positionLimit) {
    setInstrument.group(group).closeBand(closeBand).worstFee(worstFee).positionLimit(positionLimit);
    return this;
  }

  /**
   * Defines an account, of fee tier 0 unless the caller changes it.
   *
   * @param selfTradeGroup 0: none.
   */
  public SetAccountEncoder setAccount(long account, long selfTradeGroup) {
    begin(SetAccountEncoder.TEMPLATE_ID);
    return setAccount.wrap(buffer, 0).account(account).selfTradeGroup(selfTradeGroup);
  }

  /** Opens an account's position in an instrument, in no portfolio unless the caller names one. */
  public OpenPositionEncoder openPosition(long positionSlot, long account, int instrument) {
    begin(OpenPositionEncoder.TEMPLATE_ID);
    return openPosition
        .wrap(buffer, 0)
        .positionSlot(positionSlot)
        .account(account)
        .portfolio(OpenPositionEncoder.portfolioNullValue())
        .instrument(instrument);
  }

  /** Restores a position, in no portfolio unless the caller names one. */
  public LoadPositionEncoder loadPosition(
      long positionSlot, long account, int instrument, int lots) {
    begin(LoadPositionEncoder.TEMPLATE_ID);
    return loadPosition
        .wrap(buffer, 0)
        .positionSlot(positionSlot)
        .account(account)
        .portfolio(LoadPositionEncoder.portfolioNullValue())
        .instrument(instrument)
        .position(lots);
  }

  /** Begins to restore a live order; the rest of it follows by {@link #loadTerms}. */
  public CommandWriter loadOrder(
      long orderId, boolean parked, long slot, long positionSlot, long account, long session) {
    begin(LoadOrderEncoder.TEMPLATE_ID);
    header.logSequence(orderId).flags().parked(parked);
    loadOrder
        .wrap(buffer, 0)
        .slot(slot)
        .positionSlot(positionSlot)
        .account(account)
        .session(session);
    return this;
  }

  /**
   * What the restored order has; without a reserve, and of fee tier 0, unless the caller changes
   * it.
   *
   * @param selfTradeGroup that its account had when it entered.
   */
  public LoadOrderEncoder loadTerms(
      int instrument, Side side, int price, long total, long filled, long selfTradeGroup) {
    return loadOrder
        .instrument(instrument)
        .side(side)
        .price(price)
        .total(total)
        .filled(filled)
        .selfTradeGroup(selfTradeGroup);
  }

  /** From then on the card takes orders. */
  public void endOfLoad() {
    begin(EndOfLoadEncoder.TEMPLATE_ID);
  }

  /**
   * Begins a new order; its terms follow by {@link #slots} and {@link #terms}. A GTC limit order
   * with the mode cancel incoming, unless {@link #kind} says otherwise.
   */
  public CommandWriter newOrder(long orderId, int instrument, long account, long session) {
    begin(NewEncoder.TEMPLATE_ID);
    header.logSequence(orderId);
    newOrder.wrap(buffer, 0).instrument(instrument).account(account).session(session);
    return kind(OrderType.LIMIT, TimeInForce.GTC, SelfTradePrevention.CANCEL_INCOMING);
  }

  /** Where the new order rests, and whose position it changes. */
  public CommandWriter slots(long slot, long positionSlot) {
    newOrder.slot(slot).positionSlot(positionSlot);
    return this;
  }

  /** The new order's terms. */
  public CommandWriter terms(Side side, int price, long quantity) {
    newOrder.side(side).price(price).quantity(quantity);
    return this;
  }

  /** How the new order trades. */
  public CommandWriter kind(
      OrderType type, TimeInForce timeInForce, SelfTradePrevention selfTradePrevention) {
    newOrder.orderType(type).timeInForce(timeInForce).selfTradePrevention(selfTradePrevention);
    return this;
  }

  /** Flags of the command just begun. */
  public CommandFlagsEncoder flags() {
    return header.flags();
  }

  /** Cancels an order. */
  public void cancel(long orderId, long slot, long account) {
    begin(CancelEncoder.TEMPLATE_ID);
    cancel.wrap(buffer, 0).orderId(orderId).slot(slot).account(account);
  }

  /** Gives an order a new price and a new total; a card with margin wants side and position too. */
  public ReplaceEncoder replace(
      long orderId,
      long slot,
      long account,
      int instrument,
      int price,
      long total,
      SelfTradePrevention selfTradePrevention) {
    begin(ReplaceEncoder.TEMPLATE_ID);
    return replace
        .wrap(buffer, 0)
        .orderId(orderId)
        .slot(slot)
        .account(account)
        .instrument(instrument)
        .price(price)
        .total(total)
        .selfTradePrevention(selfTradePrevention);
  }

  /** Cancels all orders that fit; null values fit all. */
  public void massCancel(long account, long session, int instrument) {
    begin(MassCancelEncoder.TEMPLATE_ID);
    massCancel.wrap(buffer, 0).account(account).session(session).instrument(instrument);
  }

  /** Takes an order out of the book. */
  public void park(long orderId, long slot, long account) {
    begin(ParkEncoder.TEMPLATE_ID);
    park.wrap(buffer, 0).orderId(orderId).slot(slot).account(account);
  }

  /** Puts a parked order into the book. */
  public void unpark(long orderId, long slot, long account) {
    begin(UnparkEncoder.TEMPLATE_ID);
    unpark.wrap(buffer, 0).orderId(orderId).slot(slot).account(account);
  }

  /** Executes two parked orders. */
  public void cross(
      long buyId, long buySlot, long sellId, long sellSlot, int instrument, int price, long lots) {
    begin(CrossEncoder.TEMPLATE_ID);
    cross
        .wrap(buffer, 0)
        .buyId(buyId)
        .buySlot(buySlot)
        .sellId(sellId)
        .sellSlot(sellSlot)
        .instrument(instrument)
        .price(price)
        .quantity(lots);
  }

  /** Moves the band. */
  public void setBand(int instrument, int low, int high) {
    begin(SetBandEncoder.TEMPLATE_ID);
    setBand.wrap(buffer, 0).instrument(instrument).low(low).high(high);
  }

  /** Moves the window. */
  public void setWindow(int instrument, int windowBase) {
    begin(SetWindowEncoder.TEMPLATE_ID);
    setWindow.wrap(buffer, 0).instrument(instrument).windowBase(windowBase);
  }

  /** Begins an audit; the caller names its lines. */
  public AuditLinesEncoder audit() {
    begin(AuditEncoder.TEMPLATE_ID);
    return audit.wrap(buffer, 0).lines();
  }

  /** An audit of all that such a card holds. */
  public void auditAll(CardDescription card) {
    boolean margin = card.portfolios() > 0;
    audit()
        .instruments(true)
        .orders(true)
        .positions(true)
        .portfolios(margin)
        .accounts(true)
        .groups(margin)
        .lanes(margin);
  }

  /** Asks for nothing but an answer. */
  public void barrier() {
    begin(BarrierEncoder.TEMPLATE_ID);
  }

  private void begin(int template) {
    buffer.setMemory(0, Card.MESSAGE_BYTES, (byte) 0);
    header.wrap(buffer, 0).templateId(template).logSequence(logSequence);
  }
}
