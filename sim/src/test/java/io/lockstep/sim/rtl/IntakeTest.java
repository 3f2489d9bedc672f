package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.BarrierEncoder;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The intake with a real position table behind it and a kernel that carries commands out in any
 * number of cycles, its effects as late as the card's. What a command starts with must be as if all
 * before it had long ended: that is checked at each start against plain numbers.
 */
class IntakeTest {
  private static final int POSITIONS = 8;
  private static final long MOST = (1L << 28) - 1;
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct FACTS = PackedStruct.of("facts_t");
  private static final PackedStruct UPDATE = PackedStruct.of("position_update_t");
  private static final PackedStruct BIND = PackedStruct.of("position_bind_t");

  @Rtl(
      module = "intake",
      parameters = {"INSTRUMENTS=4", "LEVELS=128", "ORDERS=512", "ACCOUNTS=16", "POSITIONS=8"})
  RtlModule dut;

  @Rtl(module = "position_table", parameters = "POSITIONS=8")
  RtlModule table;

  /** A command on its way, and what it will do. */
  private record Sent(
      long id, int template, int position, long lots, boolean reduces, boolean trades, int band) {}

  private record Update(int cycle, int slot, boolean sell, long traded, long opened) {}

  private final ArrayDeque<Sent> inside = new ArrayDeque<>();
  private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private final UnsafeBuffer copy = new UnsafeBuffer(new byte[64]);
  private Random random = new Random(1);
  private Sent offered;
  private long number;

  // Positions and band as they are once all that started has ended.
  private final long[] size = new long[POSITIONS];
  private final long[] bids = new long[POSITIONS];
  private int band = 77;

  // The kernel: cycles until the command under way ends; updates of positions still to be given.
  private int busy;
  private int cycle;
  private final ArrayDeque<Update> updates = new ArrayDeque<>();
  // The band is written in the last cycle of the command that sets it.
  private int bandInTable = band;
  private int bandAtEnd = band;
  private boolean bookWasRead;
  private long bookInstrument;
  private int mostBusy = 6;
  private int started;
  private int refused;
  private int alone;

  @BeforeEach
  void positionsOfTwoAccountsInFourInstruments() {
    CONFIG.set(dut.port("config_i"), "known", 1);
    CONFIG.set(dut.port("config_i"), "window_base", -50);
    CONFIG.set(dut.port("config_i"), "band_low", -50);
    CONFIG.set(dut.port("config_i"), "band_high", band);
    CONFIG.set(dut.port("config_i"), "max_price", 1_000);
    CONFIG.set(dut.port("config_i"), "max_quantity", MOST);
    dut.set("account_known_i", 1);
    table.set("clear_i", 1);
    for (int slot = 0; slot < POSITIONS; slot++) {
      table.set("clear_slot_i", slot);
      table.clock();
    }
    table.set("clear_i", 0);
    RtlPort bind = table.port("bind_i");
    for (int slot = 0; slot < POSITIONS; slot++) {
      BIND.set(bind, "valid", 1);
      BIND.set(bind, "slot", slot);
      BIND.set(bind, "open", 1);
      BIND.set(bind, "account", slot / 4);
      BIND.set(bind, "instrument", slot % 4);
      table.clock();
    }
    BIND.set(bind, "valid", 0);
    table.clock(4);
  }

  @Test
  void aCommandStartsAsIfAllBeforeItHadLongEnded() {
    for (int seed = 0; seed < 12; seed++) {
      random = new Random(seed);
      mostBusy = 1 + random.nextInt(8);
      int busyPercent = random.nextInt(100);
      for (int i = 0; i < 4_000; i++) {
        if (offered == null && random.nextInt(100) >= busyPercent / 2) {
          offered = draw();
        }
        cycle("seed " + seed + " cycle " + i);
      }
    }
    String seen = started + " started, " + refused + " refused, " + alone + " alone";
    assertTrue(started > 3_000 && refused > 200 && alone > 500, seen);
    assertTrue(started - alone > 500, seen);
  }

