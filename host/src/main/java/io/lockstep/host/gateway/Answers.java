package io.lockstep.host.gateway;

import io.aeron.Publication;
import io.lockstep.host.machine.MachineReply;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.HeartbeatEncoder;
import io.lockstep.schema.client.LogonAcceptedEncoder;
import io.lockstep.schema.client.LogonRefusedEncoder;
import io.lockstep.schema.client.LogoutEncoder;
import io.lockstep.schema.client.MachineAnswerEncoder;
import io.lockstep.schema.client.MachineOutcome;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.RefusedEncoder;
import io.lockstep.schema.client.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes and sends the gateway's own messages. Gateway thread only, but for {@link #send}. */
final class Answers {
  private static final int HEADER_BYTES = MessageHeaderEncoder.ENCODED_LENGTH;
  private static final int LARGEST_BYTES = 64;
  private static final int TEXT_BYTES_MAX = 1_000;

  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[LARGEST_BYTES]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final LogonAcceptedEncoder logonAccepted = new LogonAcceptedEncoder();
  private final LogonRefusedEncoder logonRefused = new LogonRefusedEncoder();
  private final RefusedEncoder refused = new RefusedEncoder();
  private final HeartbeatEncoder heartbeat = new HeartbeatEncoder();
  private final MachineAnswerEncoder machineAnswer = new MachineAnswerEncoder();
  private final LogoutEncoder logout = new LogoutEncoder();

  boolean logonAccepted(Publication to, long correlationId, int session, long heartbeatIntervalMs) {
    logonAccepted
        .wrapAndApplyHeader(buffer, 0, header)
        .correlationId(correlationId)
        .session(session)
        .heartbeatIntervalMs(heartbeatIntervalMs);
    return send(to, LogonAcceptedEncoder.BLOCK_LENGTH);
  }

  boolean logonRefused(Publication to, long correlationId, RejectReason reason) {
    logonRefused.wrapAndApplyHeader(buffer, 0, header).correlationId(correlationId).reason(reason);
    return send(to, LogonRefusedEncoder.BLOCK_LENGTH);
  }

  boolean refused(Publication to, long clientOrderId, RejectReason reason, int templateId) {
    refused
        .wrapAndApplyHeader(buffer, 0, header)
        .clientOrderId(clientOrderId)
        .reason(reason)
        .templateId(templateId);
    return send(to, RefusedEncoder.BLOCK_LENGTH);
  }

  boolean heartbeat(Publication to, int session) {
    heartbeat.wrapAndApplyHeader(buffer, 0, header).session(session);
    return send(to, HeartbeatEncoder.BLOCK_LENGTH);
  }

  boolean logout(Publication to, EndReason reason) {
    logout.wrapAndApplyHeader(buffer, 0, header).reason(reason);
    return send(to, LogoutEncoder.BLOCK_LENGTH);
  }

  /** Allocates: it is seldom. */
  boolean machine(Publication to, MachineReply reply) {
    byte[] text = ascii(reply.result().text());
    int length =
        HEADER_BYTES
            + MachineAnswerEncoder.BLOCK_LENGTH
            + MachineAnswerEncoder.textHeaderLength()
            + text.length;
    UnsafeBuffer large = new UnsafeBuffer(new byte[length]);
    machineAnswer
        .wrapAndApplyHeader(large, 0, header)
        .clientOrderId(reply.to().clientOrderId())
        .templateId(reply.to().templateId())
        .outcome(reply.result().isDone() ? MachineOutcome.DONE : MachineOutcome.FAILED)
        .putText(text, 0, text.length);
    return send(to, large, 0, length);
  }

  /** So much of a text as a message takes, with a question mark for what is not ASCII. */
  private static byte[] ascii(String text) {
    byte[] all = text.getBytes(StandardCharsets.US_ASCII);
    return all.length > TEXT_BYTES_MAX ? Arrays.copyOf(all, TEXT_BYTES_MAX) : all;
  }

  private boolean send(Publication to, int blockLength) {
    return send(to, buffer, 0, HEADER_BYTES + blockLength);
  }

  /**
   * Sends a message if the client takes it now. Any thread; never blocks.
   *
   * @return false when it did not go out.
   */
  static boolean send(Publication to, DirectBuffer buffer, int offset, int length) {
    long position = to.offer(buffer, offset, length);
    if (position == Publication.ADMIN_ACTION) {
      position = to.offer(buffer, offset, length); // the term was full; the next is not
    }
    return position > 0;
  }
}
