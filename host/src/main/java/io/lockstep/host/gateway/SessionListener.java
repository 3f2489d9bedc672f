package io.lockstep.host.gateway;

/** Is told of sessions as they come and go. On the gateway's thread: must return at once. */
public interface SessionListener {
  /** Nobody listens. */
  SessionListener NONE =
      new SessionListener() {
        @Override
        public void onOpened(int session, int participant) {}

        @Override
        public void onClosed(int session, int participant) {}
      };

  /** A logon was accepted. */
  void onOpened(int session, int participant);

  /** The session logged out, fell silent, was too slow, or lost its connection. */
  void onClosed(int session, int participant);
}
