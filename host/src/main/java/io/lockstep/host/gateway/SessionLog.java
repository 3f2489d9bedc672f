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
  private final SessionListener listener;
  private final UnsafeBuffer buffer =
      new UnsafeBuffer(new byte[MessageHeaderEncoder.ENCODED_LENGTH]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final SessionOpenedEncoder opened = new SessionOpenedEncoder();
  private final SessionClosedEncoder closed = new SessionClosedEncoder();

  /**
   * @param listener is told of what the log took.
   */
  SessionLog(SequencerInput sequencer, SessionListener listener) {
    this.sequencer = sequencer;
    this.listener = listener;
  }

  /** False when the log has no room now. */
  boolean opened(int participant, int session) {
    opened.wrapAndApplyHeader(buffer, 0, header);
    boolean taken = offer(participant, session);
    if (taken) {
      listener.onOpened(session, participant);
    }
    return taken;
  }

  /** False when the log has no room now. */
  boolean closed(int participant, int session) {
    closed.wrapAndApplyHeader(buffer, 0, header);
    boolean taken = offer(participant, session);
    if (taken) {
      listener.onClosed(session, participant);
    }
    return taken;
  }

  private boolean offer(int participant, int session) {
    return sequencer.offer(Source.GATEWAY, participant, session, buffer, 0, buffer.capacity());
  }
}
