package io.lockstep.host.gateway;

import io.lockstep.host.recording.RecordedStream;
import io.lockstep.host.recording.Recording;
import org.agrona.CloseHelper;

/**
 * How far a client has been told of the output stream. Usually it takes each report as it comes;
 * one that does not, or that resumes its session, is behind, and reads the recording until it has
 * caught up. Publisher thread only.
 */
public final class Delivery {
  private boolean begun;
  private boolean lagging;
  private long publicFrom;

  /** Made when it is behind for the first time, and kept for the next. */
  private RecordedStream missed;

  private boolean behind;

  /** The message that was read last waits to be taken. */
  private boolean waits;

  private long position;

  /** False until {@link #begin}. */
  public boolean hasBegun() {
    return begun;
  }

  /**
   * The client is told from here on.
   *
   * @param live position of the output stream behind which public reports are for it.
   */
  public void begin(long live) {
    begun = true;
    publicFrom = live;
  }

  /** Public reports up to this position of the output stream came before the client. */
  public long publicFrom() {
    return publicFrom;
  }

  // ------------------------------------------------------------------ behind

  /** It reads what it missed, and takes nothing else meanwhile. */
  public boolean isBehind() {
    return behind;
  }

  /** It had everything once: it may be so far behind and no further. */
  public boolean isLagging() {
    return lagging;
  }

  /** It resumes its session, and reads from here what it missed. */
  public void replay(Recording recording, long from) {
    if (missed == null) {
      missed = new RecordedStream(recording, from);
    } else {
      missed.moveTo(from);
    }
    behind = true;
    waits = false;
    position = from;
  }

  /** It did not take a report, with which this begins. */
  public void lag(Recording recording, long from) {
    replay(recording, from);
    lagging = true;
  }

  /** What it reads. */
  public RecordedStream missed() {
    return missed;
  }

  /**
   * Moves to the next message that it has not taken, if that ends before a position.
   *
   * @throws io.lockstep.host.recovery.DamageException when the recording is damaged there.
   */
  public boolean next(long end) {
    waits = waits || missed.next(end);
    return waits;
  }

  /** It took the message, or that was not for it. */
  public void took() {
    waits = false;
    position = missed.position();
  }

  /** Position of the output stream up to which it was told while it was behind. */
  public long position() {
    return position;
  }

  /** It has all there is. */
  public void catchUp() {
    behind = false;
    lagging = false;
  }

  /** It is told nothing more: lets go of the recording. */
  public void close() {
    CloseHelper.quietClose(missed);
    missed = null;
    behind = false;
  }
}
