package io.lockstep.host;

import io.lockstep.host.engine.Engine;
import io.lockstep.host.machine.MachineJob;
import io.lockstep.host.machine.MachineResult;
import io.lockstep.host.publisher.OutputStream;
import io.lockstep.host.publisher.Publisher;
import io.lockstep.host.recovery.Snapshot;
import io.lockstep.host.snapshot.SnapshotFiles;
import io.lockstep.host.snapshot.SnapshotWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;

/**
 * Takes snapshots: every so many messages of the log, and when asked. The engine takes no messages
 * until it has come to rest, all is published, and log and output are recorded up to there; then
 * the file is written by this thread. Nothing of it is in the log, and the output does not depend
 * on it.
 */
final class Snapshots implements Agent {
  private final Engine engine;
  private final Publisher publisher;
  private final OutputStream output;
  private final LongSupplier logRecorded;
  private final LongSupplier outputRecorded;
  private final SnapshotFiles files;
  private final long venueHash;
  private final long every;
  private final ApplianceListener listener;
  private long nextSequence;
  private boolean wanted;
  private MachineResult newest;
  private long taken;

  /**
   * @param logRecorded how far the log is recorded.
   * @param outputRecorded how far the output is recorded.
   * @param venueHash of the venue.
   * @param every messages between two; 0: only when asked.
   * @param listener is told of each.
   */
  Snapshots(
      Engine engine,
      Publisher publisher,
      OutputStream output,
      LongSupplier logRecorded,
      LongSupplier outputRecorded,
      SnapshotFiles files,
      long venueHash,
      long every,
      ApplianceListener listener) {
    this.engine = engine;
    this.publisher = publisher;
    this.output = output;
    this.logRecorded = logRecorded;
    this.outputRecorded = outputRecorded;
    this.files = files;
    this.venueHash = venueHash;
    this.every = every;
    this.listener = listener;
    nextSequence = engine.logSequence() + every;
  }

  /** Asks for one; it is taken within the next turns. No effect while one is asked for. */
  void request() {
    if (!wanted) {
      wanted = true;
      engine.hold();
    }
  }

  /** Asks for one, and answers with its file. */
  MachineJob job() {
    request();
    return () -> wanted ? Optional.empty() : Optional.of(newest);
  }

  /** One is asked for and not yet taken. */
  boolean isWanted() {
    return wanted;
  }

  /** Snapshots that this appliance took. */
  long taken() {
    return taken;
  }

  /**
   * The file of the newest one that this appliance took.
   *
   * @throws IllegalStateException when it could not be written.
   */
  Path file() {
    if (!newest.isDone()) {
      throw new IllegalStateException(newest.text());
    }
    return files.newest().orElseThrow();
  }

  @Override
  public int doWork() {
    if (!wanted) {
      if (every == 0 || engine.logSequence() < nextSequence) {
        return 0;
      }
      request();
    }
    if (isAtRest()) {
      take();
    }
    return 1;
  }

  @Override
  public String roleName() {
    return "snapshots";
  }

  private boolean isAtRest() {
    return engine.isIdle()
        && publisher.position() == output.position()
        && logRecorded.getAsLong() >= engine.logPosition()
        && outputRecorded.getAsLong() >= output.position();
  }

  private void take() {
    SnapshotWriter writer =
        Snapshot.begin(engine.logPosition(), output.position(), publisher.hash(), venueHash);
    engine.write(writer);
    newest = write(writer.end());
    nextSequence = engine.logSequence() + every;
    wanted = false;
    engine.release();
  }

  /** Without a snapshot a restart takes longer, and nothing else: the appliance goes on. */
  private MachineResult write(byte[] snapshot) {
    try {
      Path file = files.write(engine.logSequence(), snapshot);
      taken++;
      listener.onSnapshot(file, engine.logSequence());
      return MachineResult.done("snapshot " + file.getFileName());
    } catch (UncheckedIOException failure) {
      String text = failure.getMessage() + ": " + failure.getCause();
      listener.onSnapshotFailed(text);
      return MachineResult.failed(text);
    }
  }
}
