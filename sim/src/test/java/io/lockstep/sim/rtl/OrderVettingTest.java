package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.RejectReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What is found out of the orders that a command names, against plain comparisons: prices around
 * zero, around each other and at both ends of 32 bits, lots up to 2^28 - 1, each field of an order
 * now and then another than the command's.
 */
class OrderVettingTest {
  private static final int LEVELS = 128;
  private static final long MOST = (1L << 28) - 1;
  private static final String[] KINDS = {
    "cancel", "replace", "park", "unpark", "is_cross", "set_instrument", "set_band", "set_window"
  };
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct VETTED = PackedStruct.of("vetted_t");

  @Rtl(module = "order_vetting", parameters = "LEVELS=128")
  RtlModule dut;

  private final Random random = new Random(1);
  private final Map<RejectReason, Integer> met = new EnumMap<>(RejectReason.class);
  private String kind = KINDS[0];
  private int middle;

  /** The command's fields, as drawn. */
  private final Request command = new Request();

  private static final class Request {
    long id;
    long otherId;
    long account;
    long instrument;
    int price;
    long quantity;
    int windowBase;
    int bandLow;
    int bandHigh;
  }

  /** An order as it lies in its slot. */
  private record Named(
      boolean live,
      boolean parked,
      long open,
      long filled,
      long id,
      long account,
      long instrument,
      int price,
      boolean sell) {}

  @Test
  void findsWhatPlainComparisonsFind() {
    int known = 0;
    for (int i = 0; i < 40_000; i++) {
      draw();
      Named named = order(command.id, random.nextInt(4) == 0);
      Named other = order(command.otherId, random.nextInt(4) != 0);
      give(named);
      pulse("named_i");
      int base = price();
      int low = price();
      int high = price();
      CONFIG.set(dut.port("config_i"), "window_base", base);
      CONFIG.set(dut.port("config_i"), "band_low", low);
      CONFIG.set(dut.port("config_i"), "band_high", high);
      give(other);
      pulse("other_i");
      Integer bid = best("bid");
      Integer ask = best("ask");
      int orders = random.nextInt(3) == 0 ? 0 : 1 << random.nextInt(21);
      BOOK.set(dut.port("book_i"), "orders", orders);
      pulse("vet_i");
      String where = kind + " " + i;
      known += expectNamed(named, where) ? 1 : 0;
      Map<RejectReason, Boolean> reasons = new EnumMap<>(RejectReason.class);
      if (kind.equals("unpark")) {
        boolean parked = named.parked;
        long distance = (long) named.price - base;
        reasons.put(RejectReason.NOT_PARKED, !parked);
        reasons.put(
            RejectReason.PRICE_OUTSIDE_WINDOW, parked && (distance < 0 || distance >= LEVELS));
        reasons.put(RejectReason.WOULD_CROSS, parked && meets(named, bid, ask));
        reasons.put(
            RejectReason.BEYOND_BAND,
            parked && (named.sell ? named.price < low : named.price > high));
        assertEquals(improves(named, bid, ask), vetted("improves") == 1, where);
      }
      if (kind.equals("is_cross")) {
        expectCross(named, other, reasons, where);
      }
      if (kind.equals("set_window")) {
        assertEquals(command.windowBase > base, vetted("window_up") == 1, where);
        assertEquals(command.windowBase == base, vetted("window_same") == 1, where);
        long last = (long) command.windowBase + LEVELS - 1;
        assertEquals(last & (1L << 33) - 1, vetted("window_last"), where);
        int edge = command.windowBase > base ? base : base + LEVELS - 1;
        assertEquals(edge & LEVELS - 1, vetted("window_edge") & LEVELS - 1, where);
      }
      reasons.put(RejectReason.BOOK_NOT_EMPTY, kind.equals("set_instrument") && orders != 0);
      reasons.put(
          RejectReason.ORDERS_OUTSIDE_BAND,
          kind.equals("set_band")
              && ((bid != null && bid > command.bandHigh)
                  || (ask != null && ask < command.bandLow)));
      expectReasons(reasons, where);
    }
    assertTrue(known > 4_000, "known: " + known);
    assertEquals(9, met.size(), met.toString());
    met.forEach((reason, count) -> assertTrue(count > 100, reason + ": " + count));
  }

