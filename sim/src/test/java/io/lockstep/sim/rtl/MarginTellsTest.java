package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReservedDecoder;
import io.lockstep.schema.card.TradeDecoder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random events whose results come later, while who takes them stops at random: all are told in
 * order, with fees, reserves and the statuses that changed.
 */
class MarginTellsTest {
  private static final int LATENCY = 17;
  private static final int ACCOUNTS = 3;
  private static final String STAGE = "margin_stage_pkg";
  private static final PackedStruct ANSWER = PackedStruct.of("answer_t");
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct CAUSED = PackedStruct.of(STAGE, "caused_t");
  private static final PackedStruct ASIDE = PackedStruct.of(STAGE, "aside_t");
  private static final PackedStruct COMPARED = PackedStruct.of(STAGE, "compared_t");
  private static final PackedStruct FIELDS = PackedStruct.of(STAGE, "fields_t");
  private static final PackedStruct ORDER = PackedStruct.of(STAGE, "margin_order_t");
  private static final PackedStruct RESULT = PackedStruct.of("margin_pkg", "result_t");

  @Rtl(module = "margin_tells")
  RtlModule dut;

  /** A result on its way. */
  private record Result(int cycle, int index, int account, int before, int after, long figure) {}

  /** An event that must be told: of money, what stands at those bits of the overlay. */
  private record Told(int template, boolean last, int[] places, long... money) {}

  private final Random random = new Random(1);
  private final Deque<Result> results = new ArrayDeque<>();
  private final Deque<Told> expected = new ArrayDeque<>();
  private int cycle;
  private int told;
  private boolean pushes;
  private boolean takes = true;

  @Test
  void allIsToldInOrderWhenItsResultsAreHere() {
    dut.reset();
    for (int i = 0; i < 30_000; i++) {
      takes = random.nextInt(8) > 0;
      pushes = dut.get("room_o") == 1 && random.nextBoolean();
      if (pushes) {
        push();
      }
      cycle();
    }
    drain();
    assertTrue(told > 15_000, told + " told");
  }

  @Test
  void anEventACycleIfNothingStopsThem() {
    dut.reset();
    for (int i = 0; i < 100; i++) {
      assertEquals(1, dut.get("room_o"));
      pushes = true;
      accepted(false);
      cycle();
    }
    pushes = false;
    cycle();
    cycle();
    assertTrue(expected.isEmpty(), expected.size() + " are late");
  }

  @Test
  void aStatusThatWasComparedBeforeTheCommandIsToldUnlessItIsTheSame() {
    dut.reset();
    for (int after = 0; after < 4; after++) {
      compare("first_i", 2, 1, after, 500);
      dut.set("compare_i", 1);
      if (after != 1) {
        expected.add(status(2, after, 500, false));
      }
      cycle();
      compare("first_i", 0, 0, 0, 0);
      dut.set("compare_i", 0);
      drain();
    }
  }

  @Test
  void anAnswerCarriesWhatTheCommandCompared() {
    dut.reset();
    ORDER.set(dut.port("order_i"), "reserve", 99);
    compare("first_i", 1, 0, 1, 600);
    serial(AcceptedDecoder.TEMPLATE_ID);
    expected.add(new Told(AcceptedDecoder.TEMPLATE_ID, false, reserveOfAccepted(), 99));
    expected.add(status(1, 1, 600, true));
    drain();
    // A refused one tells none.
    serial(RejectedDecoder.TEMPLATE_ID);
    expected.add(new Told(RejectedDecoder.TEMPLATE_ID, true, new int[0]));
    drain();
    // Of a transfer both accounts.
    compare("second_i", 2, 0, 2, 700);
    serial(DoneDecoder.TEMPLATE_ID);
    expected.add(new Told(DoneDecoder.TEMPLATE_ID, false, new int[0]));
    expected.add(status(1, 1, 600, false));
    expected.add(status(2, 2, 700, true));
    drain();
  }

  @Test
  void aDryRunShowsTheAccountAfterIt() {
    dut.reset();
    COMMAND.set(dut.port("command_i"), "kind.is_new", 1);
    COMMAND.set(dut.port("command_i"), "flags", 0xFFFF);
    compare("first_i", 1, 0, 0, 600);
    serial(AcceptedDecoder.TEMPLATE_ID);
    expected.add(new Told(AcceptedDecoder.TEMPLATE_ID, false, reserveOfAccepted(), 0));
    expected.add(status(1, 0, 600, true));
    drain();
  }

