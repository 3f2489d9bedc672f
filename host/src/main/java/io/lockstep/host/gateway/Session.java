package io.lockstep.host.gateway;

import io.aeron.Image;
import io.aeron.Publication;
import io.lockstep.schema.client.EndReason;
import org.agrona.DirectBuffer;

/**
 * The connection of a session: a client that is logged on. The gateway owns it; the publisher hands
 * it reports. Nobody waits for a client.
 */
public final class Session {
  private final KnownSession known;
  private final Image image;
  private final Publication publication;
  private final LogonTerms terms;
  private final Throttle throttle;
  private final Delivery delivery = new Delivery();
  private final long replayPosition;
  private volatile boolean slow;
  private volatile boolean lost;

  // Gateway thread only.
  long lastHeardMs;
  long lastSentMs;
  long lastSentPosition;
  boolean loggedOut;

  /**
   * @param known whose connection it is.
   * @param terms of its logon.
   * @param replayPosition of a resumed session: where in the output stream its reports begin that
   *     the client has not.
   * @param image where its requests come from.
   * @param publication where its answers go.
   * @param throttle of its requests.
   */
  Session(
      KnownSession known,
      LogonTerms terms,
      long replayPosition,
      Image image,
      Publication publication,
      Throttle throttle) {
    this.known = known;
    this.terms = terms;
    this.replayPosition = replayPosition;
    this.image = image;
    this.publication = publication;
    this.throttle = throttle;
  }

  /** The session's number, never used twice. */
  public int id() {
    return known.id();
  }

  /** Whose it is. */
  public int participant() {
    return known.participant();
  }

  /** It gets copies of its participant's reports, and sends no requests. */
  public boolean isDropCopy() {
    return terms.dropCopy();
  }

  /** What was there before it connected is sent again. */
  public boolean isResumed() {
    return terms.isResumed();
  }

  /** Of a resumed session: the last report that its client has. */
  public long afterOutputSequence() {
    return terms.afterOutputSequence();
  }

  /** Of a resumed session: where in the output stream to look for what its client has not. */
  public long replayPosition() {
    return replayPosition;
  }

  /** How far its client has been told. Publisher thread only. */
  public Delivery delivery() {
    return delivery;
  }

  KnownSession known() {
    return known;
  }

  Image image() {
    return image;
  }

  Publication publication() {
    return publication;
  }

  Throttle throttle() {
    return throttle;
  }

  /** Its participant is an operator. */
  boolean isOperator() {
    return terms.operator();
  }

  /** The client logged out or went away, or cannot be told what happens. */
  boolean hasEnded() {
    return loggedOut || isBroken() || isGone();
  }

  private boolean isGone() {
    return image.isClosed() || publication.isClosed();
  }

  /** Why it is over; silence is what is left when nothing else is. */
  EndReason endReason() {
    if (loggedOut) {
      return EndReason.LOGGED_OUT;
    }
    if (slow) {
      return EndReason.TOO_SLOW;
    }
    return lost || isGone() ? EndReason.CONNECTION_LOST : EndReason.SILENT;
  }

  /**
   * Sends a report if the client takes it now. Publisher thread only; never blocks.
   *
   * @return false when it did not go out.
   */
  public boolean send(DirectBuffer buffer, int offset, int length) {
    return Answers.send(publication, buffer, offset, length);
  }

  /** The client lags too far behind, or takes nothing at all: the gateway ends the session. */
  public void endAsSlow() {
    slow = true;
  }

  /** What the client missed cannot be read: the gateway ends the session. Publisher thread only. */
  public void endAsLost() {
    lost = true;
  }

  /** It is told nothing more. */
  public boolean isBroken() {
    return slow || lost;
  }
}
