package io.lockstep.host.engine;

import io.lockstep.schema.client.LogEnvelopeDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.client.Source;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.sbe.MessageDecoderFlyweight;

/** The message of the log at hand: its envelope, and where its body begins. One thread. */
final class LogMessage {
  private static final int ENVELOPE_BYTES =
      MessageHeaderDecoder.ENCODED_LENGTH + LogEnvelopeDecoder.BLOCK_LENGTH;

  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final LogEnvelopeDecoder envelope = new LogEnvelopeDecoder();
  private DirectBuffer buffer;
  private int body;
  private long position;
  private long sequence;
  private long timeNs;
  private int participant;
  private int session;
  private int templateId;
  private boolean fromOperator;

  /**
   * Reads the envelope.
   *
   * @param end position of the log stream behind the message.
   */
  void wrap(DirectBuffer from, int offset, long end) {
    envelope.wrapAndApplyHeader(from, offset, header);
    buffer = from;
    body = offset + ENVELOPE_BYTES;
    position = end;
    sequence = envelope.sequence();
    timeNs = envelope.timeNs();
    participant = (int) envelope.participant();
    session = (int) envelope.session();
    fromOperator = envelope.sourceRaw() == Source.OPERATOR.value();
    templateId = header.wrap(from, body).templateId();
  }

  /** Of the body. */
  int templateId() {
    return templateId;
  }

  /** Where the body is, from its own header on; gone once the message is taken. */
  DirectBuffer buffer() {
    return buffer;
  }

  /** Where the body's header begins. */
  int body() {
    return body;
  }

  /** To wrap the body with. */
  MessageHeaderDecoder header() {
    return header;
  }

  /** Wraps the body, which is what the decoder decodes. */
  void wrap(MessageDecoderFlyweight decoder) {
    header.wrap(buffer, body);
    int block = body + MessageHeaderDecoder.ENCODED_LENGTH;
    decoder.wrap(buffer, block, header.blockLength(), header.version());
  }

  /** Of a body that is a request: at the same place in all that are. */
  long clientOrderId() {
    int block = body + MessageHeaderDecoder.ENCODED_LENGTH;
    return buffer.getLong(
        block + NewOrderDecoder.clientOrderIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
  }

  /** Place in the log. */
  long sequence() {
    return sequence;
  }

  /** Of the log's clock. */
  long timeNs() {
    return timeNs;
  }

  /** Position of the log stream behind the message. */
  long position() {
    return position;
  }

  int participant() {
    return participant;
  }

  int session() {
    return session;
  }

  boolean isFromOperator() {
    return fromOperator;
  }
}
