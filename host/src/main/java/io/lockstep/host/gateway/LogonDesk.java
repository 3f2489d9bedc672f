package io.lockstep.host.gateway;

import io.aeron.Aeron;
import io.aeron.Image;
import io.aeron.exceptions.RegistrationException;
import io.lockstep.host.RefusalCounters;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.LogonDecoder;
import io.lockstep.schema.client.RejectReason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers logons. An answer needs a publication to the client, which takes the media driver some
 * time; the logon waits here meanwhile, and nobody waits for it. Gateway thread only.
 */
final class LogonDesk {
  /** Later than this the client does not listen any more. */
  static final long ANSWER_WITHIN_MS = 5_000;

  private final Aeron aeron;
  private final Map<Integer, byte[]> keys;
  private final SessionTable sessions;
  private final SessionLog log;
  private final RefusalCounters refusals;
  private final GatewayLimits limits;
  private final Answers answers;
  private final List<Logon> waiting = new ArrayList<>();

  LogonDesk(
      Aeron aeron,
      Map<Integer, byte[]> keys,
      SessionTable sessions,
      SessionLog log,
      RefusalCounters refusals,
      GatewayLimits limits,
      Answers answers) {
    this.aeron = aeron;
    this.keys = Map.copyOf(keys);
    this.sessions = sessions;
    this.log = log;
    this.refusals = refusals;
    this.limits = limits;
    this.answers = answers;
  }

  /** Takes a logon in; it is answered by a later {@link #advance}. */
  void take(LogonDecoder message, Image image, long nowMs) {
    long correlationId = message.correlationId();
    int participant = (int) message.participant();
    int streamId = message.responseStreamId();
    byte[] named = new byte[message.responseChannelLength()];
    message.getResponseChannel(named, 0, named.length);
    byte[] key = new byte[message.keyLength()];
    message.getKey(key, 0, key.length);
    String channel =
        ResponseChannel.of(new String(named, StandardCharsets.US_ASCII), limits.sessionTermBytes());
    RejectReason verdict = verdict(participant, key);
    boolean answerable = !channel.equals(ResponseChannel.NONE) && !isTaken(channel, streamId);
    if (verdict != RejectReason.NONE) {
      refusals.count(verdict.value());
    } else if (!answerable) {
      refusals.count(RejectReason.BAD_RESPONSE_CHANNEL.value());
    }
    if (answerable && (verdict == RejectReason.NONE || refusedWaiting() < sessions.size())) {
      long registrationId = aeron.asyncAddPublication(channel, streamId);
      waiting.add(
          new Logon(
              image,
              correlationId,
              participant,
              channel,
              streamId,
              registrationId,
              nowMs + ANSWER_WITHIN_MS,
              verdict));
    }
  }

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
   * @return a session that is open from now on, or null.
   */
  Session advance(long nowMs) {
    for (int i = 0; i < waiting.size(); i++) {
      Logon logon = waiting.get(i);
      if (isAnswered(logon)) {
        waiting.remove(i);
        return logon.session; // the others have their turn next time
      }
      if (nowMs > logon.deadlineMs && isGivenUp(logon)) {
        waiting.remove(i);
        return null;
      }
    }
    return null;
  }

  private boolean isAnswered(Logon logon) {
    try {
      if (logon.publication == null) {
        logon.publication = aeron.getPublication(logon.registrationId);
      }
    } catch (RegistrationException noSuchChannel) {
      refusals.count(RejectReason.BAD_RESPONSE_CHANNEL.value());
      return true;
    }
    if (logon.publication == null || !logon.publication.isConnected()) {
      return false;
    }
    if (logon.verdict != RejectReason.NONE) {
      if (!answers.logonRefused(logon.publication, logon.correlationId, logon.verdict)) {
        return false;
      }
      logon.publication.close();
      return true;
    }
    return isOpened(logon);
  }

  private boolean isOpened(Logon logon) {
    if (logon.session == null) {
      int id = sessions.nextId();
      if (!log.opened(logon.participant, id)) {
        return false;
      }
      logon.session =
          new Session(id, logon.participant, logon.image, logon.publication, limits.backlogBytes());
      sessions.add(logon.session);
    }
    if (!answers.logonAccepted(
        logon.publication, logon.correlationId, logon.session.id(), limits.heartbeatIntervalMs())) {
      return false;
    }
    logon.session.open();
    return true;
  }

  /** Nobody listens. Gives back what the logon took; false when the log has no room to say so. */
  private boolean isGivenUp(Logon logon) {
    if (logon.session != null) {
      if (!log.closed(logon.participant, logon.session.id(), EndReason.CONNECTION_LOST)) {
        return false;
      }
      sessions.remove(logon.session);
    }
    if (logon.publication != null) {
      logon.publication.close();
    } else {
      aeron.asyncRemovePublication(logon.registrationId);
    }
    refusals.count(RejectReason.BAD_RESPONSE_CHANNEL.value());
    return true;
  }

  private RejectReason verdict(int participant, byte[] key) {
    byte[] expected = keys.get(participant);
    if (expected == null) {
      return RejectReason.UNKNOWN_PARTICIPANT;
    }
    if (!MessageDigest.isEqual(expected, key)) { // takes the same time wherever they differ
      return RejectReason.WRONG_KEY;
    }
    int taken = sessions.count();
    for (Logon logon : waiting) {
      taken += logon.verdict == RejectReason.NONE && logon.session == null ? 1 : 0;
    }
    return taken >= sessions.size() ? RejectReason.TOO_MANY_SESSIONS : RejectReason.NONE;
  }

  /** Limited, so that refused logons neither pile up nor take the place of others. */
  private int refusedWaiting() {
    int refused = 0;
    for (Logon logon : waiting) {
      refused += logon.verdict == RejectReason.NONE ? 0 : 1;
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
    for (int i = 0; i < sessions.size(); i++) {
      Session session = sessions.at(i);
      if (session != null
          && session.publication().streamId() == streamId
          && session.publication().channel().equals(channel)) {
        return true;
      }
    }
    return false;
  }
}
