package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.sim.rtl.WalkedCard.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The walker over random cards that the test plays ({@link WalkedCard}), against loops over the
 * same lists. What real books answer is the kernel's test.
 */
class WalkerTest {
  private static final int CARDS = 300;
  private static final int INSTRUMENT_LINES = 1;
  private static final int ORDER_LINES = 2;
  private static final int POSITION_LINES = 4;
  private static final int ACCOUNT_LINES = 16;
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");

  @Rtl(module = "walker", parameters = "INSTRUMENTS=4")
  RtlModule dut;

  @Test
  void auditGivesTheLinesAskedForInTheirOrder() {
    for (int seed = 0; seed < CARDS; seed++) {
      Random random = new Random(seed);
      WalkedCard card = new WalkedCard(dut, random);
      int asked = random.nextInt(32) & ~8;
      COMMAND.set(dut.port("command_i"), "kind.mass_cancel", 0);
      COMMAND.set(dut.port("command_i"), "lines", asked);
      assertEquals(audited(card, asked), walk(card, random), "seed " + seed);
    }
  }

  @Test
  void massCancelEndsTheOrdersThatFitInAuditOrder() {
    for (int seed = 0; seed < CARDS; seed++) {
      Random random = new Random(seed);
      WalkedCard card = new WalkedCard(dut, random);
      WalkedCard same = new WalkedCard(dut, new Random(seed));
      int account = random.nextInt(4) - 1;
      int session = random.nextInt(4) - 1;
      int instrument = random.nextInt(WalkedCard.INSTRUMENTS + 1) - 1;
      if (instrument != WalkedCard.ANY && !card.known[instrument]) {
        instrument = WalkedCard.ANY;
      }
      RtlPort command = dut.port("command_i");
      COMMAND.set(command, "kind.mass_cancel", 1);
      COMMAND.set(command, "account", account & 0xFFFF_FFFFL);
      COMMAND.set(command, "session", session & 0xFFFF_FFFFL);
      COMMAND.set(command, "instrument", instrument & 0xFFFF);
      List<String> expected = cancelled(same, account, session, instrument);
      assertEquals(expected, walk(card, random), "seed " + seed);
    }
  }

  @Test
  void visitsAnOrderOfALevelEverySecondCycle() {
    int pairs = 0;
    for (int seed = 0; seed < 20; seed++) {
      WalkedCard card = new WalkedCard(dut, new Random(seed));
      COMMAND.set(dut.port("command_i"), "kind.mass_cancel", 0);
      COMMAND.set(dut.port("command_i"), "lines", ORDER_LINES);
      begin(card);
      dut.set("ready_i", 1);
      List<String> lines = new ArrayList<>();
      int previous = 0;
      for (int cycle = 0; lines.isEmpty() || !last(lines).startsWith("done"); cycle++) {
        dut.eval();
        if (dut.get("valid_o") == 1) {
          lines.add(card.line());
          if (last(lines).matches("order.* rank [1-9].*")) {
            assertEquals(previous + 2, cycle, "seed " + seed + " " + lines);
            pairs++;
          }
          previous = cycle;
        }
        card.clock(lines);
      }
      dut.set("ready_i", 0);
      dut.clock();
    }
    assertTrue(pairs > 50);
  }

  private List<String> walk(WalkedCard card, Random random) {
    List<String> lines = new ArrayList<>();
    begin(card);
    int patience = 100_000;
    while (lines.isEmpty() || !last(lines).startsWith("done")) {
      boolean ready = random.nextInt(4) != 0;
      dut.set("ready_i", ready ? 1 : 0);
      dut.eval();
      if (ready && dut.get("valid_o") == 1) {
        lines.add(card.line());
      }
      card.clock(lines);
      assertTrue(patience-- > 0, () -> "hangs after " + lines);
    }
    return lines;
  }

  private void begin(WalkedCard card) {
    dut.set("parked_i", card.parkedOrders());
    dut.set("positions_i", WalkedCard.count(card.open));
    dut.set("accounts_i", WalkedCard.count(card.accounts));
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
  }

  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  private static List<String> audited(WalkedCard card, int asked) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < WalkedCard.INSTRUMENTS; i++) {
      if (card.known[i] && (asked & INSTRUMENT_LINES) != 0) {
        lines.add("instrument " + i);
      }
      if (card.known[i] && (asked & ORDER_LINES) != 0) {
        for (List<Integer> level : levels(card, i)) {
          for (int rank = 0; rank < level.size(); rank++) {
            lines.add("order " + level.get(rank) + " of " + i + " rank " + rank);
          }
        }
      }
    }
    for (int slot = 0; slot < WalkedCard.SLOTS && (asked & ORDER_LINES) != 0; slot++) {
      if (card.orders[slot] != null && card.parked[slot]) {
        lines.add("order " + slot + " of " + card.orders[slot].instrument() + " rank 0");
      }
    }
    for (int i = 0; i < WalkedCard.POSITIONS && (asked & POSITION_LINES) != 0; i++) {
      if (card.open[i]) {
        lines.add("position " + i);
      }
    }
    for (int i = 0; i < WalkedCard.ACCOUNTS && (asked & ACCOUNT_LINES) != 0; i++) {
      if (card.accounts[i]) {
        lines.add("account " + i);
      }
    }
    lines.add("done " + lines.size());
    return lines;
  }

  /** The levels of a book, bids from the best down, then asks from the best up. */
  private static List<List<Integer>> levels(WalkedCard card, int instrument) {
    List<List<Integer>> levels = new ArrayList<>();
    Integer bid = card.best(instrument, false);
    if (bid != null) {
      levels.addAll(card.books.get(instrument).headMap(bid, true).descendingMap().values());
    }
    Integer ask = card.best(instrument, true);
    if (ask != null) {
      levels.addAll(card.books.get(instrument).tailMap(ask, true).values());
    }
    return levels;
  }

  private static List<String> cancelled(WalkedCard card, int account, int session, int instrument) {
    List<String> lines = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < WalkedCard.INSTRUMENTS; i++) {
      if (!card.known[i] || (instrument != WalkedCard.ANY && instrument != i)) {
        continue;
      }
      boolean changed = false;
      List<Integer> slots = levels(card, i).stream().flatMap(Collection::stream).toList();
      for (int slot : slots) {
        if (card.orders[slot].fits(account, session, instrument)) {
          changed |= card.end(slot);
          lines.add("cancelled " + slot);
          count++;
        }
      }
      if (changed) {
        lines.add("top " + i + " " + price(card.best(i, false)) + " " + price(card.best(i, true)));
      }
    }
    for (int slot = 0; slot < WalkedCard.SLOTS; slot++) {
      Order order = card.orders[slot];
      if (order != null && card.parked[slot] && order.fits(account, session, instrument)) {
        lines.add("cancelled " + slot);
        count++;
      }
    }
    lines.add("done " + count);
    return lines;
  }

  private static String price(Integer price) {
    return price == null ? "-" : price.toString();
  }
}