  @Test
  void anOrderReachesThePortInFourCyclesAndTheNextTwoLater() {
    mostBusy = 1;
    int sent = 0;
    List<Integer> starts = new ArrayList<>();
    while (cycle < 30) {
      if (offered == null && sent < POSITIONS) {
        offered = order(sent++, 5, false, false);
      }
      int before = started;
      cycle("cycle " + cycle);
      if (started > before) {
        starts.add(cycle - 1);
      }
    }
    assertEquals(List.of(4, 6, 8, 10, 12, 14, 16, 18), starts);
  }

  @Test
  void aResetForgetsAllThatHadCome() {
    for (int i = 0; i < 4; i++) {
      offered = order(i, 5, false, false);
      cycle("before the reset");
    }
    offered = null;
    inside.clear();
    dut.set("command_valid_i", 0);
    dut.reset();
    for (int i = 0; i < 20; i++) {
      cycle("after the reset");
    }
    offered = order(7, 5, false, false);
    for (int i = 0; i < 10; i++) {
      cycle("after the reset");
    }
    assertEquals(0, inside.size());
  }

  private Sent draw() {
    int position = random.nextInt(random.nextBoolean() ? 2 : POSITIONS);
    int what = random.nextInt(20);
    if (what == 0) {
      return definition();
    }
    if (what == 1) {
      begin(BarrierEncoder.TEMPLATE_ID);
      return new Sent(0, BarrierEncoder.TEMPLATE_ID, 0, 0, false, false, 0);
    }
    if (what < 6) {
      begin(CancelEncoder.TEMPLATE_ID);
      new CancelEncoder().wrap(bytes, 0).orderId(++number).slot(position).account(position / 4);
      return new Sent(number, CancelEncoder.TEMPLATE_ID, position, 0, false, false, 0);
    }
    long[] lots = {1, 1_000, (1L << 24) - 1, 1L << 24, 1L << 26, MOST - size[position], MOST};
    boolean reduces = random.nextInt(6) == 0;
    return order(
        position, Math.max(1, lots[random.nextInt(lots.length)]), reduces, random.nextBoolean());
  }

  private Sent definition() {
    begin(SetBandEncoder.TEMPLATE_ID);
    int high = 20 + random.nextInt(50);
    new SetBandEncoder().wrap(bytes, 0).instrument(1).low(-50).high(high);
    return new Sent(0, SetBandEncoder.TEMPLATE_ID, 0, 0, false, false, high);
  }

  /** A bid, resting or trading all at once; or a reduce-only ask that trades. */
  private Sent order(int position, long lots, boolean reduces, boolean trades) {
    begin(NewEncoder.TEMPLATE_ID);
    new NewEncoder()
        .wrap(bytes, 0)
        .account(position / 4)
        .slot(position)
        .positionSlot(position)
        .price(10)
        .quantity(lots)
        .instrument(position % 4)
        .side(reduces ? Side.SELL : Side.BUY)
        .timeInForce(reduces || trades ? TimeInForce.IOC : TimeInForce.GTC);
    new CommandHeaderEncoder().wrap(bytes, 0).logSequence(++number).flags().reduceOnly(reduces);
    return new Sent(number, NewEncoder.TEMPLATE_ID, position, lots, reduces, trades, 0);
  }

  private void begin(int template) {
    bytes.setMemory(0, Card.MESSAGE_BYTES, (byte) 0);
    new CommandHeaderEncoder().wrap(bytes, 0).templateId(template);
  }

