package io.lockstep.sim.fuzz;

import io.lockstep.sim.lockstep.CardDifference;
import java.util.List;
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
    /** A state that was loaded again has another hash than it had. */
    RESTORED_WRONGLY,
    /** The card was lost. */
    FAULTED,
    /** The card owed an answer and gave none, for longer than patience lasts. */
    SILENT
  }

  private static final long OFTEN = 1_000;
  private static final long COMMANDS_A_PAIR = 10_000;

  /** Whether the run went well: all answered, nothing differed, no rule broken, no pair rare. */
  public boolean isClean() {
    boolean reachedAll = !isLong() || rare().isEmpty();
    return outcome == Outcome.COMPLETED && counts.unruled().isEmpty() && reachedAll;
  }

  /** How often each pair of command and ending is to occur in a run of this length. */
  public long wanted() {
    return Math.min(OFTEN, settings.commands() / COMMANDS_A_PAIR);
  }

  /** Pairs that can occur and did so less often than is wanted. */
  public List<FuzzCounts.Pair> rare() {
    return counts.pairs().stream().filter(pair -> pair.count() < wanted()).toList();
  }

  /** Whether the run was long enough that a rare pair is a fault of the fuzz. */
  public boolean isLong() {
    return wanted() == OFTEN;
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
