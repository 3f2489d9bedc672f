package io.lockstep.host.client;

import io.lockstep.schema.client.CancelOrderEncoder;
import io.lockstep.schema.client.ChangeCardEncoder;
import io.lockstep.schema.client.FollowGreeksEncoder;
import io.lockstep.schema.client.MarginQueryEncoder;
import io.lockstep.schema.client.MassCancelEncoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.MoveAddOnEncoder;
import io.lockstep.schema.client.MoveAssetEncoder;
import io.lockstep.schema.client.MoveCashEncoder;
import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.ReplaceOrderEncoder;
import io.lockstep.schema.client.ReportVolatilitiesEncoder;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.SetBandEncoder;
import io.lockstep.schema.client.SetFeeTierEncoder;
import io.lockstep.schema.client.SetKillSwitchEncoder;
import io.lockstep.schema.client.SetMarkEncoder;
import io.lockstep.schema.client.SetPhaseEncoder;
import io.lockstep.schema.client.SetVolatilityEncoder;
import io.lockstep.schema.client.SetWindowEncoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.StopScope;
import io.lockstep.schema.client.SwitchPosition;
import io.lockstep.schema.client.TakeSnapshotEncoder;
import io.lockstep.schema.client.TimeInForce;
import io.lockstep.schema.client.WhatIfOrderEncoder;
import io.lockstep.schema.client.WhatIfPortfolioEncoder;
import java.nio.ByteOrder;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.sbe.MessageEncoderFlyweight;

/**
 * Writes requests into one buffer, each with its usual values, which the caller may change by the
 * encoder that the method answers before it sends:
 *
 * <pre>{@code
 * Requests requests = new Requests();
 * requests.limit(1, account, instrument, Side.BUY, 5_000, 10).flags().postOnly(true);
 * client.send(requests);
 * }</pre>
 *
 * <p>A client order id is greater than any before in the session; quantities are lots; prices are
 * in the instrument's price unit. One thread; allocates nothing.
 */
public final class Requests {
  /** Instruments of a what-if portfolio. */
  public static final int LEGS_MAX = 8;

  /** Points of a smile. */
  public static final int POINTS_MAX = 8;

  private static final int LARGEST_BYTES = 128;
  private static final int CARD_NAME_MAX = 64;

  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[LARGEST_BYTES]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final NewOrderEncoder newOrder = new NewOrderEncoder();
  private final CancelOrderEncoder cancel = new CancelOrderEncoder();
  private final ReplaceOrderEncoder replace = new ReplaceOrderEncoder();
  private final MassCancelEncoder massCancel = new MassCancelEncoder();
  private final SetPhaseEncoder setPhase = new SetPhaseEncoder();
  private final SetBandEncoder setBand = new SetBandEncoder();
  private final SetWindowEncoder setWindow = new SetWindowEncoder();
  private final SetKillSwitchEncoder killSwitch = new SetKillSwitchEncoder();
  private final WhatIfOrderEncoder whatIf = new WhatIfOrderEncoder();
  private final WhatIfPortfolioEncoder whatIfPortfolio = new WhatIfPortfolioEncoder();
  private final FollowGreeksEncoder followGreeks = new FollowGreeksEncoder();
  private final SetFeeTierEncoder setFeeTier = new SetFeeTierEncoder();
  private final ReportVolatilitiesEncoder volatilities = new ReportVolatilitiesEncoder();
  private final MarginQueryEncoder marginQuery = new MarginQueryEncoder();
  private final SetMarkEncoder setMark = new SetMarkEncoder();
  private final SetVolatilityEncoder setVolatility = new SetVolatilityEncoder();
  private final MoveCashEncoder moveCash = new MoveCashEncoder();
  private final MoveAssetEncoder moveAsset = new MoveAssetEncoder();
  private final MoveAddOnEncoder moveAddOn = new MoveAddOnEncoder();
  private final TakeSnapshotEncoder takeSnapshot = new TakeSnapshotEncoder();
  private final ChangeCardEncoder changeCard = new ChangeCardEncoder();
  private int length;

  /** Of the portfolio that was begun last. */
  private int legs;

  /** The request that was written last. */
  DirectBuffer buffer() {
    return buffer;
  }

  /** Bytes of the request that was written last. */
  public int length() {
    return length;
  }

  /** Copies the request that was written last, as bytes to be changed. */
  public void copyTo(MutableDirectBuffer to) {
    to.putBytes(0, buffer, 0, length);
  }

  /** The bytes of the request that was written last, for a person who compares. */
  @Override
  public String toString() {
    return BitUtil.toHex(buffer.byteArray(), 0, length);
  }

  /**
   * A limit order, good till cancelled; it is cancelled if it meets an order of its own account or
   * self-trade group.
   */
  public NewOrderEncoder limit(
      long clientOrderId, int account, int instrument, Side side, long price, long quantity) {
    return newOrder(clientOrderId, account, instrument, side, quantity)
        .price(price)
        .orderType(OrderType.LIMIT)
        .timeInForce(TimeInForce.GTC);
  }

