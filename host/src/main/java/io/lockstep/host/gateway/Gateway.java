package io.lockstep.host.gateway;

import io.aeron.Aeron;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.logbuffer.Header;
import io.lockstep.host.RefusalCounters;
import io.lockstep.host.machine.MachineMail;
import io.lockstep.host.sequencer.SequencerInput;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.LogonDecoder;
import io.lockstep.schema.client.LogoutDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochClock;

/**
 * The gateway's agent: polls what clients send, checks it, and hands requests to the sequencer as
 * they are. What it refuses has no effect but a counter and, where the client can be told, an
 * answer.
 */
public final class Gateway implements Agent {
  private static final int FRAGMENTS_A_TURN = 32;
  private static final int SILENT_INTERVALS_MAX = 3;

  private final FairPoll ingress;
  private final EpochClock clock;
  private final SessionTable sessions;
  private final SequencerInput sequencer;
  private final SessionListener listener;
  private final SessionLog log;
  private final RefusalCounters refusals;
  private final GatewayLimits limits;
  private final Answers answers = new Answers();
  private final RequestCheck check = new RequestCheck();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final LogonDecoder logon = new LogonDecoder();
  private final LogonDesk logons;
  private final MachineWindow machine;
  private final Long2ObjectHashMap<Session> byImage = new Long2ObjectHashMap<>();
  private final FragmentHandler onFragment = this::onFragment;
  private final long silentMs;
  private final long watchIntervalMs;

  /** Sessions that were open when the appliance was restarted, and nobody has resumed yet. */
  private final List<KnownSession> detached = new ArrayList<>();

  private final long startedMs;
  private long nowMs;
  private long nextWatchMs;

  /**
   * @param aeron makes the publications to clients.
   * @param ingress where requests come from.
   * @param clock of sessions; has no part in the log.
   * @param keys of the participants, by id.
   * @param operators ids of the participants that are.
   * @param sessions that the log knows; read by the publisher.
   * @param reports that a resumed session may be sent again.
   * @param sequencer takes requests, sessions that open and sessions that close.
   * @param mail takes requests that concern the machine.
   * @param journal of what the sequencer takes.
   * @param listener is told of sessions and operators.
   */
  public Gateway(
      Aeron aeron,
      List<Subscription> ingress,
      EpochClock clock,
      Map<Integer, byte[]> keys,
      Set<Integer> operators,
      SessionTable sessions,
      ReportArchive reports,
      SequencerInput sequencer,
      MachineMail mail,
      JournalTickets journal,
      RefusalCounters refusals,
      GatewayLimits limits,
      SessionListener listener) {
    this.ingress = new FairPoll(ingress);
    this.clock = clock;
    this.sessions = sessions;
    this.sequencer = sequencer;
    this.refusals = refusals;
    this.limits = limits;
    this.listener = listener;
    log = new SessionLog(sequencer, listener);
    LogonCheck check = new LogonCheck(keys, operators, sessions, reports);
    logons = new LogonDesk(aeron, check, sessions, log, journal, refusals, limits, answers);
    machine = new MachineWindow(mail, sessions, answers);
    silentMs = SILENT_INTERVALS_MAX * limits.heartbeatIntervalMs();
    watchIntervalMs = Math.max(1, limits.heartbeatIntervalMs() / 4);
    nowMs = clock.time();
    startedMs = nowMs;
    nextWatchMs = nowMs + watchIntervalMs;
    sessions.forEachOpen(detached::add);
  }

  @Override
  public int doWork() {
    passTime();
    int work = ingress.poll(onFragment, FRAGMENTS_A_TURN);
    if (logons.hasWaiting()) {
      work += open(logons.advance(nowMs));
    }
    if (nowMs >= nextWatchMs) {
      nextWatchMs = nowMs + watchIntervalMs;
      work += watch();
    }
    return work + machine.answer();
  }

  /** After a pause of this thread, what clients sent meanwhile is heard before they are judged. */
  private void passTime() {
    long thenMs = nowMs;
    nowMs = clock.time();
    if (nowMs - thenMs > limits.heartbeatIntervalMs()) {
      nextWatchMs = nowMs + watchIntervalMs;
    }
  }

  /** Tells every client that its session ends with the appliance. */
  @Override
  public void onClose() {
    for (Session session : sessions.connected()) {
      answers.logout(session.publication(), EndReason.SHUTDOWN);
    }
  }

  @Override
  public String roleName() {
    return "gateway";
  }

  private int open(Session session) {
    if (session == null) {
      return 0;
    }
    session.lastHeardMs = nowMs;
    session.lastSentMs = nowMs;
    byImage.put(session.image().correlationId(), session);
    sessions.connect(session.known(), session);
    return 1;
  }

  // ------------------------------------------------------------------ requests

