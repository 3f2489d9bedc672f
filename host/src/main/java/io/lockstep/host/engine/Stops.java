package io.lockstep.host.engine;

import io.lockstep.schema.client.RejectReason;
import org.agrona.collections.IntHashSet;

/** The kill switches that are thrown, but for those of sessions. Written by log messages only. */
final class Stops {
  private final Sessions sessions;
  private final IntHashSet participants = new IntHashSet();
  private boolean venue;

  /**
   * @param sessions know their own.
   */
  Stops(Sessions sessions) {
    this.sessions = sessions;
  }

  void stopParticipant(int participant, boolean stopped) {
    if (stopped) {
      participants.add(participant);
    } else {
      participants.remove(participant);
    }
  }

  void stopVenue(boolean stopped) {
    venue = stopped;
  }

  /** Why an order or a replace is not taken, or {@link RejectReason#NONE}. */
  RejectReason fault(LogMessage message) {
    if (sessions.isStopped(message.session())) {
      return RejectReason.SESSION_STOPPED;
    }
    if (participants.contains(message.participant())) {
      return RejectReason.PARTICIPANT_STOPPED;
    }
    return venue ? RejectReason.VENUE_STOPPED : RejectReason.NONE;
  }
}
