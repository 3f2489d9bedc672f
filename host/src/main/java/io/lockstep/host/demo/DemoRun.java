package io.lockstep.host.demo;

import io.lockstep.driver.Card;
import io.lockstep.host.OpenCard;
import io.lockstep.host.SteppedAppliance;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.demo.MarketView.Print;
import io.lockstep.host.gateway.SteadyClock;
import io.lockstep.host.publisher.OutputHash;
import io.lockstep.host.settings.LostCardSettings;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsBuilder;
import io.lockstep.host.venue.Venue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.CloseHelper;

/**
 * A small market from end to end in one process and on one thread: sessions, gateway, log, engine,
 * card and reports are the real ones. The log's clock goes 1 µs a message, and each request is
 * settled before the next is drawn; so the output's hash depends on nothing but {@link
 * DemoSettings}.
 */
public final class DemoRun {
  /** No session is to be closed because the terminal stands still. */
  private static final long HEARTBEAT_INTERVAL_MS = 600_000;

  private static final int REQUESTS_A_TICK = 50;

  private final DemoSettings settings;
  private final DemoObserver observer;
  private final DemoStatistics statistics = new DemoStatistics();
  private final List<DemoSession> sessions = new ArrayList<>();
  private SteppedAppliance appliance;
  private DemoMarket market;
  private MarketView view;
  private boolean tradeShown;
  private Optional<Path> archive = Optional.empty();

  /** A demo that has not begun. For one run. */
  public DemoRun(DemoSettings settings, DemoObserver observer) {
    this.settings = settings;
    this.observer = observer;
  }

  /** Keeps log and output in a directory of the caller's; else they are gone at the end. */
  public DemoRun recordedIn(Path directory) {
    archive = Optional.of(directory);
    return this;
  }

  /**
   * Runs it to its end.
   *
   * @param opened card, after its reset; closed at the end.
   * @param cardName for the appliance's settings.
   * @throws IllegalStateException if appliance or card are lost, or a request gets no answer.
   */
  public DemoResult run(OpenCard opened, String cardName) {
    Card card = opened.card();
    Venue venue = DemoVenue.of(card.description().levels(), settings.breakers());
    market = new DemoMarket(settings.seed(), DemoVenue.referenceTicks(venue));
    view = new MarketView(venue.instruments().size());
    Optional<MeteredCard> meter = opened.clock().map(cycles -> new MeteredCard(card, cycles));
    SettingsBuilder applianceSettings =
        Settings.builder()
            .card(cardName)
            .lostCard(LostCardSettings.STOPS)
            .logClock(Settings.LogClock.STEP)
            .heartbeatIntervalMs(HEARTBEAT_INTERVAL_MS);
    archive.ifPresent(applianceSettings::archiveDirectory);
    try (SteppedAppliance started =
        new SteppedAppliance(
            applianceSettings.conclude(),
            venue,
            meter.map(Card.class::cast).orElse(card),
            SteadyClock.INSTANCE)) {
      appliance = started;
      logOn(venue.instruments());
      observer.onStarted(venue.instruments(), view);
      meter.ifPresent(metered -> metered.windowToEvent().reset());
      trade();
      DemoResult result = result(venue.instruments(), meter);
      CloseHelper.closeAll(sessions);
      return result;
    }
  }

  private void logOn(List<Venue.Instrument> instruments) {
    for (int i = 0; i < DemoMarket.PARTICIPANTS; i++) {
      ClientOptions options =
          ClientOptions.ipc(appliance.aeron(), DemoVenue.id(i), DemoVenue.key(i), appliance::step);
      LockstepClient client = LockstepClient.connect(options);
      sessions.add(new DemoSession(client, market.participant(i), instruments, view, statistics));
    }
    appliance.settle();
  }

  private void trade() {
    long start = System.nanoTime();
    for (long turn = 0; statistics.orders() < settings.orders(); turn++) {
      if (settings.breakers() && turn % REQUESTS_A_TICK == 0) {
        appliance.tick();
      }
      DemoRequest request = market.next();
      statistics.sent(request);
      long order = statistics.orders();
      boolean changed = request.isNew() && order == settings.changedOrder();
      exchange(changed ? request.withOneLotMore() : request);
      if (request.isNew()) {
        observer.onOrder(order, statistics);
      }
    }
    statistics.ended(System.nanoTime() - start);
  }

  private void exchange(DemoRequest request) {
    DemoSession session = sessions.get(request.participant());
    long answers = session.answers();
    long sentNanos = System.nanoTime();
    session.send(request);
    appliance.settle();
    for (DemoSession each : sessions) {
      each.poll();
    }
    statistics.settled(System.nanoTime() - sentNanos);
    if (session.answers() != answers + 1) {
      throw new IllegalStateException(
          "a request had " + (session.answers() - answers) + " answers");
    }
    Print last = tradeShown ? null : view.last(request.instrument());
    if (last != null) {
      tradeShown = true;
      observer.onFirstTrade(last);
    }
  }

  private DemoResult result(List<Venue.Instrument> instruments, Optional<MeteredCard> meter) {
    OutputHash hash = appliance.outputHash();
    return new DemoResult(
        instruments,
        view,
        statistics,
        meter.map(MeteredCard::windowToEvent),
        meter.map(MeteredCard::cycles).orElse(0L),
        hash.toString(),
        hash.messages(),
        hash.bytes());
  }
}
