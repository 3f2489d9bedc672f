package io.lockstep.host.engine;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.snapshot.SessionStateDecoder;
import io.lockstep.schema.snapshot.SessionStateEncoder;
import io.lockstep.schema.snapshot.Truth;
import java.util.Arrays;

/**
 * All sessions that ever were, by id: none is forgotten, since each may be resumed, and its orders
 * may outlive it. Written by log messages only.
 */
final class Sessions implements SnapshotPart {
  private static final int FIRST_CAPACITY = 64;

  /** What the log says of a session. */
  static final class Session {
    private final int participant;
    private long lastClientOrderId;
    private boolean open;
    private boolean cancelOnDisconnect;
    private boolean stopped;

    private Session(int participant) {
      this.participant = participant;
    }
  }

  private Session[] byId = new Session[FIRST_CAPACITY];

  // ------------------------------------------------------------------ changes

  /** A new session, or one that was there before. */
  void open(int id, int participant, boolean cancelOnDisconnect) {
    Session session = find(id);
    if (session == null) {
      session = new Session(participant);
      put(id, session);
    }
    Invariant.check(session.participant == participant, "a session stays its participant's");
    session.open = true;
    session.cancelOnDisconnect = cancelOnDisconnect;
  }

  /** Ends a session; true when its orders shall end with it. */
  boolean close(int id) {
    Session session = get(id);
    session.open = false;
    return session.cancelOnDisconnect;
  }

  /** A kill switch stops a session, or lets it trade again. */
  void stop(int id, boolean stopped) {
    get(id).stopped = stopped;
  }

  /**
   * Uses up a client order id.
   *
   * @return false when it is not greater than the last one, which then stays.
   */
  boolean advance(int id, long clientOrderId) {
    Session session = get(id);
    Invariant.check(session.open, "requests come from open sessions");
    boolean rises = Long.compareUnsigned(clientOrderId, session.lastClientOrderId) > 0;
    if (rises && clientOrderId != NewOrderDecoder.clientOrderIdNullValue()) {
      session.lastClientOrderId = clientOrderId;
      return true;
    }
    return false;
  }

  // ------------------------------------------------------------------ what is known

  /** There is such a session, open or ended. */
  boolean exists(int id) {
    return find(id) != null;
  }

  /** The session belongs to a kill switch that is thrown. */
  boolean isStopped(int id) {
    return get(id).stopped;
  }

  /** True when any session is this participant's. */
  boolean hasAny(int participant) {
    for (Session session : byId) {
      if (session != null && session.participant == participant) {
        return true;
      }
    }
    return false;
  }

  /** Tells all, in the order of ids. */
  void forEach(SessionVisitor visitor) {
    for (int id = 0; id < byId.length; id++) {
      if (byId[id] != null) {
        visitor.onSession(id, byId[id].participant, byId[id].open);
      }
    }
  }

  private Session get(int id) {
    Session session = find(id);
    Invariant.check(session != null, "what a session does comes after its beginning");
    return session;
  }

  private Session find(int id) {
    return id >= 0 && id < byId.length ? byId[id] : null;
  }

  private void put(int id, Session session) {
    if (id >= byId.length) {
      byId = Arrays.copyOf(byId, Math.max(id + 1, 2 * byId.length));
    }
    byId[id] = session;
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    SessionStateEncoder record = new SessionStateEncoder();
    for (int id = 0; id < byId.length; id++) {
      Session session = byId[id];
      if (session != null) {
        to.next(record)
            .session(id)
            .participant(session.participant)
            .lastClientOrderId(session.lastClientOrderId)
            .open(SnapshotWriter.truth(session.open))
            .cancelOnDisconnect(SnapshotWriter.truth(session.cancelOnDisconnect))
            .stopped(SnapshotWriter.truth(session.stopped));
      }
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != SessionStateDecoder.TEMPLATE_ID) {
      return false;
    }
    SessionStateDecoder record = from.as(new SessionStateDecoder());
    Session session = new Session(record.participant());
    session.lastClientOrderId = record.lastClientOrderId();
    session.open = record.open() == Truth.YES;
    session.cancelOnDisconnect = record.cancelOnDisconnect() == Truth.YES;
    session.stopped = record.stopped() == Truth.YES;
    put(record.session(), session);
    return true;
  }
}
