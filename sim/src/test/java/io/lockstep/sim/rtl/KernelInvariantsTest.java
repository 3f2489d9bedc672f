package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Each assertion fails, by its name, when what it guards is broken. */
class KernelInvariantsTest {
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct TABLE = PackedStruct.of("table_write_t");
  private static final PackedStruct LADDER = PackedStruct.of("ladder_write_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct POOL = PackedStruct.of("pool_write_t");

  @Rtl(module = "kernel_invariants", parameters = "LIVE_ORDERS=8")
  RtlModule dut;

  @Test
  void moreLiveOrdersThanAllowed() {
    dut.set("live_i", 8);
    dut.clock();
    dut.set("live_i", 9);
    expect("live_orders_within_limit");
  }

  @Test
  void aBidAtTheAsk() {
    CONFIG.set(dut.port("configuration_i"), "band_low", -5);
    table("book_write", 1);
    table("book.bid.valid", 1);
    table("book.ask.valid", 1);
    table("book.bid.price", -3);
    table("book.ask.price", -2);
    dut.clock();
    table("book.bid.price", -2);
    expect("book_is_not_crossed");
  }

  @Test
  void aBookWithMoreOrdersThanAllBooks() {
    table("book_write", 1);
    table("book.orders", 1);
    dut.clock();
    table("book.orders", 2);
    expect("book_holds_live_orders_only");
  }

  @Test
  void anOccupiedLevelWithoutQuantity() {
    ladder("level_write", 1);
    ladder("vacate", 1);
    dut.clock();
    ladder("vacate", 0);
    expect("occupied_level_has_quantity");
  }

  @Test
  void aBitSetAndClearedAtOnce() {
    ladder("occupy", 1);
    ladder("vacate", 1);
    expect("bit_is_set_or_cleared");
  }

  @Test
  void aBitWithoutAnOrder() {
    ladder("occupy", 1);
    ladder("level_write", 1);
    ladder("level.total", 5);
    expect("level_bit_comes_with_its_order");
  }

  @Test
  void anEventWithoutACommand() {
    dut.clock();
    dut.set("event_valid_i", 1);
    expect("no_event_without_a_command_or_after_its_last");
  }

  @Test
  void anEventAfterTheLastOne() {
    command();
    dut.set("event_valid_i", 1);
    dut.set("event_ready_i", 1);
    dut.clock();
    dut.set("event_last_i", 1);
    dut.clock();
    expect("no_event_without_a_command_or_after_its_last");
  }

  @Test
  void aCommandBeforeTheLastEventOfTheOneBefore() {
    command();
    dut.set("event_valid_i", 1);
    dut.set("event_last_i", 1);
    dut.clock();
    dut.set("start_i", 1);
    dut.set("event_ready_i", 1);
    dut.clock();
    dut.set("event_ready_i", 0);
    expect("no_command_before_the_last_event_of_the_one_before");
  }

  private void command() {
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
  }

  @Test
  void moreParkedOrdersThanLiveOnes() {
    dut.set("live_i", 3);
    dut.set("parked_i", 3);
    dut.clock();
    dut.set("parked_i", 4);
    expect("parked_orders_are_live");
  }

  @Test
  void aBidAboveTheBand() {
    CONFIG.set(dut.port("configuration_i"), "band_low", -5);
    CONFIG.set(dut.port("configuration_i"), "band_high", 5);
    table("book_write", 1);
    table("book.bid.valid", 1);
    table("book.bid.price", 5);
    dut.clock();
    table("book.bid.price", 6);
    expect("no_bid_rests_above_the_band");
  }

  @Test
  void anAskBelowTheBand() {
    CONFIG.set(dut.port("configuration_i"), "band_low", -5);
    CONFIG.set(dut.port("configuration_i"), "band_high", 5);
    table("book_write", 1);
    table("book.ask.valid", 1);
    table("book.ask.price", -5);
    dut.clock();
    table("book.ask.price", -6);
    expect("no_ask_rests_below_the_band");
  }

  @Test
  void aBestLevelThatChangesAsACommandBegins() {
    BOOK.set(dut.port("book_i"), "bid.valid", 1);
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
    BOOK.set(dut.port("book_i"), "ask.head", 5);
    BOOK.set(dut.port("book_i"), "orders", 1);
    dut.clock();
    dut.set("event_valid_i", 1);
    dut.set("event_ready_i", 1);
    dut.set("event_last_i", 1);
    dut.set("start_i", 1);
    BOOK.set(dut.port("book_i"), "bid.head", 5);
    dut.clock();
    dut.set("event_valid_i", 0);
    dut.set("start_i", 0);
    BOOK.set(dut.port("book_i"), "bid.head", 6);
    expect("best_levels_do_not_change_as_a_command_begins");
  }

  @Test
  void anOrderThatEntersDead() {
    POOL.set(dut.port("pool_write_i"), "insert", 1);
    expect("entered_order_is_live");
  }

  @Test
  void aLiveOrderWithoutQuantity() {
    POOL.set(dut.port("pool_write_i"), "change", 1);
    dut.clock();
    POOL.set(dut.port("pool_write_i"), "state.live", 1);
    expect("live_order_has_quantity");
  }

  private void table(String field, long value) {
    TABLE.set(dut.port("table_write_i"), field, value);
  }

  private void ladder(String field, long value) {
    LADDER.set(dut.port("ladder_write_i"), field, value);
  }

  private void expect(String assertion) {
    RtlException failure = assertThrows(RtlException.class, dut::clock);
    assertTrue(failure.getMessage().contains(assertion), failure.getMessage());
  }
}
