package io.lockstep.host.engine;

import io.lockstep.schema.client.RejectReason;

/**
 * Orders of own accounts as they come in, to be taken or only looked at. The first of an account in
 * an instrument opens their position before it.
 */
abstract class OrderEntries extends RequestKind {
  final LogState state;
  final PositionOpenings positions;
  final Commands commands;

  OrderEntries(LogState state, PositionOpenings positions, Commands commands) {
    this.state = state;
    this.positions = positions;
    this.commands = commands;
  }

  /** Whose order it is is right; the first other thing that is wrong with it. */
  abstract RejectReason fault(LogMessage message, Instrument instrument);

  /** Writes the command of the order at hand, which has no fault. */
  abstract void enter(Request request, int position);

  /** The message is wrapped: takes what it says, in the order of its fields. */
  final void admit(
      LogMessage message,
      RequestQueue queue,
      long clientOrderId,
      long quantity,
      int account,
      int instrumentId) {
    Instrument instrument = state.instruments().get(instrumentId);
    RejectReason reason = fault(message, clientOrderId, account, instrument);
    int position = Positions.MISSING;
    if (reason == RejectReason.NONE) {
      position = positions.require(message, queue, account, instrument);
    }
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = clientOrderId;
    request.quantity = quantity;
    request.account = account;
    request.instrumentId = instrumentId;
    request.instrument = instrument;
    request.refusal = reason.value();
    describe(request);
    if (reason == RejectReason.NONE) {
      enter(request, position);
    }
    queue.push();
  }

  /** Keeps what reports tell of the order at hand, be it refused or not. */
  abstract void describe(Request request);

  private RejectReason fault(
      LogMessage message, long clientOrderId, int account, Instrument instrument) {
    if (!state.sessions().advance(message.session(), clientOrderId)) {
      return RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    }
    if (instrument == null) {
      return RejectReason.INSTRUMENT_NOT_DEFINED;
    }
    if (!state.accounts().owns(message.participant(), account)) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    return fault(message, instrument);
  }
}
