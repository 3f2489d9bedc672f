package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each definition writes what it defines, with the values of its command, and nothing else. */
class DefinitionsTest {
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct BIND = PackedStruct.of("position_bind_t");
  private static final List<String> WINDOW = List.of("window_base");
  private static final List<String> BAND = List.of("band_low", "band_high");
  private static final List<String> LIMITS = List.of("max_price", "max_quantity");

  @Rtl(module = "definitions")
  RtlModule dut;

  private final Random random = new Random(1);

  @Test
  void anInstrumentIsDefinedWhollyAndItsBandOrWindowApart() {
    for (int i = 0; i < 1_000; i++) {
      expectConfiguration("set_instrument", true, true, true);
      expectConfiguration("set_band", false, true, false);
      expectConfiguration("set_window", true, false, false);
    }
  }

  @Test
  void aPositionIsOpenedEmptyLoadedWithItsLotsAndClosed() {
    for (int i = 0; i < 1_000; i++) {
      long pos = (random.nextLong(1L << 29) - (1L << 28) + 1) % (1L << 28);
      expectBinding("open_position", 1, 0, pos);
      expectBinding("load_position", 1, pos, pos);
      expectBinding("close_position", 0, 0, pos);
    }
    long bound = (1L << 28) - 1;
    expectBinding("load_position", 1, bound, bound);
    expectBinding("load_position", 1, -bound, -bound);
  }

  @Test
  void onlySetAccountWritesAnAccount() {
    expectStrobes("set_account", 0, 1, 0);
  }

  @Test
  void whatDefinesNothingWritesNothing() {
    for (String kind :
        List.of("is_new", "cancel", "replace", "load_order", "end_of_load", "audit", "barrier")) {
      expectStrobes(kind, 0, 0, 0);
    }
  }

  private void expectConfiguration(String kind, boolean window, boolean band, boolean limits) {
    CONFIG.set(dut.port("config_i"), "known", random.nextInt(2));
    for (List<String> fields : List.of(WINDOW, BAND, LIMITS)) {
      for (String field : fields) {
        boolean lots = field.equals("max_quantity");
        boolean price = field.equals("max_price");
        int bits = lots ? 28 : price ? 31 : 32;
        CONFIG.set(dut.port("config_i"), field, random.nextLong(1L << bits));
        command(field, random.nextLong(1L << bits));
      }
    }
    expectStrobes(kind, 1, 0, 0);
    assertEquals(1, CONFIG.get(dut.port("config_o"), "known"));
    expectFields(WINDOW, window, kind);
    expectFields(BAND, band, kind);
    expectFields(LIMITS, limits, kind);
  }

  private void expectFields(List<String> fields, boolean defined, String kind) {
    for (String field : fields) {
      long expected =
          defined
              ? COMMAND.get(dut.port("command_i"), field)
              : CONFIG.get(dut.port("config_i"), field);
      assertEquals(expected, CONFIG.get(dut.port("config_o"), field), kind + " " + field);
    }
  }

  private void expectBinding(String kind, int open, long expected, long position) {
    int slot = random.nextInt(1 << 20);
    int account = random.nextInt(1 << 20);
    int instrument = random.nextInt(1 << 8);
    command("position_slot", slot);
    command("account", account);
    command("instrument", instrument);
    command("position", position);
    expectStrobes(kind, 0, 0, 1);
    RtlPort bind = dut.port("position_bind_o");
    assertEquals(slot, BIND.get(bind, "slot"), kind);
    assertEquals(open, BIND.get(bind, "open"), kind);
    if (open == 1) {
      assertEquals(account, BIND.get(bind, "account"), kind);
      assertEquals(instrument, BIND.get(bind, "instrument"), kind);
      assertEquals(expected & (1L << 29) - 1, BIND.get(bind, "pos"), kind);
    }
  }

  /** What is written when the command is carried out; before that nothing is. */
  private void expectStrobes(String kind, int config, int account, int bind) {
    command("kind." + kind, 1);
    for (int apply = 0; apply < 2; apply++) {
      dut.set("apply_i", apply);
      dut.eval();
      assertEquals(apply * config, dut.get("config_write_o"), kind);
      assertEquals(apply * account, dut.get("account_write_o"), kind);
      assertEquals(apply * bind, BIND.get(dut.port("position_bind_o"), "valid"), kind);
    }
    command("kind." + kind, 0);
  }

  private void command(String field, long value) {
    COMMAND.set(dut.port("command_i"), field, value);
  }
}
