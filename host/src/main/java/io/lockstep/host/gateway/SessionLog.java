package io.lockstep.host.gateway;

import io.lockstep.host.sequencer.SequencerInput;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.SessionClosedEncoder;
import io.lockstep.schema.client.SessionOpenedEncoder;
import io.lockstep.schema.client.Source;
import org.agrona.concurrent.UnsafeBuffer;

/** Tells the log which sessions open and close. Gateway thread only. */
final class SessionLog {
  private final SequencerInput sequencer;
  private final UnsafeBuffer buffer =
      new UnsafeBuffer(new byte[MessageHeaderEncoder.ENCODED_LENGTH]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final SessionOpenedEncoder opened = new SessionOpenedEncoder();
  private final SessionClosedEncoder closed = new SessionClosedEncoder();

  SessionLog(SequencerInput sequencer) {
    this.sequencer = sequencer;
  }

  /** False when the log has no room now. */
  boolean opened(int participant, int session) {
    opened.wrapAndApplyHeader(buffer, 0, header);
    return offer(participant, session);
  }

  /** False when the log has no room now. */
  boolean closed(int participant, int session) {
    closed.wrapAndApplyHeader(buffer, 0, header);
    return offer(participant, session);
  }

  private boolean offer(int participant, int session) {
    return sequencer.offer(Source.GATEWAY, participant, session, buffer, 0, buffer.capacity());
  }
}
