package io.lockstep.host.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads the messages of a recording from its files, in order, and checks each. One thread;
 * allocates only when a file ends.
 */
public final class RecordedStream implements AutoCloseable {
  /** Bytes of the stream in one file. */
  public static final int SEGMENT_BYTES = 16 * 1024 * 1024;

  private static final String REMEDY =
      "; put the file back from a copy, or keep the directory for those who look into it and begin"
          + " with an empty one";

  private final Recording recording;
  private final Frame frame = new Frame();
  private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
  private Path file;
  private MappedByteBuffer segment;
  private long segmentBase;
  private long nextPosition;
  private int offset;
  private int length;
  private long reservedValue;

  /**
   * @param fromPosition where a message begins.
   */
  public RecordedStream(Recording recording, long fromPosition) {
    this.recording = recording;
    nextPosition = fromPosition;
  }

  /**
   * Goes on elsewhere; makes nothing anew where that is in the same file.
   *
   * @param position where a message begins.
   */
  public void moveTo(long position) {
    nextPosition = position;
    frame.jump();
  }

  /**
   * Moves to the next message.
   *
   * @return false: there is none.
   * @throws DamageException when there should be one.
   */
  public boolean next() {
    return next(
        recording.endPosition() == Recording.UNKNOWN ? Long.MAX_VALUE : recording.endPosition());
  }

  /**
   * The same up to a position, beyond which the archive may be writing.
   *
   * @param end where a message ends.
   */
  public boolean next(long end) {
    while (nextPosition < end) {
      if (!open()) {
        return false;
      }
      int at = (int) (nextPosition - segmentBase);
      if (at + Frame.HEADER_BYTES > segment.capacity()) {
        throw damage(at, "the file ends here");
      }
      frame.wrap(at);
      if (!frame.exists()) {
        if (recording.endPosition() == Recording.UNKNOWN) {
          return false;
        }
        throw damage(at, "nothing is recorded here");
      }
      String fault = frame.fault(recording.streamId(), nextPosition);
      if (fault != null) {
        throw damage(at, fault);
      }
      if (frame.alignedLength() > end - nextPosition) {
        throw damage(at, "a frame goes on behind the end");
      }
      nextPosition += frame.alignedLength();
      if (!frame.isPadding()) {
        offset = frame.messageOffset();
        length = frame.messageLength();
        reservedValue = frame.reservedValue();
        return true;
      }
    }
    return false;
  }

  /** Opens the file that the next position is in; false: there is none, and there need not be. */
  private boolean open() {
    long base = nextPosition - nextPosition % SEGMENT_BYTES;
    if (segment != null && base == segmentBase) {
      return true;
    }
    close();
    segmentBase = base;
    file = recording.segment(base);
    if (!Files.exists(file)) {
      if (recording.endPosition() == Recording.UNKNOWN && base > 0) {
        return false;
      }
      throw new DamageException("recording " + file + " is missing" + REMEDY);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = Math.min(channel.size(), SEGMENT_BYTES);
      segment = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("recording " + file + " cannot be read", unreadable);
    }
    frame.in(segment);
    buffer.wrap((ByteBuffer) segment);
    return true;
  }

  /** What to throw when the message at hand is none of this stream, though it was recorded so. */
  public DamageException damage(String what) {
    nextPosition -= frame.alignedLength();
    return damage((int) (nextPosition - segmentBase), what);
  }

  private DamageException damage(int at, String what) {
    return new DamageException(
        String.format(
            Locale.ROOT,
            "recording %s is damaged at byte %d (position %d of stream %d): %s%s",
            file,
            at,
            nextPosition,
            recording.streamId(),
            what,
            REMEDY));
  }

  /** Holds the message, until {@link #next} or {@link #close}. */
  public DirectBuffer buffer() {
    return buffer;
  }

  /** Where the message begins. */
  public int offset() {
    return offset;
  }

  /** Bytes of the message. */
  public int length() {
    return length;
  }

  /** What its writer put beside the message. */
  public long reservedValue() {
    return reservedValue;
  }

  /** Position of the stream behind the message. */
  public long position() {
    return nextPosition;
  }

  /** Lets go of the file. */
  @Override
  public void close() {
    if (segment != null) {
      buffer.wrap(0, 0);
      BufferUtil.free((ByteBuffer) segment);
      segment = null;
    }
  }
}