  /** A market order; what it cannot fill within the instrument's collar is cancelled. */
  public NewOrderEncoder market(
      long clientOrderId, int account, int instrument, Side side, long quantity) {
    return newOrder(clientOrderId, account, instrument, side, quantity)
        .price(NewOrderEncoder.priceNullValue())
        .orderType(OrderType.MARKET)
        .timeInForce(TimeInForce.IOC);
  }

  /** Begins a request of a fixed length; its fields are 0 until they are set. */
  private <E extends MessageEncoderFlyweight> E begin(E request) {
    length = MessageHeaderEncoder.ENCODED_LENGTH + request.sbeBlockLength();
    buffer.setMemory(0, length, (byte) 0);
    header
        .wrap(buffer, 0)
        .blockLength(request.sbeBlockLength())
        .templateId(request.sbeTemplateId())
        .schemaId(request.sbeSchemaId())
        .version(request.sbeSchemaVersion());
    request.wrap(buffer, MessageHeaderEncoder.ENCODED_LENGTH);
    return request;
  }

  private NewOrderEncoder newOrder(
      long clientOrderId, int account, int instrument, Side side, long quantity) {
    begin(newOrder).flags().clear();
    return newOrder
        .clientOrderId(clientOrderId)
        .quantity(quantity)
        .account(account)
        .instrument(instrument)
        .side(side)
        .selfTradePrevention(SelfTradePrevention.CANCEL_INCOMING);
  }

  /** A cancel by the venue's order id. */
  public CancelOrderEncoder cancel(long clientOrderId, int account, long orderId) {
    return begin(cancel)
        .clientOrderId(clientOrderId)
        .orderId(orderId)
        .originalClientOrderId(CancelOrderEncoder.originalClientOrderIdNullValue())
        .account(account);
  }

  /** A cancel of an order of this session by the client's own id. */
  public CancelOrderEncoder cancelByClientOrderId(
      long clientOrderId, int account, long originalClientOrderId) {
    return cancel(clientOrderId, account, CancelOrderEncoder.orderIdNullValue())
        .originalClientOrderId(originalClientOrderId);
  }

  /**
   * A replace by the venue's order id.
   *
   * @param quantity new total, the filled part included.
   */
  public ReplaceOrderEncoder replace(
      long clientOrderId, int account, int instrument, long orderId, long price, long quantity) {
    begin(replace).flags().clear();
    return replace
        .clientOrderId(clientOrderId)
        .orderId(orderId)
        .originalClientOrderId(ReplaceOrderEncoder.originalClientOrderIdNullValue())
        .price(price)
        .quantity(quantity)
        .account(account)
        .instrument(instrument)
        .selfTradePrevention(SelfTradePrevention.CANCEL_INCOMING);
  }

  /** A replace of an order of this session by the client's own id, which it keeps. */
  public ReplaceOrderEncoder replaceByClientOrderId(
      long clientOrderId,
      int account,
      int instrument,
      long originalClientOrderId,
      long price,
      long quantity) {
    long noOrderId = ReplaceOrderEncoder.orderIdNullValue();
    return replace(clientOrderId, account, instrument, noOrderId, price, quantity)
        .originalClientOrderId(originalClientOrderId);
  }

  /**
   * A mass cancel of all that the sender may cancel: of a client the orders of all its accounts, of
   * an operator everybody's.
   */
  public MassCancelEncoder massCancel(long clientOrderId) {
    return begin(massCancel)
        .clientOrderId(clientOrderId)
        .account(MassCancelEncoder.accountNullValue())
        .session(MassCancelEncoder.sessionNullValue())
        .instrument(MassCancelEncoder.instrumentNullValue());
  }

  /** An operator's change of an instrument's phase. */
  public SetPhaseEncoder setPhase(long clientOrderId, int instrument, Phase phase) {
    return begin(setPhase).clientOrderId(clientOrderId).instrument(instrument).phase(phase);
  }

  /**
   * An operator's kill switch.
   *
   * @param subject session or participant; 0 for all.
   */
  public SetKillSwitchEncoder killSwitch(
      long clientOrderId, StopScope scope, int subject, SwitchPosition position) {
    return begin(killSwitch)
        .clientOrderId(clientOrderId)
        .subject(subject)
        .scope(scope)
        .position(position);
  }

  /** An operator's change of an instrument's band. */
  public SetBandEncoder setBand(long clientOrderId, int instrument, long low, long high) {
    return begin(setBand).clientOrderId(clientOrderId).low(low).high(high).instrument(instrument);
  }

