package io.lockstep.host;

import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;

import io.lockstep.driver.Card;
import io.lockstep.driver.StateHash;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.engine.Spares;
import io.lockstep.host.recording.RecordedStream;
import io.lockstep.host.recording.Recording;
import io.lockstep.host.recovery.RecordedLog;
import io.lockstep.host.venue.Definitions;
import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.StopScope;
import io.lockstep.schema.client.SwitchPosition;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A log with everything in it that an engine does, recorded once, and engines that run over it with
 * cards of one's choice. No client, no publisher: the engine alone.
 */
final class RecordedRun {
  private static final int PARTS = 30;

  /** A tick is a microsecond of the log: a halt by the breaker is soon over. */
  private static final int TICKS = 5;

  private static final long HALT_NS = 10_000;
  private static final long CALL_NS = 10_000;

  /** Room for what the recorded days need, so that a run takes no time. */
  private static final Capacities SMALL = new Capacities(8, 4_096, 1_280, 1_024, 64, 64, 256);

  private final Path directory;

  private RecordedRun(Path directory, Consumer<TestAppliance> day) {
    this(directory, TestVenue.withBreaker(HALT_NS, CALL_NS), Cards.open(Cards.MODEL), day);
  }

  private RecordedRun(Path directory, Venue venue, Card card, Consumer<TestAppliance> day) {
    this.directory = directory;
    try (TestAppliance appliance =
        new TestAppliance(
            TestAppliance.settings()
                .archiveDirectory(directory)
                .heartbeatIntervalMs(60_000)
                .conclude(),
            venue,
            card)) {
      day.accept(appliance);
    }
  }

  /**
   * Records drawn orders of all kinds, an operator's requests, new groups, and a breaker's halts.
   */
  static RecordedRun ofFlow(Path directory, long seed, int requests) {
    return new RecordedRun(
        directory,
        appliance -> {
          RandomFlow flow =
              new RandomFlow(
                  seed, appliance, appliance.alice(), appliance.bob(), appliance.carol());
          for (int part = 0; part < PARTS; part++) {
            flow.run(requests / PARTS);
            regroup(appliance, part);
            appliance.tick(TICKS);
          }
        });
  }

  /** Records drawn orders at a venue with margin, whose marks move. */
  static RecordedRun ofMargin(Path directory, long seed, int requests) {
    return new RecordedRun(
        directory,
        MarginVenue.RULED,
        marginCard(),
        appliance -> new MarginFlow(seed, appliance).run(requests));
  }

  /** Records little but what drains the engine: each command of it needs those before it. */
  static RecordedRun ofDrainedWork(Path directory) {
    return new RecordedRun(directory, RecordedRun::drain);
  }

  private static void drain(TestAppliance appliance) {
    TestClient alice = appliance.alice();
    TestClient bob = appliance.bob();
    TestClient carol = appliance.carol();
    ladder(alice, bob, 8);
    carol.band(MIDDLE - 4 * TICK, MIDDLE + 4 * TICK); // the orders beyond end
    ladder(alice, bob, 3);
    carol.window(MIDDLE - 5 * TICK);
    carol.band(MIDDLE - 2 * TICK, MIDDLE + 2 * TICK);
    carol.window(MIDDLE - 2 * TICK); // bids leave the book
    ladder(alice, bob, 5);
    carol.window(MIDDLE - 100 * TICK); // and come back
    carol.band(MIDDLE - 8 * TICK, MIDDLE + 8 * TICK);
    carol.phase(Phase.CALL);
    crossed(alice, bob);
    carol.band(MIDDLE - 3 * TICK, MIDDLE + 3 * TICK); // while all is parked
    carol.window(MIDDLE - 3 * TICK);
    carol.phase(Phase.CONTINUOUS); // an auction
    ladder(alice, bob, 3);
    alice.massCancel(); // by account, each a command
    alice.send();
    ladder(alice, bob, 2);
    carol.killSwitch(StopScope.PARTICIPANT, TestVenue.BOB, SwitchPosition.STOPPED);
    ladder(alice, bob, 2);
  }

  private static void ladder(TestClient alice, TestClient bob, int levels) {
    for (int i = 1; i <= levels; i++) {
      alice.limit(TestVenue.ALICE_ACCOUNT, Side.BUY, MIDDLE - i * TICK, i);
      alice.limit(TestVenue.ALICE_GROUPED, Side.BUY, MIDDLE - i * TICK, i);
      bob.limit(TestVenue.BOB_ACCOUNT, Side.SELL, MIDDLE + i * TICK, i);
    }
  }

  private static void crossed(TestClient alice, TestClient bob) {
    for (int i = -4; i <= 4; i++) {
      alice.limit(TestVenue.ALICE_ACCOUNT, Side.BUY, MIDDLE + i * TICK, 3);
      bob.limit(TestVenue.BOB_GROUPED, Side.SELL, MIDDLE + i * TICK, 4);
    }
  }

  private static void regroup(TestAppliance appliance, int part) {
    Venue.Account account =
        new Venue.Account(TestVenue.ALICE_ACCOUNT, TestVenue.ALICE, part % 2 == 0 ? 77 : 0);
    new Definitions(new Venue(List.of(), List.of(), List.of(account)), appliance.appliance.input())
        .offer();
  }

  /** A card for these days. */
  static Card card() {
    return new ModelCard(SMALL);
  }

  /** A card for a day with margin. */
  static Card marginCard() {
    return new ModelCard(SMALL.withMargin(64, 32, 4));
  }

  /** Output hash, messages, and state hash of the card that runs at the end. */
  String run(Card card, Spares spares, int commandsInFlight, long seed) {
    Recording log = Recording.find(directory, SteppedAppliance.LOG_STREAM_ID);
    HashedOutput output = new HashedOutput(seed);
    try (RecordedLog from = new RecordedLog(new RecordedStream(log, 0))) {
      Engine engine =
          new Engine(from, card, spares, commandsInFlight, output, new RefusalCounters());
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
}
