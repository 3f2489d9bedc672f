package io.lockstep.host.engine;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.OutputHeaderEncoder;
import io.lockstep.schema.snapshot.ReportStateDecoder;
import io.lockstep.schema.snapshot.ReportStateEncoder;
import org.agrona.MutableDirectBuffer;

/** Numbers the engine's reports, whoever writes them, and the trades in them. */
final class ReportStream implements SnapshotPart {
  private Output output;
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private long outputSequence;
  private long tradeId;

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

  /** The number of a trade. */
  long nextTradeId() {
    return ++tradeId;
  }

  /** Number of the last report. */
  long outputSequence() {
    return outputSequence;
  }

  void commit() {
    output.commit();
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    to.next(new ReportStateEncoder()).outputSequence(outputSequence).tradeId(tradeId);
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != ReportStateDecoder.TEMPLATE_ID) {
      return false;
    }
    ReportStateDecoder record = from.as(new ReportStateDecoder());
    outputSequence = record.outputSequence();
    tradeId = record.tradeId();
    return true;
  }
}
