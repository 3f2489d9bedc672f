package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.driver.StateHash;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.engine.Spares;
import io.lockstep.host.recording.RecordedStream;
import io.lockstep.host.recording.Recording;
import io.lockstep.host.recovery.RecordedLog;
import io.lockstep.host.venue.Definitions;
import io.lockstep.host.venue.Venue;
import java.nio.file.Path;
import java.util.List;

/**
 * A log with everything in it that an engine does, recorded once, and engines that run over it with
 * cards of one's choice. No client, no publisher: the engine alone.
 */
final class RecordedRun implements AutoCloseable {
  private static final int PARTS = 4;

  private final Path directory;
  private final Transport counters = new Transport(TestAppliance.settings().conclude());
  private final RefusalCounters refusals = new RefusalCounters(counters.aeron());

  /** Records a log: orders of all kinds, calls, halts, moves of band and window, new groups. */
  RecordedRun(Path directory, long seed, int requests) {
    this.directory = directory;
    try (TestAppliance appliance =
        new TestAppliance(
            TestAppliance.settings().archiveDirectory(directory).heartbeatIntervalMs(60_000))) {
      RandomFlow flow =
          new RandomFlow(seed, appliance, appliance.alice(), appliance.bob(), appliance.carol());
      for (int part = 0; part < PARTS; part++) {
        flow.run(requests / PARTS);
        regroup(appliance, part);
      }
    }
  }

  private static void regroup(TestAppliance appliance, int part) {
    Venue.Account account =
        new Venue.Account(TestVenue.ALICE_ACCOUNT, TestVenue.ALICE, part % 2 == 0 ? 77 : 0);
    new Definitions(new Venue(List.of(), List.of(), List.of(account)), appliance.appliance.input())
        .offer();
  }

  /** Output hash, messages, and state hash of the card that runs at the end. */
  String run(Card card, Spares spares, int commandsInFlight, long seed) {
    Recording log = Recording.find(directory, SteppedAppliance.LOG_STREAM_ID);
    HashedOutput output = new HashedOutput(seed);
    try (RecordedLog from = new RecordedLog(new RecordedStream(log, 0))) {
      Engine engine = new Engine(from, card, spares, commandsInFlight, output, refusals);
      while (!from.isAtEnd() || !engine.isIdle()) {
        engine.doWork();
      }
      if (engine.card() instanceof FailingCard failing) {
        failing.spare();
      }
      StateHash state = new StateHash();
      TestAppliance.audit(engine.card(), state);
      return output + " state " + Long.toHexString(state.value()) + " of " + state.lines();
    }
  }

  @Override
  public void close() {
    counters.close();
  }
}