  /** Who the order is, and what a replace makes of it; returns whether it is the one meant. */
  private boolean expectNamed(Named named, String where) {
    boolean cross = kind.equals("is_cross");
    boolean ofInstrument =
        named.instrument == command.instrument || !(cross || kind.equals("replace"));
    boolean ofAccount = cross || named.account == command.account;
    boolean is =
        named.live && named.id == command.id && ofAccount && ofInstrument && !(cross && named.sell);
    assertEquals(!is, vetted("unknown") == 1, where);
    assertEquals(named.open, vetted("named.state.open"), where);
    assertEquals(named.id, vetted("named.order.id"), where);
    if (kind.equals("replace")) {
      boolean ends = command.quantity <= named.filled;
      assertEquals(ends, vetted("ends") == 1, where);
      assertEquals(named.price == command.price, vetted("same_price") == 1, where);
      if (!ends && command.quantity <= MOST) {
        long lots = command.quantity - named.filled;
        assertEquals(lots, vetted("lots"), where);
        assertEquals(lots > named.open, vetted("grows") == 1, where);
        assertEquals(lots == named.open, vetted("same_lots") == 1, where);
      }
    } else {
      assertEquals(named.open, vetted("lots"), where);
    }
    return is;
  }

  private void expectCross(Named bid, Named ask, Map<RejectReason, Boolean> reasons, String where) {
    boolean isAsk =
        ask.live && ask.id == command.otherId && ask.instrument == command.instrument && ask.sell;
    reasons.put(RejectReason.UNKNOWN_ORDER, !isAsk);
    reasons.put(RejectReason.NOT_PARKED, !bid.parked || !ask.parked);
    reasons.put(
        RejectReason.QUANTITY_BEYOND_OPEN,
        command.quantity > bid.open || command.quantity > ask.open);
    reasons.put(
        RejectReason.PRICE_BEYOND_ORDER, command.price > bid.price || command.price < ask.price);
    assertEquals(command.quantity == bid.open, vetted("buys_all") == 1, where);
    assertEquals(command.quantity == ask.open, vetted("sells_all") == 1, where);
    assertEquals(ask.id, vetted("other.order.id"), where);
    assertEquals(ask.open, vetted("other.state.open"), where);
  }

  private static boolean meets(Named order, Integer bid, Integer ask) {
    return order.sell ? bid != null && bid >= order.price : ask != null && ask <= order.price;
  }

  private static boolean improves(Named order, Integer bid, Integer ask) {
    return order.sell ? ask == null || order.price <= ask : bid == null || order.price >= bid;
  }

  private void expectReasons(Map<RejectReason, Boolean> expected, String where) {
    long reasons = vetted("reasons");
    expected.forEach(
        (reason, holds) -> {
          assertEquals(holds, (reasons >> reason.value() & 1) == 1, where + " " + reason);
          if (holds) {
            met.merge(reason, 1, Integer::sum);
          }
        });
    long others = reasons;
    for (RejectReason reason : expected.keySet()) {
      others &= ~(1L << reason.value());
    }
    assertEquals(0, others, where + ": reasons of other commands");
  }

