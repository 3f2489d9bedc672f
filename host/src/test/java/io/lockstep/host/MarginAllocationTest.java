package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.CAROL;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.Requests;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.GreeksDecoder;
import io.lockstep.schema.client.MarginDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.Source;
import io.lockstep.schema.client.TimeInForce;
import io.lockstep.schema.client.TradeDecoder;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

/**
 * Once warm, neither an order at a venue with margin allocates anything, nor a mark that moves,
 * with arrays, commit, sweep, reserves, and what risk groups follow. Marks are put into the log at
 * once: the gateway words operators' requests for people.
 */
class MarginAllocationTest implements ClientListener {
  private static final int KINDS = 8;
  private static final int ORDERS_A_MARK = 5 * KINDS;
  private static final int ORDERS = KINDS * 5_000;
  private static final int ROUNDS_MAX = 8;

  /** Less than the smallest object has for each mark. */
  private static final int BYTES_MAX = 16 * ORDERS / ORDERS_A_MARK;

  private static final long CASH = 1L << 40;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Requests requests = new Requests();
  private final int[] volatilities = new int[3];
  private final ExpandableArrayBuffer operators = new ExpandableArrayBuffer();
  private SteppedAppliance appliance;
  private LockstepClient alice;
  private LockstepClient carol;
  private long nextId = 1;
  private long carolsId = 1;
  private long trades;
  private long rejected;
  private long answers;
  private long marks;
  private long greeks;

  @Test
  void neitherAnOrderNorAMarkAllocatesAnything() {
    Settings settings =
        TestAppliance.settings()
            .logClock(Settings.LogClock.WALL)
            .heartbeatIntervalMs(600_000)
            .conclude();
    try (SteppedAppliance started = new SteppedAppliance(settings, MarginVenue.RULED)) {
      appliance = started;
      alice = connect(ALICE, "alice-key");
      carol = connect(CAROL, "carol-key");
      for (int account : new int[] {ALICE_ACCOUNT, ALICE_GROUPED}) {
        requests.moveCash(carolsId++, account, CASH);
        operate();
      }
      requests.followGreeks(nextId++, ALICE_ACCOUNT, 1);
      send();
      calls(ALICE_ACCOUNT, Side.SELL);
      calls(ALICE_GROUPED, Side.BUY); // contingencies are charged from now on
      long least = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS_MAX && least >= BYTES_MAX; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        trade();
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }

      assertEquals(0, rejected);
      assertTrue(trades >= 4 * ORDERS / KINDS, trades + " trades");
      assertTrue(answers >= ORDERS / KINDS, answers + " answers");
      assertTrue(greeks >= ORDERS / ORDERS_A_MARK / 2, greeks + " times Greeks");
      assertTrue(marks >= ORDERS / ORDERS_A_MARK, marks + " marks");
      assertTrue(least < BYTES_MAX, least + " bytes for " + ORDERS + " orders");
    }
  }

  private LockstepClient connect(int participant, String key) {
    return LockstepClient.connect(
        ClientOptions.ipc(appliance.aeron(), participant, key, appliance::step));
  }

  private void calls(int account, Side side) {
    requests.limit(nextId++, account, MarginVenue.CALL, side, 400 * TICK, 50);
    send();
  }

  private void send() {
    alice.send(requests);
    settle();
  }

  private void trade() {
    for (int i = 0; i < ORDERS; i++) {
      write(i % KINDS, nextId++);
      send();
      if (i % ORDERS_A_MARK == 2) {
        operate(i / ORDERS_A_MARK);
      }
    }
  }

  /** The requests of a round in their turn; the last one leaves nothing open. */
  private void write(int kind, long id) {
    switch (kind) {
      case 0 -> requests.limit(id, ALICE_GROUPED, INSTRUMENT, Side.SELL, MIDDLE, 3);
      case 1 -> requests.whatIf(id, ALICE_ACCOUNT, INSTRUMENT, Side.BUY, MIDDLE, 5);
      case 2 -> requests.limit(id, ALICE_ACCOUNT, INSTRUMENT, Side.BUY, MIDDLE, 2);
      case 3 ->
          requests.replaceByClientOrderId(id, ALICE_GROUPED, INSTRUMENT, id - 3, MIDDLE + TICK, 4);
      case 4 -> {
        requests.whatIfPortfolio(id, ALICE_ACCOUNT);
        requests.leg(INSTRUMENT, 10);
        requests.leg(MarginVenue.CALL, -10);
      }
      case 5 -> requests.limit(id, ALICE_GROUPED, INSTRUMENT, Side.BUY, MIDDLE - 5 * TICK, 2);
      case 6 ->
          requests
              .limit(id, ALICE_ACCOUNT, INSTRUMENT, Side.SELL, MIDDLE - 9 * TICK, 2)
              .timeInForce(TimeInForce.IOC);
      default -> requests.massCancel(id);
    }
  }

  /** A mark, volatilities, and a tick. */
  private void operate(int number) {
    requests.setMark(carolsId++, INSTRUMENT, MIDDLE + (number % 20 - 10) * TICK);
    operate();
    Arrays.fill(volatilities, 500_000 + number % 7 * 10_000);
    requests.reportVolatilities(
        carolsId++, MarginVenue.GROUP, MarginVenue.CALLS_EXPIRY_NS, volatilities);
    operate();
    appliance.tick();
    settle();
  }

  private void operate() {
    requests.copyTo(operators);
    appliance
        .input()
        .offer(Source.OPERATOR, CAROL, carol.session(), operators, 0, requests.length());
    settle();
  }

  private void settle() {
    appliance.settle();
    while (alice.poll(this, 10) + carol.poll(this, 10) > 0) {
      // until all is heard
    }
  }

  @Override
  public void onExecutionReport(ExecutionReportDecoder report) {
    rejected += report.reason() == RejectReason.NONE ? 0 : 1;
  }

  @Override
  public void onTrade(TradeDecoder trade) {
    trades++;
  }

  @Override
  public void onMargin(MarginDecoder margin) {
    answers += margin.reason() == RejectReason.NONE ? 1 : 0;
  }

  @Override
  public void onGreeks(GreeksDecoder told) {
    greeks++;
  }

  @Override
  public void onRequestDone(RequestDoneDecoder answer) {
    marks += answer.reason() == RejectReason.NONE ? 1 : 0;
  }
}
