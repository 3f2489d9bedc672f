package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random commands of few accounts through the ring, with a pipe that answers 19 cycles later as it
 * pleases, makers that come at any time, and a conductor that takes what is serial. Whatever starts
 * must have been gated, and what was taken back must have been taken back wholly.
 */
class MarginAheadTest {
  private static final int ACCOUNTS = 4;
  private static final int LATENCY = 19;
  private static final int FRONT = 0;
  private static final int EVENTS = 1;
  private static final int AHEAD = 3;
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct FACTS = PackedStruct.of("facts_t");
  private static final PackedStruct REQUEST = PackedStruct.of("margin_stage_pkg", "request_t");
  private static final PackedStruct ASIDE = PackedStruct.of("margin_stage_pkg", "aside_t");
  private static final PackedStruct ACCOUNT = PackedStruct.of("margin_stage_pkg", "account_t");
  private static final PackedStruct TERMS = PackedStruct.of("margin_stage_pkg", "terms_t");
  private static final PackedStruct RUNNING = PackedStruct.of("margin_stage_pkg", "running_t");
  private static final PackedStruct RESULT = PackedStruct.of("margin_pkg", "result_t");

  @Rtl(module = "margin_ahead", parameters = "ACCOUNTS=16")
  RtlModule dut;

  /** A command on its way; in: its operations that are in, less those taken back. */
  private static final class Sent {
    long id;
    boolean order;
    boolean serial;
    int account;
    long lots;
    int in;
    int operation;
    boolean accepted;
    long reserve;
  }

  /** What comes out of the pipe in some cycle. */
  private record Result(
      int cycle, Sent of, int operation, int asker, int index, boolean accepts, long reserve) {}

  private final Random random = new Random(1);
  private final Deque<Sent> ring = new ArrayDeque<>();
  private final Deque<Result> pipe = new ArrayDeque<>();
  private final boolean[] healthy = new boolean[ACCOUNTS];
  private final int[] compared = new int[ACCOUNTS];
  private final List<Integer> makersOut = new ArrayList<>();
  private int cycle;
  private long number;
  private int serialLeft;
  private int operations;
  private Sent running;
  private int maker = -1;
  private int makerShown;
  private boolean waits;
  private boolean comes = true;
  private int acceptPercent = 90;
  private int makerPercent = 3;
  private int fast;
  private int serials;
  private int recalled;

  @BeforeEach
  void allAccountsAreKnownAndHealthy() {
    ACCOUNT.set(dut.port("account_i"), "known", 1);
    TERMS.set(dut.port("terms_i"), "valued", 1);
    TERMS.set(dut.port("terms_i"), "position_limit", 1_000);
    dut.set("clears_i", 1);
    for (int account = 0; account < ACCOUNTS; account++) {
      dut.set("clear_index_i", account);
      dut.clock();
      healthy[account] = true;
    }
    dut.set("clears_i", 0);
  }

  @Test
  void whatStartsWasGatedOrIsSerialAndNothingEarlyIsInBesideAMaker() {
    for (int round = 0; round < 100; round++) {
      acceptPercent = 70 + random.nextInt(31);
      makerPercent = random.nextInt(10);
      for (int i = 0; i < 2_000; i++) {
        comes = i < 700;
        cycle("round " + round + " cycle " + i);
      }
      assertTrue(ring.isEmpty(), "round " + round + ": all have started");
    }
    String seen = fast + " fast, " + serials + " serial, " + recalled + " taken back";
    assertTrue(fast > 2_000 && serials > 500 && recalled > 500, seen);
  }

  @Test
  void aVerdictIsThereTwentyTwoCyclesAfterTheCommandEntered() {
    acceptPercent = 100;
    Sent sent = enter(true, 1);
    int entered = cycle;
    while (dut.get("go_o") == 0) {
      step(sent);
      sent = null;
      assertTrue(cycle < 100, "it may start");
    }
    assertEquals(entered + 1 + 2 + LATENCY + 1, cycle);
  }

