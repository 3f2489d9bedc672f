package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Each measure against plain numbers of 64 bits, with prices and windows at both ends of 32 bits
 * and lots round 2^28. Those that the header calls registered are looked at a cycle later.
 */
class CommandMeasuresTest {
  private static final int LEVELS = 128;
  private static final long MAX = Integer.MAX_VALUE;
  private static final long MOST = (1L << 28) - 1;
  private static final long DISTANCE = (1L << 33) - 1;
  private static final String[] KINDS = {
    "is_new", "load_order", "set_band", "set_window", "cancel"
  };
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct POSITION = PackedStruct.of("position_t");
  private static final PackedStruct MEASURES = PackedStruct.of("measures_t");

  @Rtl(module = "command_measures", parameters = "LEVELS=128")
  RtlModule dut;

  private final Random random = new Random(1);
  private String kind = KINDS[0];
  private String where;
  private long price;
  private long quantity;
  private long filled;
  private int base;
  private int low;
  private int high;

  @Test
  void measuresAPriceAtOnceOverTheWholeRange() {
    for (int i = 0; i < 20_000; i++) {
      where = "price " + i;
      draw();
      int maxPrice = (int) (random.nextInt(4) == 0 ? 1L : Math.abs((long) near(price)) & MAX);
      config("max_price", maxPrice);
      dut.eval();
      if (price >= 0) {
        expect("above_limit", price > maxPrice);
      } else {
        expect("below_limit", price < -(long) maxPrice);
      }
      expect("beyond_bids", price > high);
      expect("beyond_asks", price < low);
      expect("price_in_band", price >= low && price <= high);
      assertEquals(price - base & 0xFFFF_FFFFL, measured("distance"), where);
      expect("under_base", price < 0 && base >= 0);
    }
  }

  @Test
  void measuresLotsAgainstLimitsAndPosition() {
    for (int i = 0; i < 20_000; i++) {
      where = "lots " + i;
      draw();
      long most = nearLots(quantity);
      config("max_quantity", most);
      long size = random.nextBoolean() ? 0 : nearLots(quantity);
      long room = nearLots(kind.equals("load_order") ? quantity - filled : quantity);
      boolean isShort = random.nextBoolean();
      long bids = random.nextInt(2) * nearLots(1);
      long asks = random.nextInt(2) * nearLots(1);
      position("size", size);
      position("room", room);
      position("is_short", isShort ? 1 : 0);
      position("bids", bids);
      position("asks", asks);
      dut.clock();
      long lots = kind.equals("load_order") ? quantity - filled & 0xFFFF_FFFFL : quantity;
      expect("too_large", quantity > most);
      expect("nothing_open", quantity <= filled);
      assertEquals(lots, measured("lots"), where);
      expect("over_room", lots > room);
      expect("position_empty", size == 0 && bids == 0 && asks == 0);
      expect("is_long", size > 0 && !isShort);
      expect("is_short", size > 0 && isShort);
      expect("size_is_less", size < quantity);
      assertEquals(size, measured("size"), where);
    }
  }

  @Test
  void measuresABandAgainstTheWindowThatThereWillBe() {
    for (int i = 0; i < 20_000; i++) {
      where = kind + " " + i;
      draw();
      int newBase = near(base);
      int newLow = near(low);
      int newHigh = near(newLow);
      command("window_base", newBase);
      command("band_low", newLow);
      command("band_high", newHigh);
      dut.clock();
      boolean setsBand = kind.equals("set_band");
      boolean setsWindow = kind.equals("set_window");
      long window = setsBand ? base : newBase;
      long bandLow = setsWindow ? low : newLow;
      long bandHigh = setsWindow ? high : newHigh;
      assertEquals(bandLow - window & DISTANCE, measured("low_distance"), where);
      assertEquals(bandHigh - window & DISTANCE, measured("high_distance"), where);
      expect("band_reversed", bandLow > bandHigh);
      assertEquals(window + LEVELS - 1 & DISTANCE, measured("window_last"), where);
    }
  }

  @Test
  void aPositionFitsIfItIsOpenAndOfTheSameAccountAndInstrument() {
    long[] accounts = {0, 0xFFFFF, 0x10_0000, 0x8000_0000L, 0xFFFF_FFFFL};
    long[] instruments = {0, 0xFF, 0x100, 0x8000, 0xFFFF};
    for (long account : accounts) {
      for (long instrument : instruments) {
        for (int open = 0; open < 2; open++) {
          where = account + " " + instrument + " " + open;
          command("account", account);
          command("instrument", instrument);
          position("open", open);
          position("account", account & 0xFFFFF);
          position("instrument", instrument & 0xFF);
          boolean fits = open == 1 && account <= 0xFFFFF && instrument <= 0xFF;
          dut.eval();
          expect("position_fits", fits);
          expect("position_open", open == 1);
          position("account", account & 0xFFFFF ^ 1 << 19);
          dut.eval();
          expect("position_fits", false);
          position("account", account & 0xFFFFF);
          position("instrument", instrument & 0xFF ^ 1 << 7);
          dut.eval();
          expect("position_fits", false);
        }
      }
    }
  }

  @Test
  void handsOnConfigurationAndAccount() {
    draw();
    config("known", 1);
    config("max_quantity", MOST);
    dut.set("group_i", 0xFFFF_FFFFL);
    dut.set("account_known_i", 1);
    dut.eval();
    where = "handed on";
    assertEquals(0xFFFF_FFFFL, measured("group"));
    expect("account_known", true);
    expect("configuration.known", true);
    assertEquals(MOST, measured("configuration.max_quantity"));
    assertEquals(base & 0xFFFF_FFFFL, measured("configuration.window_base"));
  }

  private void draw() {
    command("kind." + kind, 0);
    kind = KINDS[random.nextInt(KINDS.length)];
    command("kind." + kind, 1);
    int[] middles = {0, Integer.MIN_VALUE, Integer.MAX_VALUE, random.nextInt()};
    price = near(middles[random.nextInt(middles.length)]);
    base = near(price);
    low = near(price);
    high = near(low);
    long[] edges = {1, MOST, 1L << 31, (1L << 32) - 1, random.nextLong(1L << 32)};
    quantity = edges[random.nextInt(edges.length)];
    filled = Math.min(0xFFFF_FFFFL, Math.max(0, quantity + random.nextInt(5) - 3));
    command("price", price);
    command("quantity", quantity);
    command("filled", filled);
    config("window_base", base);
    config("band_low", low);
    config("band_high", high);
  }

  /** Near another number, at its far side, or at an end of the range. */
  private int near(long of) {
    long number =
        switch (random.nextInt(8)) {
          case 0 -> Integer.MIN_VALUE;
          case 1 -> Integer.MAX_VALUE;
          case 2 -> -of;
          case 3 -> of - LEVELS + random.nextInt(3);
          default -> of + random.nextInt(3) - 1;
        };
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }

  private long nearLots(long of) {
    return Math.max(1, Math.min(MOST, of + random.nextInt(3) - 1));
  }

  private void expect(String measure, boolean holds) {
    assertEquals(holds ? 1 : 0, measured(measure), where + " " + measure);
  }

  private long measured(String field) {
    return MEASURES.get(dut.port("measures_o"), field);
  }

  private void command(String field, long value) {
    COMMAND.set(dut.port("command_i"), field, value);
  }

  private void config(String field, long value) {
    CONFIG.set(dut.port("config_i"), field, value);
  }

  private void position(String field, long value) {
    POSITION.set(dut.port("position_i"), field, value);
  }
}
