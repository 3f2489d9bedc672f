package io.lockstep.host.engine;

import io.lockstep.driver.Card;
import io.lockstep.schema.client.ExecutionReportEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One card command on its way through the engine: filled by stage A, read by stage B. Made once for
 * each command that may be in flight, and used again and again.
 */
final class Request {
  /** The request names none; the null of the schema. */
  static final int NO_INSTRUMENT = -1;

  CommandKind kind;

  /** Place of its message in the log; also the id of the order that it creates. */
  long logSequence;

  /** Position of the log stream behind the message: once recorded up to it, replies may go. */
  long logPosition;

  int session;
  long clientOrderId;
  int account;

  /** As the request has it; may be an instrument that does not exist, or {@link #NO_INSTRUMENT}. */
  int instrumentId;

  /** Null where the request has none, or one that does not exist. */
  Instrument instrument;

  /** As the request has it, in price units; null where it has none. */
  long price;

  /** As the request has it, lots. */
  long quantity;

  /** As the request has it; another value than 0 and 1 only in a refused one. */
  byte side;

  /** Of the order at hand, or {@link OrderTable#NO_SLOT}. In trades it is the taker. */
  int slot;

  /** The order as the request names it; null where it names its client order id. */
  long namedOrderId;

  /** What is left of the order may stay. */
  boolean mayRest;

  /** The order shall be outside the book. */
  boolean parked;

  /** Of a refusal by stage A; 0: none, so the request goes to the card. */
  int refusal;

  /** The command, empty for a refused request. Kept until the last event, for a successor card. */
  final UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);

  /** Begins anew, as what follows from a message. */
  void begin(CommandKind of, LogMessage message) {
    kind = of;
    logSequence = message.sequence();
    logPosition = message.position();
    session = message.session();
    clientOrderId = ExecutionReportEncoder.clientOrderIdNullValue();
    account = 0;
    instrumentId = NO_INSTRUMENT;
    instrument = null;
    price = ExecutionReportEncoder.priceNullValue();
    quantity = 0;
    side = 0;
    slot = OrderTable.NO_SLOT;
    namedOrderId = ExecutionReportEncoder.orderIdNullValue();
    mayRest = false;
    parked = false;
    refusal = 0;
  }
}
