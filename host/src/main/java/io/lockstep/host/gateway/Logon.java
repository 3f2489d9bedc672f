package io.lockstep.host.gateway;

import io.aeron.Image;
import io.aeron.Publication;
import io.lockstep.schema.client.RejectReason;

/** A logon that is not answered yet: its publication is being made, or has no listener yet. */
final class Logon {
  final Image image;
  final long correlationId;
  final int participant;
  final String channel;
  final int streamId;
  final long registrationId;
  final long deadlineMs;

  /** {@link RejectReason#NONE}: it is accepted once the client listens. */
  final RejectReason verdict;

  Publication publication;

  /** Set once its opening is in the log. */
  Session session;

  Logon(
      Image image,
      long correlationId,
      int participant,
      String channel,
      int streamId,
      long registrationId,
      long deadlineMs,
      RejectReason verdict) {
    this.image = image;
    this.correlationId = correlationId;
    this.participant = participant;
    this.channel = channel;
    this.streamId = streamId;
    this.registrationId = registrationId;
    this.deadlineMs = deadlineMs;
    this.verdict = verdict;
  }
}
