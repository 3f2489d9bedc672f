package io.lockstep.host.engine;

import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.OutputHeaderEncoder;
import org.agrona.MutableDirectBuffer;

/** Numbers the engine's reports, whoever writes them. */
final class ReportStream {
  private Output output;
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private long outputSequence;

  ReportStream(Output output) {
    this.output = output;
  }

  void continueWith(Output next) {
    output = next;
  }

  boolean hasRoom() {
    return output.hasRoom();
  }

  /** Room for a report with its header; it begins at {@link #offset()}. */
  MutableDirectBuffer claim(int blockLength, Request cause) {
    return output.claim(MessageHeaderEncoder.ENCODED_LENGTH + blockLength, cause.logPosition);
  }

  int offset() {
    return output.offset();
  }

  /** To wrap the report with. */
  MessageHeaderEncoder header() {
    return header;
  }

  /** Gives the report its place. */
  void number(OutputHeaderEncoder place, Request cause) {
    place.outputSequence(++outputSequence).logSequence(cause.logSequence);
  }

  void commit() {
    output.commit();
  }
}
