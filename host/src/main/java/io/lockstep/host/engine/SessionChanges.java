package io.lockstep.host.engine;

import io.lockstep.schema.client.SessionClosedDecoder;
import io.lockstep.schema.client.SessionOpenedDecoder;

/** Sessions that open or close: stage A's own state, and nothing for the card. */
final class SessionChanges extends RequestKind {
  private final Sessions sessions;
  private final boolean open;

  private SessionChanges(Sessions sessions, boolean open) {
    this.sessions = sessions;
    this.open = open;
  }

  static SessionChanges opened(Sessions sessions) {
    return new SessionChanges(sessions, true);
  }

  static SessionChanges closed(Sessions sessions) {
    return new SessionChanges(sessions, false);
  }

  @Override
  int templateId() {
    return open ? SessionOpenedDecoder.TEMPLATE_ID : SessionClosedDecoder.TEMPLATE_ID;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    if (open) {
      sessions.open(message.session());
    } else {
      sessions.close(message.session());
    }
  }
}
