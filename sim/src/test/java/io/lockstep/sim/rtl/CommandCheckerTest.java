package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is measured of a command and the reasons that follow: each bound one step on either side,
 * and the order of reasons. A good order comes first; each case changes one thing. Reasons that
 * need the book or an order are the matcher's.
 */
class CommandCheckerTest {
  private static final long BOUND = (1L << 28) - 1;
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct POSITION = PackedStruct.of("position_t");
  private static final PackedStruct FACTS = PackedStruct.of("facts_t");

  @Rtl(module = "command_measures", parameters = "LEVELS=128")
  RtlModule measures;

  @Rtl(
      module = "command_checker",
      parameters = {"INSTRUMENTS=4", "LEVELS=128", "ORDERS=512", "ACCOUNTS=16", "POSITIONS=32"})
  RtlModule checker;

  private final UnsafeBuffer measured = new UnsafeBuffer(new byte[256]);
  private String kind = "is_new";

  @BeforeEach
  void aGoodOrder() {
    config("known", 1);
    config("window_base", -50);
    config("band_low", -50);
    config("band_high", 77);
    config("max_price", 60);
    config("max_quantity", 100);
    position("open", 1);
    position("account", 15);
    position("instrument", 3);
    position("room", BOUND);
    measures.set("account_known_i", 1);
    checker.set("alone_i", 1);
    command("kind." + kind, 1);
    command("price", 10);
    command("quantity", 5);
    command("instrument", 3);
    command("account", 15);
    command("slot", 511);
    command("position_slot", 31);
    expect(null);
  }

