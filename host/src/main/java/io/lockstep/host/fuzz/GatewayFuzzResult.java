package io.lockstep.host.fuzz;

import io.lockstep.schema.client.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became of hostile input. The run ended where something was wrong.
 *
 * @param seed of all chance.
 * @param inputs asked for.
 * @param sent messages that were sent.
 * @param accepted requests carried out, and sessions that began or ended.
 * @param heard messages that have no effect but that they were heard.
 * @param refused messages, by reason.
 * @param audits comparisons of the card's state hash with the one before.
 * @param fault what was wrong; null: nothing.
 */
public record GatewayFuzzResult(
    long seed,
    long inputs,
    long sent,
    long accepted,
    long heard,
    Map<RejectReason, Long> refused,
    long audits,
    String fault) {

  /** True when nothing was wrong. */
  public boolean isClean() {
    return fault == null;
  }

  /** The result as lines for people; the last one repeats the run. */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    refused.forEach((reason, count) -> lines.add(row(reason.name(), count)));
    long all = refused.values().stream().mapToLong(Long::longValue).sum();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d messages: %,d refused, %,d carried out, %,d without effect",
            sent,
            all,
            accepted,
            heard));
    lines.add(
        String.format(
            Locale.ROOT, "%,d times refused input left the card's state as it was", audits));
    lines.add(isClean() ? "0 faults" : "1 fault: " + fault);
    lines.add("repeat with: ./lockstep fuzz --gateway " + inputs + " --seed " + seed);
    return lines;
  }

  private static String row(String name, long count) {
    return String.format(Locale.ROOT, "%-28s %,12d", name, count);
  }
}
