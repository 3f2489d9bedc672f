package io.lockstep.host.gateway;

/**
 * A session that the log knows, connected or not: it may be resumed for ever. The gateway's thread
 * changes it.
 */
public final class KnownSession {
  private final int id;
  private final int participant;
  private volatile Session connection;

  // Gateway thread only.
  /** Opened and not closed, by the log. */
  boolean open;

  /** A logon for it waits for its answer. */
  boolean claimed;

  KnownSession(int id, int participant) {
    this.id = id;
    this.participant = participant;
  }

  /** Never used twice. */
  public int id() {
    return id;
  }

  /** Whose it is. */
  public int participant() {
    return participant;
  }

  /** Its client, or null while none is connected. Any thread. */
  public Session connection() {
    return connection;
  }

  void connect(Session to) {
    connection = to;
  }

  /** Somebody has it, or is about to. */
  boolean isInUse() {
    return claimed || connection != null;
  }
}
