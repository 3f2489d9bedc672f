package io.lockstep.host.margin;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.snapshot.SweepStateDecoder;
import io.lockstep.schema.snapshot.SweepStateEncoder;

/**
 * How far the portfolios are swept since risk groups were committed: one chunk for 16 log messages,
 * and one a tick. Stage A's own; one thread.
 */
public final class Sweep implements SnapshotPart {
  private static final int MESSAGES_A_CHUNK = 16;

  /** Slots of positions that a chunk may have to go through, but for its first portfolio. */
  private static final int POSITIONS_A_CHUNK = 2_048;

  private static final int PORTFOLIOS_A_CHUNK = 1_024;
  private static final int ENDED = -1;

  private final Portfolios portfolios;
  private boolean begun;
  private int next = ENDED;
  private int messages;

  public Sweep(Portfolios portfolios) {
    this.portfolios = portfolios;
  }

  /** The venue is defined: from now on marks are staged. */
  public void begin() {
    begun = true;
  }

  /** The venue is defined. */
  public boolean hasBegun() {
    return begun;
  }

  /** Marks are staged, and nothing is left to be swept: groups may be staged. */
  public boolean allowsStaging() {
    return begun && next == ENDED;
  }

  /** Groups were committed: portfolios that there are, are swept. */
  public void start() {
    next = portfolios.given() == 0 ? ENDED : 0;
    messages = 0;
  }

  /**
   * Counts a log message; answers true when a chunk is due.
   *
   * @param tick it is one.
   */
  public boolean count(boolean tick) {
    if (next == ENDED) {
      return false;
    }
    messages++;
    return tick || messages >= MESSAGES_A_CHUNK;
  }

  /** Where the chunk that is due begins. */
  public int first() {
    return next;
  }

  /** Slots of the chunk that is due; the next one begins behind it. */
  public int takeChunk() {
    int first = next;
    int positions = 0;
    int end = first;
    do {
      positions += portfolios.positions(end++);
    } while (end < portfolios.given()
        && end - first < PORTFOLIOS_A_CHUNK
        && positions + portfolios.positions(end) <= POSITIONS_A_CHUNK);
    next = end == portfolios.given() ? ENDED : end;
    messages = 0;
    return end - first;
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    if (begun) {
      to.next(new SweepStateEncoder()).next(next).messages(messages);
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != SweepStateDecoder.TEMPLATE_ID) {
      return false;
    }
    SweepStateDecoder record = from.as(new SweepStateDecoder());
    begun = true;
    next = record.next();
    messages = record.messages();
    return true;
  }
}
