package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.AuditPositionDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/**
 * A card's memories as the walker sees them, played over lists: books, parked orders, open
 * positions and known accounts, drawn at random. Answers reads a cycle later, ends orders when
 * asked to, and then leaves other answers in the memories, as the matcher does.
 */
final class WalkedCard {
  static final int INSTRUMENTS = 4;
  static final int SLOTS = 64;
  static final int POSITIONS = 16;
  static final int ACCOUNTS = 16;
  static final int ANY = -1;
  private static final PackedStruct ACCESS = PackedStruct.of("access_t");
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct LEVEL = PackedStruct.of("level_t");
  private static final PackedStruct EVENT = PackedStruct.of("event_t");
  private static final int MIDDLE = 1_000;

  /** An order in its slot. */
  record Order(int slot, int instrument, boolean sells, int price, int account, int session) {
    boolean fits(int ofAccount, int ofSession, int ofInstrument) {
      return (ofAccount == ANY || ofAccount == account)
          && (ofSession == ANY || ofSession == session)
          && (ofInstrument == ANY || ofInstrument == instrument);
    }
  }

  final boolean[] known = new boolean[INSTRUMENTS];
  final boolean[] open = new boolean[POSITIONS];
  final boolean[] accounts = new boolean[ACCOUNTS];
  final Order[] orders = new Order[SLOTS];
  final boolean[] parked = new boolean[SLOTS];
  final List<NavigableMap<Integer, List<Integer>>> books = new ArrayList<>();

  private final RtlModule dut;
  private final Random random;
  private int path;
  private int pathInstrument;
  private int searchIn;
  private boolean searchUp;
  private int endIn;

  WalkedCard(RtlModule dut, Random random) {
    this.dut = dut;
    this.random = random;
    for (int i = 0; i < INSTRUMENTS; i++) {
      known[i] = random.nextInt(4) != 0;
      books.add(new TreeMap<>());
    }
    int fill = random.nextInt(SLOTS + 1);
    for (int slot : random.ints(0, SLOTS).distinct().limit(fill).toArray()) {
      int instrument = random.nextInt(INSTRUMENTS);
      if (known[instrument]) {
        boolean sells = random.nextBoolean();
        int price = MIDDLE + (sells ? 1 : -1) * (1 + random.nextInt(4));
        orders[slot] =
            new Order(slot, instrument, sells, price, random.nextInt(3), random.nextInt(3));
        parked[slot] = random.nextInt(4) == 0;
        if (!parked[slot]) {
          books.get(instrument).computeIfAbsent(price, p -> new ArrayList<>()).add(slot);
        }
      }
    }
    for (int i = 0; i < POSITIONS; i++) {
      open[i] = random.nextInt(3) == 0;
    }
    for (int i = 0; i < ACCOUNTS; i++) {
      accounts[i] = random.nextInt(3) == 0;
    }
  }

