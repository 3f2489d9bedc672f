package io.lockstep.host.snapshot;

import io.lockstep.schema.snapshot.MessageHeaderEncoder;
import io.lockstep.schema.snapshot.SnapshotEndedEncoder;
import io.lockstep.schema.snapshot.Truth;
import java.util.zip.CRC32C;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.sbe.MessageEncoderFlyweight;

/** The records of a snapshot, one behind the other, in memory. One thread. */
public final class SnapshotWriter {
  /** Of the checksum, which is the last in the file. */
  static final int CHECKSUM_BYTES = Integer.BYTES;

  private static final int FIRST_BYTES = 64 * 1024;

  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(FIRST_BYTES);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private int length;
  private long records;

  /** Begins a record; answers the encoder, to be filled before the next record. */
  public <E extends MessageEncoderFlyweight> E next(E encoder) {
    int at = length;
    length += MessageHeaderEncoder.ENCODED_LENGTH + encoder.sbeBlockLength();
    buffer.checkLimit(length);
    buffer.setMemory(at, length - at, (byte) 0);
    header
        .wrap(buffer, at)
        .blockLength(encoder.sbeBlockLength())
        .templateId(encoder.sbeTemplateId())
        .schemaId(encoder.sbeSchemaId())
        .version(encoder.sbeSchemaVersion());
    encoder.wrap(buffer, at + MessageHeaderEncoder.ENCODED_LENGTH);
    records++;
    return encoder;
  }

  /** As records say it. */
  public static Truth truth(boolean is) {
    return is ? Truth.YES : Truth.NO;
  }

  /** Ends the snapshot; answers the bytes of its file. */
  public byte[] end() {
    SnapshotEndedEncoder end = next(new SnapshotEndedEncoder()).records(records);
    CRC32C checksum = new CRC32C();
    checksum.update(buffer.byteArray(), 0, length - CHECKSUM_BYTES);
    end.checksum((int) checksum.getValue());
    byte[] file = new byte[length];
    buffer.getBytes(0, file);
    return file;
  }
}
