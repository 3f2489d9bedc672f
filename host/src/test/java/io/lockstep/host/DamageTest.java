package io.lockstep.host;

import static io.lockstep.host.SteppedAppliance.LOG_STREAM_ID;
import static io.lockstep.host.SteppedAppliance.OUTPUT_STREAM_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.recording.DamageException;
import io.lockstep.host.recovery.JournalMark;
import io.lockstep.host.settings.RestartSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is started on files that are damaged: the message names file, place and remedy. */
class DamageTest {
  private static final int SEED = 9;
  private static final int REQUESTS = 400;
  private static final int INSIDE = 20_000;
  private static final RestartSettings PLAIN = RestartSettings.STRICT.withSnapshotEvery(0);

  @TempDir Path folder;
  private Path directory;
  private Path killed;
  private String output;

  /** A directory that was closed in order, with a snapshot in the middle, and one that was not. */
  @BeforeEach
  void record() throws IOException {
    directory = folder.resolve("closed");
    killed = folder.resolve("killed");
    try (TestAppliance appliance = start(directory, PLAIN)) {
      RestartTest.flow(appliance, SEED, REQUESTS);
      appliance.appliance.takeSnapshot();
      RestartTest.flow(appliance, SEED + 1, REQUESTS);
      output = RestartTest.line(appliance.appliance);
      Wreck.copy(directory, killed);
    }
  }

  @Test
  void withoutDamageBothGoOn() {
    try (TestAppliance appliance = start(killed, PLAIN)) {
      assertEquals(output, RestartTest.line(appliance.appliance));
    }
    start(directory, PLAIN).close();
  }

  // ------------------------------------------------------------------ the journal

  @Test
  void aByteOfTheLogThatWasChangedIsNamed() throws IOException {
    Path log = Wreck.recording(directory, LOG_STREAM_ID);
    Wreck.change(log, INSIDE);

    String message = refusal(directory, PLAIN.withIgnoreSnapshots(true));
    assertTrue(message.contains(log + " is damaged at byte"), message);
    assertTrue(message.contains("wrong checksum; put the file back"), message);
  }

  @Test
  void aLogMessageThatIsShorterThanItsHeaderSaysIsNamed() throws IOException {
    Path log = Wreck.recording(directory, LOG_STREAM_ID);
    Wreck.change(log, frameIn(directory, 100)); // the lowest byte of a frame's length

    String message = refusal(directory, PLAIN.withIgnoreSnapshots(true));
    assertTrue(message.contains(log + " is damaged at byte"), message);
  }

  @Test
  void aByteOfTheOutputThatWasChangedIsNamed() throws IOException {
    Path reports = Wreck.recording(directory, OUTPUT_STREAM_ID);
    Wreck.change(reports, INSIDE);

    String message = refusal(directory, PLAIN.withIgnoreSnapshots(true));
    assertTrue(message.contains(reports + " is damaged at byte"), message);
  }

  @Test
  void aLogFileThatIsCutIsNamed() throws IOException {
    Path log = Wreck.recording(directory, LOG_STREAM_ID);
    Wreck.cut(log, INSIDE);

    String message = refusal(directory, PLAIN.withIgnoreSnapshots(true));
    assertTrue(message.contains(log + " is damaged at byte"), message);
    assertTrue(message.contains("the file ends"), message);
  }

  @Test
  void aLogFileThatIsMissingIsNamed() throws IOException {
    Path log = Wreck.recording(directory, LOG_STREAM_ID);
    Files.delete(log);

    String message = refusal(directory, PLAIN.withIgnoreSnapshots(true));
    assertTrue(message.contains(log + " is missing"), message);
  }

  @Test
  void aLogThatLostItsEndInAKillIsNamedAndMayBeAccepted() throws IOException {
    Path log = Wreck.recording(killed, LOG_STREAM_ID);
    long messages = new LogFeed(killed).size();
    Wreck.forget(log, frameIn(killed, messages - 10));

    String message = refusal(killed, PLAIN);
    assertTrue(message.contains("the log in " + killed + " ends at position"), message);
    assertTrue(message.contains("--accept-loss"), message);

    try (TestAppliance appliance = start(killed, PLAIN.withAcceptLoss(true))) {
      assertEquals(messages - 11, appliance.appliance.logSequence());
      appliance
          .alice()
          .limit(TestVenue.ALICE_ACCOUNT, io.lockstep.schema.client.Side.BUY, 7_500, 1);
      appliance.settle();
    }
    start(killed, PLAIN).close(); // from now on that is the journal
  }

