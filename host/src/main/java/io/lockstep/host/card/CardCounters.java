package io.lockstep.host.card;

import io.aeron.Aeron;
import io.aeron.Counter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Counts cards that are lost or changed in the media driver's counters file, where any Aeron tool
 * shows them, beside the name of the card that runs; and writes a line of log for each.
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

  private static final Logger LOG = System.getLogger("io.lockstep.card");

  private final Aeron aeron;
  private final Counter lost;
  private final Counter changed;
  private Counter runs;

  /**
   * @param aeron keeps the counters; they end with it.
   */
  public CardCounters(Aeron aeron) {
    this.aeron = aeron;
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
  }

  @Override
  public void onLost(String name, String why, long logSequence) {
    lost.increment();
    LOG.log(
        Level.WARNING,
        () -> "card_lost card=" + name + " log_sequence=" + logSequence + " why=\"" + why + '"');
  }

  @Override
  public void onChanged(String from, String to) {
    changed.increment();
    LOG.log(Level.INFO, () -> "card_changed from=" + from + " to=" + to);
  }
}
