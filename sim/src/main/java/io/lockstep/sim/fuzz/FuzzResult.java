package io.lockstep.sim.fuzz;

import io.lockstep.sim.lockstep.CardDifference;
import java.util.Optional;

/**
 * What a run found.
 *
 * @param settings that repeat it.
 * @param outcome how it ended.
 * @param answered commands answered, of those that were to be sent.
 * @param counts by kind and reason.
 * @param difference where the card was two cards in lockstep and they differed.
 * @param eventHash of all events outside the ring's own fields, in order.
 * @param stateHash of a full audit after the last command; 0 where the run did not get there.
 * @param elapsedNanos by the wall clock.
 */
public record FuzzResult(
    FuzzSettings settings,
    Outcome outcome,
    long answered,
    FuzzCounts counts,
    Optional<CardDifference> difference,
    long eventHash,
    long stateHash,
    long elapsedNanos) {
  /** How a run ends. */
  public enum Outcome {
    /** All commands were answered. */
    COMPLETED,
    /** Two cards in lockstep differed. */
    DIFFERENCE,
    /** The card was lost. */
    FAULTED,
    /** The card owed an answer and gave none, for longer than patience lasts. */
    SILENT
  }

  /** Whether all commands were answered, and no two cards differed. */
  public boolean isClean() {
    return outcome == Outcome.COMPLETED;
  }

  /** Differences found: a run stops at the first. */
  public int differences() {
    return difference.isPresent() ? 1 : 0;
  }

  /** Commands answered a second. */
  public long commandsPerSecond() {
    return elapsedNanos == 0 ? 0 : (long) (answered * 1e9 / elapsedNanos);
  }
}
