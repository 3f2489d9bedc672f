package io.lockstep.host.gateway;

import io.aeron.Image;
import io.aeron.Publication;
import io.lockstep.schema.client.RejectReason;
import java.util.function.BooleanSupplier;

/** A logon that is not answered yet: its publication is being made, or has no listener yet. */
final class Logon {
  final Image image;
  final long correlationId;
  final LogonTerms terms;
  final String channel;
  final int streamId;
  final long registrationId;
  final long deadlineMs;

  /** {@link RejectReason#NONE}: it is accepted once the client listens. */
  final RejectReason verdict;

  /** Of an accepted logon that resumes a session: where what the client missed begins. */
  final long replayPosition;

  Publication publication;

  /** To be resumed, or made when the client listens. */
  KnownSession session;

  /** Set once the session's opening is on its way to the log. */
  BooleanSupplier journalled;

  /** Set once it is accepted. */
  Session accepted;

  Logon(
      Image image,
      long correlationId,
      LogonTerms terms,
      String channel,
      int streamId,
      long registrationId,
      long deadlineMs,
      RejectReason verdict,
      KnownSession session,
      long replayPosition) {
    this.image = image;
    this.correlationId = correlationId;
    this.terms = terms;
    this.channel = channel;
    this.streamId = streamId;
    this.registrationId = registrationId;
    this.deadlineMs = deadlineMs;
    this.verdict = verdict;
    this.session = session;
    this.replayPosition = replayPosition;
  }

  /** It takes the place of a session that is connected. */
  boolean isToBeAccepted() {
    return verdict == RejectReason.NONE;
  }
}
