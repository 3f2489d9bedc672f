package io.lockstep.host.gateway;

import io.lockstep.schema.client.EndReason;

/** Is told of sessions as they come and go. On the gateway's thread: must return at once. */
public interface SessionListener {
  /** Nobody listens. */
  SessionListener NONE =
      new SessionListener() {
        @Override
        public void onOpened(int session, int participant) {}

        @Override
        public void onClosed(int session, int participant, EndReason reason) {}
      };

  /** A logon was accepted: a new session, or one that was there before. */
  void onOpened(int session, int participant);

  /** The session ended; it may be resumed. */
  void onClosed(int session, int participant, EndReason reason);
}
