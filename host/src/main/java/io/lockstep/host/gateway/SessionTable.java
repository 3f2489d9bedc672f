package io.lockstep.host.gateway;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The open sessions by id. The gateway's thread changes it, the publisher's reads it. A session's
 * place is its id modulo the size; an id whose place is taken is passed over.
 */
public final class SessionTable {
  private final AtomicReferenceArray<Session> places;
  private final int mask;
  private int lastId;
  private int count;

  /**
   * @param maxSessions most sessions at a time, a power of two.
   */
  public SessionTable(int maxSessions) {
    places = new AtomicReferenceArray<>(maxSessions);
    mask = maxSessions - 1;
  }

  /** The open session, or null. Any thread. */
  public Session get(int id) {
    Session session = openAt(id & mask);
    return session != null && session.id() == id ? session : null;
  }

  /** Places to go through with {@link #openAt}. */
  public int size() {
    return places.length();
  }

  /** The open session at a place, or null. Any thread. */
  public Session openAt(int place) {
    Session session = places.get(place);
    return session != null && session.isOpen() ? session : null;
  }

  /** The session at a place, open or about to be, or null. */
  Session at(int place) {
    return places.get(place);
  }

  /** Sessions that are open or about to be. Gateway thread only. */
  int count() {
    return count;
  }

  /** An id whose place is free; there must be one. Gateway thread only. */
  int nextId() {
    do {
      lastId++;
    } while (places.get(lastId & mask) != null);
    return lastId;
  }

  void add(Session session) {
    places.set(session.id() & mask, session);
    count++;
  }

  void remove(Session session) {
    places.set(session.id() & mask, null);
    count--;
  }
}