  @Test
  void doneBecomesReservedAndAnAuditsLinesComeBehindAnInstrument() {
    dut.reset();
    FIELDS.set(dut.port("fields_i"), "reserve", 1);
    FIELDS.set(dut.port("fields_i"), "account", 7);
    ORDER.set(dut.port("order_i"), "reserve", 98);
    serial(DoneDecoder.TEMPLATE_ID);
    int reserve = 8 * ReservedDecoder.reserveEncodingOffset();
    expected.add(new Told(ReservedDecoder.TEMPLATE_ID, true, new int[] {reserve}, 98));
    drain();
    FIELDS.set(dut.port("fields_i"), "reserve", 0);
    COMMAND.set(dut.port("command_i"), "kind.audit", 1);
    serial(AuditInstrumentDecoder.TEMPLATE_ID);
    expected.add(new Told(AuditInstrumentDecoder.TEMPLATE_ID, true, new int[0]));
    int starts = 0;
    for (int i = 0; i < 20; i++) {
      starts += (int) dut.get("terms_start_o");
      cycle();
    }
    assertEquals(1, starts);
    assertEquals(0, dut.get("idle_o"));
    dut.set("lines_done_i", 1);
    cycle();
    dut.set("lines_done_i", 0);
    drain();
  }

  private void push() {
    switch (random.nextInt(3)) {
      case 0 -> accepted(random.nextBoolean());
      case 1 -> cancelled();
      default -> trade();
    }
  }

  private void event(int template, boolean last, boolean one, boolean two, long reserve) {
    ANSWER.set(dut.port("event_i"), "told.template_id", template);
    ANSWER.set(dut.port("event_i"), "told.last", last ? 1 : 0);
    CAUSED.set(dut.port("caused_i"), "fast", 1);
    CAUSED.set(dut.port("caused_i"), "one", one ? 1 : 0);
    CAUSED.set(dut.port("caused_i"), "two", two ? 1 : 0);
    CAUSED.set(dut.port("caused_i"), "reserve", reserve);
  }

  private void serial(int template) {
    event(template, true, false, false, 0);
    CAUSED.set(dut.port("caused_i"), "fast", 0);
    pushes = true;
    cycle();
    pushes = false;
  }

  private void accepted(boolean silentResult) {
    long reserve = random.nextLong(1L << 51);
    boolean last = random.nextBoolean();
    event(AcceptedDecoder.TEMPLATE_ID, last, false, false, reserve);
    expected.add(new Told(AcceptedDecoder.TEMPLATE_ID, last, reserveOfAccepted(), reserve));
    if (silentResult) {
      results.add(new Result(cycle + LATENCY, 2, 1, 0, 1, 5));
    }
  }

  private static int[] reserveOfAccepted() {
    return new int[] {8 * AcceptedDecoder.reserveEncodingOffset()};
  }

  private void cancelled() {
    boolean last = random.nextBoolean();
    event(CancelledDecoder.TEMPLATE_ID, last, true, false, 0);
    Result result = result(0, random.nextInt(ACCOUNTS), random.nextInt(4));
    boolean changes = result.before != result.after;
    expected.add(new Told(CancelledDecoder.TEMPLATE_ID, last && !changes, new int[0]));
    if (changes) {
      expected.add(status(result.account, result.after, result.figure, last));
    }
  }

  private void trade() {
    boolean last = random.nextBoolean();
    event(TradeDecoder.TEMPLATE_ID, last, true, true, 0);
    Result maker = result(0, random.nextInt(ACCOUNTS), random.nextInt(4));
    int account = random.nextInt(ACCOUNTS);
    boolean same = account == maker.account;
    Result taker = result(1, account, same ? maker.after : random.nextInt(4));
    int before = same ? maker.before : taker.before;
    boolean makerTells = !same && maker.before != maker.after;
    boolean takerTells = before != taker.after;
    int[] fees = {
      8 * TradeDecoder.makerFeeEncodingOffset(), 8 * TradeDecoder.takerFeeEncodingOffset()
    };
    boolean alone = !makerTells && !takerTells;
    expected.add(
        new Told(TradeDecoder.TEMPLATE_ID, last && alone, fees, -maker.figure, -taker.figure));
    if (makerTells) {
      expected.add(status(maker.account, maker.after, maker.figure, last && !takerTells));
    }
    if (takerTells) {
      expected.add(status(account, taker.after, taker.figure, last));
    }
  }

