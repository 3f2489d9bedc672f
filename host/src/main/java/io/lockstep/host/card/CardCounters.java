package io.lockstep.host.card;

import io.aeron.Aeron;
import io.aeron.Counter;

/**
 * Counts cards that are lost or changed in the media driver's counters file, where any Aeron tool
 * shows them, beside the name of the card that runs; and passes on what it is told.
 */
public final class CardCounters implements CardNews {
  /** Type of the counter of lost cards. */
  public static final int LOST_TYPE_ID = 4090;

  /** Type of the counter of cards that were changed. */
  public static final int CHANGED_TYPE_ID = 4091;

  /** Type of the counter whose label ends with the name of the card that runs. */
  public static final int RUNS_TYPE_ID = 4092;

  /** What comes before the name. */
  public static final String RUNS_LABEL = "lockstep card: ";

  private final Aeron aeron;
  private final CardNews next;
  private final Counter lost;
  private final Counter changed;
  private Counter runs;

  /**
   * @param aeron keeps the counters; they end with it.
   * @param next is told the same.
   */
  public CardCounters(Aeron aeron, CardNews next) {
    this.aeron = aeron;
    this.next = next;
    lost = aeron.addCounter(LOST_TYPE_ID, "lockstep cards lost");
    changed = aeron.addCounter(CHANGED_TYPE_ID, "lockstep cards changed");
  }

  @Override
  public void onRuns(String name) {
    if (runs != null) {
      runs.close();
    }
    runs = aeron.addCounter(RUNS_TYPE_ID, RUNS_LABEL + name);
    runs.set(1);
    next.onRuns(name);
  }

  @Override
  public void onLost(String name, String why, long logSequence) {
    lost.increment();
    next.onLost(name, why, logSequence);
  }

  @Override
  public void onChanged(String from, String to) {
    changed.increment();
    next.onChanged(from, to);
  }
}
