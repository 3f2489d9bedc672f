package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The instrument table against arrays. */
class InstrumentTableTest {
  private static final int INSTRUMENTS = 4;
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");

  @Rtl(module = "instrument_table", parameters = "INSTRUMENTS=4")
  RtlModule dut;

  @Test
  void keepsConfigurationAndBookApart() {
    Random random = new Random(1);
    long[] bases = new long[INSTRUMENTS];
    long[] totals = new long[INSTRUMENTS];
    clear();
    for (String port : new String[] {"ahead_read_i", "config_read_i", "book_read_i"}) {
      dut.set(port, 1);
    }
    for (int cycle = 0; cycle < 10_000; cycle++) {
      int index = random.nextInt(INSTRUMENTS);
      boolean config = random.nextBoolean();
      boolean book = random.nextBoolean();
      if (config) {
        bases[index] = random.nextInt() & 0xFFFF_FFFFL;
      }
      if (book) {
        totals[index] = random.nextLong() >>> 16;
      }
      dut.set("write_index_i", index);
      dut.set("config_write_i", config ? 1 : 0);
      dut.set("book_write_i", book ? 1 : 0);
      CONFIG.set(dut.port("config_i"), "window_base", bases[index]);
      BOOK.set(dut.port("book_i"), "ask.total", totals[index]);
      int ahead = random.nextInt(INSTRUMENTS);
      int read = random.nextInt(INSTRUMENTS);
      int bookRead = random.nextInt(INSTRUMENTS);
      dut.set("ahead_index_i", ahead);
      dut.set("config_index_i", read);
      dut.set("book_index_i", bookRead);
      dut.clock();
      assertEquals(bases[ahead], CONFIG.get(dut.port("ahead_config_o"), "window_base"));
      assertEquals(bases[read], CONFIG.get(dut.port("config_o"), "window_base"));
      assertEquals(totals[bookRead], BOOK.get(dut.port("book_o"), "ask.total"));
    }
  }

  @Test
  void forgetsAnInstrumentThatIsCleared() {
    clear();
    CONFIG.set(dut.port("config_i"), "known", 1);
    BOOK.set(dut.port("book_i"), "orders", 7);
    dut.set("write_index_i", 2);
    dut.set("config_write_i", 1);
    dut.set("book_write_i", 1);
    dut.clock();
    clear();
    for (String port : new String[] {"ahead", "config", "book"}) {
      dut.set(port + "_read_i", 1);
      dut.set(port + "_index_i", 2);
    }
    dut.clock();
    assertEquals(0, CONFIG.get(dut.port("ahead_config_o"), "known"));
    assertEquals(0, CONFIG.get(dut.port("config_o"), "known"));
    assertEquals(0, BOOK.get(dut.port("book_o"), "orders"));
  }

  private void clear() {
    dut.set("clear_i", 1);
    for (int index = 0; index < INSTRUMENTS; index++) {
      dut.set("write_index_i", index);
      dut.clock();
    }
    dut.set("clear_i", 0);
  }
}
