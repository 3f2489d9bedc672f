package io.lockstep.host.engine;

import io.lockstep.driver.CardDescription;
import io.lockstep.schema.client.AccountDefinedDecoder;
import io.lockstep.schema.client.CancelOrderDecoder;
import io.lockstep.schema.client.InstrumentDefinedDecoder;
import io.lockstep.schema.client.LogEnvelopeDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SessionClosedDecoder;
import io.lockstep.schema.client.SessionOpenedDecoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import org.agrona.DirectBuffer;

/**
 * Stage A: turns log messages into requests with a card command, or with a refusal. Reads only what
 * log messages wrote, and the list of free slots.
 *
 * <p>Reasons are tested in the order of their numbers; the lowest that applies is given.
 */
final class Admission {
  /** Bytes of the log envelope with its header. */
  static final int ENVELOPE_BYTES =
      MessageHeaderDecoder.ENCODED_LENGTH + LogEnvelopeDecoder.BLOCK_LENGTH;

  private static final int BUY = Side.BUY.value();
  private static final int SELL = Side.SELL.value();
  private static final int LIMIT = OrderType.LIMIT.value();
  private static final int MARKET = OrderType.MARKET.value();
  private static final int GTC = TimeInForce.GTC.value();
  private static final int IOC = TimeInForce.IOC.value();
  private static final long NO_PRICE = NewOrderDecoder.priceNullValue();
  private static final long NO_ID = CancelOrderDecoder.orderIdNullValue();

  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final LogEnvelopeDecoder envelope = new LogEnvelopeDecoder();
  private final NewOrderDecoder newOrder = new NewOrderDecoder();
  private final CancelOrderDecoder cancel = new CancelOrderDecoder();
  private final InstrumentDefinedDecoder instrumentDefined = new InstrumentDefinedDecoder();
  private final AccountDefinedDecoder accountDefined = new AccountDefinedDecoder();
  private final Commands commands = new Commands();
  private final Sessions sessions = new Sessions();
  private final Accounts accounts;
  private final Instruments instruments;
  private final OrderTable orders;
  private long lastSequence;
  private long definitionsRefused;

  Admission(CardDescription card, Instruments instruments, OrderTable orders) {
    this.instruments = instruments;
    this.orders = orders;
    accounts = new Accounts(card.accounts());
  }

  /** Definitions that the card has no room for. */
  long definitionsRefused() {
    return definitionsRefused;
  }

  /** True when everything before the message must be settled first. */
  boolean isDrained(DirectBuffer buffer, int offset) {
    header.wrap(buffer, offset + ENVELOPE_BYTES);
    return header.templateId() == InstrumentDefinedDecoder.TEMPLATE_ID;
  }

  /**
   * Takes the next message of the log.
   *
   * @param request is filled when the answer is true.
   * @return false when the message changed stage A's own state and nothing follows from it.
   */
  boolean admit(DirectBuffer buffer, int offset, long position, Request request) {
    envelope.wrapAndApplyHeader(buffer, offset, header);
    Invariant.check(envelope.sequence() == lastSequence + 1, "the log has no gap");
    lastSequence = envelope.sequence();
    int at = offset + ENVELOPE_BYTES;
    header.wrap(buffer, at);
    switch (header.templateId()) {
      case NewOrderDecoder.TEMPLATE_ID:
        begin(request, Request.Kind.NEW, position);
        newOrder.wrapAndApplyHeader(buffer, at, header);
        admitNew(request);
        return true;
      case CancelOrderDecoder.TEMPLATE_ID:
        begin(request, Request.Kind.CANCEL, position);
        cancel.wrapAndApplyHeader(buffer, at, header);
        admitCancel(request);
        return true;
      case InstrumentDefinedDecoder.TEMPLATE_ID:
        begin(request, Request.Kind.SET_INSTRUMENT, position);
        instrumentDefined.wrapAndApplyHeader(buffer, at, header);
        return admitInstrument(request);
      case AccountDefinedDecoder.TEMPLATE_ID:
        accountDefined.wrapAndApplyHeader(buffer, at, header);
        if (!accounts.define((int) accountDefined.account(), (int) accountDefined.owner())) {
          definitionsRefused++;
        }
        return false;
      case SessionOpenedDecoder.TEMPLATE_ID:
        sessions.open((int) envelope.session());
        return false;
      case SessionClosedDecoder.TEMPLATE_ID:
        sessions.close((int) envelope.session());
        return false;
      default:
        throw new IllegalStateException(
            "log message " + lastSequence + " has unknown template " + header.templateId());
    }
  }

  private void begin(Request request, Request.Kind kind, long position) {
    request.kind = kind;
    request.logSequence = lastSequence;
    request.logPosition = position;
    request.session = (int) envelope.session();
    request.slot = OrderTable.NO_SLOT;
    request.namedOrderId = NO_ID;
    request.refusal = 0;
    request.openLots = 0;
  }

