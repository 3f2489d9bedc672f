package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random events of fast commands and of others: which operations they cause, in order, when a
 * maker's may go out, and which records of orders are written.
 */
class MarginCausesTest {
  private static final int SLOTS = 8;
  private static final int ACCOUNTS = 4;
  private static final int MAKER = 0;
  private static final int TAKER = 1;
  private static final int AUCTION = 2;
  private static final int NONE = 3;
  private static final int SECOND = 1;
  private static final int SILENT = 2;
  private static final int OF_MAKER = 4;
  private static final String STAGE = "margin_stage_pkg";
  private static final PackedStruct ANSWER = PackedStruct.of("answer_t");
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct RUNNING = PackedStruct.of(STAGE, "running_t");
  private static final PackedStruct ORDER = PackedStruct.of(STAGE, "margin_order_t");
  private static final PackedStruct REACH = PackedStruct.of(STAGE, "reach_t");
  private static final PackedStruct RECORDS = PackedStruct.of(STAGE, "records_t");
  private static final PackedStruct REQUEST = PackedStruct.of(STAGE, "request_t");
  private static final PackedStruct CAUSED = PackedStruct.of(STAGE, "caused_t");
  private static final PackedStruct ASIDE = PackedStruct.of(STAGE, "aside_t");

  @Rtl(module = "margin_causes")
  RtlModule dut;

  /** What margin keeps of an order. */
  private record Kept(long position, long sell, long tier, long reserve) {}

  /** An operation that must come, of lots of an order; the maker's account, or -1. */
  private record Asked(
      Kept order, long lots, int rate, long price, boolean sure, int index, int maker) {}

  /** An event that must come out. */
  private record Told(long template, boolean waits, boolean waitsForTwo, long reserve) {}

  private final Random random = new Random(1);
  private final Kept[] kept = new Kept[SLOTS]; // as after all events so far
  private final Kept[] memory = new Kept[SLOTS];
  private final long[] multipliers = {3, 5};
  private final Deque<Asked> asked = new ArrayDeque<>();
  private final Deque<Told> told = new ArrayDeque<>();
  private final List<int[]> makersOut = new ArrayList<>();
  private Kept own;
  private boolean sends;
  private boolean free;
  private int shown = -1;
  private int shownBefore = -1;
  private boolean freeBefore;
  private int cycle;
  private int gating;

  @Test
  void fastCommandsOperationsGoOutInOrderAndMakersWaitUntilTheyMay() {
    forgetOrders();
    for (int i = 0; i < 30_000; i++) {
      sends = random.nextInt(4) > 0;
      if (sends) {
        fastEvent();
      }
      cycle(random.nextInt(3) > 0, random.nextInt(8) > 0);
    }
    drain();
  }

  @Test
  void othersWaitForNothing() {
    forgetOrders();
    for (int i = 0; i < 5_000; i++) {
      drain();
      boolean crosses = random.nextBoolean();
      COMMAND.set(dut.port("command_i"), "kind.is_cross", crosses ? 1 : 0);
      COMMAND.set(dut.port("command_i"), "kind.is_new", crosses ? 0 : 1);
      serialTrade(crosses);
      sends = true;
      cycle(false, true);
    }
    drain();
  }

  @Test
  void anEventACycleAndATradeInTwo() {
    forgetOrders();
    sends = true;
    for (int i = 0; i < 100; i++) {
      event(running(true), TopOfBookDecoder.TEMPLATE_ID, 0);
      told.add(new Told(TopOfBookDecoder.TEMPLATE_ID, false, false, -1));
      assertEquals(1, dut.get("ready_o"), "event " + i);
      cycle(true, true);
    }
    drain();
    int start = cycle;
    for (int trades = 0; trades < 50; ) {
      sends = dut.get("ready_o") == 1;
      if (sends) {
        trade();
        trades++;
      }
      cycle(true, true);
    }
    assertTrue(cycle - start <= 2 * 50, "50 trades took " + (cycle - start) + " cycles");
    drain();
  }

  private void forgetOrders() {
    for (int slot = 0; slot < SLOTS; slot++) {
      kept[slot] = order();
      memory[slot] = kept[slot];
    }
    RECORDS.set(dut.port("records_i"), "order.tier", 0);
  }

  private Kept order() {
    return new Kept(
        random.nextInt(1 << 20), random.nextInt(2), random.nextInt(8), random.nextLong(1L << 51));
  }

