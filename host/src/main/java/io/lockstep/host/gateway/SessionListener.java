package io.lockstep.host.gateway;

import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.RejectReason;

/**
 * Is told of sessions as they come and go, and of operators. On the gateway's thread: must return
 * at once. Each method does nothing unless overridden.
 */
public interface SessionListener {
  /** A logon was accepted: a new session, or one that was there before. */
  default void onOpened(int session, int participant) {}

  /** The session ended; it may be resumed. */
  default void onClosed(int session, int participant, EndReason reason) {}

  /** A logon was refused. */
  default void onLogonRefused(int participant, RejectReason reason) {}

  /** An operator's request was taken; whether it is carried out is told to the operator. */
  default void onOperatorRequest(int session, int participant, OperatorRequest request) {}
}
