package io.lockstep.host;

import io.lockstep.host.recording.RecordedStream;
import io.lockstep.host.recording.Recording;
import io.lockstep.schema.client.LogEnvelopeDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import java.nio.file.Path;

/**
 * Puts a recorded log into an appliance once more, message by message, as if its clients were
 * there: with a clock that steps, the appliance's own log becomes the same, bit for bit.
 */
final class LogFeed {
  private static final int ENVELOPE_BYTES =
      MessageHeaderDecoder.ENCODED_LENGTH + LogEnvelopeDecoder.BLOCK_LENGTH;

  private final Recording log;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final LogEnvelopeDecoder envelope = new LogEnvelopeDecoder();

  /**
   * @param directory of an appliance that was closed.
   */
  LogFeed(Path directory) {
    log = Recording.find(directory, SteppedAppliance.LOG_STREAM_ID);
  }

  /** Messages in the log. */
  long size() {
    long messages = 0;
    try (RecordedStream from = new RecordedStream(log, 0)) {
      while (from.next()) {
        messages++;
      }
    }
    return messages;
  }

  /** Feeds what the appliance's log does not have, up to and with a sequence, and settles it. */
  void feed(SteppedAppliance to, long lastSequence) {
    try (RecordedStream from = new RecordedStream(log, 0)) {
      long known = to.logSequence();
      while (from.next()) {
        envelope.wrapAndApplyHeader(from.buffer(), from.offset(), header);
        if (envelope.sequence() > lastSequence) {
          break;
        }
        if (envelope.sequence() > known) {
          offer(to, from);
        }
      }
    }
    to.settle();
  }

  private void offer(SteppedAppliance to, RecordedStream from) {
    while (!to.input()
        .offer(
            envelope.source(),
            (int) envelope.participant(),
            (int) envelope.session(),
            from.buffer(),
            from.offset() + ENVELOPE_BYTES,
            from.length() - ENVELOPE_BYTES)) {
      to.step();
    }
  }
}
