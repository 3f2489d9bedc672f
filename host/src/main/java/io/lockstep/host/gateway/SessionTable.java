package io.lockstep.host.gateway;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * All sessions, by id, and those that are connected. The gateway's thread changes it, the
 * publisher's reads it. Arrays are replaced, not changed, where a reader could see it.
 */
public final class SessionTable {
  private static final int FIRST_CAPACITY = 64;
  private static final Session[] NOBODY = {};

  private final int maxConnected;
  private volatile KnownSession[] known = new KnownSession[FIRST_CAPACITY];
  private volatile Session[] connected = NOBODY;
  private volatile Session[] dropCopies = NOBODY;
  private int lastId;

  /**
   * @param maxConnected most sessions that are connected at a time.
   */
  public SessionTable(int maxConnected) {
    this.maxConnected = maxConnected;
  }

  // ------------------------------------------------------------------ any thread

  /** The session, or null where there never was one. */
  public KnownSession get(int id) {
    KnownSession[] all = known;
    return id >= 0 && id < all.length ? all[id] : null;
  }

  /** Those that are connected and are told what happens; not to be changed. */
  public Session[] connected() {
    return connected;
  }

  /** Those of them that are drop copies; not to be changed. */
  public Session[] dropCopies() {
    return dropCopies;
  }

  /** Most sessions that are connected at a time. */
  public int maxConnected() {
    return maxConnected;
  }

  // ------------------------------------------------------------------ gateway thread

  /**
   * Takes over what the log says of a session. Before the gateway's first turn.
   *
   * @param open it did not end.
   */
  public void restore(int id, int participant, boolean open) {
    KnownSession session = new KnownSession(id, participant);
    session.open = open;
    put(session);
  }

  /** A new session, with an id that none had before. */
  KnownSession create(int participant) {
    KnownSession session = new KnownSession(lastId + 1, participant);
    put(session);
    return session;
  }

  /** The session's client is there: reports may follow. */
  void connect(KnownSession session, Session client) {
    session.connect(client);
    connected = with(connected, client);
    if (client.isDropCopy()) {
      dropCopies = with(dropCopies, client);
    }
  }

  void disconnect(KnownSession session) {
    connected = without(connected, session.connection());
    dropCopies = without(dropCopies, session.connection());
    session.connect(null);
  }

  /** Those that are open by the log. */
  void forEachOpen(Consumer<KnownSession> action) {
    for (KnownSession session : known) {
      if (session != null && session.open) {
        action.accept(session);
      }
    }
  }

  private void put(KnownSession session) {
    KnownSession[] all = known;
    if (session.id() >= all.length) {
      all = Arrays.copyOf(all, Math.max(session.id() + 1, 2 * all.length));
    }
    all[session.id()] = session;
    known = all; // the write that readers see, though it may be the same array
    lastId = Math.max(lastId, session.id());
  }

  private static Session[] with(Session[] sessions, Session one) {
    Session[] more = Arrays.copyOf(sessions, sessions.length + 1);
    more[sessions.length] = one;
    return more;
  }

  private static Session[] without(Session[] sessions, Session one) {
    return Arrays.stream(sessions).filter(session -> session != one).toArray(Session[]::new);
  }
}
