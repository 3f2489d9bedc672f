package io.lockstep.host.gateway;

import io.lockstep.schema.client.RejectReason;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;

/** Who may log on, and to what session. Gateway thread only. */
final class LogonCheck {
  private final Map<Integer, byte[]> keys;
  private final Set<Integer> operators;
  private final SessionTable sessions;
  private final ReportArchive reports;
  private long replayPosition;

  /**
   * @param keys of the participants, by id.
   * @param operators ids of the participants that are.
   */
  LogonCheck(
      Map<Integer, byte[]> keys,
      Set<Integer> operators,
      SessionTable sessions,
      ReportArchive reports) {
    this.keys = Map.copyOf(keys);
    this.operators = Set.copyOf(operators);
    this.sessions = sessions;
    this.reports = reports;
  }

  boolean isOperator(int participant) {
    return operators.contains(participant);
  }

  /**
   * The lowest reason that speaks against a logon, or {@link RejectReason#NONE}.
   *
   * @param taken sessions that are connected or about to be.
   */
  RejectReason verdict(LogonTerms terms, byte[] key, int taken) {
    byte[] expected = keys.get(terms.participant());
    if (expected == null) {
      return RejectReason.UNKNOWN_PARTICIPANT;
    }
    if (!MessageDigest.isEqual(expected, key)) { // takes the same time wherever they differ
      return RejectReason.WRONG_KEY;
    }
    if (taken >= sessions.maxConnected()) {
      return RejectReason.TOO_MANY_SESSIONS;
    }
    return terms.isResumed() ? resumeFault(terms) : RejectReason.NONE;
  }

  private RejectReason resumeFault(LogonTerms terms) {
    KnownSession session = sessions.get(terms.session());
    if (session == null || session.participant() != terms.participant()) {
      return RejectReason.SESSION_UNKNOWN;
    }
    if (session.isInUse()) {
      return RejectReason.SESSION_IN_USE;
    }
    replayPosition = reports.positionAfter(terms.afterOutputSequence());
    return replayPosition == ReportArchive.NOT_KEPT
        ? RejectReason.REPORTS_NOT_KEPT
        : RejectReason.NONE;
  }

  /** Of the resumed session that was found good last: where to look for what it missed. */
  long replayPosition() {
    return replayPosition;
  }
}
