package io.lockstep.host;

import io.aeron.Aeron;
import io.aeron.Subscription;
import io.lockstep.driver.Card;
import io.lockstep.host.card.CardChange;
import io.lockstep.host.card.CardSource;
import io.lockstep.host.engine.CardLoader;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.feed.Feed;
import io.lockstep.host.gateway.Gateway;
import io.lockstep.host.gateway.GatewayLimits;
import io.lockstep.host.gateway.SteadyClock;
import io.lockstep.host.machine.MachineDesk;
import io.lockstep.host.machine.MachineJob;
import io.lockstep.host.machine.MachineMail;
import io.lockstep.host.machine.MachineRequest;
import io.lockstep.host.publisher.OutputHash;
import io.lockstep.host.sequencer.SequencerInput;
import io.lockstep.host.sequencer.Timer;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.ChangeCardDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochClock;

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

  private final Settings settings;
  private final ApplianceListener listener;
  private final ApplianceCore core;
  private final Engine engine;
  private final Timer timer;
  private final Gateway gateway;
  private final Snapshots snapshots;
  private final MachineMail mail = new MachineMail();
  private final MachineDesk desk = new MachineDesk(mail, this::job);
  private final Feed feed;
  private final DutyCycle dutyCycle;
  private final BooleanSupplier settled = this::isSettled;

  /**
   * An appliance with the card that the settings name, and the machine's steady clock for sessions.
   */
  public SteppedAppliance(Settings settings, Venue venue) {
    this(settings, venue, Cards.open(setup(settings, venue)).card(), SteadyClock.INSTANCE);
  }

  private static CardSetup setup(Settings settings, Venue venue) {
    return CardSetup.of(settings.card()).withMargin(venue.margin().isMargined());
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
        Cards.source(setup(settings, venue)),
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
    core = new ApplianceCore(settings, venue, card, cards, listener);
    engine = core.engine();
    try {
      snapshots = core.snapshots();
      timer = new Timer(core.inputs().ticks(), sessionClock, tickIntervalMs());
      gateway = gateway(venue, sessionClock);
      feed = feed(sessionClock);
      dutyCycle = dutyCycle();
      listener.onStarted(core.origin(), engine.logSequence());
    } catch (RuntimeException | Error failure) {
      CloseHelper.quietClose(core);
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
    return dutyCycle.turn();
  }

  /** Puts a tick into the log: what is due by the log's time happens. It is not settled yet. */
  public void tick() {
    while (!timer.tick()) {
      step();
    }
  }

  /** Steps until everything that came in is matched, recorded and reported. */
  public void settle() {
    dutyCycle.settle(settled);
  }

  private boolean isSettled() {
    return core.isSettled() && desk.isIdle() && feed.position() == core.outputPosition();
  }

  // ------------------------------------------------------------------ what can be seen

  /** The settings that it runs with. */
  public Settings settings() {
    return settings;
  }

  /** The Aeron client; clients on the same thread may share it. */
  public Aeron aeron() {
    return core.transport().aeron();
  }

  /**
   * The card that runs. Others may use it while the appliance is settled, and must poll all they
   * cause.
   */
  public Card card() {
    return core.rack().card();
  }

  /** The name of the card that runs. */
  public String cardName() {
    return core.rack().name();
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
    return core.inputs().requests();
  }

  /** Hash of every message of the output stream so far. */
  public OutputHash outputHash() {
    return core.publisher().hash();
  }

  /** Refusals by reason. */
  public RefusalCounters refusals() {
    return core.refusals();
  }

  /** Messages of the feed that no reader got, since one of them left no room. */
  public long feedLost() {
    return feed.lost();
  }

  /** Messages in the log. */
  public long logSequence() {
    return core.sequencer().sequence();
  }

  /** Orders that rest or are parked, or are on their way to the card. */
  public int liveOrders() {
    return engine.liveOrders();
  }

  /** Ends everything, and deletes the directories that were not given. */
  @Override
  public void close() {
    CloseHelper.closeAll(gateway::onClose, desk::onClose, core);
  }

  // ------------------------------------------------------------------ start

  /** A log clock that steps goes on by messages alone; so ticks are asked for. */
  private long tickIntervalMs() {
    return settings.logClock() == Settings.LogClock.STEP ? 0 : settings.tickIntervalMs();
  }

  private MachineJob job(MachineRequest request) {
    return request.templateId() == ChangeCardDecoder.TEMPLATE_ID
        ? new CardChange(request.text(), engine, core.rack())
        : snapshots.job();
  }

  private Gateway gateway(Venue venue, EpochClock clock) {
    List<Subscription> ingress = new ArrayList<>();
    for (String channel : settings.ingressChannels()) {
      ingress.add(core.transport().ingress(channel));
    }
    GatewayLimits limits =
        new GatewayLimits(
            settings.heartbeatIntervalMs(),
            settings.sessionTermBytes(),
            settings.messagesPerSecond(),
            settings.burst(),
            settings.responseHosts());
    return new Gateway(
        aeron(),
        ingress,
        clock,
        venue.keys(),
        venue.operators(),
        core.sessions(),
        core.reportArchive(),
        core.inputs().requests(),
        mail,
        core.tickets(),
        core.refusals(),
        limits,
        listener);
  }

  private Feed feed(EpochClock clock) {
    return new Feed(
        engine,
        card().description(),
        core.reportReader(),
        core.publisher()::position,
        core.transport().feed(),
        clock,
        settings.feed().snapshotIntervalMs());
  }

  /** The duty cycle with the gateway in it: clients are heard from now on. */
  private DutyCycle dutyCycle() {
    SplittableRandom random =
        settings.agentOrderSeed().isPresent()
            ? new SplittableRandom(settings.agentOrderSeed().getAsLong())
            : null;
    List<Agent> agents = new ArrayList<>();
    agents.add(gateway);
    agents.add(timer);
    agents.addAll(core.agents());
    agents.addAll(List.of(feed, snapshots, desk));
    agents.addAll(core.countingAgents(snapshots));
    return new DutyCycle(core.transport(), core.publisher(), agents, random);
  }
}
