package io.lockstep.host.recording;

import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.protocol.DataHeaderFlyweight;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.BitUtil;

/**
 * A frame of a recorded stream, as Aeron lays it out. The archive keeps the CRC-32C of what follows
 * the header, up to the next frame, where the session id was; a padding frame has none. One thread;
 * allocates nothing.
 */
final class Frame {
  static final int HEADER_BYTES = DataHeaderFlyweight.HEADER_LENGTH;
  static final int STREAM_ID_OFFSET = DataHeaderFlyweight.STREAM_ID_FIELD_OFFSET;

  private static final int CHECKSUM_OFFSET = DataHeaderFlyweight.SESSION_ID_FIELD_OFFSET;
  private static final int TYPE_DATA = DataHeaderFlyweight.HDR_TYPE_DATA;
  private static final int TYPE_PADDING = DataHeaderFlyweight.HDR_TYPE_PAD;
  private static final int SMALLEST_TERM_BYTES = 64 * 1024;

  private final CRC32C checksum = new CRC32C();
  private ByteBuffer segment;
  private int offset;
  private int length;
  private boolean hasPrevious;
  private int previousTermId;
  private int previousEnd;
  private boolean previousWasPadding;

  /** From now on frames are in this segment, in little-endian order. */
  void in(ByteBuffer segmentFile) {
    segment = segmentFile.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The next frame need not follow the one before. */
  void jump() {
    hasPrevious = false;
  }

  /** Moves to the frame that begins at this offset; its header must be inside the segment. */
  void wrap(int at) {
    offset = at;
    length = segment.getInt(at + DataHeaderFlyweight.FRAME_LENGTH_FIELD_OFFSET);
  }

  /** False where nothing was recorded any more. */
  boolean exists() {
    return length > 0;
  }

  /** What is wrong with the frame, or null. */
  String fault(int streamId, long position) {
    if (length < HEADER_BYTES) {
      return "a frame of " + length + " bytes";
    }
    if (type() == TYPE_DATA && offset + (long) alignedLength() > segment.capacity()) {
      return "the file ends inside a frame";
    }
    boolean known =
        segment.get(offset + DataHeaderFlyweight.VERSION_FIELD_OFFSET)
                == DataHeaderFlyweight.CURRENT_VERSION
            && (type() == TYPE_DATA || type() == TYPE_PADDING)
            && segment.get(offset + DataHeaderFlyweight.FLAGS_FIELD_OFFSET)
                == FrameDescriptor.UNFRAGMENTED
            && segment.getInt(offset + STREAM_ID_OFFSET) == streamId
            && ((segment.getInt(offset + DataHeaderFlyweight.TERM_OFFSET_FIELD_OFFSET) - position)
                    & (SMALLEST_TERM_BYTES - 1))
                == 0;
    if (!known) {
      return "a frame's header is not one of this stream";
    }
    if (isPadding() && (position + alignedLength()) % SMALLEST_TERM_BYTES != 0) {
      return "a padding frame that does not end its term";
    }
    if (!follows()) {
      return "a frame of another term than the one before it says";
    }
    return isPadding() || checksum() == recordedChecksum() ? null : "wrong checksum";
  }

  /** Frames follow each other in a term, up to its padding, and terms follow each other. */
  private boolean follows() {
    int termId = segment.getInt(offset + DataHeaderFlyweight.TERM_ID_FIELD_OFFSET);
    int termOffset = segment.getInt(offset + DataHeaderFlyweight.TERM_OFFSET_FIELD_OFFSET);
    boolean sameTerm = termId == previousTermId && termOffset == previousEnd && !previousWasPadding;
    boolean nextTerm = termId == previousTermId + 1 && termOffset == 0;
    boolean follows = !hasPrevious || sameTerm || nextTerm;
    hasPrevious = true;
    previousTermId = termId;
    previousWasPadding = isPadding();
    previousEnd = termOffset + alignedLength();
    return follows;
  }

  boolean isPadding() {
    return type() == TYPE_PADDING;
  }

  /** Where the message begins in the segment. */
  int messageOffset() {
    return offset + HEADER_BYTES;
  }

  /** Bytes of the message. */
  int messageLength() {
    return length - HEADER_BYTES;
  }

  /** Bytes up to the next frame. */
  int alignedLength() {
    return BitUtil.align(length, FrameDescriptor.FRAME_ALIGNMENT);
  }

  /** What its writer put beside the message. */
  long reservedValue() {
    return segment.getLong(offset + DataHeaderFlyweight.RESERVED_VALUE_OFFSET);
  }

  private int type() {
    return segment.getShort(offset + DataHeaderFlyweight.TYPE_FIELD_OFFSET) & 0xFFFF;
  }

  private int recordedChecksum() {
    return segment.getInt(offset + CHECKSUM_OFFSET);
  }

  private int checksum() {
    checksum.reset();
    segment.limit(offset + alignedLength()).position(offset + HEADER_BYTES);
    checksum.update(segment);
    segment.clear();
    return (int) checksum.getValue();
  }
}