  private boolean admitInstrument(Request request) {
    request.instrumentId = (int) instrumentDefined.instrument();
    if (!instruments.fits(request.instrumentId)) {
      definitionsRefused++;
      return false;
    }
    request.instrument = instruments.read(instrumentDefined);
    commands.setInstrument(request, instrumentDefined);
    return true;
  }

  // ------------------------------------------------------------------ new order

  private void admitNew(Request request) {
    request.clientOrderId = newOrder.clientOrderId();
    request.price = newOrder.price();
    request.quantity = newOrder.quantity();
    request.account = (int) newOrder.account();
    request.instrumentId = (int) newOrder.instrument();
    request.side = (byte) newOrder.sideRaw();
    request.instrument = instruments.get(request.instrumentId);
    RejectReason reason = newOrderReason(request);
    request.refusal = reason.value();
    if (reason != RejectReason.NONE) {
      return;
    }
    boolean market = newOrder.orderTypeRaw() == MARKET;
    boolean mayRest = newOrder.timeInForceRaw() == GTC;
    request.priceTicks =
        market
            ? request.instrument.marketLimitTicks(request.side == BUY)
            : (int) (request.price / request.instrument.tickSize());
    request.quantityLots = (int) request.quantity;
    request.openLots = request.quantityLots;
    if (mayRest) {
      request.slot = orders.open(request);
    }
    commands.newOrder(request, market, mayRest);
  }

  private RejectReason newOrderReason(Request request) {
    if (!sessions.advance(request.session, request.clientOrderId)) {
      return RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    }
    if (request.instrument == null) {
      return RejectReason.INSTRUMENT_NOT_DEFINED;
    }
    if (!accounts.owns((int) envelope.participant(), request.account)) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    RejectReason reason = priceReason(request);
    if (reason != RejectReason.NONE) {
      return reason;
    }
    if (request.quantity == 0) {
      return RejectReason.QUANTITY_MISSING;
    }
    if (Long.compareUnsigned(request.quantity, request.instrument.maxQuantityLots()) > 0) {
      return RejectReason.QUANTITY_BEYOND_LIMIT;
    }
    return codesAreSupported() ? RejectReason.NONE : RejectReason.UNSUPPORTED_CODE;
  }

  private RejectReason priceReason(Request request) {
    Instrument instrument = request.instrument;
    int type = newOrder.orderTypeRaw();
    if (request.price == NO_PRICE) {
      return type == LIMIT ? RejectReason.PRICE_MISSING : RejectReason.NONE;
    }
    if (request.price % instrument.tickSize() != 0) {
      return RejectReason.PRICE_OFF_TICK;
    }
    if (type == MARKET) {
      return RejectReason.PRICE_NOT_ALLOWED;
    }
    long ticks = request.price / instrument.tickSize();
    if (Math.abs(ticks) > instrument.maxPriceTicks()) {
      return RejectReason.PRICE_TOO_LARGE;
    }
    return RejectReason.NONE;
  }

  private boolean codesAreSupported() {
    int side = newOrder.sideRaw();
    int type = newOrder.orderTypeRaw();
    int timeInForce = newOrder.timeInForceRaw();
    boolean sideKnown = side == BUY || side == SELL;
    boolean together =
        type == LIMIT
            ? timeInForce == GTC || timeInForce == IOC
            : type == MARKET && timeInForce == IOC;
    return sideKnown && together;
  }

  // ------------------------------------------------------------------ cancel

  private void admitCancel(Request request) {
    request.clientOrderId = cancel.clientOrderId();
    request.namedOrderId = cancel.orderId();
    request.account = (int) cancel.account();
    RejectReason reason = cancelReason(request);
    request.refusal = reason.value();
    if (reason != RejectReason.NONE) {
      return;
    }
    boolean byOrderId = request.namedOrderId != NO_ID;
    request.slot =
        byOrderId
            ? orders.slotOf(request.namedOrderId)
            : orders.slotOf(cancel.originalClientOrderId(), request.session);
    // An order that is not known here goes to the card all the same, which alone can tell; no order
    // has the id 0.
    long orderId = byOrderId ? request.namedOrderId : 0;
    if (request.slot != OrderTable.NO_SLOT) {
      orderId = orders.orderId(request.slot);
    }
    commands.cancel(request, orderId);
  }

  private RejectReason cancelReason(Request request) {
    if (!sessions.advance(request.session, request.clientOrderId)) {
      return RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    }
    if (!accounts.owns((int) envelope.participant(), request.account)) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    boolean one = request.namedOrderId == NO_ID ^ cancel.originalClientOrderId() == NO_ID;
    return one ? RejectReason.NONE : RejectReason.ORDER_NOT_NAMED;
  }
}
