package io.lockstep.host.publisher;

import io.lockstep.host.gateway.Delivery;
import io.lockstep.host.gateway.KnownSession;
import io.lockstep.host.gateway.Session;
import io.lockstep.host.gateway.SessionTable;
import io.lockstep.host.recording.RecordedStream;
import io.lockstep.host.recording.Recording;
import java.util.function.LongSupplier;

/**
 * Tells clients that are behind what they missed, from the recording of the output stream: one that
 * did not take a report, or that resumed its session. Each reads some messages a turn, and nobody
 * waits for it. Publisher thread only.
 */
public final class CatchUp {
  private static final int MESSAGES_A_TURN = 64;

  private final Recording recording;
  private final LongSupplier recordedPosition;
  private final SessionTable sessions;
  private final long lagBytesMax;
  private final Report report = new Report();

  /**
   * @param recording of the output stream.
   * @param recordedPosition how far that goes.
   * @param lagBytesMax bytes of the output stream that a client which had all may be behind.
   */
  public CatchUp(
      Recording recording, LongSupplier recordedPosition, SessionTable sessions, long lagBytesMax) {
    this.recording = recording;
    this.recordedPosition = recordedPosition;
    this.sessions = sessions;
    this.lagBytesMax = lagBytesMax;
  }

  /**
   * A client that is new here is told from now on, or of what it missed first.
   *
   * @param live position of the output stream up to which the others were told.
   */
  void begin(Session client, long live) {
    client.delivery().begin(live);
    if (client.isResumed()) {
      client.delivery().replay(recording, client.replayPosition());
    }
  }

  /**
   * A client did not take a report.
   *
   * @param begin position of the output stream at which the report begins.
   */
  void fallBehind(Session client, long begin) {
    client.delivery().lag(recording, begin);
  }

  /**
   * Goes on with every client that is behind.
   *
   * @param live position of the output stream up to which the others were told.
   * @return messages read.
   */
  int turn(long live) {
    int read = 0;
    for (Session client : sessions.connected()) {
      if (!client.delivery().hasBegun()) {
        begin(client, live);
      }
      if (client.delivery().isBehind() && !client.isBroken()) {
        read += read(client, live);
      }
    }
    return read;
  }

  private int read(Session client, long live) {
    Delivery delivery = client.delivery();
    int read = 0;
    try {
      long end = Math.min(live, recordedPosition.getAsLong());
      while (read < MESSAGES_A_TURN && delivery.next(end)) {
        RecordedStream missed = delivery.missed();
        report.wrap(missed.buffer(), missed.offset(), missed.length());
        if (isFor(client, missed.position())
            && !client.send(missed.buffer(), missed.offset(), missed.length())) {
          break;
        }
        delivery.took();
        read++;
      }
    } catch (RuntimeException unreadable) {
      client.endAsLost(); // it cannot be told what it missed; the others go on
      delivery.close();
      return read;
    }
    if (delivery.position() >= live) {
      delivery.catchUp();
    } else if (delivery.isLagging() && live - delivery.position() > lagBytesMax) {
      client.endAsSlow();
      delivery.close();
    }
    return read;
  }

  /** How many clients are behind. */
  int behind() {
    int behind = 0;
    for (Session client : sessions.connected()) {
      behind += client.delivery().isBehind() ? 1 : 0;
    }
    return behind;
  }

  /** Lets go of what those read who were connected and are no longer. */
  void forgetThoseGone(Session[] before) {
    for (Session client : before) {
      if (sessions.get(client.id()).connection() != client) {
        client.delivery().close();
      }
    }
  }

  private boolean isFor(Session client, long position) {
    if (report.isFeedOnly()) {
      return false;
    }
    if (!report.isPrivate()) {
      return !client.isDropCopy() && position > client.delivery().publicFrom();
    }
    return isIts(client) && report.outputSequence() > client.afterOutputSequence();
  }

  private boolean isIts(Session client) {
    if (report.isOwners()) {
      return client.participant() == report.participant();
    }
    return client.isDropCopy() ? isOfParticipant(client) : report.session() == client.id();
  }

  private boolean isOfParticipant(Session client) {
    KnownSession owner = sessions.get(report.session());
    return owner != null && owner.participant() == client.participant();
  }
}
