package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.StateHash;
import io.lockstep.host.card.CardSource;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.direct.CardLink;
import io.lockstep.host.gateway.OperatorRequest;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsBuilder;
import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.RejectReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.CachedEpochClock;

/**
 * A real appliance for a test, stepped by it: media driver, archive and card are the real ones;
 * only the clock of sessions is the test's.
 */
final class TestAppliance implements AutoCloseable, ApplianceListener {
  final SteppedAppliance appliance;
  final CachedEpochClock clock = new CachedEpochClock();
  private final List<TestClient> clients = new ArrayList<>();
  private List<String> news = new ArrayList<>();
  private final Map<Integer, EndReason> ends = new HashMap<>();

  TestAppliance() {
    this(settings());
  }

  TestAppliance(SettingsBuilder settings) {
    this(settings.conclude());
  }

  private TestAppliance(Settings settings) {
    this(settings, Cards.open(settings.card()));
  }

  TestAppliance(Settings settings, Card card) {
    this(settings, TestVenue.VENUE, card);
  }

  TestAppliance(Venue venue) {
    this(settings().conclude(), venue, Cards.open(model(venue)).card());
  }

  private static CardSetup model(Venue venue) {
    return CardSetup.of(Cards.MODEL).withMargin(venue.margin().isMargined());
  }

  TestAppliance(Settings settings, Venue venue, Card card) {
    this(settings, venue, card, Cards.source(model(venue).withName(settings.card())));
  }

  /** With other cards to go on with. */
  TestAppliance(Settings settings, Card card, CardSource cards) {
    this(settings, TestVenue.VENUE, card, cards);
  }

  private TestAppliance(Settings settings, Venue venue, Card card, CardSource cards) {
    clock.update(1_000_000);
    appliance = new SteppedAppliance(settings, venue, card, cards, clock, this);
  }

  /** Small buffers and a log clock that does not depend on time. */
  static SettingsBuilder settings() {
    return Settings.builder()
        .logTermBytes(64 * 1024)
        .outputTermBytes(64 * 1024)
        .logClock(Settings.LogClock.STEP);
  }

  TestClient alice() {
    return connect(TestVenue.ALICE, "alice-key");
  }

  TestClient bob() {
    return connect(TestVenue.BOB, "bob-key");
  }

  /** An operator. */
  TestClient carol() {
    return connect(TestVenue.CAROL, "carol-key");
  }

  /** Not an operator, and without an account. */
  TestClient dave() {
    return connect(TestVenue.DAVE, "dave-key");
  }

  TestClient connect(int participant, String key) {
    return connect(options(participant, key));
  }

  TestClient connect(ClientOptions options) {
    TestClient client = new TestClient(this, options);
    clients.add(client);
    return client;
  }

  ClientOptions options(int participant, String key) {
    return ClientOptions.ipc(appliance.aeron(), participant, key, appliance::step);
  }

  ClientOptions aliceOptions() {
    return options(TestVenue.ALICE, "alice-key");
  }

  /** Resumes the session of a client that is gone, behind the last report that it heard. */
  TestClient resume(TestClient gone) {
    return connect(gone.options.resume(gone.client.session(), gone.client.lastOutputSequence()))
        .withNextClientOrderId(gone.nextClientOrderId());
  }

  /** A client is heard of no more, until the gateway ends its session. */
  void lose(TestClient gone) {
    forget(gone);
    for (int i = 0; i < 4; i++) {
      clients.forEach(client -> client.client.heartbeat());
      pass(appliance.settings().heartbeatIntervalMs());
    }
  }

  /** Settles, and lets every client hear what came. */
  void settle() {
    int heard;
    do {
      appliance.settle();
      heard = 0;
      for (TestClient client : clients) {
        heard += client.poll();
      }
    } while (heard > 0);
  }

  /** Moves the sessions' clock, and everything else after it. */
  void pass(long milliseconds) {
    clock.advance(milliseconds);
    settle();
  }

  /** Puts so many ticks into the log; each moves the log's clock by a microsecond. */
  void tick(int ticks) {
    for (int i = 0; i < ticks; i++) {
      appliance.tick();
      settle();
    }
  }

  /** The card's state hash, by an audit. */
  long stateHash() {
    return audit().value();
  }

  /** An audit of everything. */
  StateHash audit() {
    StateHash hash = new StateHash();
    audit(hash);
    return hash;
  }

  /** An audit of everything, line by line. */
  void audit(EventHandler lines) {
    appliance.settle();
    audit(appliance.card(), lines);
  }

  /** An audit of everything that any card holds, line by line. */
  static void audit(Card card, EventHandler lines) {
    CommandWriter writer = new CommandWriter();
    writer.auditAll(card.description());
    new CardLink(card).exchange(writer.command(), lines);
  }

  /** Why a session ended last; null: it did not, or is open again. */
  EndReason endOf(TestClient client) {
    return ends.get(client.client.session());
  }

  @Override
  public void onOpened(int session, int participant) {
    ends.remove(session);
  }

  @Override
  public void onClosed(int session, int participant, EndReason reason) {
    ends.put(session, reason);
  }

  /** What it told so far beside sessions, a line each; forgets it. */
  List<String> news() {
    List<String> told = news;
    news = new ArrayList<>();
    return told;
  }

  @Override
  public void onStarted(String from, long logSequence) {
    news.add("started from " + from);
  }

  @Override
  public void onLogonRefused(int participant, RejectReason reason) {
    news.add("refused " + participant + " " + reason);
  }

  @Override
  public void onOperatorRequest(int session, int participant, OperatorRequest request) {
    news.add(participant + " " + request.name() + " " + request.what());
  }

  @Override
  public void onSnapshot(Path file, long logSequence) {
    news.add("snapshot " + Files.exists(file) + " " + (logSequence == appliance.logSequence()));
  }

  @Override
  public void onBreaker(int instrument) {
    news.add("breaker " + instrument);
  }

  @Override
  public void onLost(String name, String why, long logSequence) {
    news.add("lost " + name + ": " + why);
  }

  void forget(TestClient client) {
    clients.remove(client);
  }

  @Override
  public void close() {
    clients.forEach(TestClient::closeQuietly);
    appliance.close();
  }
}
