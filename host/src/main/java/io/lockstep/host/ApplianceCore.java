package io.lockstep.host;

import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.lockstep.driver.Card;
import io.lockstep.host.card.CardCounters;
import io.lockstep.host.card.CardRack;
import io.lockstep.host.card.CardSource;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.gateway.JournalTickets;
import io.lockstep.host.gateway.ReportArchive;
import io.lockstep.host.gateway.SessionTable;
import io.lockstep.host.publisher.CatchUp;
import io.lockstep.host.publisher.Journal;
import io.lockstep.host.publisher.OutputStream;
import io.lockstep.host.publisher.Publisher;
import io.lockstep.host.publisher.RecordedReports;
import io.lockstep.host.recovery.MarkedJournal;
import io.lockstep.host.sequencer.DirectSequencer;
import io.lockstep.host.sequencer.LiveLog;
import io.lockstep.host.sequencer.LogInputs;
import io.lockstep.host.sequencer.StepClock;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.snapshot.SnapshotFiles;
import io.lockstep.host.venue.Definitions;
import io.lockstep.host.venue.Venue;
import java.util.List;
import java.util.function.LongSupplier;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.OffsetEpochNanoClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * The way of a message through an appliance: log, sequencer, engine with its card, output and
 * publisher. It begins where its recordings end, or with the venue's definitions. What hears and
 * tells the world is added by {@link SteppedAppliance}.
 *
 * <p>One thread only, from constructor to {@link #close}.
 */
final class ApplianceCore implements AutoCloseable {
  private static final long STEP_NS = 1_000;

  private final Settings settings;
  private final ApplianceListener listener;
  private final Transport transport;
  private final RefusalCounters refusals;
  private final LogInputs inputs = new LogInputs();
  private final CardRack rack;
  private final Restart restart;
  private final long venueHash;
  private final ExclusivePublication log;
  private final ExclusivePublication reports;
  private final Journal journal;
  private final SessionTable sessions;
  private final OutputStream output;
  private final Publisher publisher;
  private final Engine engine;
  private final DirectSequencer sequencer;

  /**
   * Starts everything, and puts the venue's definitions into a log that has none.
   *
   * @param card after its reset; closed with the core, also when this fails.
   * @param cards opens those that take over from it.
   * @param listener is told what happens.
   * @throws io.lockstep.host.settings.SettingsException when directories or ports are in use, or
   *     the venue does not fit the card.
   */
  ApplianceCore(
      Settings settings, Venue venue, Card card, CardSource cards, ApplianceListener listener) {
    this.settings = settings;
    this.listener = listener;
    Transport opened = null;
    Restart begun = null;
    try {
      venue.checkFits(card.description());
      opened = new Transport(settings);
      transport = opened;
      refusals = new RefusalCounters(transport.aeron());
      venueHash = Definitions.hash(venue);
      begun = new Restart(transport, settings, venueHash);
      restart = begun;
      log = transport.recorded(SteppedAppliance.LOG_STREAM_ID, settings.logTermBytes());
      reports = transport.recorded(SteppedAppliance.OUTPUT_STREAM_ID, settings.outputTermBytes());
      journal = newJournal();
      sessions = new SessionTable(settings.maxSessions());
      output = new OutputStream(reports);
      publisher = newPublisher();
      rack = newRack(card, cards);
      engine = newEngine();
      replay();
      sequencer =
          new DirectSequencer(
              inputs, log, logClock(engine.logTimeNs()), engine.logSequence(), engine.logTimeNs());
      if (!engine.isLoaded()) {
        define(venue);
      }
      engine.forEachSession(sessions::restore);
    } catch (RuntimeException | Error failure) {
      CloseHelper.quietCloseAll(begun, opened, card);
      throw failure;
    }
  }

  // ------------------------------------------------------------------ its parts

  Transport transport() {
    return transport;
  }

  RefusalCounters refusals() {
    return refusals;
  }

  LogInputs inputs() {
    return inputs;
  }

  CardRack rack() {
    return rack;
  }

  SessionTable sessions() {
    return sessions;
  }

  Publisher publisher() {
    return publisher;
  }

  Engine engine() {
    return engine;
  }

  DirectSequencer sequencer() {
    return sequencer;
  }

  /** Where it began, for people. */
  String origin() {
    return restart.origin();
  }

  /** Position of the output behind its last message. */
  long outputPosition() {
    return output.position();
  }

  /** Its agents, in the order of a message's way. */
  List<Agent> agents() {
    return List.of(sequencer, engine, publisher);
  }

  /** True when everything in the log is matched, recorded and reported. */
  boolean isSettled() {
    return inputs.isEmpty()
        && engine.logSequence() == sequencer.sequence()
        && engine.isIdle()
        && publisher.position() == output.position();
  }

  // ------------------------------------------------------------------ what others need of it

  /** Another reader of the output. */
  Subscription reportReader() {
    return transport.reader(reports);
  }

  /** Reports of before, for clients that resume. */
  ReportArchive reportArchive() {
    return new RecordedReports(
        transport.recording(reports),
        settings.outputTermBytes(),
        transport.recordedPosition(reports),
        publisher::lastOutputSequence);
  }

  /** Tells when a request is journalled. */
  JournalTickets tickets() {
    return new LogTickets(inputs.requests(), sequencer, journal);
  }

  /** What writes its snapshots. */
  Snapshots snapshots() {
    return new Snapshots(
        engine,
        publisher,
        output,
        transport.recordedPosition(log),
        transport.recordedPosition(reports),
        new SnapshotFiles(settings.archiveDirectory(), settings.fileSyncLevel() > 0),
        venueHash,
        settings.restart().snapshotEvery(),
        listener);
  }

  /** What keeps the counters that others can see. */
  List<Agent> countingAgents(Snapshots snapshots) {
    return Counting.agents(
        settings, transport.aeron(), sessions, engine, publisher, snapshots, rack);
  }

  @Override
  public void close() {
    CloseHelper.closeAll(restart, transport, rack);
  }

  // ------------------------------------------------------------------ start

  private Journal newJournal() {
    LongSupplier recorded =
        settings.replyWhenRecorded() ? transport.recordedPosition(log) : () -> Long.MAX_VALUE;
    return new MarkedJournal(recorded, restart.mark());
  }

  private Publisher newPublisher() {
    CatchUp catchUp =
        new CatchUp(
            transport.recording(reports),
            transport.recordedPosition(reports),
            sessions,
            settings.sessionBacklogBytes());
    return new Publisher(transport.reader(reports), journal, sessions, catchUp);
  }

  private CardRack newRack(Card card, CardSource cards) {
    return new CardRack(
        settings.card(),
        card,
        cards,
        settings.lostCard(),
        SystemNanoClock.INSTANCE,
        new CardCounters(transport.aeron(), listener));
  }

  private Engine newEngine() {
    return new Engine(
        restart.log(),
        rack.card(),
        rack,
        settings.commandsInFlight(),
        restart.output(publisher.hash(), output),
        refusals);
  }

  /** Goes through what is recorded, and then on with the live log. */
  private void replay() {
    DutyCycle dutyCycle = new DutyCycle(transport, publisher, List.of(engine, publisher), null);
    LiveLog live = new LiveLog(transport.reader(log));
    restart.replay(engine, dutyCycle::turn);
    engine.continueWith(live, output, new ToldReactions(inputs, listener));
  }

  private EpochNanoClock logClock(long lastNs) {
    return settings.logClock() == Settings.LogClock.STEP
        ? new StepClock(lastNs, STEP_NS)
        : new OffsetEpochNanoClock();
  }

  private void define(Venue venue) {
    DutyCycle dutyCycle = new DutyCycle(transport, publisher, agents(), null);
    Definitions definitions = new Definitions(venue, inputs.requests());
    while (!definitions.offer()) {
      dutyCycle.turn();
    }
    while (!definitions.offerEnd()) {
      dutyCycle.turn();
    }
    dutyCycle.settle(this::isSettled);
    if (engine.definitionsRefused() != 0) {
      throw new IllegalStateException("the card refused a definition of the venue");
    }
  }
}
