package io.lockstep.host.replay;

import java.util.List;
import java.util.Optional;

/**
 * Compares fills with the exchange's, in order. After a difference it goes on with the next
 * command, so that one fault counts once and not for the rest of the day.
 */
public final class FillComparison {
  /**
   * Where a replay and the exchange part.
   *
   * @param number of the exchange's continuous fill, from 1; of a fill too many, the one before
   *     which it came.
   * @param line in the fills file; 0 behind the last fill.
   * @param expected what the exchange printed; null for a fill too many.
   * @param got what the replay gave; null for a fill that is missing.
   */
  public record Difference(int number, int line, Fill expected, Fill got) {
    /** Where it is, in words. */
    public String place() {
      if (line == 0) {
        return "behind the last fill of the fills file";
      }
      String fill = "fill " + number + ", line " + line + " of the fills file";
      return expected == null ? "before " + fill : fill;
    }
  }

  private final List<SseFill> expected;
  private int next;
  private int equal;
  private int differences;
  private Difference first;

  /** Compares with the fills that a plan expects. */
  public FillComparison(ReplayPlan plan) {
    expected = plan.expected();
  }

  /** Takes the next fill of the replay. */
  public void onFill(Fill got) {
    while (next < expected.size()) {
      Fill wanted = expected.get(next).fill();
      if (wanted.equals(got)) {
        equal++;
        next++;
        return;
      }
      if (wanted.inboundIndex() == got.inboundIndex() || wanted.sameTrade(got)) {
        differ(wanted, got);
        next++;
        return;
      }
      if (wanted.inboundIndex() > got.inboundIndex()) {
        break;
      }
      differ(wanted, null);
      next++;
    }
    differ(null, got);
  }

  /** Ends the comparison: what the exchange printed and did not come is missing. */
  public void finish() {
    while (next < expected.size()) {
      differ(expected.get(next).fill(), null);
      next++;
    }
  }

  private void differ(Fill wanted, Fill got) {
    differences++;
    if (first == null) {
      int line = next < expected.size() ? expected.get(next).line() : 0;
      first = new Difference(next + 1, line, wanted, got);
    }
  }

  /** Fills of the exchange that had their turn. */
  public int compared() {
    return next;
  }

  /** Fills that agree in every field. */
  public int equal() {
    return equal;
  }

  /** Fills that differ, are missing, or are too many. */
  public int differences() {
    return differences;
  }

  /** The first difference. */
  public Optional<Difference> first() {
    return Optional.ofNullable(first);
  }
}
