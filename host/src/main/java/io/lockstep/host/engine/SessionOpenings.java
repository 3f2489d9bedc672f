package io.lockstep.host.engine;

import io.lockstep.schema.client.SessionOpenedDecoder;

/** Sessions that begin or go on: stage A's own state, and nothing for the card. */
final class SessionOpenings extends RequestKind {
  private final SessionOpenedDecoder opened = new SessionOpenedDecoder();
  private final Sessions sessions;

  SessionOpenings(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  int templateId() {
    return SessionOpenedDecoder.TEMPLATE_ID;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    opened.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    boolean cancelOnDisconnect = opened.flags().cancelOnDisconnect();
    sessions.open(message.session(), message.participant(), cancelOnDisconnect);
  }
}
