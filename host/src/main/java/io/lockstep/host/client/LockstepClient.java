package io.lockstep.host.client;

import io.aeron.Image;
import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.Header;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.HeartbeatEncoder;
import io.lockstep.schema.client.LogonAcceptedDecoder;
import io.lockstep.schema.client.LogonEncoder;
import io.lockstep.schema.client.LogonRefusedDecoder;
import io.lockstep.schema.client.LogoutDecoder;
import io.lockstep.schema.client.LogoutEncoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A client of an appliance: one session, from logon to close. One thread. Sending and polling
 * neither block nor allocate.
 *
 * <pre>{@code
 * ClientOptions options = ClientOptions.ipc(aeronDirectory, 1, "key-of-participant-1");
 * try (LockstepClient client = LockstepClient.connect(options)) {
 *   client.sendLimit(1, 100, 0, Side.BUY, 5_000, 10, TimeInForce.GTC);
 *   while (true) {
 *     client.poll(listener, 10); // listener.onExecutionReport, onTrade, onTopOfBook
 *   }
 * }
 * }</pre>
 */
public final class LockstepClient implements AutoCloseable {
  /** Sent: any answer that is not negative. */
  public static final long SENT = 0;

  /** The appliance takes no more just now: poll, then send again. */
  public static final long BACK_PRESSURED = -1;

  /** The appliance is gone, or has closed the session: connect anew. */
  public static final long CLOSED = -2;

  private static final int HEADER_BYTES = MessageHeaderEncoder.ENCODED_LENGTH;
  private static final int LARGEST_BYTES = 4096;

