package io.lockstep.host.publisher;

import io.aeron.Subscription;
import io.aeron.logbuffer.ControlledFragmentHandler;
import io.aeron.logbuffer.ControlledFragmentHandler.Action;
import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.logbuffer.Header;
import io.aeron.protocol.DataHeaderFlyweight;
import io.lockstep.host.gateway.KnownSession;
import io.lockstep.host.gateway.Session;
import io.lockstep.host.gateway.SessionTable;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;

/**
 * The publisher's agent: reads the output stream in order, hashes it, and hands each report to its
 * session. A report waits until the log is recorded up to its cause, unless the journal given says
 * otherwise.
 */
public final class Publisher implements Agent {
  /** More than the engine writes in a turn, else the output falls behind, and at last the log. */
  private static final int MESSAGES_A_TURN = 256;

  private final Subscription output;
  private final Journal journal;
  private final SessionTable sessions;
  private final CatchUp catchUp;
  private final Report report = new Report();
  private final OutputHash hash = new OutputHash();
  private final ControlledFragmentHandler onReport = this::onReport;
  private long recordedPosition;
  private long position;
  private volatile long lastOutputSequence;
  private boolean waits;
  private Session[] seen = {};
  private boolean hasBehind;

  /**
   * @param output the recorded stream of reports, connected.
   * @param journal how far the log is recorded; {@link Long#MAX_VALUE} always: replies go at once.
   * @param sessions of the gateway.
   * @param catchUp tells those that are behind.
   */
  public Publisher(Subscription output, Journal journal, SessionTable sessions, CatchUp catchUp) {
    this.output = output;
    this.journal = journal;
    this.sessions = sessions;
    position = output.imageAtIndex(0).joinPosition();
    this.catchUp = catchUp;
  }

  @Override
  public int doWork() {
    recordedPosition = journal.recordedPosition();
    waits = false;
    int work = tellThoseBehind() + output.controlledPoll(onReport, MESSAGES_A_TURN);
    lastOutputSequence = hash.messages();
    return work;
  }

  private int tellThoseBehind() {
    Session[] connected = sessions.connected();
    if (!hasBehind && connected == seen) {
      return 0;
    }
    if (connected != seen) {
      catchUp.forgetThoseGone(seen);
      seen = connected;
    }
    int read = catchUp.turn(position);
    hasBehind = catchUp.behind() > 0;
    return read;
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

  /** Number of the last report that left. Any thread. */
  public long lastOutputSequence() {
    return lastOutputSequence;
  }

  /** How many clients are behind. */
  public int behind() {
    return catchUp.behind();
  }

  /** True when a client is behind. */
  public boolean hasBehind() {
    return hasBehind;
  }

  private Action onReport(DirectBuffer buffer, int offset, int length, Header frame) {
    if (frame.reservedValue() > recordedPosition) {
      waits = true;
      return Action.ABORT;
    }
    journal.onReport(frame.reservedValue());
    hash.add(buffer, offset, length);
    report.wrap(buffer, offset, length);
    long end = frame.position();
    long begin =
        end
            - BitUtil.align(
                DataHeaderFlyweight.HEADER_LENGTH + length, FrameDescriptor.FRAME_ALIGNMENT);
    if (report.isOwners()) {
      tellOwner(begin);
    } else if (report.isPrivate()) {
      tellOne(begin);
    } else if (!report.isFeedOnly()) {
      tellAll(begin);
    }
    position = end;
    return Action.CONTINUE;
  }

  private void tellOne(long begin) {
    KnownSession owner = sessions.get(report.session());
    if (owner == null) {
      return; // nobody's, as in a replay without a gateway
    }
    Session client = owner.connection();
    if (client != null && !client.isDropCopy()) {
      tell(client, begin);
    }
    for (Session copy : sessions.dropCopies()) {
      if (copy.participant() == owner.participant()) {
        tell(copy, begin);
      }
    }
  }

  private void tellOwner(long begin) {
    for (Session client : sessions.connected()) {
      if (client.participant() == report.participant()) {
        tell(client, begin);
      }
    }
  }

  private void tellAll(long begin) {
    for (Session client : sessions.connected()) {
      if (!client.isDropCopy()) {
        tell(client, begin);
      }
    }
  }

  private void tell(Session client, long begin) {
    if (!client.delivery().hasBegun()) {
      catchUp.begin(client, begin);
    }
    if (client.delivery().isBehind()) {
      hasBehind = true;
    } else if (!client.isBroken()
        && !client.send(report.buffer(), report.offset(), report.length())) {
      catchUp.fallBehind(client, begin);
      hasBehind = true;
    }
  }
}
