package io.lockstep.host;

import io.aeron.Subscription;
import io.lockstep.schema.client.LogEnvelopeDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import java.util.ArrayList;
import java.util.List;

/** Reads the log of a running appliance, message by message. */
final class LogTail {
  private static final int ENVELOPE_BYTES =
      MessageHeaderDecoder.ENCODED_LENGTH + LogEnvelopeDecoder.BLOCK_LENGTH;

  private final Subscription log;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final LogEnvelopeDecoder envelope = new LogEnvelopeDecoder();

  /** A message of the log. */
  record Entry(long sequence, int session, int templateId) {}

  /** Begins behind what is in the log already. */
  LogTail(TestAppliance appliance) {
    log =
        appliance
            .appliance
            .aeron()
            .addSubscription("aeron:ipc?tether=false", SteppedAppliance.LOG_STREAM_ID);
    while (!log.isConnected()) {
      appliance.appliance.step();
    }
  }

  /** What came since the last call. */
  List<Entry> next() {
    List<Entry> entries = new ArrayList<>();
    int nothing = 0;
    while (nothing < 2) { // a poll that meets the end of a term passes it, and takes nothing
      int polled =
          log.poll(
              (buffer, offset, length, frame) -> {
                envelope.wrapAndApplyHeader(buffer, offset, header);
                header.wrap(buffer, offset + ENVELOPE_BYTES);
                entries.add(
                    new Entry(envelope.sequence(), (int) envelope.session(), header.templateId()));
              },
              100);
      nothing = polled > 0 ? 0 : nothing + 1;
    }
    return entries;
  }
}
