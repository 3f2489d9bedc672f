package io.lockstep.host.recovery;

import io.lockstep.host.engine.LogSource;
import io.lockstep.host.recording.RecordedStream;
import io.lockstep.schema.client.LogEnvelopeDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;

/** A log that was recorded, message by message, as the engine took it then. One thread. */
public final class RecordedLog implements LogSource, AutoCloseable {
  private static final int HEADER_BYTES = MessageHeaderDecoder.ENCODED_LENGTH;
  private static final int ENVELOPE_BYTES = HEADER_BYTES + LogEnvelopeDecoder.BLOCK_LENGTH;

  private final RecordedStream stream;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private boolean waits;
  private boolean ended;

  /**
   * @param stream of the log; closed with this.
   */
  public RecordedLog(RecordedStream stream) {
    this.stream = stream;
  }

  @Override
  public int poll(Reader reader) {
    if (!waits && !advance()) {
      return 0;
    }
    waits = !reader.onMessage(stream.buffer(), stream.offset(), stream.length(), stream.position());
    return waits ? 0 : 1;
  }

  private boolean advance() {
    ended = ended || !stream.next();
    if (ended) {
      return false;
    }
    if (stream.reservedValue() != 0) {
      throw stream.damage("a log message with something beside it");
    }
    header.wrap(stream.buffer(), stream.offset() + ENVELOPE_BYTES);
    if (stream.length() != ENVELOPE_BYTES + HEADER_BYTES + header.blockLength()) {
      throw stream.damage("a log message shorter or longer than its header says");
    }
    return true;
  }

  /** True once a reader was told that there is nothing more. */
  public boolean isAtEnd() {
    return ended;
  }

  @Override
  public void close() {
    stream.close();
  }
}