  /** Clocks, with what there is: a command that enters, or none. */
  private void step(Sent enters) {
    dut.set("waiting_i", 1);
    dut.set("entered_i", enters != null ? 1 : 0);
    result();
    dut.eval();
    boolean asks = dut.get("request_valid_o") == 1;
    dut.set("granted_i", asks ? 1 : 0);
    dut.eval();
    if (asks) {
      granted("once");
    }
    dut.clock();
    cycle++;
    dut.eval();
  }

  private Sent enter(boolean order, int account) {
    Sent sent = new Sent();
    sent.id = ++number;
    sent.order = order;
    sent.account = account;
    sent.lots = 1 + random.nextInt(1_000);
    set(dut.port("command_i"), dut.port("facts_i"), sent);
    ring.add(sent);
    return sent;
  }

  private void set(RtlPort command, RtlPort facts, Sent sent) {
    COMMAND.set(command, "kind.is_new", sent.order ? 1 : 0);
    COMMAND.set(command, "kind.cancel", sent.order || sent.serial ? 0 : 1);
    COMMAND.set(command, "kind.mass_cancel", sent.serial ? 1 : 0);
    COMMAND.set(command, "order_id", sent.id);
    COMMAND.set(command, "account", sent.account);
    COMMAND.set(command, "quantity", sent.lots);
    FACTS.set(facts, "lots", sent.lots);
    FACTS.set(facts, "alone", sent.serial ? 1 : 0);
  }

  private void cycle(String where) {
    boolean room = dut.get("room_o") == 1;
    Sent sent = null;
    if (room && comes && random.nextInt(3) == 0) {
      sent = enter(random.nextInt(4) != 0, random.nextInt(ACCOUNTS));
      if (random.nextInt(25) == 0) {
        ring.removeLast();
        sent.order = false;
        sent.serial = true;
        set(dut.port("command_i"), dut.port("facts_i"), sent);
        ring.add(sent);
      }
    }
    dut.set("entered_i", sent != null ? 1 : 0);
    result();

    // A maker is shown until it was for two cycles, and is free.
    if (maker < 0 && comes && serialLeft == 0 && random.nextInt(100) < makerPercent) {
      maker = random.nextInt(ACCOUNTS);
      makerShown = 0;
    }
    dut.set("maker_valid_i", maker >= 0 ? 1 : 0);
    dut.set("maker_account_i", Math.max(maker, 0));
    dut.set("gating_waits_i", waits ? 1 : 0);
    dut.set("waiting_i", serialLeft > 0 ? 0 : 1);
    dut.set("granted_i", 0);
    dut.set("started_i", 0);
    dut.eval();
    boolean makerLeaves = maker >= 0 && makerShown > 0 && dut.get("maker_free_o") == 1;
    int gating = (int) dut.get("gating_account_o");
    final boolean waitsNext = makersOut.contains(gating) || maker == gating;

    start(where);
    boolean asks = dut.get("request_valid_o") == 1 && random.nextInt(4) != 0;
    dut.set("granted_i", asks ? 1 : 0);
    dut.eval();
    if (asks) {
      granted(where);
    }
    if (makerLeaves) {
      final int whose = maker;
      assertTrue(ring.stream().noneMatch(s -> s.account == whose && s.in != 0), where);
      pipe.add(new Result(cycle + LATENCY, null, 0, EVENTS, maker, random.nextInt(4) > 0, 0));
      makersOut.add(maker);
      maker = -1;
    }
    makerShown++;
    dut.clock();
    cycle++;
    if (running != null) {
      RtlPort said = dut.port("running_o");
      assertEquals(running.id, RUNNING.get(said, "order_id"), where);
      assertEquals(running.order ? 1 : 0, RUNNING.get(said, "gated"), where);
      assertTrue(!running.order || RUNNING.get(said, "order.reserve") == running.reserve, where);
      running = null;
    }
    waits = waitsNext;
  }

