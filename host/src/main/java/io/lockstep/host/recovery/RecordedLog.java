package io.lockstep.host.recovery;

import io.lockstep.host.engine.LogSource;
import io.lockstep.host.recording.RecordedStream;

/** A log that was recorded, message by message, as the engine took it then. One thread. */
public final class RecordedLog implements LogSource, AutoCloseable {
  private final RecordedStream stream;
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
    if (!ended && stream.reservedValue() != 0) {
      throw stream.damage("a log message with something beside it");
    }
    return !ended;
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
