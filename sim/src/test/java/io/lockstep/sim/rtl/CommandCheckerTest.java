package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The checker's bounds, one step on either side, and the order of reasons. A good order comes
 * first; each case changes one thing.
 */
class CommandCheckerTest {
  private static final int KIND_NEW = 1;
  private static final int KIND_CANCEL = 2;
  private static final int KIND_SET_INSTRUMENT = 3;
  private static final int KIND_SET_BAND = 4;
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");

  @Rtl(
      module = "command_checker",
      parameters = {"INSTRUMENTS=4", "LEVELS=128", "ORDERS=512", "ACCOUNTS=16"})
  RtlModule dut;

  @BeforeEach
  void aGoodOrder() {
    config("known", 1);
    config("window_base", -50);
    config("max_price", 60);
    config("max_quantity", 100);
    command("kind", KIND_NEW);
    command("price", 10);
    command("quantity", 5);
    command("instrument", 3);
    command("account", 15);
    command("slot", 511);
    expect(null);
  }

  @Test
  void boundsOfANewOrder() {
    bound("instrument", 3, 4, RejectReason.UNKNOWN_INSTRUMENT);
    bound("account", 15, 16, RejectReason.UNKNOWN_ACCOUNT);
    bound("quantity", 1, 0, RejectReason.QUANTITY_ZERO);
    bound("quantity", 100, 101, RejectReason.QUANTITY_TOO_LARGE);
    bound("quantity", 100, 0x8000_0000L, RejectReason.QUANTITY_TOO_LARGE);
    bound("price", 60, 61, RejectReason.PRICE_BEYOND_LIMIT);
    bound("price", -50, -51, RejectReason.PRICE_OUTSIDE_WINDOW);
    bound("price", -50, -61, RejectReason.PRICE_BEYOND_LIMIT);
    bound("slot", 511, 512, RejectReason.SLOT_OUT_OF_RANGE);
    bound("slot", 511, 0xFFFF_FFFFL, RejectReason.SLOT_OUT_OF_RANGE);
    bound("side", 1, 2, RejectReason.UNSUPPORTED_FIELD);
    bound("order_type", 0, 1, RejectReason.UNSUPPORTED_FIELD);
    bound("time_in_force", 1, 2, RejectReason.UNSUPPORTED_FIELD);
    bound("self_trade_prevention", 0, 1, RejectReason.UNSUPPORTED_FIELD);
    bound("flags", 0, 1 << 15, RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void theWindowEndsAfterItsLevels() {
    config("max_price", 1000);
    bound("price", 77, 78, RejectReason.PRICE_OUTSIDE_WINDOW);
    config("window_base", Integer.MAX_VALUE - 127);
    config("max_price", Integer.MAX_VALUE);
    bound("price", Integer.MAX_VALUE, 0x8000_0000L, RejectReason.PRICE_BEYOND_LIMIT);
  }

  @Test
  void anOrderThatMayRestNeedsAFreeSlotAndRoom() {
    ENTRY.set(dut.port("entry_i"), "live", 1);
    dut.set("pool_full_i", 1);
    expect(RejectReason.SLOT_OCCUPIED);
    ENTRY.set(dut.port("entry_i"), "live", 0);
    expect(RejectReason.POOL_FULL);
    command("slot", 600);
    expect(RejectReason.SLOT_OUT_OF_RANGE);
    command("time_in_force", 1);
    expect(null);
  }

  @Test
  void theLowestReasonIsGiven() {
    command("kind", 0);
    command("flags", 1);
    command("instrument", 9);
    command("account", 99);
    command("quantity", 0);
    expect(RejectReason.UNSUPPORTED_COMMAND);
    command("kind", KIND_NEW);
    expect(RejectReason.UNSUPPORTED_FIELD);
    command("flags", 0);
    expect(RejectReason.UNKNOWN_INSTRUMENT);
    command("instrument", 0);
    expect(RejectReason.UNKNOWN_ACCOUNT);
    command("account", 0);
    expect(RejectReason.QUANTITY_ZERO);
    config("known", 0);
    expect(RejectReason.UNKNOWN_INSTRUMENT);
  }

  @Test
  void aCancelMustNameALiveOrderByIdSlotAndAccount() {
    command("kind", KIND_CANCEL);
    command("order_id", 77);
    command("account", 9);
    expect(RejectReason.UNKNOWN_ORDER);
    RtlPort entry = dut.port("entry_i");
    ENTRY.set(entry, "live", 1);
    ENTRY.set(entry, "order.id", 77);
    ENTRY.set(entry, "order.account", 9);
    expect(null);
    bound("order_id", 77, 1L << 63 | 77, RejectReason.UNKNOWN_ORDER);
    bound("account", 9, 8, RejectReason.UNKNOWN_ORDER);
    bound("slot", 511, 512, RejectReason.UNKNOWN_ORDER);
  }

  @Test
  void boundsOfAnInstrument() {
    command("kind", KIND_SET_INSTRUMENT);
    command("window_base", -100);
    command("band_low", -100);
    command("band_high", 27);
    command("max_price", 1);
    command("max_quantity", 1);
    config("known", 0);
    expect(null);
    bound("instrument", 3, 4, RejectReason.UNKNOWN_INSTRUMENT);
    bound("max_price", 0x7FFF_FFFFL, 0x8000_0000L, RejectReason.LIMITS_INVALID);
    bound("max_price", 1, 0, RejectReason.LIMITS_INVALID);
    bound("max_quantity", (1L << 28) - 1, 1L << 28, RejectReason.LIMITS_INVALID);
    bound("max_quantity", 1, 0, RejectReason.LIMITS_INVALID);
    bound("band_low", -100, -101, RejectReason.BAND_OUTSIDE_WINDOW);
    bound("band_high", 27, 28, RejectReason.BAND_OUTSIDE_WINDOW);
    bound("band_high", -100, -101, RejectReason.BAND_OUTSIDE_WINDOW);
    command("window_base", 0x8000_0000L);
    expect(RejectReason.WINDOW_INVALID);
    command("window_base", Integer.MAX_VALUE - 126);
    expect(RejectReason.WINDOW_INVALID);
    command("window_base", Integer.MAX_VALUE - 127);
    expect(RejectReason.BAND_OUTSIDE_WINDOW);
    command("window_base", -100);
    BOOK.set(dut.port("book_i"), "orders", 1);
    expect(RejectReason.BOOK_NOT_EMPTY);
  }

  @Test
  void aBandMayNotLeaveOrdersOnItsWrongSide() {
    command("kind", KIND_SET_BAND);
    command("band_low", -10);
    command("band_high", 10);
    expect(null);
    RtlPort book = dut.port("book_i");
    BOOK.set(book, "bid.price", 11);
    BOOK.set(book, "ask.price", -11);
    expect(null);
    BOOK.set(book, "bid.valid", 1);
    expect(RejectReason.ORDERS_OUTSIDE_BAND);
    BOOK.set(book, "bid.price", 10);
    expect(null);
    BOOK.set(book, "ask.valid", 1);
    expect(RejectReason.ORDERS_OUTSIDE_BAND);
    BOOK.set(book, "ask.price", -10);
    expect(null);
  }

  /** The last good value of a field and the first bad one; leaves the good one. */
  private void bound(String field, long good, long bad, RejectReason reason) {
    long before = COMMAND.get(dut.port("command_i"), field);
    command(field, bad);
    expect(reason);
    command(field, good);
    expect(null);
    command(field, before);
  }

  private void expect(RejectReason reason) {
    dut.eval();
    long refusals = dut.get("refusals_o");
    int lowest = refusals == 0 ? 0 : Long.numberOfTrailingZeros(refusals);
    assertEquals(reason == null ? 0 : reason.value(), lowest, String.valueOf(reason));
    assertEquals(reason == null ? 0 : 1, dut.get("refused_o"));
  }

  private void command(String field, long value) {
    COMMAND.set(dut.port("command_i"), field, value);
  }

  private void config(String field, long value) {
    CONFIG.set(dut.port("config_i"), field, value);
  }
}
