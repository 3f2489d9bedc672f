package io.lockstep.host.client;

/**
 * What a client asks of its session.
 *
 * @param resumed number of the session to resume, or {@link #NEW}.
 * @param afterOutputSequence of a resumed session: the last report that the client has; 0: none.
 * @param cancelOnDisconnect the session's orders are cancelled when it ends, however it ends.
 * @param dropCopy it gets copies of all private reports of the participant, and sends no requests.
 */
public record SessionOptions(
    int resumed, long afterOutputSequence, boolean cancelOnDisconnect, boolean dropCopy) {
  /** No session has this number. */
  public static final int NEW = -1;

  /** A new session, without anything. */
  static final SessionOptions USUAL = new SessionOptions(NEW, 0, false, false);

  boolean isResumed() {
    return resumed != NEW;
  }
}
