package io.lockstep.host;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.lockstep.driver.Card;
import io.lockstep.host.card.CardChange;
import io.lockstep.host.card.CardCounters;
import io.lockstep.host.card.CardRack;
import io.lockstep.host.card.CardSource;
import io.lockstep.host.engine.CardLoader;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.engine.Output;
import io.lockstep.host.feed.Feed;
import io.lockstep.host.gateway.Gateway;
import io.lockstep.host.gateway.GatewayLimits;
import io.lockstep.host.gateway.JournalTickets;
import io.lockstep.host.gateway.ReportArchive;
import io.lockstep.host.gateway.SessionTable;
import io.lockstep.host.gateway.SteadyClock;
import io.lockstep.host.machine.MachineDesk;
import io.lockstep.host.machine.MachineJob;
import io.lockstep.host.machine.MachineMail;
import io.lockstep.host.machine.MachineRequest;
import io.lockstep.host.publisher.CatchUp;
import io.lockstep.host.publisher.Journal;
import io.lockstep.host.publisher.OutputHash;
import io.lockstep.host.publisher.OutputStream;
import io.lockstep.host.publisher.Publisher;
import io.lockstep.host.publisher.RecordedReports;
import io.lockstep.host.recording.Recording;
import io.lockstep.host.recovery.MarkedJournal;
import io.lockstep.host.sequencer.DirectSequencer;
import io.lockstep.host.sequencer.LiveLog;
import io.lockstep.host.sequencer.LogInputs;
import io.lockstep.host.sequencer.SequencerInput;
import io.lockstep.host.sequencer.StepClock;
import io.lockstep.host.sequencer.Timer;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.snapshot.SnapshotFiles;
import io.lockstep.host.venue.Definitions;
import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.ChangeCardDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.agrona.CloseHelper;
import org.agrona.LangUtil;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.OffsetEpochNanoClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * A whole appliance that moves only when told to: gateway, sequencer, engine and publisher, with
 * media driver and archive, all on the caller's thread. For tests, the demo and replay; {@link
 * Appliance} gives it a thread of its own.
 *
 * <p>One thread only, from constructor to {@link #close}.
 */
public final class SteppedAppliance implements AutoCloseable {
  /** Stream of the log. */
  public static final int LOG_STREAM_ID = 1010;

  /** Stream of the output. */
  public static final int OUTPUT_STREAM_ID = 1011;

  private static final long STEP_NS = 1_000;

  /** One is not enough: a poll that meets the end of a term takes it, and answers 0. */
  private static final int IDLE_TURNS_WHEN_SETTLED = 2;

  private final Settings settings;
  private final ApplianceListener listener;
  private final Transport transport;
  private final RefusalCounters refusals;
  private final LogInputs inputs = new LogInputs();
  private final CardRack rack;
  private final Restart restart;
  private final Timer timer;
  private final DirectSequencer sequencer;
  private final OutputStream output;
  private final Gateway gateway;
  private final Engine engine;
  private final Publisher publisher;
  private final Snapshots snapshots;
  private final MachineMail mail = new MachineMail();
  private final MachineDesk desk = new MachineDesk(mail, this::job);
  private final Feed feed;
  private DutyCycle dutyCycle;

  /**
   * An appliance with the card that the settings name, and the machine's steady clock for sessions.
   */
  public SteppedAppliance(Settings settings, Venue venue) {
    this(settings, venue, Cards.open(settings.card()), SteadyClock.INSTANCE);
  }

  /**
   * An appliance with a card that is open already.
   *
   * @param card after its reset; closed with the appliance.
   * @param sessionClock of heartbeats and time-outs.
   */
  public SteppedAppliance(Settings settings, Venue venue, Card card, EpochClock sessionClock) {
    this(
        settings,
        venue,
        card,
        Cards.source(CardSetup.of(settings.card())),
        sessionClock,
        ApplianceListener.NONE);
  }

  /**
   * Starts everything and puts the venue's definitions into the log.
   *
   * @param card after its reset; closed with the appliance.
   * @param cards opens those that take over from it.
   * @param sessionClock of heartbeats and time-outs.
   * @param listener is told what happens.
   * @throws io.lockstep.host.settings.SettingsException when directories or ports are in use, or
   *     the venue does not fit the card.
   */
  public SteppedAppliance(
      Settings settings,
      Venue venue,
      Card card,
      CardSource cards,
      EpochClock sessionClock,
      ApplianceListener listener) {
    this.settings = settings;
    this.listener = listener;
    Transport opened = null;
    Restart begun = null;
    try {
      venue.checkFits(card.description());
      opened = new Transport(settings);
      transport = opened;
      refusals = new RefusalCounters(transport.aeron());
      long venueHash = Definitions.hash(venue);
      begun = new Restart(transport, settings, venueHash);
      restart = begun;
      ExclusivePublication log = transport.recorded(LOG_STREAM_ID, settings.logTermBytes());
      ExclusivePublication reports =
          transport.recorded(OUTPUT_STREAM_ID, settings.outputTermBytes());
      SessionTable sessions = new SessionTable(settings.maxSessions());
      output = new OutputStream(reports);
      Journal journal = journal(log);
      Recording recording = transport.recording(reports);
      LongSupplier recorded = transport.recordedPosition(reports);
      CatchUp catchUp = new CatchUp(recording, recorded, sessions, settings.sessionBacklogBytes());
      publisher = new Publisher(transport.reader(reports), journal, sessions, catchUp);
      Output regenerated = restart.output(publisher.hash(), output);
      rack = rack(card, cards);
      engine =
          new Engine(
              restart.log(), rack.card(), rack, settings.commandsInFlight(), regenerated, refusals);
      dutyCycle = new DutyCycle(transport, publisher, List.of(engine, publisher), null);
      LiveLog live = new LiveLog(transport.reader(log));
      restart.replay(engine, this::step);
      engine.continueWith(live, output, new ToldReactions(inputs, listener));
      sequencer =
          new DirectSequencer(
              inputs, log, logClock(engine.logTimeNs()), engine.logSequence(), engine.logTimeNs());
      dutyCycle = new DutyCycle(transport, publisher, List.of(sequencer, engine, publisher), null);
      if (!engine.isLoaded()) {
        define(venue);
      }
      snapshots =
          new Snapshots(
              engine,
              publisher,
              output,
              transport.recordedPosition(log),
              recorded,
              new SnapshotFiles(settings.archiveDirectory(), settings.fileSyncLevel() > 0),
              venueHash,
              settings.restart().snapshotEvery(),
              listener);
      engine.forEachSession(sessions::restore);
      ReportArchive kept =
          new RecordedReports(
              recording, settings.outputTermBytes(), recorded, publisher::lastOutputSequence);
      JournalTickets tickets = new LogTickets(inputs.requests(), sequencer, journal);
      gateway = gateway(venue, sessions, kept, tickets, sessionClock);
      List<Agent> counting =
          Counting.agents(
              settings, transport.aeron(), sessions, engine, publisher, snapshots, rack);
      timer = new Timer(inputs.ticks(), sessionClock, tickIntervalMs());
      feed = feed(reports, sessionClock);
      dutyCycle = withGateway(counting);
      listener.onStarted(restart.origin(), engine.logSequence());
    } catch (RuntimeException | Error failure) {
      CloseHelper.quietCloseAll(begun, opened, card);
      throw failure;
    }
  }

  // ------------------------------------------------------------------ moving on

  /**
   * One turn of every agent.
   *
   * @return what was done; 0: nothing.
   * @throws io.lockstep.host.engine.CardLostException when the card is lost.
   */
  public int step() {
    try {
      return dutyCycle.turn();
    } catch (Exception failure) {
      LangUtil.rethrowUnchecked(failure);
      return 0;
    }
  }

  /** Puts a tick into the log: what is due by the log's time happens. It is not settled yet. */
  public void tick() {
    while (!timer.tick()) {
      step();
    }
  }

  /** Steps until everything that came in is matched, recorded and reported. */
  public void settle() {
    int idleTurns = 0;
    while (idleTurns < IDLE_TURNS_WHEN_SETTLED) {
      if (step() > 0 || !isSettled()) {
        idleTurns = 0;
      } else if (dutyCycle.ranAll()) {
        idleTurns++;
      }
    }
  }

  private boolean isSettled() {
    return inputs.isEmpty()
        && engine.logSequence() == sequencer.sequence()
        && engine.isIdle()
        && desk.isIdle()
        && publisher.position() == output.position()
        && (feed == null || feed.position() == output.position()); // none while it starts
  }

  // ------------------------------------------------------------------ what can be seen

  /** The settings that it runs with. */
  public Settings settings() {
    return settings;
  }

  /** The Aeron client; clients on the same thread may share it. */
  public Aeron aeron() {
    return transport.aeron();
  }

  /**
   * The card that runs. Others may use it while the appliance is settled, and must poll all they
   * cause.
   */
  public Card card() {
    return rack.card();
  }

  /** The name of the card that runs. */
  public String cardName() {
    return rack.name();
  }

  /** Loads another card with what this appliance knows; to be used while it is settled. */
  public CardLoader cardLoader() {
    return engine.loader();
  }

  /** Takes a snapshot, from which the next start begins; answers its file. */
  public Path takeSnapshot() {
    snapshots.request();
    while (snapshots.isWanted()) {
      step();
    }
    return snapshots.file();
  }

  /** Another way into the log, beside the gateway's: for tests that have a log to repeat. */
  SequencerInput input() {
    return inputs.requests();
  }

  /** Hash of every message of the output stream so far. */
  public OutputHash outputHash() {
    return publisher.hash();
  }

  /** Refusals by reason. */
  public RefusalCounters refusals() {
    return refusals;
  }

  /** Messages of the feed that no reader got, since one of them left no room. */
  public long feedLost() {
    return feed.lost();
  }

  /** Messages in the log. */
  public long logSequence() {
    return sequencer.sequence();
  }

  /** Orders that rest or are parked, or are on their way to the card. */
  public int liveOrders() {
    return engine.liveOrders();
  }

  /** Ends everything, and deletes the directories that were not given. */
  @Override
  public void close() {
    CloseHelper.closeAll(gateway::onClose, desk::onClose, restart, transport, rack);
  }

  // ------------------------------------------------------------------ start

  private EpochNanoClock logClock(long lastNs) {
    return settings.logClock() == Settings.LogClock.STEP
        ? new StepClock(lastNs, STEP_NS)
        : new OffsetEpochNanoClock();
  }

  /** A log clock that steps goes on by messages alone; so ticks are asked for. */
  private long tickIntervalMs() {
    return settings.logClock() == Settings.LogClock.STEP ? 0 : settings.tickIntervalMs();
  }

  private CardRack rack(Card card, CardSource cards) {
    return new CardRack(
        settings.card(),
        card,
        cards,
        settings.lostCard(),
        SystemNanoClock.INSTANCE,
        new CardCounters(transport.aeron(), listener));
  }

  private MachineJob job(MachineRequest request) {
    return request.templateId() == ChangeCardDecoder.TEMPLATE_ID
        ? new CardChange(request.text(), engine, rack)
        : snapshots.job();
  }

  private Journal journal(ExclusivePublication log) {
    LongSupplier recorded =
        settings.replyWhenRecorded() ? transport.recordedPosition(log) : () -> Long.MAX_VALUE;
    return new MarkedJournal(recorded, restart.mark());
  }

  private Gateway gateway(
      Venue venue,
      SessionTable sessions,
      ReportArchive kept,
      JournalTickets tickets,
      EpochClock clock) {
    List<Subscription> ingress = new ArrayList<>();
    for (String channel : settings.ingressChannels()) {
      ingress.add(transport.ingress(channel));
    }
    GatewayLimits limits =
        new GatewayLimits(
            settings.heartbeatIntervalMs(),
            settings.sessionTermBytes(),
            settings.messagesPerSecond(),
            settings.burst(),
            settings.responseHosts());
    return new Gateway(
        transport.aeron(),
        ingress,
        clock,
        venue.keys(),
        venue.operators(),
        sessions,
        kept,
        inputs.requests(),
        mail,
        tickets,
        refusals,
        limits,
        listener);
  }

  private Feed feed(ExclusivePublication reports, EpochClock clock) {
    return new Feed(
        engine,
        card().description(),
        transport.reader(reports),
        publisher::position,
        transport.feed(),
        clock,
        settings.feed().snapshotIntervalMs());
  }

  /** The duty cycle with the gateway in it: clients are heard from now on. */
  private DutyCycle withGateway(List<Agent> counting) {
    SplittableRandom random =
        settings.agentOrderSeed().isPresent()
            ? new SplittableRandom(settings.agentOrderSeed().getAsLong())
            : null;
    List<Agent> agents =
        new ArrayList<>(
            List.of(gateway, timer, sequencer, engine, publisher, feed, snapshots, desk));
    agents.addAll(counting);
    return new DutyCycle(transport, publisher, agents, random);
  }

  private void define(Venue venue) {
    Definitions definitions = new Definitions(venue, inputs.requests());
    while (!definitions.offer()) {
      step();
    }
    while (!definitions.offerEnd()) {
      step();
    }
    settle();
    if (engine.definitionsRefused() != 0) {
      throw new IllegalStateException("the card refused a definition of the venue");
    }
  }
}