  @Test
  void outputWhoseCauseWasNotRecordedIsCutOff() throws IOException {
    Path log = Wreck.recording(killed, LOG_STREAM_ID);
    Wreck.forget(log, frameIn(killed, new LogFeed(killed).size() - 20));
    Path reports = Wreck.recording(killed, OUTPUT_STREAM_ID);
    byte[] before = Files.readAllBytes(reports);

    start(killed, PLAIN.withAcceptLoss(true)).close();
    byte[] after = Files.readAllBytes(reports);
    assertTrue(lastByte(after) < lastByte(before), lastByte(after) + " " + lastByte(before));
  }

  @Test
  void aDirectoryWhoseRecordingsAreGoneIsNamed() throws IOException {
    for (int stream : new int[] {LOG_STREAM_ID, OUTPUT_STREAM_ID}) {
      Files.delete(Wreck.recording(directory, stream));
    }
    Files.delete(directory.resolve("archive.catalog"));
    for (Path snapshot : Wreck.snapshots(directory)) {
      Files.delete(snapshot);
    }

    String message = refusal(directory, PLAIN);
    assertTrue(message.contains("ends at position 0"), message);
  }

  @Test
  void aMarkFileThatIsMissingOrCutIsNamed() throws IOException {
    Path mark = JournalMark.file(directory);
    Wreck.cut(mark, 10);
    String message = refusal(directory, PLAIN);
    assertTrue(message.contains(mark + " is missing or no mark file"), message);

    Files.delete(mark);
    message = refusal(directory, PLAIN);
    assertTrue(message.contains(mark + " is missing or no mark file"), message);
    assertTrue(message.contains("--accept-loss"), message);

    start(directory, PLAIN.withAcceptLoss(true)).close();
  }

  // ------------------------------------------------------------------ snapshots

  @Test
  void aSnapshotThatWasChangedIsNamedAndMayBeIgnored() throws IOException {
    Path snapshot = Wreck.snapshots(directory).get(0);
    Wreck.change(snapshot, 100);

    String message = refusal(directory, PLAIN);
    assertTrue(message.contains(snapshot + " cannot be used: its checksum is wrong"), message);
    assertTrue(message.contains("--ignore-snapshots"), message);

    try (TestAppliance appliance = start(killed, PLAIN.withIgnoreSnapshots(true))) {
      assertEquals(output, RestartTest.line(appliance.appliance));
    }
  }

  @Test
  void aSnapshotOfAnotherJournalIsNamed() throws IOException {
    Path snapshot = Wreck.snapshots(directory).get(0);
    Path other = folder.resolve("other");
    start(other, PLAIN).close();
    Files.copy(snapshot, other.resolve(snapshot.getFileName()));

    String message = refusal(other, PLAIN);
    assertTrue(message.contains(snapshot.getFileName() + " is of log position"), message);
  }

  @Test
  void aSnapshotThatWasNotFinishedIsNone() throws IOException {
    Path snapshot = Wreck.snapshots(killed).get(0);
    Files.move(snapshot, snapshot.resolveSibling(snapshot.getFileName() + ".writing"));

    try (TestAppliance appliance = start(killed, PLAIN)) {
      assertEquals(output, RestartTest.line(appliance.appliance));
    }
  }

  // ------------------------------------------------------------------ helpers

  private String refusal(Path of, RestartSettings how) {
    return assertThrows(DamageException.class, () -> start(of, how).close()).getMessage();
  }

  private static TestAppliance start(Path of, RestartSettings how) {
    return new TestAppliance(RestartTest.settings(of).restart(how));
  }

  /** Where the frame of a log message begins in the log's first file. */
  private static long frameIn(Path of, long sequence) {
    var log = io.lockstep.host.recording.Recording.find(of, LOG_STREAM_ID);
    try (var stream = new io.lockstep.host.recording.RecordedStream(log, 0)) {
      for (long at = 1; at <= sequence; at++) {
        stream.next();
      }
      return stream.offset() - io.aeron.protocol.DataHeaderFlyweight.HEADER_LENGTH;
    }
  }

  private static int lastByte(byte[] file) {
    int last = file.length - 1;
    while (last > 0 && file[last] == 0) {
      last--;
    }
    return last;
  }
}
