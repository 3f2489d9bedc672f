package io.lockstep.host.publisher;

import io.aeron.Subscription;
import io.aeron.logbuffer.ControlledFragmentHandler;
import io.aeron.logbuffer.ControlledFragmentHandler.Action;
import io.aeron.logbuffer.Header;
import io.lockstep.host.gateway.Session;
import io.lockstep.host.gateway.SessionTable;
import io.lockstep.schema.client.AuctionResultDecoder;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.IndicativeAuctionDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.ReplacedDecoder;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.TopOfBookDecoder;
import io.lockstep.schema.client.TradeDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;

/**
 * The publisher's agent: reads the output stream in order, hashes it, and hands each report to its
 * session. A report waits until the log is recorded up to its cause, unless the journal given says
 * otherwise.
 */
public final class Publisher implements Agent {
  private static final int MESSAGES_A_TURN = 64;
  private static final int HEADER_BYTES = MessageHeaderDecoder.ENCODED_LENGTH;

  private final Subscription output;
  private final Journal journal;
  private final SessionTable sessions;
  private final OutputHash hash = new OutputHash();
  private final ControlledFragmentHandler onReport = this::onReport;
  private long recordedPosition;
  private long position;
  private boolean waits;
  private boolean hasBacklog;

  /**
   * @param output the recorded stream of reports, connected.
   * @param journal how far the log is recorded; {@link Long#MAX_VALUE} always: replies go at once.
   * @param sessions of the gateway.
   */
  public Publisher(Subscription output, Journal journal, SessionTable sessions) {
    this.output = output;
    this.journal = journal;
    this.sessions = sessions;
    position = output.imageAtIndex(0).joinPosition();
  }

  @Override
  public int doWork() {
    recordedPosition = journal.recordedPosition();
    waits = false;
    int work = output.controlledPoll(onReport, MESSAGES_A_TURN);
    return hasBacklog ? work + sendBacklogs() : work;
  }

  private int sendBacklogs() {
    int sent = 0;
    hasBacklog = false;
    for (int i = 0; i < sessions.size(); i++) {
      Session session = sessions.openAt(i);
      if (session != null) {
        sent += session.sendBacklog();
        hasBacklog |= session.hasBacklog();
      }
    }
    return sent;
  }

  @Override
  public String roleName() {
    return "publisher";
  }

  /** Hash of every message that left. */
  public OutputHash hash() {
    return hash;
  }

  /** Position of the output stream up to which reports left. */
  public long position() {
    return position;
  }

  /** True when a report waited for the journal in the last turn. */
  public boolean waitsForJournal() {
    return waits;
  }

  /** True when a client did not take all of its reports at once. */
  public boolean hasBacklog() {
    return hasBacklog;
  }

  private Action onReport(DirectBuffer buffer, int offset, int length, Header frame) {
    if (frame.reservedValue() > recordedPosition) {
      waits = true;
      return Action.ABORT;
    }
    journal.onReport(frame.reservedValue());
    hash.add(buffer, offset, length);
    position = frame.position();
    int templateId =
        buffer.getShort(
            offset + MessageHeaderDecoder.templateIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
    switch (templateId) {
      case ExecutionReportDecoder.TEMPLATE_ID:
        toOne(buffer, offset, length, ExecutionReportDecoder.sessionEncodingOffset());
        break;
      case TradeDecoder.TEMPLATE_ID:
        toOne(buffer, offset, length, TradeDecoder.sessionEncodingOffset());
        break;
      case ReplacedDecoder.TEMPLATE_ID:
        toOne(buffer, offset, length, ReplacedDecoder.sessionEncodingOffset());
        break;
      case RequestDoneDecoder.TEMPLATE_ID:
        toOne(buffer, offset, length, RequestDoneDecoder.sessionEncodingOffset());
        break;
      case TopOfBookDecoder.TEMPLATE_ID:
      case InstrumentStatusDecoder.TEMPLATE_ID:
      case IndicativeAuctionDecoder.TEMPLATE_ID:
      case AuctionResultDecoder.TEMPLATE_ID:
        toAll(buffer, offset, length);
        break;
      default:
        throw new IllegalStateException("the output stream has unknown template " + templateId);
    }
    return Action.CONTINUE;
  }

  private void toOne(DirectBuffer buffer, int offset, int length, int sessionOffset) {
    int id = buffer.getInt(offset + HEADER_BYTES + sessionOffset, ByteOrder.LITTLE_ENDIAN);
    Session session = sessions.get(id);
    if (session != null) {
      report(session, buffer, offset, length);
    }
  }

  private void toAll(DirectBuffer buffer, int offset, int length) {
    for (int i = 0; i < sessions.size(); i++) {
      Session session = sessions.openAt(i);
      if (session != null) {
        report(session, buffer, offset, length);
      }
    }
  }

  private void report(Session session, DirectBuffer buffer, int offset, int length) {
    session.report(buffer, offset, length);
    hasBacklog |= session.hasBacklog();
  }
}
