package io.lockstep.host.fuzz;

import io.aeron.ExclusivePublication;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.StateHash;
import io.lockstep.host.Cards;
import io.lockstep.host.RefusalCounters;
import io.lockstep.host.SteppedAppliance;
import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.Requests;
import io.lockstep.host.direct.CardLink;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.agrona.CloseHelper;
import org.agrona.concurrent.CachedEpochClock;

/**
 * Sends hostile messages to a whole appliance with the Java model as its card, as a client, as an
 * operator, and as a stranger who never logged on. After each one it checks that it was refused,
 * carried out or heard, exactly one of them by the counters and the log, and that what was refused
 * left the card's state hash as it was.
 */
public final class GatewayFuzz {
  private static final long NEVER_SILENT_MS = 1_000_000_000_000L;
  private static final long LOGON_EXPIRES_MS = 6_000;
  private static final int TURNS_A_LOGON = 2_000;
  private static final int AUDIT_EVERY = 64;
  private static final int STRANGER_ONE_IN = 50;
  private static final int OPERATOR_ONE_IN = 8;
  private static final int SPENT_IDS_MAX = 5;

  private final long seed;
  private final long inputs;
  private final HostileMessages messages;
  private final LongConsumer progress;
  private final CachedEpochClock clock = new CachedEpochClock();
  private final ClientListener nobody = new ClientListener() {};
  private final CommandWriter audit = new CommandWriter();
  private final StateHash hash = new StateHash();
  private SteppedAppliance appliance;
  private CardLink card;
  private LockstepClient client;
  private LockstepClient operator;
  private ExclusivePublication stranger;
  private long refused;
  private long logged;
  private long state;
  private long sent;
  private long accepted;
  private long heard;
  private long audits;
  private long spentIds;

  /**
   * @param inputs messages to send.
   * @param progress is told how many were sent, now and then.
   */
  public GatewayFuzz(long seed, long inputs, LongConsumer progress) {
    this.seed = seed;
    this.inputs = inputs;
    this.progress = progress;
    messages = new HostileMessages(seed);
  }

  /** Runs to the end, or to the first fault. */
  public GatewayFuzzResult run() {
    Settings settings =
        Settings.builder()
            .card(Cards.MODEL)
            .logClock(Settings.LogClock.STEP)
            .heartbeatIntervalMs(NEVER_SILENT_MS)
            .conclude();
    try (SteppedAppliance started =
        new SteppedAppliance(settings, FuzzVenue.VENUE, Cards.open(Cards.MODEL), clock)) {
      appliance = started;
      card = new CardLink(started.card());
      stranger = started.aeron().addExclusivePublication("aeron:ipc?term-length=64k", 1001);
      String fault = fault();
      CloseHelper.closeAll(client, operator);
      return new GatewayFuzzResult(
          seed, inputs, sent, accepted, heard, refusals(started.refusals()), audits, fault);
    }
  }

  private String fault() {
    try {
      connect();
      openPositions();
      while (sent < inputs) {
        String fault = send();
        if (fault != null) {
          return "message " + sent + ": " + fault;
        }
        progress.accept(sent);
      }
      return null;
    } catch (RuntimeException escaped) {
      return "message " + sent + ": " + escaped;
    }
  }

  /** An account's first order in an instrument opens its position, whatever becomes of it. */
  private void openPositions() {
    Requests first = new Requests();
    for (int instrument = 0; instrument < FuzzVenue.INSTRUMENTS; instrument++) {
      for (int account = 0; account < FuzzVenue.ACCOUNTS; account++) {
        long price = FuzzVenue.MIDDLE_TICKS * FuzzVenue.TICK;
        long id = messages.nextClientOrderId();
        first.limit(id, account, instrument, Side.BUY, price, 1).timeInForce(TimeInForce.IOC);
        (account == FuzzVenue.OPERATORS_ACCOUNT ? operator : client).send(first);
        settle();
      }
    }
    remember();
  }

