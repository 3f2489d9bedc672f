package io.lockstep.host.recovery;

import io.lockstep.host.engine.Output;
import io.lockstep.host.publisher.OutputHash;
import io.lockstep.host.recording.DamageException;
import io.lockstep.host.recording.RecordedStream;
import java.util.Locale;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The output of an engine that reads a recorded log: what was recorded is compared byte by byte,
 * counted into the hash, and does not leave again; what was not yet recorded goes on its way. One
 * thread.
 */
public final class RegeneratedOutput implements Output, AutoCloseable {
  private static final int MESSAGE_BYTES_MAX = 256;

  private final RecordedStream recorded;
  private final OutputHash hash;
  private final Output live;
  private final MutableDirectBuffer buffer = new ExpandableArrayBuffer(MESSAGE_BYTES_MAX);
  private boolean hasRecorded;
  private boolean compares;
  private int length;
  private long causePosition;

  /**
   * @param recorded output, closed with this.
   * @param hash of all output before.
   * @param live where the rest goes.
   */
  public RegeneratedOutput(RecordedStream recorded, OutputHash hash, Output live) {
    this.recorded = recorded;
    this.hash = hash;
    this.live = live;
    hasRecorded = recorded.next();
  }

  @Override
  public boolean hasRoom() {
    return live.hasRoom();
  }

  @Override
  public MutableDirectBuffer claim(int lengthBytes, long cause) {
    compares = hasRecorded;
    length = lengthBytes;
    causePosition = cause;
    return compares ? buffer : live.claim(lengthBytes, cause);
  }

  @Override
  public int offset() {
    return compares ? 0 : live.offset();
  }

  @Override
  public void commit() {
    if (!compares) {
      live.commit();
      return;
    }
    boolean same =
        length == recorded.length() && causePosition == recorded.reservedValue() && equal();
    if (!same) {
      throw contradiction("another message than was recorded");
    }
    hash.add(buffer, 0, length);
    hasRecorded = recorded.next();
  }

  private boolean equal() {
    for (int i = 0; i < length; i++) {
      if (buffer.getByte(i) != recorded.buffer().getByte(recorded.offset() + i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * To be called when the log is read.
   *
   * @throws DamageException when more was recorded than follows from the log.
   */
  public void end() {
    if (hasRecorded) {
      throw contradiction("nothing, where a message was recorded");
    }
    close();
  }

  private DamageException contradiction(String what) {
    return new DamageException(
        String.format(
            Locale.ROOT,
            "log and output contradict each other: output message %d, up to position %d, is"
                + " regenerated as %s; was it recorded by another version of Lockstep? Start the"
                + " version that recorded it",
            hash.messages() + 1,
            recorded.position(),
            what));
  }

  @Override
  public void close() {
    recorded.close();
  }
}
