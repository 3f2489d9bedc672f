package io.lockstep.host.engine;

import io.lockstep.driver.Card;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One log message on its way through the engine: filled by stage A, read by stage B. Made once for
 * each command that may be in flight, and used again and again.
 */
final class Request {
  /** What it asks for. */
  enum Kind {
    NEW,
    CANCEL,
    SET_INSTRUMENT,
  }

  Kind kind;

  /** Place in the log; also the id of the order that it creates. */
  long logSequence;

  /** Position of the log stream behind the message: once recorded up to it, replies may go. */
  long logPosition;

  int session;
  int account;
  long clientOrderId;

  /** As the request has it, in price units; null where it has none. */
  long price;

  /** As the request has it, lots. */
  long quantity;

  /** As the request has it; another value than 0 and 1 only in a refused one. */
  byte side;

  /** As the request has it; may be an instrument that does not exist. */
  int instrumentId;

  Instrument instrument;
  int priceTicks;
  int quantityLots;

  /** In the card's pool, or {@link OrderTable#NO_SLOT}. */
  int slot;

  /** The order to cancel, as the request names it; null where it names its client order id. */
  long namedOrderId;

  /** Of a refusal by stage A; 0: none, so the request goes to the card. */
  int refusal;

  /** Of what was accepted: lots not yet filled or cancelled. */
  int openLots;

  /** The command, empty for a refused request. Kept until the last event, for a successor card. */
  final UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);

  /** Nothing else may be in flight beside it. */
  boolean isDrained() {
    return kind == Kind.SET_INSTRUMENT;
  }
}