  @Test
  void boundsOfANewOrder() {
    bound("instrument", 3, 4, RejectReason.UNKNOWN_INSTRUMENT);
    bound("account", 15, 14, RejectReason.UNKNOWN_POSITION);
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
    bound("time_in_force", 2, 3, RejectReason.UNSUPPORTED_FIELD);
    bound("self_trade_prevention", 2, 3, RejectReason.UNSUPPORTED_FIELD);
    bound("flags", 1 << 4, 1 << 15, RejectReason.UNSUPPORTED_FIELD);
    bound("flags", 1 << 2, 1 << 2 | 1 << 4, RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void anAccountOrInstrumentNeverSetIsUnknown() {
    measures.set("account_known_i", 0);
    expect(RejectReason.UNKNOWN_ACCOUNT);
    config("known", 0);
    expect(RejectReason.UNKNOWN_INSTRUMENT);
  }

  @Test
  void aMarketOrReduceOnlyOrderIsIocAndAPostOnlyOrParkedOneGtc() {
    for (int flags : new int[] {1 << 2, 1 << 4}) {
      command("time_in_force", 0);
      bound("flags", flags, 1 << 3, RejectReason.UNSUPPORTED_FIELD);
      command("time_in_force", 1);
      bound("flags", 0, flags, RejectReason.UNSUPPORTED_FIELD);
    }
    command("order_type", 1);
    bound("time_in_force", 1, 0, RejectReason.UNSUPPORTED_FIELD);
    bound("time_in_force", 1, 2, RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void theWindowEndsAfterItsLevels() {
    config("max_price", 1000);
    bound("price", 77, 78, null);
    command("side", 1);
    bound("price", 77, 78, RejectReason.PRICE_OUTSIDE_WINDOW);
    config("band_high", Integer.MAX_VALUE);
    config("window_base", Integer.MAX_VALUE - 127);
    config("max_price", Integer.MAX_VALUE);
    bound("price", Integer.MAX_VALUE, 0x8000_0000L, RejectReason.PRICE_BEYOND_LIMIT);
  }

  @Test
  void anOrderNeedsRoomInItsPosition() {
    position("room", 5);
    bound("quantity", 5, 6, RejectReason.POSITION_BOUND);
    position("is_short", 1);
    position("size", 3);
    command("quantity", 6);
    command("time_in_force", 1);
    command("flags", 1 << 3);
    expect(null);
    assertEquals(3, facts("lots"));
    command("side", 1);
    expect(RejectReason.NOTHING_TO_REDUCE);
    position("size", 0);
    command("side", 0);
    expect(RejectReason.NOTHING_TO_REDUCE);
  }

  @Test
  void whileLoadingNoOrdersAreTakenAndAfterItNothingIsRestored() {
    checker.set("loading_i", 1);
    for (String of : new String[] {"is_new", "cancel", "replace", "mass_cancel", "park"}) {
      kind(of);
      expect(RejectReason.LOADING);
    }
    kind("end_of_load");
    expect(null);
    checker.set("loading_i", 0);
    for (String of : new String[] {"end_of_load", "load_order", "load_position"}) {
      kind(of);
      expect(RejectReason.NOT_LOADING);
    }
  }

  @Test
  void theLowestReasonIsGiven() {
    command("kind." + kind, 0);
    command("flags", 1);
    command("instrument", 9);
    command("quantity", 0);
    expect(RejectReason.UNSUPPORTED_COMMAND);
    command("kind." + kind, 1);
    expect(RejectReason.UNSUPPORTED_FIELD);
    command("flags", 0);
    expect(RejectReason.UNKNOWN_INSTRUMENT);
    command("instrument", 2);
    expect(RejectReason.UNKNOWN_POSITION);
    command("instrument", 3);
    expect(RejectReason.QUANTITY_ZERO);
    position("open", 0);
    expect(RejectReason.UNKNOWN_POSITION);
  }

  @Test
  void boundsOfAnInstrument() {
    kind("set_instrument");
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
    bound("max_quantity", BOUND, BOUND + 1, RejectReason.LIMITS_INVALID);
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
  }

  @Test
  void aBandMustLieInTheWindowAndAWindowHoldTheBand() {
    kind("set_band");
    command("band_low", -50);
    command("band_high", 77);
    expect(null);
    bound("band_low", -50, -51, RejectReason.BAND_OUTSIDE_WINDOW);
    bound("band_high", 77, 78, RejectReason.BAND_OUTSIDE_WINDOW);
    bound("band_low", 77, 78, RejectReason.BAND_OUTSIDE_WINDOW);
    kind("set_window");
    config("band_low", 0);
    config("band_high", 100);
    bound("window_base", 0, 1, RejectReason.BAND_OUTSIDE_WINDOW);
    bound("window_base", -27, -28, RejectReason.BAND_OUTSIDE_WINDOW);
    bound("window_base", 0, 0x8000_0000L, RejectReason.WINDOW_INVALID);
  }

  @Test
  void aPositionIsOpenedInAFreeSlotAndClosedWhenEmpty() {
    kind("close_position");
    expect(null);
    bound("account", 15, 16, RejectReason.UNKNOWN_POSITION);
    for (String field : new String[] {"size", "bids", "asks"}) {
      position(field, 1);
      expect(RejectReason.POSITION_NOT_EMPTY);
      position(field, 0);
    }
    kind("open_position");
    expect(RejectReason.POSITION_OCCUPIED);
    position("open", 0);
    bound("position_slot", 31, 32, RejectReason.POSITION_OUT_OF_RANGE);
    checker.set("loading_i", 1);
    kind("load_position");
    bound("position", BOUND, BOUND + 1, RejectReason.POSITION_BOUND);
    bound("position", -BOUND, -BOUND - 1, RejectReason.POSITION_BOUND);
    bound("position", 0, 0x8000_0000L, RejectReason.POSITION_BOUND);
    kind("set_account");
    bound("account", 15, 16, RejectReason.UNKNOWN_ACCOUNT);
  }

  @Test
  void boundsOfALoadedOrder() {
    checker.set("loading_i", 1);
    kind("load_order");
    expect(null);
    bound("filled", 4, 5, RejectReason.QUANTITY_ZERO);
    command("filled", 2);
    position("room", 3);
    bound("quantity", 5, 6, RejectReason.POSITION_BOUND);
    config("band_high", 10);
    bound("price", 10, 11, RejectReason.BEYOND_BAND);
    command("price", 11);
    bound("flags", 1 << 4, 1 << 2, RejectReason.UNSUPPORTED_FIELD);
    command("flags", 1 << 4);
    expect(null);
    assertEquals(3, facts("lots"));
  }

  @Test
  void anAuditGivesTheLinesThatThisCardHas() {
    kind("audit");
    bound("lines", 0b10111, 0b01000, RejectReason.UNSUPPORTED_FIELD);
    bound("lines", 0, 0b100000, RejectReason.UNSUPPORTED_FIELD);
  }

  @Test
  void nullFitsAllInAMassCancel() {
    kind("mass_cancel");
    measures.set("account_known_i", 0);
    expect(RejectReason.UNKNOWN_ACCOUNT);
    command("account", 0xFFFF_FFFFL);
    expect(null);
    bound("instrument", 0xFFFF, 4, RejectReason.UNKNOWN_INSTRUMENT);
  }

  /** The last good value of a field and the first bad one; leaves the old one. */
  private void bound(String field, long good, long bad, RejectReason reason) {
    long before = COMMAND.get(measures.port("command_i"), field);
    command(field, bad);
    expect(reason);
    command(field, good);
    expect(null);
    command(field, before);
  }

  private void expect(RejectReason reason) {
    measures.clock();
    measures.port("measures_o").get(measured, 0);
    checker.port("measures_i").set(measured, 0);
    checker.eval();
    long refusals = facts("refusals");
    int lowest = refusals == 0 ? 0 : Long.numberOfTrailingZeros(refusals);
    assertEquals(reason == null ? 0 : reason.value(), lowest, String.valueOf(reason));
  }

  private long facts(String field) {
    return FACTS.get(checker.port("facts_o"), field);
  }

  private void kind(String of) {
    command("kind." + kind, 0);
    kind = of;
    command("kind." + kind, 1);
  }

  private void command(String field, long value) {
    for (RtlModule dut : new RtlModule[] {measures, checker}) {
      COMMAND.set(dut.port("command_i"), field, value);
    }
  }

  private void config(String field, long value) {
    CONFIG.set(measures.port("config_i"), field, value);
  }

  private void position(String field, long value) {
    POSITION.set(measures.port("position_i"), field, value);
  }
}
