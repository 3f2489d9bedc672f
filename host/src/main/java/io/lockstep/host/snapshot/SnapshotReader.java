package io.lockstep.host.snapshot;

import io.lockstep.schema.snapshot.MessageHeaderDecoder;
import io.lockstep.schema.snapshot.SnapshotEndedDecoder;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.sbe.MessageDecoderFlyweight;

/** Goes through the records of a snapshot, checked as a whole before. One thread. */
public final class SnapshotReader {
  /** The oldest version that is read. */
  static final int OLDEST_VERSION = MessageHeaderDecoder.SCHEMA_VERSION - 1;

  private static final int HEADER_BYTES = MessageHeaderDecoder.ENCODED_LENGTH;
  private static final int END_BYTES = HEADER_BYTES + SnapshotEndedDecoder.BLOCK_LENGTH;

  private final UnsafeBuffer buffer;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private int offset;
  private int nextOffset;
  private long records;

  /**
   * @param file all bytes of it.
   * @throws IllegalArgumentException when it is no snapshot, or not as it was written; says why.
   */
  public SnapshotReader(byte[] file) {
    buffer = new UnsafeBuffer(file);
    if (file.length < END_BYTES) {
      throw new IllegalArgumentException("it has only " + file.length + " bytes");
    }
    int checked = file.length - SnapshotWriter.CHECKSUM_BYTES;
    CRC32C checksum = new CRC32C();
    checksum.update(file, 0, checked);
    if (buffer.getInt(checked, ByteOrder.LITTLE_ENDIAN) != (int) checksum.getValue()) {
      throw new IllegalArgumentException("its checksum is wrong: it is cut, or was changed");
    }
    header.wrap(buffer, 0);
    boolean readable =
        header.schemaId() == MessageHeaderDecoder.SCHEMA_ID
            && header.version() >= OLDEST_VERSION
            && header.version() <= MessageHeaderDecoder.SCHEMA_VERSION;
    if (!readable) {
      throw new IllegalArgumentException(
          "it has schema "
              + header.schemaId()
              + " version "
              + header.version()
              + ", this Lockstep reads schema "
              + MessageHeaderDecoder.SCHEMA_ID
              + " versions "
              + OLDEST_VERSION
              + " and "
              + MessageHeaderDecoder.SCHEMA_VERSION);
    }
  }

  /**
   * Moves to the next record.
   *
   * @return false: that was all.
   */
  public boolean next() {
    offset = nextOffset;
    header.wrap(buffer, offset);
    nextOffset = offset + HEADER_BYTES + header.blockLength();
    records++;
    if (header.templateId() != SnapshotEndedDecoder.TEMPLATE_ID) {
      return true;
    }
    long written = as(new SnapshotEndedDecoder()).records();
    if (written != records || nextOffset != buffer.capacity()) {
      throw new IllegalStateException(
          "a snapshot of " + written + " records has " + records + " up to its end");
    }
    return false;
  }

  /** What kind of record it is. */
  public int templateId() {
    return header.templateId();
  }

  /** The record at hand, read by this decoder. */
  public <D extends MessageDecoderFlyweight> D as(D decoder) {
    decoder.wrap(buffer, offset + HEADER_BYTES, header.blockLength(), header.version());
    return decoder;
  }
}