  private final ClientOptions options;
  private final Connection connection;
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[LARGEST_BYTES]);
  private final MessageHeaderEncoder headerToSend = new MessageHeaderEncoder();
  private final Requests written = new Requests();
  private final HeartbeatEncoder heartbeat = new HeartbeatEncoder();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final LogonAcceptedDecoder logonAccepted = new LogonAcceptedDecoder();
  private final LogonRefusedDecoder logonRefused = new LogonRefusedDecoder();
  private final LogoutDecoder logout = new LogoutDecoder();
  private final ReportReader reportReader = new ReportReader();
  private final FragmentHandler onFragment = this::onFragment;
  private ClientListener listener;
  private RejectReason refusal = RejectReason.NONE;
  private Image image;
  private int session;
  private long lastOutputSequence;
  private EndReason endReason;
  private long heartbeatIntervalNs = Long.MAX_VALUE;
  private long lastSentNs;

  private LockstepClient(ClientOptions options) {
    this.options = options;
    lastOutputSequence = options.session().afterOutputSequence();
    connection = new Connection(options);
    try {
      logOn();
    } catch (RuntimeException failure) {
      CloseHelper.quietClose(connection);
      throw failure;
    }
  }

  /**
   * Connects and logs on; waits for the answer.
   *
   * @throws LogonRefusedException when the appliance refuses.
   * @throws IllegalStateException when no appliance answers in time.
   */
  public static LockstepClient connect(ClientOptions options) {
    return new LockstepClient(options);
  }

  /** The session's number, as in reports; with it the session can be resumed later. */
  public int session() {
    return session;
  }

  /**
   * Number of the last report that a listener was given, whole; 0: none yet. A session that is
   * resumed behind it misses nothing and gets nothing twice. In a drop copy too.
   */
  public long lastOutputSequence() {
    return lastOutputSequence;
  }

  /** Why the appliance ended the session, where it said so; null: it did not. */
  public EndReason endReason() {
    return endReason;
  }

  // ------------------------------------------------------------------ sending

  /**
   * Sends a limit order.
   *
   * @param clientOrderId greater than any before in this session.
   * @param price in the instrument's price unit.
   * @param quantity lots.
   * @return {@link #SENT} or more, {@link #BACK_PRESSURED} or {@link #CLOSED}.
   */
  public long sendLimit(
      long clientOrderId,
      int account,
      int instrument,
      Side side,
      long price,
      long quantity,
      TimeInForce timeInForce) {
    written
        .limit(clientOrderId, account, instrument, side, price, quantity)
        .timeInForce(timeInForce);
    return send(written);
  }

  /**
   * Sends a market order: what it cannot fill at once, within the instrument's collar, is
   * cancelled.
   *
   * @param quantity lots.
   * @return as {@link #sendLimit}.
   */
  public long sendMarket(
      long clientOrderId, int account, int instrument, Side side, long quantity) {
    written.market(clientOrderId, account, instrument, side, quantity);
    return send(written);
  }

  /**
   * Cancels an order by the venue's id.
   *
   * @param clientOrderId of this request; greater than any before in this session.
   * @return as {@link #sendLimit}.
   */
  public long sendCancel(long clientOrderId, int account, long orderId) {
    written.cancel(clientOrderId, account, orderId);
    return send(written);
  }

  /**
   * Cancels an order of this session by the client's own id.
   *
   * @param clientOrderId of this request; greater than any before in this session.
   * @param originalClientOrderId of the order.
   * @return as {@link #sendLimit}.
   */
  public long sendCancelByClientOrderId(
      long clientOrderId, int account, long originalClientOrderId) {
    written.cancelByClientOrderId(clientOrderId, account, originalClientOrderId);
    return send(written);
  }

  /** Sends the request that was written last, of any kind. Answers as {@link #sendLimit}. */
  public long send(Requests requests) {
    return send(requests.buffer(), 0, requests.length());
  }

  /** Says that the client lives; {@link #poll} does so by itself. Answers as {@link #sendLimit}. */
  public long heartbeat() {
    heartbeat.wrapAndApplyHeader(buffer, 0, headerToSend).session(session);
    return send(HeartbeatEncoder.BLOCK_LENGTH);
  }

  /** Sends a message that is encoded already, as it is. Answers as {@link #sendLimit}. */
  public long send(DirectBuffer message, int offset, int length) {
    if (endReason != null) {
      return CLOSED;
    }
    long answer = connection.send(message, offset, length);
    if (answer >= SENT) {
      lastSentNs = System.nanoTime();
    }
    return answer;
  }

  private long send(int blockLength) {
    return send(buffer, 0, HEADER_BYTES + blockLength);
  }

  // ------------------------------------------------------------------ receiving

  /**
   * Hands over what came, and keeps the session alive.
   *
   * @param limit most messages to hand over.
   * @return messages taken; 0: there are none.
   */
  public int poll(ClientListener to, int limit) {
    listener = to;
    int polled = connection.poll(onFragment, limit);
    if (System.nanoTime() - lastSentNs > heartbeatIntervalNs) {
      heartbeat();
    }
    return polled;
  }

  /** False once the appliance is gone, or has closed the session. */
  public boolean isConnected() {
    return endReason == null
        && connection.isConnected()
        && !image.isClosed()
        && !image.isEndOfStream();
  }

  private void onFragment(DirectBuffer message, int offset, int length, Header frame) {
    header.wrap(message, offset);
    switch (header.templateId()) {
      case LogonAcceptedDecoder.TEMPLATE_ID:
        image = (Image) frame.context();
        onLogonAccepted(logonAccepted.wrapAndApplyHeader(message, offset, header));
        break;
      case LogonRefusedDecoder.TEMPLATE_ID:
        refusal = logonRefused.wrapAndApplyHeader(message, offset, header).reason();
        break;
      case LogoutDecoder.TEMPLATE_ID:
        endReason = logout.wrapAndApplyHeader(message, offset, header).reason();
        listener.onLogout(endReason);
        break;
      default:
        reportReader.read(message, offset, listener);
        lastOutputSequence = reportReader.outputSequence(message, offset, lastOutputSequence);
        break;
    }
  }

  // ------------------------------------------------------------------ logon and end

  private void logOn() {
    await("no appliance listens on " + options.ingressChannel(), connection::isConnected);
    int length = encodeLogon();
    await("the appliance takes no logon", () -> send(buffer, 0, length) >= SENT);
    ClientListener nobody = new ClientListener() {};
    await(
        "the appliance does not answer the logon",
        () -> {
          poll(nobody, 1);
          return session != 0 || refusal != RejectReason.NONE;
        });
    if (refusal != RejectReason.NONE) {
      throw new LogonRefusedException(refusal);
    }
  }

  private int encodeLogon() {
    byte[] channel = options.responseChannel().getBytes(StandardCharsets.US_ASCII);
    byte[] key = options.key().getBytes(StandardCharsets.US_ASCII);
    SessionOptions session = options.session();
    LogonEncoder logon = new LogonEncoder();
    logon
        .wrapAndApplyHeader(buffer, 0, headerToSend)
        .correlationId(connection.nextCorrelationId())
        .participant(options.participant())
        .responseStreamId(options.responseStreamId())
        .session(session.isResumed() ? session.resumed() : LogonEncoder.sessionNullValue())
        .afterOutputSequence(session.afterOutputSequence());
    logon
        .flags()
        .clear()
        .cancelOnDisconnect(session.cancelOnDisconnect())
        .dropCopy(session.dropCopy());
    logon.putResponseChannel(channel, 0, channel.length).putKey(key, 0, key.length);
    return HEADER_BYTES + logon.encodedLength();
  }

  private void onLogonAccepted(LogonAcceptedDecoder accepted) {
    session = (int) accepted.session();
    heartbeatIntervalNs = TimeUnit.MILLISECONDS.toNanos(accepted.heartbeatIntervalMs());
  }

  private void await(String otherwise, BooleanSupplier condition) {
    long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(options.connectWithinMs());
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadlineNs > 0) {
        throw new IllegalStateException(otherwise);
      }
      options.whileWaiting().run();
    }
  }

  /** Logs out and gives everything back. A second call does nothing. */
  @Override
  public void close() {
    if (!connection.isClosed()) {
      new LogoutEncoder().wrapAndApplyHeader(buffer, 0, headerToSend).reason(EndReason.LOGGED_OUT);
      send(LogoutEncoder.BLOCK_LENGTH);
    }
    connection.close();
  }
}
