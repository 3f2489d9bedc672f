package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.Requests;
import io.lockstep.host.publisher.OutputHash;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.OrderStatus;
import io.lockstep.schema.client.OutputHeaderDecoder;
import io.lockstep.schema.client.ReplacedDecoder;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import io.lockstep.schema.client.TradeDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.agrona.sbe.MessageDecoderFlyweight;

/**
 * A client that trades at random, outlives its appliance, resumes its session, and keeps account of
 * all it was told: any report that comes twice, or does not fit what came before, fails.
 */
final class CrashTrader implements ClientListener {
  private static final int INSTRUMENT = 0;
  private static final long MIDDLE = 62_000;
  private static final int SPREAD = 8;
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

  private final int participant;
  private final String key;
  private final int account;
  private final Random random;
  private final Requests requests = new Requests();

  /**
   * Lots open, by the venue's order id, of the orders that were acknowledged and have not ended.
   */
  private final Map<Long, Long> open = new HashMap<>();

  /** Number and hash of each private report, in the order in which they came. */
  private final List<String> heard = new ArrayList<>();

  private final Map<Long, String> trades = new HashMap<>();
  private LockstepClient client;
  private int session;
  private long lastOutputSequence;
  private long sentId;
  private long answeredId;
  private long cancelledByMassCancel = -1;

  CrashTrader(int participant, String key, int account, long seed) {
    this.participant = participant;
    this.key = key;
    this.account = account;
    random = new Random(seed);
  }

  // ------------------------------------------------------------------ life

  /** Logs on at the appliance that uses this directory, or resumes. */
  void connect(Path aeronDirectory) {
    ClientOptions options = ClientOptions.ipc(aeronDirectory, participant, key);
    if (session != 0) {
      options = options.resume(session, lastOutputSequence);
    }
    client = connect(options);
    session = client.session();
    answeredId = sentId; // what is unanswered may have been lost with the appliance
  }

  private static LockstepClient connect(ClientOptions options) {
    long deadline = System.nanoTime() + PATIENCE_NS;
    while (true) {
      try {
        return LockstepClient.connect(options);
      } catch (IllegalStateException slow) {
        assertTrue(System.nanoTime() < deadline, () -> "cannot connect: " + slow);
      }
    }
  }

  /** Hears what is left, and lets go of an appliance that is gone. */
  void disconnect() {
    poll();
    client.close();
  }

  /** Sends a request, as soon as not too much is unanswered any more, and listens. */
  void trade(int unansweredMax) {
    write();
    await(
        () -> sentId - answeredId < unansweredMax && client.send(requests) >= LockstepClient.SENT);
    sentId++;
    poll();
  }

  private void write() {
    long id = sentId + 1;
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long price = MIDDLE + random.nextInt(2 * SPREAD) - SPREAD;
    int lots = 1 + random.nextInt(20);
    switch (random.nextInt(6)) {
      case 0 -> requests.cancelByClientOrderId(id, account, 1 + random.nextLong(id));
      case 1 ->
          requests.replaceByClientOrderId(
              id, account, INSTRUMENT, 1 + random.nextLong(id), price, lots);
      case 2 ->
          requests.limit(id, account, INSTRUMENT, side, price, lots).timeInForce(TimeInForce.IOC);
      default -> requests.limit(id, account, INSTRUMENT, side, price, lots);
    }
  }

  /** Cancels whatever the session has open, and hears how many orders that were. */
  void cancelAll() {
    requests.massCancel(++sentId).session(session);
    await(() -> client.send(requests) >= LockstepClient.SENT);
    long expected = open.size();
    await(() -> cancelledByMassCancel >= 0);
    assertEquals(expected, cancelledByMassCancel, "orders that were open");
    assertEquals(Map.of(), open, "orders that were acknowledged, and have no end");
  }

  /** Hears all that the appliance answers to what was sent, so far as it ever got it. */
  void settle() {
    await(() -> answeredId == sentId || isQuiet());
  }

  /** What was sent to a killed appliance may never be answered. */
  private boolean isQuiet() {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
    while (System.nanoTime() < until) {
      if (poll() > 0) {
        return false;
      }
      Thread.yield();
    }
    return true;
  }

  private void await(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NS;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline && client.isConnected(), "it does not answer");
      poll();
    }
  }

  private int poll() {
    int polled = client.poll(this, 100);
    lastOutputSequence = client.lastOutputSequence();
    return polled;
  }

  // ------------------------------------------------------------------ what it was told

  int session() {
    return session;
  }

  /** Number and hash of each private report. */
  List<String> heard() {
    return heard;
  }

  /** Price and lots by trade id. */
  Map<Long, String> trades() {
    return trades;
  }

  @Override
  public void onExecutionReport(ExecutionReportDecoder report) {
    hear(report.output(), report);
    answered(report.clientOrderId());
    if (report.status() == OrderStatus.ACCEPTED) {
      Long before = open.put(report.orderId(), report.quantity());
      assertEquals(null, before, "an order is acknowledged once");
    } else if (report.status() == OrderStatus.CANCELLED) {
      assertEquals(report.quantity(), open.remove(report.orderId()), "what a cancel ends");
    }
  }

  @Override
  public void onTrade(TradeDecoder trade) {
    hear(trade.output(), trade);
    String before = trades.put(trade.tradeId(), trade.price() + " " + trade.quantity());
    assertEquals(null, before, "a trade is reported once");
    long left = open.remove(trade.orderId()) - trade.quantity();
    assertEquals(left, trade.openQuantity(), "lots left by a trade");
    if (left > 0) {
      open.put(trade.orderId(), left);
    }
  }

  @Override
  public void onReplaced(ReplacedDecoder replaced) {
    hear(replaced.output(), replaced);
    answered(replaced.clientOrderId());
    assertTrue(open.containsKey(replaced.orderId()), "what is replaced is open");
    open.put(replaced.orderId(), replaced.openQuantity());
  }

  @Override
  public void onRequestDone(RequestDoneDecoder done) {
    hear(done.output(), done);
    cancelledByMassCancel = done.count();
  }

  private void answered(long clientOrderId) {
    answeredId = Math.max(answeredId, clientOrderId);
  }

  private void hear(OutputHeaderDecoder place, MessageDecoderFlyweight report) {
    OutputHash hash = new OutputHash();
    hash.add(report.buffer(), report.offset(), report.sbeBlockLength());
    heard.add(place.outputSequence() + " " + hash);
  }
}