  /** One cycle of the intake, the table and the kernel that stands for the card's. */
  private void cycle(String where) {
    boolean finish = busy == 1;
    boolean taken = busy > 1 && random.nextInt(4) == 0;
    boolean bookTaken = busy > 1 && random.nextInt(4) == 0;
    dut.set("command_valid_i", offered == null ? 0 : 1);
    if (offered != null) {
      dut.port("command_i").set(bytes, 0);
    }
    dut.set("idle_i", busy == 0 ? 1 : 0);
    dut.set("position_taken_i", taken ? 1 : 0);
    dut.set("book_taken_i", bookTaken ? 1 : 0);
    dut.set("position_fresh_i", table.get("fresh_o"));
    table.port("position_o").get(copy, 0);
    dut.port("position_i").set(copy, 0);
    dut.set("start_i", 0);
    dut.eval();
    boolean start = dut.get("port_valid_o") == 1 && (busy == 0 || finish);
    dut.set("start_i", start ? 1 : 0);
    dut.eval();
    update();
    busy = Math.max(0, busy - 1);
    boolean reads = dut.get("position_read_o") == 1;
    assertTrue(!(reads && taken), where);
    assertTrue(!(bookTaken && dut.get("book_read_o") == 1), where);
    table.set("read_i", reads || taken ? 1 : 0);
    table.set("slot_i", taken ? random.nextInt(POSITIONS) : reader("position_slot"));
    boolean accepted = offered != null && dut.get("command_ready_o") == 1;
    if (accepted) {
      inside.add(offered);
      offered = null;
    }
    boolean isAlone = start && FACTS.get(dut.port("facts_o"), "alone") == 1;
    if (start) {
      start(where);
    }
    bookWasRead = dut.get("book_read_o") == 1;
    bookInstrument = dut.get("book_instrument_o");
    final boolean readsConfig = dut.get("read_o") == 1;
    final int bandThen = bandInTable;
    if (finish) {
      bandInTable = bandAtEnd;
    }
    if (start) {
      bandAtEnd = band;
    }
    dut.clock();
    table.clock();
    if (readsConfig) {
      CONFIG.set(dut.port("config_i"), "band_high", bandThen);
    }
    if (start) {
      dut.set("alone_i", isAlone ? 1 : 0);
    }
    cycle++;
  }

  private void start(String where) {
    Sent sent = inside.remove();
    RtlPort command = dut.port("command_o");
    assertEquals(sent.template, COMMAND.get(command, "template_id"), where);
    assertTrue(bookWasRead, where + ": the book is of the cycle before");
    if (sent.id != 0) {
      assertEquals(sent.id, COMMAND.get(command, "order_id"), where);
    }
    assertEquals(COMMAND.get(command, "instrument"), bookInstrument, where);
    assertEquals(band, FACTS.get(dut.port("facts_o"), "configuration.band_high"), where);
    started++;
    alone += FACTS.get(dut.port("facts_o"), "alone") == 1 ? 1 : 0;
    busy = 1 + random.nextInt(mostBusy);
    long before = bids[sent.position];
    long traded = 0;
    switch (sent.template) {
      case NewEncoder.TEMPLATE_ID -> traded = carryOut(sent, where);
      case CancelEncoder.TEMPLATE_ID -> bids[sent.position] = 0;
      case SetBandEncoder.TEMPLATE_ID -> band = sent.band;
      default -> {}
    }
    // The table is told from the second cycle on, at the latest the one after the command's last.
    int when = cycle + 2 + random.nextInt(busy);
    long opened = bids[sent.position] - before;
    updates.add(new Update(when, sent.position, sent.reduces, traded, opened));
  }

  private void update() {
    RtlPort port = table.port("update_i");
    boolean due = !updates.isEmpty() && updates.peek().cycle == cycle;
    UPDATE.set(port, "valid", due ? 1 : 0);
    if (due) {
      Update update = updates.remove();
      UPDATE.set(port, "slot", update.slot);
      UPDATE.set(port, "sell", update.sell ? 1 : 0);
      UPDATE.set(port, "traded", update.traded);
      UPDATE.set(port, "opened", update.opened);
    }
  }

  /** Checks an order against its position as it is, and returns what it trades. */
  private long carryOut(Sent sent, String where) {
    int position = sent.position;
    long room = MOST - size[position] - bids[position];
    boolean none = sent.reduces && size[position] == 0;
    boolean tooMany = !sent.reduces && sent.lots > room;
    assertEquals(none, refusedFor(RejectReason.NOTHING_TO_REDUCE), where);
    assertEquals(tooMany, refusedFor(RejectReason.POSITION_BOUND), where);
    if (none || tooMany) {
      refused++;
      return 0;
    }
    long lots = sent.reduces ? Math.min(sent.lots, size[position]) : sent.lots;
    assertEquals(lots, FACTS.get(dut.port("facts_o"), "lots"), where);
    if (!sent.reduces && !sent.trades) {
      bids[position] += lots;
      return 0;
    }
    size[position] += sent.reduces ? -lots : lots;
    return lots;
  }

  private boolean refusedFor(RejectReason reason) {
    return (FACTS.get(dut.port("facts_o"), "refusals") >> reason.value() & 1) == 1;
  }

  private long reader(String field) {
    return COMMAND.get(dut.port("reader_o"), field);
  }
}
