package io.lockstep.host.cli;

import io.lockstep.host.log.ApplianceLog;
import io.lockstep.host.log.LogEntry;
import io.lockstep.host.venue.Venue;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints sessions as they come and go, of all that the log holds. */
final class SessionLines implements Consumer<LogEntry> {
  private final PrintWriter out;
  private final Map<Object, String> names;

  SessionLines(PrintWriter out, Venue venue) {
    this.out = out;
    names =
        venue.participants().stream()
            .collect(Collectors.toMap(Venue.Participant::id, Venue.Participant::name));
  }

  @Override
  public void accept(LogEntry entry) {
    Map<String, Object> fields = entry.fields();
    if (entry.event().equals(ApplianceLog.SESSION_OPENED)) {
      print(entry, "opened", "");
    } else if (entry.event().equals(ApplianceLog.SESSION_CLOSED)) {
      print(entry, "closed", ", " + fields.get("reason"));
    }
  }

  private void print(LogEntry entry, String what, String why) {
    LocalTime time = LocalTime.ofInstant(entry.time(), ZoneId.systemDefault());
    Object participant = entry.fields().get("participant");
    out.printf(
        Locale.ROOT,
        "%s session %s %s: participant %s, %s%s%n",
        time.truncatedTo(ChronoUnit.SECONDS),
        entry.fields().get("session"),
        what,
        participant,
        names.get(participant),
        why);
    out.flush();
  }
}