  private Result result(int index, int account, int before) {
    int after = random.nextInt(3) == 0 ? random.nextInt(4) : before;
    long figure = random.nextLong(1L << 60);
    Result result = new Result(cycle + LATENCY, index, account, before, after, figure);
    results.add(result);
    return result;
  }

  private static Told status(int account, int status, long figure, boolean last) {
    int[] places = {
      8 * MarginStatusDecoder.accountEncodingOffset(),
      8 * MarginStatusDecoder.cashEncodingOffset(),
      8 * MarginStatusDecoder.equityEncodingOffset(),
      8 * MarginStatusDecoder.reserveEncodingOffset(),
      8 * MarginStatusDecoder.initialMarginEncodingOffset(),
      8 * MarginStatusDecoder.maintenanceMarginEncodingOffset(),
      8 * MarginStatusDecoder.statusEncodingOffset()
    };
    return new Told(
        MarginStatusDecoder.TEMPLATE_ID,
        last,
        places,
        account,
        figure,
        figure + 1,
        figure + 2,
        figure + 3,
        figure + 4,
        status);
  }

  private void compare(String port, int account, int before, int after, long figure) {
    RtlPort compared = dut.port(port);
    COMPARED.set(compared, "valid", 1);
    COMPARED.set(compared, "account", account);
    COMPARED.set(compared, "status_before", before);
    COMPARED.set(compared, "status", after);
    figures(COMPARED, compared, figure);
  }

  private static void figures(PackedStruct struct, RtlPort port, long figure) {
    struct.set(port, "cash", figure);
    struct.set(port, "equity", figure + 1);
    struct.set(port, "reserve", figure + 2);
    struct.set(port, "initial_sum", figure + 3);
    struct.set(port, "maintenance_sum", figure + 4);
  }

  private void drain() {
    pushes = false;
    takes = true;
    for (int i = 0; i < 20 || !expected.isEmpty() || !results.isEmpty(); i++) {
      cycle();
      assertTrue(i < 1_000, () -> expected + " are not told");
    }
    assertEquals(1, dut.get("idle_o"));
  }

  private void cycle() {
    dut.set("push_i", pushes ? 1 : 0);
    dut.set("ready_i", takes ? 1 : 0);
    Result due = results.peek();
    boolean comes = due != null && due.cycle <= cycle;
    dut.set("result_valid_i", comes ? 1 : 0);
    if (comes) {
      results.remove();
      ASIDE.set(dut.port("aside_i"), "index", due.index);
      ASIDE.set(dut.port("aside_i"), "account", due.account);
      ASIDE.set(dut.port("aside_i"), "fee", -due.figure);
      RESULT.set(dut.port("result_i"), "status_before", due.before);
      RESULT.set(dut.port("result_i"), "status", due.after);
      figures(RESULT, dut.port("result_i"), due.figure);
    }
    dut.eval();
    if (takes && dut.get("valid_o") == 1) {
      take();
    }
    dut.clock();
    cycle++;
  }

  private void take() {
    String where = "cycle " + cycle;
    assertTrue(!expected.isEmpty(), where + ": nothing is to be told");
    Told event = expected.remove();
    RtlPort out = dut.port("event_o");
    assertEquals(event.template, ANSWER.get(out, "told.template_id"), where);
    assertEquals(event.last ? 1 : 0, ANSWER.get(out, "told.last"), where);
    for (int i = 0; i < event.places.length; i++) {
      // An account has 32 bits, a status 8.
      int bits = event.template != MarginStatusDecoder.TEMPLATE_ID || (i > 0 && i < 6) ? 64 : 8;
      long money = dut.port("overlay_o").getBits(event.places[i], bits);
      assertEquals(event.money[i], money, where + ", money " + i);
    }
    told++;
  }
}