  /** An operator's change of an instrument's window; its lowest price. */
  public SetWindowEncoder setWindow(long clientOrderId, int instrument, long windowBase) {
    return begin(setWindow)
        .clientOrderId(clientOrderId)
        .windowBase(windowBase)
        .instrument(instrument);
  }

  /** How an account would stand with a limit order in. */
  public WhatIfOrderEncoder whatIf(
      long clientOrderId, int account, int instrument, Side side, long price, long quantity) {
    return begin(whatIf)
        .clientOrderId(clientOrderId)
        .price(price)
        .quantity(quantity)
        .account(account)
        .instrument(instrument)
        .side(side);
  }

  /**
   * How an account would stand with lots of instruments too: {@link #leg} adds each, up to {@link
   * #LEGS_MAX}.
   */
  public void whatIfPortfolio(long clientOrderId, int account) {
    begin(whatIfPortfolio).clientOrderId(clientOrderId).account(account);
    legs = 0;
  }

  /** Adds lots to the portfolio that was begun last; below 0: sold. */
  public void leg(int instrument, int lots) {
    if (legs == LEGS_MAX) {
      throw new IllegalStateException("a portfolio has at most " + LEGS_MAX + " legs");
    }
    int at = whatIfPortfolio.offset() + legs++ * Integer.BYTES;
    buffer.putInt(at + WhatIfPortfolioEncoder.lots0EncodingOffset(), lots, ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(
        at + WhatIfPortfolioEncoder.instrument0EncodingOffset(),
        instrument,
        ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * An account's Greeks now and again, until the session ends.
   *
   * @param intervalMs least time from one to the next; 0: no more.
   */
  public void followGreeks(long clientOrderId, int account, int intervalMs) {
    begin(followGreeks).clientOrderId(clientOrderId).intervalMs(intervalMs).account(account);
  }

  /** An operator's choice of the rates that an account's orders get from now on. */
  public void setFeeTier(long clientOrderId, int account, int tier) {
    begin(setFeeTier).clientOrderId(clientOrderId).account(account).tier((short) tier);
  }

  /**
   * An operator's report of a smile.
   *
   * @param perPoint millionths a year, one for each point of the group's surface; up to {@link
   *     #POINTS_MAX}.
   */
  public void reportVolatilities(long clientOrderId, int group, long expiryNs, int... perPoint) {
    if (perPoint.length > POINTS_MAX) {
      throw new IllegalArgumentException("a smile has at most " + POINTS_MAX + " points");
    }
    begin(volatilities).clientOrderId(clientOrderId).expiryNs(expiryNs).group(group);
    int first = volatilities.offset() + ReportVolatilitiesEncoder.volatility0EncodingOffset();
    for (int i = 0; i < perPoint.length; i++) {
      buffer.putInt(first + i * Integer.BYTES, perPoint[i], ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** How an account stands. */
  public void marginQuery(long clientOrderId, int account) {
    begin(marginQuery).clientOrderId(clientOrderId).account(account);
  }

  /** An operator's mark of an instrument. */
  public void setMark(long clientOrderId, int instrument, long mark) {
    begin(setMark).clientOrderId(clientOrderId).mark(mark).instrument(instrument);
  }

  /** An operator's volatility of an option, in millionths a year. */
  public void setVolatility(long clientOrderId, int instrument, int millionths) {
    begin(setVolatility).clientOrderId(clientOrderId).volatility(millionths).instrument(instrument);
  }

  /** An operator's deposit, or withdrawal below 0, in scaled minor units. */
  public void moveCash(long clientOrderId, int account, long amount) {
    begin(moveCash).clientOrderId(clientOrderId).amount(amount).account(account);
  }

  /** An operator's deposit of lots of an asset, or withdrawal below 0. */
  public void moveAsset(long clientOrderId, int account, int custodian, int instrument, long lots) {
    begin(moveAsset)
        .clientOrderId(clientOrderId)
        .lots(lots)
        .account(account)
        .custodian(custodian)
        .instrument(instrument);
  }

  /** An operator's change of what an account must have beside the scenarios. */
  public void moveAddOn(long clientOrderId, int account, int group, long amount) {
    begin(moveAddOn).clientOrderId(clientOrderId).amount(amount).account(account).group(group);
  }

  /** An operator's wish for a snapshot. */
  public void takeSnapshot(long clientOrderId) {
    begin(takeSnapshot).clientOrderId(clientOrderId);
  }

  /**
   * An operator's change of the card.
   *
   * @param card as the launcher's option names cards, in ASCII; so long at most as one can be.
   */
  public void changeCard(long clientOrderId, String card) {
    if (card.length() > CARD_NAME_MAX) {
      throw new IllegalArgumentException("no card has a name of " + card.length() + " letters");
    }
    changeCard.wrapAndApplyHeader(buffer, 0, header).clientOrderId(clientOrderId).card(card);
    length = MessageHeaderEncoder.ENCODED_LENGTH + changeCard.encodedLength();
  }
}
