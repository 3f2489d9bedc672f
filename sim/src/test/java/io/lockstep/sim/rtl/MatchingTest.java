package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Matching against a plain loop over levels and their orders, on books that lie in Java: any mode
 * of self-trade prevention, dry or not, searches of any length, events taken late.
 */
class MatchingTest {
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct LEVEL = PackedStruct.of("level_t");
  private static final PackedStruct BEST = PackedStruct.of("best_t");
  private static final PackedStruct ORDER = PackedStruct.of("order_t");
  private static final PackedStruct ACCESS = PackedStruct.of("access_t");
  private static final PackedStruct STATE = PackedStruct.of("state_t");
  private static final PackedStruct UPDATE = PackedStruct.of("position_update_t");
  private static final PackedStruct OUTCOME = PackedStruct.of("outcome_t");

  @Rtl(module = "matching")
  RtlModule dut;

  private static final class Maker {
    int slot;
    long open;
    long filled;
    boolean own;
    boolean sound = true;
  }

  private static final class Level {
    int price;
    boolean changed;
    final List<Maker> makers = new ArrayList<>();

    long total() {
      return makers.stream().mapToLong(maker -> maker.open).sum();
    }
  }

  private record Told(boolean own, int slot, long lots, boolean takesOut) {}

  private final List<Told> expected = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private List<Level> levels;
  private Random random = new Random(1);
  private boolean sells;
  private boolean dry;
  private boolean cancelsResting;
  private boolean cancelsBoth;
  private int limit;
  private long lots;
  private int readyPercent;

  // What the plain loop finds.
  private boolean spent;
  private boolean metOwn;
  private long left;

  // The memories: the pool's answer, the ladder's path, cycles until a search is done.
  private Maker[] pool;
  private int[] next;
  private int entry;
  private int path;
  private int searching;
  private int vacated;

  @Test
  void matchesAsAPlainLoopDoes() {
    int fills = 0;
    int own = 0;
    for (int i = 0; i < 6_000; i++) {
      draw(i);
      List<Level> before = levels;
      expect();
      run("match " + i);
      if (!dry) {
        assertEquals(expected, told, "match " + i);
        assertEquals(expected.isEmpty() ? 0 : 1, outcome("changed"), "match " + i);
        expectBest(before, "match " + i);
      } else {
        assertTrue(told.isEmpty(), "match " + i);
      }
      assertEquals(spent ? 1 : 0, outcome("spent"), "match " + i);
      assertEquals(metOwn ? 1 : 0, outcome("met_own"), "match " + i);
      if (!spent && !dry) {
        assertEquals(left, outcome("left"), "match " + i);
      }
      fills += spent ? 1 : 0;
      own += metOwn ? 1 : 0;
    }
    assertTrue(fills > 1_000 && own > 500, fills + " " + own);
  }

  @Test
  void aMakerThatIsNotInTheBookEndsItWithAFaultAndIsNotToldOf() {
    for (int at = 0; at < 3; at++) {
      oneLevel(3);
      levels.get(0).makers.get(at).sound = false;
      lots = 100;
      begin();
      int cycles = 0;
      for (dut.eval(); dut.get("fault_o") == 0; cycles++) {
        assertTrue(cycles < 20);
        cycle("maker " + at, 100);
      }
      assertEquals(1, dut.get("done_o"));
      assertEquals(0, dut.get("valid_o"));
      assertEquals(0, dut.get("change_o"));
      assertEquals(at, told.size());
      dut.clock();
      assertEquals(0, dut.get("fault_o") + dut.get("done_o") + dut.get("valid_o"));
    }
  }

  @Test
  void aMakerACycleAndNothingChangesBeforeItsEventIsTaken() {
    oneLevel(3);
    lots = 100;
    begin();
    cycle("first look", 100);
    for (int maker = 0; maker < 3; maker++) {
      for (int wait = 0; wait < 3; wait++) {
        cycle("not taken", 0);
        assertEquals(1, dut.get("valid_o"));
        assertEquals(maker, told.size());
      }
      cycle("taken", 100);
      assertEquals(maker + 1, told.size());
    }
  }

  private void oneLevel(int makers) {
    draw(0);
    dry = false;
    sells = false;
    levels = List.of(new Level());
    for (int i = 0; i < makers; i++) {
      Maker maker = new Maker();
      maker.slot = i;
      maker.open = 5;
      levels.get(0).makers.add(maker);
    }
  }

