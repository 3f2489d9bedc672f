package io.lockstep.host.engine;

import io.lockstep.schema.client.NewOrderDecoder;
import org.agrona.collections.Int2ObjectHashMap;

/** The open sessions and the last client order id of each. Written by log messages only. */
final class Sessions {
  private static final class Session {
    private long lastClientOrderId;
  }

  private final Int2ObjectHashMap<Session> open = new Int2ObjectHashMap<>();

  void open(int session) {
    open.put(session, new Session());
  }

  void close(int session) {
    open.remove(session);
  }

  /**
   * Uses up a client order id.
   *
   * @return false when it is not greater than the last one, which then stays.
   */
  boolean advance(int session, long clientOrderId) {
    Session known = open.get(session);
    Invariant.check(known != null, "requests come from open sessions");
    boolean rises = Long.compareUnsigned(clientOrderId, known.lastClientOrderId) > 0;
    if (rises && clientOrderId != NewOrderDecoder.clientOrderIdNullValue()) {
      known.lastClientOrderId = clientOrderId;
      return true;
    }
    return false;
  }
}