  private void draw() {
    COMMAND.set(dut.port("command_i"), "kind." + kind, 0);
    kind = KINDS[random.nextInt(KINDS.length)];
    COMMAND.set(dut.port("command_i"), "kind." + kind, 1);
    int[] middles = {0, Integer.MIN_VALUE + 1, Integer.MAX_VALUE, random.nextInt()};
    middle = middles[random.nextInt(middles.length)];
    command.id = random.nextLong();
    command.otherId = random.nextLong();
    command.account = random.nextInt(1 << 20);
    command.instrument = random.nextInt(1 << 8);
    command.price = price();
    command.quantity = quantity();
    command.windowBase = price();
    command.bandLow = price();
    command.bandHigh = price();
    RtlPort port = dut.port("command_i");
    COMMAND.set(port, "order_id", command.id);
    COMMAND.set(port, "other_id", command.otherId);
    COMMAND.set(port, "account", command.account);
    COMMAND.set(port, "instrument", command.instrument);
    COMMAND.set(port, "price", command.price);
    COMMAND.set(port, "quantity", command.quantity);
    COMMAND.set(port, "window_base", command.windowBase);
    COMMAND.set(port, "band_low", command.bandLow);
    COMMAND.set(port, "band_high", command.bandHigh);
  }

  /** Near the case's middle, wrapped at neither end, or at the other end of the numbers. */
  private int price() {
    long price = (long) middle + random.nextInt(5) - 2;
    switch (random.nextInt(12)) {
      case 0 -> price = Integer.MAX_VALUE;
      case 1 -> price = Integer.MIN_VALUE + 1;
      case 2 -> price = (long) middle + LEVELS - 1 + random.nextInt(2);
      case 3 -> price = -price;
      default -> {}
    }
    return (int) Math.max(Integer.MIN_VALUE + 1, Math.min(Integer.MAX_VALUE, price));
  }

  private long quantity() {
    return switch (random.nextInt(8)) {
      case 0 -> MOST;
      case 1 -> random.nextLong(1L << 32);
      case 2 -> 1L << 28;
      default -> 1 + random.nextInt(6);
    };
  }

  /** Most often as the command means it, now and then with one field that it does not. */
  private Named order(long id, boolean sell) {
    int wrong = random.nextInt(16);
    long filled = random.nextInt(4) == 0 ? random.nextLong(MOST) : random.nextInt(4);
    long lots = random.nextInt(3) == 0 ? Math.min(MOST, command.quantity) : 1 + random.nextInt(6);
    return new Named(
        wrong != 0,
        random.nextInt(4) != 0,
        Math.max(1, Math.min(lots, MOST - filled)),
        filled,
        wrong == 1 ? id ^ 1L << random.nextInt(64) : id,
        wrong == 2 ? command.account ^ 1 << random.nextInt(32) & 0xFFFF_FFFFL : command.account,
        wrong == 3 ? command.instrument ^ 1 << random.nextInt(8) : command.instrument,
        price(),
        sell);
  }

  private void give(Named order) {
    RtlPort entry = dut.port("entry_i");
    ENTRY.set(entry, "state.live", order.live ? 1 : 0);
    ENTRY.set(entry, "state.parked", order.parked ? 1 : 0);
    ENTRY.set(entry, "state.open", order.open);
    ENTRY.set(entry, "state.filled", order.filled);
    ENTRY.set(entry, "order.id", order.id);
    ENTRY.set(entry, "order.account", order.account);
    ENTRY.set(entry, "order.instrument", order.instrument);
    ENTRY.set(entry, "order.price", order.price);
    ENTRY.set(entry, "order.side", order.sell ? 1 : 0);
  }

  /** The best price of a side, which lies there still when there is none. */
  private Integer best(String side) {
    int price = price();
    boolean valid = random.nextInt(3) != 0;
    BOOK.set(dut.port("book_i"), side + ".valid", valid ? 1 : 0);
    BOOK.set(dut.port("book_i"), side + ".price", price);
    return valid ? price : null;
  }

  private void pulse(String strobe) {
    dut.set(strobe, 1);
    dut.clock();
    dut.set(strobe, 0);
  }

  private long vetted(String field) {
    return VETTED.get(dut.port("vetted_o"), field);
  }
}