  /** A command that gated 100 lots of an order of its own. */
  private int running(boolean fast) {
    RtlPort running = dut.port("running_i");
    own = order();
    int slot = random.nextInt(SLOTS);
    RUNNING.set(running, "fast", fast ? 1 : 0);
    RUNNING.set(running, "gated", 1);
    RUNNING.set(running, "cancel", 0);
    RUNNING.set(running, "replace", 0);
    RUNNING.set(running, "takes_slot", random.nextInt(2));
    RUNNING.set(running, "account", 9);
    RUNNING.set(running, "order_id", 77);
    RUNNING.set(running, "slot", slot);
    RUNNING.set(running, "lots", 100);
    write(running, "order.", own);
    return slot;
  }

  private static void write(RtlPort port, String prefix, Kept order) {
    PackedStruct struct = prefix.isEmpty() ? ORDER : RUNNING;
    struct.set(port, prefix + "position_slot", order.position);
    struct.set(port, prefix + "sell", order.sell);
    struct.set(port, prefix + "tier", order.tier);
    struct.set(port, prefix + "reserve", order.reserve);
  }

  private void event(int slot, long template, long lots) {
    RtlPort event = dut.port("event_i");
    ANSWER.set(event, "told.template_id", template);
    ANSWER.set(event, "told.quantity", lots);
    ANSWER.set(event, "told.cancel_reason", 0);
    ANSWER.set(event, "told.account", 9);
    ANSWER.set(event, "told.order_id", 77);
    ANSWER.set(event, "told.slot", slot);
    ANSWER.set(event, "told.kept", 0);
  }

  private void fastEvent() {
    if (dut.get("ready_o") == 0) {
      sends = false;
      return;
    }
    switch (random.nextInt(8)) {
      case 0 -> accepted();
      case 1 -> rejected();
      case 2 -> replaced();
      case 3 -> endedByReplace();
      case 4 -> cancelledByRequest();
      case 5 -> restCancelled();
      case 6 -> selfTrade();
      default -> trade();
    }
  }

  private void accepted() {
    int slot = running(true);
    event(slot, AcceptedDecoder.TEMPLATE_ID, 100);
    if (RUNNING.get(dut.port("running_i"), "takes_slot") == 1) {
      kept[slot] = own;
    }
    told.add(new Told(AcceptedDecoder.TEMPLATE_ID, false, false, own.reserve));
  }

  private void rejected() {
    int slot = running(true);
    event(slot, RejectedDecoder.TEMPLATE_ID, 0);
    asked.add(new Asked(own, 100, NONE, 0, true, SILENT, -1));
    told.add(new Told(RejectedDecoder.TEMPLATE_ID, false, false, -1));
  }

  private void replaced() {
    int slot = running(true);
    RUNNING.set(dut.port("running_i"), "replace", 1);
    boolean keeps = random.nextBoolean();
    event(slot, ReplacedDecoder.TEMPLATE_ID, 100);
    RtlPort event = dut.port("event_i");
    long filled = random.nextInt(50);
    long open = keeps ? 100 - filled + random.nextInt(50) : 1 + random.nextInt(500);
    ANSWER.set(event, "told.kept", keeps ? 1 : 0);
    ANSWER.set(event, "entry.state.filled", filled);
    ANSWER.set(event, "entry.state.open", open);
    Kept old = kept[slot];
    long given = keeps ? open - (100 - filled) : open;
    asked.add(new Asked(own, keeps ? 100 : filled, NONE, 0, true, SILENT, -1));
    asked.add(new Asked(old, given, NONE, 0, true, SILENT | SECOND, -1));
    long reserve = keeps ? old.reserve : own.reserve;
    kept[slot] = new Kept(own.position, own.sell, own.tier, reserve);
    told.add(new Told(ReplacedDecoder.TEMPLATE_ID, false, false, reserve));
  }

  private void endedByReplace() {
    int slot = running(true);
    RUNNING.set(dut.port("running_i"), "replace", 1);
    event(slot, CancelledDecoder.TEMPLATE_ID, 33);
    reason(CancelReason.REQUESTED);
    asked.add(new Asked(own, 100, NONE, 0, true, SILENT, -1));
    asked.add(new Asked(kept[slot], 33, NONE, 0, true, SILENT | SECOND, -1));
    told.add(new Told(CancelledDecoder.TEMPLATE_ID, false, false, -1));
  }