  // ------------------------------------------------------------------ one message

  private String send() {
    connect();
    boolean asStranger = messages.draw(STRANGER_ONE_IN) == 0;
    messages.next(client.session(), asStranger);
    LockstepClient as = messages.draw(OPERATOR_ONE_IN) == 0 ? operator : client;
    while (asStranger
        ? stranger.offer(messages.buffer(), 0, messages.length()) < 0
        : as.send(messages.buffer(), 0, messages.length()) < LockstepClient.SENT) {
      appliance.step();
    }
    sent++;
    settle();
    if (asStranger) {
      awaitLogon();
    }
    return judge();
  }

  private void settle() {
    appliance.settle();
    while (client.poll(nobody, Integer.MAX_VALUE) + operator.poll(nobody, Integer.MAX_VALUE) > 0) {
      appliance.settle();
    }
  }

  private boolean hasEffect() {
    return appliance.refusals().total() != refused || appliance.logSequence() != logged;
  }

  /** A stranger's logon may be on its way; in the end nobody listens, and it is given up. */
  private void awaitLogon() {
    for (int i = 0; i < TURNS_A_LOGON && !hasEffect(); i++) {
      appliance.step();
    }
    clock.advance(LOGON_EXPIRES_MS);
    settle();
  }

  private String judge() {
    long refusals = appliance.refusals().total() - refused;
    long entries = appliance.logSequence() - logged;
    if (refusals > 1 || entries > 1) {
      return refusals + " refusals and " + entries + " log messages of one input";
    }
    if (refusals == 0) {
      accepted += entries;
      heard += 1 - entries;
      remember();
      return null;
    }
    refused++;
    logged += entries;
    if (entries == 0 && refused % AUDIT_EVERY != 0) {
      return null; // it is nowhere but in a counter
    }
    audits++;
    return stateHash() == state ? null : "refused, and the card's state is another one";
  }

  private void remember() {
    refused = appliance.refusals().total();
    logged = appliance.logSequence();
    state = stateHash();
  }

  private long stateHash() {
    hash.reset();
    audit.audit().instruments(true).orders(true).positions(true).accounts(true);
    card.exchange(audit.command(), hash);
    return hash.value();
  }

  // ------------------------------------------------------------------ sessions

  /**
   * Whoever was logged out resumes the session. When a huge client order id got in, after which
   * none rises, both begin new ones.
   */
  private void connect() {
    long notRising = appliance.refusals().get(RejectReason.CLIENT_ORDER_ID_NOT_RISING);
    boolean anew = client == null || notRising > spentIds + SPENT_IDS_MAX;
    if (anew || !client.isConnected()) {
      client = connected(client, anew, FuzzVenue.CLIENT, FuzzVenue.CLIENT_KEY);
    }
    if (anew || !operator.isConnected()) {
      operator = connected(operator, anew, FuzzVenue.OPERATOR, FuzzVenue.OPERATOR_KEY);
    }
    spentIds = anew ? notRising : spentIds;
  }

  private LockstepClient connected(
      LockstepClient before, boolean anew, int participant, String key) {
    ClientOptions options = ClientOptions.ipc(appliance.aeron(), participant, key, appliance::step);
    CloseHelper.close(before);
    appliance.settle();
    if (!anew) {
      options = options.resume(before.session(), before.lastOutputSequence());
    }
    LockstepClient connected = LockstepClient.connect(options);
    appliance.settle();
    remember();
    return connected;
  }

  private static Map<RejectReason, Long> refusals(RefusalCounters counters) {
    Map<RejectReason, Long> refusals = new EnumMap<>(RejectReason.class);
    for (RejectReason reason : RejectReason.values()) {
      if (reason != RejectReason.NONE && reason != RejectReason.NULL_VAL) {
        long count = counters.get(reason);
        if (count > 0) {
          refusals.put(reason, count);
        }
      }
    }
    return refusals;
  }
}