  private void start(String where) {
    boolean go = dut.get("go_o") == 1;
    boolean serial = dut.get("serial_o") == 1;
    if (serialLeft > 0) {
      assertTrue(!go, where);
      serialLeft--;
      return;
    }
    if (!go && !(serial && pipe.isEmpty() && maker < 0) || random.nextInt(3) == 0) {
      return;
    }
    Sent sent = ring.remove();
    set(dut.port("port_command_i"), dut.port("port_facts_i"), sent);
    dut.set("started_i", 1);
    if (serial) {
      assertTrue(!go, where);
      assertTrue(sent.in == 0 && ring.stream().allMatch(s -> s.in == 0), where);
      serials++;
      serialLeft = LATENCY + 2 + random.nextInt(10);
      boolean well = random.nextInt(5) > 0;
      int whose = random.nextInt(ACCOUNTS);
      pipe.add(new Result(cycle + LATENCY, null, 0, FRONT, whose, well, 0));
    } else {
      assertTrue(!sent.serial, where);
      assertTrue(!sent.order || (sent.in == 1 && sent.accepted), where);
      fast++;
    }
    dut.eval();
    running = serial ? null : sent;
  }

  private void granted(String where) {
    RtlPort request = dut.port("request_o");
    boolean turned = REQUEST.get(request, "turned") == 1;
    int index = (int) REQUEST.get(request, "index");
    assertEquals(AHEAD, REQUEST.get(request, "asker"), where);
    Sent sent = turned ? turnedBack(request, where) : firstWithout(where);
    assertEquals(sent.account, REQUEST.get(request, "account"), where);
    assertEquals(sent.lots, REQUEST.get(request, "reserving"), where);
    long opened = REQUEST.get(request, "opened");
    assertEquals(turned ? (1L << 29) - sent.lots : sent.lots, opened, where);
    if (!turned) {
      assertTrue(maker < 0 && !makersOut.contains(sent.account), where);
      assertTrue(healthy[sent.account] || compared[sent.account] > cycle - 4, where);
    } else {
      recalled++;
    }
    sent.in += turned ? -1 : 1;
    sent.accepted = false;
    sent.operation = turned ? 0 : ++operations;
    boolean accepts = !turned && random.nextInt(100) < acceptPercent;
    long reserve = random.nextInt(1 << 20);
    pipe.add(new Result(cycle + LATENCY, sent, sent.operation, AHEAD, index, accepts, reserve));
  }

  /** The oldest order that is not in. */
  private Sent firstWithout(String where) {
    Sent found = ring.stream().filter(s -> s.order && s.in == 0).findFirst().orElse(null);
    assertNotNull(found, where);
    return found;
  }

  /** The one that the request takes back: it must be in. */
  private Sent turnedBack(RtlPort request, String where) {
    long account = REQUEST.get(request, "account");
    long lots = REQUEST.get(request, "reserving");
    Sent found =
        ring.stream()
            .filter(s -> s.in == 1 && s.account == account && s.lots == lots)
            .findFirst()
            .orElse(null);
    assertNotNull(found, where);
    return found;
  }

  private void result() {
    Result due = pipe.peek();
    boolean valid = due != null && due.cycle <= cycle;
    dut.set("result_valid_i", valid ? 1 : 0);
    if (!valid) {
      return;
    }
    pipe.remove();
    RtlPort aside = dut.port("aside_i");
    RtlPort result = dut.port("result_i");
    ASIDE.set(aside, "asker", due.asker);
    ASIDE.set(aside, "judge", due.asker == AHEAD ? 0 : 1);
    boolean fits = due.accepts || random.nextBoolean();
    ASIDE.set(aside, "fits", fits ? 1 : 0);
    RESULT.set(result, "free_negative", due.accepts || !fits ? 0 : 1);
    RESULT.set(result, "status_before", 0);
    if (due.asker == AHEAD) {
      ASIDE.set(aside, "index", due.index);
      ASIDE.set(aside, "r", due.reserve);
      if (due.operation != 0 && due.operation == due.of.operation) {
        due.of.accepted = due.accepts;
        due.of.reserve = due.reserve;
      }
    } else {
      ASIDE.set(aside, "account", due.index);
      RESULT.set(result, "status", due.accepts ? 0 : 1);
      healthy[due.index] = due.accepts;
      compared[due.index] = cycle;
      if (due.asker == EVENTS) {
        makersOut.remove((Integer) due.index);
      }
    }
  }
}
