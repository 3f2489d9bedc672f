package io.lockstep.host.gateway;

import io.lockstep.host.sequencer.SequencerInput;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SessionClosedEncoder;
import io.lockstep.schema.client.SessionOpenedEncoder;
import io.lockstep.schema.client.Source;
import org.agrona.concurrent.UnsafeBuffer;

/** Tells the log which sessions open and close. Gateway thread only. */
final class SessionLog {
  private static final int HEADER_BYTES = MessageHeaderEncoder.ENCODED_LENGTH;

  private final SequencerInput sequencer;
  private final SessionListener listener;
  private final UnsafeBuffer buffer =
      new UnsafeBuffer(new byte[HEADER_BYTES + SessionClosedEncoder.BLOCK_LENGTH]);
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
  boolean opened(KnownSession session, LogonTerms terms) {
    opened
        .wrapAndApplyHeader(buffer, 0, header)
        .flags()
        .clear()
        .cancelOnDisconnect(terms.cancelOnDisconnect())
        .dropCopy(terms.dropCopy());
    if (!offer(session, SessionOpenedEncoder.BLOCK_LENGTH)) {
      return false;
    }
    session.open = true;
    listener.onOpened(session.id(), session.participant());
    return true;
  }

  /** A logon that does not reach the log. */
  void refused(LogonTerms terms, RejectReason reason) {
    listener.onLogonRefused(terms.participant(), reason);
  }

  /** False when the log has no room now. */
  boolean closed(KnownSession session, EndReason reason) {
    closed.wrapAndApplyHeader(buffer, 0, header).reason(reason);
    if (!offer(session, SessionClosedEncoder.BLOCK_LENGTH)) {
      return false;
    }
    session.open = false;
    listener.onClosed(session.id(), session.participant(), reason);
    return true;
  }

  private boolean offer(KnownSession session, int blockLength) {
    int length = HEADER_BYTES + blockLength;
    return sequencer.offer(Source.GATEWAY, session.participant(), session.id(), buffer, 0, length);
  }
}
