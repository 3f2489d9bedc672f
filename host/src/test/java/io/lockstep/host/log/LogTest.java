package io.lockstep.host.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.gateway.OperatorRequest;
import io.lockstep.host.log.LogEntry.Level;
import io.lockstep.schema.client.EndReason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Entries become lines of JSON, all of them, in order; whoever tells them never waits. */
class LogTest {
  @Test
  void anEntryIsOneLineOfJsonAndNothingInItCanBreakTheLine() {
    LogEntry entry =
        new LogEntry(
            Instant.ofEpochMilli(1_500),
            Level.WARNING,
            "card_lost",
            Map.of("why", "a \"quote\", a \\, a\nline and a \u20ac"));

    assertEquals(
        "{\"time\":\"1970-01-01T00:00:01.500Z\",\"level\":\"WARNING\",\"event\":\"card_lost\","
            + "\"why\":\"a \\\"quote\\\", a \\\\, a\\u000aline and a \\u20ac\"}",
        JsonLines.of(entry));
  }

  @Test
  void numbersStandWithoutQuotesAndFieldsInTheirOrder() {
    List<String> lines = new ArrayList<>();
    ApplianceLog log = new ApplianceLog(entry -> lines.add(withoutTime(entry)));

    log.onStarted("snapshot", 12);
    log.onClosed(3, 1, EndReason.TOO_SLOW);
    log.onOperatorRequest(4, 9, new OperatorRequest("set_phase", "instrument 1 HALTED"));
    log.onSnapshot(Path.of("snapshot-1"), 20);
    log.onBreaker(2);

    assertEquals(
        List.of(
            "{\"level\":\"INFO\",\"event\":\"started\",\"from\":\"snapshot\",\"log_sequence\":12}",
            "{\"level\":\"INFO\",\"event\":\"session_closed\",\"session\":3,\"participant\":1,"
                + "\"reason\":\"TOO_SLOW\"}",
            "{\"level\":\"INFO\",\"event\":\"operator_request\",\"session\":4,\"participant\":9,"
                + "\"request\":\"set_phase\",\"what\":\"instrument 1 HALTED\"}",
            "{\"level\":\"INFO\",\"event\":\"snapshot_written\",\"file\":\"snapshot-1\","
                + "\"log_sequence\":20}",
            "{\"level\":\"WARNING\",\"event\":\"breaker_halt\",\"instrument\":2}"),
        lines);
  }

  @Test
  void whatWasToldBeforeTheEndIsWritten() {
    List<String> written = new ArrayList<>();
    LogWriter writer = new LogWriter(List.of(entry -> written.add(entry.event())));
    for (int i = 0; i < 1_000; i++) {
      writer.accept(LogEntry.now(Level.INFO, "event_" + i));
    }

    writer.close();

    assertEquals(1_000, written.size());
    assertEquals("event_999", written.get(999));
  }

  @Test
  void whoTellsDoesNotWaitForWhoWritesAndWhatIsDroppedIsCounted() {
    CountDownLatch room = new CountDownLatch(1);
    List<LogEntry> written = new ArrayList<>();
    LogWriter writer = new LogWriter(List.of(entry -> awaitThenAdd(room, written, entry)));
    for (int i = 0; i < 10_000; i++) {
      writer.accept(LogEntry.now(Level.INFO, "event"));
    }

    room.countDown();
    writer.close();

    LogEntry last = written.get(written.size() - 1);
    assertEquals("log_dropped", last.event());
    assertEquals(10_000L, written.size() - 1 + (long) last.fields().get("entries"));
  }

  private static void awaitThenAdd(CountDownLatch room, List<LogEntry> written, LogEntry entry) {
    try {
      room.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    written.add(entry);
  }

  private static String withoutTime(LogEntry entry) {
    return JsonLines.of(entry).replaceFirst("\"time\":\"[^\"]*\",", "");
  }
}