  private void cancelledByRequest() {
    int slot = running(true);
    RUNNING.set(dut.port("running_i"), "cancel", 1);
    RUNNING.set(dut.port("running_i"), "gated", 0);
    event(random.nextInt(SLOTS), CancelledDecoder.TEMPLATE_ID, 34);
    reason(CancelReason.REQUESTED);
    asked.add(new Asked(kept[slot], 34, NONE, 0, true, 0, -1));
    told.add(new Told(CancelledDecoder.TEMPLATE_ID, true, false, -1));
  }

  private void restCancelled() {
    int slot = running(true);
    event(slot, CancelledDecoder.TEMPLATE_ID, 35);
    reason(CancelReason.IMMEDIATE_OR_CANCEL);
    asked.add(new Asked(own, 35, NONE, 0, true, 0, -1));
    told.add(new Told(CancelledDecoder.TEMPLATE_ID, true, false, -1));
  }

  private void selfTrade() {
    running(true);
    int slot = random.nextInt(SLOTS);
    int account = random.nextInt(ACCOUNTS);
    event(slot, CancelledDecoder.TEMPLATE_ID, 36);
    reason(CancelReason.SELF_TRADE);
    ANSWER.set(dut.port("event_i"), "told.order_id", 78);
    ANSWER.set(dut.port("event_i"), "told.account", account);
    asked.add(new Asked(kept[slot], 36, NONE, 0, false, OF_MAKER, account));
    told.add(new Told(CancelledDecoder.TEMPLATE_ID, true, false, -1));
  }

  private void trade() {
    running(true);
    int slot = random.nextInt(SLOTS);
    int account = random.nextInt(ACCOUNTS);
    event(slot, TradeDecoder.TEMPLATE_ID, 37);
    long price = tradeAt();
    ANSWER.set(dut.port("event_i"), "told.maker_account", account);
    asked.add(new Asked(kept[slot], 37, MAKER, price, false, OF_MAKER, account));
    asked.add(new Asked(own, 37, TAKER, price, true, SECOND, -1));
    told.add(new Told(TradeDecoder.TEMPLATE_ID, true, true, -1));
  }

  private void serialTrade(boolean crosses) {
    running(false);
    int slot = random.nextInt(SLOTS);
    int other = random.nextInt(SLOTS);
    event(slot, TradeDecoder.TEMPLATE_ID, 38);
    long price = tradeAt();
    Kept order = order();
    write(dut.port("order_i"), "", order);
    COMMAND.set(dut.port("command_i"), "slot", other);
    asked.add(new Asked(kept[slot], 38, crosses ? AUCTION : MAKER, price, false, 0, -1));
    Kept second = crosses ? kept[other] : order;
    asked.add(new Asked(second, 38, crosses ? AUCTION : TAKER, price, false, SECOND, -1));
    told.add(new Told(TradeDecoder.TEMPLATE_ID, true, true, -1));
  }

  /** Its price tells its instrument, and so the multiplier that must come with it. */
  private long tradeAt() {
    int instrument = random.nextInt(2);
    ANSWER.set(dut.port("event_i"), "told.instrument", instrument);
    ANSWER.set(dut.port("event_i"), "told.price", 1_000 + instrument);
    return 1_000 + instrument;
  }

  private void reason(CancelReason reason) {
    ANSWER.set(dut.port("event_i"), "told.cancel_reason", reason.value());
  }

  private void drain() {
    sends = false;
    for (int i = 0; i < 50 || !makersOut.isEmpty(); i++) {
      cycle(true, true);
    }
    assertTrue(asked.isEmpty() && told.isEmpty(), asked + " and " + told + " did not come");
    assertEquals(1, dut.get("idle_o"));
  }

