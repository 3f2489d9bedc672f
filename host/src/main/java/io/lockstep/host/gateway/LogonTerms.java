package io.lockstep.host.gateway;

/**
 * What a logon asks for, and who asks.
 *
 * @param participant who logs on.
 * @param operator the participant is one.
 * @param session to resume, or {@link #NEW_SESSION}.
 * @param afterOutputSequence of a resumed session: the last report that the client has.
 * @param cancelOnDisconnect the session's orders end with it.
 * @param dropCopy it gets copies of its participant's reports, and sends no requests.
 */
record LogonTerms(
    int participant,
    boolean operator,
    int session,
    long afterOutputSequence,
    boolean cancelOnDisconnect,
    boolean dropCopy) {

  /** No session has this number. */
  static final int NEW_SESSION = -1;

  boolean isResumed() {
    return session != NEW_SESSION;
  }
}