  private void draw(int seed) {
    random = new Random(seed);
    sells = random.nextBoolean();
    dry = random.nextInt(4) == 0;
    int mode = random.nextInt(3);
    cancelsResting = mode == 1;
    cancelsBoth = mode == 2;
    readyPercent = 20 + random.nextInt(81);
    int ownPercent = random.nextInt(3) * 15;
    levels = new ArrayList<>();
    int price = random.nextInt(3) - 1;
    int slot = 0;
    long all = 0;
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      Level level = new Level();
      level.price = price;
      price += (sells ? -1 : 1) * (1 + random.nextInt(3));
      for (int j = 1 + random.nextInt(4); j > 0; j--) {
        Maker maker = new Maker();
        maker.slot = slot++;
        maker.open =
            random.nextInt(10) == 0 ? (1 << 24) + random.nextInt(9) : 1 + random.nextInt(5);
        maker.filled = random.nextInt(100);
        maker.own = random.nextInt(100) < ownPercent;
        all += maker.own ? 0 : maker.open;
        level.makers.add(maker);
      }
      levels.add(level);
    }
    limit = levels.get(random.nextInt(levels.size())).price;
    lots = Math.max(1, random.nextInt(3) == 0 ? all : 1 + random.nextLong(all + 3));
  }

  /** The plain loop. */
  private void expect() {
    expected.clear();
    spent = false;
    metOwn = false;
    left = lots;
    for (Level level : levels) {
      if (sells ? level.price < limit : level.price > limit) {
        return;
      }
      for (Maker maker : level.makers) {
        if (maker.own) {
          metOwn = !cancelsResting;
          if (cancelsResting || cancelsBoth) {
            expected.add(new Told(true, maker.slot, maker.open, true));
          }
        } else {
          long traded = Math.min(left, maker.open);
          left -= traded;
          spent = left == 0;
          expected.add(new Told(false, maker.slot, traded, traded == maker.open));
        }
        if (spent || metOwn) {
          return;
        }
      }
    }
  }

  private void run(String where) {
    begin();
    dut.eval();
    for (int cycles = 0; !cycle(where, readyPercent); cycles++) {
      assertTrue(cycles < 1_000, where + ": no end");
    }
    dut.set("ready_i", 0);
  }

  private void begin() {
    told.clear();
    pool = new Maker[64];
    next = random.ints(64, 0, 64).toArray();
    for (Level level : levels) {
      for (int i = 0; i < level.makers.size(); i++) {
        pool[level.makers.get(i).slot] = level.makers.get(i);
        if (i > 0) {
          next[level.makers.get(i - 1).slot] = level.makers.get(i).slot;
        }
      }
    }
    path = 0;
    searching = -1;
    vacated = 0;
    entry = levels.get(0).makers.get(0).slot;
    RtlPort best = dut.port("best_i");
    BEST.set(best, "valid", 1);
    BEST.set(best, "price", levels.get(0).price);
    BEST.set(best, "head", entry);
    BEST.set(best, "total", levels.get(0).total());
    ORDER.set(dut.port("taker_i"), "account", 1);
    ORDER.set(dut.port("taker_i"), "side", sells ? 1 : 0);
    dut.set("limit_i", limit);
    dut.set("lots_i", lots);
    dut.set("dry_i", dry ? 1 : 0);
    dut.set("cancels_resting_i", cancelsResting ? 1 : 0);
    dut.set("cancels_both_i", cancelsBoth ? 1 : 0);
    dut.set("search_done_i", 0);
    dut.set("begin_i", 1);
    dut.clock();
    dut.set("begin_i", 0);
    dut.set("dry_i", 0);
    memories();
  }

  /** One cycle with the memories; whether it was the last. */
  private boolean cycle(String where, int percent) {
    dut.set("ready_i", random.nextInt(100) < percent ? 1 : 0);
    memories();
    dut.eval();
    boolean done = dut.get("done_o") == 1;
    boolean changes = dut.get("change_o") == 1;
    boolean taken = dut.get("valid_o") == 1 && dut.get("ready_i") == 1;
    assertEquals(taken, changes, where);
    if (changes) {
      tell(where);
    }
    if (dut.get("vacate_o") == 1) {
      assertFalse(dry, where);
      assertEquals(vacated++, path, where + ": the level that is vacated");
    }
    RtlPort access = dut.port("access_o");
    if (ACCESS.get(access, "drop") == 1) {
      searching = -1;
    }
    final boolean reads = ACCESS.get(access, "pool_read") == 1;
    final int slot = (int) ACCESS.get(access, "slot");
    boolean search = ACCESS.get(access, "search") == 1;
    if (search) {
      assertEquals(sells ? 0 : 1, ACCESS.get(access, "up"), where);
      searching = 2 + random.nextInt(6);
    }
    dut.clock();
    entry = reads ? slot : entry;
    dut.set("search_done_i", 0);
    if (searching >= 0 && --searching == 0) {
      searching = -1;
      path++;
      boolean found = path < levels.size();
      dut.set("search_done_i", 1);
      dut.set("search_found_i", found ? 1 : 0);
      dut.set("search_price_i", found ? levels.get(path).price : random.nextInt());
    }
    memories();
    dut.eval();
    return done;
  }

  /** A maker's event is taken, and its order and position change. */
  private void tell(String where) {
    int slot = (int) dut.get("slot_o");
    Maker maker = pool[slot];
    long of = dut.get("lots_o");
    boolean own = dut.get("is_own_o") == 1;
    boolean takesOut = dut.get("takes_out_o") == 1;
    told.add(new Told(own, slot, of, takesOut));
    assertEquals(slot + 1_000, ENTRY.get(dut.port("maker_o"), "order.id"), where);
    RtlPort state = dut.port("state_o");
    assertEquals(takesOut ? 0 : 1, STATE.get(state, "live"), where);
    assertEquals(0, STATE.get(state, "parked"), where);
    assertEquals(maker.open - of, STATE.get(state, "open"), where);
    if (!takesOut) {
      assertEquals(maker.filled + of, STATE.get(state, "filled"), where);
    }
    RtlPort update = dut.port("update_o");
    assertEquals(1, UPDATE.get(update, "valid"), where);
    assertEquals(slot + 500, UPDATE.get(update, "slot"), where);
    assertEquals(sells ? 0 : 1, UPDATE.get(update, "sell"), where);
    assertEquals(own ? 0 : of, UPDATE.get(update, "traded"), where);
    assertEquals(-of & (1L << 29) - 1, UPDATE.get(update, "opened"), where);
    for (Level level : levels) {
      if (level.makers.contains(maker)) {
        level.changed = true;
        if (takesOut) {
          level.makers.remove(maker);
        }
      }
    }
    if (!takesOut) {
      maker.open -= of;
      maker.filled += of;
    }
  }

  /**
   * The cursor is the best level that is left; untouched, if it says so, else the ladder's path.
   */
  private void expectBest(List<Level> all, String where) {
    Level best = all.stream().filter(level -> !level.makers.isEmpty()).findFirst().orElse(null);
    assertEquals(best == null ? 0 : 1, outcome("cursor.valid"), where);
    long empty = all.stream().filter(level -> level.makers.isEmpty()).count();
    assertEquals(empty, vacated, where);
    if (best == null) {
      assertEquals(1, outcome("gone"), where);
      return;
    }
    assertEquals(best.price & 0xFFFF_FFFFL, outcome("cursor.price"), where);
    assertEquals(best.makers.get(0).slot, outcome("cursor.head"), where);
    assertEquals(best.total(), outcome("cursor.total"), where);
    assertEquals(all.indexOf(best), path, where + ": the path");
    assertFalse(best.changed && outcome("gone") == 1, where);
  }

  /** What the memories answer now. */
  private void memories() {
    Maker maker = pool[entry];
    RtlPort port = dut.port("entry_i");
    dut.set("entry_slot_i", entry);
    ENTRY.set(port, "next", next[entry]);
    if (maker != null) {
      ENTRY.set(port, "state.live", maker.sound ? 1 : 0);
      ENTRY.set(port, "state.open", maker.open);
      ENTRY.set(port, "state.filled", maker.filled);
      ENTRY.set(port, "order.id", entry + 1_000);
      ENTRY.set(port, "order.account", maker.own ? 1 : 2);
      ENTRY.set(port, "order.side", sells ? 0 : 1);
      ENTRY.set(port, "order.position_slot", entry + 500);
    }
    if (path < levels.size() && !levels.get(path).makers.isEmpty()) {
      List<Maker> makers = levels.get(path).makers;
      LEVEL.set(dut.port("level_i"), "head", makers.get(0).slot);
      LEVEL.set(dut.port("level_i"), "tail", makers.get(makers.size() - 1).slot);
      LEVEL.set(dut.port("level_i"), "total", levels.get(path).total());
    }
  }

  private long outcome(String field) {
    return OUTCOME.get(dut.port("outcome_o"), field);
  }
}