  private void cycle(boolean mayBeFree, boolean room) {
    dut.set("valid_i", sends ? 1 : 0);
    dut.set("room_i", room ? 1 : 0);
    dut.set("maker_free_i", free ? 1 : 0);
    boolean back = !makersOut.isEmpty() && makersOut.get(0)[1] <= cycle;
    dut.set("result_valid_i", back ? 1 : 0);
    if (back) {
      ASIDE.set(dut.port("aside_i"), "account", makersOut.get(0)[0]);
      ASIDE.set(dut.port("aside_i"), "index", OF_MAKER);
    }
    gating = random.nextInt(ACCOUNTS);
    dut.set("gating_account_i", gating);
    dut.eval();
    boolean shows = dut.get("maker_valid_o") == 1;
    int account = shows ? (int) dut.get("maker_account_o") : -1;
    boolean waits = makersOut.stream().anyMatch(maker -> maker[0] == gating) || account == gating;
    ask();
    push();
    RtlPort reach = dut.port("reach_o");
    long slot = REACH.get(reach, "order_read") == 1 ? REACH.get(reach, "order") : -1;
    boolean terms = REACH.get(reach, "terms_read") == 1;
    final int instrument = (int) REACH.get(reach, "instrument");
    dut.clock();
    cycle++;
    if (back) {
      makersOut.remove(0);
    }
    if (slot >= 0) {
      read(memory[(int) slot]);
    }
    if (terms) {
      RECORDS.set(dut.port("records_i"), "terms.multiplier", multipliers[instrument]);
    }
    if (waits) {
      assertEquals(1, dut.get("gating_waits_o"), "cycle " + cycle);
    }
    shownBefore = shown;
    shown = account;
    freeBefore = free;
    free = account >= 0 && mayBeFree;
  }

  private void read(Kept order) {
    RtlPort records = dut.port("records_i");
    RECORDS.set(records, "order.position_slot", order.position);
    RECORDS.set(records, "order.sell", order.sell);
    RECORDS.set(records, "order.tier", order.tier);
    RECORDS.set(records, "order.reserve", order.reserve);
  }

  private void ask() {
    if (dut.get("request_valid_o") == 0) {
      return;
    }
    RtlPort request = dut.port("request_o");
    Asked expected = asked.remove();
    String where = "cycle " + cycle + ": " + expected;
    assertEquals(expected.order.position, REQUEST.get(request, "position_slot"), where);
    assertEquals(expected.order.sell, REQUEST.get(request, "sell"), where);
    assertEquals(expected.order.tier, REQUEST.get(request, "tier"), where);
    assertEquals(expected.order.reserve, REQUEST.get(request, "reserve"), where);
    assertEquals(expected.lots, REQUEST.get(request, "reserved"), where);
    assertEquals(-expected.lots & 0x1FFF_FFFF, REQUEST.get(request, "opened"), where);
    assertEquals(expected.rate == NONE ? 0 : expected.lots, REQUEST.get(request, "traded"), where);
    assertEquals(expected.rate, REQUEST.get(request, "rate"), where);
    assertEquals(expected.sure ? 1 : 0, REQUEST.get(request, "sure"), where);
    assertEquals(1, REQUEST.get(request, "judge"), where);
    assertEquals(expected.index, REQUEST.get(request, "index"), where);
    if (expected.rate != NONE) {
      assertEquals(expected.price, REQUEST.get(request, "price"), where);
      long multiplier = multipliers[(int) expected.price - 1_000];
      assertEquals(multiplier, dut.get("multiplier_o"), where);
    }
    if (expected.maker >= 0) {
      boolean may = freeBefore && shown == expected.maker && shownBefore == expected.maker;
      assertTrue(may, where + " may not go out yet");
      makersOut.add(new int[] {expected.maker, cycle + 17});
    }
  }

  private void push() {
    if (dut.get("push_o") == 0) {
      return;
    }
    Told expected = told.remove();
    String where = "cycle " + cycle + ": " + expected;
    RtlPort caused = dut.port("caused_o");
    assertEquals(expected.template, ANSWER.get(dut.port("event_o"), "told.template_id"), where);
    assertEquals(expected.waits ? 1 : 0, CAUSED.get(caused, "one"), where);
    assertEquals(expected.waitsForTwo ? 1 : 0, CAUSED.get(caused, "two"), where);
    if (expected.reserve >= 0) {
      assertEquals(expected.reserve, CAUSED.get(caused, "reserve"), where);
    }
    if (dut.get("order_write_o") == 1) {
      RtlPort order = dut.port("order_o");
      memory[(int) dut.get("order_slot_o")] =
          new Kept(
              ORDER.get(order, "position_slot"),
              ORDER.get(order, "sell"),
              ORDER.get(order, "tier"),
              ORDER.get(order, "reserve"));
    }
  }
}
