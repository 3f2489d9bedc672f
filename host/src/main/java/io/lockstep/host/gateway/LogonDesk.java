package io.lockstep.host.gateway;

import io.aeron.Aeron;
import io.aeron.Image;
import io.aeron.exceptions.RegistrationException;
import io.lockstep.host.RefusalCounters;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.LogonDecoder;
import io.lockstep.schema.client.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers logons. An answer needs a publication to the client, which takes the media driver some
 * time, and the session's opening in the journal, so that no number is ever given twice; the logon
 * waits here meanwhile, and nobody waits for it. Gateway thread only.
 */
final class LogonDesk {
  /** Later than this the client does not listen any more. */
  static final long ANSWER_WITHIN_MS = 5_000;

  private final Aeron aeron;
  private final LogonCheck check;
  private final SessionTable sessions;
  private final SessionLog log;
  private final JournalTickets journal;
  private final RefusalCounters refusals;
  private final GatewayLimits limits;
  private final Answers answers;
  private final List<Logon> waiting = new ArrayList<>();

  LogonDesk(
      Aeron aeron,
      LogonCheck check,
      SessionTable sessions,
      SessionLog log,
      JournalTickets journal,
      RefusalCounters refusals,
      GatewayLimits limits,
      Answers answers) {
    this.aeron = aeron;
    this.check = check;
    this.sessions = sessions;
    this.log = log;
    this.journal = journal;
    this.refusals = refusals;
    this.limits = limits;
    this.answers = answers;
  }

  // ------------------------------------------------------------------ taking in

  /** Takes a logon in; it is answered by a later {@link #advance}. */
  void take(LogonDecoder message, Image image, long nowMs) {
    LogonTerms terms = terms(message);
    int streamId = message.responseStreamId();
    byte[] named = new byte[message.responseChannelLength()];
    message.getResponseChannel(named, 0, named.length);
    byte[] key = new byte[message.keyLength()];
    message.getKey(key, 0, key.length);
    String channel =
        ResponseChannel.of(
            new String(named, StandardCharsets.US_ASCII),
            limits.sessionTermBytes(),
            limits.responseHosts());
    RejectReason verdict = check.verdict(terms, key, taken());
    boolean accepted = verdict == RejectReason.NONE;
    boolean answerable = !channel.equals(ResponseChannel.NONE) && !isTaken(channel, streamId);
    if (!accepted) {
      refuse(terms, verdict);
    } else if (!answerable) {
      refuse(terms, RejectReason.BAD_RESPONSE_CHANNEL);
    }
    if (!answerable || !accepted && refusedWaiting() >= sessions.maxConnected()) {
      return;
    }
    KnownSession session = accepted && terms.isResumed() ? sessions.get(terms.session()) : null;
    if (session != null) {
      session.claimed = true;
    }
    waiting.add(
        new Logon(
            image,
            message.correlationId(),
            terms,
            channel,
            streamId,
            aeron.asyncAddPublication(channel, streamId),
            nowMs + ANSWER_WITHIN_MS,
            verdict,
            session,
            check.replayPosition()));
  }

  private void refuse(LogonTerms terms, RejectReason reason) {
    refusals.count(reason.value());
    log.refused(terms, reason);
  }

  private LogonTerms terms(LogonDecoder message) {
    int participant = (int) message.participant();
    boolean isNew = message.session() == LogonDecoder.sessionNullValue();
    return new LogonTerms(
        participant,
        check.isOperator(participant),
        isNew ? LogonTerms.NEW_SESSION : (int) message.session(),
        isNew ? 0 : message.afterOutputSequence(),
        message.flags().cancelOnDisconnect(),
        message.flags().dropCopy());
  }

  private int taken() {
    int taken = sessions.connected().length;
    for (Logon logon : waiting) {
      taken += logon.isToBeAccepted() ? 1 : 0;
    }
    return taken;
  }

  /** Limited, so that refused logons neither pile up nor take the place of others. */
  private int refusedWaiting() {
    int refused = 0;
    for (Logon logon : waiting) {
      refused += logon.isToBeAccepted() ? 0 : 1;
    }
    return refused;
  }

  /** A channel and stream belong to one session: another's reports must not be heard on them. */
  private boolean isTaken(String channel, int streamId) {
    for (Logon logon : waiting) {
      if (logon.streamId == streamId && logon.channel.equals(channel)) {
        return true;
      }
    }
    for (Session session : sessions.connected()) {
      if (session.publication().streamId() == streamId
          && session.publication().channel().equals(channel)) {
        return true;
      }
    }
    return false;
  }

  // ------------------------------------------------------------------ answering

  boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  /** True while a logon from this image waits for its answer. */
  boolean isWaiting(Image image) {
    for (Logon logon : waiting) {
      if (logon.image == image) {
        return true;
      }
    }
    return false;
  }

  /**
   * Moves the waiting logons on.
   *
   * @return the connection of a session that is to be opened now, or null.
   */
  Session advance(long nowMs) {
    for (int i = 0; i < waiting.size(); i++) {
      Logon logon = waiting.get(i);
      if (isAnswered(logon, nowMs)) {
        waiting.remove(i);
        return logon.accepted; // the others have their turn next time
      }
      if (nowMs > logon.deadlineMs && isGivenUp(logon)) {
        waiting.remove(i);
        return null;
      }
    }
    return null;
  }

  private boolean isAnswered(Logon logon, long nowMs) {
    try {
      if (logon.publication == null) {
        logon.publication = aeron.getPublication(logon.registrationId);
      }
    } catch (RegistrationException noSuchChannel) {
      release(logon);
      countUnreachable(logon);
      return true;
    }
    if (logon.publication == null || !logon.publication.isConnected()) {
      return false;
    }
    if (logon.isToBeAccepted()) {
      return isAccepted(logon, nowMs);
    }
    if (!answers.logonRefused(logon.publication, logon.correlationId, logon.verdict)) {
      return false;
    }
    logon.publication.close();
    return true;
  }

  private boolean isAccepted(Logon logon, long nowMs) {
    if (logon.session == null) {
      logon.session = sessions.create(logon.terms.participant());
      logon.session.claimed = true;
    }
    if (logon.journalled == null) {
      if (!log.opened(logon.session, logon.terms)) {
        return false;
      }
      logon.journalled = journal.issue();
    }
    if (!logon.journalled.getAsBoolean()
        || !answers.logonAccepted(
            logon.publication,
            logon.correlationId,
            logon.session.id(),
            limits.heartbeatIntervalMs())) {
      return false;
    }
    Throttle throttle = new Throttle(limits.messagesPerSecond(), limits.burst(), nowMs);
    logon.accepted =
        new Session(
            logon.session,
            logon.terms,
            logon.replayPosition,
            logon.image,
            logon.publication,
            throttle);
    release(logon);
    return true;
  }

  /** Nobody listens. Gives back what the logon took; false when the log has no room to say so. */
  private boolean isGivenUp(Logon logon) {
    if (logon.journalled != null && !log.closed(logon.session, EndReason.CONNECTION_LOST)) {
      return false;
    }
    if (logon.publication != null) {
      logon.publication.close();
    } else {
      aeron.asyncRemovePublication(logon.registrationId);
    }
    release(logon);
    countUnreachable(logon);
    return true;
  }

  /** Once a logon: one that was refused was counted then. */
  private void countUnreachable(Logon logon) {
    if (logon.isToBeAccepted()) {
      refuse(logon.terms, RejectReason.BAD_RESPONSE_CHANNEL);
    }
  }

  private static void release(Logon logon) {
    if (logon.session != null) {
      logon.session.claimed = false;
    }
  }
}
