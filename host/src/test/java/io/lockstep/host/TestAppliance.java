package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.StateHash;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsBuilder;
import io.lockstep.schema.card.AuditEncoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.CachedEpochClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A real appliance for a test, stepped by it: media driver, archive and card are the real ones;
 * only the clock of sessions is the test's.
 */
final class TestAppliance implements AutoCloseable {
  final SteppedAppliance appliance;
  final CachedEpochClock clock = new CachedEpochClock();
  private final List<TestClient> clients = new ArrayList<>();

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
    clock.update(1_000_000);
    appliance = new SteppedAppliance(settings, TestVenue.VENUE, card, clock);
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

  TestClient connect(int participant, String key) {
    ClientOptions options = ClientOptions.ipc(appliance.aeron(), participant, key, appliance::step);
    TestClient client = new TestClient(this, LockstepClient.connect(options));
    clients.add(client);
    return client;
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
    UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    AuditEncoder audit = new AuditEncoder().wrap(command, 0);
    audit.header().templateId(AuditEncoder.TEMPLATE_ID);
    audit.lines().instruments(true).orders(true).positions(true).accounts(true);
    appliance.card().offer(command, 0);
    EventHeaderDecoder header = new EventHeaderDecoder();
    boolean[] ended = {false};
    EventHandler handler =
        (event, offset) -> {
          lines.onEvent(event, offset);
          ended[0] |= header.wrap(event, offset).flags().last();
        };
    while (!ended[0]) {
      appliance.card().poll(handler, 64);
    }
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
