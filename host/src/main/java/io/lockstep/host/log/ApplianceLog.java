package io.lockstep.host.log;

import static io.lockstep.host.log.LogEntry.Level.ERROR;
import static io.lockstep.host.log.LogEntry.Level.INFO;
import static io.lockstep.host.log.LogEntry.Level.WARNING;

import io.lockstep.host.ApplianceListener;
import io.lockstep.host.gateway.OperatorRequest;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.RejectReason;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Makes an entry of the log of each thing that an appliance tells; docs/operator.md lists them. */
public final class ApplianceLog implements ApplianceListener {
  /** A session opened. */
  public static final String SESSION_OPENED = "session_opened";

  /** A session ended. */
  public static final String SESSION_CLOSED = "session_closed";

  private final Consumer<LogEntry> to;

  /**
   * @param to takes entries; returns at once.
   */
  public ApplianceLog(Consumer<LogEntry> to) {
    this.to = to;
  }

  @Override
  public void onStarted(String from, long logSequence) {
    tell(INFO, "started", "from", from, "log_sequence", logSequence);
  }

  /** It has ended, as it was told to. */
  public void onStopped() {
    tell(INFO, "stopped");
  }

  /** It has ended by a failure. */
  public void onFailed(Throwable why) {
    tell(ERROR, "failed", "why", String.valueOf(why.getMessage()));
  }

  @Override
  public void onOpened(int session, int participant) {
    tell(INFO, SESSION_OPENED, "session", session, "participant", participant);
  }

  @Override
  public void onClosed(int session, int participant, EndReason reason) {
    tell(
        INFO,
        SESSION_CLOSED,
        "session",
        session,
        "participant",
        participant,
        "reason",
        reason.name());
  }

  @Override
  public void onLogonRefused(int participant, RejectReason reason) {
    tell(WARNING, "logon_refused", "participant", participant, "reason", reason.name());
  }

  @Override
  public void onOperatorRequest(int session, int participant, OperatorRequest request) {
    tell(
        INFO,
        "operator_request",
        "session",
        session,
        "participant",
        participant,
        "request",
        request.name(),
        "what",
        request.what());
  }

  @Override
  public void onSnapshot(Path file, long logSequence) {
    tell(INFO, "snapshot_written", "file", file.toString(), "log_sequence", logSequence);
  }

  @Override
  public void onSnapshotFailed(String why) {
    tell(WARNING, "snapshot_failed", "why", why);
  }

  @Override
  public void onBreaker(int instrument) {
    tell(WARNING, "breaker_halt", "instrument", instrument);
  }

  @Override
  public void onRuns(String name) {
    tell(INFO, "card_runs", "card", name);
  }

  @Override
  public void onLost(String name, String why, long logSequence) {
    tell(WARNING, "card_lost", "card", name, "log_sequence", logSequence, "why", why);
  }

  @Override
  public void onChanged(String from, String to) {
    tell(INFO, "card_changed", "from", from, "to", to);
  }

  private void tell(LogEntry.Level level, String event, Object... namesAndValues) {
    to.accept(LogEntry.now(level, event, namesAndValues));
  }
}
