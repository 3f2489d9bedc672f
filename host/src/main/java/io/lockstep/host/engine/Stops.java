package io.lockstep.host.engine;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.snapshot.StopStateDecoder;
import io.lockstep.schema.snapshot.StopStateEncoder;
import io.lockstep.schema.snapshot.Truth;
import org.agrona.collections.IntHashSet;

/** The kill switches that are thrown, but for those of sessions. Written by log messages only. */
final class Stops implements SnapshotPart {
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

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    StopStateEncoder record = new StopStateEncoder();
    participants.stream()
        .sorted()
        .forEach(participant -> to.next(record).participant(participant).venue(Truth.NO));
    if (venue) {
      to.next(record).venue(Truth.YES);
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != StopStateDecoder.TEMPLATE_ID) {
      return false;
    }
    StopStateDecoder record = from.as(new StopStateDecoder());
    if (record.venue() == Truth.YES) {
      stopVenue(true);
    } else {
      stopParticipant(record.participant(), true);
    }
    return true;
  }
}
