package io.lockstep.host.engine;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.snapshot.GreekFollowerStateDecoder;
import io.lockstep.schema.snapshot.GreekFollowerStateEncoder;

/**
 * Which sessions are told which account's Greeks now and again, in the order in which they began.
 * Stage A's own. Flat arrays; one thread.
 */
final class GreekFollowers implements SnapshotPart {
  /** No one is due. */
  static final int NONE = -1;

  private static final int CAPACITY = 1_024;

  private final int[] sessions = new int[CAPACITY];
  private final int[] accounts = new int[CAPACITY];
  private final long[] clientOrderIds = new long[CAPACITY];
  private final long[] intervalsNs = new long[CAPACITY];
  private final long[] duesNs = new long[CAPACITY];
  private int size;

  /** Whether a session may follow an account: it does already, or there is room. */
  boolean hasRoom(int session, int account) {
    return size < CAPACITY || find(session, account) != NONE;
  }

  /**
   * A session follows an account from now on.
   *
   * @param clientOrderId under which it asked.
   */
  void follow(int session, int account, long clientOrderId, long intervalNs, long nowNs) {
    int at = find(session, account);
    if (at == NONE) {
      at = size++;
    }
    put(at, session, account, clientOrderId, intervalNs, nowNs);
  }

  /** It does no more, if it did. */
  void leave(int session, int account) {
    int at = find(session, account);
    if (at != NONE) {
      remove(at);
    }
  }

  /** A session ended: it follows none. */
  void end(int session) {
    for (int at = size - 1; at >= 0; at--) {
      if (sessions[at] == session) {
        remove(at);
      }
    }
  }

  private void put(
      int at, int session, int account, long clientOrderId, long intervalNs, long dueNs) {
    sessions[at] = session;
    accounts[at] = account;
    clientOrderIds[at] = clientOrderId;
    intervalsNs[at] = intervalNs;
    duesNs[at] = dueNs;
  }

  private void remove(int at) {
    size--;
    for (int i = at; i < size; i++) {
      put(
          i,
          sessions[i + 1],
          accounts[i + 1],
          clientOrderIds[i + 1],
          intervalsNs[i + 1],
          duesNs[i + 1]);
    }
  }

  private int find(int session, int account) {
    for (int at = 0; at < size; at++) {
      if (sessions[at] == session && accounts[at] == account) {
        return at;
      }
    }
    return NONE;
  }

  /** The first one that is due, or {@link #NONE}. */
  int firstDue(long nowNs) {
    for (int at = 0; at < size; at++) {
      if (duesNs[at] <= nowNs) {
        return at;
      }
    }
    return NONE;
  }

  /** It is told now; next after its interval. */
  void told(int at, long nowNs) {
    duesNs[at] = nowNs + intervalsNs[at];
  }

  int session(int at) {
    return sessions[at];
  }

  int account(int at) {
    return accounts[at];
  }

  long clientOrderId(int at) {
    return clientOrderIds[at];
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    GreekFollowerStateEncoder record = new GreekFollowerStateEncoder();
    for (int at = 0; at < size; at++) {
      to.next(record)
          .clientOrderId(clientOrderIds[at])
          .intervalNs(intervalsNs[at])
          .dueNs(duesNs[at])
          .session(sessions[at])
          .account(accounts[at]);
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != GreekFollowerStateDecoder.TEMPLATE_ID) {
      return false;
    }
    GreekFollowerStateDecoder record = from.as(new GreekFollowerStateDecoder());
    put(
        size++,
        record.session(),
        record.account(),
        record.clientOrderId(),
        record.intervalNs(),
        record.dueNs());
    return true;
  }
}