  private void onFragment(DirectBuffer buffer, int offset, int length, Header frame) {
    Image image = (Image) frame.context();
    Session session = byImage.get(image.correlationId());
    boolean whole = (frame.flags() & FrameDescriptor.UNFRAGMENTED) == FrameDescriptor.UNFRAGMENTED;
    RejectReason reason = check.check(buffer, offset, length);
    if (!whole) {
      boolean first = (frame.flags() & FrameDescriptor.BEGIN_FRAG_FLAG) != 0;
      if (first) {
        refuse(session, RejectReason.OVERSIZED); // once a message, however many fragments
      }
      return;
    }
    if (session != null) {
      session.lastHeardMs = nowMs;
    }
    if (reason == RejectReason.NONE) {
      reason = onMessage(session, image, buffer, offset, length);
    }
    if (reason != RejectReason.NONE) {
      refuse(session, reason);
    }
  }

  private RejectReason onMessage(
      Session session, Image image, DirectBuffer buffer, int offset, int length) {
    int templateId = check.templateId();
    if (templateId == LogonDecoder.TEMPLATE_ID) {
      if (session != null || logons.isWaiting(image)) {
        return RejectReason.ALREADY_LOGGED_ON;
      }
      logons.take(logon.wrapAndApplyHeader(buffer, offset, header), image, nowMs);
      return RejectReason.NONE;
    }
    if (session == null) {
      return RejectReason.NOT_LOGGED_ON;
    }
    if (check.isRequest()) {
      return onRequest(session, buffer, offset, length);
    }
    if (templateId == LogoutDecoder.TEMPLATE_ID) {
      session.loggedOut = true;
      nextWatchMs = nowMs;
    }
    return RejectReason.NONE; // of a heartbeat, that it was heard is all
  }

  private RejectReason onRequest(Session session, DirectBuffer buffer, int offset, int length) {
    Source source = session.isOperator() ? Source.OPERATOR : Source.CLIENT;
    if (check.isForOperators() && !session.isOperator()) {
      return RejectReason.OPERATORS_ONLY;
    }
    if (!session.throttle().takes(nowMs)) {
      return RejectReason.THROTTLED;
    }
    if (session.isDropCopy()) {
      return RejectReason.DROP_COPY_ONLY;
    }
    RejectReason verdict =
        check.isForMachine()
            ? machine.take(session, check, buffer, offset)
            : toLog(source, session, buffer, offset, length);
    if (check.isForOperators() && verdict == RejectReason.NONE) {
      OperatorRequest request = OperatorRequest.read(buffer, offset);
      listener.onOperatorRequest(session.id(), session.participant(), request);
    }
    return verdict;
  }

  private RejectReason toLog(
      Source source, Session session, DirectBuffer buffer, int offset, int length) {
    boolean taken =
        sequencer.offer(source, session.participant(), session.id(), buffer, offset, length);
    return taken ? RejectReason.NONE : RejectReason.BUSY;
  }

  private void refuse(Session session, RejectReason reason) {
    refusals.count(reason.value());
    if (session != null) {
      answers.refused(session.publication(), check.clientOrderId(), reason, check.templateId());
    }
  }

  // ------------------------------------------------------------------ sessions

  /** Closes the sessions that ended, and tells the silent side of the others that we live. */
  private int watch() {
    int work = closeDetached();
    for (Session session : sessions.connected()) {
      if (session.hasEnded() || nowMs - session.lastHeardMs >= silentMs) {
        work += close(session);
      } else {
        watchOutgoing(session);
      }
    }
    return work;
  }

  /** After a restart clients have as long to come back as they may be silent. */
  private int closeDetached() {
    if (detached.isEmpty() || nowMs - startedMs < silentMs) {
      return 0;
    }
    int before = detached.size();
    detached.removeIf(session -> session.isInUse() || isEnded(session));
    return before - detached.size();
  }

  private boolean isEnded(KnownSession session) {
    return !session.open || log.closed(session, EndReason.SILENT);
  }

  private int close(Session session) {
    EndReason reason = session.endReason();
    if (!log.closed(session.known(), reason)) {
      return 0; // no room in the log: the next watch tries again
    }
    byImage.remove(session.image().correlationId());
    sessions.disconnect(session.known());
    answers.logout(session.publication(), reason); // who does not take it sees the stream end
    session.publication().close();
    return 1;
  }

  private void watchOutgoing(Session session) {
    long position = session.publication().position();
    if (position != session.lastSentPosition) {
      session.lastSentPosition = position;
      session.lastSentMs = nowMs;
    } else if (nowMs - session.lastSentMs >= limits.heartbeatIntervalMs()) {
      beat(session, nowMs - session.lastSentMs);
    }
  }

  /**
   * Says that we live; a client that takes not even that for as long as it may be silent is deaf.
   */
  private void beat(Session session, long deafMs) {
    if (answers.heartbeat(session.publication(), session.id())) {
      session.lastSentMs = nowMs;
    } else if (deafMs >= silentMs) {
      session.endAsSlow();
    }
  }
}