  /** How many of them are true. */
  static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  int parkedOrders() {
    int count = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      count += orders[slot] != null && parked[slot] ? 1 : 0;
    }
    return count;
  }

  /** The best price of one side of a book; null if there is none. */
  Integer best(int instrument, boolean sells) {
    NavigableMap<Integer, List<Integer>> book = books.get(instrument);
    return sells ? book.higherKey(MIDDLE) : book.lowerKey(MIDDLE);
  }

  /** Removes an order; whether it stood at its book's best price. */
  boolean end(int slot) {
    Order order = orders[slot];
    orders[slot] = null;
    if (parked[slot]) {
      return false;
    }
    NavigableMap<Integer, List<Integer>> book = books.get(order.instrument());
    boolean atBest = best(order.instrument(), order.sells()) == order.price();
    book.get(order.price()).remove((Integer) slot);
    if (book.get(order.price()).isEmpty()) {
      book.remove(order.price());
    }
    return atBest;
  }

  /** The event at the port, as a line. */
  String line() {
    RtlPort event = dut.port("event_o");
    long number = EVENT.get(event, "number");
    long instrument = EVENT.get(event, "instrument");
    return switch ((int) EVENT.get(event, "template_id")) {
      case AuditInstrumentDecoder.TEMPLATE_ID -> "instrument " + instrument;
      case AuditOrderDecoder.TEMPLATE_ID ->
          "order " + dut.get("slot_o") + " of " + instrument + " rank " + number;
      case AuditPositionDecoder.TEMPLATE_ID -> "position " + EVENT.get(event, "account");
      case AuditAccountDecoder.TEMPLATE_ID -> "account " + EVENT.get(event, "account");
      case TopOfBookDecoder.TEMPLATE_ID ->
          "top "
              + instrument
              + " "
              + side(dut.port("book_i"), "bid")
              + " "
              + side(dut.port("book_i"), "ask");
      case DoneDecoder.TEMPLATE_ID -> "done " + number;
      default -> "unknown";
    };
  }

  private static String side(RtlPort book, String side) {
    return BOOK.get(book, side + ".valid") == 0 ? "-" : "" + BOOK.get(book, side + ".price");
  }

  /** One cycle: takes down what is asked for, clocks, and answers. */
  void clock(List<String> lines) {
    RtlPort access = dut.port("access_o");
    boolean table = ACCESS.get(access, "table_read") == 1;
    int instrument = (int) ACCESS.get(access, "instrument");
    boolean pool = ACCESS.get(access, "pool_read") == 1;
    int slot = (int) ACCESS.get(access, "slot");
    boolean ladder = ACCESS.get(access, "ladder_read") == 1;
    int index = (int) ACCESS.get(access, "index");
    if (ACCESS.get(access, "search") == 1) {
      searchIn = 3 + random.nextInt(5);
      searchUp = ACCESS.get(access, "up") == 1;
    }
    boolean position = dut.get("position_read_o") == 1;
    int positionSlot = (int) dut.get("position_slot_o");
    boolean account = dut.get("account_read_o") == 1;
    int accountIndex = (int) dut.get("account_o");
    boolean end = dut.get("end_o") == 1 && dut.get("ended_i") == 0;
    int endSlot = (int) dut.get("slot_o");
    if (dut.get("end_o") == 1) {
      boolean reads = table || pool || ladder || ACCESS.get(access, "search") == 1;
      assertFalse(reads, "the memories are the matcher's while an order ends");
    }
    dut.clock();
    dut.set("search_done_i", 0);
    dut.set("ended_i", 0);
    if (table) {
      table(instrument);
    }
    if (ladder) {
      path = index;
      pathInstrument = instrument;
      level();
    }
    if (pool) {
      pool(slot);
    }
    if (searchIn > 0 && --searchIn == 0) {
      search();
    }
    if (position) {
      dut.set("position_open_i", open[positionSlot] ? 1 : 0);
    }
    if (account) {
      dut.set("account_known_i", accounts[accountIndex] ? 1 : 0);
    }
    if (end) {
      endIn = endIn == 0 ? 1 + random.nextInt(4) : endIn - 1;
      if (endIn == 0) {
        lines.add("cancelled " + endSlot);
        dut.set("ended_i", 1);
        dut.set("at_best_i", end(endSlot) ? 1 : 0);
      }
      // The matcher reads what it likes.
      path = MIDDLE;
      pool(random.nextInt(SLOTS));
      LEVEL.set(dut.port("level_i"), "tail", random.nextInt(SLOTS));
      LEVEL.set(dut.port("level_i"), "head", random.nextInt(SLOTS));
    }
  }

  private void table(int instrument) {
    CONFIG.set(dut.port("config_i"), "known", known[instrument] ? 1 : 0);
    RtlPort book = dut.port("book_i");
    for (String side : new String[] {"bid", "ask"}) {
      Integer best = best(instrument, side.equals("ask"));
      BOOK.set(book, side + ".valid", best == null ? 0 : 1);
      if (best != null) {
        BOOK.set(book, side + ".price", best);
        BOOK.set(book, side + ".head", books.get(instrument).get(best).get(0));
      }
    }
  }

  private void level() {
    List<Integer> level = books.get(pathInstrument).get(path);
    if (level != null) {
      LEVEL.set(dut.port("level_i"), "head", level.get(0));
      LEVEL.set(dut.port("level_i"), "tail", level.get(level.size() - 1));
    }
  }

  private void search() {
    NavigableMap<Integer, List<Integer>> book = books.get(pathInstrument);
    Integer found = searchUp ? book.higherKey(path) : book.lowerKey(path);
    dut.set("search_done_i", 1);
    dut.set("search_found_i", found == null ? 0 : 1);
    if (found != null) {
      path = found;
      level();
    }
  }

  private void pool(int slot) {
    RtlPort entry = dut.port("entry_i");
    Order order = orders[slot];
    ENTRY.set(entry, "state.live", order == null ? 0 : 1);
    ENTRY.set(entry, "next", random.nextInt(SLOTS));
    if (order != null) {
      ENTRY.set(entry, "state.parked", parked[slot] ? 1 : 0);
      ENTRY.set(entry, "order.side", order.sells() ? 1 : 0);
      ENTRY.set(entry, "order.instrument", order.instrument());
      ENTRY.set(entry, "order.price", order.price());
      ENTRY.set(entry, "order.account", order.account());
      ENTRY.set(entry, "order.session", order.session());
      List<Integer> level = books.get(order.instrument()).get(order.price());
      if (!parked[slot] && level.indexOf(slot) < level.size() - 1) {
        ENTRY.set(entry, "next", level.get(level.indexOf(slot) + 1));
      }
    }
  }
}
